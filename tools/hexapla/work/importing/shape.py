"""How a text on its way in is shown: each block beside its lines, and where each decision of the reader shows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hexapla.model.importing import RawLine, ReadDecision
from hexapla.model.report import Report
from hexapla.model.text import Block, Text
from hexapla.work.importing import lines
from hexapla.work.importing.placing import BREAK, WHOLE, Placing

_BACK = 60
"""How many lines before the one that a decision names its words may begin: a page with its notes."""


@dataclass(frozen=True)
class Beside:
    """A block, its kind as people know it, the numbers of its lines, and of the decisions that touch it.

    ``group`` is the id of the first block of its group: the block's own may be a count that others move.
    """

    block: Block
    kind: str
    group: str
    lines: tuple[int, ...]
    decisions: tuple[int, ...]


@dataclass(frozen=True)
class Shape:
    """All blocks of a text in order, and all decisions."""

    blocks: tuple[Beside, ...]
    decisions: tuple[ReadDecision, ...]
    raw: tuple[str, ...]
    marks: dict[int, tuple[int, ...]]
    """The numbers of the decisions about each line."""
    known: dict[int, tuple[ReadDecision, str]]
    """The decisions that show at words of a unit, with the unit's source."""

    @cached_property
    def order(self) -> dict[str, int]:
        """The number of each block by its id."""
        return {one.block.id: nth for nth, one in enumerate(self.blocks)}

    def raw_lines(self, numbers: Sequence[int]) -> tuple[RawLine, ...]:
        """Return lines of the file."""
        return tuple(RawLine(n, self.raw[n - 1], self.marks.get(n, ())) for n in numbers)


def shape(
    base: Text,
    text: Text,
    report: Report,
    of_base: Mapping[str, tuple[int, ...]],
    taken: frozenset[int],
    earlier: "Shape | None" = None,
) -> Shape:
    """Return how a text is shown.

    ``of_base`` are the lines of the units as they were read, ``taken`` the numbers of decisions that were taken back;
    ``earlier`` is how the text was shown before the last act, of which most is the same.
    """
    of_unit = lines.now(base, text, of_base)
    breaks = {
        part.get("xml:id") for part in text.body.walk() if part.tag == "p" and part.get("rend") == BREAK
    }
    own = [_own(block, of_unit) for block in text.blocks]
    holder = _holders(own, len(report.raw))
    shown: list[list[int]] = [[] for _block in text.blocks]
    for line, beside in enumerate(holder, start=1):
        for nth in beside:
            shown[nth].append(line)
    placed = Placing(text, report, of_unit, own, holder, earlier.known if earlier else {}).all()
    touching: dict[str, list[int]] = defaultdict(list)
    marks: dict[int, tuple[int, ...]] = {}
    for decision in placed:
        touching[decision.block].append(decision.nth)
        if decision.kind not in WHOLE:
            for line in _lines_of(decision, report.raw):
                marks[line] = (*marks.get(line, ()), decision.nth)
    groups: dict[str, str] = {}
    blocks = tuple(
        Beside(
            block,
            BREAK if block.id in breaks else block.kind,
            groups.setdefault(block.group, block.id) if block.group else "",
            _without_blank_end(some, report.raw),
            tuple(touching[block.id]),
        )
        for block, some in zip(text.blocks, shown, strict=True)
    )
    decisions = tuple(replace(one, back=one.nth in taken) for one in placed)
    known = {one.nth: (one, text.places[one.unit][1].source) for one in placed if one.unit}
    return Shape(blocks, decisions, report.raw, marks, known)


def _own(block: Block, of_unit: dict[str, tuple[int, ...]]) -> set[int]:
    return {line for unit in block.units for line in of_unit.get(unit.id, ())}


def _holders(own: list[set[int]], count: int) -> list[tuple[int, ...]]:
    """Return the blocks beside which each line is shown: those it went into, else the one of the line before."""
    holders: list[list[int]] = [[] for _line in range(count)]
    for nth, some in enumerate(own):
        for line in some:
            holders[line - 1].append(nth)
    made: list[tuple[int, ...]] = []
    last = 0
    for beside in holders:
        if beside:
            last = beside[-1]
        made.append(tuple(beside) or ((last,) if own else ()))
    return made


def _without_blank_end(numbers: list[int], raw: Sequence[str]) -> tuple[int, ...]:
    """Leave out blank lines at both ends: what parts two blocks is seen without them."""
    while numbers and not raw[numbers[-1] - 1].strip():
        numbers = numbers[:-1]
    while numbers and not raw[numbers[0] - 1].strip():
        numbers = numbers[1:]
    return tuple(numbers)


def _lines_of(decision: ReadDecision, raw: Sequence[str]) -> list[int]:
    """Return the lines that a decision is about: those where what stood there stands.

    Of words over the end of a line, a reader may name the first line or the last one; pages may lie between.
    """
    first, last = (
        max(decision.line, 1),
        min(decision.line + decision.before.rstrip("\n").count("\n"), len(raw)),
    )
    start, _end, rest = decision.before.strip("\n").partition("\n")
    if rest and first <= len(raw) and not raw[first - 1].rstrip().endswith(start.strip()):
        before = range(first - 1, max(first - _BACK, 0), -1)
        found = next((line for line in before if raw[line - 1].rstrip().endswith(start.strip())), None)
        if found is not None:
            return [found, first]
    return list(range(first, last + 1))
