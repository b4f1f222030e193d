"""What a decision would touch: the entries that render a concept by a term that would not do any more."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.model.glossary import Concept, Glossary, Status, Term
from hexapla.model.judged import Found, Judged
from hexapla.model.languages import canonical
from hexapla.model.person import Person
from hexapla.model.worklist import NewTask, TaskState
from hexapla.terms import inflect
from hexapla.work.edition import Edition
from hexapla.work.people import welcome
from hexapla.work.terms import glossary as kept
from hexapla.work.terms import limits, standing

__all__ = ["Impact", "NewTask", "Touched", "left", "of", "standing_tasks", "still_due", "tasks"]
_BAD = (Status.DEPRECATED, Status.SUPERSEDED)


@dataclass(frozen=True)
class Touched:
    """An entry that a decision would touch: where it is, what stands there now, and what might stand there."""

    slug: str
    units: tuple[str, ...]
    n: str
    state: str
    target: str
    """The plain translation."""
    spans: tuple[tuple[int, int], ...]
    was: str
    proposal: str
    """The term in the form that the present one has, as far as that can be told; empty: nobody can."""


@dataclass(frozen=True)
class Impact:
    """What choosing another preferred term would touch, entry by entry, and how far those are."""

    concept: str
    lang: str
    term: str
    entries: tuple[Touched, ...]
    states: dict[str, int]
    texts: int


def of(
    edition: Edition, person: Person, concept: str, lang: str, term: str, texts: Sequence[str] = ()
) -> Impact:
    """Return what preferring a term would touch; nothing is changed by asking."""
    welcome(person)
    lang = canonical(lang)
    one = kept.concept(kept.read(edition).glossary, concept)
    entries: list[Touched] = []
    for slug, lang_standing in _standings(edition, lang, texts):
        for nth, row in enumerate(lang_standing.rows):
            for judged in lang_standing.judged[nth]:
                if judged.concept != concept or not (spans := _others(judged, one, lang, slug, term)):
                    continue
                target = lang_standing.pairs[nth].target or ""
                first = spans[0]
                entries.append(
                    Touched(
                        slug,
                        row.entry.units,
                        edition.text(slug).places[row.entry.units[0]][1].n,
                        str(row.entry.state),
                        target,
                        tuple((found.start, found.end) for found in spans),
                        first.term,
                        inflect.like(
                            target[first.start : first.end], first.term, term, lang, edition.desk.forms
                        ),
                    )
                )
    states = Counter(entry.state for entry in entries)
    return Impact(concept, lang, term, tuple(entries), dict(states), len({entry.slug for entry in entries}))


def tasks(
    edition: Edition, new: Glossary, concept: str, lang: str, term: str, texts: tuple[str, ...]
) -> list[NewTask]:
    """Return the tasks that preferring a term leaves: entries whose rendering will not do by the new glossary."""
    made: list[NewTask] = []
    one = kept.concept(new, concept)
    for slug, now in _standings(edition, lang, texts):
        for nth, row in enumerate(now.rows):
            for judged in now.judged[nth]:
                if judged.concept == concept and (spans := _others(judged, one, lang, slug, term)):
                    made.append(
                        NewTask(edition.text_id(slug), lang, row.entry.units, concept, spans[0].term, term)
                    )
    return made


def left(
    edition: Edition,
    new: Glossary,
    concept: str,
    lang: str,
    term: str,
    status: Status,
    texts: tuple[str, ...],
) -> list[NewTask]:
    """Return all that is to be done for a concept in a language once a term has a status, what was before included.

    What earlier decisions left stays where this one says nothing else: in other texts, and of other terms.
    """
    there = {edition.text_id(slug) for slug in texts}
    earlier = standing_tasks(edition, concept, lang)
    elsewhere = [one for one in earlier if there and one.text not in there]
    here = [one for one in earlier if not there or one.text in there]
    if status is Status.PREFERRED:
        return tasks(edition, new, concept, lang, term, texts) + elsewhere
    if status not in _BAD:
        return elsewhere + [one for one in here if one.old != term]
    fallen = _fallen(edition, new, concept, lang, term, texts)
    return fallen + elsewhere + [one for one in here if one.new != term]


def still_due(edition: Edition, new: Glossary, concept: str, lang: str) -> list[NewTask]:
    """Return what is open for a concept in a language and makes for a term that would do in its text."""
    terms, slugs = _terms(new, concept, lang), {stored.id: stored.slug for stored in edition.desk.texts()}
    return [
        one
        for one in standing_tasks(edition, concept, lang)
        if limits.statuses(terms, slugs.get(one.text, "")).get(one.new, Status.DEPRECATED) not in _BAD
    ]


def standing_tasks(edition: Edition, concept: str, lang: str | None = None) -> list[NewTask]:
    """Return what is open for a concept, as if it were to be added anew."""
    found = edition.desk.worklist.list(concept=concept, lang=lang, state=TaskState.OPEN, limit=None)
    return [NewTask(one.text, one.lang, one.units, one.concept, one.old, one.new) for one in found]


def _fallen(
    edition: Edition, new: Glossary, concept: str, lang: str, term: str, texts: tuple[str, ...]
) -> list[NewTask]:
    """Return the tasks that a term leaves which is not to be used any more, where there is one to use for it."""
    terms, made = _terms(new, concept, lang), []
    for slug, now in _standings(edition, lang, texts):
        found = limits.statuses(terms, slug)
        wanted = next((text for text, said in found.items() if said is Status.PREFERRED), "")
        for row, judged in zip(now.rows, now.judged, strict=True):
            if wanted and any(
                one.concept == concept and any(some.term == term for some in one.target) for one in judged
            ):
                made.append(NewTask(edition.text_id(slug), lang, row.entry.units, concept, term, wanted))
    return made


def _others(judged: Judged, concept: Concept, lang: str, slug: str, term: str) -> list[Found]:
    """Return what stands for the concept that is another term: of those that would not be preferred or admitted."""
    terms = next((part.terms for part in concept.sections if part.lang == lang), ())
    there = limits.statuses(terms, slug)
    return [
        found
        for found in judged.target
        if found.term != term and there.get(found.term) is not Status.ADMITTED
    ]


def _terms(glossary: Glossary, concept: str, lang: str) -> tuple[Term, ...]:
    """Return the terms of a concept in a language."""
    return next((part.terms for part in kept.concept(glossary, concept).sections if part.lang == lang), ())


def _standings(edition: Edition, lang: str, texts: Sequence[str]) -> "list[tuple[str, standing.Standing]]":
    """Return how the terms stand in each text that is translated into a language, of these texts if any are named."""
    return [
        (one.slug, standing.of(edition, one.slug, lang))
        for one in edition.settings.texts
        if (not texts or one.slug in texts) and lang in edition.settings.languages_of(one.slug)
    ]
