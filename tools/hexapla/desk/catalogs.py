"""The entries of one text in one language as a working copy: joined, split and revised in memory."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hexapla.desk.entries import Held, missing
from hexapla.model.catalog import State


@dataclass(frozen=True)
class Sources:
    """The units of a text with their positions and sources, and what stands between joined ones."""

    units: Mapping[str, tuple[int, str]]
    """Unit id to position (from 1, reading order) and source, in reading order."""
    between: str

    def joined(self, units: Sequence[str]) -> str:
        """Return the msgid of an entry of these units."""
        return self.between.join(self.units[unit_id][1] for unit_id in units)


@dataclass(frozen=True)
class Changes:
    """What is to be written: entries that are new, that differ, and of these the ones that come or go."""

    fresh: tuple[Held, ...]
    changed: tuple[Held, ...]
    flipped: tuple[Held, ...]

    def __bool__(self) -> bool:
        return bool(self.fresh or self.changed)


class Catalog:
    """A working copy: every unit is in exactly one live entry once ``complete`` has been called."""

    def __init__(self, text_id: str, lang: str, sources: Sources, entries: Iterable[Held]) -> None:
        self._text, self._lang, self._sources = text_id, lang, sources
        self._before = {held.context: held for held in entries}
        self._entries = dict(self._before)
        self._holders = {
            unit_id: held.context for held in self._before.values() if held.live for unit_id in held.units
        }

    @property
    def identity(self) -> tuple[str, str]:
        """The id of the text, and the language."""
        return self._text, self._lang

    def live(self) -> list[Held]:
        """Return the live entries."""
        return [held for held in self._entries.values() if held.live]

    def holding(self, units: Sequence[str]) -> list[Held]:
        """Return the live entries that hold some of these units."""
        contexts = dict.fromkeys(self._holders[unit] for unit in units if unit in self._holders)
        return [self._entries[context] for context in contexts]

    def put(self, held: Held) -> None:
        """Put an entry's new content in the place of its old."""
        self._entries[held.context] = held

    def retire(self, held: Held) -> None:
        """Make an entry obsolete; it keeps its text. One that was never stored is forgotten."""
        for unit_id in held.units:
            self._holders.pop(unit_id, None)
        if held.id:
            self.put(replace(held, live=False))
        else:
            del self._entries[held.context]

    def restore(self, states: Sequence[Held]) -> None:
        """Put entries back to earlier states, those that were aside and those that were live, units and all."""
        for held in states:
            for unit_id in held.units:
                if self._holders.get(unit_id) == held.context:
                    del self._holders[unit_id]
        for held in states:
            self.put(held)
            if held.live:
                self._holders.update(dict.fromkeys(held.units, held.context))

    def at(self, context: str) -> Held | None:
        """Return an entry as it stands, live or not."""
        return self._entries.get(context)

    def stored(self, context: str) -> Held | None:
        """Return an entry as it is stored, whatever has been done to the working copy."""
        return self._before.get(context)

    def msgid(self, units: Sequence[str]) -> str | None:
        """Return the present source of some units, None if one of them is not there."""
        known = all(unit_id in self._sources.units for unit_id in units)
        return self._sources.joined(units) if known else None

    def position(self, unit_id: str) -> int:
        """Return where a unit stands."""
        return self._sources.units[unit_id][0]

    def claim(self, units: tuple[str, ...]) -> Held:
        """Return the live entry of exactly these units, joining and splitting what holds them now.

        Units that lose their join become entries of their own; an entry that was there before comes back.
        """
        context = "+".join(units)
        if unknown := [unit_id for unit_id in units if unit_id not in self._sources.units]:
            raise missing(self._text, self._lang, unknown[0])
        present = self._entries.get(context)
        if present and present.live:
            return present
        freed: list[str] = []
        for holder in {self._holders[unit_id]: None for unit_id in units if unit_id in self._holders}:
            freed += self._entries[holder].units
            self.retire(self._entries[holder])
        for unit_id in freed:
            if unit_id not in units:
                self.claim((unit_id,))
        return self._raise(units, context)

    def _raise(self, units: tuple[str, ...], context: str) -> Held:
        msgid, position = self._sources.joined(units), self._sources.units[units[0]][0]
        kept = self._entries.get(context)
        if kept:
            raised = replace(kept.with_source(msgid), live=True, position=position)
        else:
            raised = Held(0, self._text, self._lang, context, True, position, msgid)
        self.put(raised)
        self._holders.update(dict.fromkeys(units, context))
        return raised

    def revise(self, minor: Callable[[str], bool] = lambda _unit: False) -> None:
        """Bring the entries to the present sources; a join that loses units leaves its text to the rest.

        ``minor`` says of a unit whether its source is the same, or was only corrected.
        """
        for held in self.live():
            remaining = tuple(unit_id for unit_id in held.units if unit_id in self._sources.units)
            if remaining == held.units:
                corrected = all(map(minor, held.units))
                self.put(held.with_source(self._sources.joined(held.units), minor=corrected))
                continue
            self.retire(held)
            if remaining:
                self._leave(held, self.claim(remaining))

    def _leave(self, held: Held, heir: Held) -> None:
        """Give the text of a retired join to the entry of its remaining units, to be worked over."""
        if held.msgstr or held.state is State.OMITTED:
            left = replace(
                held, id=heir.id, context=heir.context, position=heir.position, revision=heir.revision
            )
            self.put(left.with_source(heir.msgid))

    def complete(self) -> None:
        """Give every unit that no live entry holds an entry of its own."""
        for unit_id in self._sources.units:
            if unit_id not in self._holders:
                self.claim((unit_id,))

    def changes(self) -> Changes:
        """Return how the working copy differs from what is stored, in reading order."""
        ordered = sorted(self._entries.values(), key=lambda held: (held.position, held.live, held.context))
        known = [(self._before[held.context], held) for held in ordered if held.id]
        return Changes(
            fresh=tuple(held for held in ordered if not held.id),
            changed=tuple(now for before, now in known if now.content != before.content),
            flipped=tuple(now for before, now in known if now.live != before.live),
        )

    def ids(self) -> dict[str, int]:
        """Return the numbers of the stored entries by context."""
        return {context: held.id for context, held in self._before.items()}
