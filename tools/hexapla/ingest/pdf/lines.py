"""A document as lines in reading order, each with the evidence of its page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hexapla.formats.pdf import Document
from hexapla.ingest.layout.lines import Line
from hexapla.ingest.pdf import measures, notes, told
from hexapla.ingest.pdf.aligned import aligned
from hexapla.ingest.pdf.columns import Region, regions
from hexapla.ingest.pdf.furniture import Taken, furniture
from hexapla.ingest.pdf.measures import Column, Leading
from hexapla.ingest.pdf.rows import Row, rows
from hexapla.ingest.pdf.setter import Setter
from hexapla.ingest.pdf.styles import Styles
from hexapla.ingest.pdf.upright import Sheet, sheet
from hexapla.model.messages import _
from hexapla.model.report import Decision


@dataclass(frozen=True)
class Read:
    """The lines of a document, blank ones among them, what stood there, and what was decided."""

    lines: list[Line]
    raw: tuple[str, ...]
    decisions: list[Decision]


@dataclass(frozen=True)
class _Page:
    """A page taken apart: its furniture, and its regions with the margins and the feet of each."""

    sheet: Sheet
    taken: list[Taken]
    regions: list[Region]
    columns: list[Column]
    feet: list[notes.Foot | None]


def lines_of(document: Document) -> Read:
    """Return the lines of a document."""
    sheets = [sheet(page) for page in document.pages]
    words = [word for one in sheets for word in one.words]
    body = measures.body_size(words)
    found = [rows(one.words, body) for one in sheets]
    leading = measures.leading(found, body)
    taken = furniture(found, leading.body)
    kept = [_without(page, gone) for page, gone in zip(found, taken, strict=True)]
    laid = [regions(page, body, leading.body) for page in kept]
    setter = Setter(body, leading, Styles(document.fonts, words))
    top = _usual_top(kept)
    for page in _pages(sheets, taken, laid, leading):
        _set(page, setter, top)
    setter.decisions += told.of(document, sheets)
    return Read(setter.done(), tuple(setter.raw), setter.decisions)


def _without(page: Sequence[Row], gone: Sequence[Taken]) -> list[Row]:
    away = {id(taken.row) for taken in gone}
    return [row for row in page if id(row) not in away]


def _usual_top(pages: Sequence[Sequence[Row]]) -> float:
    """Return the height at which the text of a page begins: that of several pages, the highest of those."""
    tops = sorted((page[0].y for page in pages if page), reverse=True)
    for top in tops:
        if sum(abs(top - other) < 3 for other in tops) >= max(2, len(tops) // 5):
            return top
    return tops[0] if tops else 0.0


def _pages(
    sheets: Sequence[Sheet], taken: Sequence[list[Taken]], laid: Sequence[list[Region]], leading: Leading
) -> list[_Page]:
    """Return the pages with margins, those of left and right pages apart, and with their feet."""
    em = leading.size
    usual: dict[tuple[int, int, bool], Column | None] = {}
    kinds = {(nth % 2, one.column, one.shared) for nth, page in enumerate(laid) for one in page}
    for parity, number, shared in kinds:
        like = [one.rows for nth, page in enumerate(laid) for one in page
                if (nth % 2, one.column, one.shared) == (parity, number, shared)]  # fmt: skip
        usual[parity, number, shared] = measures.usual_column(like, em)
    pages = []
    before: notes.Foot | None = None
    for nth, (one, gone, found) in enumerate(zip(sheets, taken, laid, strict=True)):
        columns = [measures.column(r.rows, usual[nth % 2, r.column, r.shared], em) for r in found]
        columns = _over_all(found, columns)
        feet = []
        for region, column in zip(found, columns, strict=True):
            is_last = region is found[-1] or region.shared
            foot = (
                notes.foot(region.rows, column, one.rules, leading, before, is_first=region is found[0])
                if is_last
                else None
            )
            feet.append(foot)
        before = next((foot for foot in reversed(feet) if foot), None)
        pages.append(_Page(one, gone, found, columns, feet))
    return pages


def _over_all(found: Sequence[Region], columns: list[Column]) -> list[Column]:
    """Return margins such that what stands above or below several columns has those of all of them."""
    if not any(region.shared for region in found):
        return columns
    whole = Column(min(one.left for one in columns), max(one.right for one in columns))
    return [column if region.shared else whole for region, column in zip(found, columns, strict=True)]


def _set(page: _Page, setter: Setter, top: float) -> None:
    """Put the lines of a page: running head, text, notes, what stands below, and what is not read of it."""
    first = len(setter.lines)
    heights = [region.rows[0].y for region in page.regions] or [0.0]
    above = [taken for taken in page.taken if taken.row.y > max(heights)]
    below = [taken for taken in page.taken if taken.row.y <= max(heights)]
    for taken in above:
        setter.take(taken.row.text, "page", taken.reason)
    last: Row | None = None
    parts = list(zip(page.regions, page.columns, page.feet, strict=True))
    for region, column, foot in parts:
        text = region.rows[: foot.start if foot else None]
        for row, align in zip(text, aligned(text, column, setter.body), strict=True):
            setter.put_row(row, last, column, top if region is page.regions[0] else 0.0, align=align)
            last = row
    for region, column, foot in parts:
        if foot:
            setter.blank()
            last = None
            for row in region.rows[foot.start :]:
                setter.put_row(row, last, column, is_note=True)
                last = row
    for taken in below:
        setter.take(taken.row.text, "page", taken.reason)
    for left in page.sheet.left:
        setter.take(left.text, "left", left.reason)
    _begin(page, setter, first)


def _begin(page: _Page, setter: Setter, first: int) -> None:
    """Say of the first line of a page that it is one, with the number that is printed, or the page's label."""
    if first == len(setter.lines):
        setter.blank()
    number = next((taken.number for taken in page.taken if taken.number), page.sheet.label)
    setter.lines[first] = replace(setter.lines[first], page=number if first or number else None)
    if page.sheet.lacks_text:
        reason = _("This page is a picture without text; what it says can only be read after OCR.")
        setter.decisions.append(Decision("page", setter.lines[first].number, reason=reason))
    if page.sheet.damaged:
        reason = _("This page is damaged; nothing of it could be read.")
        setter.decisions.append(Decision("page", setter.lines[first].number, reason=reason))
