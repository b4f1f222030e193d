"""Two entries with one identity: polib keeps both, Babel drops one, and a translation is lost either way."""

from hexapla.formats.po.catalog import CatalogEntry
from hexapla.formats.po.guard.text import line_at, shown
from hexapla.model.errors import BadFile
from hexapla.model.messages import _


class Repeats:
    """The live entries so far, by msgctxt and msgid; polib's own check compares each with all others."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[tuple[str | None, str], int] = {}

    def refuse(self, entry: CatalogEntry, at: int) -> None:
        """Refuse an entry that has been there before, naming both lines; ``at`` is its offset in the text.

        Obsolete entries may repeat.
        """
        first = at if entry.obsolete else self._places.setdefault((entry.msgctxt, entry.msgid), at)
        if first != at:
            raise BadFile(
                _("The entry “{entry}” stands twice, here and in line {first}; remove one of them.").format(
                    entry=shown(entry.msgid if entry.msgctxt is None else entry.msgctxt),
                    first=line_at(self._text, first),
                ),
                line=line_at(self._text, at),
            )
