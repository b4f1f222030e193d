"""How far all texts are in all languages."""

from sqlalchemy import Connection, func, select

from hexapla.desk.tables import entry, text
from hexapla.model.catalog import State
from hexapla.model.progress import Progress


def progress(connection: Connection) -> list[Progress]:
    """Count units and source words of live entries by state, for each text and language, in one query."""
    rows = connection.execute(
        select(entry.c.text, entry.c.lang, entry.c.state, func.sum(entry.c.size), func.sum(entry.c.words))
        .join(text, text.c.id == entry.c.text)
        .where(entry.c.live)
        .group_by(text.c.position, entry.c.text, entry.c.lang, entry.c.state)
        .order_by(text.c.position, entry.c.text, entry.c.lang)
    )
    found: dict[tuple[str, str], Progress] = {}
    for text_id, lang, state, units, words in rows:
        blank = Progress(text_id, lang, dict.fromkeys(State, 0), dict.fromkeys(State, 0))
        one = found.setdefault((text_id, lang), blank)
        one.units[State(state)], one.words[State(state)] = int(units), int(words)
    return list(found.values())
