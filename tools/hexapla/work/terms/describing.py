"""What is said of a concept and its terms, and the shape of the glossary: describing, removing, merging concepts."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from hexapla.merge import glossary as merging
from hexapla.model.errors import HexaplaError
from hexapla.model.glossary import Concept, Glossary, Section, Status
from hexapla.model.languages import canonical
from hexapla.model.messages import _, shown
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.people import allow
from hexapla.work.terms import glossary as kept
from hexapla.work.terms import impact, limits
from hexapla.work.terms.changing import LONGEST, checked, held, in_glossary, in_section, named


def describe(edition: Edition, person: Person, concept: str, **fields: object) -> int:
    """Change what is said of a concept: subject, definition, source, kind, note, references."""
    allow(person, Right.TERMS)
    _only(fields, {"subject", "definition", "source", "kind", "note", "references"})
    fields = _checked(fields)
    return in_glossary(
        edition,
        person,
        concept,
        _("{concept} described").format(concept=concept),
        lambda one: replace(one, **fields),  # type: ignore[arg-type]
    )


def describe_in(edition: Edition, person: Person, concept: str, lang: str, **fields: object) -> int:
    """Change what is said of a concept in one language: definition, source, note."""
    allow(person, Right.TERMS, canonical(lang))
    _only(fields, {"definition", "source", "note"})
    fields = _checked(fields)
    note = _("{concept} described").format(concept=concept)
    return in_section(
        edition,
        person,
        concept,
        lang,
        note,
        lambda one: replace(one, **fields),  # type: ignore[arg-type]
    )


def amend(
    edition: Edition,
    person: Person,
    concept: str,
    lang: str,
    text: str,
    *,
    only: Sequence[str] | None = None,
    **fields: object,
) -> int:
    """Change what is said of a term: part_of_speech, gender, forms, exact_case, keep, texts, context, note.

    ``only``: of its entries, the one for these texts (empty: for all). What is left to do in texts that it is no longer
    for falls. Raises NotFound where the concept does not have it, HexaplaError for texts of several entries at once.
    """
    tag = canonical(lang)
    allow(person, Right.TERMS, tag)
    _only(
        fields,
        {"part_of_speech", "gender", "forms", "exact_case", "keep", "texts", "context", "note"},
    )
    fields = _checked(fields)
    for slug in fields.get("texts", ()):  # type: ignore[attr-defined]
        edition.text_id(slug)

    def amended(section: Section) -> Section:
        meant = held(section, text, only)
        if "texts" in fields and len(meant) > 1:
            raise HexaplaError(
                _("“{term}” is there for several texts; say for which it is to be changed.").format(
                    term=shown(text, 60)
                )
            )
        if "texts" in fields:
            now = replace(meant[0], **fields)  # type: ignore[arg-type]
            terms = limits.put(section.terms, now, meant[0])
            for slug in ("", *(one.slug for one in edition.settings.texts)):
                if list(limits.statuses(terms, slug).values()).count(Status.PREFERRED) > 1:
                    raise HexaplaError(
                        _("Another term is preferred in these texts; decide on “{term}” for them.").format(
                            term=shown(text, 60)
                        )
                    )
            return replace(section, terms=terms)
        terms = tuple(
            replace(one, **fields) if one in meant else one  # type: ignore[arg-type]
            for one in section.terms
        )
        return replace(section, terms=terms)

    limited = "texts" in fields
    return in_section(
        edition,
        person,
        concept,
        lang,
        _("{term} described").format(term=text),
        amended,
        tasks=(lambda new: impact.still_due(edition, new, concept, tag)) if limited else None,
        decided={(concept, tag)} if limited else (),
    )


def remove(edition: Edition, person: Person, concept: str) -> int:
    """Take a concept out of the glossary; undo brings it back."""
    allow(person, Right.TERMS)

    def without(glossary: Glossary) -> Glossary:
        kept.concept(glossary, concept)
        return replace(glossary, concepts=tuple(one for one in glossary.concepts if one.name != concept))

    note = _("{concept} removed").format(concept=concept)
    return kept.change(edition, person, note, without, decided=_worked_on(edition, concept))


def merge(edition: Edition, person: Person, into: str, concept: str) -> int:
    """Make two concepts one: what is said of the second joins the first, and others refer to that."""
    allow(person, Right.TERMS)
    if into == concept:
        raise HexaplaError(_("A concept cannot be merged with itself."))

    def merged(glossary: Glossary) -> Glossary:
        first, second = kept.concept(glossary, into), kept.concept(glossary, concept)
        made = merging.together(first, second)[0]
        concepts = (made if one.name == into else one for one in glossary.concepts if one.name != concept)
        return replace(glossary, concepts=tuple(_pointing(one, concept, into) for one in concepts))

    note = _("{concept} merged into {into}").format(concept=concept, into=into)
    left = [replace(task, concept=into) for task in impact.standing_tasks(edition, concept)]
    return kept.change(edition, person, note, merged, lambda _new: left, _worked_on(edition, concept))


def _pointing(one: Concept, old: str, new: str) -> Concept:
    """Let a concept refer to another one in the place of an old one, and never to itself."""
    if old not in one.references:
        return one
    ids = dict.fromkeys(new if id_ == old else id_ for id_ in one.references)
    return replace(one, references=tuple(id_ for id_ in ids if id_ != one.name))


def _worked_on(edition: Edition, concept: str) -> set[tuple[str, str]]:
    """Return in which languages something is still to be done for a concept."""
    return {(concept, task.lang) for task in impact.standing_tasks(edition, concept)}


def _checked(fields: dict[str, object]) -> dict[str, object]:
    """Return fields as they are kept: words bounded, and of several the empty ones left out."""
    made: dict[str, object] = {}
    for name, value in fields.items():
        if isinstance(value, tuple):
            made[name] = tuple(dict.fromkeys(named(one) for one in value if one.strip()))
        elif isinstance(value, str) and not isinstance(value, StrEnum):
            made[name] = checked(value, LONGEST * 20, lines=True)
        else:
            made[name] = value
    return made


def _only(fields: dict[str, object], known: set[str]) -> None:
    if unknown := fields.keys() - known:
        raise HexaplaError(_("There is no field “{name}”.").format(name=shown(sorted(unknown)[0], 40)))
