"""One entry that both sides changed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from hexapla.formats.po import CatalogEntry, grammar
from hexapla.formats.po.grammar.write import MOST_OVER
from hexapla.merge.three import said
from hexapla.merge.three.keys import Side
from hexapla.model.catalog import State

T = TypeVar("T")


def name(one: CatalogEntry) -> str:
    """Return what a person knows an entry by."""
    return one.msgid if one.msgctxt is None else one.msgctxt


def same(one: Side, other: Side) -> bool:
    """Whether entries say the same, whatever their bytes."""
    return one == other


def both(was: CatalogEntry | None, mine: CatalogEntry, other: CatalogEntry) -> tuple[CatalogEntry, bool]:
    """Merge an entry that both sides have and changed; returns whether both changed its text, each in its own way.

    State, author and reason come with the text that stands. Of two states of one text the one that was moved holds,
    of two that were moved the humbler one.
    """
    lead, lost, conflict = _lead(was, mine, other)
    ours, theirs, before = grammar.read(mine), grammar.read(other), grammar.read(was) if was else None
    says, other_says = (ours, theirs) if lead is mine else (theirs, ours)
    old = was or mine
    msgid = _pick(old.msgid, mine.msgid, other.msgid)
    made = replace(
        lead,
        msgid=msgid,
        msgid_plural=_pick(old.msgid_plural, mine.msgid_plural, other.msgid_plural),
        extracted=_pick(old.extracted, mine.extracted, other.extracted),
        references=_pick(old.references, mine.references, other.references),
        sticky=_pick(old.sticky, mine.sticky, other.sticky),
        flags=_flags(lead, was, mine, other),
    )
    if msgid != lead.msgid and _texts(lead):  # a translation of another source
        flags = made.flags if made.fuzzy else ("fuzzy", *made.flags)
        made = replace(made, flags=flags, previous_msgid=lead.previous_msgid or lead.msgid)
        says = replace(says, state=State.NEEDS_WORK)
    says = replace(says, place=_pick(before.place if before else None, ours.place, theirs.place))
    says = said.with_remarks(says, before, ours, theirs)
    says = said.with_reason(says, other_says, before)
    over = grammar.lineage(lead)
    if conflict:
        says = said.with_offers(says, [text for text in _texts(other) if text not in _texts(made)], theirs)
        over = (said.address(lost), *over, *grammar.lineage(lost))
    if made.msgid != lead.msgid:
        over = (said.address(lead), *over)
    people = said.people(was, mine, other)
    if conflict or made != lead or says != grammar.read(lead) or people != said.people(None, lead, lead):
        edited = not conflict and made.msgid == lead.msgid and grammar.base(lead) != said.address(lead)
        base = grammar.base(lead) if edited else None
        over = tuple(one for one in dict.fromkeys(over) if one not in (base, said.address(made)))[:MOST_OVER]
        known = said.has_first_line(lead) or (conflict and said.has_first_line(lost))
        closed = (*grammar.closed(mine), *grammar.closed(other))
        made = said.rewritten(made, says, people, over, known_here=known, base=base, closed=closed)
    return made, conflict


def beside(
    was: CatalogEntry | None, mine: CatalogEntry, other: CatalogEntry, known: Sequence[str]
) -> tuple[CatalogEntry, bool]:
    """Keep what an entry of theirs says, which ours groups otherwise, beside one of ours; tells if its text lost."""
    ours, theirs = grammar.read(mine), grammar.read(other)
    lost = [text for text in _texts(other) if text not in known and (not was or text not in _texts(was))]
    says = said.with_remarks(ours, grammar.read(was) if was else None, ours, theirs)
    says = said.with_reason(said.with_offers(says, lost, theirs), theirs, grammar.read(was) if was else None)
    people = said.people(was, mine, other)
    if not lost and says == ours and people == said.people(None, mine, mine):
        return mine, False
    over = (
        *((said.address(other),) if other.msgstr else ()),
        *grammar.lineage(mine),
        *grammar.lineage(other),
    )
    over = tuple(one for one in dict.fromkeys(over) if one != said.address(mine))[:MOST_OVER]
    known_here = said.has_first_line(mine) or said.has_first_line(other)
    closed = (*grammar.closed(mine), *grammar.closed(other))
    return said.rewritten(mine, says, people, over, known_here=known_here, closed=closed), bool(lost)


def _lead(
    was: CatalogEntry | None, mine: CatalogEntry, other: CatalogEntry
) -> tuple[CatalogEntry, CatalogEntry, bool]:
    """Return the entry whose text and state stand, the other one, and whether both changed the text."""
    ours, theirs, before = _content(mine), _content(other), _content(was) if was else None
    if ours == theirs:
        return (*_by_state(was, mine, other), False)
    if theirs == before or (before is None and not _texts(other)):
        return mine, other, False
    if ours == before or (before is None and not _texts(mine)):
        return other, mine, False
    return mine, other, True


def _by_state(
    was: CatalogEntry | None, mine: CatalogEntry, other: CatalogEntry
) -> tuple[CatalogEntry, CatalogEntry]:
    ours, theirs = grammar.read(mine), grammar.read(other)
    before = grammar.read(was).state if was else None
    moved = ours.state != before and theirs.state != before
    theirs_holds = theirs.state.rank < ours.state.rank if moved else ours.state == before
    return (other, mine) if theirs_holds and theirs.state != ours.state else (mine, other)


def _content(one: CatalogEntry) -> tuple[object, ...]:
    return one.msgstr, one.msgstr_plural


def _texts(one: CatalogEntry) -> tuple[str, ...]:
    return tuple(text for text in (one.msgstr, *one.msgstr_plural) if text)


def _pick(was: T, mine: T, other: T) -> T:
    return other if mine == was else mine


def _flags(
    lead: CatalogEntry, was: CatalogEntry | None, mine: CatalogEntry, other: CatalogEntry
) -> tuple[str, ...]:
    """Return the flags of both sides, and ``fuzzy`` where the text that stands has it."""
    before, ours, theirs = (
        tuple(flag for flag in one.flags if flag != "fuzzy") if one else () for one in (was, mine, other)
    )
    kept = [flag for flag in ours if flag not in before or flag in theirs]
    foreign = (*kept, *(flag for flag in theirs if flag not in before and flag not in kept))
    return ("fuzzy", *foreign) if lead.fuzzy else foreign
