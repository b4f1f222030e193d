"""Marks in a word processor's text that outlive pandoc: which paragraph it was, its language, where pages begin.

pandoc drops what documents say of alignment, sizes, languages and page breaks. So the document is marked before pandoc
reads it, by runs of private letters, and the marks are taken out of the tree afterwards, wherever they got to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from hexapla.formats.pandoc import ast
from hexapla.formats.pandoc.ast import Attr, Block, Blocks, Document, Inline, Inlines, Note, Page, Para, Span
from hexapla.model.errors import BadFile
from hexapla.model.messages import _

Record: TypeAlias = tuple[tuple[str, str], ...]
"""What a file says of a paragraph, as values of its ``Attr``: custom-style, align, size, level, rend, gap, place."""

_SIGNS = [chr(0xFFF00 + n) for n in range(0, 240, 2)]


@dataclass(frozen=True)
class Marks:
    """The two private letters around a mark, such as the file itself does not have."""

    start: str
    end: str

    def paragraph(self, n: int) -> str:
        """Return the mark of a paragraph by the number of its record."""
        return f"{self.start}p{n}{self.end}"

    def language(self, tag: str) -> str:
        """Return the mark from which on the language is another; empty for the text's own."""
        return f"{self.start}l{tag}{self.end}"

    def page(self) -> str:
        """Return the mark where a page begins."""
        return f"{self.start}b{self.end}"

    def place(self, name: str) -> str:
        """Return a mark whose raw line will be asked for by its name."""
        return f"{self.start}c{name}{self.end}"


def marks(texts: Sequence[str]) -> Marks:
    """Return marks that none of the texts has a letter of."""
    for sign in _SIGNS:
        pair = Marks(sign, chr(ord(sign) + 1))
        if not any(pair.start in text or pair.end in text for text in texts):
            return pair
    raise BadFile(_("the file is full of private letters; save it with ordinary ones."))


def resolved(document: Document, marks: Marks, records: Sequence[Record]) -> Document:
    """Return a document without its marks: what they say stands in attributes, spans and pages.

    What pandoc took for metadata but was a paragraph of the text comes back as one, in its place.
    """
    reading = _Reading(marks, records)
    opening = []
    about = []
    for name, values in document.about:
        kept = []
        for value in values:
            content, attr, number = reading.paragraph(value)
            if number >= 0:
                opening.append((number, Para(content, attr)))
            kept.append(tuple(part for part in content if not isinstance(part, Page)))
        about.append((name, tuple(kept)))
    first = tuple(block for _number, block in sorted(opening, key=lambda one: one[0]))
    return Document(tuple(about), (*first, *reading.blocks(document.blocks)))


class _Reading:
    """One pass over a tree; the language is that of the last mark in the paragraph."""

    def __init__(self, marks: Marks, records: Sequence[Record]) -> None:
        self._mark = re.compile(f"{marks.start}([a-z])([^{marks.end}]*){marks.end}")
        self._records = records
        self._language = ""
        self._number = -1

    def blocks(self, blocks: Blocks) -> Blocks:
        return tuple(self._block(block) for block in _bare(blocks))

    def paragraph(self, content: Inlines) -> tuple[Inlines, Attr, int]:
        """Return a paragraph's content, what its record says, and the number of that; -1 where it has none."""
        before = self._language, self._number
        self._language, self._number = "", -1
        made = self._inlines(content)
        number = self._number
        self._language, self._number = before
        known = 0 <= number < len(self._records)
        return made, Attr(values=self._records[number] if known else ()), number

    def _block(self, block: Block) -> Block:
        if isinstance(block, Para):
            content, attr, _number = self.paragraph(block.content)
            return Para(content, _joined(block.attr, attr))
        if isinstance(block, ast.Head):
            content, attr, _number = self.paragraph(block.content)
            return replace(block, content=content, attr=_joined(block.attr, attr))
        if isinstance(block, ast.Quote | ast.Div):
            return replace(block, blocks=self.blocks(block.blocks))
        if isinstance(block, ast.Listing):
            return replace(block, items=tuple(self.blocks(item) for item in block.items))
        if isinstance(block, ast.Terms):
            return ast.Terms(
                tuple((self.paragraph(term)[0], self.blocks(said)) for term, said in block.items)
            )
        if isinstance(block, ast.Verse):
            return replace(block, lines=tuple(self.paragraph(line)[0] for line in block.lines))
        if isinstance(block, ast.Code | ast.Raw):
            return replace(block, text=self._mark.sub("", block.text))
        if isinstance(block, ast.Table):
            rows = tuple(
                replace(row, cells=tuple(self._cell(cell) for cell in row.cells)) for row in block.rows
            )
            return ast.Table(self.blocks(block.caption), rows)
        if isinstance(block, ast.Figure):
            return ast.Figure(self.blocks(block.caption), self.blocks(block.blocks))
        return block

    def _cell(self, cell: ast.Cell) -> ast.Cell:
        return replace(cell, blocks=self.blocks(cell.blocks))

    def _inlines(self, content: Inlines) -> Inlines:
        made: list[Inline] = []
        for part in content:
            if isinstance(part, str):
                made += self._text(part)
            elif isinstance(part, Note):
                blocks = self.blocks(part.blocks)
                first = next((block for block in blocks if isinstance(block, Para)), None)
                place = first.attr.get("place") if first else ""
                made.append(replace(part, blocks=blocks, place=place or part.place))
            elif isinstance(part, Span | ast.Link | ast.Image):
                inner = self._inlines(part.content)
                made += (replace(part, content=inner),) if inner else ()
            elif isinstance(part, ast.Raw):
                made.append(replace(part, text=self._mark.sub("", part.text)))
            else:
                made.append(part)
        return tuple(made)

    def _text(self, text: str) -> list[Inline]:
        """Return a text in parts: without its marks, each part in its language."""
        made: list[Inline] = []
        at = 0
        for found in self._mark.finditer(text):
            made += self._said(text[at : found.start()])
            at = found.end()
            kind, value = found[1], found[2]
            if kind == "p":
                self._number = int(value) if self._number < 0 and value.isdecimal() else self._number
            elif kind == "l":
                self._language = value
            elif kind == "b":
                made.append(Page())
            elif kind == "c":
                made.append(Span("place", (), Attr(id=value)))
        return [*made, *self._said(text[at:])]

    def _said(self, text: str) -> Inlines:
        if not text or not self._language:
            return (text,) if text else ()
        return (Span("span", (text,), Attr(values=(("lang", self._language),))),)


def _bare(blocks: Blocks) -> Iterator[Block]:
    """Yield blocks without the divisions that only name a style: the record of each paragraph does so too."""
    for block in blocks:
        if isinstance(block, ast.Div) and block.attr.get("custom-style"):
            yield from _bare(block.blocks)
        else:
            yield block


def _joined(own: Attr, more: Attr) -> Attr:
    return Attr(own.id, own.classes, (*own.values, *more.values))
