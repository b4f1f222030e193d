"""What was said beside texts, brought together: two remarks are one if they say the same, whoever said it and when."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from hexapla.model.catalog import Comment, Suggestion, Waiver

Remark = TypeVar("Remark", Waiver, Suggestion, Comment)


def united(ours: tuple[Remark, ...], theirs: Sequence[Remark]) -> tuple[Remark, ...]:
    """Return our remarks, and those of theirs that say something else."""
    known = {content(one) for one in ours}
    return ours + tuple(one for one in theirs if content(one) not in known)


def merged(
    base: Sequence[Remark], ours: tuple[Remark, ...], theirs: tuple[Remark, ...]
) -> tuple[Remark, ...]:
    """Return what both sides say; what one of them closed since the base is gone."""
    was, mine, other = ({content(one) for one in side} for side in (base, ours, theirs))
    closed = was - (mine & other)
    return tuple(one for one in united(ours, theirs) if content(one) not in closed)


def content(one: Waiver | Suggestion | Comment) -> Hashable:
    """Return what a remark says, without who and when."""
    match one:
        case Waiver():
            return one.finding, one.subject, one.units, one.hash
        case Suggestion():
            return one.text
        case Comment():
            return one.text, one.question, one.every_language
