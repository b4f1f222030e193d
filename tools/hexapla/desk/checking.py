"""Findings that a check run left at entries: replaced for the texts that were checked, read by the page, counted.

They go with the text that they were found in (``findings.follow_text``), so that none is of an older one.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    case,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    tuple_,
)

from hexapla.desk.tables import entry, finding, waiver
from hexapla.model.checking import Checked, FindingPlace, Raised, Standing, Tally

SOME = 500
"""Entries that are looked at in one step."""
_Place: TypeAlias = tuple[int, str, str]
"""The number of an entry, name and subject: what there is one finding of."""
_WAIVED = exists().where(
    waiver.c.entry == finding.c.entry,
    waiver.c.finding == finding.c.name,
    waiver.c.subject == finding.c.subject,
    or_(finding.c.hash == "", finding.c.hash == waiver.c.hash),
    waiver.c.open,
)


def replace(
    connection: Connection, text_id: str, lang: str, names: Collection[str], checked: Mapping[str, Checked]
) -> tuple[str, ...]:
    """Put the findings of these names at entries (by context) in place of those there; returns what moved on.

    Those are the contexts of entries that stand at another revision than was checked, or are not live any more:
    nothing is done to them.
    """
    late: list[str] = []
    for some in _some(checked):
        numbers = _numbers(connection, text_id, lang, some)
        late += [context for context in some if context not in numbers]
        _bring(connection, _present(connection, names, numbers.values()), _wanted(names, numbers, some))
    return tuple(late)


def differing(
    connection: Connection, text_id: str, lang: str, names: Collection[str], checked: Mapping[str, Checked]
) -> dict[str, Checked]:
    """Return those of some entries whose findings are other ones, or which moved on: the rest is not to be written."""
    found: dict[str, Checked] = {}
    for some in _some(checked):
        numbers = _numbers(connection, text_id, lang, some)
        wanted, present = _wanted(names, numbers, some), _present(connection, names, numbers.values())
        other = {
            place[0] for place in wanted.keys() | present.keys() if wanted.get(place) != present.get(place)
        }
        found |= {
            context: seen
            for context, seen in some.items()
            if context not in numbers or numbers[context] in other
        }
    return found


def _wanted(
    names: Collection[str], numbers: Mapping[str, int], checked: Mapping[str, Checked]
) -> dict[_Place, Raised]:
    """Return what is to be found where; of two of one name and subject at an entry the first is kept."""
    wanted = {
        (number, one.name, one.subject): one
        for context, number in numbers.items()
        for one in reversed(checked[context].raised)
    }
    if wrong := {name for _number, name, _subject in wanted} - set(names):
        raise ValueError(sorted(wrong))
    return wanted


def page(
    connection: Connection,
    *,
    text_id: str | None,
    lang: str | None,
    names: Collection[str] | None,
    subject: str | None,
    after: FindingPlace | None,
    limit: int | None,
) -> list[Standing]:
    """Return the findings at live entries after a place: by text id, language, reading order, name, subject."""
    order = (entry.c.text, entry.c.lang, entry.c.position, finding.c.name, finding.c.subject)
    query = (
        select(*order, entry.c.context, entry.c.revision, finding, _WAIVED.label("waived"))
        .join(finding, finding.c.entry == entry.c.id)
        .where(*_which(text_id, lang, names, subject))
        .order_by(*order)
        .limit(limit)
    )
    if after is not None:
        query = query.where(tuple_(*order) > after)
    return [_standing(row) for row in connection.execute(query)]


def counts(
    connection: Connection,
    *,
    text_id: str | None,
    lang: str | None,
    names: Collection[str] | None,
    subject: str | None,
) -> list[Tally]:
    """Count the findings at live entries by text, language, name and subject, in this order."""
    by = (entry.c.text, entry.c.lang, finding.c.name, finding.c.subject)
    waived = func.sum(case((_WAIVED, 1), else_=0))
    query = (
        select(*by, func.count() - waived, waived)
        .join(finding, finding.c.entry == entry.c.id)
        .where(*_which(text_id, lang, names, subject))
        .group_by(*by)
        .order_by(*by)
    )
    return [Tally(*row) for row in connection.execute(query)]


def _which(
    text_id: str | None, lang: str | None, names: Collection[str] | None, subject: str | None
) -> list[ColumnElement[bool]]:
    which: list[ColumnElement[bool]] = [entry.c.live]
    if text_id is not None:
        which.append(entry.c.text == text_id)
    if lang is not None:
        which.append(entry.c.lang == lang)
    if names is not None:
        which.append(finding.c.name.in_(sorted(names)))
    if subject is not None:
        which.append(finding.c.subject == subject)
    return which


def _numbers(
    connection: Connection, text_id: str, lang: str, checked: Mapping[str, Checked]
) -> dict[str, int]:
    """Return the numbers of those entries that stand as they were checked, by context."""
    rows = connection.execute(
        select(entry.c.id, entry.c.context, entry.c.revision).where(
            entry.c.text == text_id, entry.c.lang == lang, entry.c.context.in_(list(checked)), entry.c.live
        )
    )
    return {row.context: row.id for row in rows if row.revision == checked[row.context].revision}


def _present(
    connection: Connection, names: Collection[str], numbers: Collection[int]
) -> dict[_Place, Raised]:
    rows = connection.execute(
        select(finding).where(finding.c.entry.in_(list(numbers)), finding.c.name.in_(sorted(names)))
    )
    return {(row.entry, row.name, row.subject): _raised(row) for row in rows}


def _bring(
    connection: Connection,
    present: Mapping[_Place, Raised],
    wanted: Mapping[_Place, Raised],
) -> None:
    """Take away the findings that are not wanted so, and enter those that are not there."""
    gone: dict[tuple[str, str], list[int]] = {}
    for (number, name, subject), one in present.items():
        if wanted.get((number, name, subject)) != one:
            gone.setdefault((name, subject), []).append(number)
    for (name, subject), numbers in gone.items():
        same = (finding.c.name == name) & (finding.c.subject == subject) & finding.c.entry.in_(numbers)
        connection.execute(delete(finding).where(same))
    rows = [
        {
            "entry": number,
            "name": one.name,
            "subject": one.subject,
            "message": one.message,
            "detail": one.detail,
            "hash": one.hash,
        }
        for (number, name, subject), one in wanted.items()
        if present.get((number, name, subject)) != one
    ]
    if rows:
        connection.execute(insert(finding), rows)


def _standing(row: Row[Any]) -> Standing:
    return Standing(
        row.text,
        row.lang,
        tuple(row.context.split("+")),
        row.position,
        row.revision,
        _raised(row),
        bool(row.waived),
    )


def _raised(row: Row[Any]) -> Raised:
    return Raised(row.name, row.subject, row.message, row.detail, row.hash)


def _some(checked: Mapping[str, Checked]) -> Iterator[dict[str, Checked]]:
    contexts = list(checked)
    for start in range(0, len(contexts), SOME):
        yield {context: checked[context] for context in contexts[start : start + SOME]}
