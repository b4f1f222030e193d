"""Heads and their divisions: one opens where a head begins, and is dissolved when that is a head no more."""

from dataclasses import replace

from hexapla.formats.tei.blocks import DIVISIONS
from hexapla.mend import tree
from hexapla.mend.step import Source
from hexapla.model.errors import HexaplaError
from hexapla.model.messages import _
from hexapla.model.text import Content, Element, element

_TOP = frozenset({"body", "front", "back"})


def depth(body: Element, element: Element) -> int:
    """Return how many divisions an element stands in."""
    return sum(one.tag in DIVISIONS for one in tree.way(body, element))


def opened(source: Source, body: Element, plain: Element, head: Element, level: int) -> Element:
    """Return the tree with a head in the place of a paragraph, in a division of this level (1 is the highest).

    The division holds what follows, up to the next one of its level or a higher one. Without a level it is one of its
    neighbours', below the text's own. Raises HexaplaError for a level that cannot be there.
    """
    chain = tree.way(body, plain)[:-1]
    holder = chain[-1]
    if holder.tag not in DIVISIONS | _TOP:
        raise HexaplaError(_("A head cannot stand within a {element}.").format(element=holder.tag))
    around = [one for one in chain if one.tag in DIVISIONS]
    deep = len(around)
    level = level or max(deep, min(deep + 1, 2))
    if not 1 <= level <= deep + 1:
        raise HexaplaError(
            _("No head of level {level} can stand here; the lowest is {most}.").format(
                level=level, most=deep + 1
            )
        )
    before, after = tree.around(holder, plain)
    if level == deep and not tree.solid(before):
        return tree.put(body, plain, head)
    kind = around[level - 1].get("type") if level <= deep else _usual(body, level)
    division = element("div", xml_id=source.names.new("d"), **({"type": kind} if kind else {}))
    if level > deep:
        inside, rest = _lead(after)
        division = replace(division, content=(head, *inside))
        return tree.put(body, holder, replace(holder, content=(*before, division, *rest)))
    content: Content = (head, *after)
    kept = _cut(holder, before)
    at = len(chain) - 1
    for _level in range(level, deep):
        before, after = tree.around(chain[at - 1], chain[at])
        at -= 1
        content, kept = (*content, *after), _cut(chain[at], (*before, *kept))
    return tree.put(body, chain[at], *kept, replace(division, content=content))


def _cut(division: Element, content: Content) -> Content:
    """Return a division with what is left of it; of one that is empty, what marks of pages it has."""
    return (replace(division, content=content),) if tree.solid(content) else content


def _usual(body: Element, level: int) -> str:
    """Return what the text calls its divisions of a level."""
    found = (part for part in body.walk() if part.tag in DIVISIONS and depth(body, part) == level)
    first = next(found, None)
    return "section" if first is None else first.get("type")


def _lead(content: Content) -> tuple[Content, Content]:
    """Return content before its first division, and from there on."""
    at = next(
        (n for n, part in enumerate(content) if isinstance(part, Element) and part.tag in DIVISIONS), None
    )
    return (content, ()) if at is None else (content[:at], content[at:])


def dissolved(body: Element, division: Element, head: Element, plain: Element) -> Element:
    """Return the tree without a division: its head is a paragraph, and what it held belongs to what stands before.

    Where the division has another head before this one, it stays.
    """
    before, after = tree.around(division, head)
    if tree.solid(before):
        return tree.put(body, head, plain)
    lead, rest = _lead(after)
    lead = (*before, plain, *lead)
    holder = tree.parent(body, division)
    earlier, later = tree.around(holder, division)
    solid = tree.solid(earlier)
    if not solid or solid[-1].tag not in DIVISIONS:
        return tree.put(body, division, *lead, *rest)
    place = next(nth for nth, part in enumerate(earlier) if part is solid[-1])
    joined = _appended(solid[-1], (*earlier[place + 1 :], *lead))
    joined = replace(joined, content=(*joined.content, *rest))
    return tree.put(body, holder, replace(holder, content=(*earlier[:place], joined, *later)))


def _appended(division: Element, content: Content) -> Element:
    """Return a division with content at its very end: at that of its last division, if it ends with one."""
    solid = tree.solid(division.content)
    if solid and solid[-1].tag in DIVISIONS:
        return tree.put(division, solid[-1], _appended(solid[-1], content))
    return replace(division, content=(*division.content, *content))
