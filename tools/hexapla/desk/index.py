"""The index of words: what each entry's source and target say, folded, for searching (``words.folded``).

SQLite keeps it in an FTS5 table, PostgreSQL as two vectors with a GIN index each. Pieces and places are ours in both,
so that both find the same: no parser of a database is asked what a word is.
"""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    cast,
    column,
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
    _enter_all(connection)


def refill(connection: Connection) -> None:
    """Empty the index, and enter every entry anew."""
    connection.execute(text("DELETE FROM entry_words"))
    _enter_all(connection)


def astray(connection: Connection) -> int:
    """Count the entries that the index does not have as they are, and what it has of entries that are not there."""
    wrong = int(connection.execute(text(_ORPHANS[connection.dialect.name])).scalar_one())
    return wrong + sum(_differing(connection, some) for some in _pages(connection))


def _enter_all(connection: Connection) -> None:
    for some in _pages(connection):
        put(connection, some)


def _pages(connection: Connection) -> Iterator[list[tuple[int, str, str]]]:
    """Yield all entries, some at a time: number, msgid, msgstr."""
    last = 0
    page = select(entry.c.id, entry.c.msgid, entry.c.msgstr).order_by(entry.c.id).limit(1000)
    while some := [tuple(row) for row in connection.execute(page.where(entry.c.id > last))]:
        yield some
        last = some[-1][0]


def _differing(connection: Connection, entries: Sequence[tuple[int, str, str]]) -> int:
    dialect = connection.dialect.name
    write = _vector if dialect == "postgresql" else " ".join
    rows = [(number, write(words.folded(said)), write(words.folded(done))) for number, said, done in entries]
    if dialect == "postgresql":
        numbers, sources, targets = (list(column) for column in zip(*rows, strict=True))
        asked = {"numbers": numbers, "sources": sources, "targets": targets}
        return int(connection.execute(text(_DIFFERING), asked).scalar_one())
    found = connection.execute(text(_STORED), {"first": rows[0][0], "last": rows[-1][0]})
    stored = {row[0]: (row[1], row[2]) for row in found}
    return sum(stored.get(number) != (source, target) for number, source, target in rows)


_STORED = "SELECT rowid, source, target FROM entry_words WHERE rowid BETWEEN :first AND :last"
_DIFFERING = (
    "SELECT count(*) FROM unnest(CAST(:numbers AS bigint[]), CAST(:sources AS text[]), CAST(:targets AS text[]))"
    " AS said (entry, source, target) LEFT JOIN entry_words AS stored ON stored.entry = said.entry"
    " WHERE stored.source IS DISTINCT FROM CAST(said.source AS tsvector)"
    " OR stored.target IS DISTINCT FROM CAST(said.target AS tsvector)"
)
_ORPHANS = {
    "sqlite": "SELECT count(*) FROM entry_words WHERE rowid NOT IN (SELECT id FROM entry)",
    "postgresql": "SELECT count(*) FROM entry_words WHERE entry NOT IN (SELECT id FROM entry)",
}


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


def among(connection: Connection, words: Sequence[Words], numbers: Sequence[int]) -> set[int]:
    """Return those of some entries that hold at least one of these words."""
    if not numbers:
        return set()
    if connection.dialect.name == "sqlite":
        # A range is the one thing besides words that FTS5 looks up by itself; what lies between is no harm.
        match = _sqlite.c.entry_words.op("MATCH")(_match(words))
        asked = select(_sqlite.c.rowid).where(match, _sqlite.c.rowid.between(min(numbers), max(numbers)))
    else:
        asked = select(_postgres.c.entry).where(_postgres.c.entry.in_(numbers), _vectors(words))
    return set(connection.scalars(asked)).intersection(numbers)


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
