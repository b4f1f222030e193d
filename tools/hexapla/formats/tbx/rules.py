"""The rules of TBX-Basic and of the dialects within it: which category stands where, and what it may say.

A category that no rule names, such as a maker's own, is kept like every element that we have no field for; so are a
termType and a termLocation that are not on their lists, since makers have many more.
"""

from collections.abc import Iterable, Iterator

from hexapla.formats.tbx.categories import CATEGORIES, DIALECTS, FREE, VALUES
from hexapla.formats.tbx.elements import plain_text
from hexapla.model.glossary import Glossary
from hexapla.model.messages import _, shown
from hexapla.model.text import Element

_LEVELS = {
    "context": ("termSec",),
    "crossReference": ("conceptEntry", "termSec"),
    "customerSubset": ("termSec",),
    "definition": ("conceptEntry", "langSec"),
    "externalCrossReference": ("conceptEntry", "termSec"),
    "projectSubset": ("termSec",),
    "subjectField": ("conceptEntry",),
    "xGraphic": ("conceptEntry",),
}
"""The levels of the categories that do not belong on every one, as the Schematron of TBX-Basic has them."""
_TYPED = frozenset(home for home, _module in CATEGORIES.values())


def is_strict(dialect: str) -> bool:
    """Whether a dialect has rules that we know."""
    return dialect in DIALECTS


def fault(level: str, tag: str, category: str, value: str, dialect: str) -> str:
    """Return what is wrong with an element at a level, empty where nothing is.

    ``tag`` and ``category`` are as in DCA; ``value`` is its text: one that says nothing breaks no rule.
    """
    if tag in _TYPED and not category:
        return _("“{tag}” has no type.").format(tag=tag)
    if tag == "termNote" and level != "termSec":
        return _misplaced(tag, level, ("termSec",), dialect)
    if category not in CATEGORIES:
        return ""
    home = CATEGORIES[category][0]
    if tag in _TYPED and tag != home:
        reason = _("“{category}” is written as “{tag}”; {dialect} has it as “{home}”.")
        return reason.format(category=category, tag=tag, dialect=dialect, home=home)
    if tag == home and level not in _LEVELS.get(category, (level,)):
        return _misplaced(category, level, _LEVELS[category], dialect)
    values = VALUES.get(category)
    if tag == home and values and value and value not in values:
        reason = _(
            "“{value}” is no “{category}” of {dialect}, which has {values} "
            "(or the type of the root names another dialect)."
        )
        listed = ", ".join(sorted(values))
        return reason.format(value=shown(value, 40), category=category, dialect=dialect, values=listed)
    return ""


def _misplaced(name: str, level: str, homes: tuple[str, ...], dialect: str) -> str:
    reason = _(
        "“{name}” stands in “{level}”, where {dialect} has none; it belongs in {homes} "
        "(or the type of the root names another dialect)."
    )
    listed = ", ".join(f"“{home}”" for home in homes)
    return reason.format(name=name, level=level, dialect=dialect, homes=listed)


def dialect_of(glossary: Glossary, *, dct: bool = False) -> str:
    """Return the dialect that a glossary may claim: its own, unless it holds something that breaks its rules."""
    if not is_strict(glossary.dialect):
        return glossary.dialect
    broken = any(
        fault(
            "termSec" if dct and part.tag == "termNote" else level,
            part.tag,
            part.get("type"),
            plain_text(part),
            glossary.dialect,
        )
        for level, other in _others(glossary)
        for one in other
        for part in one.walk()
    )
    return FREE if broken else glossary.dialect


def _others(glossary: Glossary) -> Iterator[tuple[str, Iterable[Element]]]:
    """Yield what each level holds that we have no field for."""
    for concept in glossary.concepts:
        yield "conceptEntry", concept.other
        for section in concept.sections:
            yield "langSec", section.other
            for term in section.terms:
                yield "termSec", term.other
