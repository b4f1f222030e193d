"""What the Import page shows of a text on its way in, a window of blocks at a time."""

from collections.abc import Sequence
from dataclasses import replace

from hexapla.formats.tei import inline, runs
from hexapla.model import languages
from hexapla.model.importing import ImportPage, ReadBlock, ReadDecision, ReadUnit, Window
from hexapla.model.person import Person, Right
from hexapla.work import people
from hexapla.work.edition import Edition
from hexapla.work.importing.present import Present, present
from hexapla.work.importing.shape import Shape
from hexapla.work.rights import allow

MOST = 200
"""Blocks in one window."""
SHOWN = 1000
"""Characters of what stood there that a page is sent: a whole menu of a web page may have been left out."""


def page(edition: Edition, person: Person, number: int) -> ImportPage:
    """Return what there is to say of an import, without its blocks; raises NotFound and Conflict as ``present``."""
    allow(person, Right.MANAGE)
    return of(edition, present(edition, number))


def of(edition: Edition, made: Present) -> ImportPage:
    """Return what there is to say of an import at one version."""
    row, text = made.row, made.text
    return ImportPage(
        row=row,
        by=people.names_of(edition).get(row.by, row.by),
        reader=made.report.reader,
        lang=text.lang,
        dir=languages.language(text.lang).direction,
        blocks=len(text.blocks),
        units=len(text.units),
        words=sum(inline.words(unit.source) for unit in text.units),
        lines=len(made.report.raw),
        steps=len(made.steps),
        notes=text.notes,
        decisions=tuple(brief(one) for one in made.shape.decisions),
        exists=edition.settings.text(row.slug) is not None,
    )


def window(edition: Edition, person: Person, number: int, *, after: int = 0, limit: int = 100) -> Window:
    """Return some blocks from a number on (from 0), with the lines of the file beside them."""
    allow(person, Right.MANAGE)
    made = present(edition, number)
    start, many = max(after, 0), max(1, min(limit, MOST))
    return Window(made.row.version, blocks(made.shape, range(start, start + many)))


def blocks(shape: Shape, which: Sequence[int]) -> tuple[ReadBlock, ...]:
    """Return blocks by their numbers, those that there are."""
    return tuple(_block(shape, nth) for nth in which if nth < len(shape.blocks))


def brief(decision: ReadDecision) -> ReadDecision:
    """Return a decision as a page is sent it."""
    if max(len(decision.before), len(decision.after)) <= SHOWN:
        return decision
    return replace(decision, before=decision.before[:SHOWN], after=decision.after[:SHOWN])


def _block(shape: Shape, nth: int) -> ReadBlock:
    beside = shape.blocks[nth]
    block = beside.block
    return ReadBlock(
        nth=nth,
        id=block.id,
        kind=beside.kind,
        level=block.level,
        n=block.n,
        group=beside.group,
        note=block.note,
        speaker=block.speaker,
        units=tuple(ReadUnit(unit.id, runs.to_runs(unit.source)) for unit in block.units),
        raw=shape.raw_lines(beside.lines),
        decisions=beside.decisions,
    )
