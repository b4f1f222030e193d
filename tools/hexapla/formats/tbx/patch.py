"""Changing a glossary within the text of its file, so that only what changed is written anew."""

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from hexapla.formats import xml
from hexapla.formats.tbx import check, rules
from hexapla.formats.tbx.arrange import Kind, Make, Slot, arrange, numbered
from hexapla.formats.tbx.build import Level, element_of, parts_of, titled
from hexapla.formats.tbx.categories import FIELDS, LISTS
from hexapla.formats.tbx.elements import read
from hexapla.formats.tbx.fields import LOG, NOTES, take_out
from hexapla.formats.tbx.parse import concept_of, elements, rest
from hexapla.formats.tbx.pen import Pen, value_of
from hexapla.formats.tbx.places import OTHER
from hexapla.formats.tbx.raw import Raw, white_end
from hexapla.formats.tei.write import escaped
from hexapla.model.glossary import Concept, Glossary, Section
from hexapla.model.text import Element

_BELOW = {"conceptEntry": "langSec", "langSec": "termSec", "termSec": "", "body": "conceptEntry"}


def glossary(root: etree._Element, raw: Raw, old: Glossary, new: Glossary, pen: Pen) -> Raw:
    """Return the root element, which says ``old``, as it says ``new``."""
    attributes = {"xml:lang": (old.lang, new.lang), "type": (old.dialect, rules.dialect_of(new, dct=pen.dct))}
    changed = {name: value_of(value) for name, (was, value) in attributes.items() if was != value}
    head, text = elements(root)
    raw_head, raw_text = raw.elements
    leads = [white_end(gap) for gap in raw.gaps]
    made = raw.with_child(raw_head, _header(head, raw_head, old, new, pen, leads[0]))
    made = made.with_child(raw_text, _text(text, raw_text, old, new, pen, leads[1]))
    return made.with_attributes(changed)


def _header(node: etree._Element, raw: Raw, old: Glossary, new: Glossary, pen: Pen, lead: str) -> Raw | str:
    if (old.header, old.title) == (new.header, new.title):
        return raw
    if old.header == new.header and (made := _retitled(node, raw, new.title)) is not None:
        return made
    return pen.write(titled(new.header, new.title), lead)


def _retitled(
    node: etree._Element, raw: Raw, title: str, path: tuple[str, ...] = ("fileDesc", "titleStmt", "title")
) -> Raw | None:
    """Write a title into its place, if there is one that holds nothing but text."""
    if not path:
        return None if elements(node) else raw.holding((escaped(title),) if title else ())
    for child, inner in zip(elements(node), raw.elements, strict=True):
        if check.local(child) == path[0]:
            made = _retitled(child, inner, title, path[1:])
            return raw.with_child(inner, made) if made is not None else None
    return None


def _text(node: etree._Element, raw: Raw, old: Glossary, new: Glossary, pen: Pen, lead: str) -> Raw:
    """Change what a ``text`` holds: the body, and what follows it."""
    body: Slot = (Kind.FIELD, "body")
    others = iter([(Kind.OTHER, key) for key in numbered(old.other)])
    nodes = {(body if check.local(child) == "body" else next(others)): child for child in elements(node)}
    wanted: dict[Slot, Make] = {
        body: lambda there, inner: _body(nodes[body], there, old, new, pen, inner) if there else ""
    }
    for key, element in zip(numbered(new.other), new.other, strict=True):
        wanted[Kind.OTHER, key] = _kept_or_new(element, pen)
    return arrange(raw, list(nodes), wanted, lead, pen.step)


def _body(node: etree._Element, raw: Raw, old: Glossary, new: Glossary, pen: Pen, lead: str) -> Raw:
    nodes = dict(zip(_slots(old.concepts), elements(node), strict=True))
    wanted = _levels(nodes, old.concepts, new.concepts, pen)
    return arrange(raw, list(nodes), wanted, lead, pen.step)


def _concept(node: etree._Element, raw: Raw, old: Concept, new: Concept, pen: Pen, lead: str) -> Raw | str:
    """Change a concept where it stands; written anew where it would not come back as it is.

    So it is where of two elements that a field may stand in the wrong one comes first in the file.
    """
    made = _level(node, raw, old, new, pen, lead)
    if made is raw:
        return raw
    anew = pen.write(element_of(new, strict=pen.strict), lead)
    return made if _read(str(made), pen) == _read(anew, pen) else anew


def _read(text: str, pen: Pen) -> Concept:
    """Return the concept that a text says within its file."""
    start, end = pen.around
    root = xml.parse((start + text + end).encode())
    return concept_of(next(node for node in root.iter(etree.Element) if check.local(node) == "conceptEntry"))


def _level(node: etree._Element, raw: Raw, old: Level, new: Level, pen: Pen, lead: str) -> Raw:
    """Change a concept, a section or a term where it stands."""
    if old == new:
        return raw
    was, now = (parts_of(one, strict=pen.strict) for one in (old, new))
    changed = dict.fromkeys((name for name, _value in was.attributes), "") | dict(now.attributes)
    changed = {
        name: value_of(value) for name, value in changed.items() if (name, value) not in was.attributes
    }
    fields, slots = _present(node, was.below)
    nodes = dict(zip(slots, elements(node), strict=True))
    wanted: dict[Slot, Make] = {}
    for kind, named in ((Kind.FIELD, now.written.first), (Kind.LATE, now.written.fields)):
        wanted |= {(kind, name): _field(fields.get(name), element, pen) for name, element in named}
    keys = numbered((*now.written.notes, *now.written.other))
    count = len(now.written.notes)
    for kind, key, element in (
        *zip([Kind.NOTE] * count, keys, now.written.notes, strict=False),
        *(
            (Kind.LISTED, *pair)
            for pair in zip(numbered(now.written.listed), now.written.listed, strict=True)
        ),
        *((Kind.OTHER, *pair) for pair in zip(keys[count:], now.written.other, strict=True)),
    ):
        wanted[kind, key] = _kept_or_new(element, pen)
    wanted |= _levels(nodes, was.below, now.below, pen)
    return arrange(raw.with_attributes(changed), slots, wanted, lead, pen.step)


def _present(node: etree._Element, below: tuple[Level, ...]) -> tuple[dict[str, Element], list[Slot]]:
    """Return a level's fields as they stand in the file, and say what its child elements are.

    A value may stand elsewhere than where it would be written: of two groups, in the second.
    """
    tag = check.local(node)
    part = _BELOW[tag] or "term"
    inside = rest(node, part)
    places = take_out(tag, inside).places
    fields = {name: element for name, element in zip(places, inside, strict=True) if name != OTHER}
    others = iter(numbered(element for name, element in zip(places, inside, strict=True) if name == OTHER))
    listed = iter(
        numbered(element for name, element in zip(places, inside, strict=True) if _is_listed(tag, name))
    )
    levels = iter(_slots(below))
    pairs = iter(zip(places, inside, strict=True))
    slots: list[Slot] = []
    notes = True
    for child in elements(node):
        if check.local(child) == part:
            if part == "term":
                fields["term"] = read(child)
            slots.append((Kind.FIELD, "term") if part == "term" else next(levels))
            continue
        name, element = next(pairs)
        if name == OTHER:
            notes = notes and element.tag in NOTES
            slots.append((Kind.NOTE if notes else Kind.OTHER, next(others)))
        elif _is_listed(tag, name):
            slots.append((Kind.LISTED, next(listed)))
        else:
            first = FIELDS[tag].get(name, ("",))[0] in NOTES
            slots.append((Kind.FIELD if first else Kind.LATE, name))
    return fields, slots


def _is_listed(tag: str, name: str) -> bool:
    return name == LOG or name in LISTS[tag]


def _levels(
    nodes: Mapping[Slot, etree._Element],
    old: tuple[Level, ...],
    new: tuple[Level, ...],
    pen: Pen,
) -> dict[Slot, Make]:
    """Return how each of the levels below is made: from the one of its name, or anew."""
    before = dict(zip(_slots(old), old, strict=True))

    def make(slot: Slot, level: Level) -> Make:
        def made(there: Raw | None, lead: str) -> Raw | str:
            was = before.get(slot)
            if there is None or was is None:
                return pen.write(element_of(level, strict=pen.strict), lead)
            if isinstance(level, Concept) and isinstance(was, Concept):
                return _concept(nodes[slot], there, was, level, pen, lead)
            return _level(nodes[slot], there, was, level, pen, lead)

        return made

    return {slot: make(slot, level) for slot, level in zip(_slots(new), new, strict=True)}


def _slots(levels: tuple[Level, ...]) -> list[Slot]:
    return [(Kind.BELOW, key) for key in numbered(name_of(level) for level in levels)]


def name_of(level: Level) -> str:
    """Return what a level is known by among its siblings."""
    if isinstance(level, Concept):
        return level.name
    return level.lang if isinstance(level, Section) else level.text


def _field(was: Element | None, now: Element, pen: Pen) -> Make:
    def make(there: Raw | None, lead: str) -> Raw | str:
        if there is None or was is None:
            return pen.write(now, lead)
        if was == now:
            return there
        same = replace(was, content=()) == replace(now, content=()) and not there.elements
        text = "".join(part for part in now.content if isinstance(part, str))
        return there.holding((escaped(text),)) if same and text else pen.write(now, lead)

    return make


def _kept_or_new(element: Element, pen: Pen) -> Make:
    return lambda there, lead: there if there is not None else pen.write(element, lead)
