"""The index of words: what each entry's source and target say, folded, for searching (``words.folded``).

SQLite keeps it in an FTS5 table, PostgreSQL as two vectors with a GIN index each. Pieces and places are ours in both,
so that both find the same: no parser of a database is asked what a word is.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    cast,
    column,
    exists,
    literal,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from hexapla.desk import words
from hexapla.desk.tables import entry
from hexapla.model.search import Side, Words

_CREATE = {
    "sqlite": (
        "CREATE VIRTUAL TABLE entry_words USING fts5(source, target, detail=full,"
        ' tokenize="unicode61 remove_diacritics 0")',
    ),
    "postgresql": (
        "CREATE TABLE entry_words (entry BIGINT PRIMARY KEY REFERENCES entry(id),"
        " source tsvector NOT NULL, target tsvector NOT NULL)",
        "CREATE INDEX entry_words_source ON entry_words USING gin (source)",
        "CREATE INDEX entry_words_target ON entry_words USING gin (target)",
    ),
}
_PUT = {
    "sqlite": "INSERT OR REPLACE INTO entry_words (rowid, source, target) VALUES (:id, :source, :target)",
    "postgresql": (
        "INSERT INTO entry_words (entry, source, target)"
        " VALUES (:id, CAST(:source AS tsvector), CAST(:target AS tsvector))"
        " ON CONFLICT (entry) DO UPDATE SET source = excluded.source, target = excluded.target"
    ),
}
_MOST = 16_000
"""Places in a vector of PostgreSQL end at 16,383; an entry is a sentence, and what is beyond is not searched."""


def create(connection: Connection) -> None:
    """Make the index, and enter every entry that is there."""
    for statement in _CREATE[connection.dialect.name]:
        connection.execute(text(statement))
    found = connection.execute(select(entry.c.id, entry.c.msgid, entry.c.msgstr))
    while some := found.fetchmany(1000):
        put(connection, [(number, msgid, msgstr) for number, msgid, msgstr in some])


def put(connection: Connection, entries: Iterable[tuple[int, str, str]]) -> None:
    """Enter what entries say now: number, msgid, msgstr."""
    dialect = connection.dialect.name
    write = _vector if dialect == "postgresql" else " ".join
    rows = [
        {"id": number, "source": write(words.folded(msgid)), "target": write(words.folded(msgstr))}
        for number, msgid, msgstr in entries
    ]
    if rows:
        connection.execute(text(_PUT[dialect]), rows)


def matching(connection: Connection, words: Sequence[Words]) -> Select[tuple[int]]:
    """Select the numbers of entries that hold at least one of these words."""
    if connection.dialect.name == "sqlite":
        return select(_sqlite.c.rowid).where(_sqlite.c.entry_words.op("MATCH")(_match(words)))
    return select(_postgres.c.entry).where(_vectors(words))


def holds(connection: Connection, number: ColumnElement[int], words: Sequence[Words]) -> ColumnElement[bool]:
    """Whether the entry with a number holds at least one of these words; asked entry by entry."""
    if connection.dialect.name == "sqlite":
        match = _sqlite.c.entry_words.op("MATCH")(_match(words))
        return exists(select(_sqlite.c.rowid).where(match, _sqlite.c.rowid == number))
    return exists(select(_postgres.c.entry).where(_postgres.c.entry == number, _vectors(words)))


_sqlite = table("entry_words", column("rowid", Integer), column("entry_words", Text))
_postgres = table(
    "entry_words", column("entry", Integer), column("source", TSVECTOR), column("target", TSVECTOR)
)


def _match(words: Sequence[Words]) -> str:
    """Write words as FTS5 reads them: quoted, so that none is an operator."""
    written = []
    for one in words:
        phrase = '"' + " ".join(one.pieces) + '"' + ("*" if one.begins else "")
        written.append(phrase if one.side is Side.ANY else f"{one.side} : {phrase}")
    return " OR ".join(written)


def _vectors(words: Sequence[Words]) -> ColumnElement[bool]:
    """Compare words with the vectors of PostgreSQL."""
    found: list[ColumnElement[bool]] = []
    for one in words:
        phrase = " <-> ".join(f"'{piece[:500]}'" for piece in one.pieces) + (":*" if one.begins else "")
        asked = cast(literal(phrase), TSQUERY)
        sides = ("source", "target") if one.side is Side.ANY else (str(one.side),)
        found += [_postgres.c[side].op("@@", is_comparison=True)(asked) for side in sides]
    return or_(*found)


def _vector(pieces: Sequence[str]) -> str:
    """Write pieces as PostgreSQL reads a vector: they are letters and digits alone, so that quotes are safe."""
    places: dict[str, list[str]] = {}
    for place, piece in enumerate(pieces[:_MOST], 1):
        places.setdefault(piece[:500], []).append(str(place))
    return " ".join(f"'{piece}':{','.join(some[:255])}" for piece, some in places.items())
