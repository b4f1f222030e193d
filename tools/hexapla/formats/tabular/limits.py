"""How large a table may be."""

from collections.abc import Sequence

from hexapla.formats.tabular.columns import Sheet
from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.messages import _

MAX_ROWS = 100_000
MAX_COLUMNS = 500
MAX_CELLS = 2_000_000


class Counted:
    """Rows on their way into a sheet, counted against the limits."""

    def __init__(self, file: str) -> None:
        self.file, self.rows, self.cells = file, 0, 0

    def row(self, cells: Sequence[str]) -> tuple[str, ...]:
        """Return a row without the empty cells at its end; raises TooLarge beyond a limit."""
        width = len(cells)
        while width and not cells[width - 1]:
            width -= 1
        self.rows += 1
        self.cells += width
        if self.rows > MAX_ROWS or width > MAX_COLUMNS or self.cells > MAX_CELLS:
            reason = _("the table has more than {rows} rows, {columns} columns or {cells} cells; divide it.")
            raise TooLarge(reason.format(rows=MAX_ROWS, columns=MAX_COLUMNS, cells=MAX_CELLS), file=self.file)
        return tuple(cells[:width])

    def sheet(self, rows: Sequence[tuple[str, ...]], told: tuple[str, ...] = ()) -> Sheet:
        """Return rows as a sheet; raises BadFile where there are none."""
        if not any(rows):
            raise BadFile(_("the table is empty."), file=self.file)
        width = max(map(len, rows))
        if width * len(rows) > MAX_CELLS:
            reason = _("the table has more than {rows} rows, {columns} columns or {cells} cells; divide it.")
            raise TooLarge(reason.format(rows=MAX_ROWS, columns=MAX_COLUMNS, cells=MAX_CELLS), file=self.file)
        first, *others = (row + ("",) * (width - len(row)) for row in rows)
        while others and not any(others[-1]):
            others.pop()
        return Sheet(first, tuple(others), told)
