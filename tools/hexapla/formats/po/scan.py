"""One entry, line by line: the scan that knows every spelling, and names the line where it is none."""

from typing import NamedTuple

from hexapla.formats.po.guard.lines import MOST_FORMS, field
from hexapla.formats.po.guard.text import line_at
from hexapla.model.errors import BadFile
from hexapla.model.messages import _


class Chunk(NamedTuple):
    """The lines of one entry: where they stand, what precedes its fields, and these."""

    start: int
    """Offset in the text; blank lines before an entry belong to it."""
    end: int
    first: int
    """Offset of its first field."""
    head: str
    """What stands before the fields: comments, each a line that begins with ``#``, and empty lines."""
    fields: str = ""
    """Its fields in polib's spelling; empty where ``texts`` has them."""
    forms: int = 0
    """How many plural forms it has."""
    obsolete: bool = False
    texts: tuple[str | None, str | None, str, str] | None = None
    """Previous msgid, msgctxt, msgid and msgstr of an ordinary entry, quoted as in the file; None of another."""


_BEFORE = {
    "msgctxt": frozenset({"", "previous"}),
    "msgid": frozenset({"", "previous", "msgctxt"}),
    "msgid_plural": frozenset({"msgid"}),
    "msgstr": frozenset({"msgid"}),
    "msgstr[": frozenset({"msgid_plural", "msgstr["}),
}
"""What each field may follow; "" is the beginning of an entry."""
_LAST = frozenset({"msgstr", "msgstr["})
_FIELDS = ("#~", "#|")
"""What begins with a ``#`` and is no comment."""
_PREVIOUS = frozenset({"msgctxt", "msgid", "msgid_plural"})


def scan(text: str, start: int) -> Chunk | None:
    """Return the entry that begins at an offset, None if only comments follow; BadFile tells the line."""
    entry = _Scan()
    at = end = start
    first = None
    while at < len(text):
        after = text.find("\n", at) + 1 or len(text)
        line = text[at:after].lstrip(" \t").rstrip("\r\n")
        body = line.rstrip(" \t")
        try:
            if body and not entry.take(body, line):
                break
        except BadFile as error:
            raise BadFile(error.reason, line=line_at(text, at)) from None
        if body and entry.is_field:
            end, first = after, at if first is None else first
        at = after
    if first is None:
        return None
    if entry.last not in _LAST:
        raise BadFile(_("The last entry has no msgstr: the file is cut off."), line=line_at(text, first))
    return entry.done(start, end, first)


class _Scan:
    """The state of a scan: the lines so far, the last field, its mark (``~`` obsolete, ``|`` previous)."""

    def __init__(self) -> None:
        self.head: list[str] = []
        self.fields: list[str] = []
        self.forms = 0
        self.last = ""
        self.mark = ""
        self.is_field = False

    def take(self, body: str, line: str) -> bool:
        """Take one line that is not blank (``body``: nor ends so); False if it begins the next entry."""
        self.is_field = not body.startswith("#") or (body.startswith(_FIELDS) and body != "#~")
        if body.startswith(("#|", "#~|")):
            mark, _bar, rest = body[1:].partition("|")
            return self._previous(rest.lstrip(), mark + "|")
        if self.is_field:
            return self._field(body.removeprefix("#~").lstrip(), "~" if body[0] == "#" else "")
        if body == "#~":
            return True
        if not self._goes_on():
            return False
        self.head.append(line)
        return True

    def done(self, start: int, end: int, first: int) -> Chunk:
        """Return the entry between two offsets."""
        fields = "".join(f"{line}\n" for line in self.fields)
        return Chunk(start, end, first, "\n".join(self.head), fields, self.forms, self.mark == "~")

    def _goes_on(self) -> bool:
        """Whether a line that can only stand before the fields still belongs to this entry."""
        if self.last not in ("", "previous", *_LAST):
            raise BadFile(_("The entry before this line has no msgstr."))
        return self.last not in _LAST

    def _previous(self, body: str, mark: str) -> bool:
        keyword, _index, quoted = field(body)
        if keyword is None and (self.last, self.mark) != ("previous", mark):
            raise _homeless()
        if not self._goes_on():
            return False
        if keyword is not None and keyword not in _PREVIOUS:
            raise BadFile(_("A previous {keyword} means nothing.").format(keyword=keyword))
        self.fields.append(f"#| {keyword} {quoted}" if keyword else f"#| {quoted}")
        self.last, self.mark = "previous", mark
        return True

    def _field(self, body: str, mark: str) -> bool:
        keyword, index, quoted = field(body)
        if keyword is None:
            if not self.last or mark != self.mark:
                raise _homeless()
            self.fields.append(quoted)
            return True
        state = keyword if index is None else "msgstr["
        if keyword in ("msgctxt", "msgid") and self.last not in _BEFORE[keyword] and not self._goes_on():
            return False
        if self.last not in _BEFORE[state]:
            raise BadFile(_("{keyword} is out of place here.").format(keyword=keyword))
        if self.last not in ("", "previous") and mark != self.mark:
            raise BadFile(_("Half of this entry is obsolete (#~) and half is not."))
        if index is not None:
            self._form(int(index))
        self.fields.append(f"{keyword} {quoted}")
        self.last, self.mark = state, mark
        return True

    def _form(self, index: int) -> None:
        """Count a plural form; polib reads the first digit of ``msgstr[12]`` and takes any order."""
        if index != self.forms or index >= MOST_FORMS:
            raise BadFile(
                _("msgstr[{index}] is out of place: forms are counted from 0, at most {most}.").format(
                    index=index, most=MOST_FORMS
                )
            )
        self.forms += 1


def _homeless() -> BadFile:
    return BadFile(_("This text belongs to no field."))
