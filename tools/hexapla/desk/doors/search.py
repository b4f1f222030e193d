"""``desk.search``: looking for entries."""

from hexapla.desk import search
from hexapla.desk.doors.door import Door
from hexapla.model.change import Row
from hexapla.model.search import Cursor, Query


class Search(Door):
    """Searches over the whole desk, a page at a time."""

    def page(self, query: Query, *, after: Cursor | None = None, limit: int = 50) -> list[tuple[Cursor, Row]]:
        """Return the next entries that a query finds, each with its place: texts in order, languages, units."""
        with self._reading() as connection:
            return search.page(connection, query, after=after, limit=limit)

    def count(self, query: Query, *, most: int = 10_000) -> int:
        """Count what a query finds, up to ``most``."""
        with self._reading() as connection:
            return search.count(connection, query, most=most)
