"""How well sentences are found: boundary F1 on a folder of paragraphs with known ends, beside what others find.

    python tests/benchmarks/sentences.py FOLDER [--lang LANG …]

FOLDER holds ``LANG.jsonl``, a line a paragraph: ``{"text", "ends", "lang"}``, ``ends`` being the character offset after
each sentence. Boundaries inside a paragraph count, white space aside; one after a sentence without an end mark is
optional. All are measured in one run, and their speed with them: megabytes a second on one core, the first paragraph
left out, since it loads what they need. Peers are sentencex, pysbd and blingfire, as far as they are installed.
"""

import argparse
import importlib
import json
import time
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from hexapla.segment import sentences

MARKS = frozenset(".?!…‥。！？．｡؟۔‽⁇⁈⁉।॥")
GREEK = frozenset(";\u037e")
Spans = Iterable[tuple[int, int]]
Find = Callable[[str, str], Spans]


class Unknown(Exception):
    """A peer has nothing for a language."""


def of_sentencex(library: Any) -> Find:
    """Return sentencex's own sentences."""

    def find(text: str, lang: str) -> Spans:
        found = library.get_sentence_boundaries(lang, text)
        return [(one["start_index"], one["end_index"]) for one in found]

    return find


def of_pysbd(library: Any) -> Find:
    """Return pysbd's sentences, in the languages that it knows."""
    known: dict[str, Any] = {}

    def find(text: str, lang: str) -> Spans:
        if lang not in known:
            try:
                known[lang] = library.Segmenter(language=lang, clean=False, char_span=True)
            except ValueError as error:
                raise Unknown from error
        return [(one.start, one.end) for one in known[lang].segment(text)]

    return find


def of_blingfire(library: Any) -> Find:
    """Return blingfire's sentences: one model for all languages, offsets in characters."""

    def find(text: str, lang: str) -> Spans:
        _sentences, spans = library.text_to_sentences_and_offsets(text)
        return list(spans)

    return find


PEERS = {"sentencex": of_sentencex, "pysbd": of_pysbd, "blingfire": of_blingfire}


def has_mark(piece: str, lang: str) -> bool:
    """Whether a sentence ends in an end mark, closing marks aside."""
    while piece and (
        piece[-1].isspace()
        or unicodedata.category(piece[-1]) in ("Pe", "Pf", "Pi", "Ps")
        or piece[-1] in "\"'`*_"
    ):
        piece = piece[:-1]
    return piece[-1:] in (MARKS | GREEK if lang == "el" else MARKS)


def inked(text: str) -> list[int]:
    """Return, for every offset of a text, how many characters before it are not white space."""
    counts = [0]
    for sign in text:
        counts.append(counts[-1] + (not sign.isspace()))
    return counts


def score(paragraphs: list[dict[str, Any]], find: Find) -> tuple[float, float]:
    """Return F1 and megabytes a second; raises Unknown."""
    right = missed = wrong = size = 0
    spent = 0.0
    find(paragraphs[0]["text"], paragraphs[0]["lang"])
    for one in paragraphs:
        text, lang, ends = one["text"], one["lang"], one["ends"]
        begun = time.perf_counter()
        spans = list(find(text, lang))
        spent += time.perf_counter() - begun
        size += len(text.encode())
        at = inked(text)
        pieces = zip([0, *ends], ends[:-1], strict=False)
        must = {at[end] for start, end in pieces if has_mark(text[start:end], lang)}
        may = {at[end] for end in ends[:-1]} - must
        found = {at[offset] for span in spans for offset in span} - {0, at[-1]}
        right += len(found & must)
        missed += len(must - found)
        wrong += len(found - must - may)
    return 2 * right / max(1, 2 * right + missed + wrong), size / 1e6 / max(spent, 1e-9)


def finders() -> dict[str, Find]:
    """Return what is measured by its name; a peer that is not installed is left out, and said."""
    found: dict[str, Find] = {"hexapla": sentences}
    for name, made in PEERS.items():
        try:
            found[name] = made(importlib.import_module(name))
        except ImportError:
            print(f"{name} is not installed, and left out: pip install {name}")
    return found


def main() -> None:
    """Print a line a language, and the means: of all, and of the languages that each peer knows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", nargs="*", default=[])
    asked = parser.parse_args()
    measured = finders()
    print("F1 (MB/s)" + "".join(f"{name:>18}" for name in measured))
    scores: dict[str, list[tuple[float, float]]] = {name: [] for name in measured}
    for path in sorted(asked.folder.glob("*.jsonl")):
        if asked.lang and path.stem not in asked.lang:
            continue
        paragraphs = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
        if not paragraphs:
            continue
        line = f"{path.stem:9}"
        for name, find in measured.items():
            try:
                scores[name].append(score(paragraphs, find))
                f1, speed = scores[name][-1]
                line += f"{f'{f1:.4f} ({speed:.2f})':>18}"
            except Unknown:
                line += f"{'–':>18}"
        print(line)
    line = f"{'mean':9}"
    for rows in scores.values():
        f1, speed = (
            (sum(column) / max(1, len(rows)) for column in zip(*rows, strict=True)) if rows else (0.0, 0.0)
        )
        line += f"{f'{f1:.4f} ({speed:.2f})':>18}"
    print(line)
    print(f"{'languages':9}" + "".join(f"{len(rows):>18}" for rows in scores.values()))


if __name__ == "__main__":
    main()
