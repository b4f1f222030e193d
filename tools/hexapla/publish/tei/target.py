"""A text in a target language as TEI: the source's structure with the language's words in it.

Joined units are one seg with the first one's id. An omission is ``<gap reason="omitted">`` with the unit's
id, and the reason as its ``desc``; a unit that is not translated is ``<gap reason="untranslated"/>``. Notes
stand where the translation sets them; one that it does not set, but has words for, stands at the end of its
unit. What is not a unit stands in every language as it does in the source.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeGuard

from hexapla.formats.tei.blocks import DIVISIONS
from hexapla.formats.tei.layout import settle
from hexapla.formats.tei.space import is_white
from hexapla.model.parallel import ParallelText
from hexapla.model.text import Element, element
from hexapla.publish.tei import pieces
from hexapla.publish.tei.pieces import Piece
from hexapla.publish.tei.plan import Plan, plan
from hexapla.publish.tei.setting import Setting

_MAY_BE_EMPTY = DIVISIONS | {"body", "front", "back"}
"""Elements that are valid without any of their paragraphs."""


@dataclass(frozen=True)
class Target:
    """A text in one language: its ``text`` element, and the pieces that stand in it.

    ``aliases`` maps the id of a unit that was joined into another, or of such a paragraph, to the id to use
    instead.
    """

    lang: str
    body: Element
    pieces: tuple[Piece, ...]
    aliases: Mapping[str, str]


def source(text: ParallelText) -> Target:
    """Return a text in its own language, in which each unit is a piece."""
    body = text.source.body.with_attributes(type="source", xml_lang=text.source.lang)
    return Target(
        text.source.lang, body, tuple(Piece((unit.id,), unit.source) for unit in text.source.units), {}
    )


def target(text: ParallelText, lang: str) -> Target:
    """Return a text in a target language."""
    made = _Target(plan(text, lang))
    (body,) = made.set(text.source.body)
    body = settle(body.with_attributes(type="translation", xml_lang=lang), made.plan.spaced)
    return Target(lang, body, tuple(made.setting.pieces), made.aliases)


class _Target:
    """A text being put together."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.setting = Setting(plan, self.set)
        self.aliases = {unit: lead for unit, lead in plan.lead.items() if unit != lead}

    def set(self, part: Element) -> list[Element]:
        """Return what becomes of an element that is no unit: itself, or several paragraphs."""
        own = self.plan.pieces(part)
        if any(inner.is_unit for inner in part.walk()):
            part = part.with_attributes(xml_lang=None)
        if not self.plan.own_units(part):
            return [replace(part, content=tuple(self._children(part)))]
        first, *more = pieces.paragraphs(own) if part.tag == "p" else [own]
        filled = replace(part, content=self.setting.filled(part, list(first)))
        return [filled, *[element("p", *self.setting.run(paragraph)) for paragraph in more]]

    def _children(self, part: Element) -> list[str | Element]:
        """Return the children of an element that holds structure."""
        made: list[str | Element] = []
        for child in part.content:
            if isinstance(child, str):
                made.append(child)
                continue
            become = self.set(child)
            if child.tag != "p" or not self.plan.own_units(child):
                made.extend(become)
            elif part.tag in _MAY_BE_EMPTY and _is_empty(become):
                self._alias(child)
            elif pieces.is_drawn(self.plan.pieces(child)) and made and _is_paragraph(last := made[-1]):
                self._alias(child)
                joined = (*last.content, self.setting.between, *become[0].content)
                made[-1:] = [replace(last, content=joined), *become[1:]]
            else:
                made.extend(become)
        return made

    def _alias(self, paragraph: Element) -> None:
        """Let the id of a paragraph that is gone lead to where its first unit stands."""
        if paragraph.get("xml:id"):
            self.aliases[paragraph.get("xml:id")] = self.plan.lead[self.plan.own_units(paragraph)[0]]


def _is_empty(become: list[Element]) -> bool:
    """Whether nothing is left of a paragraph: all of its units are joined into others."""
    return len(become) == 1 and all(isinstance(child, str) and is_white(child) for child in become[0].content)


def _is_paragraph(child: str | Element) -> TypeGuard[Element]:
    return isinstance(child, Element) and child.tag == "p"
