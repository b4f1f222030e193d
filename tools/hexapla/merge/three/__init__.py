"""Two catalogs that grew out of a third, merged by unit: what git asks a merge driver for.

- ``keys``: which entries of three catalogs are the same one, which share units, and in which order they stand
- ``entry``: one entry, changed by both
- ``said``: the comments of an entry: people's, and ours
- ``header``: header, line ends, and what follows the last entry

What one side changed is taken with its bytes; what both changed alike is one. Where both changed a text ours stays, and
theirs becomes a suggestion on the entry, so that no text is lost and no conflict mark appears. The entry then also says
that it was put over theirs: each desk that has one of the two texts, and nothing later, takes the merged one.
"""

from dataclasses import dataclass, replace

from hexapla.formats.po import Catalog, CatalogEntry
from hexapla.merge.three import entry, header, keys
from hexapla.merge.three.keys import Key, Side


@dataclass(frozen=True)
class Merged:
    """The catalog of both, and the entries whose text both changed (msgctxt, or msgid where there is none)."""

    catalog: Catalog
    conflicts: tuple[str, ...] = ()


def merge(base: Catalog | None, ours: Catalog, theirs: Catalog) -> Merged:
    """Merge three catalogs; without a base nothing is known to be older, and what either side has is kept.

    The order is ours, unless only theirs changed it; what is new in theirs stands behind its neighbour there. An entry
    with a text or a remark goes only where a side has it as obsolete or regrouped, or neither has it: a file that was
    cut short deletes nothing. Without msgctxt, and without a word in it, one that a side took out goes, unless the
    other changed it.
    """
    was = base or Catalog()
    before, mine, other = keys.sides((was, ours, theirs))
    sides = before, keys.complete(mine, before, other), keys.complete(other, before, mine)
    made = _Three(*sides, ours.newline)
    merged = made.entries()
    order = keys.order(*(list(side) for side in sides))
    entries = tuple(merged[key] for key in order if key in merged)
    whole = replace(header.merge(base, ours, theirs), entries=entries)
    return Merged(whole, tuple(dict.fromkeys(made.conflicts)))


class _Three:
    """A merge under way."""

    def __init__(self, base: Side, ours: Side, theirs: Side, newline: str) -> None:
        self.base, self.ours, self.theirs, self.newline = base, ours, theirs, newline
        self.conflicts: list[str] = []

    def entries(self) -> dict[Key, CatalogEntry]:
        """Return the merged entries by key."""
        merged: dict[Key, CatalogEntry] = {}
        for cluster in keys.clusters((self.base, self.ours, self.theirs)):
            merged |= self._cluster(cluster)
        return merged

    def _cluster(self, cluster: list[Key]) -> dict[Key, CatalogEntry]:
        """Merge entries that share units: one by one where both sides have the same, else as a whole."""
        was, mine, other = (
            {key: side[key] for key in cluster if key in side} for side in (self.base, self.ours, self.theirs)
        )
        if mine.keys() == other.keys():
            return {key: self._one(was.get(key), mine[key], other[key]) for key in mine}
        if entry.same(other, was):
            return mine
        if entry.same(mine, was) or not mine:
            return {key: self._adopted(one) for key, one in other.items()}
        return self._reshaped(was, mine, other)

    def _one(self, was: CatalogEntry | None, mine: CatalogEntry, other: CatalogEntry) -> CatalogEntry:
        if mine == other:
            untouched = was is not None and mine.lines == was.lines
            return self._adopted(other) if untouched and other.lines != mine.lines else mine
        if was is not None and mine == was:
            return self._adopted(other)
        if was is not None and other == was:
            return mine
        made, conflict = entry.both(was, mine, other)
        if conflict:
            self.conflicts.append(entry.name(mine))
        return self._adopted(made)

    def _reshaped(
        self, was: dict[Key, CatalogEntry], mine: dict[Key, CatalogEntry], other: dict[Key, CatalogEntry]
    ) -> dict[Key, CatalogEntry]:
        """Keep our way to group units; what theirs says that ours does not is kept beside it."""
        made = dict(mine)
        for key, one in other.items():
            if key in made:
                made[key] = self._one(was.get(key), made[key], one)
            elif one != was.get(key):
                units = set(keys.units(one))
                at = next((k for k, kept in made.items() if units & set(keys.units(kept))), next(iter(made)))
                known = [kept.msgstr for kept in made.values()]
                made[at], conflict = entry.beside(was.get(key), made[at], one, known)
                if conflict:
                    self.conflicts.append(entry.name(one))
        return made

    def _adopted(self, one: CatalogEntry) -> CatalogEntry:
        """Return an entry with line ends as ours has them."""
        if one.lines is None:
            return one
        text, values = one.lines
        ended = text.replace("\r\n", "\n").replace("\n", self.newline)
        return one if ended == text else replace(one, lines=(ended, values))
