"""Which white space of a document is only layout, and how it is taken out when a document is read.

In elements that hold only structure (div, list, a note of paragraphs) all of it is; in mixed content a run
of it is one space; between two units it stands for one space, or for none in languages that are written
without.
"""

from dataclasses import replace

from hexapla.formats.tei.elements import BLOCKS, VERBATIM
from hexapla.formats.tei.flow import Token, build, flatten, is_between_units
from hexapla.formats.tei.space import collapse_tokens, edges, is_white
from hexapla.formats.tei.structure import STRUCTURE
from hexapla.model.errors import BadName
from hexapla.model.languages import language
from hexapla.model.text import Element


def lays_out(element: Element) -> bool:
    """Whether an element's children stand on lines of their own: it holds structure, and no text."""
    children = [child for child in element.content if isinstance(child, Element)]
    if not children or is_verbatim(element):
        return False
    if any(isinstance(child, str) and not is_white(child) for child in element.content):
        return False
    return element.tag in STRUCTURE or any(child.tag in BLOCKS for child in children)


def is_verbatim(element: Element) -> bool:
    """Whether an element's white space is kept: code, other vocabularies, ``xml:space`` without units."""
    if element.get("xml:space") == "preserve":
        return not any(inner.is_unit for inner in element.walk())
    return element.tag in VERBATIM or element.tag.startswith("{")


def settle(element: Element, spaced: bool = True) -> Element:
    """Return an element as read, without its layout.

    ``spaced`` says whether its language sets spaces between sentences, unless its ``xml:lang`` does. What
    is settled stays as it is. Lost is only white space that stands for nothing.
    """
    if is_verbatim(element):
        return element
    spaced = is_spaced(element.get("xml:lang"), spaced)
    if lays_out(element):
        children = (child for child in element.content if isinstance(child, Element))
        return replace(element, content=tuple([settle(child, spaced) for child in children]))
    tokens: list[Token] = []
    for token in flatten(element.content, _stands):
        if isinstance(token, Element) and token.is_unit:
            before, after = edges(token.content)
            tokens.extend([*[" "][: int(before)], token, *[" "][: int(after)]])
        else:
            tokens.append(token)
    settled = collapse_tokens(tokens, lambda child: settle(child, spaced))
    return replace(element, content=build(settled if spaced else _run_on(settled)))


def is_spaced(lang: str, inherited: bool = True) -> bool:
    """Whether sentences in a language are separated by a space; a tag that is none says nothing."""
    try:
        return language(lang).spaced if lang else inherited
    except BadName:
        return inherited


def _stands(element: Element) -> bool:
    """Whether an element interrupts the flow of a block's text."""
    return (
        not element.content
        or element.is_unit
        or element.tag == "note"
        or element.tag in BLOCKS
        or element.tag in STRUCTURE
        or is_verbatim(element)
    )


def _run_on(tokens: list[Token]) -> list[Token]:
    """Take out the spaces between units."""
    return [
        token
        for place, token in enumerate(tokens)
        if not (isinstance(token, str) and is_white(token) and is_between_units(tokens, place))
    ]
