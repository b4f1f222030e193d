"""How near a reading comes to the careful one: ends of paragraphs and sentences, letters, kinds of things found.

Used by ``tests/ingest/test_books.py``, which holds floors, and by ``tests/benchmarks/ingest.py``, which prints tables.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from golden.ingest.align import Difference, Places
from golden.ingest.outline import Mark, Outline, letters, outline
from hexapla.model.text import Element

_TYPE = "().°[] "
"""What is printed around numbers: whether a reader keeps it in ``n`` is a matter of taste."""
Span = tuple[int, int]


@dataclass(frozen=True)
class Rate:
    """How many were to be found, how many were found, and how many of these are right."""

    right: int = 0
    found: int = 0
    there: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where nothing was there and nothing found."""
        return 2 * self.right / (self.found + self.there) if self.found + self.there else 1.0


@dataclass(frozen=True)
class Score:
    """One reading beside the careful one; ``joins`` and ``splits`` are the text around wrong ends of paragraphs."""

    paragraphs: Rate
    sentences: Rate
    joins: tuple[str, ...]
    splits: tuple[str, ...]
    differences: tuple[Difference, ...]
    kinds: dict[str, Rate] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()
    """The things missed and the things that are none, with their places in words."""


@dataclass(frozen=True)
class Form:
    """What a form of a book can say: whether it has pages, whether its notes have numbers of their own, and whether a
    section break is a rule and no letters."""

    pages: bool = False
    numbers: bool = False
    rules: bool = False


def score(reading: Element, careful: Outline, sentences: Iterable[int], form: Form) -> Score:
    """Return the score of a reading: a ``text`` element divided into units; ``sentences`` are the places where
    sentences end, as ``sentence_ends`` gives them."""
    found = outline(reading, rules=form.rules)
    places = Places(found.letters, careful.letters)
    paragraphs, missed, added = _ends(found.ends | found.may, careful.ends, careful.may, places)
    strays = [start for start, end in _stretches(found) if not places.is_known(start, end)]
    paragraphs = replace(paragraphs, found=paragraphs.found + len(strays))
    wanted = set(sentences)
    divided, _missed, _added = _ends(set(found.units), wanted, careful.may, places)
    kinds, wrong = _kinds(found, careful, places, form)
    return Score(
        paragraphs,
        divided,
        tuple(_around(careful.letters, at) for at in missed),
        tuple(_around(found.letters, at) for at in sorted({*added, *strays})),
        places.differences,
        kinds,
        tuple(wrong),
    )


def sentence_ends(file: Path, careful: Outline, *, rules: bool = False) -> list[int]:
    """Return where sentences end by a list of them, one a line, made by hand."""
    at, ends = 0, []
    for line in file.read_text("utf-8").splitlines():
        if rules and not letters(line).strip("*"):
            continue
        size = len(letters(line))
        if careful.letters[at : at + size] != letters(line):
            raise ValueError(f"{file}: {line!r} is not what stands at {_around(careful.letters, at)!r}")
        at += size
        ends.append(at)
    return ends


def unaccounted(file: str, removed: Iterable[tuple[str, str]], reading: Outline) -> Counter[str]:
    """Return the letters of a text file that are neither in its reading nor taken away by a decision, negative where
    the reading has more; ``removed`` is what stood and what stands there now."""
    left = Counter(letters(file))
    for before, after in removed:
        left.subtract(Counter(letters(before)))
        left.update(Counter(letters(after)))
    left.subtract(Counter(reading.letters))
    return Counter({sign: n for sign, n in left.items() if n})


def _ends(
    found: set[int], wanted: set[int], may: set[int], places: Places
) -> tuple[Rate, list[int], list[int]]:
    """Return how many ends are right, the careful text's that were missed, and the reading's that are none."""
    open_ = set(wanted)
    right, added = 0, []
    for end in sorted(found):
        low, high = places.of(end)
        near = [place for place in range(min(low, high), max(low, high) + 1) if place in open_]
        if near:
            open_.discard(near[0])
            right += 1
        elif not any(place in may | wanted for place in range(min(low, high), max(low, high) + 1)):
            added.append(end)
    return Rate(right, right + len(added), len(wanted)), sorted(open_), added


def _stretches(reading: Outline) -> list[Span]:
    """Return the paragraphs of a reading."""
    cuts = sorted({0, *reading.ends, reading.flow, len(reading.letters)})
    return list(pairwise(cuts))


def _kinds(found: Outline, careful: Outline, places: Places, form: Form) -> tuple[dict[str, Rate], list[str]]:
    rates, wrong = {}, []
    ours, theirs = _by_kind(found, form), _by_kind(careful, form)
    for kind in sorted({*ours, *theirs}):
        open_ = list(theirs.get(kind, []))
        right = 0
        for mark in ours.get(kind, []):
            match = next((one for one in open_ if _is_same(mark, one, places)), None)
            if match:
                open_.remove(match)
                right += 1
            else:
                wrong.append(f"+{_named(mark)} {_around(found.letters, mark.start)}")
        wrong += [f"-{_named(mark)} {_around(careful.letters, mark.start)}" for mark in open_]
        rates[kind] = Rate(right, len(ours.get(kind, [])), len(theirs.get(kind, [])))
    return rates, wrong


def _named(mark: Mark) -> str:
    return f"{mark.kind} {mark.n}".rstrip()


def _by_kind(reading: Outline, form: Form) -> dict[str, list[Mark]]:
    """Return the marks that count, by kind; the level of a head is a kind of its own."""
    sorted_: dict[str, list[Mark]] = {}
    for mark in reading.marks:
        if mark.kind == "pb" and (not form.pages or not mark.start):
            continue
        if mark.kind == "head":
            sorted_.setdefault("level", []).extend([replace(mark, kind="level")] if mark.n else [])
            mark = replace(mark, n="")
        if mark.kind in ("note", "pb") and not form.numbers:
            mark = replace(mark, n="")
        sorted_.setdefault(mark.kind, []).append(mark)
    return sorted_


def _is_same(mark: Mark, careful: Mark, places: Places) -> bool:
    return (
        mark.n.strip(_TYPE) == careful.n.strip(_TYPE)
        and _is_at(places.of(mark.start), careful.start)
        and _is_at(places.of(mark.end), careful.end)
    )


def _is_at(span: Span, place: int) -> bool:
    return min(span) <= place <= max(span)


def _around(text: str, at: int) -> str:
    return f"{text[max(0, at - 24) : at]}|{text[at : at + 24]}"
