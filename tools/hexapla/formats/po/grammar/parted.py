"""An entry's comments, parted into Hexapla's and people's."""

import re
from collections.abc import Sequence
from functools import lru_cache

from hexapla.formats.po.grammar.line import joined
from hexapla.formats.po.grammar.remarks import Remark, parse

_BEGINS = re.compile(r"#[ \t]*hexapla:[ \t]*(\{.*)")
_GOES_ON = re.compile(r"#[ \t]+(\S.*)")
_MOST_ENDS = 10
"""How often a wrapped line may look as if it ended here; one brace at a line's end is an accident already."""


def parted(comments: Sequence[str], context: str) -> tuple[list[Remark], list[str]]:
    """Part an entry's comments into what Hexapla says of it, and people's lines as they are.

    A line of ours that polib or Babel has wrapped is joined again.
    """
    ours, people = _parted(tuple(comments), context)
    return list(ours), list(people)


@lru_cache(maxsize=20_000)  # a sync asks twice: what an entry says when it meets it, and again when it writes
def _parted(comments: tuple[str, ...], context: str) -> tuple[tuple[Remark, ...], tuple[str, ...]]:
    ours: list[Remark] = []
    people: list[str] = []
    at = 0
    while at < len(comments):
        remark, after = _one(comments, at, context)
        if remark is None:
            people.append(comments[at])
        else:
            ours.append(remark)
        at = after
    return tuple(ours), tuple(people)


def _one(comments: Sequence[str], at: int, context: str) -> tuple[Remark | None, int]:
    """Read the remark that begins at a line, and tell where the next begins; None if it is a person's."""
    begun = _BEGINS.fullmatch(comments[at])
    text, ends = begun[1].rstrip(" \t") if begun else "", 0
    for after in range(at + 1, len(comments) + 1):
        if text.endswith("}"):
            if remark := parse(text, context):
                return remark, after
            ends += 1
        more = _GOES_ON.fullmatch(comments[after]) if after < len(comments) else None
        if not text or not more or ends > _MOST_ENDS or _BEGINS.match(comments[after]):
            break
        text = joined(text, more[1].rstrip(" \t"))
    return None, at + 1
