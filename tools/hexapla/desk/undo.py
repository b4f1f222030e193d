"""Taking a change set back: an inverse change set, with new revisions; what somebody has changed since stays.

Entries are taken back in clusters that share units, so that no join is undone by half. A set that replaced a text
brings the whole text back; translations made since then keep their words and need work where the source differs. Out
of the glossary only what the set did is taken.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, func, select

from hexapla.desk import drafts, entries, glossary, history, loading, tasks, texts, turning, writing
from hexapla.desk.catalogs import Catalog
from hexapla.desk.entries import Held
from hexapla.desk.tables import changeset, entry, revision, text_was
from hexapla.model.catalog import State
from hexapla.model.change import Undone, Without
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.messages import _
from hexapla.model.person import Person

_CARRYING = frozenset({"split", "merge", "mend", "revise"})
"""Kinds of change sets that carry texts to other units."""


def undo(connection: Connection, person: Person, number: int, without: Without | None = None) -> Undone:
    """Take a change set back; raises NotFound, and HexaplaError for one that added a text or was built upon.

    ``without`` takes its change out of a glossary that was changed since.
    """
    if connection.scalar(select(changeset.c.id).where(changeset.c.id == number)) is None:
        raise NotFound(_("There is no change set {number}.").format(number=number))
    earlier = _texts(connection, number)
    change = history.begin(connection, person, "undo", undoes=number)
    for was in earlier:
        texts.keep_before(connection, change, was.row["id"], texts.before(connection, was.row["id"]))
        texts.store(connection, was.row, was.units, known=True)
    restored, skipped = 0, []
    replaced = {was.row["id"] for was in earlier}
    for (text_id, lang), touched in sorted(_touched(connection, number, replaced).items()):
        catalog = loading.catalog(connection, text_id, lang)
        if text_id in replaced:
            catalog.revise()
        done, late = _take_back(connection, catalog, touched)
        catalog.complete()
        writing.write(connection, change, catalog.changes(), person)
        restored += done
        skipped += [(text_id, lang, context) for context in late]
    for text_id in replaced:
        texts.move(connection, text_id)
        drafts.follow(connection, change, text_id)
    termed = glossary.back(connection, change, number, without)
    turned = turning.back(connection, change, number) + tasks.back(connection, change, number)
    if not (restored or turned or earlier or termed):
        history.withdraw(connection, change)
        return Undone(0, skipped=tuple(skipped))
    return Undone(change, restored, termed, tuple(skipped))


def _texts(connection: Connection, number: int) -> list[texts.Before]:
    """Return the texts that a change set replaced, as they were; raises HexaplaError where that cannot be undone."""
    found = []
    for row in connection.execute(select(text_was).where(text_was.c.changeset == number)):
        if row.was is None:
            raise HexaplaError(
                _("Change set {number} added a text; it cannot be taken back.").format(number=number)
            )
        later = connection.execute(
            select(text_was)
            .where(text_was.c.text == row.text, text_was.c.changeset > number)
            .order_by(text_was.c.changeset)
        ).first()
        # What the next set found is what this one left: if that stands again, those after it have been taken back.
        if later is not None and texts.read_before(later.was, later.tei) != texts.before(
            connection, row.text
        ):
            raise HexaplaError(
                _(
                    "The text was replaced again since, by change set {later}; take that one back first."
                ).format(later=later.changeset)
            )
        found.append(texts.read_before(row.was, row.tei))
    return found


@dataclass(frozen=True)
class _Touched:
    """An entry that a change set revised or made: the numbers of its first and last revision in it, 0 for none."""

    context: str
    first: int
    last: int
    made: bool


def _touched(
    connection: Connection, number: int, replaced: set[str]
) -> dict[tuple[str, str], list[_Touched]]:
    """Return what a change set did to entries, by text and language; all languages of a replaced text are there."""
    found: defaultdict[tuple[str, str], list[_Touched]] = defaultdict(list)
    numbers = (
        select(
            revision.c.entry,
            func.min(revision.c.number).label("first"),
            func.max(revision.c.number).label("last"),
        )
        .where(revision.c.changeset == number)
        .group_by(revision.c.entry)
        .subquery()
    )
    rows = connection.execute(
        select(
            entry.c.text, entry.c.lang, entry.c.context, numbers.c.first, numbers.c.last, entry.c.changeset
        )
        .outerjoin(numbers, numbers.c.entry == entry.c.id)
        .where(numbers.c.entry.is_not(None) | (entry.c.changeset == number))
    )
    for text_id, lang, context, first, last, made in rows:
        found[text_id, lang].append(_Touched(context, first or 0, last or 0, made == number))
    languages = select(entry.c.text, entry.c.lang).where(entry.c.text.in_(replaced)).distinct()
    for text_id, lang in connection.execute(languages):
        found.setdefault((text_id, lang), [])
    return dict(found)


def _take_back(connection: Connection, catalog: Catalog, touched: list[_Touched]) -> tuple[int, list[str]]:
    """Put entries back to what they were; returns how many, and the contexts that were changed since."""
    restored, late = 0, []
    for cluster in _clusters(touched):
        now = [(one, held) for one in cluster if (held := catalog.at(one.context)) is not None]
        if any(_is_late(connection, one, catalog.stored(one.context)) for one, _held in now) or not _is_free(
            catalog, [held for _one, held in now]
        ):
            late += [one.context for one, _held in now]
            continue
        states = [
            state for one, held in now if (state := _before(connection, catalog, one, held)) is not None
        ]
        catalog.restore(states)
        restored += len(states)
    return restored, late


def _is_late(connection: Connection, one: _Touched, held: Held | None) -> bool:
    """Whether an entry does not say any more what the change set left; one that says so again is as good as then."""
    if held is None:
        return False
    if not one.last:
        return bool(held.msgstr) or held.state is not State.UNTRANSLATED
    left = connection.execute(select(revision).where(revision.c.number == one.last)).one()
    return _as_in(left, held).content != held.content


def _as_in(row: Row[Any], held: Held) -> Held:
    """Return an entry with the content of one of its revisions."""
    return replace(
        held,
        live=row.live,
        msgid=row.msgid,
        msgstr=row.msgstr,
        state=State(row.state),
        previous=row.previous,
        reason=row.reason,
        place=entries.read_place(row.place),
    )


def _is_free(catalog: Catalog, cluster: list[Held]) -> bool:
    """Whether the units of a cluster are held by itself alone: else they have been regrouped since."""
    contexts = {held.context for held in cluster}
    return all(other.context in contexts for held in cluster for other in catalog.holding(held.units))


def _clusters(touched: list[_Touched]) -> list[list[_Touched]]:
    """Group entries that share units, directly or through others."""
    group = {one.context: {one.context} for one in touched}
    by_unit: defaultdict[str, list[str]] = defaultdict(list)
    for one in touched:
        for unit_id in one.context.split("+"):
            by_unit[unit_id].append(one.context)
    for contexts in by_unit.values():
        whole = set().union(*(group[context] for context in contexts))
        for context in whole:
            group[context] = whole
    known = {one.context: one for one in touched}
    unique = {id(some): some for some in group.values()}
    return [[known[context] for context in sorted(some)] for some in unique.values()]


def _author(rows: Sequence[Row[Any]]) -> Row[Any]:
    """Return the revision that the text of the first of these was made in; they go backwards.

    Who took something back is no author: what an undo and that which it took back did is passed over. Nor is who
    divided or joined units: the words are those of who wrote them before.
    """
    author, bound = rows[0], None
    for row in rows:
        if bound is not None and row.changeset >= bound:
            continue
        if row.msgstr != author.msgstr and author.kind not in _CARRYING:
            break
        author, bound = row, row.undoes or bound
    return author


def _born(held: Held) -> Held:
    """Return an entry without all that anybody said in it."""
    return replace(
        held, msgstr="", state=State.UNTRANSLATED, previous=None, reason="", place=None, by="", at=""
    )


def _before(connection: Connection, catalog: Catalog, one: _Touched, held: Held) -> Held | None:
    """Return an entry as it was before a change set; None for one of units that are no more."""
    msgid = catalog.msgid(held.units)
    if one.made:
        aside = replace(held, live=False) if held.id else None
        # Of a unit that never was there is nothing to put aside either; its revisions still tell.
        return _born(aside) if aside and msgid is None else aside
    rows = connection.execute(
        select(revision, changeset.c.undoes, changeset.c.kind)
        .join(changeset, changeset.c.id == revision.c.changeset)
        .where(revision.c.entry == held.id, revision.c.number < one.first)
        .order_by(revision.c.number.desc())
    ).all()
    if not rows:
        if msgid is None:
            return None
        return Held(
            held.id,
            held.text,
            held.lang,
            held.context,
            True,
            catalog.position(held.units[0]),
            msgid,
            revision=held.revision,
        )
    last = rows[0]
    by, at = held.by, held.at
    if not (last.msgstr or last.state == State.OMITTED):
        by, at = "", ""
    elif not by or (held.msgstr, held.reason) != (last.msgstr, last.reason):
        author = _author(rows)
        by, at = author.person, author.at
    return replace(
        _as_in(last, held),
        live=last.live and msgid is not None,
        by=by,
        at=at,
        position=catalog.position(held.units[0]) if msgid is not None else held.position,
    )
