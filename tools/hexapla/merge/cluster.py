"""Entries that hold the same units in different shapes (joined here, apart there), decided cluster by cluster.

A cluster is taken whole or not at all: half a join is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from hexapla.merge.entry import Verdict, is_older
from hexapla.model.catalog import Entry, State

Agreed: TypeAlias = tuple[str | None, State | None]
"""Hash and state of an entry when the desk and the file last met; Nones if they never did."""
NEVER: Agreed = (None, None)


@dataclass(frozen=True)
class Theirs:
    """An entry of a file: its hash as written, what it says it was written from, and what it was put over."""

    entry: Entry
    hash: str
    base: str | None
    over: tuple[str, ...] = ()


def verdicts(
    reshaped: Sequence[tuple[list[Entry], Theirs]],
    agreed: Mapping[str, Agreed],
    known: Mapping[str, int],
    *,
    take_file: bool,
) -> list[Verdict]:
    """Decide entries of a file, each with those of ours that hold its units now; one verdict each, in their order.

    ``agreed`` holds the last meeting by context, ``known`` all hashes that any entry has had here.
    """
    found: dict[int, Verdict] = {}
    met = {unit for context, (hash_, _state) in agreed.items() if hash_ for unit in context.split("+")}
    for cluster in _clusters(reshaped):
        mine = list({one.context: one for nth in cluster for one in reshaped[nth][0]}.values())
        theirs = {nth: reshaped[nth][1] for nth in cluster}
        left = {nth: _left(one, agreed, known) for nth, one in theirs.items()}
        whole = {unit for one in theirs.values() for unit in one.entry.units} == {
            unit for one in mine for unit in one.units
        }
        made_from = {
            hash_
            for one in theirs.values()
            for hash_ in (*((one.base,) if one.base and one.base != one.hash else ()), *one.over)
            if hash_ in known
        }
        changed = any(verdict is None for verdict in left.values())
        untouched = all(_untouched(one, made_from, agreed, met) for one in mine)
        taken = whole and (take_file or (changed and untouched))
        for nth, verdict in left.items():
            found[nth] = Verdict.THEIRS if taken else verdict or Verdict.CONFLICT
    return [found[nth] for nth in range(len(reshaped))]


def _clusters(reshaped: Sequence[tuple[list[Entry], Theirs]]) -> Iterator[list[int]]:
    """Return the numbers of the entries that belong together because they share units, directly or by others."""
    holders: dict[str, list[int]] = {}
    for nth, (mine, _theirs) in enumerate(reshaped):
        for one in mine:
            holders.setdefault(one.context, []).append(nth)
    seen: set[int] = set()
    for first in range(len(reshaped)):
        cluster, waiting = [], [first]
        while waiting:
            nth = waiting.pop()
            if nth not in seen:
                seen.add(nth)
                cluster.append(nth)
                waiting += [other for one in reshaped[nth][0] for other in holders[one.context]]
        if cluster:
            yield sorted(cluster)


def _left(one: Theirs, agreed: Mapping[str, Agreed], known: Mapping[str, int]) -> Verdict | None:
    """Return why an entry of the file says nothing new; None if it does (an omission is empty too)."""
    hash_, state = agreed.get(one.entry.context, NEVER)
    if hash_ == one.hash:
        return None if one.entry.state == State.OMITTED != state else Verdict.OURS
    return Verdict.OLDER if is_older(one.hash, one.base, one.over, known) else None


def _untouched(mine: Entry, made_from: set[str], agreed: Mapping[str, Agreed], met: set[str]) -> bool:
    """Whether an entry of ours is what the file's were made from, or has not changed since the last meeting."""
    if made_from and mine.msgstr:
        return mine.hash in made_from
    before, state = agreed.get(mine.context, NEVER)
    if before is not None:
        return before == mine.hash and (mine.state == State.OMITTED) <= (state == State.OMITTED)
    return mine.state == State.UNTRANSLATED and not met.intersection(mine.units)
