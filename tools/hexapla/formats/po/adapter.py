"""The one place that knows polib: it reads the fields of entries and renders them, line by line."""

import polib

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
    """A text for polib to render: it breaks at line feeds alone."""

    def splitlines(self, keepends: bool = False) -> list[str]:
        """Split at line feeds."""
        lines = self.split("\n")
        ended = [line + "\n" for line in lines[:-1]] if keepends else lines[:-1]
        return ended + lines[-1:] if lines[-1] else ended


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


def text_lines(keyword: str, text: str, entry: str = "") -> list[str]:
    """Render one field, broken after line feeds only (``wrapwidth=0``); CannotWrite names the entry.

    Most texts have no line break, and nothing to escape but quotation marks; polib renders the others as the
    msgid of an entry without translation.
    """
    if text.isprintable():
        return [f'{keyword} "{polib.escape(text)}"']
    rendered = polib.POEntry(msgid=_Text(carried(text, entry))).__unicode__(wrapwidth=0)
    lines: list[str] = rendered.split("\n")[:-2]
    return [keyword + lines[0].removeprefix("msgid"), *lines[1:]]
