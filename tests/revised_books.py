"""A long book that is translated, and its next state: some sentences edited, some moved, some split."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from hexapla.model.catalog import Entry, State
from hexapla.model.person import Person
from hexapla.work.edition import Edition

STATES = (State.TRANSLATED, State.REVIEWED, State.APPROVED)
PARAGRAPH = 5
_SYLLABLES = (
    "ba",
    "dro",
    "fi",
    "gam",
    "hul",
    "jor",
    "ke",
    "lo",
    "mi",
    "nu",
    "pes",
    "ri",
    "sta",
    "tor",
    "um",
    "va",
)


@dataclass(frozen=True)
class Book:
    """Sentences in their order; ``edited``, ``moved`` and ``split`` are the places of the first book's sentences."""

    sentences: tuple[str, ...]
    edited: frozenset[int] = frozenset()
    moved: frozenset[int] = frozenset()
    split: frozenset[int] = frozenset()

    @property
    def text(self) -> str:
        """The book as a plain file: a title, and paragraphs of five sentences."""
        parts = [
            " ".join(self.sentences[start : start + PARAGRAPH])
            for start in range(0, len(self.sentences), PARAGRAPH)
        ]
        return "\n\n".join(["The Mill", *parts]) + "\n"


def book(dice: random.Random, sentences: int) -> Book:
    """Return a book of so many sentences; words are as frequent as in a language."""
    words = ["".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))) for _word in range(4000)]
    often = [1 / rank for rank in range(1, len(words) + 1)]
    return Book(
        tuple(
            f"{' '.join(dice.choices(words, often, k=dice.randint(8, 40)))}.".capitalize()
            for _n in range(sentences)
        )
    )


def next_state(
    dice: random.Random, first: Book, *, edited: float, moved: float, split: float, share: float = 0.0
) -> Book:
    """Return what an author makes of a book; the shares are of its sentences.

    Of an edited one so large a ``share`` of the words is another one, and one or two at least.
    """
    count = len(first.sentences)
    places = dice.sample(range(count), round(count * (edited + moved + split)))
    ends = round(count * edited), round(count * (edited + moved))
    some = frozenset(places[: ends[0]]), frozenset(places[ends[0] : ends[1]]), frozenset(places[ends[1] :])
    others = {place: _edited(dice, first, place, share) for place in some[0]}
    others |= {place: _split(first.sentences[place]) for place in some[2]}
    made = [others.get(place, text) for place, text in enumerate(first.sentences) if place not in some[1]]
    for place in sorted(some[1]):
        made.insert(dice.randrange(len(made)), first.sentences[place])
    return replace(Book(tuple(made)), edited=some[0], moved=some[1], split=some[2])


def _edited(dice: random.Random, first: Book, place: int, share: float) -> str:
    words = first.sentences[place].split()
    others = dice.choice(first.sentences).rstrip(".").lower().split()
    count = max(dice.randint(1, 2), round(len(words) * share))
    for at in dice.sample(range(1, len(words) - 1), k=min(count, len(words) - 2)):
        words[at] = dice.choice(others) if share else "altered"
    return " ".join(words)


def _split(sentence: str) -> str:
    words = sentence.split()
    half = len(words) // 2
    return f"{' '.join(words[:half])}. {' '.join(words[half:]).capitalize()}"


def translate(edition: Edition, person: Person, slug: str, langs: Iterable[str]) -> None:
    """Translate a text whole, with all states in turn."""
    text = edition.text(slug)
    for lang in langs:
        entries = [
            Entry((unit.id,), unit.source, said(lang, unit.source), STATES[place % 3])
            for place, unit in enumerate(text.units)
        ]
        edition.desk.fill(person, text.id, lang, entries, kind="fill")


def said(lang: str, source: str) -> str:
    """Return what stands for a translation: the source's words the other way round."""
    return f"{lang}: {' '.join(reversed(source.split()))}"


def faults(edition: Edition, slug: str, langs: Iterable[str], first: Book, second: Book) -> dict[str, int]:
    """Count what a revision has lost: texts and states of units that nothing happened to, and moved ones made fuzzy."""
    touched = {first.sentences[place] for place in first_touched(second)}
    states = {text: STATES[(place + 1) % 3] for place, text in enumerate(first.sentences)}
    moved = {first.sentences[place] for place in second.moved}
    count = {"kept": 0, "lost": 0, "moved and fuzzy": 0, "touched and not fuzzy": 0}
    for lang in langs:
        rows = edition.desk.rows(edition.text_id(slug), lang, limit=None)
        here: Mapping[str, Entry] = {row.entry.msgid: row.entry for row in rows}
        for text, state in states.items():
            one = here.get(text)
            if text in touched:
                continue
            fine = one is not None and (one.msgstr, one.state) == (said(lang, text), state)
            count["kept" if fine else "lost"] += 1
            count["moved and fuzzy"] += text in moved and (one is None or one.state is State.NEEDS_WORK)
        before = {row.entry.previous: row.entry for row in rows if row.entry.state is State.NEEDS_WORK}
        for text in touched:
            one = before.get(text)
            count["touched and not fuzzy"] += one is None or one.msgstr != said(lang, text)
    return count


def first_touched(second: Book) -> frozenset[int]:
    """Return the places of sentences whose translations have to be looked at."""
    return second.edited | second.split
