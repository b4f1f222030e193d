"""The one place that knows polib: it reads the fields of entries and renders them, line by line."""

import polib

from hexapla.formats.po.catalog import CatalogEntry
from hexapla.formats.po.guard.text import carried


class _Unnamed:
    """Lines that are handed to polib as they are.

    polib takes a text for a path if a file of that name exists; this is no text. And it would break a text
    wherever Unicode could (U+2028, U+0085); these lines end where the file's do.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")

    def splitlines(self) -> list[str]:
        """Return the lines; all that polib asks for."""
        return self._lines


class _Entries(polib.POFile):  # type: ignore[misc]
    """Entries as they come; polib would take any with an empty msgid for the header, msgctxt or not."""

    def find(self, *_args: object, **_options: object) -> None:
        """Find no header."""


class _Text(str):
    """A text for polib to render: it breaks at line feeds alone, and an empty plural is one all the same."""

    def splitlines(self, keepends: bool = False) -> list[str]:
        """Split at line feeds."""
        lines = self.split("\n")
        ended = [line + "\n" for line in lines[:-1]] if keepends else lines[:-1]
        return ended + lines[-1:] if lines[-1] else ended

    def __bool__(self) -> bool:
        return True


def read_fields(text: str) -> list[polib.POEntry]:
    """Read guarded fields as polib's entries, in order.

    Continuations are joined to their line first, which is quicker: where a line ends in a quotation mark and
    the next begins with one, the text goes on.
    """
    whole = text.replace("\r", "").replace('"\n"', "").replace('"\n#| "', "")
    entries: list[polib.POEntry] = polib.pofile(_Unnamed(whole), encoding="utf-8", klass=_Entries)
    return entries


def read_text(quoted: str) -> str:
    """Read one guarded field, quoted on one line or several, white space around it allowed.

    It is what ``read_fields`` reads of it, at a tenth of the time; an ordinary entry holds nothing else.
    """
    text = quoted.strip()[1:-1]
    if "\n" in text:
        text = text.replace("\r", "").replace('"\n"', "").replace('"\n#| "', "")
    return str(polib.unescape(text)) if "\\" in text else text


def field_lines(entry: CatalogEntry) -> list[str]:
    """Render an entry's fields, previous ones first, broken after line feeds only (``wrapwidth=0``)."""

    def text(field: str | None) -> str | None:
        """Return a field for polib; most have no line break, and nothing that it would escape away."""
        if field is None or field.isprintable():
            return field
        return _Text(carried(field, entry.msgctxt or entry.msgid))

    rendered = polib.POEntry(
        msgid=text(entry.msgid),
        msgstr=text(entry.msgstr),
        msgctxt=text(entry.msgctxt),
        msgid_plural=_Text(text(entry.msgid_plural)) if entry.msgid_plural is not None else "",
        msgstr_plural={index: text(form) for index, form in enumerate(entry.msgstr_plural)},
        previous_msgctxt=text(entry.previous_msgctxt),
        previous_msgid=text(entry.previous_msgid),
        previous_msgid_plural=text(entry.previous_msgid_plural),
        obsolete=entry.obsolete,
    )
    return str(rendered.__unicode__(wrapwidth=0)).split("\n")[:-1]
