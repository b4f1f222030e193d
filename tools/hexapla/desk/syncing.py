"""What a meeting with a file leaves behind: hashes, to know later who has changed what."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, select, update

from hexapla.desk.tables import entry, revision


def remembered(connection: Connection, text_id: str, lang: str) -> dict[str, str]:
    """Return the hash of each entry at its last meeting with the file, by context."""
    rows = connection.execute(
        select(entry.c.context, entry.c.synced).where(
            entry.c.text == text_id, entry.c.lang == lang, entry.c.synced.is_not(None)
        )
    )
    return {row.context: row.synced for row in rows}


def remember(connection: Connection, text_id: str, lang: str, hashes: Mapping[str, str]) -> None:
    """Remember hashes by context; a context that the desk does not know is passed over.

    Most are known already: only the others are written, by number, since everybody who saves waits meanwhile.
    """
    if not hashes:
        return
    rows = connection.execute(
        select(entry.c.id, entry.c.context, entry.c.synced).where(
            entry.c.text == text_id, entry.c.lang == lang
        )
    )
    new = [
        {"this": row.id, "hash": hashes[row.context]}
        for row in rows
        if hashes.get(row.context, row.synced) != row.synced
    ]
    if new:
        which = entry.c.id == bindparam("this")
        connection.execute(update(entry).where(which).values(synced=bindparam("hash")), new)


def known(connection: Connection, text_id: str, lang: str) -> dict[str, dict[str, int]]:
    """Return all hashes that entries have had here, by context: hash to the newest revision that had it.

    The hash that an entry began with, untranslated, has number 0. An entry that nobody has touched has none.
    """
    which = (entry.c.text == text_id) & (entry.c.lang == lang) & (entry.c.revision > 0)
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for context, born in connection.execute(select(entry.c.context, entry.c.born).where(which)):
        found[context][born] = 0
    rows = connection.execute(
        select(entry.c.context, revision.c.hash, revision.c.number)
        .join(entry, entry.c.id == revision.c.entry)
        .where(which)
        .order_by(revision.c.number)
    )
    for context, value, number in rows:
        found[context][value] = number
    return dict(found)
