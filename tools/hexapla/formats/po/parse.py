"""From the bytes of a file to a catalog."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import polib

from hexapla.formats.po.adapter import read_fields, read_text
from hexapla.formats.po.catalog import Catalog, CatalogEntry, Values
from hexapla.formats.po.chunks import chunks
from hexapla.formats.po.comments import sorted_out
from hexapla.formats.po.guard.headers import check
from hexapla.formats.po.guard.repeats import Repeats
from hexapla.formats.po.guard.text import BOM, decode, line_at
from hexapla.formats.po.scan import Chunk
from hexapla.model.errors import BadFile
from hexapla.model.messages import _


def parse(source: bytes, *, file: str = "") -> Catalog:
    """Read a catalog; ``serialize`` gives its bytes back, entry by entry where something has changed.

    ``file`` is the name for messages. Raises BadFile with the line, and TooLarge, for whatever polib or
    gettext would misread, reject, or decode by another charset; see ``guard``. Nothing of a refused file is
    used.
    """
    try:
        return _parse(decode(source))
    except BadFile as error:
        raise error.of(file) from None


def _parse(text: str) -> Catalog:
    bom = text.startswith(BOM)
    text = text.removeprefix(BOM)
    entries: list[CatalogEntry] = []
    repeats, end = Repeats(text), 0
    header: Chunk | None = None
    for chunk, entry in _read(text):
        if _is_header(entry):
            if entries:
                raise BadFile(
                    _("An empty msgid makes a header, and the header comes first."),
                    line=line_at(text, chunk.first),
                )
            header = chunk
        repeats.refuse(entry, chunk.first)
        entries.append(entry)
        end = chunk.end
    if not entries:
        raise BadFile(_("There is no entry in it, not even a header: a full disk may have emptied the file."))
    break_ = text.find("\n")
    newline = "\r\n" if break_ > 0 and text[break_ - 1] == "\r" else "\n"
    catalog = Catalog(entries=tuple(entries), newline=newline, bom=bom, tail=text[end:])
    return _with_header(catalog, header, text) if header else catalog


def _read(text: str) -> Iterator[tuple[Chunk, CatalogEntry]]:
    """Read a catalog's entries; polib gets some hundred at a time, so that its own are soon gone again."""
    found = chunks(text)
    while some := list(islice(found, 500)):
        others = [chunk for chunk in some if chunk.texts is None]
        read = read_fields("".join(chunk.fields for chunk in others)) if others else []
        fields = {chunk.start: entry for chunk, entry in zip(others, read, strict=True)}
        for chunk in some:
            values = (
                _ordinary(chunk.head, *chunk.texts) if chunk.texts else _other(chunk, fields[chunk.start])
            )
            yield chunk, CatalogEntry(*values, lines=(text[chunk.start : chunk.end], values))


def _ordinary(head: str, previous: str | None, msgctxt: str | None, msgid: str, msgstr: str) -> Values:
    """Return the values of an entry that is a few texts and what stands before them."""
    return (
        read_text(msgid),
        read_text(msgstr),
        None if msgctxt is None else read_text(msgctxt),
        None,
        (),
        *sorted_out(head),
        None,
        None if previous is None else read_text(previous),
        None,
        False,
    )


def _other(chunk: Chunk, fields: polib.POEntry) -> Values:
    """Join what polib read of an entry with what it would have lost."""
    forms = chunk.forms
    return (
        fields.msgid,
        fields.msgstr,
        fields.msgctxt,
        fields.msgid_plural if forms else None,
        tuple(fields.msgstr_plural[index] for index in range(forms)) if forms else (),
        *sorted_out(chunk.head),
        fields.previous_msgctxt,
        fields.previous_msgid,
        fields.previous_msgid_plural,
        chunk.obsolete,
    )


def _is_header(entry: CatalogEntry) -> bool:
    return not entry.msgid and entry.msgctxt is None and not entry.obsolete


def _with_header(catalog: Catalog, chunk: Chunk, text: str) -> Catalog:
    """Make the first entry, which is the chunk, the catalog's header."""
    if chunk.forms:
        raise BadFile(_("The header has plural forms."), line=line_at(text, chunk.first))
    msgstr = catalog.entries[0].msgstr
    headers = tuple(_header(line) for line in msgstr.removesuffix("\n").split("\n") if msgstr)
    check(headers, line_at(text, chunk.first))
    own = text[: chunk.end]
    bodies = (line.strip(" \t\r") for line in own.split("\n"))
    comments = tuple(body for body in bodies if body.startswith("#") and body != "#~")
    lines = (own, (headers, comments))
    return replace(catalog, headers=headers, comments=comments, entries=catalog.entries[1:], lines=lines)


def _header(line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    return (name.strip(), value.strip()) if colon else ("", line.strip())
