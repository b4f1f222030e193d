"""Whether the hyphen at the end of a line is the author's or the typesetter's: what the text itself writes
elsewhere, whether it breaks words by syllables at all, and which words there are.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import simplemma

from hexapla.ingest.layout.lines import Line
from hexapla.model.messages import _
from hexapla.model.report import Decision

SOFT = "\u00ad"
_SIGNS = f"-‐¬{SOFT}"
_WORD = re.compile(r"\w+(?:['’\-‐]\w+)*")
_BROKEN = re.compile(rf"(\w+(?:['’\-‐]\w+)*)([{_SIGNS}])\Z")
_APOSTROPHE = re.compile(r"['’]")
_HANGING = re.compile(r"\w[-‐] (\w+)")

LONGEST = 100
"""How many signs of a line are looked at for half a word."""
AROUND = 3
"""How many broken words before one, and as many after it, say how its part of the text is set: anthologies are set by
many hands."""


@dataclass(frozen=True)
class Usage:
    """The words of a text as they stand within its lines, those that follow a hanging hyphen, as “and” does in “pre-
    and post-war” (all in small letters), and where it was broken in the middle of words: by the number of the line,
    True for a typesetter's hyphen, False for one that was the author's."""

    words: frozenset[str] = frozenset()
    after_hanging: frozenset[str] = frozenset()
    lang: str = ""
    proven: tuple[tuple[int, bool], ...] = ()
    soft: bool = False
    """Whether the typesetter's hyphens are soft ones, so that others are the author's."""

    def breaks_words(self, line: int) -> bool:
        """Whether words are broken by syllables in the part of the text around a line."""
        place = bisect_left(self.proven, (line, False))
        own = place < len(self.proven) and self.proven[place][0] == line
        around = [
            *self.proven[max(0, place - AROUND) : place],
            *self.proven[place + own : place + own + AROUND],
        ]
        return 4 * sum(typeset for _line, typeset in around) >= len(around) > 0

    def knows(self, word: str) -> bool:
        """Whether the text has a word elsewhere, or its language has it."""
        return word.lower() in self.words or _is_known(word, self.lang)


def usage(lines: Iterable[Line], lang: str = "") -> Usage:
    """Return how a text writes its words; one that is broken at the end of a line says nothing."""
    words: set[str] = set()
    hanging: set[str] = set()
    held = [line for line in lines if line.text]
    broken = False
    for line in held:
        text = line.text.lower().replace("‐", "-")
        found = _WORD.findall(text)[int(broken) :]
        broken = text.endswith(tuple(_SIGNS))
        whole = found[:-1] if broken else found
        words.update(whole, (_APOSTROPHE.split(word)[0] for word in whole))
        hanging.update(_HANGING.findall(text))
    use = Usage(frozenset(words), frozenset(hanging), lang)
    soft = any(line.text.endswith(SOFT) for line in held)
    return Usage(use.words, use.after_hanging, lang, tuple(_proven(held, use)), soft)


def _proven(lines: Sequence[Line], use: Usage) -> Iterable[tuple[int, bool]]:
    """Yield the broken words of which the text or the language says whose hyphen it was."""
    for before, after in pairwise(lines):
        first, broken = _halves(before.text, after.text)
        if not (first and broken) or broken[2] == SOFT:
            continue
        hyphenated, joined = _forms(broken[1], first[0])
        if hyphenated & use.words:
            yield before.number, False
        elif joined & use.words or (_is_known(broken[1] + first[0], use.lang) and not use.knows(first[0])):
            yield before.number, True
        elif use.knows(broken[1]) and use.knows(first[0]) and not _is_known(broken[1] + first[0], use.lang):
            yield before.number, False


@dataclass(frozen=True)
class Mended:
    """A word that was broken: the line before as it ends now, what joins it to the next one, and why."""

    before: str
    between: str
    decision: Decision


def mend(before: str, after: str, line: int, use: Usage) -> Mended | None:
    """Return how a line is joined to the next if it breaks a word; None where it does not.

    The hyphen goes where the text has the word joined and not with a hyphen, or breaks words by syllables here; a
    soft hyphen goes at the end of a line, where it has done its work. A hanging hyphen is followed by a space.
    """
    first, broken = _halves(before, after)
    if not (first and broken):
        return None
    keeps, between, reason = _verdict(broken, first[0], line, use)
    sign = "" if not keeps else "-" if broken[2] == "¬" else broken[2]
    shown = f"{broken[0]}\n{first[0]}", f"{broken[1]}{sign}{between}{first[0]}"
    return Mended(before[:-1] + sign, between, Decision("hyphen", line, *shown, reason))


def _halves(before: str, after: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    return _WORD.match(after[:LONGEST]), _BROKEN.search(before[-LONGEST:])


def _verdict(broken: re.Match[str], after: str, line: int, use: Usage) -> tuple[bool, str, str]:
    """Return whether the hyphen stays, what follows it, and why."""
    if broken[2] == SOFT:
        return False, "", _("A soft hyphen at the end of a line is the typesetter’s.")
    hyphenated, joined = _forms(broken[1], after)
    if broken[2] == "¬":
        return False, "", _("This sign stands for a typesetter’s hyphen.")
    if hyphenated & use.words:
        return True, "", _("The text has the word with a hyphen elsewhere.")
    if joined & use.words:
        return False, "", _("The text has the word without a hyphen elsewhere.")
    if after.lower() in use.after_hanging:
        return True, " ", _("The text lets hyphens hang before this word.")
    if not after[0].islower():
        return True, "", _("A capital or a number follows: the hyphen is the author’s.")
    whole = broken[1] + after
    if _is_known(whole, use.lang) and not use.knows(after):
        return False, "", _("The language has the word, and not its second half.")
    if use.soft or not use.breaks_words(line):
        return True, "", _("This part of the text breaks no words; the hyphen stays.")
    if use.knows(broken[1]) and use.knows(after) and not _is_known(whole, use.lang):
        return (
            True,
            "",
            _("Both halves are words, and together they are none that is known; the hyphen stays."),
        )
    return False, "", _("This part of the text breaks words by syllables.")


def _forms(left: str, right: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the forms with and without the hyphen that would be evidence: of the whole word, and of its
    last part (“imperialist” for “anti-imperial-ist”)."""
    left, right = left.lower().replace("‐", "-"), _APOSTROPHE.split(right.lower().replace("‐", "-"))[0]
    lefts = {left, left.rpartition("-")[2]}
    return frozenset(f"{part}-{right}" for part in lefts), frozenset(part + right for part in lefts)


def _is_known(word: str, lang: str) -> bool:
    """Whether a language has a word; no where nobody has a list of its words."""
    code = lang.partition("-")[0]
    if code not in _LISTED or len(word) < 2:
        return False
    return bool(simplemma.is_known(word, lang=code))


_LISTED = frozenset(simplemma.strategies.dictionaries.dictionary_factory.SUPPORTED_LANGUAGES)
