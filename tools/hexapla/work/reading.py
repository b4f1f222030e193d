"""Pages of rows for the editor, in document order, and the next unit that wants attention."""

from itertools import groupby

from hexapla.formats.tei import inline, runs
from hexapla.model import languages
from hexapla.model.catalog import State
from hexapla.model.change import Row
from hexapla.model.errors import NotFound
from hexapla.model.grid import DraftRuns, GridBlock, GridPage, GridRow
from hexapla.model.person import Person
from hexapla.model.text import Block, Text
from hexapla.work import people
from hexapla.work.edition import Edition

PAGE = 50
"""Rows a page: the browser builds 50 in well under a frame budget's notice, 200 is where typing begins to lag."""


def page(
    edition: Edition,
    person: Person,
    slug: str,
    lang: str,
    *,
    unit: str | None = None,
    after: int | None = None,
    before: int | None = None,
) -> GridPage:
    """Return the page that holds a unit, or the one after or before a position; the first page by default.

    Positions count units from 1, so a page is a window of PAGE units and costs the same wherever it lies; a joined
    entry stands on the page of its first unit.
    """
    people.welcome(person)
    tag = edition.language(slug, lang)
    text_id = edition.text_id(slug)
    digest = edition.digest(slug)  # before the text, as ``at`` before the rows
    text = edition.text(slug)
    total = len(text.units)
    if unit is not None:
        after = _position(edition, text_id, tag, unit) - 1
    elif before is not None:
        after = before - 2
    at = (
        edition.desk.watching.last()
    )  # before the rows: what comes in between is told twice rather than never
    start = max(0, min(after or 0, total - 1)) // PAGE * PAGE
    found = edition.desk.rows(text_id, tag, person=person.id, after=start, limit=PAGE)
    if edition.digest(slug) != digest:  # mended meanwhile: text and rows would not fit
        return page(edition, person, slug, lang, unit=unit, after=after, before=before)
    rows = [row for row in found if row.position <= start + PAGE]
    return GridPage(
        text=slug,
        title=text.title,
        lang=tag,
        source=text.lang,
        dir=languages.language(tag).direction,
        total=total,
        first=start + 1 if rows else 0,
        last=min(start + PAGE, total),
        before=start + 1 if start else None,
        after=start + PAGE if start + PAGE < total else None,
        progress=_progress(edition, text_id, tag),
        blocks=_blocks(text, rows, people.names_of(edition), first=not start),
        at=at,
        digest=digest,
    )


def _position(edition: Edition, text_id: str, lang: str, unit: str) -> int:
    """Return the position of a unit; a link to one that is gone opens the text at its beginning."""
    try:
        return edition.desk.position(text_id, lang, unit)
    except NotFound:
        return 1


def following(
    edition: Edition, person: Person, slug: str, lang: str, *, unit: str, states: frozenset[State]
) -> str | None:
    """Return the next unit in one of these states, once around the text; None where there is none."""
    people.welcome(person)
    tag, text_id = edition.language(slug, lang), edition.text_id(slug)
    return edition.desk.next(text_id, tag, after=edition.desk.position(text_id, tag, unit), states=states)


def _progress(edition: Edition, text_id: str, lang: str) -> dict[str, float]:
    for progress in edition.desk.progress(text_id, lang):
        return {str(state): progress.share(state) for state in (State.TRANSLATED, State.REVIEWED)}
    return {}


def _blocks(text: Text, rows: list[Row], names: dict[str, str], *, first: bool) -> tuple[GridBlock, ...]:
    """Group rows by the block that their first unit stands in."""
    made: list[GridBlock] = []
    for nth, group in groupby(rows, key=lambda row: text.places[row.entry.units[0]][0]):
        some, block = list(group), text.blocks[nth]
        continued = not made and not first and some[0].entry.units[0] != block.units[0].id
        made.append(_block(block, [_row(row, text, names) for row in some], continued=continued))
    return tuple(made)


def _block(block: Block, rows: list[GridRow], *, continued: bool) -> GridBlock:
    return GridBlock(
        kind=block.kind,
        level=block.level,
        n=block.n,
        group=block.group,
        note=block.note,
        continued=continued,
        rows=tuple(rows),
    )


def _row(row: Row, text: Text, names: dict[str, str]) -> GridRow:
    entry, draft = row.entry, row.draft
    numbers = (text.places[unit][1].n for unit in (entry.units[0], entry.units[-1]))
    return GridRow(
        units=entry.units,
        n="–".join(dict.fromkeys(numbers)),
        position=row.position,
        source=runs.to_runs(entry.msgid),
        target=runs.to_runs(entry.msgstr),
        broken=not inline.is_well_formed(entry.msgstr),
        state=entry.state,
        revision=row.revision,
        by=names.get(entry.by, entry.by),
        at=entry.at,
        reason=entry.reason,
        previous=runs.to_runs(entry.previous) if entry.previous else None,
        bound=[bound(mark, text.notes) for mark in inline.bound(entry.msgid)],
        draft=DraftRuns(runs.to_runs(draft.msgstr), draft.revision, draft.at) if draft else None,
        suggestions=len(entry.suggestions),
        comments=len(entry.comments) + len(row.shared),
    )


def bound(mark: str, notes: dict[str, str]) -> dict[str, str]:
    """Say a bound tag as the browser's chips do: its kind and id, and the number that a reader sees."""
    kind, _space, id_ = mark.partition(" ")
    return (
        {"note": id_, "label": notes.get(id_, id_)}
        if kind == "note"
        else {"bound": kind, "label": id_ or kind}
    )
