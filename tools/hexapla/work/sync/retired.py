"""Entries of a file that the desk has had, word for word, and has put aside: nobody's, and yet not unknown."""

from collections.abc import Collection

from hexapla.model.catalog import entry_hash
from hexapla.work.edition import Edition

Said = tuple[str, str, str]
"""Context, msgid and msgstr of an entry."""


def retired(edition: Edition, text_id: str, lang: str, entries: Collection[Said]) -> set[Said]:
    """Return which of some entries, whose contexts are no longer live, the desk has had and keeps in its history."""
    if not entries:
        return set()
    aside = {(row.entry.context, row.entry.msgstr) for row in edition.desk.obsolete(text_id, lang)}
    known = edition.desk.meetings.known_hashes(text_id, lang)
    return {
        said for said in entries if (said[0], said[2]) in aside or entry_hash(*said) in known.get(said[0], {})
    }
