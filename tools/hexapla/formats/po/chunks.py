r"""A catalog's text cut into entries: what polib drops is kept, what it would misread is refused.

polib merges, dedents and drops comments, loses the previous msgid of obsolete entries and cannot read
``#nospace`` and ``#=``; so comments stay here, and polib is handed the fields alone. An ordinary entry is
recognised whole, by one expression without backtracking; any other is scanned line by line (``scan``), which
comes to the same where both apply. The texts of an ordinary entry, which most are, are told apart at once:
there is nothing left to find out about it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hexapla.formats.po.scan import Chunk, scan

_QUOTED = r'"[^"\\\n]*+(?:\\[\\nrt"][^"\\\n]*+)*+"(?:\r?\n|\Z)'
_TEXT = rf"[ \t]++(?:{_QUOTED})++"
_ORDINARY = re.compile(
    r"((?:\r?\n|#(?![~|])[^\n]*+\n)*+)"
    rf"(?:#\| msgid ({_QUOTED}(?:#\| {_QUOTED})*+))?+"
    rf"(?:msgctxt({_TEXT}))?+msgid({_TEXT})msgstr({_TEXT})(?=[\r\n#m]|\Z)"
)
"""Comments, previous msgid, msgctxt, msgid, msgstr, and no continuation in another spelling."""


def chunks(text: str) -> Iterator[Chunk]:
    """Cut a catalog's text (without byte-order mark) into entries, in order: O(n).

    Raises BadFile, with the line, for anything that is no well-formed sequence of entries. Comments after the
    last entry belong to none.
    """
    start = 0
    while chunk := _ordinary(text, start) or scan(text, start):
        yield chunk
        start = chunk.end


def _ordinary(text: str, start: int) -> Chunk | None:
    match = _ORDINARY.match(text, start)
    if match is None:
        return None
    texts = (match[2], match[3], match[4], match[5])
    return Chunk(start, match.end(), match.end(1), match[1], texts=texts)


class Parts(NamedTuple):
    """The text of an ordinary entry, cut at its fields; an entry may have no previous msgid."""

    head: str
    previous: str
    identity: str
    """msgctxt and msgid."""
    translation: str


def parts(text: str) -> Parts | None:
    """Cut the text of one entry at its fields; None if it is no ordinary one."""
    match = _ORDINARY.match(text)
    if match is None or match.end() < len(text):
        return None
    head, last = match.end(1), match.start(5) - len("msgstr")
    first = match.start(4) - len("msgid") if match[3] is None else match.start(3) - len("msgctxt")
    return Parts(text[:head], text[head:first], text[first:last], text[last:])
