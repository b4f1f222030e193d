"""A PDF as a document: read in a child process (``child``), whose lines are checked one by one."""

import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hexapla
from hexapla.formats import program
from hexapla.formats.pdf.child import MAX_LETTERS, MAX_ON_PAGE, MAX_PAGES
from hexapla.formats.pdf.document import Document, Font, Page, Rule, Word
from hexapla.model.errors import BadFile, ProgramFailed, TooLarge
from hexapla.model.messages import _

SECONDS = 60.0
MORE = 20e-6
"""The limit of time: so many seconds, and so many more for each byte."""
MEMORY = 1024 * 2**20
SMALLEST, LARGEST = 0.5, 2000.0
"""The sizes of letters, in points; what is beyond is taken for these."""
FARTHEST = 1e6

_START = "import sys; sys.path += sys.argv[1:]; from hexapla.formats.pdf.child import main; main()"
_NO_SIGN = re.compile("[^\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What no text can hold: it stands for letters that the font does not tell."""
_ITALIC, _FORCED = 1 << 6, 1 << 18
"""Flags of a font's descriptor (ISO 32000, 9.8.2)."""


def parse(source: bytes, *, file: str = "") -> Document:
    """Return what a PDF holds.

    Raises BadFile for one that is damaged or locked by a password, TooLarge for one beyond the limits of pages,
    letters, time or memory.
    """
    if b"%PDF-" not in source[:1024]:
        raise BadFile(_("this is not a PDF; look at what the file really is."), file=file)
    try:
        out = program.run(
            [sys.executable, "-I", "-c", _START, *_folders()],
            source=source,
            seconds=SECONDS + MORE * len(source),
            memory=MEMORY,
        )
    except ProgramFailed as error:
        raise _beyond(file) from error
    try:
        return _document(out.splitlines())
    except _Refused as error:
        raise _refusal(str(error), file) from error
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise _beyond(file) from error


class _Refused(Exception):
    """The child's own word on why it does not read a file."""


def _folders() -> Iterator[str]:
    """Yield where the child finds the program and pdfium; it looks nowhere else."""
    yield str(Path(hexapla.__file__).parents[1])
    found = importlib.util.find_spec("pypdfium2")
    if found is not None and found.origin:
        yield str(Path(found.origin).parents[1])


def _beyond(file: str) -> TooLarge:
    reason = _("reading this PDF takes too much time or memory; it is damaged, or should be split.")
    return TooLarge(reason, file=file)


def _refusal(error: str, file: str) -> BadFile:
    if error == "password":
        return BadFile(_("this PDF is locked by a password; save a copy without it."), file=file)
    if error == "pages":
        return TooLarge(_("this PDF has more than {n} pages; split it.").format(n=MAX_PAGES), file=file)
    if error == "letters":
        return TooLarge(
            _("this PDF has too many letters, more than {n}, or {m} on a page; split it.").format(
                n=MAX_LETTERS, m=MAX_ON_PAGE
            ),
            file=file,
        )
    if error == "missing":
        return BadFile(_("PDFs are read with pypdfium2, which is not installed."), file=file)
    return BadFile(_("this PDF is damaged; open it and print it to a new PDF."), file=file)


def _document(lines: list[bytes]) -> Document:
    """Return the document that the lines of the child describe; raise what a broken one makes Python raise."""
    for line in (lines[0], lines[-1]):
        if error := json.loads(line).get("error"):
            raise _Refused(error)
    first, last = json.loads(lines[0]), json.loads(lines[-1])
    fonts = tuple(_font(str(name), int(flags), int(angle)) for name, flags, angle in last["fonts"])
    pages = tuple(_page(json.loads(line), len(fonts)) for line in lines[1:-1])
    return Document(pages, fonts, str(first["title"]), str(first["author"]))


def _font(name: str, flags: int, angle: int) -> Font:
    tag, plus, rest = name.partition("+")
    is_subset = bool(plus) and len(tag) == 6 and tag.isalpha()
    return Font(rest if is_subset else name, bool(flags & _ITALIC) or angle != 0, bool(flags & _FORCED))


def _page(page: dict[str, Any], fonts: int) -> Page:
    if page.get("damaged"):
        return Page((0, 0, 0, 0), "", (), damaged=True)
    left, bottom, right, top = map(_point, page["box"])
    return Page(
        (left, bottom, right, top),
        str(page["label"]),
        tuple(_word(nth, row, fonts) for nth, row in enumerate(page["words"])),
        tuple(Rule(_point(x0), _point(x1), _point(y)) for x0, x1, y in page["rules"]),
        bool(page["pictured"]),
        int(page["ligatures"]),
    )


def _point(value: Any) -> float:
    """Return a number as a place in points; what is none, or too far away to be seen, is within bounds."""
    number = float(value)
    return min(max(number, -FARTHEST), FARTHEST) if number == number else 0.0


def _word(nth: int, row: list[Any], fonts: int) -> Word:
    text, x0, x1, y, size, font, angle, flags, tall, dotted = row
    cleaned = _NO_SIGN.sub("\ufffd", str(text))
    return Word(
        cleaned,
        _point(x0),
        _point(x1),
        _point(y),
        min(max(_point(size), SMALLEST), LARGEST),
        font if 0 <= int(font) < fonts else -1,
        nth,
        angle=int(angle),
        spaced=bool(flags & 1),
        raised=bool(flags & 2),
        hidden=bool(flags & 4),
        unknown=bool(flags & 8) or "\ufffd" in cleaned,
        skewed=bool(flags & 16),
        stroked=bool(flags & 32),
        tall=int(tall) / 100,
        dotted=int(dotted) / 100,
    )
