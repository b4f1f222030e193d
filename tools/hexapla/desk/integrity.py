"""The desk examines itself: each fault is one sentence."""

import hashlib
from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection, and_, func, or_, select

from hexapla.desk import glossary, index
from hexapla.desk.database import Database
from hexapla.desk.tables import changeset, counter, document, entry, entry_unit, revision, text, unit
from hexapla.model.catalog import entry_hash
from hexapla.model.messages import _, ngettext, shown

_STREAMED = {"yield_per": 1000}
"""How long results are fetched: a large desk is not held in memory."""


def check(connection: Connection, database: Database) -> list[str]:
    """Return what is wrong with the desk; nothing, if all is well. Reads everything."""
    return [*faults(connection, database), *slips(connection)]


def faults(connection: Connection, database: Database) -> list[str]:
    """Return what is wrong and cannot be mended from the rest of the desk."""
    return [
        *database.examine(connection),
        *_gaps(connection),
        *_forged(connection),
        *_unlike_last(connection),
        *_unheld(connection),
        *_unlike_units(connection),
        *_altered(connection),
        *_miscounted(connection),
        *_unborn(connection),
    ]


def slips(connection: Connection) -> list[str]:
    """Return what is wrong and follows from the rest of the desk: ``prune`` mends it."""
    return [*_misplaced(connection), *_unindexed(connection)]


def _gaps(connection: Connection) -> Iterator[str]:
    """Numbers run from 1 without a gap up to the counter."""
    count, newest = connection.execute(select(func.count(), func.max(revision.c.number))).one()
    counted = connection.scalar(select(counter.c.value).where(counter.c.name == "revision"))
    if not count == (newest or 0) == counted:
        yield _(
            "There are {count} revisions; the newest is number {newest}, and {counted} were counted."
        ).format(count=count, newest=newest or 0, counted=counted)


def _forged(connection: Connection) -> Iterator[str]:
    """A revision says what it said when it was made."""
    rows = connection.execute(
        select(revision.c.number, entry.c.context, revision.c.msgid, revision.c.msgstr, revision.c.hash)
        .join(entry, entry.c.id == revision.c.entry)
        .order_by(revision.c.number),
        execution_options=_STREAMED,
    )
    for number, context, msgid, msgstr, made in rows:
        if entry_hash(context, msgid, msgstr) != made:
            yield _("Revision {number} ({context}): its text is not the one that was saved.").format(
                number=number, context=shown(context)
            )


def _unlike_last(connection: Connection) -> Iterator[str]:
    """An entry says what its last revision says; without one it is empty."""
    later = revision.alias()
    newest = select(func.max(later.c.number)).where(later.c.entry == entry.c.id).scalar_subquery()
    same = and_(
        *(
            entry.c[name].is_not_distinct_from(revision.c[name])
            for name in ("live", "msgid", "msgstr", "state", "previous", "reason", "place")
        )
    )
    untouched = and_(entry.c.revision == 0, newest.is_(None), entry.c.msgstr == "")
    rows = connection.execute(
        select(entry.c.text, entry.c.lang, entry.c.context)
        .outerjoin(revision, and_(revision.c.number == entry.c.revision, revision.c.entry == entry.c.id))
        .where(~or_(untouched, and_(newest == entry.c.revision, same)))
    )
    for row in rows:
        yield _("{text}, {lang}, {context}: the entry is not what its last revision says.").format(
            **_names(row)
        )


def _unheld(connection: Connection) -> Iterator[str]:
    """Each unit is in a live entry of each language (that it is in no two, the database sees to)."""
    languages = select(entry.c.text, entry.c.lang).distinct().subquery()
    held = and_(
        entry_unit.c.text == unit.c.text,
        entry_unit.c.lang == languages.c.lang,
        entry_unit.c.unit == unit.c.id,
        entry_unit.c.live,
    )
    rows = connection.execute(
        select(unit.c.text, languages.c.lang, unit.c.id.label("context"))
        .join(languages, languages.c.text == unit.c.text)
        .outerjoin(entry_unit, held)
        .where(entry_unit.c.unit.is_(None))
    )
    for row in rows:
        yield _("{text}, {lang}, {context}: the unit is in no entry.").format(**_names(row))


def _unlike_units(connection: Connection) -> Iterator[str]:
    """A live entry holds its units as a live one, and its first unit is there."""
    for row in connection.execute(
        _with_first_unit.where(
            or_(
                entry_unit.c.live.is_distinct_from(entry.c.live),
                and_(entry.c.live, unit.c.position.is_(None)),
            )
        )
    ):
        yield _("{text}, {lang}, {context}: the entry does not stand as its units do.").format(**_names(row))


def _misplaced(connection: Connection) -> Iterator[str]:
    """A live entry stands where its first unit stands."""
    for row in connection.execute(_with_first_unit.where(entry.c.live, unit.c.position != entry.c.position)):
        yield _("{text}, {lang}, {context}: the entry does not stand where its units stand.").format(
            **_names(row)
        )


_with_first_unit = (
    select(entry.c.text, entry.c.lang, entry.c.context)
    .outerjoin(entry_unit, and_(entry_unit.c.entry == entry.c.id, entry_unit.c.nth == 0))
    .outerjoin(unit, and_(unit.c.text == entry.c.text, unit.c.id == entry_unit.c.unit))
)


def _altered(connection: Connection) -> Iterator[str]:
    """Documents are what they were when they were stored."""
    texts = select(text.c.slug, text.c.tei, text.c.sha256)
    documents = select(document.c.name, document.c.source, document.c.sha256)
    for stored in (texts, documents):
        for name, source, sha256 in connection.execute(stored, execution_options={"yield_per": 1}):
            if hashlib.sha256(source).hexdigest() != sha256:
                yield _("{name}: the document is not the one that was stored.").format(name=shown(name))
    yield from glossary.damaged(connection)


def _miscounted(connection: Connection) -> Iterator[str]:
    """The units of a text are numbered from 1 in reading order; an entry is called by its units, and counts them."""
    numbers = select(
        unit.c.text, func.count(), func.max(unit.c.position), func.count(unit.c.position.distinct())
    )
    for name, count, last, places in connection.execute(numbers.group_by(unit.c.text)):
        if not count == last == places:
            yield _("{text}: its {n} units are not numbered from 1 to {n}.").format(text=shown(name), n=count)
    held = connection.execute(
        select(entry.c.id, entry.c.text, entry.c.lang, entry.c.context, entry.c.size, entry_unit.c.unit)
        .outerjoin(entry_unit, entry_unit.c.entry == entry.c.id)
        .order_by(entry.c.id, entry_unit.c.nth),
        execution_options=_STREAMED,
    )
    for _number, some in groupby(held, key=lambda row: row.id):
        rows = list(some)
        units = [row.unit or "" for row in rows]
        if rows[0].context != "+".join(units) or rows[0].size != len(units):
            yield _("{text}, {lang}, {context}: the entry holds other units than it says.").format(
                **_names(rows[0])
            )


def _unborn(connection: Connection) -> Iterator[str]:
    """What an entry came with is a change set that was made."""
    without = and_(entry.c.changeset.is_not(None), entry.c.changeset.not_in(select(changeset.c.id)))
    for row in connection.execute(select(entry.c.text, entry.c.lang, entry.c.context).where(without)):
        yield _("{text}, {lang}, {context}: what it came with is missing.").format(**_names(row))


def _unindexed(connection: Connection) -> Iterator[str]:
    """The index of words says what the entries say."""
    count = index.astray(connection)
    if count:
        yield ngettext(
            "The index of words is wrong for one entry.",
            "The index of words is wrong for {n} entries.",
            count,
        ).format(n=count)


def _names(row: "object") -> dict[str, str]:
    return {name: shown(getattr(row, name)) for name in ("text", "lang", "context")}
