"""What a reading writes down as it goes: the raw paragraphs, and what was decided about them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hexapla.formats.pandoc.ast import Break, Image, Inlines, Link, Raw, Span
from hexapla.formats.tei.write import clean
from hexapla.ingest.pandoc import raw
from hexapla.model.report import Decision


@dataclass
class Sheet:
    """The notes of one reading.

    ``lang`` is the text's language, ``own`` the tags that mean it in this file. ``quotes`` are the marks that stand for
    double and single quotation: opening and closing.
    """

    lang: str
    own: frozenset[str] = frozenset()
    quotes: tuple[str, str, str, str] = ("“", "”", "‘", "’")
    raw: list[str] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    notes: int = 0
    places: dict[str, int] = field(default_factory=dict)
    """The raw lines of the places that a reader asked for, by name."""
    pages: list[str] = field(default_factory=list)
    """Numbers of pages that have begun since the last paragraph."""

    @property
    def line(self) -> int:
        """The number of the last raw line, from 1."""
        return max(1, len(self.raw))

    def write(self, content: Inlines) -> int:
        """Add a raw line and return its number."""
        return self.write_text("".join(self._texts(content)))

    def marks(self, part: Span) -> tuple[str, str]:
        """Return the quotation marks around a span: those of a command that sets them, else none."""
        if part.kind != "q" or not part.attr.classes:
            return "", ""
        return self.quotes[:2] if "double" in part.attr.classes else self.quotes[2:]

    def _texts(self, content: Inlines) -> Iterator[str]:
        """Yield the letters that content comes to, without those of its notes."""
        for part in content:
            if isinstance(part, str):
                yield part
            elif isinstance(part, Break):
                yield "\n"
            elif isinstance(part, Raw):
                yield raw.kept(part)
            elif isinstance(part, Span) and part.kind == "place":
                self.places[part.attr.id] = len(self.raw) + 1
            elif isinstance(part, Span):
                before, after = self.marks(part)
                yield before
                yield from self._texts(part.content)
                yield after
            elif isinstance(part, Link | Image):
                yield from self._texts(part.content)

    def write_text(self, text: str) -> int:
        """Add a text as a raw line, white space run together, and return its number."""
        self.raw.append(" ".join(clean(text).split(" ")).replace("\n", " "))
        return len(self.raw)

    def decide(self, kind: str, reason: str, before: str = "", after: str = "", line: int = 0) -> None:
        """Add a decision about the last raw line, or another one."""
        self.decisions.append(Decision(kind, line or self.line, before, after, reason))
