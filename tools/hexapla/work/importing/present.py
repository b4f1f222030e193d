"""The text of an import as it stands now: what was read, and what the steps since have made of it."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import Generic, TypeAlias, TypeVar

from hexapla import mend
from hexapla.formats import tei
from hexapla.model.errors import Conflict, NotFound
from hexapla.model.importing import Import, ImportState, Read
from hexapla.model.messages import _, shown
from hexapla.model.report import Report
from hexapla.model.text import Text
from hexapla.work import people
from hexapla.work.edition import Edition
from hexapla.work.importing import lines, reports, shape, steps
from hexapla.work.importing.steps import Step

T = TypeVar("T")


class _Lately(Generic[T]):
    """The last few things that were asked for; what is lost is made again."""

    def __init__(self, most: int) -> None:
        self._held: OrderedDict[Hashable, T] = OrderedDict()
        self._most, self._lock = most, Lock()

    def get(self, key: Hashable) -> T | None:
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: Hashable, value: T) -> None:
        with self._lock:
            self._held[key] = value
            self._held.move_to_end(key)
            while len(self._held) > self._most:
                self._held.popitem(last=False)


@dataclass(frozen=True)
class Present:
    """An import at one version: its row, the text as it was read and as it is now, and what was decided and done."""

    edition: str
    row: Import
    base: Text
    lines: dict[str, tuple[int, ...]]
    """The lines of the file that each unit was made of, as it was read."""
    first: int
    text: Text
    next: int
    report: Report
    steps: tuple[Step, ...]
    earlier: shape.Shape | None = field(default=None, repr=False)
    """How the text was shown before the last act."""

    @cached_property
    def shape(self) -> shape.Shape:
        """The blocks with their lines and decisions."""
        taken = frozenset(step.decision for step in self.steps if step.decision is not None)
        return shape.shape(self.base, self.text, self.report, self.lines, taken, self.earlier)

    def key(self, some: tuple[Step, ...]) -> Hashable:
        """What tells the text after some steps from every other one."""
        return self.edition, self.row.id, self.row.at, some


_presents: _Lately[Present] = _Lately(6)
_texts: _Lately[tuple[Text, int]] = _Lately(24)
"""Texts by what was done to come to them: an undo goes back to one that was shown a moment ago."""
_Reading: TypeAlias = tuple[Text, Report, dict[str, tuple[int, ...]]]
_readings: _Lately[_Reading] = _Lately(4)


def present(edition: Edition, number: int) -> Present:
    """Return an import that is open; raises NotFound, and Conflict where it is over or still being read."""
    row = edition.desk.incoming.get(number)
    if row.state is not ImportState.OPEN:
        raise ended(edition, row)
    key = (edition.settings.id, row.id, row.version, row.changed)
    made = _presents.get(key)
    if made is None:
        made = _load(edition, number)
        remember(made)
    return made


def remember(made: Present) -> None:
    """Keep an import at hand: the next page and the next act are about the same one."""
    keep(made, made.steps, made.text, made.next)
    _presents.put((made.edition, made.row.id, made.row.version, made.row.changed), made)


def seen(edition: Edition, number: int, version: int) -> Present:
    """Return an import if it is still at the version that somebody saw; raises Conflict where it is not."""
    made = present(edition, number)
    if made.row.version != version:
        raise stale(edition, made.row)
    return made


def stale(edition: Edition, row: Import) -> Conflict:
    """Return the error for whoever saw an older version."""
    name = people.names_of(edition).get(row.by, row.by)
    return Conflict(
        _("{name} has changed this import meanwhile; look at it as it is now, and do it again.").format(
            name=shown(name)
        )
    )


def ended(edition: Edition, row: Import) -> Conflict | NotFound:
    """Return the error for an import that is not open."""
    name = shown(people.names_of(edition).get(row.by, row.by))
    if row.state is ImportState.STORED:
        return Conflict(_("{name} has stored this text as “{slug}”.").format(name=name, slug=row.slug))
    if row.state is ImportState.READING:
        return Conflict(_("{file} is still being read.").format(file=shown(row.name)))
    if row.state is ImportState.REFUSED:
        return Conflict(row.error)
    return NotFound(_("{name} has dropped this import; bring the file again.").format(name=name))


def earlier(made: Present, some: tuple[Step, ...]) -> tuple[Text, int]:
    """Return the text and the next number after some first steps of an import."""
    held = _texts.get(made.key(some))
    if held is not None:
        return held
    text, following = made.base, made.first
    for step in some:
        text, following = after(text, following, step)
    keep(made, some, text, following)
    return text, following


def after(text: Text, following: int, step: Step) -> tuple[Text, int]:
    """Return a text and the next number after one more step; raises HexaplaError for what cannot be done."""
    for one in step.mends:
        done = mend.apply(text, one, next=following)
        text, following = done.text, done.next
    return text, following


def keep(made: Present, some: tuple[Step, ...], text: Text, following: int) -> None:
    """Remember the text that steps led to."""
    _texts.put(made.key(some), (text, following))


def _load(edition: Edition, number: int) -> Present:
    row, read = edition.desk.incoming.read(number)
    if row.state is not ImportState.OPEN:
        raise ended(edition, row)
    base, report, of_base = _reading(edition, row, read)
    done = steps.read(read.steps)
    text = tei.parse(read.tei, file=row.name) if done else base
    return Present(edition.settings.id, row, base, of_base, read.first, text, read.next, report, done)


def _reading(edition: Edition, row: Import, read: Read) -> _Reading:
    key = (edition.settings.id, row.id, row.at)
    made = _readings.get(key)
    if made is None:
        base, report = tei.parse(read.reading, file=row.name), reports.read(read.report)
        made = base, report, lines.of_units(base, report.raw, report.places)
        _readings.put(key, made)
    return made
