"""A block of a text as a reader found it, before anybody knows what it is."""

from dataclasses import dataclass

from hexapla.model.text import Content


@dataclass(frozen=True)
class Piece:
    """One block: its content (text, ``hi``, ``foreign``, ``note``, ``pb``; ``lb`` where a line end was wanted), and
    the evidence.

    ``kind`` is what the file says, empty where it does not: ``head`` (with ``level``, 1 the highest), ``p``,
    ``quote``, ``epigraph``, ``item`` (with ``number``), ``verse`` (a stanza, its lines parted by ``lb``), ``speaker``,
    ``signed``, ``dateline``, ``salute``, ``break``, ``note`` (not attached yet; ``number`` is its mark), or ``made``:
    the content is one finished block element (a table, a list). A paragraph that the file's style does not
    distinguish has the kind ``""``.
    """

    content: Content
    kind: str = ""
    level: int = 0
    number: str = ""
    first: int = 0
    last: int = 0
    """The raw lines that it was made of (``model.report.Report.raw``)."""
    free_before: bool = True
    free_after: bool = True
    """Whether nothing but white space stands before and after it."""
    inset: int = 0
    """By how many letters all of its lines are set in."""
    indented: bool = False
    """Whether its first line is set in."""
    flush: bool = False
    """Whether its first line is not set in, though those of paragraphs are: what follows a head often is."""
    short: bool = False
    """Whether it is a single line that did not fill the measure."""
    align: str = ""
    """``center`` or ``right``."""
    size: float = 0.0
    """The size of its letters as a share of the body's; 0 where the file does not tell."""
    rend: str = ""
    """``bold`` or ``italic`` where all of it is set so."""
    page: int = 0
    """The count of the page that it begins on, from 0."""
