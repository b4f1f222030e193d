"""Transcribed speech (TEI P5, chapter 8): utterances are turns, their segments paragraphs, noises notes."""

from lxml import etree

from hexapla.formats.tei.elements import KINDS
from hexapla.ingest.foreign.branches import drop, each, elements, name_of, rename, tallied, tei
from hexapla.model.messages import _
from hexapla.model.report import Decision

_NOISES = ("vocal", "kinesic", "incident", "pause", "shift", "writing")


def settle(text: etree._Element, lang: str) -> list[Decision]:
    """Make turns of utterances, speakers of the notes before them that name one, notes of noises."""
    noises = each(text, *_NOISES)
    utterances = each(text, "u", "annotationBlock")
    decisions = tallied(
        "markup",
        [*utterances, *noises],
        _("One “{name}” was read: speech is a turn, a noise a note."),
        _("{n} elements “{name}” were read: speech is a turn, a noise a note."),
    )
    for node in noises:
        _as_note(node)
    for node in utterances:
        _as_turn(node)
    return decisions


def _as_note(node: etree._Element) -> None:
    """Make a note of a noise; one of which nothing is said goes."""
    for desc in [child for child in elements(node) if name_of(child) == "desc"]:
        node.text = (node.text or "") + (desc.text or "")
        node.remove(desc)
    if not (node.text or "").strip() and not len(node):
        drop(node)
        return
    node.set("type", name_of(node))
    rename(node, "note", "start", "end", "dur", "new", "feature", "who")


def _as_turn(node: etree._Element) -> None:
    """Make a turn of an utterance: its segments are paragraphs, and loose text is one."""
    speaker = node.getprevious()
    children = list(elements(node))
    if not children or (node.text or "").strip() or not all(_is_paragraph(child) for child in children):
        _in_paragraph(node)
    else:
        for child in children:
            if name_of(child) == "seg":
                rename(child, "p", "type", "subtype")
    if speaker is not None and name_of(speaker) == "note" and speaker.get("type") == "speaker":
        rename(speaker, "speaker", "type", "place")
        speaker.tail = None
        node.insert(0, speaker)
    rename(node, "sp", "start", "end", "trans", "decls")


def _is_paragraph(node: etree._Element) -> bool:
    return name_of(node) in ("seg", "note", "pb", "milestone", *KINDS) and not (node.tail or "").strip()


def _in_paragraph(node: etree._Element) -> None:
    """Put all that an utterance holds into one paragraph."""
    paragraph = etree.Element(tei("p"))
    paragraph.text, node.text = node.text, None
    paragraph.extend(list(node))
    node.append(paragraph)
