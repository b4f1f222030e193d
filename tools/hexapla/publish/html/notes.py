"""The notes of a language in the order of their marks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hexapla.model.text import Block, Content, Element
from hexapla.publish.html.arrange import pieces
from hexapla.publish.html.column import Column, Note
from hexapla.publish.html.written import digits, letter


def with_notes(column: Column) -> Column:
    """Return the column with its notes.

    An author's note bears the same number in every language; a translator's are lettered per language. A note
    whose mark a translation dropped is still listed if it has words, so that no translated text disappears.
    """
    bodies = _bodies(column.text.source.blocks)
    numbers = {name: blocks[0].n or str(at) for at, (name, blocks) in enumerate(bodies.items(), 1)}
    found: dict[str | Element, Note] = {}
    for anchor in _anchors(column, bodies):
        if anchor.content:
            at = sum(1 for note in found.values() if note.content) + 1
            found[anchor] = Note(column.own_id(f"t{at}"), letter(at, column.lang), content=anchor.content)
        elif (name := anchor.get("xml:id")) in bodies:
            found[name] = _note(name, bodies[name], numbers[name], column)
    for name, blocks in bodies.items():
        if name not in found and any(_contents(column, blocks)):
            found[name] = replace(_note(name, blocks, numbers[name], column), anchored=False)
    return replace(column, notes=found)


def _note(name: str, blocks: tuple[Block, ...], number: str, column: Column) -> Note:
    return Note(column.own_id(name), digits(number, column.lang), blocks=blocks)


def _bodies(blocks: Iterable[Block]) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of each note by its id; a note may have several paragraphs."""
    result: dict[str, tuple[Block, ...]] = {}
    for block in blocks:
        if block.note:
            result[block.note] = (*result.get(block.note, ()), block)
    return result


def _anchors(column: Column, bodies: dict[str, tuple[Block, ...]]) -> list[Element]:
    """Return each note's tag once: those of the text, and then those that stand in notes themselves."""
    text = [block for block in column.text.source.blocks if not block.note]
    found = dict.fromkeys(_tags(_contents(column, text)))
    new = list(found)
    while new:
        blocks = [block for anchor in new for block in bodies.get(anchor.get("xml:id"), ())]
        new = [anchor for anchor in _tags(_contents(column, blocks)) if anchor not in found]
        found |= dict.fromkeys(new)
    return list(found)


def _contents(column: Column, blocks: Iterable[Block]) -> Iterator[Content]:
    return (piece.content for block in blocks for piece in pieces(column, block))


def _tags(contents: Iterable[Content]) -> Iterator[Element]:
    elements = (part for content in contents for part in content if isinstance(part, Element))
    return (inner for part in elements for inner in part.walk() if inner.tag == "note")
