"""How many of the first 40 candidates are terms, by a list of judged ones; and how fast they are found.

    python tests/benchmarks/term_candidates.py TEXTS [--judged FILE] [--first 40]

TEXTS is a folder of English texts in any form that can be brought in. The judged list (``judged/candidates.tsv``) has
a line a candidate: the candidate, "yes" or "no", the reason. What it does not have counts as no, and is named.
"""

import argparse
import tempfile
import time
from pathlib import Path

from hexapla.formats.tei import inline
from hexapla.model.glossary import Kind
from hexapla.model.person import ALL, Person
from hexapla.terms.candidates import candidates
from hexapla.work import edition as editions
from hexapla.work import ingest

JUDGED = Path(__file__).with_name("judged") / "candidates.tsv"
READER = Person("reader", "Reader", ALL)


def segments(folder: Path) -> list[str]:
    """Return the units of the texts in a folder, brought into an edition and then forgotten."""
    with tempfile.TemporaryDirectory() as made:
        editions.create(
            Path(made) / "edition", title="Texts", source="en", targets=("de",), licence="", date=""
        )
        with editions.opened(Path(made) / "edition", READER) as edition:
            for file in sorted(path for path in folder.iterdir() if path.is_file()):
                ingest.store(edition, READER, ingest.read(edition, file))
            return [
                inline.plain(unit.source)
                for text in edition.settings.texts
                if text.slug != "edition"
                for unit in edition.text(text.slug).units
            ]


def verdicts(file: Path) -> dict[str, bool]:
    """Return whether each judged candidate is a term."""
    lines = (line.split("\t") for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {line[0].casefold(): line[1] == "yes" for line in lines if len(line) > 1}


def measure(texts: Path, judged: Path = JUDGED, first: int = 40) -> None:
    """Print the figures."""
    read = segments(texts)
    words = sum(len(segment.split()) for segment in read)
    begun = time.perf_counter()
    found = candidates("en", read)
    once = time.perf_counter() - begun
    times = -(-100_000 // max(words, 1))
    begun = time.perf_counter()
    candidates("en", read * times)
    often = time.perf_counter() - begun
    terms = [one.name for one in found if one.kind is Kind.TERM][:first]
    known = verdicts(judged)
    right = sum(known.get(term.casefold(), False) for term in terms)
    print(
        f"candidates: {right} of the first {len(terms)} are terms, precision {right / max(1, len(terms)):.3f}"
    )
    print(f"  {words:,} words in {once:.2f} s, dictionary and all; {times * words:,} words in {often:.2f} s")
    print(f"  {sum(one.kind is Kind.NAME for one in found)} names are set apart")
    if wrong := [term for term in terms if not known.get(term.casefold(), True)]:
        print(f"  none: {', '.join(wrong)}")
    if new := [term for term in terms if term.casefold() not in known]:
        print(f"  not judged yet, counted as none: {', '.join(new)}")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("--judged", type=Path, default=JUDGED)
    parser.add_argument("--first", type=int, default=40)
    asked = parser.parse_args()
    measure(asked.texts, asked.judged, asked.first)


if __name__ == "__main__":
    main()
