"""Text as programs pull it out of a PDF: three ways of pdftotext, another extractor's, and that of a scanner."""

import re
import subprocess
from pathlib import Path

from golden.ingest.align import Places
from golden.ingest.outline import Outline, letters

SOFT = "\u00ad"
_MARK = re.compile(r"\A(?:\d{1,2}|[*†‡§])\s?(?=[^\s\d.])")


def pdftotext(pdf: Path, *how: str) -> str:
    """Return a PDF's text, as one of pdftotext's ways gives it."""
    done = subprocess.run(["pdftotext", *how, str(pdf), "-"], check=True, capture_output=True)
    return done.stdout.decode()


def hardened(text: str) -> str:
    """Return a text with the plain hyphens that most programs give for soft ones."""
    return text.replace(SOFT, "-")


def hard_wrapped(raw: str, careful: Outline) -> str:
    """Return a text as another extractor gives it.

    Lines within a paragraph end with a space, a paragraph's first line begins with one, page breaks are spaces, and no
    blank line is left but around page numbers.
    """
    lines = [line.strip() for line in raw.replace("\f", "\n").split("\n") if line.strip()]
    main = Places("".join(letters(line) for line in lines), careful.letters)
    made, at = [], 0
    for line in lines:
        start, at = at, at + len(letters(line))
        in_notes = _in_notes(line, careful)
        ends = careful.ends | careful.may | {0, careful.flow, len(careful.letters)}
        if in_notes:
            begins, closes = in_notes[0] in ends, in_notes[1] in ends
        else:
            begins, closes = (_is_end(main, place, ends) for place in (start, at))
        made.append(_line(line, begins=begins, ends=closes))
    return "\n".join(made) + "\n"


def _in_notes(line: str, careful: Outline) -> tuple[int, int] | None:
    """Return the place in the notes that a line of a note has, its mark aside."""
    text = letters(_MARK.sub("", line)).rstrip("-")
    at = careful.letters.find(text, careful.flow)
    return None if at < 0 or len(text) < 8 else (at, at + len(text))


def _is_end(places: Places, at: int, ends: set[int]) -> bool:
    low, high = places.of(at)
    return any(place in ends for place in range(min(low, high), max(low, high) + 1))


def _line(line: str, *, begins: bool, ends: bool) -> str:
    if re.fullmatch(r"[\divxlc]+", line):
        return f"\n\n\n{line}\n"
    return (" " if begins else "") + line + ("" if ends else " ")
