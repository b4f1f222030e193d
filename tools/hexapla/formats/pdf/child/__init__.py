"""The child process: a PDF from standard input, one line of JSON for each page to standard output.

It is started by ``parse`` through ``formats.program``, never called; what it writes is read with suspicion. Lines:
first ``{"title", "author"}``, then the pages, last ``{"fonts"}``; or ``{"error"}``: damaged, password, pages, letters
or missing (pdfium is).
"""

import json
import sys
from typing import Any

MAX_PAGES = 4000
MAX_LETTERS = 3_000_000
MAX_ON_PAGE = 100_000
"""A printed page of a newspaper has some 50,000 letters."""


def main() -> None:
    """Read and write; raises nothing that a person would have to read."""
    try:
        import pypdfium2
    except ImportError:
        say({"error": "missing"})
        return
    from hexapla.formats.pdf.child.pages import Fonts, page

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        count = len(document)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", 0) == pypdfium2.raw.FPDF_ERR_PASSWORD
        say({"error": "password" if locked else "damaged"})
        return
    if count > MAX_PAGES:
        say({"error": "pages"})
        return
    fonts = Fonts()
    left = MAX_LETTERS
    say({"title": _meta(document, "Title"), "author": _meta(document, "Author")})
    for nth in range(count):
        try:
            found = page(document, nth, fonts, min(left, MAX_ON_PAGE))
        except pypdfium2.PdfiumError:
            found = {"damaged": True}
        if found is None:
            say({"error": "letters"})
            return
        left -= found.pop("letters", 0)
        say(found)
    say({"fonts": fonts.rows})


def say(value: dict[str, Any]) -> None:
    """Write one line of JSON; ASCII, so that lone surrogates survive to be judged."""
    sys.stdout.write(json.dumps(value, separators=(",", ":")) + "\n")


def _meta(document: Any, name: str) -> str:
    return str(document.get_metadata_value(name))[:1000]
