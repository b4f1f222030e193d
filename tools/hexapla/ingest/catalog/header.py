"""What a catalog's header says of the whole: its languages and its title; and whether the catalog is one of ours."""

import re

from hexapla.formats.po import Catalog, CatalogEntry
from hexapla.formats.po.grammar.parted import parted
from hexapla.model.errors import BadFile, BadName
from hexapla.model.languages import canonical
from hexapla.model.messages import _, shown
from hexapla.model.names import UNIT

_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "arabic": "Arab"}
"""Modifiers of locale names, ``sr@latin``, that name scripts; ``ca@valencia`` names a variant as BCP 47 does."""
_UNSET = re.compile(r"PACKAGE VERSION|")


def value(catalog: Catalog, name: str) -> str:
    """Return a field of the header, empty where it is not there."""
    return next((value for other, value in catalog.headers if other.lower() == name.lower()), "")


def target(catalog: Catalog, named: str) -> str:
    """Return the language of the translations, as a person named it, else as the header does; may be empty.

    Raises BadFile where the header's word is no language.
    """
    said = value(catalog, "Language")
    return canonical(named) if named else _tag(said, _("name the language with --lang"))


def source(catalog: Catalog, default: str) -> str:
    """Return the language of the msgids: the default, unless the header names another (not just another region)."""
    said = _tag(value(catalog, "X-Source-Language"), _("take the line out"))
    return said if said and said.partition("-")[0] != default.partition("-")[0] else default


def title(catalog: Catalog) -> str:
    """Return the name of what was translated, empty where nobody filled it in."""
    said = value(catalog, "Project-Id-Version")
    return "" if _UNSET.fullmatch(said) else said


def is_ours(catalog: Catalog) -> bool:
    """Whether an edition wrote the catalog: by its header, a comment, or units for contexts throughout."""
    live = [entry for entry in catalog.entries if not entry.obsolete]
    return (
        bool(value(catalog, "X-Hexapla-Edition"))
        or any(_has_remark(entry) for entry in catalog.entries)
        or (bool(live) and all(_names_units(entry.msgctxt) for entry in live))
    )


def _has_remark(entry: CatalogEntry) -> bool:
    return any("hexapla:" in line for line in entry.comments) and bool(
        parted(entry.comments, entry.msgctxt or "")[0]
    )


def _names_units(context: str | None) -> bool:
    return context is not None and all(UNIT.match(part) for part in context.split("+"))


def _tag(said: str, way_out: str) -> str:
    """Return a locale name (``pt_BR``, ``sr@latin``, ``de_DE.UTF-8``) as a language tag; empty for an empty one."""
    if not said:
        return ""
    name, _at, modifier = said.partition("@")
    name = name.partition(".")[0]
    try:
        if modifier in _MODIFIERS:
            language, *region = canonical(name).split("-")
            return canonical("-".join([language, _MODIFIERS[modifier], *region]))
        return canonical(f"{name}-{modifier}" if modifier else name)
    except BadName as error:
        raise BadFile(
            _("The header names the language “{said}”, which is no language tag; {way_out}.").format(
                said=shown(said, 40), way_out=way_out
            )
        ) from error
