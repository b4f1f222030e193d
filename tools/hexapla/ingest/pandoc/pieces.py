"""Blocks of a document as pieces: what the file says of each, and the evidence for what it does not say."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from hexapla.formats.pandoc import ast
from hexapla.formats.pandoc.ast import Attr, Block, Blocks, Inlines, Page, Para, Span, plain
from hexapla.ingest.pandoc import finished, inlines, styles, whole
from hexapla.ingest.pandoc.said import align_of, kind_of
from hexapla.ingest.pandoc.sheet import Sheet
from hexapla.ingest.pandoc.verse import has_break, lines_of, parted
from hexapla.ingest.structure import Piece
from hexapla.model.messages import _
from hexapla.model.text import Content, Element, element


@dataclass(frozen=True)
class Around:
    """What blocks have from the divisions around them."""

    kind: str = ""
    align: str = ""
    lang: str = ""
    shift: int = 0
    """What is added to the levels of headings, where a title stands above them."""


def pieces(blocks: Blocks, sheet: Sheet, around: Around) -> Iterator[Piece]:
    """Yield the pieces that blocks are, in order; page beginnings between them stand at the start of the next."""
    for nth, block in enumerate(blocks):
        if isinstance(block, Para) and _is_line(block, around):
            if nth and _joins(blocks[nth - 1], block, around):
                continue
            yield from _verse(_run(blocks[nth:], around), sheet, around)
        else:
            yield from _block(block, sheet, around)


def _is_line(block: Para, around: Around) -> bool:
    """Whether a paragraph is a line of verse, or a stanza of them."""
    return _kind(block.attr, around) == "verse" and not finished.is_empty(block.content)


def _joins(before: Block, block: Para, around: Around) -> bool:
    """Whether a line of verse goes on the stanza of the paragraph before."""
    if not isinstance(before, Para) or not _is_line(before, around):
        return False
    parted = block.attr.get("gap") or has_break(before.content) or has_break(block.content)
    return not parted


def _run(blocks: Blocks, around: Around) -> tuple[Inlines, ...]:
    """Return the lines of the stanza that a paragraph of verse begins."""
    first = blocks[0]
    lines = lines_of(first.content) if isinstance(first, Para) else []
    for before, block in pairwise(blocks):
        if not isinstance(block, Para) or not _is_line(block, around) or not _joins(before, block, around):
            break
        lines.append(block.content)
    return tuple(lines)


def _verse(lines: tuple[Inlines, ...], sheet: Sheet, around: Around) -> Iterator[Piece]:
    first = len(sheet.raw) + 1
    made: list[str | Element] = _pages(sheet)
    for nth, given in enumerate(lines):
        line = finished.unindented(given)
        sheet.write(line)
        made += [*([element("lb")] if nth else []), *inlines.content(line, sheet)]
    text = " ".join(plain(line) for line in lines)
    content = inlines.foreign(tuple(made), around.lang, text, sheet)
    if lines:
        yield Piece(content, kind="verse", first=first, last=len(sheet.raw))


def _block(block: Block, sheet: Sheet, around: Around) -> Iterator[Piece]:
    if isinstance(block, Para):
        yield from _para(block, sheet, around)
    elif isinstance(block, ast.Head):
        level = 1 if kind_of(block.attr) in ("title", "subtitle") else block.level + around.shift
        yield from _head(block.content, level, sheet, _inside(around, block.attr))
    elif isinstance(block, ast.Quote):
        yield from _quote(block, sheet, around)
    elif isinstance(block, ast.Verse):
        for lines in finished.stanzas(block):
            yield from _verse(lines, sheet, around)
    elif isinstance(block, ast.Div):
        yield from pieces(block.blocks, sheet, _inside(around, block.attr))
    elif isinstance(block, ast.Rule):
        yield Piece((), kind="break", first=sheet.line, last=sheet.line)
    elif isinstance(block, ast.Table) and (only := _only_cell(block)) is not None:
        yield from pieces(only, sheet, around)
    elif isinstance(block, ast.Gone):
        finished.gone(block, sheet)
    else:
        yield from _made(block, sheet)


def _inside(around: Around, attr: Attr) -> Around:
    """Return what stands around the blocks of a division that says something of itself."""
    kind = kind_of(attr)
    return Around(
        kind=around.kind if kind in ("", "caption") else kind,
        align=align_of(attr) or around.align,
        lang=attr.get("lang") or attr.get("xml:lang") or around.lang,
        shift=around.shift,
    )


def _kind(attr: Attr, around: Around) -> str:
    own = kind_of(attr)
    return around.kind if own in ("", "caption") else own


def _para(block: Para, sheet: Sheet, around: Around) -> Iterator[Piece]:
    content = _taken(block.content, sheet)
    if finished.is_empty(content):
        inlines.content(content, sheet)  # markup alone is still reported
        if kind_of(block.attr) == "break":
            yield Piece((), kind="break", first=sheet.line, last=sheet.line)
        return
    attr = block.attr
    if styles.is_contents(attr.get("custom-style").partition("\n")[0]):
        finished.gone(ast.Gone(plain(content), _("A list of contents is left out.")), sheet)
        return
    level = _level(attr)
    kind = _kind(attr, around)
    if level:
        yield from _head(content, level + around.shift, sheet, around)
    elif kind in ("title", "subtitle"):
        yield from _head(content, 1, sheet, around)
    elif (found := finished.pictures(content)) is not None:
        yield from _made(ast.Figure((), (Para(tuple(found)),)), sheet)
    elif kind == "code":
        first = sheet.write(content)
        whole_line = element("p", *inlines.content(content, sheet), rend="code")
        yield Piece((whole_line,), kind="made", first=first, last=len(sheet.raw))
    else:
        for part in parted(content):
            yield from _plain(part, kind, attr, sheet, _inside(around, attr))


def _level(attr: Attr) -> int:
    """Return the level of a heading's style, or of the outline; 0 for a paragraph."""
    named = next((n for name in attr.get("custom-style").split("\n") if (n := styles.level(name))), 0)
    return named or _whole(attr.get("level"))


def _taken(content: Inlines, sheet: Sheet) -> Inlines:
    """Return a paragraph without the pages that begin before its first letter: those go to the next piece."""
    place = 0
    while (
        place < len(content)
        and isinstance(part := content[place], Page | str)
        and (isinstance(part, Page) or not part.strip())
    ):
        if isinstance(part, Page):
            sheet.pages.append(part.n)
        place += 1
    return content[place:]


def _pages(sheet: Sheet) -> list[str | Element]:
    """Return the beginnings of pages that wait for a piece."""
    waiting = [inlines.page(n) for n in sheet.pages]
    sheet.pages.clear()
    return list(waiting)


def _plain(content: Inlines, kind: str, attr: Attr, sheet: Sheet, around: Around) -> Iterator[Piece]:
    speaker, content = _speaker(content)
    if speaker:
        pages = _pages(sheet)
        number = sheet.write(speaker)
        said = inlines.content(speaker, sheet)
        yield Piece((*pages, *said), kind="speaker", first=number, last=len(sheet.raw))
        if finished.is_empty(content):
            return
        kind = kind or "p"
    pages = _pages(sheet)
    number = sheet.write(content)
    made = inlines.foreign(inlines.content(content, sheet), around.lang, plain(content), sheet)
    yield Piece(
        (*pages, *made),
        kind=kind,
        first=number,
        last=len(sheet.raw),
        align=around.align,
        size=_share(attr.get("size")),
        inset=_whole(attr.get("inset")),
        rend=whole.rend(content) or attr.get("rend"),
    )


def _speaker(content: Inlines) -> tuple[Inlines, Inlines]:
    """Return the name that a paragraph begins with in the style of a speaker, and the rest."""
    first = content[0] if content else ""
    if isinstance(first, Span) and styles.kind(first.attr.get("custom-style")) == "speaker":
        return (first,), content[1:]
    return (), content


def _share(size: str) -> float:
    try:
        return float(size or 0)
    except ValueError:
        return 0.0


def _whole(n: str) -> int:
    return int(n) if n.isdecimal() else 0


def _head(content: Inlines, level: int, sheet: Sheet, around: Around) -> Iterator[Piece]:
    content = whole.without(_taken(content, sheet))
    if finished.is_empty(content):
        return
    pages = _pages(sheet)
    number = sheet.write(content)
    made = inlines.foreign(inlines.content(content, sheet), around.lang, plain(content), sheet)
    yield Piece(
        (*pages, *made), kind="head", level=level, first=number, last=len(sheet.raw), align=around.align
    )


def _quote(block: ast.Quote, sheet: Sheet, around: Around) -> Iterator[Piece]:
    """Yield the paragraphs of a quotation; one that holds other blocks, or another one, is made whole."""
    own = kind_of(block.attr)
    inner = finished.flat(block.blocks)
    paras = [part for part in inner if isinstance(part, Para)]
    kind = (
        own
        if own in ("epigraph", "verse")
        else around.kind
        if around.kind in ("epigraph", "verse")
        else "quote"
    )
    if (
        len(paras) == len(inner)
        and kind == "quote"
        and paras
        and all(has_break(part.content) for part in paras)
    ):
        kind = (
            "verse"  # each paragraph has lines of its own: this is how verse is written where it has no name
        )
    simple = (Para, ast.Verse, ast.Gone)
    if all(isinstance(part, simple) for part in inner):
        within = Around(kind, align_of(block.attr), block.attr.get("lang") or around.lang, around.shift)
        yield from pieces(block.blocks, sheet, within)
    else:
        yield from _made(block, sheet)


def _only_cell(block: ast.Table) -> Blocks | None:
    """Return the blocks of a table of one column, which only holds a page together; None of a real one."""
    if any(len(row.cells) > 1 or row.label for row in block.rows) or len(block.rows) != 1:
        return None
    return (*block.caption, *(inner for row in block.rows for cell in row.cells for inner in cell.blocks))


def _made(block: Block, sheet: Sheet) -> Iterator[Piece]:
    """Yield blocks that are finished elements already."""
    first = len(sheet.raw) + 1
    pages = _pages(sheet)
    for made in finished.elements((block,), sheet):
        content: Content = (made,)
        if pages and made.tag == "p":
            content = (replace(made, content=(*pages, *made.content)),)
            pages = []
        yield Piece(content, kind="made", first=first, last=len(sheet.raw))
        first = len(sheet.raw) + 1
    sheet.pages += [str(page.get("n")) for page in pages if isinstance(page, Element)]
