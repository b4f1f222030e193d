"""The table of contents: one line an entry, all languages in step."""

from collections.abc import Iterator, Sequence

from hexapla.model.text import Block
from hexapla.publish.html.arrange import pieces
from hexapla.publish.html.column import Column, spoken
from hexapla.publish.html.heads import has_title, rank, top
from hexapla.publish.html.inline import bare
from hexapla.publish.html.markup import Html, join, tag
from hexapla.publish.html.rows import place
from hexapla.publish.html.units import said
from hexapla.publish.html.words import word


def contents(texts: Sequence[Sequence[Column]]) -> Html:
    """Set the titles of all texts; where there is one text only, the heads of its parts as well."""
    shown = [columns for columns in texts if columns]
    entries = join(
        (entry for columns in shown for entry in _entries(columns, 2 if len(shown) == 1 else 1)), "\n"
    )
    if not entries:
        return Html()
    first = shown[0][0]
    known = word(first.edition, "word.contents", first.lang)
    return tag(
        "nav", tag("h2", said(known, first.lang), class_="aloud", **spoken(first.lang)), tag("ol", entries)
    )


def _entries(columns: Sequence[Column], deepest: int) -> Iterator[Html]:
    text = columns[0].text.source
    if not has_title(text.blocks):
        link = tag("a", text.title, href=f"#{columns[0].text.slug}", **spoken(text.lang))
        if text.title:
            yield tag("li", link)
    level = top(text.blocks)
    for block in text.blocks:
        depth = rank(block, level)
        if block.kind == "head" and block.units and not block.note and depth <= deepest:
            yield tag("li", join(_links(block, columns)), class_=f"rank{depth}")


def _links(block: Block, columns: Sequence[Column]) -> Iterator[Html]:
    """Link a head in each language that has words for it; in none, say the source's."""
    for column in columns:
        words = join((bare(piece.content, column) for piece in pieces(column, block)), " ")
        if words.strip():
            yield tag("a", words, href=f"#{place(block, column)}", data_l=column.lang, **spoken(column.lang))
