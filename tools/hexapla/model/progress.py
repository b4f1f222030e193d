"""How far a text is in a language."""

from dataclasses import dataclass

from hexapla.model.catalog import State


@dataclass(frozen=True)
class Progress:
    """Units and source words of one text in one language, by state; shares are of units, omissions count as done."""

    text: str
    lang: str
    units: dict[State, int]
    words: dict[State, int]

    @property
    def total(self) -> int:
        """All units."""
        return sum(self.units.values())

    def share(self, least: State) -> float:
        """The share of units that are at least in this state, 0 to 1; 1 for a text without units."""
        if not self.total:
            return 1.0
        return sum(count for state, count in self.units.items() if state.rank >= least.rank) / self.total
