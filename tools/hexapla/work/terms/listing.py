"""The glossary as a list: every concept with its terms in each language, and how they stand in the texts."""

from collections import defaultdict
from dataclasses import dataclass, field

from hexapla.checks.terms import decided, is_proposed
from hexapla.model.glossary import Act, Concept, Section, Status
from hexapla.model.judged import Judgement
from hexapla.model.person import Person
from hexapla.work.edition import Edition
from hexapla.work.people import welcome
from hexapla.work.terms import glossary as kept
from hexapla.work.terms import standing, waiving

OPEN, PROPOSED, DECIDED = "open", "proposed", "decided"
"""Where a decision is in a language: nothing there, terms proposed or discussed, a term decided."""


@dataclass(frozen=True)
class Column:
    """A concept in one language."""

    lang: str
    terms: tuple[str, ...]
    """The terms that would do, the preferred one first."""
    decision: str
    counts: dict[str, int] = field(default_factory=dict)
    """How many entries have which judgement; what was waived is as good as confirmed."""
    tasks: int = 0

    @property
    def look(self) -> int:
        """How many entries want somebody's attention."""
        return sum(number for name, number in self.counts.items() if Judgement(name).is_open)


@dataclass(frozen=True)
class Line:
    """One concept of the list."""

    id: str
    head: str
    """Its term in the edition's source language, or the first one that it has."""
    kind: str
    subject: str
    occurrences: int
    texts: int
    columns: tuple[Column, ...]


def lines(edition: Edition, person: Person) -> list[Line]:
    """Return every concept, in the order of the glossary, with how it stands in all texts and languages."""
    welcome(person)
    glossary, settings = kept.read(edition).glossary, edition.settings
    counts: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    places: dict[str, dict[str, int]] = defaultdict(dict)
    for slug in (one.slug for one in settings.texts):
        for nth, lang in enumerate(settings.languages_of(slug)):
            now = standing.of(edition, slug, lang)
            waived = waiving.of_text(edition, now)
            for row, entry in zip(now.rows, now.judged, strict=True):
                for judged in entry:
                    good = judged.judgement.is_open and (row.entry.units, judged.concept) in waived
                    said = Judgement.CONFIRMED if good else judged.judgement
                    counts[judged.concept, lang][str(said)] += 1
            if not nth:
                for concept, number in standing.occurrences(now).items():
                    places[concept][slug] = number
    left = {(one.concept, one.lang): one.open for one in edition.desk.worklist.counts()}
    return [
        Line(
            one.name,
            head(one, settings.source),
            str(one.kind),
            one.subject,
            sum(places[one.name].values()),
            len(places[one.name]),
            tuple(
                Column(
                    lang,
                    decided(_section(one, lang)),
                    decision(_section(one, lang)),
                    dict(counts[one.name, lang]),
                    left.get((one.name, lang), 0),
                )
                for lang in settings.targets
            ),
        )
        for one in glossary.concepts
    ]


def head(concept: Concept, source: str) -> str:
    """Return what a concept is called: its first term in the source language that is not deprecated."""
    sections = sorted(concept.sections, key=lambda part: part.lang != source)
    good = next((name for part in sections for name in decided(part)), "")
    return good or next((term.text for part in sections for term in part.terms), concept.name)


def decision(section: Section | None) -> str:
    """Return where the decision of a section is."""
    if section is None or not (section.terms or section.log):
        return OPEN
    if any(
        term.status is Status.PREFERRED or (term.status is None and not is_proposed(section, term))
        for term in section.terms
    ):
        return DECIDED
    if section.terms or any(step.act is Act.PROPOSED for step in section.log):
        return PROPOSED
    return OPEN


def _section(concept: Concept, lang: str) -> Section | None:
    return next((part for part in concept.sections if part.lang == lang), None)
