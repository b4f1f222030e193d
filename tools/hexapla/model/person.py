"""People and what they may do."""

from dataclasses import dataclass
from enum import StrEnum


class Right(StrEnum):
    """The five rights; each may be limited to some languages."""

    TRANSLATE = "translate"
    REVIEW = "review"
    TERMS = "terms"
    PUBLISH = "publish"
    MANAGE = "manage"


ALL = frozenset(Right)


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
