"""Searching entries, a page at a time, in the order of the edition.

Where one part of a query finds few entries by an index of its own (a rare word, the comments), these are fetched and
looked at; else the entries are walked in order until the page is full, which for a common word is soon.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    false,
    or_,
    select,
)

from hexapla.desk import assignments, rows
from hexapla.desk import index as words_index
from hexapla.desk.tables import comment, entry, finding, suggestion, waiver
from hexapla.desk.tables import text as texts
from hexapla.model.change import Row
from hexapla.model.search import Cursor, Has, Query

FEW = 2000
"""Entries that are fetched whole and sorted rather than walked."""
STEP = 500
"""Entries that are looked at in one step of a walk: asking the index for each one alone took 20 s in a large desk."""


def page(
    connection: Connection, query: Query, *, after: Cursor | None, limit: int
) -> list[tuple[Cursor, Row]]:
    """Return the next entries that a query finds, each with its place, in the order of the edition."""
    pairs = _pairs(connection, query)
    if after is not None:
        pairs = pairs[_begin(pairs, after) :]
    few = _few(connection, query)
    found: list[tuple[Cursor, Row]] = []
    for text_id, lang in pairs:
        if few is not None and (text_id, lang) not in few:
            continue
        start = after.position if after and (after.text, after.lang) == (text_id, lang) else 0
        which = and_(_here(text_id, lang), *_conditions(connection, query, text_id, lang))
        if few is not None:
            wanted = _holding(connection, query, few[text_id, lang])
        else:
            wanted = _walk(connection, query, which, start, limit - len(found))
        which &= entry.c.id.in_(wanted) & (entry.c.position > start)
        some = rows.chosen(connection, which, limit=limit - len(found))
        found += [(Cursor(text_id, lang, row.position), row) for row in some]
        if len(found) >= limit:
            break
    return found


def _walk(
    connection: Connection, query: Query, which: ColumnElement[bool], start: int, limit: int
) -> list[int]:
    """Return the numbers of the next entries that a query finds, going through them in reading order by the step."""
    found: list[int] = []
    while len(found) < limit:
        step = connection.execute(
            select(entry.c.id, entry.c.position)
            .where(which, entry.c.position > start)
            .order_by(entry.c.position)
            .limit(STEP)
        ).all()
        if not step:
            break
        found += _holding(connection, query, [row.id for row in step])
        start = step[-1].position
    return found[:limit]


def _holding(connection: Connection, query: Query, numbers: list[int]) -> list[int]:
    """Return those of some entries, in their order, that hold all words of a query."""
    for words in query.words:
        held = words_index.among(connection, [words], numbers)
        numbers = [number for number in numbers if (number in held) is not words.absent]
    if query.either:
        held = words_index.among(connection, query.either, numbers)
        numbers = [number for number in numbers if number in held]
    return numbers


def count(connection: Connection, query: Query, *, most: int) -> int:
    """Count what a query finds, up to ``most``."""
    total, after = 0, None
    while total < most:
        some = page(connection, query, after=after, limit=min(1000, most - total))
        total += len(some)
        if len(some) < min(1000, most):
            break
        after = some[-1][0]
    return total


def _pairs(connection: Connection, query: Query) -> list[tuple[str, str]]:
    """Return texts with their languages, in the order of the edition."""
    asked = select(entry.c.text, entry.c.lang).distinct().subquery()
    found = (
        select(asked.c.text, asked.c.lang)
        .join(texts, texts.c.id == asked.c.text)
        .order_by(texts.c.position, asked.c.text, asked.c.lang)
    )
    if query.texts:
        found = found.where(asked.c.text.in_(sorted(query.texts)))
    if query.langs:
        found = found.where(asked.c.lang.in_(sorted(query.langs)))
    return [(text_id, lang) for text_id, lang in connection.execute(found)]


def _begin(pairs: Sequence[tuple[str, str]], after: Cursor) -> int:
    place = (after.text, after.lang)
    return pairs.index(place) if place in pairs else len(pairs)


def _here(text_id: str, lang: str) -> ColumnElement[bool]:
    return (entry.c.text == text_id) & (entry.c.lang == lang) & entry.c.live


def _few(connection: Connection, query: Query) -> dict[tuple[str, str], list[int]] | None:
    """Return the entries that one part of the query finds, by text and language, if they are few; else None."""
    for part in _parts(connection, query):
        numbers = list(connection.scalars(part.distinct().limit(FEW + 1)))
        if len(numbers) > FEW:
            continue
        few: dict[tuple[str, str], list[int]] = {}
        of = select(entry.c.text, entry.c.lang, entry.c.id).where(entry.c.id.in_(numbers))
        for text_id, lang, number in connection.execute(of):
            few.setdefault((text_id, lang), []).append(number)
        return few
    return None


def _parts(connection: Connection, query: Query) -> Iterable[Select[tuple[int]]]:
    """Yield the parts of a query that have an index over the whole desk, as numbers of entries."""
    for has in query.has:
        table, narrower = _HAS[has]
        yield select(table.c.entry).where(table.c.open, *narrower)
    if query.findings:
        yield select(finding.c.entry).where(*_named(query.findings))
    for words in sorted((one for one in query.words if not one.absent), key=lambda one: -len(one.pieces)):
        yield words_index.matching(connection, [words])
    if query.either:
        yield words_index.matching(connection, query.either)
    if query.by:
        yield select(entry.c.id).where(entry.c.person == query.by)
    if query.since:
        yield select(entry.c.id).where(entry.c.at >= query.since)


_HAS: dict[Has, tuple[Any, tuple[ColumnElement[bool], ...]]] = {
    Has.COMMENT: (comment, ()),
    Has.QUESTION: (comment, (comment.c.question != "",)),
    Has.SUGGESTION: (suggestion, ()),
    Has.WAIVER: (waiver, ()),
}


def _named(names: frozenset[str]) -> list[ColumnElement[bool]]:
    return [] if "any" in names else [finding.c.name.in_(sorted(names))]


def _conditions(connection: Connection, query: Query, text_id: str, lang: str) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.states:
        found.append(entry.c.state.in_([state.value for state in query.states]))
    if query.by:
        found.append(entry.c.person == query.by)
    if query.since:
        found.append(entry.c.at >= query.since)
    if query.until:
        found.append((entry.c.at < query.until) & (entry.c.at != ""))
    for has in query.has:
        table, narrower = _HAS[has]
        found.append(exists().where(table.c.entry == entry.c.id, table.c.open, *narrower))
    if query.findings:
        found.append(exists().where(finding.c.entry == entry.c.id, *_named(query.findings)))
    if query.assigned:
        ranges = assignments.ranges(connection, text_id, lang, query.assigned)
        found.append(or_(false(), *(entry.c.position.between(first, last) for first, last in ranges)))
    return found
