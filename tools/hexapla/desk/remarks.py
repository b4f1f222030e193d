"""Suggestions, comments and waivers: adding what is not there yet, and collecting them for rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, insert, select

from hexapla.desk import clock, findings, turning
from hexapla.desk.tables import comment as comments
from hexapla.desk.tables import entry, entry_unit, suggestion, waiver
from hexapla.model.catalog import Comment, Entry, Suggestion, Waiver
from hexapla.model.change import Save
from hexapla.model.errors import NotFound
from hexapla.model.messages import _
from hexapla.model.person import Person

_CONTENT: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (suggestion, ("text",)),
    (comments, ("text", "question", "every_language")),
    (waiver, ("finding", "subject", "units", "hash")),
)
"""The tables, and the columns in which two remarks on one entry are the same, whoever made them and when."""

Remarks = dict[str, list[tuple[str, dict[str, Any]]]]
"""New rows with the context of their entry, by table."""


def missing(connection: Connection, text_id: str, lang: str, entries: Iterable[Entry]) -> Remarks:
    """Return the remarks of entries that the desk has neither open nor closed."""
    given = [(one.context, table.name, row) for one in entries for table, row in _rows(one)]
    found: Remarks = {}
    for table, columns in _CONTENT:
        if any(name == table.name for _context, name, _row in given):
            known = _known(connection, table, columns, text_id, lang)
            for context, name, row in given:
                content = (context, *(row.get(column) for column in columns))
                if name == table.name and content not in known:
                    known.add(content)
                    found.setdefault(name, []).append((context, row))
    return found


def closed(
    connection: Connection, text_id: str, lang: str, entries: Iterable[Entry]
) -> Iterable[tuple[str, int]]:
    """Yield kind and number of the closed remarks that are the same as some of these, where no open one is."""
    given = {(one.context, table.name, _content(table, row)) for one in entries for table, row in _rows(one)}
    for table, columns in _CONTENT:
        rows = connection.execute(
            select(entry.c.context, table.c.id, table.c.open, *(table.c[column] for column in columns))
            .join(entry, entry.c.id == table.c.entry)
            .where(entry.c.text == text_id, entry.c.lang == lang)
            .order_by(table.c.open.desc(), table.c.id.desc())
        )
        seen: set[tuple[Any, ...]] = set()
        for context, number, is_open, *content in rows:
            same = (context, table.name, tuple(content))
            if same in given and same not in seen:
                seen.add(same)
                if not is_open:
                    yield table.name, number


def _content(table: Table, row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row.get(column) for column in dict(_CONTENT)[table])


def _known(
    connection: Connection, table: Table, columns: tuple[str, ...], text_id: str, lang: str
) -> set[tuple[Any, ...]]:
    rows = connection.execute(
        select(entry.c.context, *(table.c[column] for column in columns))
        .join(entry, entry.c.id == table.c.entry)
        .where(entry.c.text == text_id, entry.c.lang == lang)
    )
    return {tuple(row) for row in rows}


def _rows(one: Entry) -> Iterable[tuple[Table, dict[str, Any]]]:
    for offered in one.suggestions:
        yield (
            suggestion,
            {"text": offered.text, "origin": offered.origin, "person": offered.by, "at": offered.at},
        )
    for one_said in one.comments:
        row = {
            "text": one_said.text,
            "question": one_said.question,
            "every_language": one_said.every_language,
        }
        yield comments, {**row, "person": one_said.by, "at": one_said.at}
    for let in one.waivers:
        row = {"finding": let.finding, "subject": let.subject, "units": "+".join(let.units), "hash": let.hash}
        yield waiver, {**row, "reason": let.reason, "person": let.by, "at": let.at}


def add(
    connection: Connection,
    change: int,
    remarks: Remarks,
    entries: Mapping[str, int],
    person: Person,
    *,
    believe: bool,
) -> None:
    """Add remarks to entries (context to number): the person's, of now, or with ``believe`` as they say."""
    for table, _columns in _CONTENT:
        rows = [
            {
                **row,
                **_author(row, person, believe),
                "entry": entries[context],
                "changeset": change,
                "open": True,
            }
            for context, row in remarks.get(table.name, ())
        ]
        if rows:
            connection.execute(insert(table), rows)


def _author(row: dict[str, Any], person: Person, believe: bool) -> dict[str, str]:
    believed = row if believe else {}
    return {"person": believed.get("person") or person.id, "at": believed.get("at") or clock.now()}


def has_suggestion(connection: Connection, entry_id: int, text: str) -> bool:
    """Whether an entry has an open suggestion with this text."""
    same = (suggestion.c.entry == entry_id) & (suggestion.c.text == text) & suggestion.c.open
    return connection.scalar(select(suggestion.c.id).where(same).limit(1)) is not None


def offering(connection: Connection, entry_id: int, text: str) -> list[int]:
    """Return the open suggestions of an entry that offer a text."""
    same = (suggestion.c.entry == entry_id) & (suggestion.c.text == text) & suggestion.c.open
    return list(connection.scalars(select(suggestion.c.id).where(same)))


def suggest(
    connection: Connection, change: int, entry_id: int, person: Person, text: str, origin: str
) -> None:
    """Add one suggestion of a person to an entry."""
    offered = {"text": text, "origin": origin, "person": person.id, "at": clock.now(), "open": True}
    made = insert(suggestion).values(entry=entry_id, changeset=change, **offered).returning(suggestion.c.id)
    findings.follow_suggestion(connection, int(connection.execute(made).scalar_one()))


def comment(connection: Connection, change: int, entry_id: int, person: Person, said: Comment) -> int:
    """Add one comment of a person to an entry; returns its number."""
    row = {"text": said.text, "question": said.question, "every_language": said.every_language}
    return _add(connection, comments, change, entry_id, person, row)


def waive(connection: Connection, change: int, entry_id: int, person: Person, let: Waiver) -> int:
    """Add one waiver of a person to an entry, or open the same one again; returns its number, 0 if it is open."""
    known = connection.execute(select(waiver.c.id, waiver.c.open).where(_same_waiver(entry_id, let))).first()
    if known is None:
        row = {"finding": let.finding, "subject": let.subject, "units": "+".join(let.units), "hash": let.hash}
        return _add(connection, waiver, change, entry_id, person, row | {"reason": let.reason})
    opened = turning.turn(connection, change, "waiver", known.id, to_open=True)
    return int(known.id) if opened else 0


def waiver_of(connection: Connection, entry_id: int, let: Waiver) -> int:
    """Return the number of a waiver."""
    return int(connection.execute(select(waiver.c.id).where(_same_waiver(entry_id, let))).scalar_one())


def _same_waiver(entry_id: int, let: Waiver) -> ColumnElement[bool]:
    return (
        (waiver.c.entry == entry_id)
        & (waiver.c.finding == let.finding)
        & (waiver.c.subject == let.subject)
        & (waiver.c.units == "+".join(let.units))
        & (waiver.c.hash == let.hash)
    )


def _add(
    connection: Connection, table: Table, change: int, entry_id: int, person: Person, row: dict[str, Any]
) -> int:
    made = {
        **row,
        "entry": entry_id,
        "changeset": change,
        "person": person.id,
        "at": clock.now(),
        "open": True,
    }
    return int(connection.execute(insert(table).values(made).returning(table.c.id)).scalar_one())


def text_of(connection: Connection, number: int, change: Save) -> str:
    """Return the text of an open suggestion on the entry that a save names; raises NotFound."""
    which = (suggestion.c.id == number) & (entry.c.text == change.text) & (entry.c.lang == change.lang)
    which &= (entry.c.context == "+".join(change.units)) & suggestion.c.open
    found = connection.scalar(
        select(suggestion.c.text).join(entry, entry.c.id == suggestion.c.entry).where(which)
    )
    if found is None:
        raise NotFound(_("This suggestion is closed, or of another unit; load the page again."))
    return str(found)


def where(connection: Connection, kind: str, number: int) -> tuple[str, str, tuple[str, ...], str]:
    """Return text id, language and units of a remark's entry, and who made it; raises NotFound."""
    table = turning.TABLES[kind]
    row = connection.execute(
        select(entry.c.text, entry.c.lang, entry.c.context, table.c.person)
        .join(entry, entry.c.id == table.c.entry)
        .where(table.c.id == number)
    ).first()
    if row is None:
        raise NotFound(
            _("There is no {kind} {number}; load the page again.").format(kind=kind, number=number)
        )
    return row.text, row.lang, tuple(row.context.split("+")), row.person


def shared(
    connection: Connection, text_id: str, lang: str, units: Iterable[str]
) -> dict[str, tuple[Comment, ...]]:
    """Return by unit the open comments for every language that were made in another one."""
    rows = connection.execute(
        select(comments, entry_unit.c.unit, entry_unit.c.lang)
        .join(entry_unit, entry_unit.c.entry == comments.c.entry)
        .where(
            entry_unit.c.text == text_id,
            entry_unit.c.lang != lang,
            entry_unit.c.unit.in_(list(units)),
            comments.c.every_language,
            comments.c.open,
        )
        .order_by(comments.c.id)
    )
    found: defaultdict[str, list[Comment]] = defaultdict(list)
    for row in rows:
        found[row.unit].append(
            Comment(row.text, row.person, row.at, row.question, True, id=row.id, lang=row.lang)
        )
    return {unit_id: tuple(some) for unit_id, some in found.items()}


Three = tuple[tuple[Waiver, ...], tuple[Suggestion, ...], tuple[Comment, ...]]
Said = dict[int, Three]
"""What was said about entries, by their numbers."""


def collect(connection: Connection, which: ColumnElement[bool]) -> Said:
    """Return the open remarks on the entries that a condition chooses."""
    waivers: defaultdict[int, list[Waiver]] = defaultdict(list)
    suggestions: defaultdict[int, list[Suggestion]] = defaultdict(list)
    said: defaultdict[int, list[Comment]] = defaultdict(list)
    for row in _open(connection, waiver, which):
        units = tuple(row.units.split("+"))
        waivers[row.entry].append(
            Waiver(row.finding, row.subject, units, row.hash, row.reason, row.person, row.at, id=row.id)
        )
    for row in _open(connection, suggestion, which):
        suggestions[row.entry].append(Suggestion(row.text, row.person, row.at, row.origin, id=row.id))
    for row in _open(connection, comments, which):
        said[row.entry].append(
            Comment(row.text, row.person, row.at, row.question, row.every_language, id=row.id)
        )
    entries = waivers.keys() | suggestions.keys() | said.keys()
    return {one: (tuple(waivers[one]), tuple(suggestions[one]), tuple(said[one])) for one in entries}


def _open(connection: Connection, table: Table, which: ColumnElement[bool]) -> list[Row[Any]]:
    return list(
        connection.execute(
            select(table)
            .join(entry, entry.c.id == table.c.entry)
            .where(which, table.c.open)
            .order_by(table.c.id)
        )
    )
