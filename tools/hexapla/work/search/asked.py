"""The language of searches: ``state:translated by:anna "the empty mill" -wheel /\\d{4}/``.

A plain word is the beginning of a word, in source or target, whatever its case and accents; quotation marks make words
a phrase; ``source:`` and ``target:`` say where; a minus takes away; ``/…/`` is a pattern (RE2). All parts must be true.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from hexapla.desk.words import folded
from hexapla.model.catalog import State
from hexapla.model.errors import HexaplaError
from hexapla.model.messages import _, shown
from hexapla.model.search import Has, Query, Side, Words

_PART = re.compile(
    r"\s*(?P<minus>-?)(?:(?P<name>[a-z]+):)?"
    r"(?:/(?P<pattern>(?:[^/\\]|\\.)+)/|\"(?P<phrase>[^\"]*)\"|[“„](?P<quoted>[^“”]*)[”“]|(?P<word>[^\s\"]+))"
)
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True)
class Pattern:
    """A regular expression, and where it is looked for."""

    text: str
    side: Side
    absent: bool


@dataclass(frozen=True)
class Asked:
    """What was asked: the part that the desk answers, and patterns, which are tried text by text.

    ``slugs``, ``person`` and ``concepts`` are names that only the edition can resolve.
    """

    query: Query = field(default_factory=Query)
    patterns: tuple[Pattern, ...] = ()
    slugs: frozenset[str] = frozenset()
    concepts: tuple[str, ...] = ()


def asked(line: str) -> Asked:
    """Read a line of the language; raises HexaplaError for a filter or a value that there is none of."""
    found, place = Asked(), 0
    line = line.rstrip()
    while place < len(line):
        part = _PART.match(line, place)
        if part is None:
            raise HexaplaError(
                _("“{rest}” is not closed; add the quotation mark.").format(
                    rest=shown(line[place:].strip(), 40)
                )
            )
        found, place = _with(found, part.groupdict()), part.end()
    return found


def _with(found: Asked, part: Mapping[str, str | None]) -> Asked:
    name, minus = part["name"] or "", bool(part["minus"])
    if part["pattern"] is not None and name in _SIDES:
        return replace(found, patterns=(*found.patterns, Pattern(part["pattern"], _SIDES[name], minus)))
    value = part["phrase"] or part["quoted"] or part["word"] or ""
    is_phrase = part["word"] is None
    if name in _SIDES:
        return _words(found, value, _SIDES[name], begins=not is_phrase, absent=minus)
    if name not in FILTERS:
        raise HexaplaError(
            _(
                "There is no filter “{name}:”; there are {all}. Put quotation marks around a text with a colon."
            ).format(name=shown(name), all=", ".join(f"{one}:" for one in FILTERS))
        )
    if minus:
        raise HexaplaError(_("A minus goes before words, not before “{name}:”.").format(name=name))
    return FILTERS[name](found, value)


_SIDES = {"": Side.ANY, "source": Side.SOURCE, "target": Side.TARGET}


def _words(found: Asked, value: str, side: Side, *, begins: bool, absent: bool) -> Asked:
    pieces = tuple(folded(value))
    if not pieces:
        raise HexaplaError(_("“{value}” holds no letter or digit to look for.").format(value=shown(value)))
    words = Words(pieces, side, begins, absent)
    return replace(found, query=replace(found.query, words=(*found.query.words, words)))


def _choice(value: str, all_: type[State] | type[Has]) -> list[str]:
    chosen = value.split(",")
    for one in chosen:
        if one not in set(all_):
            raise HexaplaError(_("“{value}” is none of {all}.").format(value=shown(one), all=", ".join(all_)))
    return chosen


def _state(found: Asked, value: str) -> Asked:
    states = frozenset(State(one) for one in _choice(value, State))
    return replace(found, query=replace(found.query, states=found.query.states | states))


def _has(found: Asked, value: str) -> Asked:
    has = frozenset(Has(one) for one in _choice(value, Has))
    return replace(found, query=replace(found.query, has=found.query.has | has))


def _lang(found: Asked, value: str) -> Asked:
    from hexapla.model.languages import canonical

    langs = frozenset(canonical(one) for one in value.split(","))
    return replace(found, query=replace(found.query, langs=found.query.langs | langs))


def _text(found: Asked, value: str) -> Asked:
    return replace(found, slugs=found.slugs | frozenset(value.split(",")))


def _by(found: Asked, value: str) -> Asked:
    return replace(found, query=replace(found.query, by=value))


def _assigned(found: Asked, value: str) -> Asked:
    return replace(found, query=replace(found.query, assigned=value))


def _finding(found: Asked, value: str) -> Asked:
    return replace(
        found, query=replace(found.query, findings=found.query.findings | frozenset(value.split(",")))
    )


def _changed(found: Asked, value: str) -> Asked:
    """``2026-11``, ``2026-11-01..2026-11-20``, ``2026-11-01..``: days in UTC, the last one included."""
    first, dots, last = value.partition("..")
    last = last if dots else first
    for one in (first, last):
        if one and not _is_date(one):
            raise HexaplaError(_("“{value}” is no date; write 2026-12-01.").format(value=shown(value)))
    # "~" sorts after every digit, so that a day, a month or a year is over only after its last second.
    return replace(found, query=replace(found.query, since=first, until=last + "~" if last else ""))


def _is_date(said: str) -> bool:
    """Whether a text is a day, a month or a year that there is."""
    try:
        date.fromisoformat(said + "2026-01-01"[len(said) :])
    except ValueError:
        return False
    return bool(_DATE.fullmatch(said))


def _term(found: Asked, value: str) -> Asked:
    return replace(found, concepts=(*found.concepts, value))


FILTERS: dict[str, Callable[[Asked, str], Asked]] = {
    "state": _state,
    "has": _has,
    "finding": _finding,
    "term": _term,
    "by": _by,
    "changed": _changed,
    "assigned": _assigned,
    "text": _text,
    "lang": _lang,
}
"""The filters by name, as completion offers them; ``source:`` and ``target:`` go before words."""
