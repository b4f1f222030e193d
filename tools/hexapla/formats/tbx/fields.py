"""The fields of a level (a concept, a section, a term) found among its elements, and written as elements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hexapla.formats.tbx.categories import FIELDS, LISTS, SOURCE, STATUS, VALUES
from hexapla.formats.tbx.elements import collapsed
from hexapla.formats.tbx.own import DEFAULTS, ONLY, Value, note_of, said
from hexapla.formats.tbx.places import OTHER, item, listed, plain, with_values, without_values
from hexapla.formats.tbx.steps import group_of, step_of
from hexapla.formats.tei.write import clean
from hexapla.model.glossary import Step
from hexapla.model.text import Element, element

OWN, LOG = "hexapla", "log"
"""The places of the note of ours, and of steps."""
NOTES = ("termNote", "termNoteGrp")
"""What TBX wants before everything else in the section of a term."""


@dataclass(frozen=True)
class Level:
    """The fields of a level, the rest, and for each element that was read its place: a field's name, or OTHER."""

    values: dict[str, Value]
    log: tuple[Step, ...]
    other: tuple[Element, ...]
    places: tuple[str, ...]


@dataclass
class Written:
    """A level's elements in the order in which they are written: fields by name, lists, what has no field."""

    first: list[tuple[str, Element]] = field(default_factory=list)
    """The fields of a term that are notes of its own kind."""
    notes: list[Element] = field(default_factory=list)
    """What begins ``other`` with such notes."""
    fields: list[tuple[str, Element]] = field(default_factory=list)
    listed: list[Element] = field(default_factory=list)
    other: list[Element] = field(default_factory=list)

    @property
    def elements(self) -> list[Element]:
        """All of them."""
        first, fields = ([one for _name, one in part] for part in (self.first, self.fields))
        return [*first, *self.notes, *fields, *self.listed, *self.other]


def take_out(tag: str, elements: Sequence[Element]) -> Level:
    """Find a level's fields among its elements; the first of each counts, what is left is ``other``.

    A field that the note of ours names is looked for nowhere else.
    """
    values: dict[str, Value] = {}
    lists: dict[str, list[str]] = {}
    log: list[Step] = []
    other: list[Element] = []
    places: list[str] = []
    own = next(((nth, given) for nth, one in enumerate(elements) if (given := said(tag, one))), None)
    if own:
        values |= own[1]
    for nth, one in enumerate(elements):
        step = step_of(one) if tag == "langSec" else None
        in_list = listed(tag, one)
        if own and nth == own[0]:
            places.append(OWN)
        elif step:
            places.append(LOG)
            log.append(step)
        elif in_list[0] and in_list[0] not in values:
            name, value, more = in_list
            lists.setdefault(name, []).append(value)
            places.append(OTHER if more else name)
            other.extend([one][: int(more)])
        elif found := plain(tag, one, values):
            places.append(next(iter(found)))
            values |= found
        else:
            places.append(OTHER)
            other.append(without_values(tag, one, values))
    # Of references, the plain ones come first: those with words of their own stand where they stand.
    for name, found_in_list in lists.items():
        worded = [
            value for where, value, more in (listed(tag, one) for one in other) if where == name and more
        ]
        values[name] = (*_minus(found_in_list, worded), *worded)
    return Level(values, tuple(log), tuple(other), tuple(places))


def put_in(
    tag: str,
    values: Mapping[str, Value],
    other: Sequence[Element],
    log: Iterable[Step] = (),
    *,
    strict: bool = False,
) -> Written:
    """Return a level's fields and the rest as elements, such that ``take_out`` finds them again.

    A field that would be misread in its own place stands in the note of ours. ``strict``: so do a part of speech and a
    gender that the dialect has no word for.
    """
    wanted = {name: _settled(name, values.get(name, default)) for name, default in DEFAULTS[tag].items()}
    apart = {name for name in ONLY & wanted.keys() if wanted[name] != DEFAULTS[tag][name]}
    if strict:
        apart |= {
            name for name in ("part_of_speech", "gender") if not _is_allowed(tag, name, wanted.get(name, ""))
        }
    while True:
        written = _written(tag, wanted, other, log, apart)
        found = take_out(tag, written.elements).values
        wrong = {
            name
            for name, value in wanted.items()
            if not _same(name, found.get(name, DEFAULTS[tag][name]), value)
        }
        if wrong <= apart:
            return written
        apart |= wrong


def _written(
    tag: str, wanted: Mapping[str, Value], other: Sequence[Element], log: Iterable[Step], apart: set[str]
) -> Written:
    """Write a level with the fields in ``apart`` in the note of ours."""
    made = Written()
    left = {
        name: str(wanted[name])
        for name in wanted
        if _is_text(tag, name) and wanted[name] and name not in apart
    }
    if "status" in left:
        left["status"] = STATUS.format(left["status"])
    lists = {name: list(_tuple(wanted[name])) for name in LISTS[tag] if name not in apart}
    seen: set[str] = set()
    for one in other:
        name, value, more = listed(tag, one)
        if name in lists and more:
            if value not in lists[name]:
                continue  # a reference that was taken away
            lists[name].remove(value)
        target = made.notes if one.tag in NOTES and not made.other else made.other
        target.append(with_values(tag, one, left, seen))
    source = left.pop("source", "")
    for name, (kind, category) in FIELDS[tag].items():
        if name in left:
            one = Element(kind, (("type", category),) if category else (), (left[name],))
            if name == "definition" and source:
                one, source = element("descripGrp", one, element(SOURCE[0], source, type=SOURCE[1])), ""
            (made.first if kind in NOTES else made.fields).append((name, one))
    if apart:
        made.fields.append((OWN, note_of({name: wanted[name] for name in apart})))
    for name, (kind, category) in LISTS[tag].items():
        made.listed += [item(kind, category, value) for value in lists.get(name, ())]
    made.listed += [group_of(step) for step in log]
    return made


def _settled(name: str, value: Value) -> Value:
    """Return a field's value as a file can hold it."""
    if isinstance(value, bool):
        return value
    if isinstance(value, tuple):
        found = (clean(one) if name in ONLY else collapsed(clean(one)) for one in value)
        return tuple(one for one in found if one.strip())
    return collapsed(clean(value))


def _is_allowed(tag: str, name: str, value: Value) -> bool:
    return not value or value in VALUES[FIELDS[tag][name][1]]


def _same(name: str, found: Value, wanted: Value) -> bool:
    """Whether a value came back; the order of references says nothing."""
    return sorted(_tuple(found)) == sorted(_tuple(wanted)) if name == "references" else found == wanted


def _tuple(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _is_text(tag: str, name: str) -> bool:
    return name in FIELDS[tag] or name == "source"


def _minus(values: Sequence[str], more: Sequence[str]) -> list[str]:
    """Return values without those that are in another list, one for one."""
    left = list(values)
    for one in more:
        left.remove(one)
    return left
