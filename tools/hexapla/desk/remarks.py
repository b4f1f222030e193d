"""Suggestions, comments and waivers: adding what is not there yet, and collecting them for rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, insert, select

from hexapla.desk import clock
from hexapla.desk.tables import comment, entry, suggestion, waiver
from hexapla.model.catalog import Comment, Entry, Suggestion, Waiver
from hexapla.model.person import Person

_CONTENT: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (suggestion, ("text",)),
    (comment, ("text", "question", "every_language")),
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
    for said in one.comments:
        row = {"text": said.text, "question": said.question, "every_language": said.every_language}
        yield comment, {**row, "person": said.by, "at": said.at}
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


def suggest(
    connection: Connection, change: int, entry_id: int, person: Person, text: str, origin: str
) -> None:
    """Add one suggestion of a person to an entry."""
    offered = {"text": text, "origin": origin, "person": person.id, "at": clock.now(), "open": True}
    connection.execute(insert(suggestion).values(entry=entry_id, changeset=change, **offered))


Said = dict[int, tuple[tuple[Waiver, ...], tuple[Suggestion, ...], tuple[Comment, ...]]]
"""What was said about entries, by their numbers."""


def collect(connection: Connection, which: ColumnElement[bool]) -> Said:
    """Return the open remarks on the entries that a condition chooses."""
    waivers: defaultdict[int, list[Waiver]] = defaultdict(list)
    suggestions: defaultdict[int, list[Suggestion]] = defaultdict(list)
    comments: defaultdict[int, list[Comment]] = defaultdict(list)
    for row in _open(connection, waiver, which):
        units = tuple(row.units.split("+"))
        waivers[row.entry].append(
            Waiver(row.finding, row.subject, units, row.hash, row.reason, row.person, row.at)
        )
    for row in _open(connection, suggestion, which):
        suggestions[row.entry].append(Suggestion(row.text, row.person, row.at, row.origin))
    for row in _open(connection, comment, which):
        comments[row.entry].append(Comment(row.text, row.person, row.at, row.question, row.every_language))
    entries = waivers.keys() | suggestions.keys() | comments.keys()
    return {one: (tuple(waivers[one]), tuple(suggestions[one]), tuple(comments[one])) for one in entries}


def _open(connection: Connection, table: Table, which: ColumnElement[bool]) -> list[Row[Any]]:
    return list(
        connection.execute(
            select(table)
            .join(entry, entry.c.id == table.c.entry)
            .where(which, table.c.open)
            .order_by(table.c.id)
        )
    )
