"""Loading the catalog of a text in a language as a working copy."""

from sqlalchemy import Connection, select

from hexapla.desk.catalogs import Catalog, Sources
from hexapla.desk.entries import COLUMNS, held
from hexapla.desk.tables import entry, text, unit
from hexapla.model.errors import NotFound
from hexapla.model.languages import language
from hexapla.model.messages import _, shown


def catalog(connection: Connection, text_id: str, lang: str) -> Catalog:
    """Load a text's entries in a language, the obsolete ones too; raises NotFound for an unknown text."""
    units = sources(connection, text_id)
    rows = connection.execute(select(*COLUMNS).where(entry.c.text == text_id, entry.c.lang == lang))
    return Catalog(text_id, lang, units, map(held, rows))


def sources(connection: Connection, text_id: str) -> Sources:
    """Load the units of a text; raises NotFound if there is no such text."""
    lang = connection.scalar(select(text.c.lang).where(text.c.id == text_id))
    if lang is None:
        raise no_text(text_id)
    rows = connection.execute(
        select(unit.c.id, unit.c.position, unit.c.source)
        .where(unit.c.text == text_id)
        .order_by(unit.c.position)
    )
    units = {unit_id: (position, source) for unit_id, position, source in rows}
    return Sources(units, " " if language(lang).spaced else "")


def no_text(text_id: str) -> NotFound:
    """Return the sentence for a text that is not here."""
    return NotFound(_("There is no text “{text}” on the desk.").format(text=shown(text_id)))
