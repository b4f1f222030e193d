"""A note made a paragraph again, behind the block that it is attached in."""

from collections.abc import Sequence

from hexapla.formats.tei.blocks import held
from hexapla.formats.tei.elements import BLOCKS
from hexapla.mend import tree
from hexapla.mend.step import Source, Step
from hexapla.model.errors import HexaplaError
from hexapla.model.mend import DetachNote
from hexapla.model.messages import _, shown
from hexapla.model.text import Content, Element

_HOLDERS = frozenset({"div", "body", "front", "back", "quote", "epigraph", "sp", "item", "postscript"})
"""What a paragraph can stand in."""


def detach(source: Source, mend: DetachNote) -> Step:
    """Set a note behind its block as a paragraph of its own; raises HexaplaError for a block that is no note."""
    found = tree.block(source.body, mend.block)
    chain = tree.way(source.body, found.element)
    note = next((one for one in reversed(chain) if one.tag == "note"), None)
    if note is None:
        raise HexaplaError(_("“{block}” is no note.").format(block=shown(mend.block, 40)))
    around = chain[: next(nth for nth, one in enumerate(chain) if one is note)]
    behind = _behind(around)
    if behind is None:
        raise HexaplaError(_("There is no place behind this note’s block where a paragraph can stand."))
    changed = tuple(
        part.get("xml:id") for part in around[around.index(behind) :] if part.is_unit and part.get("xml:id")
    )
    body = tree.put(source.body, behind, tree.put(behind, note), *_paragraphs(source, note))
    return Step(body, minor=frozenset(changed))


def _behind(around: Sequence[Element]) -> Element | None:
    """Return the outermost element around a note that a paragraph can stand behind, as near to it as can be."""
    for holder, child in zip(reversed(around[:-1]), reversed(around), strict=False):
        if holder.tag in _HOLDERS and not held(holder).units and child.tag in BLOCKS | {"quote"}:
            return child
    return None


def _paragraphs(source: Source, note: Element) -> Content:
    """Return what a note holds as paragraphs; blocks in it stay what they are."""
    solid = tree.solid(note.content)
    if solid and all(part.tag in BLOCKS for part in solid):
        return note.content
    attributes = tree.only("xml:lang", note.get("xml:lang"))
    paragraph = Element("p", attributes, note.content).with_attributes(xml_id=source.names.new("b"))
    return (paragraph,)
