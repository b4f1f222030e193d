"""A mend carried out: the text as it is then, where the words of units went, and that nothing was lost on the way."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any

from hexapla.formats import tei
from hexapla.formats.tei import blocks, schema
from hexapla.formats.tei.layout import is_spaced, settle
from hexapla.mend import blocks as paragraphs
from hexapla.mend import kind, notes, units
from hexapla.mend.correct import correct
from hexapla.mend.detach import detach
from hexapla.mend.mark import mark
from hexapla.mend.names import Names
from hexapla.mend.step import Source, Step
from hexapla.model.errors import HexaplaError
from hexapla.model.mend import (
    AttachNote,
    Carried,
    ChangeKind,
    Correct,
    DetachNote,
    JoinBlocks,
    Mark,
    Mend,
    MergeUnits,
    SplitBlock,
    SplitUnit,
)
from hexapla.model.messages import _, shown
from hexapla.model.names import unit_number
from hexapla.model.text import Element, Text


@dataclass(frozen=True)
class Mended:
    """A mended text: the next free number, where the words of units went, the units whose source was only corrected."""

    text: Text
    next: int
    carried: tuple[Carried, ...] = ()
    minor: frozenset[str] = frozenset()


_HOW: dict[type[Any], Callable[[Source, Any], Step]] = {
    Correct: correct,
    Mark: mark,
    ChangeKind: kind.change,
    JoinBlocks: paragraphs.join,
    SplitBlock: paragraphs.split,
    AttachNote: notes.attach,
    DetachNote: detach,
    SplitUnit: units.split,
    MergeUnits: units.merge,
}


def apply(
    text: Text,
    mend: Mend,
    *,
    next: int,
    unit: str = "sentence",
    abbreviations: Collection[str] = (),
    taken: Collection[str] = (),
) -> Mended:
    """Carry out a mend; what it does not name stays as it is, and no letter is lost.

    ``unit`` and ``abbreviations`` are those of the edition, ``taken`` unit ids that the text had once: they are not
    given again. A mend that changes nothing gives the very same text. Raises NotFound for a unit or block that is not
    there, BadFile for new words that are no text, BadName for a language that is none, HexaplaError for what cannot be
    done, each in one sentence.
    """
    source = Source(text, Names(text, taken), unit == "sentence", frozenset(abbreviations))
    step = _HOW[type(mend)](source, mend)
    body = settle(step.body, is_spaced(text.lang))
    if body == text.body:
        return Mended(text, next)
    made = replace(text, body=body, blocks=blocks.find(body))
    _refuse_loss(text.body, body, mend)
    _refuse_invalid(text, made)
    highest = max((unit_number(one.id) for one in made.units), default=0)
    return Mended(made, max(next, highest + 1), step.carried, step.minor)


def _refuse_loss(before: Element, after: Element, mend: Mend) -> None:
    """Raise HexaplaError where letters went that had to stay, or ids stand twice: a fault of ours, told in time."""
    names = Counter(part.get("xml:id") for part in after.walk() if part.get("xml:id"))
    doubled = next((name for name, count in names.items() if count > 1), None)
    if doubled is not None:
        raise HexaplaError(
            _("The id “{name}” would stand in the text twice.").format(name=shown(doubled, 40))
        )
    if isinstance(mend, Correct):
        return
    old, new = _letters(before), _letters(after)
    if isinstance(mend, AttachNote | DetachNote):
        lost = Counter(old) - Counter(new)
        whole = not Counter(new) - Counter(old) and all(not sign.isalpha() for sign in lost)
    else:
        whole = old == new
    if not whole:
        raise HexaplaError(_("This cannot be done without losing a part of the text; nothing was changed."))


def _letters(element: Element) -> str:
    """Return all that can be read in an element, without white space."""
    parts: list[str] = []
    stack: list[str | Element] = [element]
    while stack:
        part = stack.pop()
        if isinstance(part, Element):
            stack.extend(reversed(part.content))
        else:
            parts.append(part)
    return "".join("".join(parts).split())


def _refuse_invalid(before: Text, after: Text) -> None:
    """Raise HexaplaError for what the schema does not allow, unless it was so before."""
    found = schema.validate(tei.serialize(after))
    if not found:
        return
    known = {reason for _line, reason in schema.validate(tei.serialize(before))}
    new = next((reason for _line, reason in found if reason not in known), None)
    if new is not None:
        raise HexaplaError(_("The text would not be valid TEI then: {reason}").format(reason=new))
