"""The gate for XML: the only place in the project that builds a parser.

A document is decoded, and its DOCTYPE dealt with, before libxml2 sees it: no DTD ever reaches the parser, so
there is nothing to expand, to load or to fetch (attacks S1 and S2). A DOCTYPE that only names an external
DTD, as every TMX of OmegaT does, is passed over; one that declares anything itself is refused.
"""

import codecs
import re

from lxml import etree

from hexapla.formats import files
from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.messages import _, shown

MAX_BYTES = files.MAX_BYTES
MAX_MARKS = 1_000_000
"""The most ``<``, and the most ``=``, in a document: each element or attribute costs 100 to 200 bytes."""
MAX_UNIT = 2**20
"""The most characters in a fragment."""

_DOCTYPE = re.compile(
    r"(?>[ \t\r\n]+|<\?.*?\?>|<!--.*?-->)*+"
    r"(?P<doctype><!DOCTYPE(?>[^\"'\[>]+|\"[^\"]*\"|'[^']*')*+(?P<end>[\[>]?))",
    re.DOTALL,
)
"""The prolog up to the end of its DOCTYPE, or to the bracket of declarations (XML 1.0, [22] and [28])."""
_ENCODING = re.compile(r"<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"'>]*)")
_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii"})
_NAMED = re.compile(r"(?:ID|Entity|prefix|mismatch:|Attribute) '?([^\s']+)")


def parse(source: bytes, *, file: str = "") -> etree._Element:
    """Parse an XML document and return its root; comments and processing instructions stay in the tree.

    Read are UTF-8 and UTF-16, with or without a byte order mark. Nothing is expanded, included or fetched; a
    DOCTYPE is not kept. Raises BadFile, with the line, for what is not well-formed, uses an entity that XML
    itself does not define, declares something in its DOCTYPE, or gives an ``xml:id`` twice; TooLarge beyond
    20 MiB, 256 levels, 10 MB in one text, or a million tags or attributes.
    """
    if len(source) > MAX_BYTES:
        raise TooLarge(_("the file is larger than {n} MB.").format(n=MAX_BYTES // 2**20), file=file)
    text = _without_doctype(_decode(source, file), file)
    if max(text.count("<"), text.count("=")) > MAX_MARKS:
        raise TooLarge(_("the file has too many tags; divide it into smaller texts."), file=file)
    return _tree(text.encode(), file)


def fragment(text: str) -> etree._Element:
    """Parse well-formed mixed content, such as the inline form, and return it within an element ``x``.

    There are no namespace prefixes but ``xml:`` and no entities but XML's five. Raises BadFile for what is
    not well-formed, for processing instructions and for characters that XML cannot hold; TooLarge for more
    than ``MAX_UNIT`` characters. A parser is made for each call (3 µs), so that threads share nothing.
    """
    if len(text) > MAX_UNIT:
        raise TooLarge(_("a unit is longer than {n} characters; divide it.").format(n=MAX_UNIT))
    if "<?" in text:
        raise BadFile(_("a unit cannot hold processing instructions (“<?”)."))
    try:
        source = f"<x>{text}</x>".encode()
    except UnicodeEncodeError as error:
        raise BadFile(_("the text holds half a character (a lone surrogate); type it again.")) from error
    return _tree(source, "")


def _tree(source: bytes, file: str) -> etree._Element:
    """Parse UTF-8. ``collect_ids`` must stay on: turned off, lxml makes libxml2 load external DTDs."""
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        collect_ids=True,
    )
    try:
        return etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        raise _plain(parser.error_log[0], file) from error


def _decode(source: bytes, file: str) -> str:
    """Return the document as text, refusing every encoding but UTF-8 and UTF-16 (UTF-7 hides tags)."""
    encoding = "utf-8-sig"
    if source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif source[:2] in (b"<\0", b"\0<"):
        encoding = "utf-16-le" if source[0] else "utf-16-be"
    try:
        text = source.decode(encoding)
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise BadFile(
            _("the file is not valid UTF-8 or UTF-16; save it as UTF-8."), file=file, line=line
        ) from error
    declared = _ENCODING.match(text)
    if declared and declared[1].lower() not in _ENCODINGS:
        reason = _("the file declares the encoding “{name}”; save it as UTF-8.").format(
            name=shown(declared[1], 30)
        )
        raise BadFile(reason, file=file, line=1)
    return text


def _without_doctype(text: str, file: str) -> str:
    """Return the text with its DOCTYPE blanked out, line for line; BadFile where it declares anything."""
    found = _DOCTYPE.match(text)
    if not found:
        return text
    line = text.count("\n", 0, found.end()) + 1
    if found["end"] == "[":
        raise BadFile(
            _("the DOCTYPE declares entities or rules of its own; remove what stands between its brackets."),
            file=file,
            line=line,
        )
    if not found["end"] or _DOCTYPE.match(text, found.end()):
        raise BadFile(_("the DOCTYPE is not well-formed."), file=file, line=line)
    return text[: found.start("doctype")] + "\n" * found["doctype"].count("\n") + text[found.end() :]


def _plain(first: etree._LogEntry, file: str) -> BadFile:
    """Say in plain words, with the line, what libxml2 found first; its limits are TooLarge."""
    if first.type_name in _LIMITS or "too big" in first.message:
        return TooLarge(
            _("a text is longer than 10 MB here, or elements are nested more than 256 deep."),
            file=file,
            line=first.line,
        )
    named = _NAMED.search(first.message)
    reason = _sentence(first.type_name).format(
        name=shown(named[1] if named else "", 40), words=shown(first.message.strip(), 120)
    )
    return BadFile(reason, file=file, line=first.line)


_LIMITS = frozenset({"ERR_RESOURCE_LIMIT", "ERR_NAME_TOO_LONG"})


def _sentence(kind: str) -> str:
    """Return the sentence for one of libxml2's error types (``xmlParserErrors``)."""
    return {
        "DTD_ID_REDEFINED": _("the id “{name}” is given twice."),
        "ERR_ATTRIBUTE_REDEFINED": _("the attribute “{name}” is given twice in one tag."),
        "ERR_DOCUMENT_EMPTY": _("the file is empty, or it is not XML."),
        "ERR_DOCUMENT_END": _("something follows after the end of the document."),
        "ERR_INVALID_CHAR": _("there is a character that XML cannot hold; delete it."),
        "ERR_TAG_NAME_MISMATCH": _("the element “{name}” is not closed before the one around it."),
        "ERR_TAG_NOT_FINISHED": _("the document ends before all of its elements are closed."),
        "ERR_UNDECLARED_ENTITY": _(
            "the entity “{name}” is not one of XML's own; write the character itself."
        ),
        "NS_ERR_UNDEFINED_NAMESPACE": _("the namespace prefix “{name}” is not declared."),
    }.get(kind, _("this is not well-formed XML ({words})."))
