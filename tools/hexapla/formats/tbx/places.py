"""Where the fields of a level stand in its elements: alone, in lists, or within elements that say more."""

from collections.abc import Mapping
from dataclasses import replace

from hexapla.formats.tbx.categories import FIELDS, LISTS, SOURCE, STATUSES
from hexapla.formats.tbx.elements import collapsed
from hexapla.formats.tbx.own import Value
from hexapla.model.text import Element, element

OTHER = ""
"""The place of what is no field."""
_NAMES = {tag: {kind: name for name, kind in fields.items() if kind[1]} for tag, fields in FIELDS.items()}
"""The fields of each level by their category; a note has none."""
_LISTED = {tag: {kind: name for name, kind in fields.items()} for tag, fields in LISTS.items()}


def item(kind: str, category: str, value: str) -> Element:
    """Return one value of a list as an element; a reference names it, other elements hold it."""
    return (
        element(kind, type=category, target=value) if kind == "ref" else element(kind, value, type=category)
    )


def listed(tag: str, one: Element) -> tuple[str, str, bool]:
    """Return the list that an element is a value of, the value, and whether the element says more than that."""
    name = _LISTED[tag].get((one.tag, one.get("type")), "")
    if not name:
        return "", "", False
    if one.tag == "ref":
        value = one.get("target")
        if not value or collapsed(value) != value:
            return "", "", False
        return name, value, one != item(*LISTS[tag][name], value)
    value = str(one.content[0]) if len(one.content) == 1 else ""
    return (name, value, False) if value and one == item(*LISTS[tag][name], value) else ("", "", False)


def plain(tag: str, one: Element, found: Mapping[str, Value]) -> dict[str, Value]:
    """Return the field that an element is, if it is nothing more, with its value; one with its source is two."""
    if one.tag == "note":
        name = "note" if not one.attributes else OTHER
    else:
        name = _field(tag, one) if len(one.attributes) == 1 else OTHER
    if name and name not in found and (value := _value(name, one)):
        return {name: value}
    if (
        one.tag == "descripGrp"
        and "definition" in FIELDS[tag]
        and not {"definition", "source"} & found.keys()
    ):
        parts = [part for part in one.content if isinstance(part, Element)]
        values = [_value("", part) for part in parts]
        if len(parts) == 2 and all(values):
            made = element("descripGrp", item("descrip", "definition", values[0]), item(*SOURCE, values[1]))
            return {"definition": values[0], "source": values[1]} if one == made else {}
    return {}


def without_values(tag: str, one: Element, values: dict[str, Value]) -> Element:
    """Take the values of fields out of an element that is more than a field: with attributes, or a group."""
    name = _field(tag, one)
    if name and name not in values and len(one.attributes) > 1 and (value := _value(name, one)):
        values[name] = value
        return replace(one, content=())
    if not one.tag.endswith("Grp"):
        return one
    content: list[str | Element] = []
    defined = False
    for part in one.content:
        name = _field(tag, part, defined=defined) if isinstance(part, Element) else OTHER
        if isinstance(part, Element) and name not in (OTHER, *values) and (value := _value(name, part)):
            values[name] = value
            defined = defined or name == "definition"
            content.append(replace(part, content=()))
        else:
            content.append(part)
    return replace(one, content=tuple(content))


def with_values(tag: str, one: Element, left: dict[str, str], seen: set[str]) -> Element:
    """Put the values of fields into their places in an element, and take them off ``left``.

    ``seen`` are the fields that an element before would be taken for: no place behind it is theirs.
    """

    def filled(part: Element, *, defined: bool = False, alone: bool = False) -> Element:
        name = _field(tag, part, defined=defined)
        if name and _value(name, part):
            seen.add(name)
        elif name in left and name not in seen and not part.content and not alone:
            return replace(part, content=(left.pop(name),))
        return part

    if not one.tag.endswith("Grp"):
        return filled(one, alone=len(one.attributes) < 2)
    content: list[str | Element] = []
    defined = False
    before = dict(left)
    for part in one.content:
        made = filled(part, defined=defined) if isinstance(part, Element) else part
        defined = defined or (
            made != part and isinstance(part, Element) and _field(tag, part) == "definition"
        )
        content.append(made)
    whole = replace(one, content=tuple(content))
    if whole != one and plain(tag, whole, {}):
        left |= before  # it would be taken for nothing but fields
        return one
    return whole


def _field(tag: str, one: Element, *, defined: bool = False) -> str:
    """Return the name of the field that an element may hold; ``defined``: it stands in the definition's group."""
    if one.get("xml:space"):
        return OTHER  # its white space says something, a field's does not
    kind = (one.tag, one.get("type"))
    return "source" if defined and kind == SOURCE else _NAMES[tag].get(kind, OTHER)


def _value(name: str, one: Element) -> str:
    """Return a field's value, empty where an element has none that we know."""
    if len(one.content) != 1 or not isinstance(one.content[0], str):
        return ""
    value = one.content[0]
    if name == "status":
        return STATUSES.get(value, "")
    return value
