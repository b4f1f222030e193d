"""What a reader is: a module that knows its files, and makes a text of one."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from hexapla.model.catalog import Entry
from hexapla.model.report import Report
from hexapla.model.text import Text


@dataclass(frozen=True)
class Origin:
    """What is known of a file besides its bytes; the file's own word on language, id, title and authors
    goes first."""

    name: str
    lang: str
    id: str
    title: str = ""
    authors: tuple[str, ...] = ()
    target: str = ""
    """The language of a bilingual file's translations, where a person names it; it goes before the file's word."""
    changes: str = "accept"
    """What becomes of tracked changes: accept, reject, or ask: then a file that has some is refused with a sentence."""


@dataclass(frozen=True)
class Bilingual:
    """What a file holds: a text with its units, and what it says of them in another language.

    ``lang`` is that language (canonical), ``""`` in a file of one language alone. ``entries`` are by unit, in the
    text's order, those only that say something; none is above *translated*: a file's word is not a review.
    """

    text: Text
    report: Report
    lang: str = ""
    entries: tuple[Entry, ...] = ()


class Reader(Protocol):
    """A reader; the modules of ``hexapla.ingest.readers`` are such."""

    def accepts(self) -> str:
        """Return the kinds of files that it reads, as a message names them: plain text (.txt)."""
        ...

    def claims(self, source: bytes, name: str) -> bool:
        """Whether this reader reads the file; at most one reader claims a file."""
        ...

    def read(self, source: bytes, origin: Origin) -> tuple[Text, Report]:
        """Return the text and what was decided; raise BadFile for a damaged file."""
        ...


@runtime_checkable
class BilingualReader(Reader, Protocol):
    """A reader of files that hold translations too; the units are the file's own."""

    def bilingual(self, source: bytes, origin: Origin) -> Bilingual:
        """Return the text and its translations; raise BadFile for a damaged file."""
        ...
