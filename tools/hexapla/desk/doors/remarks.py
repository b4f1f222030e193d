"""``desk.remarks``: suggestions, comments and waivers, each act a change set of its own."""

from hexapla.desk import entries, history, remarks, saving, turning
from hexapla.desk.doors.door import Door
from hexapla.model.catalog import Comment, Waiver
from hexapla.model.change import Save, Saved, Stale
from hexapla.model.person import Person


class Remarks(Door):
    """What people say about entries."""

    def comment(
        self,
        person: Person,
        text_id: str,
        lang: str,
        units: tuple[str, ...],
        text: str,
        *,
        question: str = "",
        every_language: bool = False,
    ) -> int:
        """Add a comment of now; returns its number. Raises NotFound if no live entry has exactly these units."""
        said = Comment(text, question=question, every_language=every_language)
        with self._writing() as connection:
            held = entries.of_units(connection, text_id, lang, units)
            change = history.begin(connection, person, "comment")
            return remarks.comment(connection, change, held.id, person, said)

    def waive(self, person: Person, text_id: str, lang: str, units: tuple[str, ...], waiver: Waiver) -> int:
        """Add a waiver of now, or open it again if it was revoked; returns its number."""
        with self._writing() as connection:
            held = entries.of_units(connection, text_id, lang, units)
            change = history.begin(connection, person, "waive")
            number = remarks.waive(connection, change, held.id, person, waiver)
            if not number:
                history.withdraw(connection, change)
            return number or remarks.waiver_of(connection, held.id, waiver)

    def turn(self, person: Person, kind: str, number: int, *, to_open: bool) -> int:
        """Close or open a suggestion, comment or waiver; returns the change set, 0 if it is so already."""
        with self._writing() as connection:
            change = history.begin(connection, person, ("open-" if to_open else "close-") + kind)
            if turning.turn(connection, change, kind, number, to_open=to_open):
                return change
            history.withdraw(connection, change)
            return 0

    def accept(self, person: Person, number: int, change: Save) -> Saved | Stale:
        """Save a suggestion's text as the entry's, as ``Desk.save`` does, and close the suggestion with it.

        ``change`` names the entry, and what the person saw; its msgstr is not used. Raises NotFound.
        """
        with self._writing() as connection:
            text = remarks.text_of(connection, number, change)
            return saving.save(connection, person, saving.with_text(change, text), closes=number)

    def where(self, kind: str, number: int) -> tuple[str, str, tuple[str, ...], str]:
        """Return text id, language and units of a remark's entry, and who made it; raises NotFound."""
        with self._reading() as connection:
            return remarks.where(connection, kind, number)
