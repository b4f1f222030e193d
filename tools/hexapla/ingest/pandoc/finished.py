"""Blocks that stand within others (in items, cells, notes, quotations), as finished TEI elements."""

from collections.abc import Iterator

from hexapla.formats.pandoc import ast
from hexapla.formats.pandoc.ast import Block, Blocks, Image, Inlines, Page, Para, plain
from hexapla.ingest.pandoc import inlines, raw, whole
from hexapla.ingest.pandoc.sheet import Sheet
from hexapla.model.text import Content, Element, element


def within(blocks: Blocks, sheet: Sheet) -> Content:
    """Return the content of an item, a cell or a note: that of its paragraph, or its blocks."""
    blocks = flat(blocks)
    if len(blocks) == 1 and isinstance(only := blocks[0], Para):
        return paragraph(only.content, only.attr, sheet)
    if (
        len(blocks) > 1
        and isinstance(first := blocks[0], Para)
        and all(isinstance(b, ast.Listing) for b in blocks[1:])
    ):
        return (*paragraph(first.content, first.attr, sheet), *elements(blocks[1:], sheet))
    return tuple(elements(blocks, sheet))


def elements(blocks: Blocks, sheet: Sheet) -> list[Element]:
    """Return blocks as TEI elements that may stand in an item, a cell, a note or a quotation."""
    return [made for block in flat(blocks) for made in _block(block, sheet)]


def flat(blocks: Blocks) -> Blocks:
    """Return blocks without the divisions around them and without empty paragraphs; their language goes along."""
    return tuple(_flat(blocks, ""))


def _flat(blocks: Blocks, lang: str) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, ast.Div):
            yield from _flat(block.blocks, block.attr.get("lang") or lang)
        elif not isinstance(block, Para):
            yield block
        elif not is_empty(block.content):
            own = block.attr.get("lang")
            yield Para(block.content, ast.Attr(values=(("lang", own or lang),))) if own or lang else block


def is_empty(content: Inlines) -> bool:
    """Whether inlines hold nothing that stands on a page."""
    return not plain(content).strip() and not any(
        isinstance(part, ast.Note | Page | Image)
        or (isinstance(part, ast.Raw) and raw.kept(part))
        or (isinstance(part, ast.Span | ast.Link) and not is_empty(part.content))
        for part in content
    )


def lined(made: Element, first: int, sheet: Sheet) -> Element:
    """Return an element that bears the raw lines it was made of, until the text is built."""
    return made.with_attributes(lines=f"{first} {len(sheet.raw)}") if len(sheet.raw) >= first else made


def paragraph(content: Inlines, attr: ast.Attr, sheet: Sheet) -> Content:
    """Return the content of a paragraph in its language, and write its raw line."""
    sheet.write(content)
    made = inlines.content(content, sheet)
    return inlines.foreign(made, attr.get("lang"), plain(content), sheet)


def _block(block: Block, sheet: Sheet) -> Iterator[Element]:
    first = len(sheet.raw) + 1
    if isinstance(block, Para):
        yield lined(element("p", *paragraph(block.content, block.attr, sheet)), first, sheet)
    elif isinstance(block, ast.Head):
        # A head cannot stand here; what it was can still be seen.
        head = element("p", *paragraph(whole.without(block.content), block.attr, sheet), rend="head")
        yield lined(head, first, sheet)
    elif isinstance(block, ast.Quote):
        yield element("quote", *elements(block.blocks, sheet), rend="block")
    elif isinstance(block, ast.Listing):
        yield listing(block, sheet)
    elif isinstance(block, ast.Terms):
        yield terms(block, sheet)
    elif isinstance(block, ast.Verse):
        yield from (stanza(lines, sheet) for lines in stanzas(block))
    elif isinstance(block, ast.Code) and block.text.strip():
        yield code(block, sheet)
    elif isinstance(block, ast.Table):
        yield table(block, sheet)
    elif isinstance(block, ast.Figure):
        yield from figure(block, sheet)
    elif isinstance(block, ast.Raw):
        yield from raw_block(block, sheet)
    elif isinstance(block, ast.Gone):
        gone(block, sheet)


def listing(block: ast.Listing, sheet: Sheet) -> Element:
    """Return a list whose items keep their numbers."""
    items = []
    for n, item in zip(block.numbers, block.items, strict=True):
        first = len(sheet.raw) + 1
        made = element("item", *within(item, sheet), **({"n": n} if n else {}))
        items.append(lined(made, first, sheet))
    return element("list", *items, rend="numbered" if any(block.numbers) else "bulleted")


def terms(block: ast.Terms, sheet: Sheet) -> Element:
    """Return a list of terms, each before what is said of it."""
    parts: list[Element] = []
    for term, said in block.items:
        for tag, blocks in (("label", (Para(term),)), ("item", said)):
            first = len(sheet.raw) + 1
            parts.append(lined(element(tag, *within(blocks, sheet)), first, sheet))
    return element("list", *parts, type="gloss")


def stanzas(block: ast.Verse) -> list[tuple[Inlines, ...]]:
    """Return the lines of verse by stanza: an empty line parts them, spaces before a line are its indent."""
    found: list[list[Inlines]] = [[]]
    for line in block.lines:
        if plain(line).strip("\u00a0 \n") or not is_empty(line):
            found[-1].append(unindented(line))
        elif found[-1]:
            found.append([])
    return [tuple(lines) for lines in found if lines]


def unindented(line: Inlines) -> Inlines:
    """Return a line of verse without the spaces before it."""
    first = line[0]
    return (first.lstrip("\u00a0 "), *line[1:]) if isinstance(first, str) else line


def stanza(lines: tuple[Inlines, ...], sheet: Sheet) -> Element:
    """Return a stanza of verse lines."""
    made = []
    for line in lines:
        first = sheet.write(line)
        made.append(lined(element("l", *inlines.content(line, sheet)), first, sheet))
    return element("lg", *made)


def code(block: ast.Code, sheet: Sheet) -> Element:
    """Return lines of code as a paragraph whose lines end where they ended."""
    parts: list[str | Element] = []
    for line in block.text.split("\n"):
        sheet.write_text(line)
        parts += [*([element("lb")] if parts else []), *inlines.content((line,), sheet)]
    return element("p", *parts, rend="code")


def table(block: ast.Table, sheet: Sheet) -> Element:
    """Return a table, with its caption as head."""
    head = [element("head", *_caption(block.caption, sheet))] if flat(block.caption) else []
    rows = [_row(row, sheet) for row in block.rows]
    return element("table", *head, *(row for row in rows if row.content))


def _row(row: ast.Row, sheet: Sheet) -> Element:
    cells = []
    for cell in row.cells:
        spans = {"rows": cell.rows, "cols": cell.columns}
        attributes = {name: str(n) for name, n in spans.items() if n > 1}
        first = len(sheet.raw) + 1
        cells.append(lined(element("cell", *within(cell.blocks, sheet), **attributes), first, sheet))
    return element("row", *cells, **({"role": "label"} if row.label else {}))


def _caption(blocks: Blocks, sheet: Sheet) -> Content:
    """Return the paragraphs of a caption as one, parted by line breaks."""
    parts: list[str | Element] = []
    for block in flat(blocks):
        if isinstance(block, Para):
            parts += [*([element("lb")] if parts else []), *paragraph(block.content, block.attr, sheet)]
    return tuple(parts)


def figure(block: ast.Figure, sheet: Sheet) -> list[Element]:
    """Return a figure as a paragraph: its legend, and what is said about its pictures; other blocks follow."""
    images, others = _images(block.blocks)
    caption_text = " ".join(plain(b.content).strip() for b in flat(block.caption) if isinstance(b, Para))
    caption = _caption(block.caption, sheet)
    made: list[Element] = []
    for picture in images:
        said = () if plain(picture.content).strip() == caption_text else picture.content
        if said:
            sheet.write(said)
        place = inlines.image(Image(said, picture.source), sheet, caption)
        caption = ()
        made += [element("p", *place)] if place else []
    made += [element("p", *caption)] if caption else []
    return [*made, *elements(others, sheet)]


def _images(blocks: Blocks) -> tuple[list[Image], Blocks]:
    """Return the pictures of a figure, and its blocks that hold anything else."""
    images: list[Image] = []
    others: list[Block] = []
    for block in flat(blocks):
        found = pictures(block.content) if isinstance(block, Para) else None
        if found is None:
            others.append(block)
        else:
            images += found
    return images, tuple(others)


def pictures(content: Inlines) -> list[Image] | None:
    """Return the pictures in a paragraph of nothing else; None where there is anything else."""
    images: list[Image] = []
    for part in content:
        if isinstance(part, Image):
            images.append(part)
        elif isinstance(part, ast.Span | ast.Link):
            inner = pictures(part.content)
            if inner is None:
                return None
            images += inner
        elif not isinstance(part, str) or part.strip():
            return None
    return images


def raw_block(block: ast.Raw, sheet: Sheet) -> list[Element]:
    """Return the words in a block of markup that was not understood."""
    kept = raw.words(block, sheet)
    if not kept:
        return []
    sheet.write_text(kept)
    return [element("p", *inlines.content((kept,), sheet))]


def gone(block: ast.Gone, sheet: Sheet) -> None:
    """Report what a reader left out, with its text."""
    lines = [line for line in block.text.split("\n") if line.strip()]
    numbers = [sheet.write_text(line) for line in lines]
    before = "\n".join(sheet.raw[numbers[0] - 1 :]) if numbers else ""
    sheet.decide(block.kind, block.reason, before, "", line=numbers[0] if numbers else 0)
