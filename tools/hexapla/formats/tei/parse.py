"""A TEI file as a text of an edition."""

from lxml import etree

from hexapla.formats import xml
from hexapla.formats.tei import blocks, check, header
from hexapla.formats.tei.layout import is_spaced, settle
from hexapla.formats.tei.tree import XML, element_of
from hexapla.model.errors import BadFile
from hexapla.model.text import Text


def parse(source: bytes, *, file: str = "") -> Text:
    """Return the text that a TEI P5 file holds: header and body as trees, its blocks and units.

    Text that is not divided into units is legal: its blocks have none. White space that is only layout is
    left out, as are comments and processing instructions (``remarks.find`` lists those), a DOCTYPE, and
    what the root holds besides header and text (``serialize`` takes that from the file that it replaces).
    Raises BadFile, with the line, for what is not well-formed or not a TEI text, for ids given twice, and
    for units without a proper id; TooLarge beyond the limits of ``formats.xml`` and 100 levels.
    """
    root = xml.parse(source, file=file)
    try:
        return text_of(root)
    except BadFile as error:
        raise error.of(file) from error


def text_of(root: etree._Element) -> Text:
    """Return the text of a parsed TEI document; raises as ``parse`` does, without the file's name."""
    header_node, text_node = check.parts(root)
    check.units(text_node)
    lang = check.lang(root, text_node)
    spaced = is_spaced(lang)
    head = settle(element_of(header_node), spaced)
    body = settle(element_of(text_node), spaced)
    return Text(
        id=str(root.get(f"{XML}id", "")),
        lang=lang,
        title=header.title_of(head),
        header=head,
        body=body,
        blocks=blocks.find(body),
    )
