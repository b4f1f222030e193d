"""A paragraph begun at a unit, and a block joined to the one before it."""

from dataclasses import replace

from hexapla.formats.tei.blocks import held
from hexapla.formats.tei.flow import Close, Open, Token, build, flatten, stands
from hexapla.mend import tree
from hexapla.mend.step import Source, Step
from hexapla.model.errors import HexaplaError
from hexapla.model.mend import JoinBlocks, SplitBlock
from hexapla.model.messages import _, shown
from hexapla.model.text import Content, Element

_DIVIDED = frozenset({"p", "ab", "item", "l", "head", "dateline", "salute", "signed", "trailer"})
"""Blocks that can stand twice; the units of others are set in paragraphs within them."""
_WRAPPED = frozenset({"quote", "epigraph", "note", "postscript"})
_GROUPS = frozenset({"sp", "quote", "epigraph", "postscript", "list", "item", "lg"})


def split(source: Source, mend: SplitBlock) -> Step:
    """Begin a paragraph with a unit; raises HexaplaError where there is none to begin."""
    block, seg = tree.unit(source.body, mend.unit)
    element = block.element
    if block.held.units[0] is seg:
        raise HexaplaError(_("Unit {unit} begins a paragraph already.").format(unit=mend.unit))
    first, second = _parted(element.content, seg)
    if element.tag in _WRAPPED:
        paragraphs = [Element("p", (("xml:id", source.names.new("b")),), part) for part in (first, second)]
        return Step(tree.put(source.body, element, replace(element, content=tuple(paragraphs))))
    if element.tag not in _DIVIDED:
        raise HexaplaError(_("No paragraph can begin within this block ({kind}).").format(kind=element.tag))
    new = replace(element.with_attributes(xml_id=source.names.new("b"), n=None), content=second)
    return Step(tree.put(source.body, element, replace(element, content=first), new))


def _parted(content: Content, seg: Element) -> tuple[Content, Content]:
    """Return content before and from a unit on; tags around both are closed and opened again."""
    tokens = flatten(content, lambda child: child.is_unit or stands(child) or bool(_holds_units(child)))
    at = next((nth for nth, token in enumerate(tokens) if token is seg), None)
    if at is None:
        raise HexaplaError(_("This unit stands within another block; begin a paragraph there."))
    opened: list[Open] = []
    for token in tokens[:at]:
        if isinstance(token, Open):
            opened.append(token)
        elif isinstance(token, Close):
            opened.pop()
    again = [Open(one.tag, tuple(pair for pair in one.attributes if pair[0] != "xml:id")) for one in opened]
    first: list[Token] = [*tokens[:at], *[Close()] * len(opened)]
    while first and isinstance(last := first[-1], str) and not last.strip():
        first.pop()
    return build(first), build([*again, *tokens[at:]])


def _holds_units(child: Element) -> bool:
    """Whether an element is a block of its own within a flow, as a list in a paragraph is."""
    return child.tag in ("list", "quote", "lg", "note", "table", "figure") and any(
        inner.is_unit for inner in child.walk()
    )


def join(source: Source, mend: JoinBlocks) -> Step:
    """Join a block to the one before it; raises HexaplaError where that is of another kind."""
    block = tree.block(source.body, mend.block).element
    holder = tree.parent(source.body, block)
    before, after = tree.around(holder, block)
    solid = tree.solid(before)
    other = _last(solid[-1]) if solid else None
    if other is None or not _takes(other, block):
        raise HexaplaError(
            _(
                "The block “{block}” does not follow one of its own kind; change its kind first, then join it."
            ).format(block=shown(block.get("xml:id") or mend.block, 40))
        )
    if "break" in (other.get("rend"), block.get("rend")):
        raise HexaplaError(_("A break between paragraphs is not joined with one of them."))
    place = next(nth for nth, part in enumerate(before) if part is solid[-1]) + 1
    pages = [part for part in before[place:] if isinstance(part, Element)]
    between: Content = (*source.gap(source.body, holder), *pages)
    joined = replace(other, content=(*other.content, *between, *block.content))
    body = tree.put(source.body, holder, replace(holder, content=(*before[:place], *after)))
    return Step(tree.put(body, other, joined))


def _last(element: Element) -> Element:
    """Return the last block of a group, as a turn or a list is; a block itself."""
    while element.tag in _GROUPS and not held(element).units and (solid := tree.solid(element.content)):
        element = solid[-1]
    return element


def _takes(other: Element, block: Element) -> bool:
    """Whether a block can be joined to another: to one like it, and a paragraph also to what holds sentences."""
    same = other.tag == block.tag and block.tag in _DIVIDED
    return same or (block.tag == "p" and other.tag in ("item", *_WRAPPED) and bool(held(other).units))
