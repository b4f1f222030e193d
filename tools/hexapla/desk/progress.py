"""How far all texts are in all languages."""

from sqlalchemy import Connection, func, select

from hexapla.desk.tables import entry, text
from hexapla.model.catalog import State
from hexapla.model.progress import Progress


def progress(connection: Connection, text_id: str | None = None, lang: str | None = None) -> list[Progress]:
    """Count units and source words of live entries by state, in one query, for each text and language or only one."""
    counts = (
        select(entry.c.text, entry.c.lang, entry.c.state, func.sum(entry.c.size), func.sum(entry.c.words))
        .join(text, text.c.id == entry.c.text)
        .where(entry.c.live)
        .group_by(text.c.position, entry.c.text, entry.c.lang, entry.c.state)
        .order_by(text.c.position, entry.c.text, entry.c.lang)
    )
    if text_id is not None:
        counts = counts.where(entry.c.text == text_id)
    if lang is not None:
        counts = counts.where(entry.c.lang == lang)
    found: dict[tuple[str, str], Progress] = {}
    for of, tag, state, units, words in connection.execute(counts):
        blank = Progress(of, tag, dict.fromkeys(State, 0), dict.fromkeys(State, 0))
        one = found.setdefault((of, tag), blank)
        one.units[State(state)], one.words[State(state)] = int(units), int(words)
    return list(found.values())
