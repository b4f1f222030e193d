"""Whether the renderings that are mined from an edition's translations are the terms that its glossary has decided.

    python tests/benchmarks/term_renderings.py [EDITION] [--lang LANG …] [--wrong]

EDITION is a folder with source/ and locales/; without one, the sample. A concept counts where its source term occurs
three times or more in translated units, within no longer term. Its rendering is right where it is the preferred or
an admitted term, as the finder sees that in most of its places, word for word: an elided article aside. ``--wrong``
prints the others. Shown: how many are sure enough to be shown, and how many of these are right.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from hexapla.formats import po, tbx
from hexapla.formats.tei import inline
from hexapla.model.candidates import MinedRendering
from hexapla.model.glossary import Concept, Glossary, Status, Term
from hexapla.terms import Finder
from hexapla.terms.renderings import Renderings, is_shown

SAMPLE = Path(__file__).parents[2]
DECIDED = (Status.PREFERRED, Status.ADMITTED, None)
OFTEN, SELDOM = 5, 3


def decided(concept: Concept, lang: str) -> list[Term]:
    """Return the terms that a concept may be called in a language."""
    sections = (section for section in concept.sections if section.lang == lang)
    return [term for section in sections for term in section.terms if term.status in DECIDED]


def pairs(edition: Path, lang: str) -> list[tuple[str, str]]:
    """Return the translated units, and their translations, as plain text."""
    return [
        (inline.plain(entry.msgid), inline.plain(entry.msgstr))
        for path in sorted((edition / "locales" / lang / "LC_MESSAGES").glob("*.po"))
        for entry in po.parse(path.read_bytes(), file=path.name).entries
        if entry.msgstr and not entry.obsolete
    ]


def is_term(rendering: MinedRendering, terms: Sequence[Term], lang: str, targets: Sequence[str]) -> bool:
    """Whether a rendering is one of the terms, in most of its places."""
    finder = Finder(lang, terms)
    right = 0
    for segment, start, end in rendering.places:
        text = targets[segment]
        right += any(
            hit.end == end and (hit.start == start or text[start - 1] in "'’")
            for hit in finder.find([text])[0]
        )
    return 2 * right >= len(rendering.places)


def measure(edition: Path = SAMPLE, langs: Sequence[str] = (), *, wrong: bool = False) -> None:
    """Print a line a language, and the whole."""
    glossary = tbx.parse((edition / "source" / "glossary.tbx").read_bytes(), file="glossary.tbx")
    print("renderings: top rendering is the decided term")
    total = Counter[str]()
    for lang in langs or sorted(path.name for path in (edition / "locales").iterdir()):
        counts = _language(glossary, edition, lang, wrong=wrong)
        print(f"  {lang:6}{_said(counts)}")
        total += counts
    print(f"  {'all':6}{_said(total)}")


def _language(glossary: Glossary, edition: Path, lang: str, *, wrong: bool) -> Counter[str]:
    read = pairs(edition, lang)
    sources, targets = [one for one, _other in read], [other for _one, other in read]
    terms = [(concept, term) for concept in glossary.concepts for term in decided(concept, glossary.lang)]
    hits = Finder(glossary.lang, [term for _concept, term in terms]).find(sources)
    mined = Renderings(lang, targets, source=Renderings(glossary.lang, sources))
    counts = Counter[str]()
    for concept in glossary.concepts:
        rendered = decided(concept, lang)
        where = [
            (nth, hit.start, hit.end)
            for nth, row in enumerate(hits)
            for hit in row
            if terms[hit.term][0] is concept and not hit.inside
        ]
        if len(where) < SELDOM or not rendered:
            continue
        found = mined.of(where)
        right = bool(found) and is_term(found[0], rendered, lang, targets)
        often = len(where) >= OFTEN
        counts.update({"all": 1, "right": right, "often": often, "often right": often and right})
        if found and is_shown(found[0]):
            counts.update({"shown": 1, "shown right": right})
        if wrong and not right:
            names = " | ".join(f"{one.name} {one.count} of {one.of}" for one in found[:3])
            print(f"      {lang} {concept.name} {rendered[0].text}: {names}")
    return counts


def _said(counts: Counter[str]) -> str:
    return "   ".join(
        f"{said} {counts[right]}/{counts[of]} {counts[right] / max(1, counts[of]):.3f}"
        for said, right, of in (
            (f"frequency ≥ {OFTEN}", "often right", "often"),
            (f"≥ {SELDOM}", "right", "all"),
            ("shown", "shown right", "shown"),
        )
    )


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("edition", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--lang", nargs="*", default=[])
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args()
    measure(asked.edition, asked.lang, wrong=asked.wrong)


if __name__ == "__main__":
    main()
