"""A small edition in a temporary folder, made the way a person makes one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hexapla.model.catalog import State
from hexapla.model.change import Save, Saved, Stale
from hexapla.model.person import ALL, Person
from hexapla.work import edition as editions
from hexapla.work import ingest
from hexapla.work.edition import Edition

ANNA = Person("anna", "Anna", ALL)
VERA = Person("vera", "Vera", ALL)

ESSAY = """\
The Empty Mill

The mill stands where the river bends. Nobody has ground flour here for sixty years. The wheel still turns.

Every spring the children count its blades. They never agree. That is how the count is kept alive.

A second way of counting

One can also count the blades that are missing. There are four.
"""


def make(folder: Path, *, targets: tuple[str, ...] = ("de", "hu"), essay: str = ESSAY) -> Path:
    """Make an edition with one text, "mill"."""
    editions.create(folder, title="The Mill", source="en", targets=targets, licence="CC BY 4.0", date="2026")
    file = folder.parent / "mill.txt"
    file.write_text(essay, "utf-8")
    with opened(folder) as edition:
        ingest.store(edition, ANNA, ingest.read(edition, file))
    return folder


@contextmanager
def opened(folder: Path, person: Person = ANNA, desk: str | None = None) -> Iterator[Edition]:
    """Open an edition as a person."""
    with editions.opened(folder, person, desk=desk) as edition:
        yield edition


def translate(
    edition: Edition,
    unit: str,
    text: str,
    *,
    lang: str = "de",
    slug: str = "mill",
    state: State = State.TRANSLATED,
    person: Person = ANNA,
    op: str = "",
    revision: int | None = None,
) -> Saved | Stale:
    """Save a translation of a unit, on its present revision unless an older one is named."""
    text_id = edition.text_id(slug)
    row = edition.desk.row(text_id, lang, unit)
    return edition.desk.save(
        person,
        Save(
            client=f"test-{person.id}",
            op=op or f"{unit}-{lang}-{row.revision}-{text}-{state}",
            text=text_id,
            lang=lang,
            units=row.entry.units,
            msgstr=text,
            state=state,
            revision=row.revision if revision is None else revision,
            seen=row.entry.state,
        ),
    )


def entry_text(edition: Edition, unit: str, *, lang: str = "de", slug: str = "mill") -> str:
    """Return the present translation of a unit."""
    return edition.desk.row(edition.text_id(slug), lang, unit).entry.msgstr
