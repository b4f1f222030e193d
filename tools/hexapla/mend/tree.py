"""Finding and replacing elements of a text's tree, which itself never changes: every step makes a new one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hexapla.formats.tei.blocks import Held, held
from hexapla.formats.tei.elements import MILESTONES
from hexapla.formats.tei.space import is_white
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.messages import _, shown
from hexapla.model.text import Content, Element


@dataclass(frozen=True)
class Found:
    """A block's element, with the units and inner elements that it holds."""

    element: Element
    held: Held


def found_blocks(element: Element) -> Iterator[Found]:
    """Yield the blocks in an element in reading order, as ``formats.tei.blocks`` finds them."""
    has = held(element)
    if has.units or has.text:
        yield Found(element, has)
    for child in has.inner:
        yield from found_blocks(child)


def block(body: Element, name: str) -> Found:
    """Return the block with an ``xml:id``, or the one that holds a unit; raises NotFound."""
    for one in found_blocks(body):
        if name and name in (one.element.get("xml:id"), *(seg.get("xml:id") for seg in one.held.units)):
            return one
    inside = next((part for part in body.walk() if part.get("xml:id") == name), None)
    names = [one.element.get("xml:id") for one in found_blocks(inside)] if name and inside is not None else []
    if any(names):
        raise NotFound(
            _("“{name}” holds other blocks; name one of them: {blocks}.").format(
                name=shown(name, 40), blocks=", ".join(filter(None, names))[:100]
            )
        )
    raise NotFound(_("This text has no block “{name}”.").format(name=shown(name, 40)))


def unit(body: Element, name: str) -> tuple[Found, Element]:
    """Return a unit with the block that holds it; raises NotFound."""
    for one in found_blocks(body):
        for seg in one.held.units:
            if seg.get("xml:id") == name:
                return one, seg
    raise NotFound(_("This text has no unit {unit}.").format(unit=shown(name, 40)))


def way(root: Element, target: Element) -> list[Element]:
    """Return the elements from the root down to an element of its tree, both included."""
    if root is target:
        return [root]
    for child in root.content:
        if isinstance(child, Element) and (below := way(child, target)):
            return [root, *below]
    return []


def parent(root: Element, target: Element) -> Element:
    """Return the element that holds another; raises HexaplaError for the root itself."""
    found = way(root, target)
    if len(found) < 2:
        raise HexaplaError(_("The text as a whole cannot be changed so."))
    return found[-2]


def replaced(root: Element, instead: Mapping[int, Content]) -> Element:
    """Return a tree with other content in the place of elements, which are named by their ``id()``."""
    content: list[str | Element] = []
    for child in root.content:
        if isinstance(child, str):
            content.append(child)
        elif id(child) in instead:
            content.extend(instead[id(child)])
        else:
            content.append(replaced(child, instead))
    same = len(content) == len(root.content) and all(
        one is other for one, other in zip(content, root.content, strict=True)
    )
    return root if same else replace(root, content=tuple(content))


def put(root: Element, old: Element, *new: str | Element) -> Element:
    """Return a tree with something else in the place of one element."""
    return replaced(root, {id(old): new})


def around(holder: Element, child: Element) -> tuple[Content, Content]:
    """Return what stands before and after a child."""
    at = next(nth for nth, one in enumerate(holder.content) if one is child)
    return holder.content[:at], holder.content[at + 1 :]


def is_thin(part: str | Element) -> bool:
    """Whether a part of content is white space, or a mark of the original's pages: nothing that is read."""
    return is_white(part) if isinstance(part, str) else part.tag in MILESTONES


def solid(content: Content) -> list[Element]:
    """Return the elements of content that are more than marks of pages."""
    return [part for part in content if isinstance(part, Element) and not is_thin(part)]


def only(name: str, value: str) -> tuple[tuple[str, str], ...]:
    """Return one attribute, none where its value is empty."""
    return ((name, value),) if value else ()
