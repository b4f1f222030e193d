"""Whether the hyphen at the end of a line is the author's or the typesetter's: what the text itself writes
elsewhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hexapla.ingest.layout.lines import Line
from hexapla.model.messages import _
from hexapla.model.report import Decision

SOFT = "\u00ad"
_WORD = re.compile(r"\w+(?:['’\-‐]\w+)*")
_BROKEN = re.compile(rf"(\w+(?:['’\-‐]\w+)*)([-‐{SOFT}])\Z")
_HANGING = re.compile(r"\w[-‐] (\w+)")

LONGEST = 100
"""How many signs of a line are looked at for half a word."""


@dataclass(frozen=True)
class Usage:
    """The words of a text as they stand within its lines, and those that follow a hanging hyphen, as “and”
    does in “pre- and post-war”; all in small letters."""

    words: frozenset[str] = frozenset()
    after_hanging: frozenset[str] = frozenset()


def usage(lines: Iterable[Line]) -> Usage:
    """Return how a text writes its words; one that is broken at the end of a line says nothing."""
    words: set[str] = set()
    hanging: set[str] = set()
    broken = False
    for line in lines:
        text = line.text.lower().replace("‐", "-")
        found = _WORD.findall(text)[int(broken) :]
        broken = text.endswith(("-", SOFT))
        words.update(found[:-1] if broken else found)
        hanging.update(_HANGING.findall(text))
    return Usage(frozenset(words), frozenset(hanging))


@dataclass(frozen=True)
class Mended:
    """A word that was broken: the line before as it ends now, what joins it to the next one, and why."""

    before: str
    between: str
    decision: Decision


def mend(before: str, after: str, line: int, use: Usage) -> Mended | None:
    """Return how a line is joined to the next if it breaks a word; None where it does not.

    The hyphen goes only where the text has the word joined and not with a hyphen; a soft hyphen always stays,
    since it shows itself only where it is wanted. A hanging hyphen is followed by a space.
    """
    first = _WORD.match(after[:LONGEST])
    broken = _BROKEN.search(before[-LONGEST:])
    if not (first and broken):
        return None
    keeps, between, reason = _verdict(broken, first[0], use)
    kept = before if keeps else before[:-1]
    shown = f"{broken[0]}\n{first[0]}", f"{broken[0] if keeps else broken[1]}{between}{first[0]}"
    return Mended(kept, between, Decision("hyphen", line, *shown, reason))


def _verdict(broken: re.Match[str], after: str, use: Usage) -> tuple[bool, str, str]:
    """Return whether the hyphen stays, what follows it, and why."""
    if broken[2] == SOFT:
        return True, "", _("A soft hyphen stays where it is.")
    hyphenated, joined = _forms(broken[1], after)
    if hyphenated & use.words:
        return True, "", _("The text has the word with a hyphen elsewhere.")
    if joined & use.words:
        return False, "", _("The text has the word without a hyphen elsewhere.")
    if after.lower() in use.after_hanging:
        return True, " ", _("The text lets hyphens hang before this word.")
    return True, "", _("The text does not say; the hyphen stays.")


def _forms(left: str, right: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the forms with and without the hyphen that would be evidence: of the whole word, and of its
    last part (“imperialist” for “anti-imperial-ist”)."""
    left, right = left.lower().replace("‐", "-"), right.lower().replace("‐", "-")
    lefts = {left, left.rpartition("-")[2]}
    return frozenset(f"{part}-{right}" for part in lefts), frozenset(part + right for part in lefts)
