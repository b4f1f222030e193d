"""A plain paragraph set into what makes it a quotation, an item, verse, a turn, a signature; neighbours are joined."""

import re
from dataclasses import replace

from hexapla.formats.tei.blocks import held
from hexapla.mend import tree
from hexapla.mend.kind.division import tree_units
from hexapla.mend.leaves import leaves, plain
from hexapla.mend.step import Source, Step
from hexapla.mend.units import carried, divided
from hexapla.model.errors import HexaplaError
from hexapla.model.messages import _
from hexapla.model.text import Content, Element

_GROUP: dict[str, tuple[str, str, tuple[tuple[str, str], ...]]] = {
    "quote": ("quote", "p", (("rend", "block"),)),
    "epigraph": ("epigraph", "p", ()),
    "item": ("list", "item", ()),
    "verse": ("lg", "l", ()),
    "turn": ("sp", "p", ()),
    "dateline": ("opener", "dateline", ()),
    "salute": ("opener", "salute", ()),
    "signed": ("closer", "signed", ()),
    "postscript": ("postscript", "p", ()),
}
"""The element around blocks of a kind, with its attributes where it is new, and their own element."""
_BEGINNING = frozenset(
    {"head", "opener", "epigraph", "argument", "byline", "docAuthor", "docDate", "dateline"}
)
_END = frozenset({"closer", "postscript", "trailer", "signed"})
_NAME = re.compile(r"(?=[^\W\d_])[\w.’'\-]+(?: [\w.’'\-]+){0,4} ?[:：]")
"""Who speaks: one to five words and a colon, as “M. K.:” or “The second ferryman:”."""


def wrapped(source: Source, body: Element, block: Element, kind: str) -> Step:
    """Return the tree with a plain paragraph as a block of a kind; raises HexaplaError where none can stand."""
    if kind == "trailer":
        return Step(tree.put(body, block, Element("trailer", _own(block), block.content)))
    holder = tree.parent(body, block)
    before, after = tree.around(holder, block)
    tag, inner, attributes = _GROUP[kind]
    step = Step(body)
    if kind in ("dateline", "salute", "signed"):
        tag = _end_of(before, after, kind)
    if kind == "turn":
        content, step = _turn(source, body, block)
        joins = False
    else:
        content = _lines(source, block) if kind == "verse" else (Element(inner, _own(block), block.content),)
        joins = len(content) == 1
    name = (("xml:id", source.names.new("b")),)
    group = Element(tag, tuple(sorted((*attributes, *name))), content)
    if joins:
        before, group, after = _joined(before, group, after)
    return replace(step, body=tree.put(body, holder, replace(holder, content=(*before, group, *after))))


def _own(block: Element) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in block.attributes if pair[0] != "rend")


def _end_of(before: Content, after: Content, kind: str) -> str:
    """Return whether a block begins or ends its division: ``opener`` or ``closer``."""
    if all(part.tag in _BEGINNING for part in tree.solid(before)):
        return "opener"
    if all(part.tag in _END for part in tree.solid(after)):
        return "closer"
    raise HexaplaError(
        _("A {kind} stands at the beginning or at the end of its division, not in the middle.").format(
            kind=kind
        )
    )


def _lines(source: Source, block: Element) -> Content:
    """Return a verse line for each unit of a block, marks of pages between them."""
    made: list[str | Element] = []
    for part in block.content:
        if isinstance(part, Element) and part.is_unit:
            first = not any(isinstance(line, Element) and line.tag == "l" for line in made)
            attributes = _own(block) if first else (("xml:id", source.names.new("b")),)
            made.append(Element("l", attributes, (part,)))
        elif isinstance(part, Element):
            made.append(part)
    return tuple(made)


def _turn(source: Source, body: Element, block: Element) -> tuple[Content, Step]:
    """Return a turn's speaker and paragraph: who speaks is named at its beginning, or nobody is."""
    segs = tree_units(block)
    text = plain(leaves(segs[0].content)).text if segs else ""
    found = _NAME.match(text)
    paragraph = Element("p", _own(block), block.content)
    if not found or len(found[0]) > 60 or (found.end() == len(text) and len(segs) == 1):
        return (paragraph,), Step(body)
    place = next(nth for nth, part in enumerate(block.content) if part is segs[0])
    parts = divided(segs[0], [found.end()] if found.end() < len(text) else [], source.names)
    units = [part for part in parts if isinstance(part, Element) and part.is_unit]
    rest = (*parts[1:], *block.content[place + 1 :])
    at = next(nth for nth, part in enumerate(rest) if not (isinstance(part, str) and not part.strip()))
    speaker = Element("speaker", (("xml:id", source.names.new("b")),), (units[0],))
    step = Step(body, (carried((segs[0],), units),) if len(units) > 1 else ())
    return (*block.content[:place], speaker, replace(paragraph, content=rest[at:])), step


def _joined(before: Content, group: Element, after: Content) -> tuple[Content, Element, Content]:
    """Join a group with those of its kind right before and behind it, marks of pages between them included."""
    left = next((n for n in range(len(before) - 1, -1, -1) if not tree.is_thin(before[n])), None)
    right = next((n for n, part in enumerate(after) if not tree.is_thin(part)), None)
    other = None if left is None else _alike(before[left], group)
    if left is not None and other is not None:
        group = replace(other, content=(*other.content, *before[left + 1 :], *group.content))
        before = before[:left]
    follower = None if right is None else _alike(after[right], group)
    if right is not None and follower is not None and (other is None or _same(other, follower)):
        content = (*group.content, *after[:right], *follower.content)
        group = replace(group if other is not None else follower, content=content)
        after = after[right + 1 :]
    return before, group, after


def _alike(other: str | Element, group: Element) -> Element | None:
    """Return an element if it is a group of the same kind, which holds blocks and no units of its own."""
    alike = isinstance(other, Element) and other.tag == group.tag and not held(other).units
    return other if alike and isinstance(other, Element) else None


def _same(one: Element, other: Element) -> bool:
    """Whether two groups say the same of themselves."""
    return all(
        one.get(name) == other.get(name)
        for name, _value in (*one.attributes, *other.attributes)
        if name not in ("xml:id", "n")
    )
