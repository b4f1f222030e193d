"""Sentences that a TEI file marks (``s``, ``seg`` without a type; TEI P5, 17.1 and 17.3) become units."""

from collections.abc import Iterator

from lxml import etree

from hexapla.formats.tei.elements import KINDS, NS, POINTERS
from hexapla.formats.tei.tree import XML, line_of, local_name
from hexapla.model.messages import _, ngettext, shown
from hexapla.model.names import UNIT, unit_number
from hexapla.model.report import Decision

ID = f"{XML}id"


def adopt(root: etree._Element) -> list[Decision]:
    """Make units of the sentences that a parsed TEI document marks, in place, and return what was decided.

    A block is adopted if all of its text lies in such sentences; what is marked elsewhere stays inline
    markup, as ``seg``. Ids stay where a unit may have them (``u12``); the others are replaced, in pointers
    too.
    """
    blocks = [block for block in root.iter(*[f"{{{NS}}}{tag}" for tag in KINDS]) if _is_marked(block)]
    marks = [mark for block in blocks for mark in block if _is_mark(mark)]
    highest = max((unit_number(str(node.get(ID, ""))) for node in root.iter(etree.Element)), default=0)
    renamed: dict[str, str] = {}
    decisions = []
    for mark in marks:
        old = str(mark.get(ID, ""))
        if not UNIT.match(old):
            highest += 1
            mark.set(ID, f"u{highest}")
        if old and old != mark.get(ID):
            renamed[old] = str(mark.get(ID))
            decisions.append(_renaming(mark, old))
        mark.tag = f"{{{NS}}}seg"
        mark.set("type", "unit")
        if not mark.get("n"):
            mark.set("n", str(mark.get(ID))[1:])
    _demote(root)
    _point(root, renamed)
    return [*_adopted(marks), *decisions]


def _is_mark(node: etree._Element) -> bool:
    """Whether a node is a marked sentence with text in it: ``s``, or ``seg`` that says no more than that."""
    if not isinstance(node.tag, str) or not _has_text(node):
        return False
    name = local_name(node)
    return name == "s" or (name == "seg" and (not node.get("type") or _is_odd_unit(node)))


def _has_text(node: etree._Element) -> bool:
    return any(str(part).strip() for part in node.itertext())


def _is_odd_unit(seg: etree._Element) -> bool:
    """Whether a ``seg`` is called a unit but has no id that a unit may have."""
    return seg.get("type") == "unit" and not UNIT.match(str(seg.get(ID, "")))


def _is_marked(block: etree._Element) -> bool:
    """Whether all text of a block lies in marked sentences, notes aside."""
    if not any(_is_mark(child) for child in block):
        return False
    own = [block.text, *[child.tail for child in block]]
    if any((text or "").strip() for text in own):
        return False
    return all(_is_between(child) or _is_mark(child) for child in block)


def _is_between(node: etree._Element) -> bool:
    """Whether a node may stand between sentences: a comment, a note, a unit of ours, or what holds no
    text."""
    if not isinstance(node.tag, str):
        return True
    is_unit = local_name(node) == "seg" and node.get("type") == "unit"
    return is_unit or local_name(node) == "note" or not _has_text(node)


def _demote(root: etree._Element) -> None:
    """Make plain inline markup of what was not adopted."""
    for node in root.iter(f"{{{NS}}}s"):
        node.tag = f"{{{NS}}}seg"
    for node in root.iter(f"{{{NS}}}seg"):
        if _is_odd_unit(node):
            del node.attrib["type"]


def _point(root: etree._Element, renamed: dict[str, str]) -> None:
    """Let pointers follow ids that were replaced."""
    for node, name in _pointers(root) if renamed else ():
        words = str(node.get(name)).split()
        followed = [
            f"#{renamed[word[1:]]}" if word[:1] == "#" and word[1:] in renamed else word for word in words
        ]
        if followed != words:
            node.set(name, " ".join(followed))


def _pointers(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for node in root.iter(etree.Element):
        yield from ((node, str(name)) for name in node.attrib if name in POINTERS)


def _adopted(marks: list[etree._Element]) -> list[Decision]:
    if not marks:
        return []
    reason = ngettext(
        "One sentence that the file marks is a unit.",
        "{n} sentences that the file marks are units.",
        len(marks),
    ).format(n=len(marks))
    return [Decision("unit", line_of(marks[0]) or 1, reason=reason)]


def _renaming(mark: etree._Element, old: str) -> Decision:
    reason = _("The sentence “{old}” is called {new} now; units are called u1, u2, u2a.")
    return Decision("id", line_of(mark) or 1, reason=reason.format(old=shown(old), new=mark.get(ID)))
