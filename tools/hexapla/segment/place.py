"""A place where a sentence may end: its marks, and what stands around them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hexapla.segment.languages.rules import Rules
from hexapla.segment.marks import (
    BRACKETS,
    DASHES,
    TRAILING,
    WIDE,
    after,
    candidates,
    following,
    is_item,
    set_apart,
)

_REACH = 40
"""How many characters before a mark are looked at: no abbreviation is longer."""

_OPENERS = "\"'`“”„‟‘’‚‛«»‹›([{¿¡*_<"
_LATIN_END = re.compile(r"[!-~]++\Z")
_ROMAN = re.compile(r"[IVXLCХІ]+")  # the last two are Cyrillic


@dataclass
class Place:
    """Marks at ``start``, with all that belongs to them up to ``end``, and the first word after that."""

    text: str
    start: int
    marks: str
    closing: str
    end: int
    rules: Rules

    def __post_init__(self) -> None:
        found = following(self.text, self.end)
        self.signs: str = found["signs"]
        self.word: str = found["word"]
        """The word that follows; empty before a number or at the end."""
        self.is_dotted = found["tail"] == "." and len(self.word) == 1
        """Whether that word is an initial."""
        behind = self.text[found.end("word") : found.end("word") + 1]
        self.is_whole = behind.isspace() or behind in ("'", "’", ",")
        """Whether white space or an apostrophe follows that word."""
        self.is_glued = self.word != "" and self.signs == "" and self.marks[-1] not in WIDE + TRAILING
        """Whether the space is lost that should stand before that word."""
        first = self.word[:1] or self.text[found.end() : found.end() + 1]
        self.is_small = first.islower() and not (
            self.text.startswith(("http", "www."), found.start("word"))
            or is_item(self.text, found.start("word"))
        )
        self.is_capital = first.isupper()
        self.is_digit = first.isdigit()
        self.has_dash = any(sign in DASHES for sign in self.signs)

    @cached_property
    def before(self) -> list[str]:
        """The words before the marks, the last of them as it touches the marks: empty after a space."""
        window = self.text[max(0, self.start - _REACH) : self.start]
        found = window.split()
        return [*found, ""] if not found or window[-1].isspace() else found

    @cached_property
    def token(self) -> str:
        """What the marks touch, without what opens before it; in scripts without spaces, the Latin letters."""
        last = self.before[-1]
        if self.rules.wide and (latin := _LATIN_END.search(last)):
            last = latin[0]
        return last.lstrip(_OPENERS)

    @property
    def previous(self) -> str:
        """The word before the token; empty if it is the first."""
        return self.before[-2] if len(self.before) > 1 else ""

    @property
    def is_first(self) -> bool:
        """Whether the token is the first word of a sentence or of a clause, or seems to be, after an abbreviation."""
        previous = self.previous
        is_letter = len(previous) == 2 and previous[0].isalpha()
        return not previous or (previous[-1] in ".?!…:;" and not is_letter) or previous.strip(DASHES) == ""

    @property
    def is_from_start(self) -> bool:
        """Whether the words before the marks are all that the text has."""
        return self.start <= _REACH

    @property
    def begins(self) -> bool:
        """Whether sentences begin with the word that follows, and names do not."""
        return self.is_capital and not self.is_dotted and self.word.lower() in self.rules.starters

    @property
    def has_bracket(self) -> bool:
        """Whether a bracket closes behind the marks."""
        return any(sign in BRACKETS for sign in self.closing)

    @property
    def opens_bracket(self) -> bool:
        """Whether a bracket opens before the word that follows."""
        return "(" in self.signs or "[" in self.signs

    @property
    def is_roman(self) -> bool:
        """Whether the word that follows is a Roman numeral."""
        return bool(_ROMAN.fullmatch(self.word))


def places(text: str, rules: Rules) -> Iterator[Place]:
    """Yield the places of a text, in order."""
    quotes: list[int] | None = None
    done = 0
    for found in candidates(rules.marks, rules.wide).finditer(text):
        end = found.end()
        if end <= done:
            continue  # within a face that belongs to the place before
        apart = set_apart(text, end)
        if apart and apart["quote"] == '"' and quotes is None:
            quotes = [sign.start() for sign in re.finditer('"', text)]
        if apart and (apart["bracket"] or _closes(text, apart, quotes or [])):
            end = apart.end()
        closing = text[found.end("marks") : end]
        done = after(text, end)
        yield Place(text, found.start(), found["marks"], closing, done, rules)


def _closes(text: str, apart: re.Match[str], quotes: list[int]) -> bool:
    """Whether a quotation mark that stands apart closes: it does if one before it is open."""
    sign, at = apart["quote"], apart.start("quote")
    if sign == '"':
        return bisect_left(quotes, at) % 2 == 1
    if sign == "''":
        return True
    opening = {"»": "«", "”": "“"}.get(sign, "")
    since = max(0, at - 2000)
    return bool(opening) and text.rfind(opening, since, at) > text.rfind(sign, since, at)
