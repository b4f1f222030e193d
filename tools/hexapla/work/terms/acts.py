"""What people do to the terms of a concept: each act is one change set, with a step in the log of its language.

Proposing and discussing is open to whoever has a part in the edition; deciding and taking away asks for the right to
*terms* in the language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hexapla.model.errors import HexaplaError
from hexapla.model.glossary import Act, Concept, Glossary, Kind, Section, Status, Term
from hexapla.model.languages import canonical
from hexapla.model.messages import _, shown
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.people import allow, welcome
from hexapla.work.terms import glossary as kept
from hexapla.work.terms import impact, limits
from hexapla.work.terms.changing import LONGEST, checked, held, in_section, named, section_of, step


@dataclass(frozen=True)
class Added:
    """The concept of a term that was added, and the change set; 0 where all was there already."""

    id: str
    change: int


def add(
    edition: Edition,
    person: Person,
    lang: str,
    text: str,
    *,
    kind: Kind = Kind.TERM,
    subject: str = "",
    definition: str = "",
    rendered_as: Mapping[str, str] | None = None,
) -> Added:
    """Add a concept with its first term; a term that is there already gives that concept.

    ``rendered_as``: terms that are proposed for it, by language, in the same change set.
    """
    welcome(person)
    renderings = [(canonical(tag), named(word)) for tag, word in (rendered_as or {}).items()]
    lang, text = canonical(lang), named(text)
    subject, definition = checked(subject, LONGEST), checked(definition, LONGEST * 20, lines=True)
    made: list[str] = []

    def with_concept(glossary: Glossary) -> Glossary:
        made.clear()
        known = next((one for one in glossary.concepts if (lang, text) in one.texts), None)
        if known is not None:
            made.append(known.name)
            now = _rendered(known, person, renderings)
            concepts = (now if one is known else one for one in glossary.concepts)
            return replace(glossary, concepts=tuple(concepts))
        made.append(_free(glossary))
        log = (step(person, Act.PROPOSED, text),)
        section = Section(lang, (Term(text),), definition=definition, log=log)
        concept = Concept(made[0], subject=subject, kind=kind, sections=(section,))
        concept = _rendered(concept, person, renderings)
        return replace(glossary, concepts=(*glossary.concepts, concept))

    number = kept.change(edition, person, _("new concept: {term}").format(term=text), with_concept)
    return Added(made[0], number)


def propose(edition: Edition, person: Person, concept: str, lang: str, text: str, words: str = "") -> int:
    """Put a term forward for a concept in a language; it has no status until somebody decides."""
    welcome(person)
    text = named(text)
    note = _("{term} proposed").format(term=text)
    return in_section(
        edition, person, concept, lang, note, lambda section: _proposed(section, person, text, words)
    )


def discuss(edition: Edition, person: Person, concept: str, lang: str, words: str, term: str = "") -> int:
    """Say something about a concept's terms in a language."""
    welcome(person)
    term = checked(term, LONGEST)
    if not words.strip():
        raise HexaplaError(_("Write what you want to say first."))

    def said(section: Section) -> Section:
        return replace(section, log=(*section.log, step(person, Act.DISCUSSED, term, words)))

    return in_section(edition, person, concept, lang, _("on {concept}").format(concept=concept), said)


def decide(
    edition: Edition,
    person: Person,
    concept: str,
    lang: str,
    text: str,
    *,
    status: Status = Status.PREFERRED,
    words: str = "",
    before: Status = Status.SUPERSEDED,
    texts: Sequence[str] = (),
) -> int:
    """Give a term a status, in all texts or some; the one that was preferred there before gets the status ``before``.

    What is decided for all texts holds by default: of texts that are not named nothing changes. The entries that do not
    keep to the decision become a worklist. Raises NotFound, Denied, and HexaplaError for no term.
    """
    tag = canonical(lang)
    allow(person, Right.TERMS, tag)
    text, some = named(text), tuple(dict.fromkeys(texts))
    for slug in some:
        edition.text_id(slug)

    def decided(section: Section) -> Section:
        terms = limits.decided(section.terms, text, status, some, before)
        return replace(
            section, terms=terms, log=(*section.log, step(person, Act.DECIDED, text, words, status))
        )

    return in_section(
        edition,
        person,
        concept,
        lang,
        _("{term} is {status}").format(term=text, status=str(status)),
        decided,
        tasks=lambda new: impact.left(edition, new, concept, tag, text, status, some),
        decided={(concept, tag)},
    )


def withdraw(
    edition: Edition,
    person: Person,
    concept: str,
    lang: str,
    text: str,
    words: str = "",
    *,
    only: Sequence[str] | None = None,
) -> int:
    """Take a term out of a concept; a step in the log keeps that it was there.

    ``only``: of its entries, the one for these texts (empty: for all). Raises NotFound where it is not, HexaplaError
    for a preferred one in whose place there are others, none of which is preferred.
    """
    tag = canonical(lang)
    allow(person, Right.TERMS, tag)
    every = tuple(one.slug for one in edition.settings.texts)

    def without(section: Section) -> Section:
        meant = held(section, text, only)
        terms = tuple(one for one in section.terms if one not in meant)
        for slug in ("", *every):
            before, after = limits.statuses(section.terms, slug), limits.statuses(terms, slug)
            was = before.get(text) is Status.PREFERRED
            if was and after and Status.PREFERRED not in after.values():
                raise HexaplaError(
                    _("“{term}” is preferred; decide on another term first, then withdraw it.").format(
                        term=shown(text, 60)
                    )
                )
        return replace(section, terms=terms, log=(*section.log, step(person, Act.WITHDRAWN, text, words)))

    return in_section(
        edition,
        person,
        concept,
        lang,
        _("{term} withdrawn").format(term=text),
        without,
        tasks=lambda new: impact.still_due(edition, new, concept, tag),
        decided={(concept, tag)},
    )


def _proposed(section: Section, person: Person, text: str, words: str = "") -> Section:
    there = any(one.text == text for one in section.terms)
    terms = section.terms if there else (*section.terms, Term(text))
    return replace(section, terms=terms, log=(*section.log, step(person, Act.PROPOSED, text, words)))


def _rendered(concept: Concept, person: Person, renderings: Sequence[tuple[str, str]]) -> Concept:
    """Return a concept with terms proposed for it."""
    for lang, text in renderings:
        was = section_of(concept, lang)
        now = _proposed(was or Section(lang), person, text)
        sections = (now if one is was else one for one in concept.sections)
        concept = replace(concept, sections=(*sections, *([] if was else [now])))
    return concept


def _free(glossary: Glossary) -> str:
    numbers = (one.id[1:] for one in glossary.concepts if one.id[:1] == "c")
    return (
        f"c{max((int(number) for number in numbers if number.isascii() and number.isdigit()), default=0) + 1}"
    )
