"""How the terms of the glossary stand in a text and language: judged once, then only where something was saved.

What is kept is a process’s own and can be worked out anew at any time; only the words that were looked up are
remembered in the desk (``desk.forms``).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import RLock
from typing import TypeAlias

from hexapla.checks.terms import Judge, Side
from hexapla.checks.terms.judge import Hits
from hexapla.formats.tei.plain import plain
from hexapla.model.catalog import State
from hexapla.model.change import Row
from hexapla.model.glossary import Glossary, Term
from hexapla.model.judged import Judged, Pair
from hexapla.work.edition import Edition
from hexapla.work.terms import glossary as kept

_TURN = RLock()
"""Working it out takes turns: two threads that ask at once would do it twice."""


@dataclass
class Terms:
    """The glossary made ready: its sides by language, what they have found, what became of it."""

    glossary: Glossary
    version: str
    wording: "Wording"
    sides: dict[tuple[str, str], Side] = field(default_factory=dict)
    sources: dict[tuple[str, str], tuple[str, dict[str, Hits]]] = field(default_factory=dict)
    """By slug and source language: the hash of the text, and by msgid what is found in it."""
    standing: dict[tuple[str, str], "Standing"] = field(default_factory=dict)


@dataclass(frozen=True)
class Standing:
    """One text in one language: its entries in order, with the judgements of each."""

    slug: str
    source: str
    """The language of its source."""
    lang: str
    rows: tuple[Row, ...]
    pairs: tuple[Pair, ...]
    judged: tuple[tuple[Judged, ...], ...]
    revision: int
    digest: str
    places: dict[str, int]
    """The number of an entry by its units."""


Wording: TypeAlias = dict[str, list[tuple[int, str, tuple[Term, ...]]]]
"""What is looked for in each language: of the concepts that have terms in it their place, id and terms."""


def terms(edition: Edition) -> Terms:
    """Return the glossary made ready, as it is now; of the one before it, what the change did not touch is kept."""
    with _TURN:
        now, last = kept.read(edition), edition.at_hand("terms", "", dict[str, Terms])
        if "" not in last or last[""].version != now.version:
            last[""] = _renewed(now, last.get(""))
        return last[""]


def _renewed(now: kept.Kept, old: Terms | None) -> Terms:
    wording: Wording = defaultdict(list)
    for nth, concept in enumerate(now.glossary.concepts):
        for part in concept.sections:
            if part.terms:
                wording[part.lang].append((nth, concept.name, part.terms))
    made = Terms(now.glossary, now.version, wording)
    if old is None:
        return made
    every = wording.keys() | old.wording.keys()
    changed = {lang for lang in every if wording.get(lang) != old.wording.get(lang)}
    made.sides |= {key: side for key, side in old.sides.items() if not changed & set(key)}
    made.sources |= {key: found for key, found in old.sources.items() if key[1] not in changed}
    made.standing |= {key: one for key, one in old.standing.items() if not changed & {one.source, one.lang}}
    return made


def judge(edition: Edition, ready: Terms, source: str, target: str) -> Judge:
    """Return the judge between two languages."""
    return Judge(
        ready.glossary.concepts, _side(edition, ready, source, ""), _side(edition, ready, target, source)
    )


def of(edition: Edition, slug: str, lang: str) -> Standing:
    """Return how the terms stand in a text in a language, brought up to date."""
    with _TURN:
        ready = terms(edition)
        known = ready.standing.get((slug, lang))
        revision, digest = edition.desk.last_revision(), edition.digest(slug)
        if known is not None and (known.revision, known.digest) == (revision, digest):
            return known
        made = _made(
            edition, ready, slug, lang, known if known and known.digest == digest else None, revision
        )
        ready.standing[slug, lang] = made
        return made


def entry(edition: Edition, slug: str, lang: str, unit: str, target: str | None = None) -> list[Judged]:
    """Judge one entry as it would stand with another target (its inline form), among the entries of its block."""
    standing = of(edition, slug, lang)
    nth = next((place for place, row in enumerate(standing.rows) if unit in row.entry.units), None)
    if nth is None:
        return []
    if target is None:
        return list(standing.judged[nth])
    first, last = _block(standing.pairs, nth)
    pairs = list(standing.pairs[first:last])
    pairs[nth - first] = Pair(standing.pairs[nth].source, plain(target) or None, standing.pairs[nth].block)
    with _TURN:
        ready = terms(edition)
        source = edition.text(slug).lang
        return judge(edition, ready, source, lang).judge(pairs, slug)[nth - first]


def occurrences(now: Standing) -> Counter[str]:
    """Return how often each concept occurs in the source of a text."""
    found: Counter[str] = Counter()
    for entry in now.judged:
        for judged in entry:
            found[judged.concept] += len(judged.source)
    return found


def rendered(row: Row) -> str | None:
    """Return the plain translation of an entry, None where there is none to judge."""
    if row.entry.state in (State.UNTRANSLATED, State.OMITTED) or not row.entry.msgstr:
        return None
    return plain(row.entry.msgstr)


def _made(
    edition: Edition, ready: Terms, slug: str, lang: str, known: Standing | None, revision: int
) -> Standing:
    text, digest = edition.text(slug), edition.digest(slug)
    rows = tuple(
        row
        for row in edition.desk.rows(edition.text_id(slug), lang, limit=None)
        if row.entry.units[0] in text.places  # somebody may have revised the text just now
    )
    pairs = tuple(
        Pair(plain(row.entry.msgid), rendered(row), text.places[row.entry.units[0]][0]) for row in rows
    )
    judging = judge(edition, ready, text.lang, lang)
    sources = _sources(ready, judging, (slug, text.lang), digest, pairs)
    same = known is not None and len(known.pairs) == len(pairs)
    judged: list[tuple[Judged, ...]] = list(known.judged) if known and same else [()] * len(pairs)
    stale = [nth for nth, pair in enumerate(pairs) if not (known and same and known.pairs[nth] == pair)]
    done = -1
    for nth in stale:
        if nth < done:
            continue
        first, done = _block(pairs, nth)
        while done < len(pairs) and not same:
            done = _block(pairs, done)[1]
        some = judging.judge(
            pairs[first:done], slug, sources=[sources[pair.source] for pair in pairs[first:done]]
        )
        judged[first:done] = [tuple(one) for one in some]
    return Standing(
        slug,
        text.lang,
        lang,
        rows,
        pairs,
        tuple(judged),
        revision,
        digest,
        {unit: nth for nth, row in enumerate(rows) for unit in row.entry.units},
    )


def _sources(
    ready: Terms, judging: Judge, where: tuple[str, str], digest: str, pairs: Sequence[Pair]
) -> dict[str, Hits]:
    """Return what is found in each source, looked for once for all languages."""
    known, found = ready.sources.get(where, ("", {}))
    if known != digest:
        found = {}
    new = list(dict.fromkeys(pair.source for pair in pairs if pair.source not in found))
    found |= dict(zip(new, judging.source.find(new, where[0]), strict=True))
    ready.sources[where] = (digest, found)
    return found


def _side(edition: Edition, ready: Terms, lang: str, kept_from: str) -> Side:
    if (lang, kept_from) not in ready.sides:
        ready.sides[lang, kept_from] = Side(
            ready.glossary.concepts, lang, kept=kept_from, table=edition.desk.forms
        )
    return ready.sides[lang, kept_from]


def _block(pairs: Sequence[Pair], nth: int) -> tuple[int, int]:
    """Return where the block of an entry begins and ends."""
    first = last = nth
    while first and pairs[first - 1].block == pairs[nth].block:
        first -= 1
    while last < len(pairs) and pairs[last].block == pairs[nth].block:
        last += 1
    return first, last
