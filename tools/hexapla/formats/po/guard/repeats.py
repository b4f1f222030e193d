"""Two entries with one identity: polib keeps both, Babel drops one, and a translation is lost either way."""

from hexapla.formats.po.catalog import CatalogEntry
from hexapla.formats.po.guard.text import shown
from hexapla.model.errors import BadFile
from hexapla.model.messages import _


class Repeats:
    """The live entries so far, by msgctxt and msgid; polib's own check compares each with all others."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str | None, str], int] = {}

    def refuse(self, entry: CatalogEntry, line: int) -> None:
        """Refuse an entry that has been there before, naming both lines; obsolete ones may repeat."""
        first = line if entry.obsolete else self._lines.setdefault((entry.msgctxt, entry.msgid), line)
        if first != line:
            raise BadFile(
                _("The entry “{entry}” stands twice, here and in line {first}; remove one of them.").format(
                    entry=shown(entry.msgid if entry.msgctxt is None else entry.msgctxt), first=first
                ),
                line=line,
            )
