"""Markup that people gave a text, and that a file without any cannot say: it stays where the words do."""

from hexapla.formats.tei import blocks
from hexapla.formats.tei.elements import FREE, MILESTONES
from hexapla.model.text import Element
from hexapla.revise.flow import replaced

_MARKUP = FREE - {"seg", "quote"}


def has_markup(body: Element) -> bool:
    """Whether a text has inline markup in any unit."""
    return any(inner.tag in _MARKUP for element in body.walk() if element.is_unit for inner in element.walk())


def kept(old: Element, new: Element) -> Element:
    """Return a new unit with the content of the old one, whose words are the same, and its own notes in it.

    Where the notes are not as many, or pages end elsewhere, it stays as it is.
    """
    mine, theirs = blocks.embedded(new.content), blocks.embedded(old.content)
    if [one.tag for one in mine] != [one.tag for one in theirs] or _pages(old) != _pages(new):
        return new
    others = {id(was): now for was, now in zip(theirs, mine, strict=True)}
    return Element(new.tag, new.attributes, replaced(old, others).content)


def _pages(unit: Element) -> list[tuple[tuple[str, str], ...]]:
    return [element.attributes for element in unit.walk() if element.tag in MILESTONES]
