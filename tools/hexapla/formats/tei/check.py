"""What a TEI document must be to be a text of an edition, asked of the XML tree while its lines are known."""

from lxml import etree

from hexapla.formats.tei.elements import NS
from hexapla.formats.tei.tree import XML, line_of, local_name
from hexapla.model import languages, names
from hexapla.model.errors import BadFile, BadName
from hexapla.model.messages import _, shown


def parts(root: etree._Element) -> tuple[etree._Element, etree._Element]:
    """Return a document's ``teiHeader`` and ``text``; raise BadFile unless it is one TEI text."""
    name = local_name(root)
    if name == "teiCorpus":
        raise _bad(root, _("this is a corpus of several texts; add its TEI documents one by one."))
    if name != "TEI":
        sentence = _(
            "this is not a TEI P5 document: it begins with “{name}” instead of TEI in the namespace {ns}."
        )
        raise _bad(root, sentence.format(name=shown(etree.QName(root).localname, 40), ns=NS))
    children = {local_name(child): child for child in reversed(root) if isinstance(child.tag, str)}
    for wanted in ("teiHeader", "text"):
        if wanted not in children:
            raise _bad(root, _("the document has no {name}; add one.").format(name=wanted))
    text = children["text"]
    inside = {local_name(child) for child in text if isinstance(child.tag, str)}
    if "body" not in inside and "group" in inside:
        raise _bad(text, _("the document holds a group of texts; add them one by one."))
    if "body" not in inside:
        raise _bad(text, _("the text has no body; add one."))
    return children["teiHeader"], text


def units(text: etree._Element) -> None:
    """Raise BadFile for a unit without an id, or with one that no unit may have."""
    for seg in text.iter(f"{{{NS}}}seg"):
        if seg.get("type") != "unit":
            continue
        name = str(seg.get(f"{XML}id", ""))
        if not name:
            raise _bad(seg, _("a unit (seg of type unit) has no xml:id; give it one."))
        if not names.UNIT.match(name):
            raise _bad(
                seg,
                _("“{name}” cannot be the id of a unit; units are called u1, u2, u2a.").format(
                    name=shown(name)
                ),
            )


def lang(root: etree._Element, text: etree._Element) -> str:
    """Return a text's language: its own ``xml:lang``, the document's, or ``und``; may raise BadFile."""
    node = text if text.get(f"{XML}lang") else root
    try:
        return languages.canonical(str(node.get(f"{XML}lang") or "und"))
    except BadName as error:
        raise _bad(node, str(error)) from error


def _bad(node: etree._Element, reason: str) -> BadFile:
    return BadFile(reason, line=line_of(node))
