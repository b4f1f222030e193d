"""``desk.drafts``: what people have typed and not confirmed."""

from hexapla.desk import drafts
from hexapla.desk.doors.door import Door
from hexapla.model.change import Draft
from hexapla.model.person import Person


class Drafts(Door):
    """Drafts, one a person and entry."""

    def keep(self, person: Person, draft: Draft) -> str:
        """Keep what a person has typed and not confirmed; returns the time. Raises NotFound."""
        with self._writing() as connection:
            return drafts.keep(connection, person, draft)

    def drop(
        self,
        person: Person,
        text_id: str,
        lang: str,
        units: tuple[str, ...],
        *,
        client: str = "",
        seen: str = "",
    ) -> None:
        """Drop a person's draft, if it was written in this window or seen there; raises NotFound."""
        with self._writing() as connection:
            drafts.drop(connection, person, text_id, lang, units, client=client, seen=seen)
