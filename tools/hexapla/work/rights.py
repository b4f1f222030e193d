"""Who may do what: every door of ``work`` asks here first, and what is not allowed is denied.

- reading, commenting and suggesting: whoever has any right, in any language
- changing a text: *translate* in its language; the states *reviewed* and *approved*: *review* in it
- publishing: *publish* in each language that goes out
- terms: *terms*
- the edition itself, its texts, languages and people, its folder, and others' change sets: *manage* in all languages
"""

from hexapla.model.errors import Denied
from hexapla.model.messages import _
from hexapla.model.person import Person, Right


def allow(person: Person, right: Right, lang: str | None = None) -> None:
    """Raise Denied unless the person has the right: in a language, or in all of them where none is named."""
    if not person.may(right, lang) or (lang is None and person.languages):
        where = f" ({lang})" if lang else ""
        raise Denied(
            _("{name} has no right to {right} here{where}; ask whoever manages the edition.").format(
                name=person.name, right=right, where=where
            )
        )


def allow_somewhere(person: Person, right: Right) -> None:
    """Raise Denied unless the person has the right in some language; what is done with it asks for which."""
    if not person.may(right):
        allow(person, right)


def allow_either(person: Person, rights: tuple[Right, ...], lang: str) -> None:
    """Raise Denied, for the first of them, unless the person has one of these rights in a language."""
    if not any(person.may(right, lang) for right in rights):
        allow(person, rights[0], lang)


def manages(person: Person) -> bool:
    """Whether the person may do what concerns the whole edition."""
    return person.may(Right.MANAGE) and not person.languages


def welcome(person: Person) -> None:
    """Raise Denied unless the person has any part in the edition: whoever has one may read and comment."""
    if not person.rights:
        raise Denied(
            _("{name} has no part in this edition; ask whoever manages it.").format(name=person.name)
        )
