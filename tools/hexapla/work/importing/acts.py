"""Mending a text on its way in; each act says which version of it was seen, and can be taken back."""

from dataclasses import replace

from hexapla.formats import tei
from hexapla.formats.tei import runs
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.grid import Runs
from hexapla.model.importing import Changed, ImportState
from hexapla.model.mend import ChangeKind, Correct, DetachNote, Mend, SplitBlock, SplitUnit
from hexapla.model.messages import _, shown
from hexapla.model.person import Person, Right
from hexapla.model.text import Text
from hexapla.work import people
from hexapla.work.edition import Edition
from hexapla.work.importing import backwards, present, steps, view
from hexapla.work.importing.present import Present
from hexapla.work.importing.shape import Beside, Shape
from hexapla.work.importing.steps import Step
from hexapla.work.rights import allow


def act(edition: Edition, person: Person, number: int, version: int, *mends: Mend) -> Changed:
    """Mend the text of an import; raises Conflict where it is not at this version, HexaplaError as the mends."""
    allow(person, Right.MANAGE)
    return _done(edition, person, present.seen(edition, number, version), Step(mends))


def kind(
    edition: Edition, person: Person, number: int, version: int, block: str, wanted: str, level: int = 0
) -> Changed:
    """Make a block one of another kind; a note that is to be a paragraph is detached. Raises as ``act``."""
    allow(person, Right.MANAGE)
    made = present.seen(edition, number, version)
    nth = made.shape.order.get(block)
    is_note = nth is not None and bool(made.shape.blocks[nth].block.note)
    mend: Mend = ChangeKind(block, wanted, level)
    if is_note and wanted == "p":
        mend = DetachNote(block)
    return _done(edition, person, made, Step((mend,)))


def split(edition: Edition, person: Person, number: int, version: int, unit: str, offset: int = 0) -> Changed:
    """Begin a paragraph with a unit, or within it at a place of its plain text; raises as ``act``."""
    allow(person, Right.MANAGE)
    made = present.seen(edition, number, version)
    if not offset:
        return _done(edition, person, made, Step((SplitBlock(unit),)), unit)
    first = SplitUnit(unit, offset)
    divided, _following = present.after(made.text, made.next, Step((first,)))
    fresh = _behind(divided, unit)
    return _done(edition, person, made, Step((first, SplitBlock(fresh))), fresh)


def _behind(text: Text, unit: str) -> str:
    """Return the unit behind another one in its block."""
    nth, _unit = text.places[unit]
    units = [one.id for one in text.blocks[nth].units]
    return units[units.index(unit) + 1]


def correct(edition: Edition, person: Person, number: int, version: int, unit: str, said: Runs) -> Changed:
    """Put other words, in runs, in a unit; raises as ``act``, and BadFile for runs that are none."""
    return act(edition, person, number, version, Correct(unit, runs.from_runs(said)))


def reverse(edition: Edition, person: Person, number: int, version: int, decision: int) -> Changed:
    """Take back a decision of the reader; raises HexaplaError for one that cannot be taken back by itself."""
    allow(person, Right.MANAGE)
    made = present.seen(edition, number, version)
    if not 0 <= decision < len(made.shape.decisions):
        raise NotFound(_("There is no decision {n} in this import.").format(n=decision))
    found = made.shape.decisions[decision]
    if found.back:
        raise HexaplaError(_("This decision is taken back already; “undo” brings it again."))
    return _done(edition, person, made, Step(backwards.mends(made, found), decision), found.unit)


def undo(edition: Edition, person: Person, number: int, version: int) -> Changed:
    """Take back the last act; raises HexaplaError where there is none."""
    allow(person, Right.MANAGE)
    made = present.seen(edition, number, version)
    if not made.steps:
        raise HexaplaError(_("Nothing has been done here yet; there is nothing to undo."))
    some = made.steps[:-1]
    text, following = present.earlier(made, some)
    return _kept(edition, person, made, some, text, following, "")


def drop(edition: Edition, person: Person, number: int, version: int) -> None:
    """End an import without storing anything; raises Conflict if it has changed meanwhile, or is over."""
    allow(person, Right.MANAGE)
    row = edition.desk.incoming.get(number)
    if not edition.desk.incoming.end(person, number, version, ImportState.DROPPED, row.slug):
        now = edition.desk.incoming.get(number)
        raise present.ended(edition, now) if now.state.over else present.stale(edition, now)


def _done(edition: Edition, person: Person, made: Present, step: Step, unit: str = "") -> Changed:
    if made.row.target:
        raise HexaplaError(
            _("{file} brings translations by unit; store it as it is, and mend it in the editor.").format(
                file=shown(made.row.name)
            )
        )
    text, following = present.after(made.text, made.next, step)
    if text == made.text:
        raise HexaplaError(_("This changes nothing."))
    return _kept(edition, person, made, (*made.steps, step), text, following, unit)


def _kept(
    edition: Edition,
    person: Person,
    made: Present,
    some: tuple[Step, ...],
    text: Text,
    following: int,
    unit: str,
) -> Changed:
    """Keep a text in the desk, and return what is other than before."""
    number = made.row.id
    kept = edition.desk.incoming.change(
        person, number, made.row.version, tei=tei.serialize(text), next=following, steps=steps.write(some)
    )
    if not kept:
        raise present.stale(edition, edition.desk.incoming.get(number))
    row = edition.desk.incoming.get(number)
    now = replace(made, row=row, text=text, next=following, steps=some, earlier=made.shape)
    present.remember(now)
    return _changed(edition, made.shape, now, unit)


def _changed(edition: Edition, before: Shape, now: Present, unit: str) -> Changed:
    """Compare two shapes: blocks alike at both ends stay, what lies between is fresh."""
    old, new = before.blocks, now.shape.blocks
    most = min(len(old), len(new))
    head = next((nth for nth in range(most) if not _alike(old[nth], new[nth])), most)
    tail = next((nth for nth in range(most - head) if not _alike(old[-1 - nth], new[-1 - nth])), most - head)
    decisions = zip(before.decisions, now.shape.decisions, strict=True)
    return Changed(
        row=now.row,
        by=people.names_of(edition).get(now.row.by, now.row.by),
        steps=len(now.steps),
        units=len(now.text.units),
        blocks=len(new),
        notes=now.text.notes,
        at=head,
        gone=len(old) - head - tail,
        fresh=view.blocks(now.shape, range(head, len(new) - tail)),
        decisions=tuple(view.brief(later) for earlier, later in decisions if earlier != later),
        unit=unit,
    )


def _alike(one: Beside, other: Beside) -> bool:
    """Whether two blocks are shown alike; the titles above them are not shown."""
    return _shown(one) == _shown(other)


def _shown(beside: Beside) -> tuple[object, ...]:
    block = replace(beside.block, heads=(), group="")
    return block, beside.kind, beside.group, beside.lines, beside.decisions
