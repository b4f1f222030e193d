"""Findings that follow from what is stored: texts that did not win, and markup that is ill-formed.

They come and go in the transaction that causes them, so that a search for them is never behind. Those of a check run
(``desk.checking``) go in it too, with the text that they were found in.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select

from hexapla.desk.entries import Held
from hexapla.desk.tables import finding, revision, suggestion
from hexapla.formats.tei import inline

CONFLICTS = {"sync": "sync-conflict", "conflict": "save-conflict"}
"""The finding of an open suggestion, by its origin."""
BROKEN = "markup-broken"
_SOME = 500
"""Entries that are looked at in one step."""


def follow_suggestion(connection: Connection, number: int) -> None:
    """Let the finding of a suggestion be there while it is open."""
    row = connection.execute(select(suggestion).where(suggestion.c.id == number)).one()
    name = CONFLICTS.get(row.origin)
    if name is None:
        return
    which = (finding.c.entry == row.entry) & (finding.c.name == name) & (finding.c.subject == str(number))
    connection.execute(delete(finding).where(which))
    if row.open:
        connection.execute(
            insert(finding).values(entry=row.entry, name=name, subject=str(number), message="")
        )


def follow_text(connection: Connection, entries: Sequence[Held], before: Mapping[int, int]) -> None:
    """Let the finding of ill-formed markup be there while it is, and take away what checks found in another text.

    ``before`` holds the revisions before, by the number of the entry. What they found stays where only the state is
    another one, say.
    """
    for start in range(0, len(entries), _SOME):
        some = entries[start : start + _SOME]
        same = _unchanged(connection, some, before)
        for name, numbers in (
            (finding.c.name == BROKEN, [held.id for held in some]),
            (finding.c.name.not_in(CONFLICTS.values()), [held.id for held in some if held.id not in same]),
        ):
            if numbers:
                connection.execute(delete(finding).where(finding.c.entry.in_(numbers), name))
    rows = [
        {"entry": held.id, "name": BROKEN, "subject": "", "message": ""}
        for held in entries
        if not _is_well_formed(held.msgstr)
    ]
    if rows:
        connection.execute(insert(finding), rows)


def _unchanged(connection: Connection, entries: Sequence[Held], before: Mapping[int, int]) -> set[int]:
    """Return the numbers of live entries that say what they said in the revision before."""
    numbers = [before[held.id] for held in entries if before[held.id]]
    said = select(revision.c.entry, revision.c.hash).where(revision.c.number.in_(numbers), revision.c.live)
    was = {row.entry: row.hash for row in connection.execute(said)} if numbers else {}
    return {held.id for held in entries if held.live and was.get(held.id) == held.hash}


def _is_well_formed(msgstr: str) -> bool:
    return ("<" not in msgstr and "&" not in msgstr) or inline.is_well_formed(msgstr)
