"""A block as a plain paragraph, lifted out of the quotation, list, stanza, turn or division that it was part of."""

from dataclasses import replace

from hexapla.formats.tei.blocks import DIVISIONS
from hexapla.mend import tree
from hexapla.mend.kind import heads
from hexapla.mend.step import Source
from hexapla.model.text import Content, Element

_AROUND = {
    "item": ("list",),
    "l": ("lg",),
    "dateline": ("opener", "closer"),
    "salute": ("opener", "closer"),
    "signed": ("opener", "closer"),
}
"""What holds a block of a kind."""
_GROUPS = frozenset({"quote", "epigraph", "postscript", "sp", "item"})
"""What makes a paragraph something else."""


def lifted(source: Source, block: Element) -> tuple[Element, Element]:
    """Return the tree with a block as a plain paragraph, and that paragraph.

    What stood in the group before it and after it makes a group each. The paragraph keeps the number of an item; a
    turn's first paragraph takes the speaker in, as units of its own.
    """
    plain = _plain(source, block)
    holder = tree.parent(source.body, block)
    if block.tag == "head" and holder.tag in DIVISIONS:
        return heads.dissolved(source.body, holder, block, plain), plain
    node = block
    instead: Content = (plain,)
    for nth in range(len(tree.way(source.body, block))):
        holder = tree.parent(source.body, node)
        if not _is_around(holder, block, nth, node):
            break
        before, after = tree.around(holder, node)
        if holder.tag == "sp" and (spoken := _speaker(before)):
            plain = _with_speaker(source, plain, spoken)
            instead, before = (plain,), tuple(part for part in before if part is not spoken)
        first = _piece(holder, before, keeps=True)
        second = _piece(holder, after, keeps=not tree.solid(first))
        node, instead = holder, (*first, *instead, *second)
    return tree.put(source.body, node, *instead), plain


def _plain(source: Source, block: Element) -> Element:
    kept = (
        ("n", "xml:id", "xml:lang")
        if block.tag != "p"
        else tuple(name for name, value in block.attributes if (name, value) != ("rend", "break"))
    )
    attributes = tuple(pair for pair in block.attributes if pair[0] in kept)
    return source.names.named(Element("p", attributes, block.content), "b")


def _is_around(holder: Element, block: Element, nth: int, node: Element) -> bool:
    """Whether an element is part of what makes a block of its kind."""
    if block.tag in _AROUND:
        return holder.tag in _AROUND[block.tag] and (nth == 0 or holder.tag == "lg")
    if block.tag == "p":
        return holder.tag in _GROUPS if nth == 0 else node.tag == "item" and holder.tag == "list"
    return False


def _speaker(before: Content) -> Element | None:
    """Return a turn's speaker if nothing else stands before the paragraph."""
    solid = tree.solid(before)
    return solid[0] if len(solid) == 1 and solid[0].tag == "speaker" else None


def _with_speaker(source: Source, plain: Element, spoken: Element) -> Element:
    gap = source.gap(source.body, spoken)
    return replace(plain, content=(*spoken.content, *gap, *plain.content))


def _piece(holder: Element, part: Content, *, keeps: bool) -> Content:
    """Return a part of a group as a group; of one that would be empty only the marks of pages."""
    if not tree.solid(part):
        return tuple(one for one in part if isinstance(one, Element))
    names = () if keeps else ("n", "xml:id")
    attributes = tuple(pair for pair in holder.attributes if pair[0] not in names)
    return (Element(holder.tag, attributes, part),)
