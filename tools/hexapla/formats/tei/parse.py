"""A TEI file as a text of an edition."""

from lxml import etree

from hexapla.formats import xml
from hexapla.formats.tei import blocks, check, header
from hexapla.formats.tei.layout import is_spaced, settle
from hexapla.formats.tei.tree import XML, element_of, local_name
from hexapla.formats.tei.twins import told_apart
from hexapla.model.errors import BadFile, TooLarge
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


def parse_edited(source: bytes, *, file: str = "") -> tuple[Text, bytes]:
    """Return the text of a file that somebody has edited by hand, and the file without ids that are given twice.

    As ``parse``, but units may lack an id, or have an odd one; of several elements with one id the later are called
    ``u12..2``, ``u12..3`` (``twins.twin_of``).
    """
    apart = source
    try:
        root = xml.parse(source, file=file)
    except BadFile:
        apart = told_apart(source)
        if apart == source:
            raise
        root = xml.parse(apart, file=file)
    try:
        return text_of(root, proper=False), apart
    except BadFile as error:
        raise error.of(file) from error


def id_of(source: bytes) -> str:
    """Return the ``xml:id`` of a TEI document's root; ``""`` for anything else, damaged or not."""
    try:
        root = xml.parse(told_apart(source))
    except (BadFile, TooLarge):
        return ""
    return str(root.get(f"{XML}id", "")) if local_name(root) == "TEI" else ""


def text_of(root: etree._Element, *, proper: bool = True) -> Text:
    """Return the text of a parsed TEI document; raises as ``parse`` does, without the file's name.

    Units need ``proper`` ids unless that is not asked for.
    """
    header_node, text_node = check.parts(root)
    if proper:
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
