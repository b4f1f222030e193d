"""Ids for the units of a revised text: the old ones where the words are, the next free ones where they are new."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from string import ascii_lowercase

from hexapla.model.names import UNIT, unit_number
from hexapla.revise.similar import Bead


class Names:
    """The ids that are given already, and the next ones; none is given twice, and numbers only grow."""

    def __init__(self, taken: Iterable[str], next: int) -> None:
        self._taken = set(taken)
        self.next = max([next, *(unit_number(name) + 1 for name in self._taken)])

    def fresh(self) -> str:
        """Return the id of a new unit."""
        name = f"u{self.next}"
        self.next += 1
        self._taken.add(name)
        return name

    def part(self, name: str) -> str:
        """Return the id of what was split from a unit: its number with the next free letter."""
        number = f"u{unit_number(name)}"
        letters = ("".join(some) for size in (1, 2, 3) for some in product(ascii_lowercase, repeat=size))
        made = next((number + some for some in letters if number + some not in self._taken), None)
        if made is None or not UNIT.match(made):
            return self.fresh()
        self._taken.add(made)
        return made

    def take(self, name: str) -> bool:
        """Take an id that the file gives, if it may be a unit's and is free."""
        if not UNIT.match(name) or name in self._taken:
            return False
        self._taken.add(name)
        self.next = max(self.next, unit_number(name) + 1)
        return True


def named(
    beads: Sequence[Bead], old: Sequence[str], given: Sequence[str], names: Names, gone: Mapping[int, str]
) -> list[str]:
    """Return the ids of the new units by their places.

    ``old`` are the ids of the old units, ``given`` those that the file itself gives the new ones (``""`` for none);
    ``gone`` are new units that are a removed unit come back, with its id.
    """
    found: dict[int, str] = dict(gone)
    for bead in beads:
        own = [old[place] for place in bead.old]
        keeper = next((place for place in bead.new if given[place] in own), bead.new[0])
        found[keeper] = given[keeper] if given[keeper] in own else own[0]
    for place, name in enumerate(given):
        if place not in found and names.take(name):
            found[place] = name
    for bead in beads:
        for place in bead.new:
            if place not in found:
                found[place] = names.part(old[bead.old[0]])
    return [found[place] if place in found else names.fresh() for place in range(len(given))]


def number(name: str, n: str) -> str:
    """Return the citable number of what was split from the unit with the number ``n``: 12a of 12."""
    letters = name[len(f"u{unit_number(name)}") :]
    return f"{n.rstrip(ascii_lowercase)}{letters}" if n and letters else name[1:]
