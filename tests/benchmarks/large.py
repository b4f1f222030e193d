"""Large desks: one text comes in as a person's does, and is copied many times within the database.

So the schema, the index of words, the triggers and the constraints are the desk's own, and a million entries are there
in some minutes. Half of the entries are translated, one in a hundred has an open comment, every other of these for all
languages, and one in two hundred an open suggestion.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, case, func, insert, literal, select, text, update
from sync import prose

from editions import ANNA
from hexapla.desk.opening import open_database
from hexapla.desk.tables import changeset, comment, counter, entry, entry_unit, revision, suggestion, unit
from hexapla.desk.tables import text as texts
from hexapla.model.catalog import Comment, Entry, State, Suggestion
from hexapla.work import edition as editions
from hexapla.work import ingest
from hexapla.work.edition import Edition

LANGUAGES = ("de", "fr", "hu", "uk")
SLUG = "mill"


@contextmanager
def edition(place: Path, desk: str | Path, *, copies: int, units: int) -> Iterator[Edition]:
    """Open an edition of so many texts, ``mill``, ``mill-1``, …, of so many units in four languages."""
    root = place / "edition"
    editions.create(root, title="The Mill", source="en", targets=LANGUAGES)
    file = place / f"{SLUG}.txt"
    file.write_text(prose(random.Random(7), units), "utf-8")
    with editions.opened(root, ANNA, desk=str(desk)) as made:
        ingest.store(made, ANNA, ingest.read(made, file))
        for lang in LANGUAGES:
            _translate(made, lang)
        _copy(desk, made.settings.id, made.text_id(SLUG), copies)
        first = made.settings.texts[-1]
        more = tuple(replace(first, slug=f"{SLUG}-{nth}") for nth in range(1, copies))
        yield Edition(None, made.desk, replace(made.settings, texts=made.settings.texts + more))


def _translate(made: Edition, lang: str) -> None:
    dice, text_id = random.Random(lang), made.text_id(SLUG)
    entries = []
    for nth, row in enumerate(made.desk.rows(text_id, lang, limit=None)):
        words = row.entry.msgid.split()
        dice.shuffle(words)
        said = (Comment(f"Which mill? ({nth})", every_language=nth % 200 == 0),) if nth % 100 == 0 else ()
        offered = (Suggestion(" ".join(words)),) if nth % 200 == 50 else ()
        if nth % 2 == 0 or said or offered:
            entries.append(
                Entry(
                    row.entry.units,
                    "",
                    f"{lang}: {' '.join(words)}",
                    State.TRANSLATED,
                    comments=said,
                    suggestions=offered,
                )
            )
    made.desk.fill(ANNA, text_id, lang, entries, kind="fill")


def _copy(desk: str | Path, edition_id: str, first: str, copies: int) -> None:
    """Copy a text with all that hangs on it; the numbers of a copy follow those of the copy before."""
    connections = open_database(desk, edition=edition_id, create=True)
    try:
        with connections.reading() as connection:
            last = {
                numbered.table.name: connection.scalar(select(func.max(numbered))) or 0
                for numbered in (entry.c.id, changeset.c.id, revision.c.number, comment.c.id, suggestion.c.id)
            }
        for nth in range(1, copies):
            with connections.writing() as connection:
                _one(connection, first, nth, {name: nth * number for name, number in last.items()})
        with connections.writing() as connection:
            _settle(connection, copies * last["revision"])
    finally:
        connections.close()


def _one(connection: Connection, first: str, nth: int, by: dict[str, int]) -> None:
    """Make one copy; ``by`` says for each table how far its numbers move."""
    of_text = {"text": literal(f"{first}-{nth}")}
    ours, numbers = entry.c.text == first, select(entry.c.id).where(entry.c.text == first)
    moved = case((entry.c.revision > 0, entry.c.revision + by["revision"]), else_=0)
    own = {"id": of_text["text"], "slug": literal(f"{SLUG}-{nth}"), "position": texts.c.position + nth}
    _copied(connection, texts, texts.c.id == first, own)
    _copied(connection, unit, unit.c.text == first, of_text)
    _copied(
        connection,
        changeset,
        changeset.c.id <= by["changeset"] // nth,
        {"id": changeset.c.id + by["changeset"]},
    )
    _copied(
        connection,
        entry,
        ours,
        {
            **of_text,
            "id": entry.c.id + by["entry"],
            "revision": moved,
            "changeset": entry.c.changeset + by["changeset"],
        },
    )
    _copied(
        connection,
        entry_unit,
        entry_unit.c.text == first,
        {**of_text, "entry": entry_unit.c.entry + by["entry"]},
    )
    for table, name in ((revision, "number"), (comment, "id"), (suggestion, "id")):
        values = {
            name: table.c[name] + by[table.name],
            "entry": table.c.entry + by["entry"],
            "changeset": table.c.changeset + by["changeset"],
        }
        _copied(connection, table, table.c.entry.in_(numbers), values)
    number = "rowid" if connection.dialect.name == "sqlite" else "entry"
    connection.execute(
        text(
            f"INSERT INTO entry_words ({number}, source, target) SELECT {number} + :by, source, target"
            f" FROM entry_words WHERE {number} IN (SELECT id FROM entry WHERE text = :first)"
        ),
        {"by": by["entry"], "first": first},
    )


def _copied(
    connection: Connection, table: Table, which: ColumnElement[bool], other: dict[str, ColumnElement[Any]]
) -> None:
    """Copy rows of a table, with other values in some columns."""
    values = [other.get(column.name, column) for column in table.columns]
    connection.execute(
        insert(table).from_select([column.name for column in table.columns], select(*values).where(which))
    )


def _settle(connection: Connection, revisions: int) -> None:
    """Bring the counters to what is there, and let PostgreSQL look at it, as it does by itself within a minute."""
    connection.execute(update(counter).where(counter.c.name == "revision").values(value=revisions))
    if connection.dialect.name == "postgresql":
        for table in (entry, changeset, comment, suggestion):
            connection.execute(
                select(
                    func.setval(
                        func.pg_get_serial_sequence(table.name, "id"),
                        select(func.max(table.c.id)).scalar_subquery(),
                    )
                )
            )
        connection.execute(text("ANALYZE"))
