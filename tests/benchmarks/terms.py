"""Terminology in one run: how well and how fast terms are found, candidates, renderings; beside what others do.

    python tests/benchmarks/terms.py DATA TEXTS [--lang LANG …] [--part quality speed candidates renderings]

DATA holds ``score_terms.py`` and a folder ``terms`` with ``LANG.sentences.tsv`` and ``LANG.terms.jsonl``; TEXTS are
English texts for candidates (``term_candidates.py``); renderings are those of the sample (``term_renderings.py``).

Quality: F1 of confirmed hits, false alarms in percent of the segments that have a term, hits per 1,000 segments that do
not have it. Speed: 500 terms in 10,000 and in 100,000 segments, the treebank's again and again, in seconds of the
processor: cold (new words; the first time the dictionary has to be loaded too), warm (a new finder, with a table that
remembers the words), kept (the same finder again), and for one edited unit. Peers are measured on a sample of segments
when they know its words, and extrapolated: they take as long for every segment. What they need for new words is said
apart.
"""

import argparse
import importlib.util
import itertools
import statistics
import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import term_candidates
import term_renderings
from figures import middle
from term_peers import Find, Unknown, lemmas_and_stems, snowball, toolkit, whole_words

from hexapla.model.terms import Forms
from hexapla.terms import Finder
from hexapla.terms.tokens import words

PARTS = ("speed", "quality", "candidates", "renderings")
TERMS, SIZES, SAMPLE, EDITED = 500, (10_000, 100_000), 200, 200
PEERS: Mapping[str, Callable[[str, Sequence[str]], Find]] = {
    "regex per term": whole_words,
    "Snowball": snowball,
    "simplemma + Snowball": lemmas_and_stems,
}
LEARNING = ("Snowball", "simplemma + Snowball")
Figures = tuple[float, float, float]


class Table:
    """A memory of words that lasts as long as the run."""

    def __init__(self) -> None:
        self._known: dict[str, Forms] = {}

    def get(self, lang: str, version: str, words: Collection[str]) -> Mapping[str, Forms]:
        """Return what is remembered."""
        return {word: self._known[word] for word in words if word in self._known}

    def put(self, lang: str, version: str, forms: Mapping[str, Forms]) -> None:
        """Remember."""
        self._known.update(forms)


def scorer(data: Path) -> Any:
    """Return the scorer that the data came with."""
    spec = importlib.util.spec_from_file_location("score_terms", data / "score_terms.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ours(lang: str, terms: Sequence[str]) -> Find:
    """Return our finder, as the peers are."""
    finder = Finder(lang, terms)
    return lambda segment: [
        (hit.term, hit.start, hit.end, hit.verdict.value) for hit in finder.find([segment])[0]
    ]


def quality(score: Any, data: Path, langs: Sequence[str]) -> None:
    """Print the scorer's figures per language, and the means over the languages that all know."""
    makers = {"hexapla": ours, **PEERS}
    rows: dict[str, dict[str, Figures]] = {name: {} for name in makers}
    print(
        "quality: narrow F1, false alarms %, missed per 1,000\n"
        + " " * 6
        + "".join(f"{n:>24}" for n in makers)
    )
    for lang in langs:
        terms, gold, sentences = score.load(data / "terms", lang)
        for name, maker in makers.items():
            try:
                find = maker(lang, [term["term"] for term in terms])
            except Unknown:
                continue
            answer = score.check([find(sentence) for sentence in sentences], len(terms), sentences)
            made = score.score(lang, terms, gold, sentences, answer)
            rows[name][lang] = (made["all"]["F1"], made["false_alarms_percent"], made["missed_per_1000"])
        print(f"  {lang:4}" + "".join(_cell(rows[name].get(lang)) for name in makers), flush=True)
    means = {name: _means(list(some.values())) for name, some in rows.items()}
    print("  mean" + "".join(_cell(means[name]) for name in makers))
    mine = means["hexapla"]
    for name in PEERS:
        shared = [lang for lang in rows[name] if lang in rows["hexapla"]]
        here = _means([rows["hexapla"][lang] for lang in shared]) or mine
        if here and (theirs := _means([rows[name][lang] for lang in shared])):
            ratio = theirs[1] / max(here[1], 1e-9)
            print(f"  false alarms of {name}: {ratio:.1f} × ours ({len(shared)} languages)")


def speed(score: Any, data: Path, langs: Sequence[str]) -> None:
    """Print how long each takes for the same terms and segments, and the ratio to ours, warm."""
    for lang in langs:
        given, _gold, sentences = score.load(data / "terms", lang)
        terms = _enough([term["term"] for term in given], sentences)
        sizes = " and ".join(f"{size:,}" for size in SIZES)
        print(f"speed: {lang}, {len(terms)} terms in {sizes} segments, s; a unit, ms")
        warm = _ours(lang, terms, sentences)
        for name, maker in {**PEERS, "translate-toolkit": toolkit}.items():
            try:
                find = maker(lang, terms)
            except Unknown as error:
                if str(error):
                    print(f"  {error}")
                continue
            _peer(name, find, sentences, warm)


def spent(times: list[float], work: Callable[[], object]) -> None:
    """Add how much of the processor's time something takes: other work on the machine does not count."""
    begun = time.process_time()
    work()
    times.append(time.process_time() - begun)


def _ours(lang: str, terms: Sequence[str], sentences: Sequence[str]) -> list[float]:
    table = Table()
    kinds: dict[str, list[float]] = {"cold": [], "warm": [], "kept": []}
    finder = Finder(lang, terms)
    for size in SIZES:
        segments = list(itertools.islice(itertools.cycle(sentences), size))
        # The first cold run of a language loads its dictionary; the next ones only meet new words.
        spent(kinds["cold"], lambda some=segments: Finder(lang, terms, table=Table()).find(some))
        Finder(lang, terms, table=table).find(sentences)
        spent(kinds["warm"], lambda some=segments: Finder(lang, terms, table=table).find(some))
        finder.find(sentences)
        spent(kinds["kept"], lambda some=segments: finder.find(some))
    units: list[float] = []
    for segment in sentences[:EDITED]:
        spent(units, lambda one=segment: finder.find([one]))
    for kind, times in kinds.items():
        print(f"  {'hexapla ' + kind:22}" + "".join(f"{one:10.2f}" for one in times))
    print(f"  {'hexapla, one unit':22}{'':20}{middle(units) * 1000:10.3f} ms", flush=True)
    return [*kinds["warm"], middle(units)]


def _peer(name: str, find: Find, sentences: Sequence[str], warm: Sequence[float]) -> None:
    first: list[float] = []
    sample = sentences[:: max(1, len(sentences) // SAMPLE)]
    if name in LEARNING:
        spent(first, lambda: [find(segment) for segment in sentences])
        spent(first, lambda: [find(segment) for segment in sentences])
    units: list[float] = []
    for segment in sample:
        spent(units, lambda one=segment: find(one))
    mean = statistics.mean(units)
    line = (
        f"  {name:22}"
        + "".join(f"{size * mean:10.2f}" for size in SIZES)
        + f"{middle(units) * 1000:10.3f} ms"
    )
    ratios = [size * mean / one for size, one in zip(SIZES, warm, strict=False)]
    print(f"{line}   {' and '.join(f'{one:.1f}' for one in ratios)} × ours, a unit {middle(units) / warm[-1]:.0f} ×"
          f" (from {len(units)} segments)"
          + (f"; new words {first[0] - first[1]:.2f} s" if first else ""), flush=True)  # fmt: skip


def _enough(terms: list[str], sentences: Sequence[str]) -> list[str]:
    """Return so many terms: those given, and words from all ranks of the segments' own, commonest to rarest."""
    found = Counter(word.text for sentence in sentences for word in words(sentence) if len(word.text) > 4)
    ranked = [word for word, _count in found.most_common() if word not in set(terms)]
    missing = max(1, TERMS - len(terms))
    return [*terms, *ranked[:: max(1, len(ranked) // missing)]][:TERMS]


def _means(rows: Sequence[Figures]) -> Figures | None:
    if not rows:
        return None
    return (
        statistics.mean(row[0] for row in rows),
        statistics.mean(row[1] for row in rows),
        statistics.mean(row[2] for row in rows),
    )


def _cell(figures: Figures | None) -> str:
    return f"{'–':>24}" if figures is None else f"{figures[0]:12.3f}{figures[1]:6.2f}{figures[2]:6.2f}"


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--lang", nargs="*", default=[])
    parser.add_argument("--part", nargs="*", choices=PARTS, default=PARTS)
    asked = parser.parse_args()
    score = scorer(asked.data)
    langs = asked.lang or sorted(
        path.name.split(".")[0] for path in (asked.data / "terms").glob("*.terms.jsonl")
    )
    begun = time.perf_counter()
    if "speed" in asked.part:
        speed(score, asked.data, langs)
    if "quality" in asked.part:
        quality(score, asked.data, langs)
    if "candidates" in asked.part:
        term_candidates.measure(asked.texts)
    if "renderings" in asked.part:
        term_renderings.measure()
    print(f"all in {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
