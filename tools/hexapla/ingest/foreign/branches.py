"""Changing a tree of XML without losing text: what goes leaves its tail, what is unwrapped leaves its content."""

from collections.abc import Iterable, Iterator

from lxml import etree

from hexapla.formats.tei.elements import NS
from hexapla.formats.tei.tree import XML, line_of
from hexapla.model.messages import ngettext, shown
from hexapla.model.report import Decision

ID = f"{XML}id"


def tei(name: str) -> str:
    """Return a name of TEI as lxml writes it."""
    return f"{{{NS}}}{name}"


def each(root: etree._Element, *names: str) -> list[etree._Element]:
    """Return all elements of some names of TEI, in document order, safe from what is done to them."""
    return list(root.iter(*[tei(name) for name in names]))


def name_of(node: etree._Element) -> str:
    """Return an element's name without its namespace; nothing for a comment."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def elements(node: etree._Element) -> Iterator[etree._Element]:
    """Yield an element's children that are elements."""
    return (child for child in node if isinstance(child.tag, str))


def text_of(node: etree._Element) -> str:
    """Return the text in an element, its white space as single spaces; comments are none."""
    return " ".join("".join(_texts(node)).split())


def _texts(node: etree._Element) -> Iterator[str]:
    yield str(node.text or "")
    for child in node:
        if isinstance(child.tag, str):
            yield from _texts(child)
        yield str(child.tail or "")


def add_before(node: etree._Element, text: str) -> None:
    """Put text before a node."""
    before, parent = node.getprevious(), node.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def drop(node: etree._Element) -> None:
    """Take an element out with all in it; what follows stays."""
    parent = node.getparent()
    if parent is not None:
        add_before(node, str(node.tail or ""))
        parent.remove(node)


def unwrap(node: etree._Element) -> None:
    """Take an element's tags away, and leave what stands between them."""
    parent = node.getparent()
    if parent is None:
        return
    add_before(node, str(node.text or ""))
    place = parent.index(node)
    for child in reversed(list(node)):
        parent.insert(place, child)
    # the children stand before the node now, which is empty but for its tail
    drop(node)


def drop_all(nodes: Iterable[etree._Element]) -> None:
    """Take elements out with all in them, in a time that does not grow with the width of their parents."""
    _melt(list(nodes), keep=False)


def unwrap_all(nodes: Iterable[etree._Element]) -> None:
    """Take the tags of elements away, in a time that does not grow with the width of their parents."""
    _melt(list(nodes), keep=True)


def _melt(nodes: list[etree._Element], *, keep: bool) -> None:
    """Give each parent the content of some of its children, or what is left without these; innermost first."""
    parents: dict[etree._Element, set[etree._Element]] = {}
    for node in reversed(nodes):
        parent = node.getparent()
        if parent is not None:
            parents.setdefault(parent, set()).add(node)
    for parent in sorted(parents, key=_depth, reverse=True):
        refill(parent, _remaining(parent, parents[parent], keep=keep))


def _depth(node: etree._Element) -> int:
    return sum(1 for _outer in node.iterancestors())


def _remaining(
    parent: etree._Element, gone: set[etree._Element], *, keep: bool
) -> Iterator[str | etree._Element]:
    yield str(parent.text or "")
    for child in parent:
        if child not in gone:
            yield child
        elif keep:
            yield str(child.text or "")
            for inner in child:
                yield inner
                yield str(inner.tail or "")
        yield str(child.tail or "")


def refill(parent: etree._Element, parts: Iterable[str | etree._Element]) -> None:
    """Give an element other content: texts and elements in order; the tails of these are not looked at."""
    content = list(parts)
    del parent[:]
    texts: list[str] = []
    parent.text = None
    last: etree._Element | None = None
    for part in [*content, None]:
        if isinstance(part, str):
            texts.append(part)
            continue
        text = "".join(texts) or None
        texts = []
        if last is None:
            parent.text = text
        else:
            last.tail = text
        if part is not None:
            part.tail = None
            parent.append(part)
            last = part


def rename(node: etree._Element, name: str, *without: str) -> None:
    """Give an element another name of TEI."""
    node.tag = tei(name)
    for attribute in without:
        node.attrib.pop(attribute, "")


def removal(kind: str, node: etree._Element, reason: str) -> Decision:
    """Return the decision that takes an element out with its text."""
    return Decision(kind, line_of(node) or 1, text_of(node), "", reason)


def tallied(kind: str, nodes: Iterable[etree._Element], one: str, many: str) -> list[Decision]:
    """Return a decision for each name among some elements; ``{name}`` and ``{n}`` stand in the reasons."""
    found: dict[str, list[int]] = {}
    for node in nodes:
        found.setdefault(name_of(node), []).append(line_of(node) or 1)
    return [
        Decision(
            kind, lines[0], reason=ngettext(one, many, len(lines)).format(name=shown(name, 40), n=len(lines))
        )
        for name, lines in found.items()
    ]
