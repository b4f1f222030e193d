"""Make the forms in which the golden books arrive, from their careful readings.

    PYTHONPATH=tools:tests python tests/golden/ingest/make.py [BOOK …]

Run by hand after a change of a ``book.xml``; needs typst, pandoc (the wheels), python-docx and poppler's pdftotext.
What it makes is committed. The pages of ``book.xml`` and the numbers of notes counted by page are written into it.
"""

import argparse
from pathlib import Path

import typst as compiler

from golden.ingest import extract, files, ocr
from golden.ingest.outline import Outline, outline
from golden.ingest.pages import adopted
from golden.ingest.to_typst import LOOKS, Look, typst
from hexapla.formats import tei

HERE = Path(__file__).parent
SOFT = frozenset({"ecluse"})
"""The books whose text keeps its soft hyphens."""


def main() -> None:
    """Make the books that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("book", nargs="*", default=list(LOOKS))
    for name in parser.parse_args().book:
        make(HERE / name, LOOKS[name])


def make(folder: Path, look: Look) -> None:
    """Make all forms of a book; of one that is set again, those that come of print."""
    folder.mkdir(exist_ok=True)
    source, first = folder / "book.xml", folder.parent / folder.name.partition("-")[0]
    if folder != first:
        source.write_bytes((first / "book.xml").read_bytes())
        (folder / "sentences.txt").write_bytes((first / "sentences.txt").read_bytes())
    text = tei.parse(source.read_bytes())
    (folder / "book.typ").write_text(typst(text, look), "utf-8")
    pdf = folder / "book.pdf"
    pdf.write_bytes(compiler.compile(folder / "book.typ", timestamp=0))
    source.write_bytes(adopted(source.read_bytes(), extract.pdftotext(pdf, "-raw"), look))
    careful = outline(tei.parse(source.read_bytes()).body)
    _texts(folder, pdf, careful, soft=folder.name in SOFT)
    scanned, expected = ocr.damaged(extract.hardened(extract.pdftotext(pdf)), source.read_bytes(), text.title)
    (folder / "book.ocr.txt").write_text(scanned, "utf-8")
    (folder / "book.ocr.xml").write_bytes(expected)
    if folder == first:
        files.write(folder, text, look)


def _texts(folder: Path, pdf: Path, careful: Outline, *, soft: bool) -> None:
    """Write the four texts."""
    for form, how in {"txt": [], "layout.txt": ["-layout"], "raw.txt": ["-raw"]}.items():
        made = extract.pdftotext(pdf, *how)
        (folder / f"book.{form}").write_text(made if soft else extract.hardened(made), "utf-8")
    wrapped = extract.hard_wrapped(extract.hardened(extract.pdftotext(pdf, "-raw")), careful)
    (folder / "book.wrapped.txt").write_text(wrapped, "utf-8")


if __name__ == "__main__":
    main()
