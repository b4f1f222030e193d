"""Taking a reader's decision back: the mends that make the text say what the file said."""

import re

from hexapla.formats.tei import inline, runs
from hexapla.model.errors import HexaplaError
from hexapla.model.importing import ReadDecision
from hexapla.model.mend import ChangeKind, Correct, DetachNote, Mend, SplitBlock, SplitUnit
from hexapla.model.messages import _
from hexapla.model.text import Block
from hexapla.work.importing import present
from hexapla.work.importing.placing import STRUCTURE
from hexapla.work.importing.present import Present
from hexapla.work.importing.steps import Step

_HYPHENS = "-‐\u00ad¬"
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")


def mends(made: Present, decision: ReadDecision) -> tuple[Mend, ...]:
    """Return what takes a decision back; raises HexaplaError where the text has no place for it any more."""
    if not decision.reversible:
        raise HexaplaError(_("This decision is about the whole file; it cannot be taken back by itself."))
    if decision.kind in STRUCTURE:
        return _to_paragraph(made, decision)
    if not decision.after.strip():
        return (_put_back(made, decision),)
    if not decision.unit:
        return _part_units(made, decision)
    if decision.kind == "hyphen" or _letters(decision.before) != _letters(decision.after):
        return (_correct(made, decision),)
    return _part_within(made, decision)


def _to_paragraph(made: Present, decision: ReadDecision) -> tuple[Mend, ...]:
    """A block that was taken for something else is a paragraph, and has again what was taken for markup."""
    beside = made.shape.blocks[made.shape.order[decision.block]]
    if decision.kind == "note":
        return _detached(made, decision)
    if beside.kind == "p":
        raise HexaplaError(_("This is a paragraph already."))
    first = ChangeKind(decision.block, "p")
    return first, *_marked(made, first, beside.block.units[0].id, decision)


def _detached(made: Present, decision: ReadDecision) -> tuple[Mend, ...]:
    """A note is a paragraph again, its mark stands at both places; of a note's own mark that went, only that comes."""
    shape, here = made.shape, made.text.blocks[made.shape.order[decision.block]]
    if here.note:
        return (Correct(here.units[0].id, _behind(_joined(decision.before), here.units[0].source)),)
    same = [one.nth for one in shape.decisions if (one.kind, one.block) == ("note", decision.block)]
    anchors = [
        (unit, str(run["note"])) for unit in here.units for run in runs.to_runs(unit.source) if "note" in run
    ]
    at = same.index(decision.nth)
    if at >= len(anchors):
        raise HexaplaError(_("The text has changed here; this decision cannot be taken back any more."))
    unit, name = anchors[at]
    body = next(block for block in made.text.blocks if block.note == name)
    mark = _joined(decision.before)
    anchored = [{"text": mark} if run.get("note") == name else run for run in runs.to_runs(unit.source)]
    first = DetachNote(body.id)
    mends = [first, *_marked(made, first, body.units[0].id, decision)]
    return (*mends, Correct(unit.id, runs.from_runs(anchored))) if mark else tuple(mends)


def _marked(made: Present, first: Mend, unit: str, decision: ReadDecision) -> tuple[Mend, ...]:
    """Put what was taken for markup before the words of a unit, as they are after a first mend."""
    mark = _joined(decision.before)
    if not mark or _letters(decision.before) == _letters(decision.after):
        return ()
    text, _following = present.after(made.text, made.next, Step((first,)))
    return (Correct(unit, _behind(mark, text.places[unit][1].source)),)


def _behind(mark: str, source: str) -> str:
    return runs.from_runs([{"text": f"{mark} "}, *runs.to_runs(source)])


def _put_back(made: Present, decision: ReadDecision) -> Mend:
    """What was taken out comes behind the last words before it."""
    block = made.text.blocks[made.shape.order[decision.block]]
    if not block.units:
        raise HexaplaError(_("There is no text before this place that it could come back to."))
    unit = block.units[-1]
    return Correct(
        unit.id, runs.from_runs([*runs.to_runs(unit.source), {"text": f" {_joined(decision.before)}"}])
    )


def _correct(made: Present, decision: ReadDecision) -> Mend:
    """Words are as the file has them; of a hyphen that was kept, the word without it."""
    words = _joined(decision.before)
    if decision.kind == "hyphen" and _letters(decision.before) == _letters(decision.after):
        head, hyphen, tail = _parted(decision.before)
        words = f"{head}{tail}" if hyphen else words
    source = made.text.places[decision.unit][1].source
    return Correct(decision.unit, spliced(source, decision.start, decision.end, words))


def _part_within(made: Present, decision: ReadDecision) -> tuple[Mend, ...]:
    """Lines that were joined are parted within a unit: where the white space stands in what was shown."""
    offset = decision.start + len(" ".join(decision.after.split()).split(" ")[0]) + 1
    first = SplitUnit(decision.unit, offset)
    divided, _following = present.after(made.text, made.next, Step((first,)))
    nth, _unit = divided.places[decision.unit]
    units = [unit.id for unit in divided.blocks[nth].units]
    return first, SplitBlock(units[units.index(decision.unit) + 1])


def _part_units(made: Present, decision: ReadDecision) -> tuple[Mend, ...]:
    """Lines that were joined are parted between two units: the one ends with the first word, the next begins so."""
    first, _space, last = " ".join(decision.after.split()).partition(" ")
    block = made.text.blocks[made.shape.order[decision.block]]
    unit = _boundary(block, first, last)
    if not unit:
        raise HexaplaError(_("The text has changed here; this decision cannot be taken back any more."))
    return (SplitBlock(unit),)


def _boundary(block: Block, first: str, last: str) -> str:
    plain = [inline.plain(unit.source) for unit in block.units]
    for nth in range(1, len(plain)):
        if plain[nth - 1].endswith(first) and plain[nth].startswith(last):
            return block.units[nth].id
    return ""


def spliced(form: str, start: int, end: int, words: str) -> str:
    """Return an inline form with other words between two places of its plain text; tags stay where they are."""
    made: list[runs.Run] = []
    at, wanted = 0, words
    for run in runs.to_runs(form):
        text = run.get("text")
        if not isinstance(text, str):
            made.append(run)
            at += run.get("bound") == "lb"  # a line break is a space in the plain text
            continue
        if at < end and start < at + len(text):
            text = f"{text[: max(start - at, 0)]}{wanted}{text[end - at :]}"
            at, wanted = at + len(str(run["text"])), ""
        else:
            at += len(text)
        made += [{"text": text}] if text else []
    return runs.from_runs(made)


def _joined(before: str) -> str:
    """Return what stood in the file on one line; a word that a hyphen broke is whole, and keeps its hyphen."""
    head, hyphen, tail = _parted(before)
    return f"{head}{hyphen}{tail}" if hyphen else " ".join(before.split())


def _parted(before: str) -> tuple[str, str, str]:
    """Part a word that was broken at the end of a line: what precedes the hyphen, the hyphen, what follows."""
    parts = _LINE_END.split(before.strip(), maxsplit=1)
    if len(parts) < 2 or parts[0][-1:] not in _HYPHENS:
        return before, "", ""
    return parts[0][:-1], parts[0][-1], parts[1]


def _letters(text: str) -> str:
    return "".join(text.split())
