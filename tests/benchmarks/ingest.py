"""How near readings come to careful ones: golden books in all the forms in which they arrive.

    python tests/benchmarks/ingest.py [--worst N] [--form FORM] [FOLDER …]

A FOLDER holds a folder a book: ``book.xml``, the careful reading; ``sentences.txt``; ``book.txt``, ``book.docx`` and so
on. Without one, the books in ``tests/golden/ingest`` are read. F1 of the ends of paragraphs and of sentences; ends that
were missed (paragraphs joined) and that are none; letters missing and added; then each kind of thing as
right/found/there, one number where all three are the same.
``--worst`` prints that many faults of each kind of fault, form by form.
"""

import argparse
from pathlib import Path

from golden.ingest.books import FORMS, HERE, Book, books
from golden.ingest.score import Rate, Score
from hexapla.model.errors import HexaplaError

LEAST = 0.9995


def main() -> None:
    """Print a table: a row a book and form."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="*", default=[HERE])
    parser.add_argument("--form", choices=FORMS, action="append")
    parser.add_argument("--worst", type=int, default=0)
    asked = parser.parse_args()
    for folder in asked.folder:
        for book in books(folder):
            for form in asked.form or FORMS:
                if book.has(form):
                    _row(book, form, asked.worst)


def _row(book: Book, form: str, worst: int) -> None:
    name = f"{book.folder.name:15} {form:14}"
    try:
        score = book.score(form)
    except HexaplaError as error:
        print(f"{name} no reader: {error}")
        return
    missing = sum(len(one.missing) for one in score.differences)
    added = sum(len(one.added) for one in score.differences)
    print(
        f"{name} paragraphs {score.paragraphs.f1:.4f}  sentences {score.sentences.f1:.4f}"
        f"  joined {len(score.joins):2} split {len(score.splits):2}  letters -{missing} +{added}"
    )
    print(" " * 31 + "  ".join(f"{kind} {_shown(rate)}" for kind, rate in score.kinds.items()))
    for line in _faults(score, worst):
        print(" " * 33 + line)


def _shown(rate: Rate) -> str:
    if rate.f1 > LEAST:
        return str(rate.there)
    return f"{rate.right}/{rate.found}/{rate.there}"


def _faults(score: Score, worst: int) -> list[str]:
    differences = [
        f"letters -{one.missing[:60]!r} +{one.added[:60]!r} at {one.at}" for one in score.differences[:worst]
    ]
    joins = [f"joined {where}" for where in score.joins[:worst]]
    splits = [f"split {where}" for where in score.splits[:worst]]
    return [*joins, *splits, *score.wrong[: 2 * worst], *differences]


if __name__ == "__main__":
    main()
