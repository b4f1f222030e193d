"""The fields that TBX-Basic has none for: one note a level, ``hexapla: `` and a JSON object on one line.

A note that is not exactly such a one (another key, another type, anything that is not JSON) is an ordinary note.
"""

import json
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from hexapla.formats.tei.write import clean
from hexapla.model.glossary import Kind, Status
from hexapla.model.text import Element

PREFIX = "hexapla: "
MAX_SIGNS = 2**20
"""The most characters of such a note; a longer one is an ordinary note."""

Value: TypeAlias = str | bool | tuple[str, ...]
"""What a field holds; a status that is none is an empty text."""

DEFAULTS: dict[str, dict[str, Value]] = {
    "conceptEntry": {
        "subject": "",
        "definition": "",
        "source": "",
        "kind": Kind.TERM,
        "note": "",
        "references": (),
    },
    "langSec": {"definition": "", "source": "", "note": ""},
    "termSec": {
        "part_of_speech": "",
        "gender": "",
        "status": "",
        "forms": (),
        "exact_case": False,
        "keep": False,
        "texts": (),
        "context": "",
        "note": "",
    },
}
"""The fields of each level, with what they hold where nothing is said."""
ONLY = frozenset({"kind", "forms", "exact_case", "keep"})
"""The fields that have no other place; the others stand here only where their own would be misread."""
_ENUMS: dict[str, type[Kind] | type[Status]] = {"kind": Kind, "status": Status}


def said(tag: str, element: Element) -> dict[str, Value] | None:
    """Return the fields that a note says of a level, None for an ordinary note."""
    if element.tag != "note" or element.attributes:
        return None
    given = loaded(element)
    if not given or not given.keys() <= DEFAULTS[tag].keys():
        return None
    values = {name: _value(name, DEFAULTS[tag][name], value) for name, value in given.items()}
    return (
        {name: value for name, value in values.items() if value is not None}
        if None not in values.values()
        else None
    )


def note_of(values: Mapping[str, object]) -> Element:
    """Return values as a note."""
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True)
    while "  " in text:  # white space is collapsed when a file is read
        text = text.replace("  ", " \\u0020")
    return Element("note", (), (PREFIX + text,))


def loaded(element: Element) -> dict[str, object]:
    """Return the object that an element's text holds after the prefix; empty where it is not that."""
    text = element.content[0] if len(element.content) == 1 else ""
    if not isinstance(text, str) or not text.startswith(PREFIX) or len(text) > MAX_SIGNS:
        return {}
    try:
        given = json.loads(text.removeprefix(PREFIX), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return {}
    return given if isinstance(given, dict) else {}


def is_text(value: object) -> bool:
    """Whether a value of such an object is a text that XML can hold."""
    return isinstance(value, str) and clean(value) == value


def _once(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Make an object of its members; one that is given twice would be lost."""
    made: dict[str, object] = {}
    for name, value in pairs:
        if name in made:
            raise ValueError(name)
        made[name] = value
    return made


def _value(name: str, default: Value, value: object) -> Value | None:
    """Return a field's value as the model has it, None for one that it cannot have."""
    if isinstance(default, bool):
        return value if isinstance(value, bool) else None
    if isinstance(default, tuple):
        right = isinstance(value, list) and all(is_text(one) and one.strip() for one in value)
        return tuple(map(str, value)) if right and isinstance(value, list) else None
    if not isinstance(value, str) or not is_text(value):
        return None
    enum = _ENUMS.get(name)
    if enum is None or (name == "status" and not value):
        return value
    return enum(value) if value in list(enum) else None
