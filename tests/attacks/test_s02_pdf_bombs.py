"""Attack S2: PDFs that would fill memory or time; the child dies of its limits, the program says so and lives."""

import resource
import zlib

import pytest

from hexapla import ingest
from hexapla.formats.pdf.child import MAX_ON_PAGE, MAX_PAGES
from hexapla.model.errors import BadFile
from pdf_texts import assembled, pdf, said, stream

TEXT = said("Only a line of text.")


def deflated(piece: bytes, times: int, rounds: int = 1) -> bytes:
    """Return a page whose content is a piece, so many times, packed once or more."""
    packer = zlib.compressobj(9)
    packed = b"".join([packer.compress(piece) for _time in range(times)]) + packer.flush()
    for _round in range(rounds - 1):
        packed = zlib.compress(packed, 9)
    return pdf(packed, entries=b"/Filter[" + b"/FlateDecode" * rounds + b"]")


def laughing(levels: int) -> bytes:
    """Return a page that draws a form ten times, which draws one ten times, and so on."""
    forms = []
    for level in range(levels):
        content = b"/X Do " * 10 if level < levels - 1 else TEXT
        inner = b"/Font<</F 4 0 R>>/XObject<</X %d 0 R>>" % (7 + level)
        forms.append(stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 400 600]/Resources<<%s>>" % inner))
    return pdf(b"/X Do " * 10, resources=b"/XObject<</X 6 0 R>>", more=tuple(forms))


BOMBS = {
    "many pages": pdf(TEXT, kids=b"3 0 R " * (MAX_PAGES + 1), count=MAX_PAGES + 1),
    "many letters": pdf(b"BT /F 1 Tf 50 500 Td " + b"(aaaaaaaaaa) Tj " * (MAX_ON_PAGE // 10 + 1) + b"ET"),
    "a packed page": deflated(b"q Q " * 250_000, 500),
    "a page packed twice": deflated(b" " * 10_000_000, 300, 3),
    "a form that draws itself ten times": laughing(12),
}
"""Each is refused by a limit of ours, or kills the child at the limit of its memory."""

HARMLESS = {
    "many objects": pdf(TEXT, more=(b"null",) * 100_000),
    "a deep array": pdf(TEXT, catalog=b"/A " + b"[" * 100_000 + b"]" * 100_000),
    "an open array": pdf(TEXT) + b"[" * 100_000,
    "a count that lies": pdf(TEXT, count=2_000_000_000),
    "a giant page": pdf(TEXT, box=b"0 0 1e30 1e30"),
    "a page without a box": pdf(TEXT, box=b"a b c d"),
    "a table that points to itself": pdf(TEXT, trailer=b"/Prev 0"),
    "a giant letter": pdf(TEXT + said("O", size=1e30)),
    "no letters' size": pdf(TEXT + said("O", size=0)),
    "pages in a circle": assembled(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        stream(TEXT),
    ),
}
"""Each is read; nothing of it grows."""


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_and_the_program_does_not_grow(kind: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(BadFile, match="this PDF") as caught:
        ingest.read(BOMBS[kind], name="bomb.pdf", lang="en", id="bomb")
    assert str(caught.value).startswith("bomb.pdf: ")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024


@pytest.mark.parametrize("kind", HARMLESS)
def test_what_only_looks_large_is_read(kind: str) -> None:
    text, report = ingest.read(HARMLESS[kind], name="odd.pdf", lang="en", id="odd")
    assert "Only a line of text." in [*report.raw, *(unit.source for unit in text.units)]
