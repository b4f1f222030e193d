"""Elements of a page as blocks."""

from collections.abc import Iterator

from lxml import etree

from hexapla.formats.pandoc import ast
from hexapla.formats.pandoc.ast import Attr, Block, Blocks, Gone, Inline, Inlines, Para, Span
from hexapla.formats.pandoc.numbers import number
from hexapla.ingest.html.inlines import (
    SKIPPED,
    Reading,
    content,
    described,
    inline,
    is_page,
    joined,
    spanned,
    text,
)
from hexapla.ingest.html.looks import marks, said, tag_of
from hexapla.ingest.pandoc.verse import parted

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "noscript", "ol", "p", "plaintext", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp", "caption", "hx-gone",
})  # fmt: skip
GONE = "hx-gone"
"""The element that stands where something was left out; its ``why`` is a sentence, its text what stood there."""
_STYLES = {"1": "Decimal", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}


def blocks_of(element: etree._Element, reading: Reading) -> Blocks:
    """Return what an element holds as blocks: letters between blocks are paragraphs."""
    return tuple(_within(element, reading, element.text, list(element)))


def _within(
    element: etree._Element, reading: Reading, before: str | None, children: "list[etree._Element]"
) -> Iterator[Block]:
    attr = described(element, reading)
    waiting: list[Inline] = [text(before)] if before else []
    for child in children:
        if _is_block(child, reading):
            yield from _paragraphs(waiting, element, attr, reading)
            waiting = []
            yield from block(child, reading)
        else:
            waiting += inline(child, reading)
        if child.tail:
            waiting.append(text(child.tail))
    yield from _paragraphs(waiting, element, attr, reading)


def _is_block(element: etree._Element, reading: Reading) -> bool:
    """Whether an element stands on lines of its own: by its name, or by what it holds."""
    if element in reading.notes:
        return False
    tag = tag_of(element)
    if tag in BLOCKS or (tag in SKIPPED or is_page(element)):
        return tag in BLOCKS and not is_page(element)
    return any(tag_of(inner) in BLOCKS for inner in element.iterdescendants(etree.Element))


def _paragraphs(
    parts: "list[Inline]", element: etree._Element, attr: Attr, reading: Reading
) -> Iterator[Block]:
    """Yield the paragraphs that letters make: two line ends in a row part them."""
    inner = joined(parts)
    kinds = marks(tag_of(element), reading.looks.of(element))
    for found in parted(inner):
        for kind in kinds:
            found = (Span(kind, found),)
        yield Para(found, attr)


def block(element: etree._Element, reading: Reading) -> Iterator[Block]:
    """Yield the blocks that an element is."""
    tag = tag_of(element)
    attr = described(element, reading)
    if tag == GONE:
        yield Gone(said(element), element.get("why", ""), element.get("kind", "furniture"))
    elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        yield ast.Head(int(tag[1]), spanned(_line(content(element, reading)), element, reading), attr)
    elif tag == "blockquote":
        yield ast.Quote(blocks_of(element, reading), attr)
    elif tag in ("ul", "ol", "menu", "dir"):
        yield from _list(element, reading, attr)
    elif tag == "dl":
        yield _terms(element, reading)
    elif tag in ("pre", "listing", "xmp", "plaintext"):
        yield ast.Code(said(element).strip("\n"))
    elif tag == "hr":
        yield ast.Rule()
    elif tag == "table":
        yield from _table(element, reading)
    elif tag == "figure":
        yield _figure(element, reading)
    elif tag == "p" or not _holds_blocks(element, reading):
        yield from blocks_of(element, reading)
    else:
        yield from _division(element, reading, attr)


def _line(parts: Inlines) -> Inlines:
    """Return inlines without the line ends that stand before everything else."""
    return found[0] if len(found := parted(parts)) == 1 else parts


def _holds_blocks(element: etree._Element, reading: Reading) -> bool:
    return any(_is_block(child, reading) for child in element)


def _division(element: etree._Element, reading: Reading, attr: Attr) -> Iterator[Block]:
    inner = blocks_of(element, reading)
    if attr.classes or attr.values:
        yield ast.Div(inner, attr)
    else:
        yield from inner


def _list(element: etree._Element, reading: Reading, attr: Attr) -> Iterator[Block]:
    """Yield a list; what stands in it outside of its items comes before it."""
    items = [child for child in element if tag_of(child) == "li"]
    for child in element:
        if tag_of(child) not in ("li", *SKIPPED):
            yield from block(child, reading)
    if not items:
        return
    numbers = _numbers(element, items) if tag_of(element) == "ol" else ("",) * len(items)
    yield ast.Listing(tuple(blocks_of(item, reading) for item in items), numbers, attr)


def _numbers(element: etree._Element, items: "list[etree._Element]") -> tuple[str, ...]:
    """Return the numbers of items: counted from ``start``, or as ``value`` says."""
    step = -1 if element.get("reversed") is not None else 1
    n = _int(element.get("start"), len(items) if step < 0 else 1)
    style = _STYLES.get(element.get("type", "1"), "Decimal")
    found = []
    for item in items:
        n = _int(item.get("value"), n)
        found.append(number(n, style))
        n += step
    return tuple(found)


def _int(value: str | None, otherwise: int) -> int:
    digits = (value or "").strip()
    return (
        int(digits)
        if digits.lstrip("-").isascii() and digits.lstrip("-").isdecimal() and len(digits) < 9
        else otherwise
    )


def _terms(element: etree._Element, reading: Reading) -> ast.Terms:
    items: list[tuple[Inlines, Blocks]] = []
    for child in element.iter("dt", "dd"):
        if child.getparent() is not element and tag_of(child.getparent()) != "div":  # type: ignore[arg-type]
            continue
        if tag_of(child) == "dt":
            items.append((content(child, reading), ()))
        elif items:
            items[-1] = (items[-1][0], (*items[-1][1], *blocks_of(child, reading)))
        else:
            items.append(((), blocks_of(child, reading)))
    return ast.Terms(tuple(items))


def _figure(element: etree._Element, reading: Reading) -> ast.Figure:
    captions = [child for child in element if tag_of(child) == "figcaption"]
    others = [child for child in element if tag_of(child) != "figcaption"]
    caption = tuple(inner for child in captions for inner in blocks_of(child, reading))
    return ast.Figure(caption, tuple(_within(element, reading, element.text, others)))


def _table(element: etree._Element, reading: Reading) -> Iterator[Block]:
    """Yield a table; one that only lays a page out yields what its cells hold."""
    rows = [row for row in element.iter("tr") if _table_of(row) is element]
    made = tuple(_row(row, reading) for row in rows)
    captions = [child for child in element if tag_of(child) == "caption"]
    caption = tuple(inner for child in captions for inner in blocks_of(child, reading))
    if element.get("role") in ("presentation", "none") or _is_layout(made):
        yield from (*caption, *(inner for row in made for cell in row.cells for inner in cell.blocks))
    else:
        yield ast.Table(caption, tuple(row for row in made if row.cells))


def _table_of(row: etree._Element) -> etree._Element | None:
    return next(iter(row.iterancestors("table")), None)


def _is_layout(rows: tuple[ast.Row, ...]) -> bool:
    """Whether a table has but one column, or holds heads: it lays a page out."""
    cells = [cell for row in rows for cell in row.cells]
    return all(len(row.cells) <= 1 for row in rows) or any(
        isinstance(b, ast.Head) for cell in cells for b in cell.blocks
    )


def _row(row: etree._Element, reading: Reading) -> ast.Row:
    cells = [child for child in row if tag_of(child) in ("td", "th")]
    made = tuple(_cell(cell, reading) for cell in cells)
    parent = row.getparent()
    label = bool(cells) and all(tag_of(cell) == "th" for cell in cells)
    return ast.Row(made, label or (parent is not None and tag_of(parent) == "thead"))


def _cell(cell: etree._Element, reading: Reading) -> ast.Cell:
    rows, columns = _int(cell.get("rowspan"), 1), _int(cell.get("colspan"), 1)
    return ast.Cell(blocks_of(cell, reading), min(max(rows, 1), 1000), min(max(columns, 1), 1000))
