"""Which entries of three catalogs are the same one, which share units, and the order of them all."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from hexapla.formats.po import Catalog, CatalogEntry

Key: TypeAlias = tuple[str, ...]
"""What an entry is known by: its msgctxt; its msgid too where several share a msgctxt, or there is none."""
Side: TypeAlias = dict[Key, CatalogEntry]
LIVE, LOOSE, OBSOLETE = "live", "loose", "obsolete"


def sides(catalogs: Sequence[Catalog]) -> tuple[Side, Side, Side]:
    """Return the entries of three catalogs by key, in the order of the files.

    Obsolete entries, which may repeat, are known by all that they say, and are the same only as long as it is.
    """
    several: set[str] = set()
    for catalog in catalogs:
        seen = Counter(one.msgctxt for one in catalog.entries if one.msgctxt is not None and not one.obsolete)
        several |= {context for context, count in seen.items() if count > 1}
    base, ours, theirs = ({_key(one, several): one for one in catalog.entries} for catalog in catalogs)
    return base, ours, theirs


def _key(one: CatalogEntry, several: set[str]) -> Key:
    if one.obsolete:
        return (OBSOLETE, one.msgctxt or "", one.msgid, one.msgstr, *one.msgstr_plural)
    if one.msgctxt is None:
        return LOOSE, one.msgid
    return (LIVE, one.msgctxt, one.msgid) if one.msgctxt in several else (LIVE, one.msgctxt)


def complete(side: Side, base: Side, other: Side) -> Side:
    """Return a side with the entries that it lacks without a word, as they were: what is missing says nothing.

    Whoever takes a unit out leaves an obsolete entry behind, whoever regroups it an entry that names it. What says
    nothing itself may go, and so may what the other side does not have either.
    """
    named = {unit for one in side.values() for unit in units(one)}
    alive = {unit for key, one in other.items() if key[0] == LIVE for unit in units(one)}
    missing = {
        key: one
        for key, one in base.items()
        if key[0] == LIVE and (one.msgstr or one.msgstr_plural or one.comments)
        if alive.intersection(units(one)) and not named.intersection(units(one))
    }
    if not missing:
        return side
    whole = order([], list(side), [key for key in base if key in side or key in missing])
    return {key: side[key] if key in side else missing[key] for key in whole}


def units(one: CatalogEntry) -> list[str]:
    """Return the units of an entry, as its msgctxt names them."""
    return one.msgctxt.split("+") if one.msgctxt else []


def clusters(three: Iterable[Side]) -> list[list[Key]]:
    """Return all keys, those together whose entries share units on any side, directly or through others."""
    together: dict[Key, list[Key]] = {}
    holder: dict[str, Key] = {}
    for side in three:
        for key, one in side.items():
            together.setdefault(key, [key])
            if key[0] != LIVE or len(key) > 2:
                continue
            for unit in units(one):
                first, mine = together[holder.setdefault(unit, key)], together[key]
                if first is not mine:
                    small, large = sorted((first, mine), key=len)
                    large += small
                    for other in small:
                        together[other] = large
    return list({id(cluster): cluster for cluster in together.values()}.values())


def order(base: list[Key], ours: list[Key], theirs: list[Key]) -> list[Key]:
    """Return the keys of ours and theirs: in our order, or in theirs if only they changed it.

    What the other side alone has stands behind the entry that it follows there.
    """
    common = set(base) & set(ours) & set(theirs)
    was, mine, other = ([key for key in side if key in common] for side in (base, ours, theirs))
    first, second = (theirs, ours) if mine == was != other else (ours, theirs)
    present = set(first)
    behind: dict[Key | None, list[Key]] = {}
    last: Key | None = None
    for key in second:
        if key in present:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    whole = list(behind.get(None, ()))
    for key in first:
        whole += [key, *behind.get(key, ())]
    return whole
