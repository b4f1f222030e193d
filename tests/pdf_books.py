"""The books of ``golden/ingest/pdf``: what they say, line by line, and how near a reading comes to it."""

import re
from dataclasses import dataclass
from pathlib import Path

from hexapla.model.text import Element

BOOKS = Path(__file__).parents[0] / "golden" / "ingest" / "pdf"
_NOTE = re.compile(r"#footnote\[((?:[^\[\]]|\[[^\]]*\])*)\]")
_SETTING = {
    "italic": re.compile(r"_([^_]+)_"),
    "bold": re.compile(r"\*([^*\s][^*]*)\*"),
    "smallcaps": re.compile(r"#smallcaps\[([^\]]*)\]"),
}
_BLOCKS = {"head", "p", "item", "l", "signed", "dateline", "salute", "trailer", "speaker"}


@dataclass(frozen=True)
class Book:
    """What was written: blocks of the text and notes, each as its letters, and what is set in which way."""

    blocks: list[tuple[str, str]]
    notes: list[str]
    settings: set[tuple[str, str]]


def book(name: str) -> Book:
    """Return a book as its source says it."""
    blocks, notes = [], []
    settings: set[tuple[str, str]] = set()
    for line in (BOOKS / f"{name}.txt").read_text("utf-8").splitlines():
        kind, _space, words = line.partition(" ")
        if kind == "thesis":
            words = words.partition(" ")[2]
        notes += [_letters(_plain(note)) for note in _NOTE.findall(words)]
        if kind != "break":
            for rend, pattern in _SETTING.items():
                settings |= {(rend, _letters(found)) for found in pattern.findall(words)}
        words = _NOTE.sub("", words)
        parts = words.split("\\ ") if kind == "verse" else [words]
        blocks += [(kind, _letters(part if kind == "break" else _plain(part))) for part in parts]
    return Book(blocks, notes, settings)


def read_blocks(body: Element) -> tuple[list[tuple[str, str]], list[str], set[tuple[str, str]]]:
    """Return the blocks of a body that was read, its notes, and what is set in which way."""
    blocks: list[tuple[str, str]] = []
    notes: list[str] = []
    settings: set[tuple[str, str]] = set()
    for part in body.walk():
        if part.tag in _BLOCKS and _own(part) and not any(inner.tag in _BLOCKS for inner in _children(part)):
            blocks.append((part.tag, _own(part)))
        elif part.tag == "note":
            notes.append(_letters(_all(part)))
        elif part.tag == "hi":
            settings.add((part.get("rend"), _letters(_all(part))))
    return blocks, notes, settings


def boundaries(blocks: list[tuple[str, str]]) -> set[int]:
    """Return where blocks end, counted in letters."""
    ends, at = set(), 0
    for _kind, letters in blocks:
        at += len(letters)
        ends.add(at)
    return ends


def f1(found: set[int], wanted: set[int]) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * len(found & wanted) / (len(found) + len(wanted))


def _plain(words: str) -> str:
    for pattern in _SETTING.values():
        words = pattern.sub(r"\1", words)
    return words


def _letters(words: str) -> str:
    """Return the letters and figures of words."""
    return "".join(sign for sign in words if sign.isalnum())


def _own(part: Element) -> str:
    """Return the letters of a block without its notes."""
    return _letters("".join(one if isinstance(one, str) else "" if one.tag == "note" else _all_but_notes(one)
                            for one in part.content))  # fmt: skip


def _all_but_notes(part: Element) -> str:
    return "".join(one if isinstance(one, str) else "" if one.tag == "note" else _all_but_notes(one)
                   for one in part.content)  # fmt: skip


def _children(part: Element) -> list[Element]:
    return [one for one in part.content if isinstance(one, Element)]


def _all(part: Element) -> str:
    return "".join(one if isinstance(one, str) else _all(one) for one in part.content)
