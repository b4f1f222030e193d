"""The text of a document, and the report about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from hexapla.formats.pandoc import ast
from hexapla.formats.pandoc.ast import Block, Blocks, Document, Inlines, Para, plain
from hexapla.formats.tei import blocks, header, inline
from hexapla.ingest import structure
from hexapla.ingest.decode import bidi
from hexapla.ingest.pandoc.inlines import tag_of
from hexapla.ingest.pandoc.pieces import Around, pieces
from hexapla.ingest.pandoc.said import kind_of
from hexapla.ingest.pandoc.settled import settled
from hexapla.ingest.pandoc.sheet import Sheet
from hexapla.ingest.reader import Origin
from hexapla.ingest.structure import Piece
from hexapla.model.errors import BadFile
from hexapla.model.languages import canonical
from hexapla.model.messages import _, ngettext
from hexapla.model.report import Decision, Report
from hexapla.model.text import Element, Text, element


def text_of(
    document: Document,
    origin: Origin,
    reader: str,
    decisions: Sequence[Decision] = (),
    *,
    named: bool = True,
    placed: Mapping[str, Decision] | None = None,
    quotes: tuple[str, str, str, str] = ("“", "”", "‘", "’"),
) -> tuple[Text, Report]:
    """Return the text of a document and the report, with ``decisions`` of its reader.

    ``placed`` are decisions by the name of the place that they are about (a ``Span`` of the kind place). ``named``:
    whether the title in the document's metadata is one that its author gave (a web page's often is not). ``quotes``
    are the marks that a command for a quotation sets: double ones, then single ones. Raises BadFile for a document
    without a text.
    """
    lang = canonical(origin.lang)
    said = _languages(document)
    sheet = Sheet(lang, frozenset(said), quotes)
    shift = 1 if _has_title(document.blocks) else 0
    found = settled(list(pieces(document.blocks, sheet, Around(shift=shift))))
    if not any(_has_text(piece) for piece in found):
        raise BadFile(_("there is no text in this file."), file=origin.name)
    built = structure.build(found, lang)
    put = [replace(one, line=sheet.places.get(name, 1)) for name, one in (placed or {}).items()]
    made = [
        *decisions,
        *put,
        *_languages_differ(lang, said),
        *_noted(sheet),
        *sheet.decisions,
        *built.decisions,
    ]
    made += bidi(tuple(sheet.raw))
    title = _title(document, origin, built.body, named=named)
    authors = [inline.clean(plain(name)).strip() for name in document.get("author")] or list(origin.authors)
    head = header.make(title, lang, authors=[name for name in map(inline.clean, authors) if name])
    whole = element("text", built.body, type="source", xml_lang=lang)
    text = Text(origin.id, lang, header.title_of(head), head, whole, blocks.find(whole))
    ordered = tuple(sorted(made, key=lambda decision: decision.line))
    return text, Report(reader, ordered, tuple(sheet.raw), tuple(built.places))


def titled(document: Document, blocks: Blocks) -> Blocks:
    """Return blocks with what a document has as metadata, but prints, before them: title, author, date."""
    styled = {"title": "Title", "subtitle": "Subtitle", "author": "", "date": ""}
    opening = [
        Para(content, ast.Attr(values=(("custom-style", style),)))
        for name, style in styled.items()
        for content in document.get(name)
    ]
    return (*opening, *blocks)


def _languages(document: Document) -> list[str]:
    """Return the languages that a document says it is in."""
    tags = (tag_of(plain(value).strip()) for value in document.get("lang"))
    return [tag for tag in tags if tag]


def _languages_differ(lang: str, said: list[str]) -> list[Decision]:
    others = [tag for tag in said if tag.partition("-")[0] != lang.partition("-")[0]]
    reason = _("The file says that its language is {said}; it is taken as {lang}, as you said.")
    return [Decision("language", 1, reason=reason.format(said=tag, lang=lang)) for tag in others]


def _noted(sheet: Sheet) -> list[Decision]:
    if not sheet.notes:
        return []
    reason = ngettext(
        "One note stands where it is anchored.", "{n} notes stand where they are anchored.", sheet.notes
    )
    return [Decision("note", 1, reason=reason.format(n=sheet.notes))]


def _has_title(found: Blocks) -> bool:
    """Whether a title stands above the headings: a paragraph of that style, or one of several highest headings."""
    flat = list(_flat_blocks(found))
    highest = [block for block in flat if isinstance(block, ast.Head) and block.level == 1]
    return any(isinstance(block, Para) and kind_of(block.attr) == "title" for block in flat) or (
        len(highest) > 1 and kind_of(highest[0].attr) == "title"
    )


def _flat_blocks(found: Blocks) -> Iterator[Block]:
    for block in found:
        if isinstance(block, ast.Div):
            yield from _flat_blocks(block.blocks)
        else:
            yield block


def _has_text(piece: Piece) -> bool:
    return any(isinstance(part, str) and part.strip() for part in _strings(piece.content))


def _strings(content: "tuple[str | Element, ...]") -> "list[str]":
    found: list[str] = []
    stack = list(content)
    while stack:
        part = stack.pop()
        if isinstance(part, Element):
            stack.extend(part.content)
        else:
            found.append(part)
    return found


def _title(document: Document, origin: Origin, body: Element, *, named: bool) -> str:
    """Return the title: the file's own; else the one that a person names; else the first head, or the file's name."""
    own = next((_flat(value) for value in document.get("title") if _flat(value)), "")
    if own and named:
        return own
    head = _opening(body)
    first = _first_head(body)
    # A page’s title often has the site’s name behind it.
    if head and (not own or head.casefold() in own.casefold()):
        own = head
    elif first and any(own.rpartition(mark)[0].casefold() == first.casefold() for mark in _BEFORE_SITES):
        own = first
    return inline.clean(origin.title) or own or PurePath(origin.name).stem


_BEFORE_SITES = (" | ", " – ", " — ", " - ", " · ")
"""What parts the title of a page from the name of its site."""


def _opening(body: Element) -> str:
    """Return the head that a text begins with, or almost: few lines may stand before it."""
    if not any(block.kind == "head" for block in blocks.find(body)[:4]):
        return ""
    return _first_head(body)


def _first_head(body: Element) -> str:
    head = next((one for one in body.walk() if one.tag == "head"), None)
    return inline.plain(inline.render(head.content)) if head else ""


def _flat(value: Inlines) -> str:
    return " ".join(inline.clean(plain(value)).split())
