"""What people do to the terms of a concept: each act is one change set, with a step in the log of its language.

Proposing and discussing is open to whoever has a part in the edition; deciding and taking away asks for the right to
*terms* in the language.
"""

from collections.abc import Sequence
from dataclasses import replace

from hexapla.model.errors import HexaplaError
from hexapla.model.glossary import Act, Concept, Glossary, Kind, Section, Status, Term
from hexapla.model.languages import canonical
from hexapla.model.messages import _
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.people import allow, welcome
from hexapla.work.terms import glossary as kept
from hexapla.work.terms import impact
from hexapla.work.terms.changing import LONGEST, checked, held, in_section, named, step


def add(
    edition: Edition,
    person: Person,
    lang: str,
    text: str,
    *,
    kind: Kind = Kind.TERM,
    subject: str = "",
    definition: str = "",
) -> str:
    """Add a concept with its first term and return its id; a term that is there already gives that concept's."""
    welcome(person)
    lang, text = canonical(lang), named(text)
    subject, definition = checked(subject, LONGEST), checked(definition, LONGEST * 20, lines=True)
    made: list[str] = []

    def with_concept(glossary: Glossary) -> Glossary:
        made.clear()
        known = next((one.name for one in glossary.concepts if (lang, text) in one.texts), None)
        if known is not None:
            made.append(known)
            return glossary
        made.append(_free(glossary))
        log = (step(person, Act.PROPOSED, text),)
        section = Section(lang, (Term(text),), definition=definition, log=log)
        concept = Concept(made[0], subject=subject, kind=kind, sections=(section,))
        return replace(glossary, concepts=(*glossary.concepts, concept))

    kept.change(edition, person, _("new concept: {term}").format(term=text), with_concept)
    return made[0]


def propose(edition: Edition, person: Person, concept: str, lang: str, text: str, words: str = "") -> int:
    """Put a term forward for a concept in a language; it has no status until somebody decides."""
    welcome(person)
    text = named(text)

    def proposed(section: Section) -> Section:
        terms = (
            section.terms if any(one.text == text for one in section.terms) else (*section.terms, Term(text))
        )
        return replace(section, terms=terms, log=(*section.log, step(person, Act.PROPOSED, text, words)))

    note = _("{term} proposed").format(term=text)
    return in_section(edition, person, concept, lang, note, proposed)


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

    One that was preferred in more texts stays so in the others. The entries that do not keep to the decision become
    a worklist. Raises NotFound, Denied, and HexaplaError for no term.
    """
    tag = canonical(lang)
    allow(person, Right.TERMS, tag)
    text, some = named(text), tuple(texts)
    for slug in some:
        edition.text_id(slug)
    every = tuple(one.slug for one in edition.settings.texts)

    def decided(section: Section) -> Section:
        terms = list(section.terms)
        if status is Status.PREFERRED:
            terms = [one if one.text == text else _yielding(one, some, every, before) for one in terms]
        known = next((nth for nth, one in enumerate(terms) if one.text == text), None)
        if known is None:
            terms.append(Term(text, status, texts=some))
        else:
            terms[known] = replace(terms[known], status=status, texts=some)
        log = (*section.log, step(person, Act.DECIDED, text, words, status))
        return replace(section, terms=tuple(terms), log=log)

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


def withdraw(edition: Edition, person: Person, concept: str, lang: str, text: str, words: str = "") -> int:
    """Take a term out of a concept; a step in the log keeps that it was there. Raises NotFound where it is not."""
    tag = canonical(lang)
    allow(person, Right.TERMS, tag)

    def without(section: Section) -> Section:
        held(section, text)
        terms = tuple(one for one in section.terms if one.text != text)
        return replace(section, terms=terms, log=(*section.log, step(person, Act.WITHDRAWN, text, words)))

    return in_section(
        edition,
        person,
        concept,
        lang,
        _("{term} withdrawn").format(term=text),
        without,
        tasks=lambda _new: [
            task for task in impact.standing_tasks(edition, concept, tag) if task.new != text
        ],
        decided={(concept, tag)},
    )


def _yielding(one: Term, texts: tuple[str, ...], every: tuple[str, ...], before: Status) -> Term:
    """Return another term as it is once one is preferred in these texts (none: all): it may keep the others."""
    if one.status is not Status.PREFERRED or (one.texts and texts and not set(one.texts) & set(texts)):
        return one
    rest = tuple(slug for slug in one.texts or every if slug not in texts) if texts else ()
    return replace(one, texts=rest) if rest else replace(one, status=before)


def _free(glossary: Glossary) -> str:
    numbers = (one.id[1:] for one in glossary.concepts if one.id[:1] == "c")
    return (
        f"c{max((int(number) for number in numbers if number.isascii() and number.isdigit()), default=0) + 1}"
    )
