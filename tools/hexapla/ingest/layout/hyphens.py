"""Whether the hyphen at the end of a line is the author's or the typesetter's: what the text itself writes elsewhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hexapla.ingest.layout.lines import Line
from hexapla.model.messages import _
from hexapla.model.report import Decision

SOFT = "\u00ad"
_WORD = re.compile(r"\w+(?:['’\-‐]\w+)*")
_BROKEN = re.compile(r"(\w+(?:['’\-‐]\w+)*)[-‐]\Z")
_HANGING = re.compile(r"\w[-‐] (\w+)")


@dataclass(frozen=True)
class Usage:
    """The words of a text as they stand within its lines, and those that follow a hanging hyphen, as “and” does in
    “pre- and post-war”; all in small letters."""

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


def mend(before: str, after: str, line: int, use: Usage) -> tuple[str, str, Decision] | None:
    """Return the end of a line without its hyphen or with it, what joins it to the next, and why; None where no word
    is broken.

    The hyphen goes only where the text has the word joined and not with a hyphen; a soft hyphen always stays, since
    it shows itself only where it is wanted. A hanging hyphen is followed by a space.
    """
    first = _WORD.match(after)
    if first and before.endswith(SOFT):
        return before, "", _decision(line, before, first[0], before, "", _("A soft hyphen stays where it is."))
    broken = _BROKEN.search(before)
    if not (first and broken):
        return None
    hyphenated, joined = _forms(broken[1], first[0])
    if hyphenated & use.words:
        return before, "", _decision(line, before, first[0], before, "", _("The text has the word with a hyphen elsewhere."))
    if joined & use.words:
        whole = before[:-1]
        return whole, "", _decision(line, before, first[0], whole, "", _("The text has the word without a hyphen elsewhere."))
    if first[0].lower() in use.after_hanging:
        return before, " ", _decision(line, before, first[0], before, " ", _("The text lets hyphens hang before this word."))
    return before, "", _decision(line, before, first[0], before, "", _("The text does not say; the hyphen stays."))


def _forms(left: str, right: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the forms with and without the hyphen that would be evidence: of the whole word, and of its last part
    (“imperialist” for “anti-imperial-ist”)."""
    left, right = left.lower().replace("‐", "-"), right.lower().replace("‐", "-")
    lefts = {left, re.split("-", left)[-1]}
    return frozenset(f"{part}-{right}" for part in lefts), frozenset(part + right for part in lefts)


def _decision(line: int, left: str, right: str, kept: str, between: str, reason: str) -> Decision:
    """Show the broken word, as it stands in two lines, and as it is now."""
    start = max(left.rfind(" ") + 1, len(left) - 60)
    return Decision("hyphen", line, f"{left[start:]}\n{right}", f"{kept[start:]}{between}{right}", reason)
