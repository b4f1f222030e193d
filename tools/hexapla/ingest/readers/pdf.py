"""PDF: lines in reading order by where the words stand, structure from layout and letters, every letter kept."""

from pathlib import PurePath

from hexapla.formats import pdf
from hexapla.formats.tei import blocks, header, inline
from hexapla.ingest.decode import bidi, clean
from hexapla.ingest.layout import reading
from hexapla.ingest.pdf import lines_of, titles
from hexapla.ingest.reader import Origin
from hexapla.model.errors import BadFile
from hexapla.model.languages import canonical
from hexapla.model.messages import _
from hexapla.model.report import Report
from hexapla.model.text import Element, Text, element

UNKNOWN = 0.3
"""If more of the letters than this are unknown, the text is none."""


def accepts() -> str:
    """Return the kinds of files that are read here, in words."""
    return _("PDF (.pdf)")


def claims(source: bytes, name: str) -> bool:
    """Whether a file is a PDF: its name says so."""
    return PurePath(name).suffix.lower() == ".pdf"


def read(source: bytes, origin: Origin) -> tuple[Text, Report]:
    """Return the text in a PDF; its title is the one that its first pages say too, else the first head.

    Taken away are page numbers, running heads, what stands askew, outside of the page or unseen, and hyphens that the
    text proves to be the typesetter's: each is a decision in the report. Raises what ``formats.pdf.parse`` raises, and
    BadFile for a scan without text, or a PDF whose fonts do not say which letters they draw.
    """
    document = pdf.parse(source, file=origin.name)
    _check(document, origin.name)
    found = lines_of(document)
    marks = clean("\n".join(found.raw), origin.name)[1]
    lang = canonical(origin.lang)
    built = reading(found.lines, lang)
    title = inline.clean(
        titles.title(document) or origin.title or _first_head(built.body) or PurePath(origin.name).stem
    )
    authors = origin.authors or titles.authors(document)
    head = header.make(title, lang, authors=[inline.clean(author) for author in authors])
    whole = element("text", built.body, type="source", xml_lang=lang)
    text = Text(origin.id, lang, header.title_of(head), head, whole, blocks.find(whole))
    told = [*found.decisions, *marks, *bidi(found.raw), *built.decisions]
    decisions = sorted(told, key=lambda decision: decision.line)
    return text, Report("pdf", tuple(decisions), found.raw, built.places)


def _check(document: pdf.Document, file: str) -> None:
    """Raise BadFile where there is nothing that could be read."""
    words = [word for page in document.pages for word in page.words]
    letters = sum(len(word.text) for word in words)
    if not letters and any(page.pictured for page in document.pages):
        raise BadFile(_("this PDF is a scan, pictures without text; run OCR on it first."), file=file)
    if not letters:
        raise BadFile(
            _("this PDF holds no text; if its letters are drawings, run OCR on it first."), file=file
        )
    if sum(len(word.text) for word in words if word.unknown) > UNKNOWN * letters:
        reason = _("the fonts of this PDF do not say which letters they draw; run OCR on it first.")
        raise BadFile(reason, file=file)


def _first_head(body: Element) -> str:
    """Return the text of the head that the body, or its first division, begins with; empty where there is none."""
    first = body.content[0] if body.content else ""
    if isinstance(first, Element) and first.tag == "div":
        first = first.content[0] if first.content else ""
    if not isinstance(first, Element) or first.tag != "head":
        return ""
    return inline.plain(inline.render(first.content))
