"""The five rules of sync for one entry (design: "Sync"), on hashes alone, and what a file may do to a state.

A hash addresses unit id, msgid and msgstr. ``file`` is the entry in the file, ``ours`` the entry in the desk,
``base`` what the file says it was written from, ``over`` what it says that its text was put over, ``synced`` what the
desk and this file last agreed on, ``known`` every hash that the entry has had here, with the number of the newest
revision that had it. The laws of a three-way merge follow: a side that did not change yields
to the one that did, equal changes are one, and where both changed nothing is thrown away.
"""

from collections.abc import Collection, Mapping, Sequence
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
    known: Mapping[str, int] | Collection[str],
    take_file: bool = False,
    over: Sequence[str] = (),
    unrevised: str | None = None,
) -> Verdict:
    """Decide one entry by the rules 1 to 5; ``take_file`` lets the file win where rule 3 would call it older.

    ``unrevised`` is our hash as it was before the source changed under our text: who changed that has changed ours.
    """
    if file == ours:
        return Verdict.SAME
    if file == synced and not take_file:
        return Verdict.OURS
    if is_older(file, base, over, known):
        return Verdict.THEIRS if take_file else Verdict.OLDER
    origin = origin_of(file, base, over, known) or synced
    return Verdict.THEIRS if origin in (ours, unrevised or ours) or take_file else Verdict.CONFLICT


def is_older(
    file: str, base: str | None, over: Sequence[str], known: Mapping[str, int] | Collection[str]
) -> bool:
    """Whether a file's text is one that we have had, and not one that came back: put over what we had after it."""
    if file != base or file not in known:
        return False
    numbers = known if isinstance(known, Mapping) else dict.fromkeys(known, 0)
    return all(numbers.get(one, -1) <= numbers[file] for one in over)


def origin_of(
    file: str, base: str | None, over: Sequence[str], known: Mapping[str, int] | Collection[str]
) -> str | None:
    """Return the newest text that a file's text was made from and that we have had; None if it names none."""
    made_from = [
        one for one in ((base,) if base is not None and base != file else ()) + tuple(over) if one in known
    ]
    if isinstance(known, Mapping):
        return max(made_from, key=lambda one: known[one], default=None)
    return made_from[0] if made_from else None


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
