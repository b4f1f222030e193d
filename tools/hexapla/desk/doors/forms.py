"""``desk.forms``: what is known of written words."""

from collections.abc import Collection, Mapping

from hexapla.desk import forms as memory
from hexapla.desk.doors.door import Door
from hexapla.model.terms import Forms as Known


class Forms(Door):
    """A ``FormTable``: a memory that outlives the program, shared by all processes at the desk."""

    def get(self, lang: str, version: str, words: Collection[str]) -> Mapping[str, Known]:
        """Return what is remembered of these words under this version of what was asked about them."""
        with self._reading() as connection:
            return memory.get(connection, lang, version, words)

    def counts(self) -> dict[str, int]:
        """Count the words that are remembered, by language."""
        with self._reading() as connection:
            return memory.counts(connection)

    def put(self, lang: str, version: str, forms: Mapping[str, Known]) -> None:
        """Remember, in place of what was known under any other version."""
        if forms:
            with self._writing() as connection:
                memory.put(connection, lang, version, forms)
