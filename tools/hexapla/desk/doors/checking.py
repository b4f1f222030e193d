"""``desk.checking``: the findings of check runs."""

from collections.abc import Collection, Mapping

from hexapla.desk import checking
from hexapla.desk.doors.door import Door
from hexapla.model.checking import Checked, FindingPlace, Standing, Tally


class Checking(Door):
    """Findings at entries, which follow from what is stored and are in no change set."""

    def replace(
        self, text_id: str, lang: str, names: Collection[str], checked: Mapping[str, Checked]
    ) -> tuple[str, ...]:
        """Let entries (by context) have just these findings of these names, all of them at once.

        Returns the contexts of those that were saved, revised or put aside since they were read: nothing was done to
        them, they are to be checked anew. Of two findings of one name and subject at an entry the first is kept.
        """
        with self._reading() as connection:  # nobody who saves waits for the comparing
            left = checking.differing(connection, text_id, lang, names, checked)
        if not left:
            return ()
        with self._writing() as connection:
            return checking.replace(connection, text_id, lang, names, left)

    def read(
        self,
        text_id: str | None = None,
        lang: str | None = None,
        names: Collection[str] | None = None,
        *,
        subject: str | None = None,
        after: FindingPlace | None = None,
        limit: int | None = 50,
    ) -> list[Standing]:
        """Return the findings at live entries after a place: by text id, language, reading order, name, subject."""
        with self._reading() as connection:
            return checking.page(
                connection, text_id=text_id, lang=lang, names=names, subject=subject, after=after, limit=limit
            )

    def counts(
        self,
        text_id: str | None = None,
        lang: str | None = None,
        names: Collection[str] | None = None,
        *,
        subject: str | None = None,
    ) -> list[Tally]:
        """Count the findings at live entries by text, language, name and subject, waived ones apart."""
        with self._reading() as connection:
            return checking.counts(connection, text_id=text_id, lang=lang, names=names, subject=subject)
