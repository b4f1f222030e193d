"""Findings that follow from what is stored: texts that did not win, and markup that is ill-formed.

They come and go in the transaction that causes them, so that a search for them is never behind.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from hexapla.desk.tables import finding, suggestion
from hexapla.formats.tei import inline

CONFLICTS = {"sync": "sync-conflict", "conflict": "save-conflict"}
"""The finding of an open suggestion, by its origin."""
BROKEN = "markup-broken"


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


def follow_markup(connection: Connection, entries: Iterable[tuple[int, str, int]]) -> None:
    """Let the finding of ill-formed markup be there while it is: number, msgstr, and revision before (0: none)."""
    known = list(entries)
    broken = {number: not _is_well_formed(msgstr) for number, msgstr, _before in known}
    gone = [number for number, _msgstr, before in known if before]
    for start in range(0, len(gone), 500):
        which = finding.c.entry.in_(gone[start : start + 500]) & (finding.c.name == BROKEN)
        connection.execute(delete(finding).where(which))
    rows = [
        {"entry": number, "name": BROKEN, "subject": "", "message": ""}
        for number, wrong in broken.items()
        if wrong
    ]
    if rows:
        connection.execute(insert(finding), rows)


def _is_well_formed(msgstr: str) -> bool:
    return ("<" not in msgstr and "&" not in msgstr) or inline.is_well_formed(msgstr)
