"""Texts: their TEI documents and units, and what a change of them does to the entries of every language."""

import hashlib
import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from hexapla.desk import carrying, drafts, history, loading, writing
from hexapla.desk.catalogs import Catalog
from hexapla.desk.tables import entry, entry_unit, text, text_was, unit
from hexapla.model.change import Carry
from hexapla.model.errors import BadFile, BadName
from hexapla.model.messages import _, shown
from hexapla.model.person import Person
from hexapla.model.stored import StoredText
from hexapla.model.text import Block, Text


@dataclass(frozen=True)
class How:
    """How a text is brought in: what was only corrected, what the change set is called, where translations go."""

    minor: bool | Collection[str] = False
    kind: str = ""
    note: str = ""
    carry: Carry | None = None


def put(
    connection: Connection,
    person: Person,
    new: Text,
    how: How,
    *,
    slug: str,
    tei: bytes,
    languages: Sequence[str],
    position: int | None,
) -> int:
    """Store a text and bring the entries of all its languages to it; returns the change set, 0 for none.

    A language that the desk has and ``languages`` does not name is revised too. Raises BadName for a slug
    that another text has, BadFile for a unit id that occurs twice.
    """
    row, units = _row(connection, new, slug, tei, position), _units(new)
    text_id = row["id"]
    was = before(connection, text_id)
    same = was is not None and was.row == row and was.units == units
    present = set(connection.scalars(select(entry.c.lang).where(entry.c.text == text_id).distinct()))
    affected = [lang for lang in languages if lang not in present] + ([] if same else sorted(present))
    if not same:
        store(connection, row, units, known=was is not None)
    changed = _changed(was, units)
    catalogs: list[tuple[Catalog, carrying.Said]] = []
    for lang in dict.fromkeys(affected):
        catalog = loading.catalog(connection, text_id, lang)
        live = carrying.entries(connection, catalog, changed) if how.carry else ()
        catalog.revise(_corrected(how.minor, changed))
        catalog.complete()
        given = tuple(how.carry(lang, live)) if how.carry and not same else ()
        catalogs.append((catalog, carrying.take(connection, catalog, given)))
    if same and not any(catalog.changes() for catalog, _said in catalogs):
        return 0
    change = history.begin(connection, person, how.kind or ("revise" if was else "add"), how.note)
    if not same:
        keep_before(connection, change, text_id, was)
    for catalog, said in catalogs:
        fresh = writing.write(connection, change, catalog.changes(), person)
        carrying.add(connection, change, said, catalog.ids() | fresh, person)
    move(connection, text_id)
    drafts.follow(connection, change, text_id)
    return change


def _changed(was: "Before | None", units: list[dict[str, Any]]) -> frozenset[str]:
    """Return the units of a text as it was that are gone, or whose source is another one."""
    now = {row["id"]: row["source"] for row in units}
    return frozenset(row["id"] for row in (was.units if was else ()) if now.get(row["id"]) != row["source"])


def _corrected(minor: bool | Collection[str], changed: frozenset[str]) -> Callable[[str], bool]:
    """Return what says of a unit whether its source stayed, or was only corrected."""
    if isinstance(minor, bool):
        return lambda _unit: minor
    return lambda unit_id: unit_id in minor or unit_id not in changed


@dataclass(frozen=True)
class Before:
    """A text as it was: its row, and the rows of its units."""

    row: dict[str, Any]
    units: list[dict[str, Any]]


def before(connection: Connection, text_id: str) -> Before | None:
    """Return a text as it is, None if there is none."""
    row = connection.execute(select(text).where(text.c.id == text_id)).mappings().first()
    if row is None:
        return None
    return Before({**row, "tei": bytes(row["tei"])}, _stored_units(connection, text_id))


def keep_before(connection: Connection, change: int, text_id: str, was: Before | None) -> None:
    """Keep what a text was before a change set."""
    said = {name: value for name, value in was.row.items() if name != "tei"} if was else None
    connection.execute(
        insert(text_was).values(
            changeset=change,
            text=text_id,
            was=json.dumps({"row": said, "units": was.units}, ensure_ascii=False) if was else None,
            tei=was.row["tei"] if was else None,
        )
    )


def read_before(was: str, tei: bytes) -> Before:
    """Read what ``keep_before`` wrote."""
    said = json.loads(was)
    return Before({**said["row"], "tei": bytes(tei)}, said["units"])


def _row(connection: Connection, new: Text, slug: str, tei: bytes, position: int | None) -> dict[str, Any]:
    others = connection.execute(select(text.c.id, text.c.slug, text.c.position)).all()
    if any(other.slug == slug and other.id != new.id for other in others):
        raise BadName(
            _("Another text is called “{slug}” already; choose another name.").format(slug=shown(slug))
        )
    if position is None:
        own = [other.position for other in others if other.id == new.id]
        position = own[0] if own else max((other.position for other in others), default=0) + 1
    sha256 = hashlib.sha256(tei).hexdigest()
    return {
        "id": new.id,
        "slug": slug,
        "lang": new.lang,
        "title": new.title,
        "position": position,
        "tei": tei,
        "sha256": sha256,
    }


def _units(new: Text) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for block in new.blocks:
        for one in block.units:
            if one.id in found:
                raise BadFile(
                    _("Unit {unit} occurs twice in the text.").format(unit=shown(one.id)), file=shown(new.id)
                )
            found[one.id] = {
                "text": new.id,
                "id": one.id,
                "position": len(found) + 1,
                "n": one.n,
                "source": one.source,
                "kind": block.kind,
                "block": _block(block),
            }
    return list(found.values())


def _block(block: Block) -> str:
    said = {
        "id": block.id,
        "n": block.n,
        "level": block.level,
        "group": block.group,
        "note": block.note,
        "heads": block.heads,
        "speaker": block.speaker,
    }
    return json.dumps(
        {name: value for name, value in said.items() if value}, ensure_ascii=False, sort_keys=True
    )


def _stored_units(connection: Connection, text_id: str) -> list[dict[str, Any]]:
    rows = connection.execute(select(unit).where(unit.c.text == text_id).order_by(unit.c.position))
    return [dict(row) for row in rows.mappings()]


def store(connection: Connection, row: dict[str, Any], units: list[dict[str, Any]], *, known: bool) -> None:
    """Store a text's row and its units, in place of those before if the text is known."""
    if known:
        connection.execute(update(text).where(text.c.id == row["id"]).values(row))
        connection.execute(delete(unit).where(unit.c.text == row["id"]))
    else:
        connection.execute(insert(text).values(row))
    if units:
        connection.execute(insert(unit), units)


def move(connection: Connection, text_id: str) -> int:
    """Let every live entry stand where its first unit now stands, and count those that did not; no revision."""
    first = (
        select(unit.c.position)
        .join(entry_unit, (entry_unit.c.text == unit.c.text) & (entry_unit.c.unit == unit.c.id))
        .where(entry_unit.c.entry == entry.c.id, entry_unit.c.nth == 0)
        .scalar_subquery()
    )
    live = (entry.c.text == text_id) & entry.c.live
    moved = update(entry).where(live, entry.c.position != first).values(position=first)
    return connection.execute(moved).rowcount


def all_texts(connection: Connection, slug: str | None = None) -> tuple[StoredText, ...]:
    """Return the texts in their order, or only the one of a slug.

    Units are numbered from 1, so the last one's position is their number: to count them would walk through all.
    """
    last = select(func.max(unit.c.position)).where(unit.c.text == text.c.id).scalar_subquery()
    columns = (text.c.id, text.c.slug, text.c.lang, text.c.title, text.c.position, text.c.sha256)
    found = select(*columns, func.coalesce(last, 0)).order_by(text.c.position, text.c.id)
    if slug is not None:
        found = found.where(text.c.slug == slug)
    return tuple(StoredText(*row) for row in connection.execute(found))


def tei(connection: Connection, text_id: str) -> bytes:
    """Return a text's TEI document, byte for byte; raises NotFound if there is no such text."""
    document = connection.scalar(select(text.c.tei).where(text.c.id == text_id))
    if document is None:
        raise loading.no_text(text_id)
    return bytes(document)
