"""One JSON object on one line, read with distrust: anything may have written a comment."""

import json
import re
from collections.abc import Mapping

from hexapla.formats.po.guard.text import NOT_IN_XML

LONGEST = 200_000
"""Characters of one line; a suggestion holds a unit's text, and no unit is that long."""

HASH = re.compile(r"[0-9a-f]{12}")
TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z|")
_FRAGILE = re.compile("[\ufffe\uffff]|[^\\S ]|(?<=[- ]) |(?<=-)-")
"""What would not survive a wrapping of comments as polib and Babel do it, and two characters outside XML.

They break at white space, which they drop, and behind the hyphen of a compound: so only single spaces stand
in a line, and neither a space nor a hyphen follows a hyphen.
"""


def dump(values: Mapping[str, object]) -> str:
    """Write an object on one line, names sorted, so that ``joined`` can undo any wrapping of it."""
    text = _ENCODER.encode(values)
    return _FRAGILE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def joined(text: str, more: str) -> str:
    """Join what another program has wrapped: at a space, or behind the hyphen of a compound."""
    return text + more if text.endswith("-") else f"{text} {more}"


def load(text: str) -> dict[str, object]:
    """Read an object; raise ValueError for anything else, names that stand twice and endless nesting too."""
    if len(text) > LONGEST:
        raise ValueError(len(text))
    try:
        values = _DECODER.decode(text)
    except RecursionError:
        raise ValueError(text[:20]) from None
    return members(values)


def members(value: object, *, only: frozenset[str] | None = None) -> dict[str, object]:
    """Return an object's members; raise ValueError if it is none, or has others than these."""
    if not isinstance(value, dict) or (only is not None and not only.issuperset(value)):
        raise ValueError(value)
    return value


def words(values: Mapping[str, object], name: str, *, least: int = 0) -> str:
    """Return a member that is text, absent being empty; raise ValueError if XML could not carry it.

    Whatever is printable can stand in XML; most words are, and need no second look.
    """
    value = values.get(name, "")
    if not isinstance(value, str) or len(value) < least:
        raise ValueError(value)
    if not value.isprintable() and NOT_IN_XML.search(value):
        raise ValueError(value)
    return value


def time(values: Mapping[str, object], name: str = "at") -> str:
    """Return a member that is a UTC time, ``2026-11-22T18:00:00Z``, or empty."""
    return _matching(TIME, words(values, name))


def address(values: Mapping[str, object], name: str) -> str:
    """Return a member that is an entry's hash, 12 hex digits."""
    return _matching(HASH, words(values, name))


def flag(values: Mapping[str, object], name: str) -> bool | None:
    """Return a member that is true or false; None where it is absent."""
    value = values.get(name)
    if value is not None and not isinstance(value, bool):
        raise ValueError(value)
    return value


def _matching(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(text)
    return text


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError(pairs)
    return values


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
_DECODER = json.JSONDecoder(object_pairs_hook=_once)
