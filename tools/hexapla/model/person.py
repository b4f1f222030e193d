"""People and what they may do."""

import string
from dataclasses import dataclass
from enum import StrEnum

from hexapla.model.errors import BadName
from hexapla.model.messages import _, shown


class Right(StrEnum):
    """The five rights; each may be limited to some languages."""

    TRANSLATE = "translate"
    REVIEW = "review"
    TERMS = "terms"
    PUBLISH = "publish"
    MANAGE = "manage"


ALL = frozenset(Right)
SERVER = ":server"
"""The id of a server that others sign in to: no person can have it, since ``person_id`` refuses the colon."""
_SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


@dataclass(frozen=True)
class Person:
    """A person: id, the name that others see, rights, and the languages they hold for (none named = all)."""

    id: str
    name: str
    rights: frozenset[Right] = frozenset()
    languages: frozenset[str] = frozenset()

    def may(self, right: Right, lang: str | None = None) -> bool:
        """Whether the person has a right, in a language where one is named."""
        return right in self.rights and (lang is None or not self.languages or lang in self.languages)


@dataclass(frozen=True)
class Member:
    """A person as the desk knows them; one who was revoked has no rights. Counted are browsers and links in use."""

    person: Person
    active: bool = True
    browsers: int = 0
    links: int = 0


@dataclass(frozen=True)
class Access:
    """A browser that is bound to a person, or a link that would bind one; ``id`` tells it apart and opens nothing."""

    id: str
    kind: str
    """``browser`` or ``link``."""
    about: str
    """What the browser calls itself; of a link, when it runs out."""
    at: str
    by: str = ""
    """Who made the link."""


def person_id(said: str) -> str:
    """Return the id that a name or an address stands for; raises BadName.

    Only the ends and the case of ASCII letters are forgiven. Unicode's own folding would make one of two people:
    it takes ``ß`` for ``ss`` and the Kelvin sign for ``k``, and whoever owns the one address would enter as the other.
    """
    made = said.strip().translate(_SMALL)
    if not made or len(made) > 200 or made.startswith(":") or not made.isprintable():
        raise BadName(_("“{id}” cannot be a person’s id.").format(id=shown(said)))
    return made
