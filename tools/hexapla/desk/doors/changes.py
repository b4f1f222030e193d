"""``desk.changes``: change sets, listed and taken back."""

from hexapla.desk import changesets, undo
from hexapla.desk.doors.door import Door
from hexapla.model.change import ChangeSet, Undone, Without
from hexapla.model.person import Person


class Changes(Door):
    """What was done here, newest first, and its undoing."""

    def listed(
        self,
        *,
        before: int | None = None,
        limit: int = 50,
        person: str | None = None,
        text_id: str | None = None,
        lang: str | None = None,
    ) -> list[ChangeSet]:
        """Return change sets before a number: those of a person (an id), or that touch a text or a language."""
        with self._reading() as connection:
            return changesets.listed(
                connection, before=before, limit=limit, person=person, text_id=text_id, lang=lang
            )

    def of(self, number: int) -> ChangeSet | None:
        """Return one change set, None if there is none of that number."""
        found = self.listed(before=number + 1, limit=1)
        return found[0] if found and found[0].number == number else None

    def undo(self, person: Person, number: int, without: Without | None = None) -> Undone:
        """Take a change set back by an inverse one; what somebody has changed since stays, and is listed.

        Raises NotFound, and HexaplaError for a set that added a text, or replaced one that was replaced again. Where
        the glossary was changed since, ``without`` takes the set's change out of it; without it that is refused.
        """
        with self._writing() as connection:
            return undo.undo(connection, person, number, without)
