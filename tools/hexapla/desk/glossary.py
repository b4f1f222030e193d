"""The glossary as change sets: a document of the desk, what it was before each change, and taking one back."""

import hashlib
import zlib
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from hexapla.desk import documents, history, worklist
from hexapla.desk.tables import document, glossary_source, glossary_was
from hexapla.model.change import Without
from hexapla.model.errors import Conflict, HexaplaError
from hexapla.model.messages import _
from hexapla.model.person import Person
from hexapla.model.worklist import NewTask

NAME = "glossary.tbx"
"""The name of its document."""


def version(connection: Connection) -> str:
    """Return the SHA-256 of the glossary, in hex; ``""`` where there is none."""
    return connection.scalar(select(document.c.sha256).where(document.c.name == NAME)) or ""


def change(
    connection: Connection,
    person: Person,
    kind: str,
    note: str,
    *,
    before: bytes | None,
    after: bytes,
    tasks: Sequence[NewTask],
    decided: Collection[tuple[str, str]],
) -> int:
    """Put the glossary in place of the one that a person saw, with the tasks that it leaves; 0 if nothing differs.

    Raises Conflict where another one stands there by now.
    """
    if documents.get(connection, NAME) != before:
        raise Conflict(_("Somebody has changed the glossary in between; load the page again."))
    made = history.begin(connection, person, kind, note)
    if after != before:
        _put(connection, made, before, after)
    if not worklist.add(connection, made, tasks, decided) and after == before:
        history.withdraw(connection, made)
        return 0
    return made


def back(connection: Connection, change: int, number: int, without: Without | None) -> bool:
    """Take back what a change set did to the glossary, within another one; whether anything did.

    Where the glossary was changed since, or was made by the set, ``without`` takes out what the set did, and no more.
    Raises HexaplaError where there is nobody to do that.
    """
    row = connection.execute(select(glossary_was).where(glossary_was.c.changeset == number)).first()
    now = documents.get(connection, NAME)
    if row is None or now is None:
        return False
    made = _without(connection, row, now, without)
    if made == now:
        return False
    _put(connection, change, now, made)
    return True


def damaged(connection: Connection) -> Iterator[str]:
    """Yield a sentence for each glossary of before a change that is not what was stored."""
    rows = connection.execute(select(glossary_source), execution_options={"yield_per": 1})
    for sha256, source in rows:
        try:
            whole = hashlib.sha256(zlib.decompress(source)).hexdigest() == sha256
        except zlib.error:
            whole = False
        if not whole:
            yield _("A glossary of before a change is not the one that was stored.")


def _without(connection: Connection, row: Row[Any], now: bytes, without: Without | None) -> bytes:
    """Return the glossary as it stands now without what a change set did."""
    was = _source(connection, row.was) if row.was else b""
    if was and (now == was or hashlib.sha256(now).hexdigest() == row.became):
        return was
    if without is None and not was:
        raise HexaplaError(
            _("Change set {number} made the glossary; it cannot be taken back.").format(number=row.changeset)
        )
    if without is None:
        raise HexaplaError(_("The glossary was changed since; take the later changes back first."))
    return without(_source(connection, row.became), now, was)


def _put(connection: Connection, change: int, before: bytes | None, after: bytes) -> None:
    """Put the glossary within a change set, and keep what it was."""
    was = None if before is None else _keep(connection, before)
    connection.execute(
        insert(glossary_was).values(changeset=change, was=was, became=_keep(connection, after))
    )
    documents.put(connection, NAME, after)


def _keep(connection: Connection, source: bytes) -> str:
    sha256 = hashlib.sha256(source).hexdigest()
    known = select(glossary_source.c.sha256).where(glossary_source.c.sha256 == sha256)
    if connection.scalar(known) is None:
        connection.execute(insert(glossary_source).values(sha256=sha256, source=zlib.compress(source)))
    return sha256


def _source(connection: Connection, sha256: str) -> bytes:
    stored = select(glossary_source.c.source).where(glossary_source.c.sha256 == sha256)
    return zlib.decompress(connection.execute(stored).scalar_one())
