"""A glossary as a TBX file."""

import codecs
import re
from dataclasses import replace

from lxml import etree

from hexapla.formats import xml
from hexapla.formats.tbx import patch, rules, v2
from hexapla.formats.tbx.build import document
from hexapla.formats.tbx.categories import NS
from hexapla.formats.tbx.parse import glossary_of
from hexapla.formats.tbx.pen import Pen
from hexapla.formats.tbx.raw import Raw, scan, white_end
from hexapla.model.glossary import Glossary

_ASCII = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"'](?i:us-)?(?i:ascii)[\"']")


def serialize(glossary: Glossary, previous: bytes | None = None) -> bytes:
    """Return a glossary as a TBX file; equal glossaries, equal bytes.

    Without ``previous`` it is written in the DCA style, in UTF-8, one element of structure a line. With ``previous``,
    the file that it replaces, everything that did not change keeps its bytes: style, encoding, layout, comments, and
    the fields of a changed concept that are as they were. Characters that XML refuses are left out. Raises BadFile if
    ``previous`` is no TBX file. One of version 2 that changes is written anew, as version 3.

    In fields, white space is collapsed. A glossary that holds what its dialect does not allow (something that came with
    a file of another one) does not claim that dialect.
    """
    if previous is None:
        written = Pen().write(document(glossary), "\n").replace("<tbx ", f'<tbx xmlns="{NS}" ', 1)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'.encode()
    root = xml.parse(previous)
    aged = v2.is_old(root)
    old = glossary_of(root)
    if old == glossary:
        return previous
    if aged:
        return serialize(glossary)
    codec = _codec(previous)
    before, raw, after = scan(previous.decode(codec))
    pen = _pen(root, raw)
    pen = replace(pen, strict=rules.is_strict(rules.dialect_of(glossary, dct=pen.dct)))
    made = patch.glossary(root, raw, old, glossary, pen)
    return f"{before}{made}{after}".encode(codec, "xmlcharrefreplace")


def _codec(source: bytes) -> str:
    """Return the codec that gives a file back as it was, with its byte order mark as a character."""
    if source.startswith((codecs.BOM_UTF16_LE, b"<\0")):
        return "utf-16-le"
    if source.startswith((codecs.BOM_UTF16_BE, b"\0<")):
        return "utf-16-be"
    return "ascii" if source.isascii() and _ASCII.match(source) else "utf-8"


def _pen(root: etree._Element, raw: Raw) -> Pen:
    """Return how a file is written."""
    home = etree.QName(root).namespace or ""
    prefixes = {uri: prefix or "" for prefix, uri in root.nsmap.items()}
    prefixes.setdefault(home, "")
    text = raw.elements[1]
    around = [raw, text, next(one for one in text.elements if _is_body(one))]
    tags = "".join(one.open for one in around), "".join(one.close for one in reversed(around))
    return Pen(root.get("style") == "dct", prefixes, _step(raw), home, around=tags)


def _is_body(raw: Raw) -> bool:
    return re.match(r"<(?:[^\s:/>]+:)?body[\s/>]", raw.open) is not None


def _step(raw: Raw) -> str:
    """Return what each level is indented by: the difference between the root's children and theirs."""
    outer, inner = (white_end(gaps[0]) for gaps in (raw.gaps, raw.elements[1].gaps))
    return inner[len(outer) :] if inner.startswith(outer) and inner != outer and "\n" in outer else " "
