"""Judging entries: where does a concept occur in the source, and which of its terms stand in the translation?"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from hexapla.model.glossary import Act, Concept, Section, Status, Term, in_text
from hexapla.model.judged import Found, Judged, Judgement, Pair
from hexapla.model.terms import FormTable, Hit, Verdict
from hexapla.terms import Finder

_BAD: dict[Status | None, Judgement] = {
    Status.DEPRECATED: Judgement.DEPRECATED,
    Status.SUPERSEDED: Judgement.SUPERSEDED,
}
_ORDER = {Status.PREFERRED: 0, None: 1, Status.ADMITTED: 2}


@dataclass(frozen=True)
class Named:
    """One thing to look for: a term of a concept, by the concept's place in the glossary."""

    concept: int
    term: Term


Hits: TypeAlias = list[tuple[Named, Hit]]
"""What is found in one text, in order of place."""


class Side:
    """The terms of all concepts in one language, ready to be looked for."""

    def __init__(
        self, concepts: Sequence[Concept], lang: str, *, kept: str = "", table: FormTable | None = None
    ) -> None:
        """With ``kept``, a language: its terms that are not to be translated are terms of this side too."""
        self._parts = [
            (nth, part.terms, [part.lang == lang or term.keep for term in part.terms])
            for nth, concept in enumerate(concepts)
            for part in concept.sections
            if part.lang in (lang, kept)
        ]
        self._serving: dict[str, list[Named | None]] = {}
        self.proposed = {
            (nth, term.text)
            for nth, concept in enumerate(concepts)
            for part in concept.sections
            if part.lang == lang
            for term in part.terms
            if is_proposed(part, term)
        }
        """Terms, by concept, that somebody has put forward and nobody has decided on."""
        self.named = [
            Named(nth, term)
            for nth, terms, wanted in self._parts
            for term, is_wanted in zip(terms, wanted, strict=True)
            if is_wanted
        ]
        whole = [
            replace(one.term, exact_case=True) if kept and one.term.keep else one.term for one in self.named
        ]
        self._finder = Finder(lang, whole, table=table, scattered=bool(kept))

    def find(self, texts: Iterable[str], slug: str) -> list[Hits]:
        """Return what is found in each text, without what lies within a longer term."""
        serving = self.serving(slug)
        return [
            [(named, hit) for hit in hits if not hit.inside and (named := serving[hit.term]) is not None]
            for hits in self._finder.find(texts)
        ]

    def serving(self, slug: str) -> "list[Named | None]":
        """Return what is looked for as it is in a text, one for one: None for what is not for it."""
        if slug not in self._serving:
            self._serving[slug] = [
                Named(nth, term) if term is not None else None
                for nth, terms, wanted in self._parts
                for term, is_wanted in zip(in_text(terms, slug), wanted, strict=True)
                if is_wanted
            ]
        return self._serving[slug]


@dataclass(frozen=True)
class Judge:
    """The glossary between two languages; its two sides are made once and asked often."""

    concepts: Sequence[Concept]
    source: Side
    target: Side

    def judge(
        self, pairs: Sequence[Pair], slug: str = "", *, sources: "Sequence[Hits] | None" = None
    ) -> list[list[Judged]]:
        """Return what became of each concept in each entry; entries are in order, so that a block's stand together.

        A term counts where it stands in the entry, and in one of the same block beside it (a sentence further on).
        ``sources``: what ``source.find`` has found already in the sources.
        """
        if sources is None:
            sources = self.source.find((pair.source for pair in pairs), slug)
        # A word that the glossary warns of says nothing about the author's concept: of boatmen may be spoken as such.
        sources = [[one for one in hits if one[0].term.status not in _BAD] for hits in sources]
        wanted = [nth for nth, pair in enumerate(pairs) if pair.target is not None]
        targets: list[Hits] = [[] for _pair in pairs]
        found = self.target.find((pairs[nth].target or "" for nth in wanted), slug)
        for nth, hits in zip(wanted, found, strict=True):
            targets[nth] = hits
        return [
            _without_namesakes(
                [
                    self._judged(
                        concept, group, pairs, targets, nth, slug, {one.concept for one, _hit in hits}
                    )
                    for concept, group in _by_concept(hits)
                ]
            )
            for nth, hits in enumerate(sources)
        ]

    def _judged(
        self,
        concept: int,
        group: Hits,
        pairs: Sequence[Pair],
        targets: Sequence[Hits],
        nth: int,
        slug: str,
        here: Collection[int],
    ) -> Judged:
        """Judge one concept in one entry; ``here``: all concepts that its source has."""
        hits = [hit for _named, hit in group]
        source = tuple(_found(self.source.named[hit.term].term, hit) for hit in hits)
        made = Judged(self.concepts[concept].name, Judgement.UNTRANSLATED, source)
        terms = [one.term for one in self.target.serving(slug) if one is not None and one.concept == concept]
        proposed = self.target.proposed
        good = [term for term in terms if term.status not in _BAD and (concept, term.text) not in proposed]
        made = replace(made, wanted=tuple(term.text for term in sorted(good, key=_rank)))
        if pairs[nth].target is None:
            return made
        mine = [(one.term, hit) for one, hit in targets[nth] if one.concept == concept]
        right = [(term, hit) for term, hit in mine if term.status not in _BAD]
        # What is wrong for this concept may be right for another one that is here too.
        claimed = [
            hit
            for one, hit in targets[nth]
            if one.term.status not in _BAD and one.concept in {concept, *here}
        ]
        wrong = [
            (term, hit)
            for term, hit in mine
            if term.status in _BAD
            and hit.verdict is Verdict.CONFIRMED
            and not any(_overlap(hit, other) for other in claimed)
        ]
        made = replace(
            made,
            target=tuple(_found(term, hit) for term, hit in sorted((*right, *wrong), key=lambda one: one[1])),
            fewer=bool(right) and len(right) < len(hits),
        )
        if wrong:
            status = wrong[0][0].status
            return replace(made, judgement=_BAD.get(status, Judgement.DEPRECATED))
        if not good:
            return replace(made, judgement=Judgement.UNDECIDED)
        if right:
            sure = any(
                hit.verdict is Verdict.CONFIRMED and (concept, term.text) not in proposed
                for term, hit in right
            )
            return replace(made, judgement=Judgement.CONFIRMED if sure else Judgement.PLAUSIBLE)
        if self._beside(concept, pairs, targets, nth):
            return replace(made, judgement=Judgement.NEARBY)
        if not any(found.verdict is Verdict.CONFIRMED for found in source):
            return replace(made, judgement=Judgement.PLAUSIBLE)  # what is only perhaps there is not missed
        kept = any(term.keep for term in good)
        return replace(made, judgement=Judgement.ALTERED if kept else Judgement.MISSING)

    @staticmethod
    def _beside(concept: int, pairs: Sequence[Pair], targets: Sequence[Hits], nth: int) -> bool:
        return any(
            one.concept == concept and one.term.status not in _BAD
            for other in (nth - 1, nth + 1)
            if 0 <= other < len(pairs) and pairs[other].block == pairs[nth].block
            for one, _hit in targets[other]
        )


def is_proposed(section: Section, term: Term) -> bool:
    """Whether a term was put forward and not decided on; a foreign glossary without statuses proposes nothing."""
    return term.status is None and any(
        step.act is Act.PROPOSED and step.term == term.text for step in section.log
    )


def _without_namesakes(found: list[Judged]) -> list[Judged]:
    """Leave out what is missing where the same words are another concept’s, which is there: bank, and bank."""
    there = [
        place
        for one in found
        if one.judgement in (Judgement.CONFIRMED, Judgement.PLAUSIBLE, Judgement.NEARBY)
        for place in one.source
    ]
    return [
        one
        for one in found
        if one.judgement not in (Judgement.MISSING, Judgement.ALTERED)
        or not all(
            any((place.start, place.end) == (other.start, other.end) for other in there)
            for place in one.source
        )
    ]


def decided(section: Section | None) -> tuple[str, ...]:
    """Return the terms of a section that would do, in some text at least, the preferred one first."""
    terms = section.terms if section else ()
    good = sorted(
        (one for one in terms if one.status not in _BAD), key=lambda one: (_rank(one), bool(one.texts))
    )
    return tuple(dict.fromkeys(term.text for term in good))


def _by_concept(hits: Hits) -> list[tuple[int, Hits]]:
    found = sorted(hits, key=lambda one: (one[0].concept, one[1]))
    made = []
    for concept, group in groupby(found, key=lambda one: one[0].concept):
        kept: Hits = []
        for one in group:  # two terms of one concept at one place are one occurrence
            if not any(_overlap(one[1], other) for _named, other in kept):
                kept.append(one)
        made.append((concept, kept))
    return made


def _found(term: Term, hit: Hit) -> Found:
    return Found(hit.start, hit.end, term.text, hit.verdict, hit.rule)


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _rank(term: Term) -> int:
    return _ORDER.get(term.status, 3)
