"""Where the decisions of a reader show in a text: in which block, and at which words of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hexapla.model.importing import ReadDecision
from hexapla.model.report import Decision, Report
from hexapla.model.text import KINDS, Text
from hexapla.work.importing import lines

BREAK = "break"
STRUCTURE = frozenset({*KINDS, BREAK})
"""Kinds of decisions that say what a block is: the block shows them, no words in it."""
WHOLE = frozenset({"layout", "unit", "encoding", "id", "header"})
"""Kinds of decisions that are about the whole file, or about what no reader of the text sees."""
_FINAL = frozenset({*WHOLE, "character", "comment", "obsolete", "context", "plural", "empty"})
"""Kinds of decisions that nobody can take back here: no text could hold what was there."""


class Placing:
    """One search for the places of all decisions in a text.

    ``of_unit`` are the lines that each unit was made of, ``own`` those of each block, ``holders`` the blocks beside
    which each line is shown. ``known`` are places found in an earlier state of the text, with the units' sources then:
    where a unit is still the same, so are the places in it.
    """

    def __init__(
        self,
        text: Text,
        report: Report,
        of_unit: Mapping[str, Sequence[int]],
        own: Sequence[set[int]],
        holders: Sequence[Sequence[int]],
        known: Mapping[int, tuple[ReadDecision, str]],
    ) -> None:
        self._known = known
        self._text, self._report, self._own, self._holders = text, report, own, holders
        self._at: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for nth, block in enumerate(text.blocks):
            for unit in block.units:
                for line in of_unit.get(unit.id, ()):
                    self._at[line].append((nth, unit.id))
        self._plain: dict[str, str] = {}
        self._letters: dict[int, list[int]] = {}

    def all(self) -> list[ReadDecision]:
        """Return every decision with its place."""
        return [self._placed(nth, one) for nth, one in enumerate(self._report.decisions)]

    def _placed(self, nth: int, decision: Decision) -> ReadDecision:
        blocks, count = self._text.blocks, len(self._holders)
        line = min(max(decision.line, 1), count)
        near = self._holders[line - 1][0] if count and self._holders[line - 1] else 0
        made = ReadDecision(
            nth=nth,
            kind=decision.kind,
            line=decision.line,
            before=decision.before,
            after=decision.after,
            reason=decision.reason,
            block=blocks[near].id if blocks else "",
            reversible=reversible(decision),
        )
        before, source = self._known.get(nth, (made, ""))
        there = self._text.places.get(before.unit)
        if there is not None and there[1].source == source:
            return replace(before, block=blocks[there[0]].id, back=False)
        words = " ".join(decision.after.split())
        if decision.kind in STRUCTURE or decision.kind in WHOLE or not words:
            return made
        found = min(self._found(line, words, decision.before), default=None)
        if found is None:
            return made
        _far, block, unit, start = found
        return replace(made, block=blocks[block].id, unit=unit, start=start, end=start + len(words))

    def _found(self, line: int, words: str, before: str) -> Iterator[tuple[float, int, str, int]]:
        """Yield the places where words stand near a line, with how far they are from where they should be."""
        for nth, unit in dict.fromkeys([*self._at.get(line, []), *self._at.get(line + 1, [])]):
            expected = self._share(nth, line, before)
            text = self._words(unit)
            start = text.find(words)
            while start >= 0:
                yield abs(self._reached(nth, unit, start) - expected), nth, unit, start
                start = text.find(words, start + 1)

    def _share(self, nth: int, line: int, before: str) -> float:
        """Return which share of a block's letters stands in the file before what a decision is about."""
        raw, own = self._report.raw, self._own[nth]
        first = before.split("\n", maxsplit=1)[0].strip()
        inside = raw[line - 1].rfind(first) if first else 0
        counted = sum(_count(raw[one - 1]) for one in own if one < line) + _count(
            raw[line - 1][: max(inside, 0)]
        )
        return counted / (sum(_count(raw[one - 1]) for one in own) or 1)

    def _reached(self, nth: int, unit: str, start: int) -> float:
        """Return which share of a block's letters stands in the text before a place."""
        units = [one.id for one in self._text.blocks[nth].units]
        if nth not in self._letters:
            self._letters[nth] = [_count(self._words(one)) for one in units]
        letters = self._letters[nth]
        before = sum(letters[: units.index(unit)])
        return (before + _count(self._words(unit)[:start])) / (sum(letters) or 1)

    def _words(self, unit: str) -> str:
        if unit not in self._plain:
            self._plain[unit] = lines.plain(self._text.places[unit][1].source)
        return self._plain[unit]


def _count(text: str) -> int:
    return len("".join(text.split()))


def reversible(decision: Decision) -> bool:
    """Whether a decision is one that can be taken back by itself."""
    return decision.kind not in _FINAL and bool(decision.before or decision.kind in STRUCTURE)
