"""The five rules of sync for one entry (design: "Sync"), on hashes alone, and what a file may do to a state.

A hash addresses unit id, msgid and msgstr. ``file`` is the entry in the file, ``ours`` the entry in the desk,
``base`` what the file says it was written from, ``synced`` what the desk and this file last agreed on, ``known``
every hash that the entry has had here. The laws of a three-way merge follow: a side that did not change yields
to the one that did, equal changes are one, and where both changed nothing is thrown away.
"""

from collections.abc import Container
from enum import StrEnum

from hexapla.model.catalog import State


class Verdict(StrEnum):
    """What to do with one entry of a file."""

    SAME = "same"
    """Both sides say the same."""
    OURS = "ours"
    """The file did not change since the last meeting: the desk's text stands."""
    OLDER = "older"
    """The file holds an older copy of ours: the desk's text stands, and the plan says so."""
    THEIRS = "theirs"
    """Only the file changed: its text is taken."""
    CONFLICT = "conflict"
    """Both changed: ours stays, theirs is kept as a suggestion."""


def decide(
    *,
    file: str,
    ours: str,
    base: str | None,
    synced: str | None,
    known: Container[str],
    take_file: bool = False,
) -> Verdict:
    """Decide one entry by the rules 1 to 5; ``take_file`` lets the file win where rule 3 would call it older."""
    if file == ours:
        return Verdict.SAME
    if file == synced and not take_file:
        return Verdict.OURS
    if file == base and file in known:
        return Verdict.THEIRS if take_file else Verdict.OLDER
    origin = base if base is not None and base != file and base in known else synced
    return Verdict.THEIRS if ours == origin or take_file else Verdict.CONFLICT


def state_of_same(*, file: State, ours: State, synced: State | None, trust: str) -> State:
    """Decide the state where the texts agree: the side that moved it wins, a file raises one only if it is trusted."""
    if synced is None or file in (ours, synced):
        return ours
    if ours != synced:
        return ours if ours.rank <= file.rank else allowed(file, ours, trust)
    return allowed(file, ours, trust)


def allowed(file: State, ours: State, trust: str) -> State:
    """Return the state that a file may set: any lower one; a higher one only where states are trusted."""
    return file if trust == "states" or file.rank <= ours.rank else ours


def state_of_theirs(file: State, trust: str) -> State:
    """Return the state of a text taken from a file: never above *translated* where only text is trusted."""
    return file if trust == "states" or file.rank <= State.TRANSLATED.rank else State.TRANSLATED
