"""Three-way merge of edition.toml by key, on plain tables: the desk wins where both sides changed, and it is told.

Arrays of tables go by the name of each table (a text's slug, a person's id); every other list is one value. Whose
settings these are (``id``) and their ``schema`` are never taken from a file; of two next unit numbers the larger one
holds, since numbers are never given twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Table: TypeAlias = Mapping[str, object]
Path: TypeAlias = tuple[str, ...]
"""Where a value stands: ``("text", "mill", "authors")``; the order of texts stands at ``("text",)``."""

NAMES: Mapping[Path, str] = {("text",): "slug", ("people",): "id"}
"""The arrays of tables, and the key that names each of their tables."""
OWN = frozenset({("id",), ("schema",)})


@dataclass(frozen=True)
class Clash:
    """A value that both sides changed, each in its own way; None where a side took it away."""

    path: Path
    ours: object
    theirs: object


@dataclass(frozen=True)
class MergedSettings:
    """The merged tables, which values were taken from the file, and which of the file's did not win."""

    value: dict[str, object]
    taken: tuple[Path, ...] = ()
    conflicts: tuple[Clash, ...] = ()


def merge(base: Table | None, ours: Table, theirs: Table) -> MergedSettings:
    """Merge what the desk (``ours``) and the file (``theirs``) made of the same settings.

    All three are parsed TOML: nested dicts, lists and values, left as they are. Without a ``base`` nothing is known
    to be older, so that nothing is taken away: what only one side has is kept.
    """
    merging = _Merging()
    value = merging.tables((), base or {}, ours, theirs)
    return MergedSettings(value, tuple(merging.taken), tuple(merging.conflicts))


class _Absent:
    """What stands for a value that is not there."""


_ABSENT = _Absent()


class _Merging:
    """A merge in the making."""

    def __init__(self) -> None:
        self.taken: list[Path] = []
        self.conflicts: list[Clash] = []

    def tables(self, path: Path, base: Table, ours: Table, theirs: Table) -> dict[str, object]:
        """Merge two tables key by key, in the order of ours."""
        merged = {
            key: self.one(
                (*path, key), base.get(key, _ABSENT), ours.get(key, _ABSENT), theirs.get(key, _ABSENT)
            )
            for key in _in_order(list(ours), list(theirs))
        }
        return {key: value for key, value in merged.items() if value is not _ABSENT}

    def one(self, path: Path, base: object, ours: object, theirs: object) -> object:
        """Merge one value, or what is below it."""
        if path in OWN:
            return self._ours(path, base, ours, theirs)
        numbers = [number for number in (ours, theirs) if isinstance(number, int)]
        if len(path) == 3 and path[::2] == ("text", "next") and numbers:
            return self._largest(path, ours, max(numbers))
        if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
            return self.tables(path, base if isinstance(base, Mapping) else {}, ours, theirs)
        named = [_by_name(path, side) for side in (base, ours, theirs)]
        if named[1] is not None and named[2] is not None and (named[1] or named[2]):
            merged = self._arrays(path, named[0] or {}, named[1], named[2])
            gone = not merged and _ABSENT in (ours, theirs)
            return (ours if theirs == base else _ABSENT) if gone else merged
        if theirs in (ours, base):
            return ours
        if ours == base:
            self.taken.append(path)
            return theirs
        self.conflicts.append(Clash(path, _shown(ours), _shown(theirs)))
        return ours

    def _ours(self, path: Path, base: object, ours: object, theirs: object) -> object:
        if theirs not in (ours, base):
            self.conflicts.append(Clash(path, _shown(ours), _shown(theirs)))
        return ours

    def _largest(self, path: Path, ours: object, number: int) -> int:
        if number != ours:
            self.taken.append(path)
        return number

    def _arrays(self, path: Path, base: Table, ours: Table, theirs: Table) -> list[object]:
        """Merge two arrays of named tables: each table by its name, and the order as one value."""
        merged = self.tables(path, base, ours, theirs)
        common = base.keys() & ours.keys() & theirs.keys() if base else ours.keys() & theirs.keys()
        order, mine, other = ([name for name in side if name in common] for side in (base, ours, theirs))
        first, second = list(ours), list(theirs)
        if mine != other and mine == order:
            self.taken.append(path)
            first, second = second, first
        elif mine != other and other != order:
            self.conflicts.append(Clash(path, list(ours), list(theirs)))
        return [merged[name] for name in _in_order(first, second) if name in merged]


def _by_name(path: Path, side: object) -> dict[str, object] | None:
    """Return the tables of an array by their names; None for what is no array of differently named tables."""
    if path not in NAMES or not isinstance(side, Sequence) or isinstance(side, str):
        return {} if path in NAMES and side is _ABSENT else None
    names = [one.get(NAMES[path]) if isinstance(one, Mapping) else None for one in side]
    named = {name: one for name, one in zip(names, side, strict=True) if isinstance(name, str)}
    return named if len(named) == len(side) else None


def _in_order(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Return the words of both lists: those of the first as they stand, each other behind what it follows."""
    merged, present = list(first), set(first)
    at = 0
    for word in second:
        if word not in present:
            merged.insert(at, word)
            at += 1
        else:
            at = merged.index(word) + 1
    return merged


def _shown(value: object) -> object:
    return None if value is _ABSENT else value
