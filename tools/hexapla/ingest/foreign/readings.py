"""Readings that stand beside one another: the edited one of a choice, the lemma of an apparatus, what was added."""

from lxml import etree

from hexapla.formats.tei.tree import line_of
from hexapla.ingest.foreign.branches import each, elements, name_of, removal, text_of, unwrap_all
from hexapla.model.messages import _, shown
from hexapla.model.report import Decision

_EDITED = ("corr", "reg", "expan", "unclear", "seg", "orig", "sic", "abbr")
"""Of what stands in a choice, the first in this order is the text."""


def settle(text: etree._Element, lang: str) -> list[Decision]:
    """Leave one reading wherever there are several, and tell the others."""
    decisions: list[Decision] = []
    taken: list[etree._Element] = []
    for choice in reversed(each(text, "choice", "app", "subst")):
        decisions += _taken(choice, taken)
    unwrap_all(taken)
    return decisions[::-1]


def _taken(choice: etree._Element, taken: list[etree._Element]) -> list[Decision]:
    """Put one reading in the place of a choice, and among those that are taken; the others are told."""
    held = _held(choice)
    readings = [one for one in held if name_of(choice) != "app" or name_of(one) in ("lem", "rdg")]
    if not readings or _has_loose_text(choice):
        taken.append(choice)
        return []
    chosen = _chosen(choice, readings)
    reason = _reason(choice, text_of(chosen))
    decisions = [removal("reading", one, reason) for one in held if one is not chosen and text_of(one)]
    if not decisions:
        decisions = [Decision("reading", line_of(choice) or 1, reason=reason)]
    parent = choice.getparent()
    if parent is not None:
        chosen.tail = choice.tail
        parent.replace(choice, chosen)
        taken.append(chosen)
    return decisions


def _held(choice: etree._Element) -> list[etree._Element]:
    """Return what a choice or an apparatus holds; of a group of readings, what that holds."""
    return [
        one for child in elements(choice) for one in (_held(child) if name_of(child) == "rdgGrp" else [child])
    ]


def _has_loose_text(choice: etree._Element) -> bool:
    """Whether text stands in a choice and in none of its readings: then nobody knows what is meant."""
    groups = [choice, *(child for child in elements(choice) if name_of(child) == "rdgGrp")]
    texts = [text for group in groups for text in (group.text, *(child.tail for child in group))]
    return any((text or "").strip() for text in texts)


def _chosen(choice: etree._Element, readings: list[etree._Element]) -> etree._Element:
    if name_of(choice) == "app":
        return next((one for one in readings if name_of(one) == "lem"), readings[0])
    if name_of(choice) == "subst":
        return next((one for one in readings if name_of(one) == "add"), readings[-1])
    return next((one for name in _EDITED for one in readings if name_of(one) == name), readings[0])


def _reason(choice: etree._Element, chosen: str) -> str:
    if not chosen:
        return _("A reading where the text has nothing.")
    if name_of(choice) == "app":
        return _("A reading of the apparatus; the text has “{chosen}”.").format(chosen=shown(chosen, 60))
    if name_of(choice) == "subst":
        return _("It was replaced by “{chosen}” in the original.").format(chosen=shown(chosen, 60))
    return _("The file gives “{chosen}” beside it; that is the text.").format(chosen=shown(chosen, 60))
