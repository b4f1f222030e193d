"""A mend in words, as the list of what was done shows it."""

from hexapla.formats.tei import inline
from hexapla.model.mend import (
    AttachNote,
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
from hexapla.model.messages import _
from hexapla.model.text import Text

_LONGEST = 40


def kind(mend: Mend) -> str:
    """Return the kind of a mend's change set."""
    match mend:
        case SplitUnit():
            return "split"
        case MergeUnits():
            return "merge"
    return "mend"


def said(text: Text, mend: Mend) -> str:
    """Say what a mend does to a text as it was before."""
    match mend:
        case Correct():
            sentence = _("{unit} meant “{words}”") if mend.changes_meaning else _("{unit} read “{words}”")
            return sentence.format(unit=mend.unit, words=_words(text, mend.unit))
        case Mark():
            words = _short(_plain(text, mend.unit)[max(mend.start, 0) : max(mend.end, 0)])
            return _("{unit}: “{words}” marked as {tag}").format(unit=mend.unit, words=words, tag=mend.tag)
        case ChangeKind():
            return _("the block {block} is {kind} now").format(block=mend.block, kind=mend.kind)
        case JoinBlocks():
            return _("the block {block} joined to the one before it").format(block=mend.block)
        case SplitBlock():
            return _("a paragraph begins with {unit}").format(unit=mend.unit)
        case AttachNote():
            return _("the block {block} is a note to {unit} now").format(block=mend.block, unit=mend.unit)
        case DetachNote():
            return _("the note {block} is a paragraph now").format(block=mend.block)
        case SplitUnit():
            words = _short(_plain(text, mend.unit)[max(mend.offset, 0) :].strip())
            return _("{unit} divided before “{words}”").format(unit=mend.unit, words=words)
        case MergeUnits():
            return _("{unit} took in the unit after it").format(unit=mend.unit)


def _words(text: Text, unit: str) -> str:
    return _short(_plain(text, unit))


def _plain(text: Text, unit: str) -> str:
    return inline.plain(text.places[unit][1].source) if unit in text.places else ""


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
