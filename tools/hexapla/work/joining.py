"""One text for several units in one language: joined, and taken apart again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NoReturn

from hexapla.formats.tei import inline
from hexapla.mend import carry, united
from hexapla.model import languages
from hexapla.model.catalog import Entry
from hexapla.model.change import Row
from hexapla.model.errors import Conflict, HexaplaError, NotFound
from hexapla.model.mend import Carried
from hexapla.model.messages import _, shown
from hexapla.model.person import Person, Right
from hexapla.model.text import Text
from hexapla.work.edition import Edition
from hexapla.work.rights import allow


def join(edition: Edition, person: Person, slug: str, lang: str, units: Sequence[str]) -> int:
    """Let a language have one text for several units; returns the change set, 0 if they are joined already.

    The texts are joined, and have the lowest of their states.
    """
    tag, text_id, rows = _rows(edition, person, slug, lang, units)
    wanted = tuple(unit.id for unit in edition.text(slug).units if unit.id in units)
    if len(wanted) < 2:
        raise HexaplaError(_("Name two units or more that are to be joined."))
    if len(rows) == 1 and rows[0].entry.units == wanted:
        return 0
    _refuse_apart(edition.text(slug), wanted)
    for row in rows:
        if rest := [unit for unit in row.entry.units if unit not in wanted]:
            raise HexaplaError(
                _("{unit} is part of a join with {rest}; name these too, or take it apart first.").format(
                    unit=row.entry.units[0], rest=", ".join(rest)
                )
            )
    entries = [row.entry for row in rows]
    between = " " if languages.language(edition.text(slug).lang).spaced else ""
    made = united(tag, entries, Carried(wanted, wanted), between)
    made = replace(made, units=wanted)
    note = _("{units} joined").format(units=", ".join(wanted))
    return _fill(edition, person, text_id, tag, rows, [made], "join", note)


def part(edition: Edition, person: Person, slug: str, lang: str, unit: str) -> int:
    """Take a language's join apart; returns the change set, 0 if the unit is in none. The parts need work."""
    tag, text_id, rows = _rows(edition, person, slug, lang, (unit,))
    entry = rows[0].entry
    if len(entry.units) == 1:
        return 0
    text = edition.text(slug)
    parts = tuple(inline.plain(text.places[name][1].source) for name in entry.units)
    # As if one unit had become several, which is what a join is to its language.
    made = carry(
        tag, (replace(entry, units=entry.units[:1]),), (Carried(entry.units[:1], entry.units, parts),)
    )
    note = _("{units} taken apart").format(units=", ".join(entry.units))
    return _fill(
        edition, person, text_id, tag, rows, [replace(one, previous=None) for one in made], "part", note
    )


def _rows(
    edition: Edition, person: Person, slug: str, lang: str, units: Iterable[str]
) -> tuple[str, str, list[Row]]:
    """Return language, text id and the rows that hold units, in the order of the text; raises Denied, NotFound."""
    tag = edition.language(slug, lang)
    allow(person, Right.TRANSLATE, tag)
    text_id, text = edition.text_id(slug), edition.text(slug)
    found = {}
    for unit in units:
        if unit not in text.places:
            _no_unit(slug, unit)
        row = edition.desk.row(text_id, tag, unit)
        found[row.position] = row
    return tag, text_id, [found[position] for position in sorted(found)]


def _refuse_apart(text: Text, wanted: Sequence[str]) -> None:
    """Refuse units between which others are read: a note is read apart from what it is attached to."""
    notes = {text.blocks[text.places[unit][0]].note for unit in wanted}
    flow = [unit.id for block in text.blocks if block.note in notes for unit in block.units]
    first = flow.index(wanted[0])
    between = [unit for unit in flow[first : flow.index(wanted[-1])] if unit not in wanted]
    if between or len(notes) > 1:
        raise HexaplaError(
            _("{units} do not follow one another; only neighbours can be joined.").format(
                units=", ".join(wanted)
            )
        )


def _no_unit(slug: str, unit: str) -> NoReturn:
    raise NotFound(
        _("The text “{text}” has no unit {unit}.").format(text=shown(slug, 60), unit=shown(unit, 40))
    )


def _fill(
    edition: Edition,
    person: Person,
    text_id: str,
    lang: str,
    rows: Iterable[Row],
    entries: Sequence[Entry],
    kind: str,
    note: str,
) -> int:
    seen = {row.entry.context: row.revision for row in rows}
    change, late = edition.desk.meetings.take(person, text_id, lang, entries, seen=seen, kind=kind, note=note)
    if late:
        raise Conflict(_("Somebody has just saved {units}; look at it again.").format(units=", ".join(late)))
    return change
