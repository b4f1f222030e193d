"""Texts and revisions as the desk keeps them."""

from dataclasses import dataclass

from hexapla.model.catalog import State


@dataclass(frozen=True)
class StoredText:
    """A text on the desk: its identity, its place among the texts, and what its TEI document holds."""

    id: str
    slug: str
    lang: str
    title: str
    position: int
    sha256: str
    """The hash of the TEI document, in hex."""
    units: int
    """How many units it has."""


@dataclass(frozen=True)
class Revision:
    """One step in the life of an entry; numbers are gapless over the whole desk, in the order of commits."""

    number: int
    text: str
    """The text's id."""
    lang: str
    units: tuple[str, ...]
    msgid: str
    msgstr: str
    state: State
    by: str
    at: str
    """Shown only: the order of revisions is that of their numbers."""
    kind: str
    """What made it: ``save``, ``revise``, ``sync`` and the like, the kind of its change set."""
    live: bool = True
    """False where the step put the entry aside: its units were removed, or regrouped into other entries."""
