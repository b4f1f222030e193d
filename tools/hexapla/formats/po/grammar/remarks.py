"""The ``# hexapla:`` lines of an entry: what gettext has no field for, one JSON object a line.

The first line is the entry's ``Meta``: ``{"at", "base", "by", "state"}``, with ``reason``, ``place`` and
``over`` where there are any; every further line holds one ``waiver``, ``suggestion`` or ``comment``,
or the hashes of those that were ``closed``. A line that is
not exactly so is a person's comment: never an error, never ours.
"""

import re
from collections.abc import Callable
from typing import TypeAlias

from hexapla.formats.po.grammar import line as json
from hexapla.model.catalog import Closed, Comment, Meta, Place, State, Suggestion, Waiver

Remark: TypeAlias = Meta | Waiver | Suggestion | Comment | Closed

PREFIX = "# hexapla: "
_ORDINARY = re.compile(
    rf'{{"at": "({json.TIME.pattern})", "base": "({json.HASH.pattern})", '
    rf'"by": "([\w.@+]*+(?:-[\w.@+]++)*+)", '
    rf'(?:"over": \[("{json.HASH.pattern}"(?:, "{json.HASH.pattern}")*+)\], )?+"state": "({"|".join(State)})"}}'
)
"""A first line with nothing in it that JSON, or a wrapping of comments, would ask to be escaped."""
_META = frozenset({"at", "base", "by", "over", "place", "reason", "state"})
_PLACE = frozenset({"after", "of", "paragraph"})
_WAIVER = frozenset({"at", "by", "finding", "hash", "reason", "subject", "units"})
_SUGGESTION = frozenset({"at", "by", "origin", "text"})
_COMMENT = frozenset({"at", "by", "every_language", "question", "text"})


def parse(text: str, context: str) -> Remark | None:
    """Read the object of a line, in the entry with this msgctxt; None if it is not exactly one of ours.

    A ``place`` says which entry it is ``of``, and counts for no other; unlike the state it survives a change
    of the text. The first line of an entry that is neither omitted nor placed needs no reader of JSON.
    """
    if match := _ORDINARY.fullmatch(text):
        over = tuple(match[4][1:-1].split('", "')) if match[4] else ()
        return Meta(base=match[2], state=State(match[5]), by=match[3], at=match[1], over=over)
    try:
        values = json.load(text)
        if len(values) == 1 and (read := _REMARKS.get(next(iter(values)))):
            return read(next(iter(values.values())))
        return _meta(json.members(values, only=_META), context)
    except ValueError:
        return None


def write(remark: Remark, context: str) -> str:
    """Write a remark as a comment line; empty members are left out."""
    match remark:
        case Meta(reason="", place=None) if _ORDINARY.fullmatch(line := _ordinary(remark)):
            return PREFIX + line
        case Meta():
            values: dict[str, object] = {
                "at": remark.at,
                "base": remark.base,
                "by": remark.by,
                "state": remark.state,
            }
            return PREFIX + json.dump(
                values
                | _filled(
                    reason=remark.reason,
                    place=_place_values(remark.place, context),
                    over=list(remark.over),
                )
            )
        case Closed():
            return PREFIX + json.dump({"closed": list(remark.hashes)})
        case Waiver():
            name, units = "waiver", list(remark.units)
            inner = _filled(finding=remark.finding, hash=remark.hash, subject=remark.subject, units=units)
            inner |= _filled(reason=remark.reason)
        case Suggestion():
            name, inner = "suggestion", _filled(text=remark.text, origin=remark.origin)
        case Comment():
            name, inner = "comment", _filled(text=remark.text, question=remark.question)
            inner |= _filled(every_language=remark.every_language)
    return PREFIX + json.dump({name: inner | _filled(by=remark.by, at=remark.at)})


def _ordinary(meta: Meta) -> str:
    """Return what a first line says, if nothing in it has to be escaped."""
    over = '"over": ["' + '", "'.join(meta.over) + '"], ' if meta.over else ""
    return f'{{"at": "{meta.at}", "base": "{meta.base}", "by": "{meta.by}", {over}"state": "{meta.state}"}}'


def _filled(**values: object) -> dict[str, object]:
    return {name: value for name, value in values.items() if value}


def _meta(values: dict[str, object], context: str) -> Meta:
    return Meta(
        base=json.address(values, "base"),
        state=State(json.words(values, "state")),
        by=json.words(values, "by"),
        at=json.time(values),
        reason=json.words(values, "reason"),
        place=_place(values["place"], context) if "place" in values else None,
        over=_over(values.get("over", [])),
    )


def _over(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(value)
    return tuple(json.address({"over": one}, "over") for one in value)


def _place(value: object, context: str) -> Place | None:
    values = json.members(value, only=_PLACE)
    after = json.words(values, "after") if "after" in values else None
    place = Place(after=after, paragraph=json.flag(values, "paragraph"))
    return place if json.words(values, "of") == context else None


def _place_values(place: Place | None, context: str) -> dict[str, object] | None:
    if place is None:
        return None
    values = {"after": place.after, "of": context, "paragraph": place.paragraph}
    return {name: value for name, value in values.items() if value is not None}


def _waiver(value: object) -> Waiver:
    values = json.members(value, only=_WAIVER)
    units = values.get("units", [])
    if not isinstance(units, list):
        raise ValueError(units)
    return Waiver(
        finding=json.words(values, "finding", least=1),
        subject=json.words(values, "subject"),
        units=tuple(json.words({"unit": unit}, "unit", least=1) for unit in units),
        hash=json.words(values, "hash"),
        reason=json.words(values, "reason"),
        by=json.words(values, "by"),
        at=json.time(values),
    )


def _suggestion(value: object) -> Suggestion:
    values = json.members(value, only=_SUGGESTION)
    text, origin = json.words(values, "text", least=1), json.words(values, "origin")
    return Suggestion(text, by=json.words(values, "by"), at=json.time(values), origin=origin)


def _comment(value: object) -> Comment:
    values = json.members(value, only=_COMMENT)
    return Comment(
        json.words(values, "text", least=1),
        by=json.words(values, "by"),
        at=json.time(values),
        question=json.words(values, "question"),
        every_language=bool(json.flag(values, "every_language")),
    )


def _closed(value: object) -> Closed:
    return Closed(_over(value))


_REMARKS: dict[str, Callable[[object], Remark]] = {
    "waiver": _waiver,
    "suggestion": _suggestion,
    "comment": _comment,
    "closed": _closed,
}
