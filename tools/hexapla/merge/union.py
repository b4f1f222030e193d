"""Three-way merge of sequences whose members have names: what each side added, took away, changed, put elsewhere."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def union(
    sides: tuple[Sequence[T], Sequence[T], Sequence[T]],
    key: Callable[[T], Hashable],
    both: Callable[[T | None, T, T], T],
    deleted: Callable[..., None] = lambda kept, by_us: None,
    taken: Callable[[T], None] = lambda level: None,
) -> tuple[T, ...]:
    """Merge sequences by key: what both have goes to ``both``, what one side took away unless the other changed it.

    ``deleted`` hears of what is kept although a side took it away, ``taken`` of what came or went because of theirs.
    """
    base, ours, theirs = (_keyed(side, key) for side in sides)
    merged: list[T] = []
    for name in _order(list(base), list(ours), list(theirs)):
        was, mine, other = base.get(name), ours.get(name), theirs.get(name)
        if mine is not None and other is not None:
            merged.append(mine if other in (mine, was) else both(was, mine, other))
        elif mine is not None:
            if mine == was:
                taken(mine)
                continue
            if was is not None:
                deleted(mine, by_us=False)
            merged.append(mine)
        elif other is not None and other != was:
            if was is not None:
                deleted(other, by_us=True)
            taken(other)
            merged.append(other)
    return tuple(merged)


def _keyed(side: Iterable[T], key: Callable[[T], Hashable]) -> dict[Hashable, T]:
    """Return a side by its keys, each with how many like it came before."""
    seen: dict[Hashable, int] = {}
    keyed: dict[Hashable, T] = {}
    for one in side:
        name = key(one)
        keyed[name, seen.get(name, 0)] = one
        seen[name] = seen.get(name, 0) + 1
    return keyed


def _order(base: list[Hashable], ours: list[Hashable], theirs: list[Hashable]) -> list[Hashable]:
    """Return the names of ours and theirs: in our order, or in theirs if only they changed it."""
    common = set(ours) & set(theirs) & set(base)
    order, mine, other = ([name for name in side if name in common] for side in (base, ours, theirs))
    first, second = (theirs, ours) if mine == order != other else (ours, theirs)
    return _in_order(first, second)


def _in_order(first: list[Hashable], second: list[Hashable]) -> list[Hashable]:
    """Return the names of both lists: those of the first as they stand, each other before what it stands before."""
    present = set(first)
    before: dict[Hashable, list[Hashable]] = {}
    waiting: list[Hashable] = []
    for name in second:
        if name in present:
            before[name], waiting = waiting, []
        else:
            waiting.append(name)
    return [*(name for one in first for name in (*before.get(one, ()), one)), *waiting]
