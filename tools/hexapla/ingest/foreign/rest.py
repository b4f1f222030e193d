"""What the schema does not know: unknown elements lose their tags, unknown attributes go, each told once by name."""

from lxml import etree

from hexapla.formats.tei import allowed
from hexapla.formats.tei.elements import NS
from hexapla.formats.tei.tree import XML, line_of
from hexapla.ingest.foreign import loose
from hexapla.ingest.foreign.branches import drop, elements, name_of, tallied, tei, text_of, unwrap_all
from hexapla.model.errors import BadFile
from hexapla.model.messages import _, ngettext, shown
from hexapla.model.report import Decision

_KEPT = frozenset({f"{XML}id", f"{XML}lang", f"{XML}space"})
_NEEDED = frozenset({"teiHeader", "fileDesc", "titleStmt", "publicationStmt", "sourceDesc"})
SHOWN = 8
"""How many values of an attribute are told."""
MOST = 40
"""How many single faults are mended before a file is refused; the schema is asked anew after each."""


def settle(root: etree._Element, text: etree._Element) -> list[Decision]:
    """Leave only what the schema knows; raise BadFile, with element and line, for what cannot stand where it does."""
    header = next((child for child in elements(root) if child.tag == tei("teiHeader")), None)
    decisions = [*_unknown_elements(text), *loose.settle(text)]
    if header is not None:
        decisions += _unknown_in_header(header)
        _complete(header)
    decisions += _unknown_attributes(root)
    return [*decisions, *_faults(root, header)]


def _is_known(node: etree._Element) -> bool:
    return etree.QName(node).namespace == NS and name_of(node) in allowed.elements()


def _unknown_elements(text: etree._Element) -> list[Decision]:
    unknown = [node for node in text.iter(etree.Element) if not _is_known(node)]
    unwrap_all(unknown)
    return tallied(
        "markup",
        unknown,
        _("One “{name}” is not kept as markup; its text is."),
        _("{n} elements “{name}” are not kept as markup; their text is."),
    )


def _unknown_in_header(header: etree._Element) -> list[Decision]:
    """Take out of a header what an edition's has no place for; it is no part of the text."""
    unknown = []
    for node in list(header.iter(etree.Element)):
        if (
            not _is_known(node)
            and node.getparent() is not None
            and not any(not _is_known(outer) for outer in node.iterancestors())
        ):
            unknown.append(node)
    for node in unknown:
        _drop_with_empty(node, header)
    return tallied(
        "header",
        unknown,
        _("One “{name}” of the header is left out."),
        _("{n} elements “{name}” of the header are left out."),
    )


def _drop_with_empty(node: etree._Element, header: etree._Element) -> None:
    """Take an element out of the header, with those around it that held nothing else."""
    outer = node.getparent()
    drop(node)
    if outer is None or outer is header or name_of(outer) in {*_NEEDED, "title"}:
        return
    if not len(outer) and not (outer.text or "").strip():
        _drop_with_empty(outer, header)


def _complete(header: etree._Element) -> None:
    """Give a header the statements that TEI asks for, empty, where they are missing."""
    described = header.find(tei("fileDesc"))
    if described is None:
        described = etree.Element(tei("fileDesc"))
        header.insert(0, described)
    if described.find(tei("titleStmt")) is None:
        described.insert(0, etree.Element(tei("titleStmt")))
        etree.SubElement(described[0], tei("title"))
    for name in ("publicationStmt", "sourceDesc"):
        held = described.find(tei(name))
        if held is None or (not len(held) and not (held.text or "").strip()):
            made = etree.Element(tei(name)) if held is None else held
            etree.SubElement(made, tei("p"))
            if held is not None:
                continue
            if name == "sourceDesc":
                described.append(made)
            else:
                before = described.find(tei("notesStmt")), described.find(tei("sourceDesc"))
                place = next((described.index(one) for one in before if one is not None), len(described))
                described.insert(place, made)


def _unknown_attributes(root: etree._Element) -> list[Decision]:
    found: dict[str, list[int]] = {}
    for node in root.iter(etree.Element):
        known = allowed.attributes(name_of(node)) | _KEPT
        for name in [str(name) for name in node.attrib if str(name) not in known]:
            node.attrib.pop(name)
            found.setdefault(etree.QName(name).localname, []).append(line_of(node) or 1)
    return [
        Decision("attribute", lines[0], reason=_attribute_reason(name, len(lines)))
        for name, lines in found.items()
    ]


def _attribute_reason(name: str, count: int) -> str:
    return ngettext(
        "The attribute “{name}” is not kept.", "The attribute “{name}” is not kept, {n} times.", count
    ).format(name=shown(name, 40), n=count)


def _faults(root: etree._Element, header: etree._Element | None) -> list[Decision]:
    """Mend what the schema still has against a document: values of attributes, the header; refuse the rest."""
    decisions: list[Decision] = []
    tried: set[etree._Element] = set()
    for _time in range(MOST):
        faults = allowed.all_faults(root)
        if not faults:
            return decisions
        if told := _bared(root, faults):
            decisions += told
            continue
        node = faults[0].node
        outer = header if header is not None and header in (node, *node.iterancestors()) else None
        if outer is not None and node not in tried and name_of(node) not in _NEEDED:
            reason = _("“{name}” of the header is left out.").format(name=name_of(node))
            decisions.append(Decision("header", line_of(node) or 1, reason=reason))
            _drop_with_empty(node, outer)
        elif header is not None and header not in tried and (outer is not None or node is root):
            decisions += _made_anew(header)
            tried.add(header)
        else:
            raise _refused(node, faults[0].words)
        tried.add(node)
    raise BadFile(
        _("the document has more than {n} faults against the schema; validate it first.").format(n=MOST)
    )


def _made_anew(header: etree._Element) -> list[Decision]:
    """Make a header of the titles and authors of one that cannot be mended."""
    stated = header.find(f"{tei('fileDesc')}/{tei('titleStmt')}")
    named = [(name_of(node), text_of(node)) for node in elements(stated)] if stated is not None else []
    for child in list(header):
        header.remove(child)
    header.attrib.clear()
    _complete(header)
    titles = header[0][0]
    titles.remove(titles[0])
    told = [pair for pair in named if pair[0] in ("title", "author")]
    for name, words in sorted(told or [("title", "")], key=lambda pair: pair[0] != "title"):
        etree.SubElement(titles, tei(name)).text = words
    reason = _("The header could not be kept; title and authors were.")
    return [Decision("header", line_of(header) or 1, reason=reason)]


def _bared(root: etree._Element, faults: list[allowed.Fault]) -> list[Decision]:
    """Take attributes with values that the schema does not allow from the elements that have these."""
    wrong: dict[tuple[str, str], set[int | None]] = {}
    for fault in faults:
        if fault.attribute:
            wrong.setdefault((str(fault.node.tag), fault.attribute), set()).add(line_of(fault.node))
    decisions = []
    for (tag, name), lines in wrong.items():
        bared = [node for node in root.iter(tag) if line_of(node) in lines and node.get(name) is not None]
        values = sorted({str(node.attrib.pop(name)) for node in bared})
        reason = _("The attribute “{name}” has a value that is not allowed, {values}; it is not kept.")
        named = ", ".join(
            [*(f"“{shown(value, 60)}”" for value in values[:SHOWN]), *["…"][: len(values) > SHOWN]]
        )
        decisions += [
            Decision("attribute", line_of(node) or 1, reason=reason.format(name=name, values=named))
            for node in bared[:1]
        ]
    return decisions


def _refused(node: etree._Element, words: str) -> BadFile:
    reason = _(
        "an edition cannot keep the element “{name}” where it stands ({words}); put it elsewhere or take its tags away."
    )
    return BadFile(reason.format(name=shown(name_of(node), 40), words=shown(words, 120)), line=line_of(node))
