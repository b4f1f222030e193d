"""Texts, people and desks for the tests of the desk."""

from collections.abc import Sequence

from hexapla.desk import Desk
from hexapla.model.catalog import Entry, State
from hexapla.model.change import Save, Saved, Stale
from hexapla.model.person import ALL, Person
from hexapla.model.text import Block, Text, Unit, element

ANNA = Person("anna", "Anna", ALL)
BELA = Person("bela", "Béla", ALL)
TEI = b"<TEI/>"


def text_of(sources: dict[str, str], *, id: str = "t1", lang: str = "en", title: str = "The mill") -> Text:
    """Make a text with one paragraph a unit."""
    blocks = tuple(Block("p", (Unit(unit, unit[1:], source),)) for unit, source in sources.items())
    return Text(id, lang, title, element("teiHeader"), element("text"), blocks)


def numbered(count: int) -> dict[str, str]:
    """Return sources for the units u1, u2, …"""
    return {f"u{n}": f"The wheel turns {n} times." for n in range(1, count + 1)}


def put(desk: Desk, sources: dict[str, str], *, tei: bytes | None = None, **options: object) -> int:
    """Put the text ``t1`` with these sources on the desk."""
    wanted: dict[str, object] = {"slug": "mill", "languages": ("hu",), **options}
    return desk.put_text(ANNA, text_of(sources), tei=tei or repr(sources).encode(), **wanted)  # type: ignore[arg-type]


def save(
    desk: Desk,
    unit: str,
    msgstr: str,
    *,
    person: Person = ANNA,
    op: str | None = None,
    state: State = State.TRANSLATED,
    revision: int | None = None,
    seen: State | None = None,
    reason: str = "",
) -> Saved | Stale:
    """Save the Hungarian of a unit, as somebody who has just looked at it, unless told what was seen."""
    row = desk.row("t1", "hu", unit.split("+", maxsplit=1)[0])
    return desk.save(
        person,
        Save(
            client=person.id,
            op=op or f"{unit}:{msgstr}:{state}:{row.revision}",
            text="t1",
            lang="hu",
            units=tuple(unit.split("+")),
            msgstr=msgstr,
            state=state,
            revision=row.revision if revision is None else revision,
            seen=row.entry.state if seen is None else seen,
            reason=reason,
        ),
    )


def entry(units: str, msgstr: str, state: State = State.TRANSLATED, **options: object) -> Entry:
    """Make an entry as a catalog holds it."""
    return Entry(tuple(units.split("+")), "", msgstr, state, **options)  # type: ignore[arg-type]


def texts_of(desk: Desk, lang: str = "hu") -> dict[str, str]:
    """Return what the live entries say, by context, in order."""
    return {row.entry.context: row.entry.msgstr for row in desk.rows("t1", lang, limit=None)}


def said(desk: Desk, unit: str) -> Sequence[str]:
    """Return the texts of a unit's revisions, oldest first."""
    return [one.msgstr for one in desk.revisions("t1", "hu", unit)]
