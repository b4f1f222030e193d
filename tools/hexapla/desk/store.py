"""``Desk``: the one door to the store. Each method is one transaction; rights are asked for in ``work``."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from hexapla.desk import (
    bulk,
    documents,
    entries,
    history,
    integrity,
    opening,
    people,
    remarks,
    rows,
    saving,
)
from hexapla.desk import progress as progress_of
from hexapla.desk.connect import Connections
from hexapla.desk.doors.assignments import Assignments
from hexapla.desk.doors.candidates import Candidates
from hexapla.desk.doors.changes import Changes
from hexapla.desk.doors.checking import Checking
from hexapla.desk.doors.drafts import Drafts
from hexapla.desk.doors.forms import Forms
from hexapla.desk.doors.glossary import Glossary
from hexapla.desk.doors.incoming import Incoming
from hexapla.desk.doors.jobs import Jobs
from hexapla.desk.doors.meetings import Meetings
from hexapla.desk.doors.people import People
from hexapla.desk.doors.remarks import Remarks
from hexapla.desk.doors.search import Search
from hexapla.desk.doors.texts import Texts
from hexapla.desk.doors.upkeep import Upkeep
from hexapla.desk.doors.watching import Watching
from hexapla.desk.doors.worklist import Worklist
from hexapla.model.catalog import Entry, State
from hexapla.model.change import Row, Save, Saved, Stale
from hexapla.model.person import Person
from hexapla.model.progress import Progress
from hexapla.model.stored import Revision


class Desk(Texts):
    """The work in progress on one edition; may be used by many threads, and beside other processes."""

    def __init__(self, connections: Connections) -> None:
        super().__init__(connections)
        self._database, self._close = connections.database, connections.close
        self.assignments = Assignments(connections)
        self.candidates = Candidates(connections)
        self.changes = Changes(connections)
        self.checking = Checking(connections)
        self.drafts = Drafts(connections)
        self.forms = Forms(connections)
        self.glossary = Glossary(connections)
        self.incoming = Incoming(connections)
        self.jobs = Jobs(connections)
        self.meetings = Meetings(connections)
        self.people = People(connections)
        self.remarks = Remarks(connections)
        self.search = Search(connections)
        self.upkeep = Upkeep(connections)
        self.watching = Watching(connections)
        self.worklist = Worklist(connections)

    @classmethod
    def open(cls, where: str | Path, *, edition: str | None = None, create: bool = True) -> "Desk":
        """Open the desk at a path or URL, made if it is missing and ``create`` allows it.

        A URL is ``sqlite:///path`` or ``postgresql://…``; there each edition has a schema of its own. The
        first edition (a UUID) that is named owns the desk. Without ``create`` nothing is written. Raises
        DeskError for a desk of another edition or of a newer program, for a database that is no desk or
        does not answer, and for a missing one.
        """
        return cls(opening.open_database(where, edition=edition, create=create))

    @staticmethod
    def exists(where: str | Path, *, edition: str | None = None) -> bool:
        """Whether there is a database at a path or URL, with or without a desk in it."""
        return opening.database(where, edition).exists()

    def close(self) -> None:
        """Close the desk; nothing is lost without it, but files stay open."""
        self._close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def edition(self) -> str:
        """The UUID of the edition that owns the desk, ``""`` while none does."""
        with self._reading() as connection:
            return opening.value(connection, "edition")

    @property
    def shared(self) -> bool:
        """Whether several servers may use the desk at once."""
        return self._database.shared

    def lock(self, name: str, *, wait: bool = True) -> AbstractContextManager[bool]:
        """Hold a named lock among all processes at this desk; yields False where it is held and nobody waits.

        It is let go when its holder ends, however that happens.
        """
        return self._database.lock(name, wait=wait)

    def key(self) -> bytes:
        """Return the 32 random bytes that tokens are signed with, made with the desk."""
        with self._reading() as connection:
            return bytes.fromhex(opening.value(connection, "key"))

    # Rows

    def rows(
        self, text_id: str, lang: str, *, person: str | None = None, after: int = 0, limit: int | None = 50
    ) -> list[Row]:
        """Return the live entries after a position in reading order, with the drafts of a person (an id)."""
        with self._reading() as connection:
            return rows.page(connection, text_id, lang, person=person, after=after, limit=limit)

    def row(self, text_id: str, lang: str, unit_id: str, person: str | None = None) -> Row:
        """Return the live entry that a unit belongs to; raises NotFound."""
        with self._reading() as connection:
            return rows.one(connection, text_id, lang, unit_id, person)

    def position(self, text_id: str, lang: str, unit_id: str) -> int:
        """Return the position of the live entry that a unit belongs to; raises NotFound."""
        with self._reading() as connection:
            return entries.holding(connection, text_id, lang, unit_id).position

    def next(self, text_id: str, lang: str, *, after: int, states: Collection[State]) -> str | None:
        """Return the first unit of the next entry in one of these states after a position.

        At the end of the text the search goes on from its beginning, once, as far as the position itself.
        """
        with self._reading() as connection:
            return rows.following(connection, text_id, lang, after=after, states=states)

    def count(self, text_id: str, lang: str) -> int:
        """Count the live entries of a text in a language."""
        with self._reading() as connection:
            return rows.count(connection, text_id, lang)

    def obsolete(self, text_id: str, lang: str) -> list[Row]:
        """Return the entries that were put aside: their units were removed, or regrouped into others."""
        with self._reading() as connection:
            return rows.obsolete(connection, text_id, lang)

    # One entry

    def save(self, person: Person, change: Save) -> Saved | Stale:
        """Save an entry if its revision and state are those that the person saw.

        Else the answer is Stale, with all three texts, and the person's text is kept as a suggestion. An
        operation that comes again gets its first answer. Raises NotFound if no live entry has exactly
        these units, HexaplaError for an omission without a reason.
        """
        with self._writing() as connection:
            return saving.save(connection, person, change)

    def suggest(
        self, person: Person, text_id: str, lang: str, units: tuple[str, ...], text: str, origin: str
    ) -> int:
        """Add a suggestion; returns the number of the change set, 0 if the same text is offered already."""
        with self._writing() as connection:
            held = entries.of_units(connection, text_id, lang, units)
            if remarks.has_suggestion(connection, held.id, text):
                return 0
            change = history.begin(connection, person, "suggest")
            remarks.suggest(connection, change, held.id, person, text, origin)
            return change

    # Whole catalogs

    def fill(
        self,
        person: Person,
        text_id: str,
        lang: str,
        entries: Sequence[Entry],
        *,
        kind: str,
        note: str = "",
        believe: bool = False,
        synced: Mapping[str, str] | None = None,
    ) -> int:
        """Set texts, states, previous sources, reasons, places and joins of entries in one change set.

        Entries that are not given stay as they are. An entry of other units than a live one regroups
        them: what held them before becomes obsolete. Suggestions, comments and waivers are added where
        the desk has none of the same content. With ``believe`` authors and times are the entries' own:
        only for filling an empty desk. ``synced`` (context to hash) is remembered with it. Returns the
        number of the change set, 0 if nothing differed. Raises NotFound for an unknown text or unit,
        BadFile for a unit in two entries.
        """
        with self._writing() as connection:
            return bulk.fill(
                connection,
                person,
                text_id,
                lang,
                entries,
                kind=kind,
                note=note,
                believe=believe,
                synced=synced or {},
            )[0]

    # History

    def names(self) -> dict[str, str]:
        """Return the names of all who have written something here, by id."""
        with self._reading() as connection:
            return people.names(connection)

    def has_revisions(self, text_id: str, lang: str) -> bool:
        """Whether anybody has touched an entry of a text in a language."""
        with self._reading() as connection:
            return history.touched(connection, text_id, lang)

    def revisions(self, text_id: str, lang: str, unit_id: str) -> list[Revision]:
        """Return the revisions of a unit, oldest first, through all entries that it has been in."""
        with self._reading() as connection:
            return history.of_unit(connection, text_id, lang, unit_id)

    def since(self, number: int, limit: int = 1000) -> list[Revision]:
        """Return the revisions of the whole desk after a number, oldest first."""
        with self._reading() as connection:
            return history.since(connection, number, limit)

    def last_revision(self) -> int:
        """Return the number of the newest revision, 0 if there is none."""
        with self._reading() as connection:
            return history.last(connection)

    # The whole desk

    def progress(self, text_id: str | None = None, lang: str | None = None) -> list[Progress]:
        """Return units and words by state for every text and language that has entries, or only for one."""
        with self._reading() as connection:
            return progress_of.progress(connection, text_id, lang)

    def put_document(self, name: str, source: bytes) -> None:
        """Keep a document (the glossary, the settings, an original) in place of the one of that name."""
        with self._writing() as connection:
            documents.put(connection, name, source)

    def document(self, name: str) -> bytes | None:
        """Return a document byte for byte, None if there is none of that name."""
        with self._reading() as connection:
            return documents.get(connection, name)

    def check(self) -> list[str]:
        """Examine everything; returns one sentence for each fault, none if all is well."""
        with self._reading() as connection:
            return integrity.check(connection, self._database)
