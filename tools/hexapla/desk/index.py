"""The index of words: what each entry's source and target say, folded, for searching (``words.folded``).

SQLite keeps it in an FTS5 table, PostgreSQL as two vectors with a GIN index each. Pieces and places are ours in both,
so that both find the same: no parser of a database is asked what a word is.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select, text

from hexapla.desk import words
from hexapla.desk.tables import entry

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


def _vector(pieces: Sequence[str]) -> str:
    """Write pieces as PostgreSQL reads a vector: they are letters and digits alone, so that quotes are safe."""
    places: dict[str, list[str]] = {}
    for place, piece in enumerate(pieces[:_MOST], 1):
        places.setdefault(piece[:500], []).append(str(place))
    return " ".join(f"'{piece}':{','.join(some[:255])}" for piece, some in places.items())
