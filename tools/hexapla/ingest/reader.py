"""What a reader is: a module that knows its files, and makes a text of one."""

from dataclasses import dataclass
from typing import Protocol

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
