"""Blocks as rows of a grid: one row a block, one cell a language."""

from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.model.text import Block
from hexapla.publish.html.arrange import pieces
from hexapla.publish.html.column import Column, cell
from hexapla.publish.html.heads import rank, top
from hexapla.publish.html.markup import Html, join, tag
from hexapla.publish.html.units import run
from hexapla.publish.html.written import digits


@dataclass(frozen=True)
class Row:
    """The blocks that share a row: one, or a speaker and the paragraph that begins the turn."""

    blocks: tuple[Block, ...]
    opens: bool
    """Whether a stanza, list, turn or quotation begins here."""
    rank: int = 0
    """How high a head stands: 1 is the text's title."""

    @property
    def kind(self) -> str:
        """The kind that decides the row's look: a turn's, where a speaker has words."""
        return self.blocks[-1].kind


def rows(blocks: Sequence[Block]) -> list[Row]:
    """Group the blocks of a text into rows, leaving out bodies of notes and blocks without units."""
    result: list[Row] = []
    level = top(blocks)
    for block in blocks:
        if block.note or not block.units:
            continue
        last = result[-1].blocks[-1] if result else None
        if last and last.kind == "speaker" and block.kind == "turn" and last.group == block.group:
            result[-1] = Row((last, block), result[-1].opens)
        else:
            same = last is not None and last.group == block.group and _family(last) == _family(block)
            result.append(Row((block,), not same, rank(block, level) if block.kind == "head" else 0))
    return result


def row(one: Row, columns: Sequence[Column]) -> Html:
    """Set one row; a head's has an id for the table of contents."""
    cells = join(_cell(one, column) for column in columns)
    name = columns[0].ids.once(place(one.blocks[0], columns[0])) if one.kind == "head" else ""
    class_ = f"row {one.kind} opens" if one.opens else f"row {one.kind}"
    return tag("div", cells, class_=class_, id=name)


def _cell(one: Row, column: Column) -> Html:
    """Set what a language says in a row; the cell is there, if empty, where a join took its words away."""
    order = {unit.id: at for at, unit in enumerate(unit for block in one.blocks for unit in block.units)}
    parts: list[str] = []
    for block in one.blocks:
        words = run(pieces(column, block), column, order)
        parts.append(tag("span", words, class_="speaker") if block.kind == "speaker" else words)
    return tag(
        _element(one),
        _item_number(one.blocks[0], column),
        join(parts, " "),
        **cell(column, one.kind),
    )


def place(block: Block, column: Column) -> str:
    """Return the id of a head's row, whatever languages are shown."""
    return column.page_id(f"{block.units[0].id}-row")


def _family(block: Block) -> str:
    return "turn" if block.kind == "speaker" else block.kind


def _element(one: Row) -> str:
    if one.kind == "head":
        return f"h{min(one.rank + 1, 6)}"
    return "blockquote" if one.kind == "quote" else "p"


def _item_number(block: Block, column: Column) -> Html:
    if block.kind != "item" or not block.n:
        return Html()
    shown = digits(block.n, column.lang)
    return tag("span", f"{shown}." if block.n.isalnum() else shown, class_="no")
