"""The text of a unit or block as leaves: pieces of text, and what stands in it, each with the tags open around it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from hexapla.formats.tei.elements import EMBEDDED, MILESTONES
from hexapla.formats.tei.flow import Close, Open, Token, build, flatten, stands
from hexapla.formats.tei.layout import is_verbatim
from hexapla.formats.tei.space import WHITE
from hexapla.model.text import Content, Element

Path = tuple[tuple[int, Open], ...]
"""The tags open around a leaf, outermost first, each with a number that tells it from others."""


@dataclass(frozen=True)
class Leaf:
    """A piece of text, or an element that stands in it; ``text`` is what it is in the flow."""

    content: str | Element
    text: str
    path: Path = ()
    unit: str = ""
    """The unit that it came from."""

    @property
    def is_milestone(self) -> bool:
        """Whether it is a mark of the original's pages."""
        return isinstance(self.content, Element) and self.content.tag in MILESTONES


def embeds(element: Element) -> bool:
    """Whether an element within a unit holds units of its own."""
    return element.tag in EMBEDDED and any(inner.is_unit for inner in element.walk())


def leaves(content: Content, *, first: int = 0) -> list[Leaf]:
    """Return the leaves of content; tags are numbered from ``first``. Units in it are looked through, and noted."""
    made: list[Leaf] = []
    path: Path = ()
    units: list[str] = []
    for number, token in enumerate(flatten(content, _stands), first):
        if isinstance(token, Open):
            path = (*path, (number, token))
            units.append(_unit(token))
        elif isinstance(token, Close):
            path = path[:-1]
            units.pop()
        else:
            text = token if isinstance(token, str) else _width(token)
            inside = tuple(pair for pair in path if not _unit(pair[1]))
            made.append(Leaf(token, text, inside, next((unit for unit in reversed(units) if unit), "")))
    return made


def _stands(element: Element) -> bool:
    return not element.is_unit and (stands(element) or embeds(element) or is_verbatim(element))


def _unit(token: Open) -> str:
    """Return the id of the unit that a start tag begins, else nothing."""
    attributes = dict(token.attributes)
    return attributes.get("xml:id", "") if token.tag == "seg" and attributes.get("type") == "unit" else ""


def _width(standing: Element) -> str:
    """Return what an element is in the text: a space, a formula's letters, or nothing."""
    if standing.tag == "lb":
        return " "
    if is_verbatim(standing):
        return "".join(part for inner in standing.walk() for part in inner.content if isinstance(part, str))
    return ""


def built(some: Iterable[Leaf]) -> Content:
    """Return the content of leaves; a tag that is opened again loses its ``xml:id``."""
    opened: set[int] = set()
    tokens: list[Token] = []
    path: Path = ()
    for leaf in some:
        common = common_length(path, leaf.path)
        tokens += [Close()] * (len(path) - common)
        for number, tag in leaf.path[common:]:
            tokens.append(_again(tag) if number in opened else tag)
            opened.add(number)
        tokens.append(leaf.content)
        path = leaf.path
    return build([*tokens, *[Close()] * len(path)])


def _again(tag: Open) -> Open:
    return replace(tag, attributes=tuple(pair for pair in tag.attributes if pair[0] != "xml:id"))


def common_length(one: Path, other: Path) -> int:
    """Return how many tags are open around both of two leaves."""
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0][0] == pair[1][0], pairs)))


def raw(some: Iterable[Leaf]) -> str:
    """Return the text of leaves as it stands there."""
    return "".join(leaf.text for leaf in some)


@dataclass(frozen=True)
class Plain:
    """A text without tags, its white space collapsed, as ``inline.plain`` gives it, and where its characters stand."""

    text: str
    places: tuple[int, ...]
    """For each character its offset in ``raw``."""

    def start(self, offset: int) -> int:
        """Return where a character stands."""
        return self.places[offset]

    def end(self, offset: int) -> int:
        """Return the place behind the character before an offset, 0 for the beginning."""
        return self.places[offset - 1] + 1 if offset else 0


def plain(some: Sequence[Leaf]) -> Plain:
    """Return the plain text of leaves."""
    text: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(raw(some)):
        white = sign in WHITE
        if white and (not text or text[-1] == " "):
            continue
        text.append(" " if white else sign)
        places.append(at)
    if text and text[-1] == " ":
        text.pop()
        places.pop()
    return Plain("".join(text), tuple(places))


def cut(some: Sequence[Leaf], *places: int) -> list[Leaf]:
    """Return leaves such that none of them lies across one of these places; a formula is never cut."""
    made: list[Leaf] = []
    start = 0
    for leaf in some:
        end = start + len(leaf.text)
        inner = sorted({place for place in places if start < place < end})
        if inner and isinstance(leaf.content, str):
            bounds = [start, *inner, end]
            for first, last in pairwise(bounds):
                part = leaf.text[first - start : last - start]
                made.append(replace(leaf, content=part, text=part))
        else:
            made.append(leaf)
        start = end
    return made


def placed(some: Sequence[Leaf]) -> list[tuple[int, Leaf]]:
    """Return each leaf with the place where it begins."""
    made: list[tuple[int, Leaf]] = []
    start = 0
    for leaf in some:
        made.append((start, leaf))
        start += len(leaf.text)
    return made


def inserted(some: Sequence[Leaf], at: int, new: Element) -> list[Leaf]:
    """Return leaves with an element at a place: behind what stands there, in the tags open on both sides."""
    parts = placed(cut(some, at))
    before = [leaf for start, leaf in parts if start < at or (start == at and not leaf.text)]
    after = [leaf for start, leaf in parts if not (start < at or (start == at and not leaf.text))]
    left = before[-1].path if before else ()
    right = after[0].path if after else ()
    return [*before, Leaf(new, "", left[: common_length(left, right)]), *after]
