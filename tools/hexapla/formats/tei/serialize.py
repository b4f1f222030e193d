"""A text of an edition as a TEI file."""

from hexapla.formats import xml
from hexapla.formats.tei import header
from hexapla.formats.tei.frame import Frame, frame_of
from hexapla.formats.tei.parse import text_of
from hexapla.formats.tei.write import document
from hexapla.model.errors import BadName
from hexapla.model.languages import canonical
from hexapla.model.text import Element, Text


def serialize(text: Text, previous: bytes | None = None) -> bytes:
    """Return a text as a TEI file in UTF-8: ``parse(serialize(text)) == text``; equal texts, equal bytes.

    Structure stands one element a line, one space a level; nothing is indented within a block, where only
    the space between two units is written as a line break. With ``previous``, the file that the text was
    read from, an untouched text gives that file back byte for byte; a changed one keeps its prolog, the
    root's attributes and the root's other children (facsimile, standOff). Lost are then comments and
    processing instructions elsewhere (``remarks.find`` lists them), the file's own layout, and characters
    that XML refuses. Raises BadFile if ``previous`` is no TEI text.
    """
    if previous is None:
        return document(_root(text, Frame()))
    root = xml.parse(previous)
    if text_of(root, proper=False) == text:
        return previous
    frame = frame_of(root)
    return document(_root(text, frame), frame.prolog, frame.epilog)


def in_frame(text: Text, previous: bytes) -> bytes:
    """Return a text that is not what a file holds as that file: as ``serialize``, without comparing the two."""
    frame = frame_of(xml.parse(previous))
    return document(_root(text, frame), frame.prolog, frame.epilog)


def _root(text: Text, frame: Frame) -> Element:
    """Return the whole document as an element."""
    attributes = dict(frame.attributes)
    body = text.body
    if body.get("xml:lang"):
        body = body if _same(body.get("xml:lang"), text.lang) else body.with_attributes(xml_lang=text.lang)
        attributes.setdefault("xml:lang", text.lang)
    elif not _same(attributes.get("xml:lang", ""), text.lang):
        attributes["xml:lang"] = text.lang
    if text.id:
        attributes["xml:id"] = text.id
    head = text.header
    if header.title_of(head) != text.title:
        head = header.with_title(head, text.title)
    return Element("TEI", tuple(sorted(attributes.items())), (head, *frame.before, body, *frame.after))


def _same(tag: str, lang: str) -> bool:
    """Whether a tag as a file writes it means a language."""
    try:
        return canonical(tag) == lang
    except BadName:
        return False
