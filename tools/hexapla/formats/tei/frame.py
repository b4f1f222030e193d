"""What a TEI file holds around header and text: it is kept when a file of somebody else is written again."""

from dataclasses import dataclass

from lxml import etree

from hexapla.formats.tei.layout import settle
from hexapla.formats.tei.tree import element_of, local_name
from hexapla.model.text import Element


@dataclass(frozen=True)
class Frame:
    """The prolog (comments, ``xml-model``), the root's attributes, and its children before and after the
    text.

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
    bare = element_of(root)
    names = [local_name(child) for child in root if isinstance(child.tag, str)]
    children = [child for child in bare.content if isinstance(child, Element)]
    text = names.index("text")
    return Frame(
        prolog=tuple(_markup(node) for node in reversed(list(root.itersiblings(preceding=True)))),
        attributes=bare.attributes,
        before=tuple(settle(child) for child in children[:text] if child.tag != "teiHeader"),
        after=tuple(settle(child) for child in children[text + 1 :]),
        epilog=tuple(_markup(node) for node in root.itersiblings()),
    )


def _markup(node: etree._Element) -> str:
    """Write a comment or processing instruction as it stands, without what follows it."""
    return etree.tostring(node, encoding="unicode", with_tail=False)
