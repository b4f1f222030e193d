"""The texts, as a part of the desk itself: stored, revised, and listed."""

from collections.abc import Collection, Sequence

from hexapla.desk import texts
from hexapla.desk.doors.door import Door
from hexapla.model.change import Carry
from hexapla.model.person import Person
from hexapla.model.stored import StoredText
from hexapla.model.text import Text


class Texts(Door):
    """The texts of an edition and their documents."""

    def put_text(
        self,
        person: Person,
        text: Text,
        *,
        slug: str,
        tei: bytes,
        languages: Sequence[str],
        position: int | None = None,
        minor: bool | Collection[str] = False,
        kind: str = "",
        note: str = "",
        carry: Carry | None = None,
    ) -> int:
        """Store or replace a text and bring the entries of all its languages to it, in one change set.

        A unit that is new gets an untranslated entry; one whose source changed keeps its translation as
        needs-work, with the previous source (``minor``: with its state; a collection names the units that were only
        corrected); one that is gone leaves an obsolete entry with its text. Where words went from units to others,
        ``carry`` says what becomes of their translations: of the entries that it returns msgstr, state, previous,
        reason, place and units are taken, and the remarks that are not there yet; a draft at an entry whose units are
        gone is offered to it among the suggestions. ``kind`` and ``note`` are those of the change set, "add" or
        "revise" by default. Returns the number of the change set, 0 if nothing changed. Raises BadName for a slug
        that is taken, BadFile for a unit id that occurs twice.
        """
        with self._writing() as connection:
            return texts.put(
                connection,
                person,
                text,
                texts.How(minor, kind, note, carry),
                slug=slug,
                tei=tei,
                languages=languages,
                position=position,
            )

    def texts(self, slug: str | None = None) -> tuple[StoredText, ...]:
        """Return all texts in their order, or only the one of a slug."""
        with self._reading() as connection:
            return texts.all_texts(connection, slug)

    def tei(self, text_id: str) -> bytes:
        """Return a text's TEI document byte for byte; raises NotFound."""
        with self._reading() as connection:
            return texts.tei(connection, text_id)
