"""From bytes to text: the size, the encoding and the characters of a catalog, before a line of it is read."""

import re

from hexapla.model.errors import BadFile, CannotWrite, TooLarge
from hexapla.model.messages import _

LARGEST = 64 * 2**20
"""Bytes; a catalog of a 2,000-page book has 8 MB."""

BOM = "\ufeff"
NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters outside XML 1.0, section 2.2: a translation with one of them could never be exported."""
_LONE_CR = re.compile(r"\r(?!\n)")
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r"))


def decode(source: bytes) -> str:
    """Return a catalog's text, with its byte-order mark if it has one.

    TooLarge is raised beyond ``LARGEST``, BadFile for bytes that are not UTF-8 (polib would read them by
    the declared charset, UTF-7 included), for characters outside XML and for lone carriage returns, which
    polib takes for line ends in the middle of a text.
    """
    if len(source) > LARGEST:
        raise TooLarge(
            _("The catalog has {size} MB, {limit} MB are read; split it by text.").format(
                size=len(source) // 2**20, limit=LARGEST // 2**20
            )
        )
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadFile(
            _("This is not UTF-8; convert the catalog with “msgconv -t UTF-8” first."),
            line=source.count(b"\n", 0, error.start) + 1,
        ) from None
    if _is_suspect(source, text):
        _refuse(text, NOT_IN_XML, _("The character {char} cannot stand in XML; remove it."))
    if "\r" in text:
        _refuse(text, _LONE_CR, _("A lone carriage return ({char}) stands inside a line; remove it."))
    return text


def _is_suspect(source: bytes, text: str) -> bool:
    """Whether a text that was UTF-8, and so has no surrogates, needs a look at each of its characters."""
    return len(source.translate(None, _CONTROLS)) < len(source) or "\ufffe" in text or "\uffff" in text


def _refuse(text: str, pattern: re.Pattern[str], message: str) -> None:
    if match := pattern.search(text):
        raise BadFile(message.format(char=f"U+{ord(match[0]):04X}"), line=line_at(text, match.start()))


def line_at(text: str, offset: int) -> int:
    """Return the number of the line that an offset lies in, counted from 1."""
    return text.count("\n", 0, offset) + 1


def carried(text: str, name: str) -> str:
    """Return a text that is to be written; raise CannotWrite, naming its entry, if XML cannot carry it."""
    if bad := NOT_IN_XML.search(text):
        raise CannotWrite(
            _("“{entry}” holds the character U+{code:04X}, which cannot stand in XML; remove it.").format(
                entry=shown(name), code=ord(bad[0])
            )
        )
    return text


def shown(text: str) -> str:
    """Return foreign text fit for a message: what cannot be seen is escaped, and 60 characters are enough.

    >>> shown("a\\x1b[2J\\u202e")
    'a\\\\x1b[2J\\\\u202e'
    """
    cut = text[:60] + ("…" if len(text) > 60 else "")
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in cut
    )
