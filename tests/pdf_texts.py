"""PDFs for tests, made by hand byte by byte, and words as a page has them."""

from hexapla.formats.pdf import Document, Font, Page, Rule, Word

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"
ITALIC = b"<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Times-Italic/Encoding/WinAnsiEncoding>>"
PICTURE = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
    b"stream\n\0\nendstream"
)
PAGE_BOX = (0.0, 0.0, 400.0, 600.0)


def assembled(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, numbered from 1; the first one is the catalog."""
    out = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + b"%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        head,
        size,
        trailer,
        len(out),
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


def pdf(
    content: bytes,
    *,
    font: bytes = FONT,
    catalog: bytes = b"",
    box: bytes = b"0 0 400 600",
    more: tuple[bytes, ...] = (),
    resources: bytes = b"",
    trailer: bytes = b"",
    entries: bytes = b"",
    kids: bytes = b"3 0 R",
    count: int = 1,
) -> bytes:
    """Return a PDF with one page; ``more`` objects begin with number 6, 4 is the font F, 5 the content."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>%s>>>>"
    return assembled(
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
        page % (box, resources),
        font,
        stream(content, entries),
        *more,
        trailer=trailer,
    )


def said(text: str, x: float = 50, y: float = 500, *, size: float = 12, before: str = "") -> bytes:
    """Return the drawing of a line of text."""
    return f"BT {before} /F {size} Tf {x} {y} Td ({text}) Tj ET\n".encode("latin-1")


def words(
    line: str, x: float = 50, y: float = 500, *, size: float = 10, font: int = 0, nth: int = 0, **more: object
) -> list[Word]:
    """Return the words of a line; each letter is half a size wide, and so is a space."""
    found = []
    for place, text in enumerate(line.split(" ")):
        width = len(text) * size / 2
        found.append(
            Word(text, x, x + width, y, size, font, nth + place, spaced=place > 0, **more)  # type: ignore[arg-type]
        )
        x += width + size / 2
    return found


def page(*lines: list[Word], rules: tuple[Rule, ...] = (), label: str = "", pictured: bool = False) -> Page:
    """Return a page of lines of words."""
    return Page(PAGE_BOX, label, tuple(word for line in lines for word in line), rules, pictured)


def document(
    *pages: Page, fonts: tuple[Font, ...] = (Font("Serif"),), title: str = "", author: str = ""
) -> Document:
    """Return a document of pages."""
    return Document(tuple(pages), fonts, title, author)


def column(
    *lines: str, x: float = 50, y: float = 500, size: float = 10, leading: float = 12
) -> list[list[Word]]:
    """Return lines one below the other."""
    return [words(line, x, y - nth * leading, size=size) for nth, line in enumerate(lines)]
