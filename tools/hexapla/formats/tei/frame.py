"""What a TEI file holds around header and text: it is kept when a file of somebody else is written again."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from hexapla.formats.tei.layout import settle
from hexapla.formats.tei.tree import attributes_of, element_of, local_name
from hexapla.model.text import Element


@dataclass(frozen=True)
class Frame:
    """The prolog (comments, ``xml-model``), the root's attributes, and its children around the text.

    ``before`` holds what stands between header and text (facsimile, standOff), ``after`` what follows the
    text.
    """

    prolog: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    before: tuple[Element, ...] = ()
    after: tuple[Element, ...] = ()
    epilog: tuple[str, ...] = ()


def frame_of(root: etree._Element) -> Frame:
    """Return the frame of a parsed TEI document."""
    children = [child for child in root if isinstance(child.tag, str)]
    text = [local_name(child) for child in children].index("text")
    return Frame(
        prolog=tuple(_markup(node) for node in reversed(list(root.itersiblings(preceding=True)))),
        attributes=attributes_of(root),
        before=_elements(child for child in children[:text] if local_name(child) != "teiHeader"),
        after=_elements(children[text + 1 :]),
        epilog=tuple(_markup(node) for node in root.itersiblings()),
    )


def _elements(nodes: Iterable[etree._Element]) -> tuple[Element, ...]:
    return tuple(settle(element_of(node)) for node in nodes)


def _markup(node: etree._Element) -> str:
    """Write a comment or processing instruction as it stands, without what follows it."""
    return etree.tostring(node, encoding="unicode", with_tail=False)
