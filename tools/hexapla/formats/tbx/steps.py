"""The life of a decision as TBX's transactions: who, when, and in a note of ours what."""

import re
from datetime import date

from hexapla.formats.tbx.elements import collapsed
from hexapla.formats.tbx.own import is_text, loaded, note_of
from hexapla.formats.tei.write import clean
from hexapla.model.glossary import Act, Status, Step
from hexapla.model.text import Element, element

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?=T|\Z)", re.ASCII)
_KEYS = {"act", "at", "by", "status", "term", "words"}


def step_of(group: Element) -> Step | None:
    """Return the step that a ``transacGrp`` is, None for one that is not ours, or has more to it."""
    if group.tag != "transacGrp" or group.attributes:
        return None
    parts = [part for part in group.content if isinstance(part, Element)]
    notes = [
        given for part in parts if part.tag == "note" and not part.attributes and (given := loaded(part))
    ]
    if len(notes) != 1 or not notes[0].keys() <= _KEYS or not all(map(is_text, notes[0].values())):
        return None
    said = {name: str(value) for name, value in notes[0].items()}
    if said.get("act") not in list(Act) or said.get("status", "") not in ("", *Status):
        return None
    step = Step(
        act=Act(said["act"]),
        by=said.get("by", _text(parts, "transacNote")),
        at=said.get("at", ""),
        term=said.get("term", ""),
        status=Status(said["status"]) if said.get("status") else None,
        words=said.get("words", ""),
    )
    return step if group == group_of(step) else None


def group_of(step: Step) -> Element:
    """Return a step as a ``transacGrp``.

    TBX has a day only where the time is in the note; there is a name too that would not come back as it is.
    """
    said = {
        "act": step.act,
        "at": clean(step.at),
        "status": step.status or "",
        "term": clean(step.term),
        "words": clean(step.words),
    }
    by, day = clean(step.by), _day(step.at)
    parts = [
        element(
            "transac", "origination" if step.act is Act.PROPOSED else "modification", type="transactionType"
        )
    ]
    if collapsed(by) == by:
        parts += [element("transacNote", by, type="responsibility")] if by else []
    else:
        said["by"] = by
    parts += [element("date", day)] if day else []
    return element("transacGrp", *parts, note_of({name: value for name, value in said.items() if value}))


def _day(at: str) -> str:
    """Return the day of a time, empty where it is none."""
    found = _DAY.match(at)
    try:
        return date.fromisoformat(found[0]).isoformat() if found else ""
    except ValueError:
        return ""


def _text(parts: list[Element], tag: str) -> str:
    """Return the text of the first element of a name."""
    return next((str(part.content[0]) for part in parts if part.tag == tag and part.content), "")
