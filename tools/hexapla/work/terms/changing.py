"""Changing one concept, or what it says in one language: what all acts on the glossary share."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from hexapla.desk import clock
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.glossary import Act, Concept, Glossary, Section, Status, Step, Term
from hexapla.model.languages import canonical
from hexapla.model.messages import _, shown
from hexapla.model.person import Person
from hexapla.model.worklist import NewTask
from hexapla.work.edition import Edition
from hexapla.work.terms import glossary as kept

LONGEST = 200
"""The most characters of a term; a definition or reason may have twenty times as many."""
Tasks = Callable[[Glossary], Sequence[NewTask]]
Decided = Collection[tuple[str, str]]
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Signs that are no text, or that no XML file can hold."""
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of what follows: a term with one looks like another."""


def in_glossary(
    edition: Edition,
    person: Person,
    concept: str,
    note: str,
    made: Callable[[Concept], Concept],
    tasks: Tasks | None = None,
    decided: Decided = (),
) -> int:
    """Change a concept; raises NotFound. For ``tasks`` and ``decided`` see ``glossary.change``."""

    def changed(glossary: Glossary) -> Glossary:
        kept.concept(glossary, concept)
        concepts = (made(one) if one.name == concept else one for one in glossary.concepts)
        return replace(glossary, concepts=tuple(concepts))

    return kept.change(edition, person, note, changed, tasks, decided)


def in_section(
    edition: Edition,
    person: Person,
    concept: str,
    lang: str,
    note: str,
    made: Callable[[Section], Section],
    tasks: Tasks | None = None,
    decided: Decided = (),
) -> int:
    """Change a concept's section in a language, made where there is none yet."""
    tag = canonical(lang)

    def changed(one: Concept) -> Concept:
        if section_of(one, tag) is None:
            return replace(one, sections=(*one.sections, made(Section(tag))))
        return replace(one, sections=tuple(made(part) if part.lang == tag else part for part in one.sections))

    return in_glossary(edition, person, concept, note, changed, tasks, decided)


def section_of(concept: Concept, lang: str) -> Section | None:
    """Return what a concept says in a language."""
    return next((part for part in concept.sections if part.lang == lang), None)


def step(person: Person, act: Act, term: str, words: str = "", status: Status | None = None) -> Step:
    """Return a step of now in the life of a decision."""
    return Step(act, person.id, clock.now(), term, status, checked(words, LONGEST * 20, lines=True))


def named(text: str) -> str:
    """Return a term as it is kept; raises HexaplaError for none, and for what is too long, no text or no word."""
    plain = checked(text, LONGEST)
    if not plain:
        raise HexaplaError(_("Write the term first."))
    if _TURNING.search(plain):
        raise HexaplaError(
            _("“{words}” has signs in it that turn the direction of the text.").format(words=shown(plain, 40))
        )
    if not any(sign.isalnum() for sign in plain):
        raise HexaplaError(_("“{words}” has no letter or digit in it.").format(words=shown(plain, 40)))
    return plain


def held(section: Section, text: str, only: Sequence[str] | None = None) -> list[Term]:
    """Return the entries of a term, or the one for ``only`` these texts (empty: for all); raises NotFound for none."""
    found = [
        one
        for one in section.terms
        if one.text == text and (only is None or frozenset(only) == frozenset(one.texts))
    ]
    if not found:
        raise NotFound(_("The concept has no term “{term}” in this language.").format(term=shown(text, 60)))
    return found


def checked(words: str, most: int, *, lines: bool = False) -> str:
    """Return words with single spaces, or in their lines; raises HexaplaError for what is too long or no text."""
    plain = "\n".join(words.strip().splitlines()) if lines else " ".join(words.split())
    if len(plain) > most:
        raise HexaplaError(
            _("“{words}” is too long; {n} characters are the most.").format(words=shown(plain, 40), n=most)
        )
    if _CONTROL.search(plain.replace("\n", "").replace("\t", "")):
        raise HexaplaError(_("“{words}” has signs in it that are no text.").format(words=shown(plain, 40)))
    return plain
