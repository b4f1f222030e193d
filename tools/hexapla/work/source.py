"""The source of a unit for somebody who mends it, and whether what they saw of it is still so."""

import hashlib
import json

from hexapla.formats.tei import inline, runs
from hexapla.model.errors import Conflict, NotFound
from hexapla.model.grid import Runs
from hexapla.model.mend import Correct, Mend
from hexapla.model.messages import _, shown
from hexapla.model.person import Person, Right
from hexapla.model.source import Present, Seen, SourceBlock, SourceUnit, SourceView
from hexapla.model.text import Block, Text, Unit
from hexapla.work import mend
from hexapla.work.edition import Edition
from hexapla.work.reading import bound
from hexapla.work.rights import allow

BEFORE, AFTER = 40, 10
"""How many units before and after a block can be asked to anchor it as a note: a few pages of a printed book."""


def view(edition: Edition, person: Person, slug: str, unit: str) -> SourceView:
    """Return what the source mode of a unit works with; raises Denied, NotFound."""
    allow(person, Right.MANAGE)
    text = edition.text(slug)
    nth = _block_of(text, slug, unit)
    block = text.blocks[nth]
    before = next((one for one in reversed(text.blocks[:nth]) if one.note == block.note), None)
    earlier = _anchors(text.blocks[max(0, nth - BEFORE) : nth])[-BEFORE:]
    later = _anchors(text.blocks[nth + 1 : nth + 1 + AFTER])[:AFTER]
    return SourceView(
        unit=unit,
        block=_shown(text, block),
        before=before.kind if before else "",
        around=tuple(_unit(text, one) for one in (*earlier, *later)),
        nearest=next((one.id for one in (*earlier[-1:], *later[:1])), ""),
    )


def correction(unit: str, source: Runs, *, changes_meaning: bool) -> Correct:
    """Return the mend that gives a unit other words; raises BadFile for runs that are no text."""
    return Correct(unit, runs.from_runs(source), changes_meaning)


def changed(edition: Edition, person: Person, slug: str, seen: Seen) -> tuple[Present, ...]:
    """Return the units that are not as a person saw them, as they are now; the unit itself if only its block is."""
    allow(person, Right.MANAGE)
    text = edition.text(slug)
    made = []
    for unit, mark in seen.units.items():
        _nth, now = text.places.get(unit, (0, None))
        if now is None or _mark(now) != mark:
            made.append(Present(unit, runs.to_runs(now.source) if now else None))
    if not made and _mark_of_block(text.blocks[_block_of(text, slug, seen.unit)]) != seen.block:
        made.append(Present(seen.unit, runs.to_runs(text.places[seen.unit][1].source)))
    return tuple(made)


def mended(
    edition: Edition, person: Person, slug: str, wanted: Mend, seen: Seen
) -> tuple[int, tuple[Present, ...]]:
    """Mend a text as ``work.mend.mend``, unless it is not as the person saw it; returns change set and what changed."""
    digest = edition.digest(slug)
    late = changed(edition, person, slug, seen)
    if late:
        return 0, late
    try:
        return mend.mend(edition, person, slug, wanted, digest=digest), ()
    except Conflict:  # another part of the text, or this very one: compare once more
        if edition.digest(slug) == digest:
            raise
        return mended(edition, person, slug, wanted, seen)


def _block_of(text: Text, slug: str, unit: str) -> int:
    if unit not in text.places:
        raise NotFound(
            _("“{slug}” has no unit {unit} any more; open the text anew.").format(
                slug=shown(slug, 60), unit=shown(unit, 40)
            )
        )
    return text.places[unit][0]


def _anchors(blocks: tuple[Block, ...]) -> list[Unit]:
    """Return the units of some blocks that a note can stand in: not those of other notes."""
    return [unit for block in blocks if not block.note for unit in block.units]


def _shown(text: Text, block: Block) -> SourceBlock:
    units = tuple(_unit(text, unit) for unit in block.units)
    level = max(block.level - 1, 1) if block.kind == "head" else 0  # of the division, as ChangeKind counts
    return SourceBlock(block.id, block.kind, level, block.n, _mark_of_block(block), units)


def _unit(text: Text, unit: Unit) -> SourceUnit:
    marks = [bound(mark, text.notes) for mark in inline.bound(unit.source)]
    return SourceUnit(unit.id, unit.n, _mark(unit), runs.to_runs(unit.source), marks)


def _mark(unit: Unit) -> str:
    return _digest(unit.id, unit.source)


def _mark_of_block(block: Block) -> str:
    return _digest(block.id, block.kind, str(block.level), block.note, *(unit.id for unit in block.units))


def _digest(*words: str) -> str:
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()[:16]
