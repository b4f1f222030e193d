"""How well sentences are found: boundary F1 on a folder of paragraphs with known ends, beside sentencex alone.

    python tests/benchmarks/sentences.py FOLDER

FOLDER holds ``LANG.jsonl``, a line a paragraph: ``{"text", "ends", "lang"}``, ``ends`` being the character offset after
each sentence. Boundaries inside a paragraph count, white space aside; one after a sentence without an end mark is
optional. Both are measured in one run, and the speed with them.
"""

import argparse
import json
import time
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import sentencex

from hexapla.segment import sentences

MARKS = frozenset(".?!…‥。！？．｡؟۔‽⁇⁈⁉।॥;\u037e")
Spans = Iterable[tuple[int, int]]


def alone(text: str, lang: str) -> Spans:
    """Return sentencex's own sentences."""
    found = sentencex.get_sentence_boundaries(lang, text)
    return [(one["start_index"], one["end_index"]) for one in found]


def has_mark(piece: str) -> bool:
    """Whether a sentence ends in an end mark, closing marks aside."""
    while piece and (
        piece[-1].isspace()
        or unicodedata.category(piece[-1]) in ("Pe", "Pf", "Pi", "Ps")
        or piece[-1] in "\"'"
    ):
        piece = piece[:-1]
    return piece[-1:] in MARKS


def inked(text: str, offset: int) -> int:
    """Count the characters before an offset that are not white space."""
    return len("".join(text[:offset].split()))


def score(paragraphs: list[dict], find: Callable[[str, str], Spans]) -> tuple[float, float]:  # type: ignore[type-arg]
    """Return F1 and megabytes a second."""
    right = missed = wrong = size = 0
    spent = 0.0
    for one in paragraphs:
        text, ends = one["text"], one["ends"]
        begun = time.perf_counter()
        spans = list(find(text, one["lang"]))
        spent += time.perf_counter() - begun
        size += len(text.encode())
        whole = inked(text, len(text))
        starts = [0, *ends]
        must = {
            inked(text, end)
            for start, end in zip(starts, ends[:-1], strict=False)
            if has_mark(text[start:end])
        }
        may = {inked(text, end) for end in ends[:-1]} - must
        found = {inked(text, end) for _start, end in spans} - {0, whole}
        right += len(found & must)
        missed += len(must - found)
        wrong += len(found - must - may)
    f1 = 2 * right / max(1, 2 * right + missed + wrong)
    return f1, size / 1e6 / max(spent, 1e-9)


def main() -> None:
    """Print a line a language, and the mean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    rows = []
    for path in sorted(parser.parse_args().folder.glob("*.jsonl")):
        paragraphs = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        mine, peer = score(paragraphs, sentences), score(paragraphs, alone)
        rows.append((mine[0], peer[0]))
        print(
            f"{path.stem}  hexapla {mine[0]:.3f} ({mine[1]:.1f} MB/s)  sentencex {peer[0]:.3f} ({peer[1]:.1f} MB/s)"
        )
    if rows:
        ours, theirs = (sum(column) / len(rows) for column in zip(*rows, strict=True))
        print(f"mean  hexapla {ours:.3f}  sentencex {theirs:.3f}")


if __name__ == "__main__":
    main()
