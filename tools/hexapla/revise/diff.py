"""Which words changed between two texts."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from hexapla.model.revised import Piece

MOST = 4000
"""Words beyond which what lies between the common beginning and end is not looked into."""
_WORD = re.compile(r"\s*\S+|\s+\Z")


def diff(before: str, after: str) -> tuple[Piece, ...]:
    """Return the runs of words that stayed, went and came; put together, they give either text."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    went = came = ""
    for sign, words in [*_runs(old, new), (" ", ())]:
        text = "".join(words)
        if sign == "-":
            went += text
        elif sign == "+":
            came += text
        else:
            pieces += [Piece("-", went)] if went else []
            pieces += [Piece("+", came)] if came else []
            went = came = ""
            if text and pieces and pieces[-1].sign == " ":
                pieces[-1] = Piece(" ", pieces[-1].text + text)
            elif text:
                pieces.append(Piece(" ", text))
    return tuple(pieces)


def _runs(old: list[str], new: list[str]) -> list[tuple[str, Sequence[str]]]:
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    last_old, last_new = len(old) - end, len(new) - end
    middle: list[tuple[str, Sequence[str]]] = []
    one, other = old[start:last_old], new[start:last_new]
    if len(one) + len(other) > MOST:
        middle = [("-", one), ("+", other)]
    else:
        for code in Indel.opcodes(one, other):
            if code.tag == "equal":
                middle.append((" ", one[code.src_start : code.src_end]))
            else:
                middle.append(("-", one[code.src_start : code.src_end]))
                middle.append(("+", other[code.dest_start : code.dest_end]))
    runs = [(" ", old[:start]), *middle, (" ", old[last_old:])]
    return [(sign, words) for sign, words in runs if words]


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many words two texts begin with in common."""
    for place, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return place
    return min(len(old), len(new))
