"""Translations follow the words of their units: divided, joined, with their states, remarks and places."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from hexapla.mend.divide import divide
from hexapla.model import languages
from hexapla.model.catalog import Comment, Entry, Place, State, Suggestion, Waiver, remark_hash
from hexapla.model.mend import Carried

_Remark = TypeVar("_Remark", Waiver, Suggestion, Comment)


def carry(
    lang: str, entries: Iterable[Entry], carried: Sequence[Carried], *, between: str = " "
) -> tuple[Entry, ...]:
    """Return the entries of a language that hold words which went from units to others, as they are then.

    ``between`` stands between two units of the source. A translation of one unit that was divided is divided too, and
    needs work; translations of units that were merged are joined, and have the lower of their states. A join that
    holds more stays one text. Nothing that somebody wrote is left out.
    """
    now = list(entries)
    touched: list[Entry] = []
    for one in carried:
        holders = [entry for entry in now if set(entry.units) & set(one.before)]
        if holders:
            made = _carried(lang, holders, one, between)
            kept = [entry for entry in touched if all(entry is not holder for holder in holders)]
            now = [*(entry for entry in now if all(entry is not holder for holder in holders)), *made]
            touched = [*kept, *made]
    return tuple(touched)


def _carried(lang: str, holders: list[Entry], one: Carried, between: str) -> list[Entry]:
    units = _units(holders, one)
    whole = united(lang, holders, one, between)
    whole = replace(whole, units=units, waivers=_renamed(whole.waivers, one))
    joined = len(holders) == 1 and len(holders[0].units) > 1
    if len(one.after) == 1 or joined or units != one.after:
        return [whole]
    return _divided(lang, whole, one)


def _units(holders: Sequence[Entry], one: Carried) -> tuple[str, ...]:
    """Return all units that entries hold, those that went replaced by those that came."""
    units: list[str] = []
    for unit in dict.fromkeys(unit for holder in holders for unit in holder.units):
        if unit not in one.before:
            units.append(unit)
        elif one.after[0] not in units:
            units.extend(one.after)
    return tuple(units)


def united(lang: str, holders: Sequence[Entry], one: Carried, between: str = " ") -> Entry:
    """Return entries as one; the reason for an omission that is none any more becomes a comment."""
    if len(holders) == 1:
        return holders[0]
    omitted = [holder for holder in holders if holder.state is State.OMITTED]
    others = [holder for holder in holders if holder.state is not State.OMITTED]
    texts = [holder.msgstr for holder in holders if holder.msgstr]
    author = next((holder for holder in holders if holder.msgstr), holders[0])
    reasons = tuple(Comment(holder.reason, holder.by, holder.at) for holder in omitted if others)
    return replace(
        author,
        place=holders[0].place,
        msgid=between.join(holder.msgid for holder in holders),
        msgstr=(" " if languages.language(lang).spaced else "").join(texts),
        state=_lower(others, bool(texts)),
        reason="" if others else "; ".join(dict.fromkeys(holder.reason for holder in omitted)),
        previous=_previous(holders, between),
        waivers=_once(waiver for holder in holders for waiver in _renamed(holder.waivers, one)),
        suggestions=_once(offered for holder in holders for offered in holder.suggestions),
        comments=_once((*(said for holder in holders for said in holder.comments), *reasons)),
    )


def _lower(others: Sequence[Entry], has_text: bool) -> State:
    """Return the lowest of the states; a text of which a part is missing needs work."""
    if not others:
        return State.OMITTED
    state = min((other.state for other in others), key=lambda state: state.rank)
    return State.NEEDS_WORK if has_text and state is State.UNTRANSLATED else state


def _previous(holders: Sequence[Entry], between: str) -> str | None:
    """Return the source that the texts were made for, where it was another one for any of them."""
    if not any(holder.previous for holder in holders):
        return None
    return between.join(holder.previous or holder.msgid for holder in holders)


def _divided(lang: str, whole: Entry, one: Carried) -> list[Entry]:
    """Return a translation in parts, which need work; remarks stay with the first."""
    made: list[Entry] = []
    rest = whole.msgstr
    for nth, unit in enumerate(one.after):
        text, rest = rest, ""
        if text and nth + 1 < len(one.after):
            text, rest = divide(text, lang, (one.parts[nth], _rest(one.parts[nth + 1 :])))
        part = replace(whole, units=(unit,), msgstr=text)
        if nth:
            part = replace(
                part, waivers=(), suggestions=(), comments=(), place=_behind(whole, one.after[nth - 1])
            )
        if whole.state is not State.OMITTED:
            part = replace(
                part,
                state=State.NEEDS_WORK if text else State.UNTRANSLATED,
                previous=(whole.previous or whole.msgid) if text else None,
            )
        made.append(part)
    return made


def _rest(parts: Sequence[str]) -> str:
    return " ".join(parts)


def _behind(whole: Entry, unit: str) -> Place | None:
    """Return the place of a part that follows another: right behind it, where that was moved."""
    return Place(after=unit) if whole.place and whole.place.after is not None else None


def _renamed(waivers: Iterable[Waiver], one: Carried) -> tuple[Waiver, ...]:
    """Return waivers that name the units that came instead of those that went."""
    gone = set(one.before) - set(one.after)
    return tuple(
        replace(waiver, units=tuple(dict.fromkeys(one.after[0] if u in gone else u for u in waiver.units)))
        for waiver in waivers
    )


def _once(remarks: Iterable[_Remark]) -> tuple[_Remark, ...]:
    """Return remarks, of several that say the same the first."""
    return tuple({remark_hash(one): one for one in reversed(list(remarks))}.values())[::-1]
