"""The rules for names that become parts of paths and ids (attack S4 of the threat list)."""

import re
import string
import unicodedata

from hexapla.model.errors import BadName
from hexapla.model.messages import _, shown

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,62}\Z")
UNIT = re.compile(r"u[1-9][0-9]{0,8}[a-z]{0,3}\Z")
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})
"""Names that Windows keeps for devices; a folder shared with it could not hold such a file."""


_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
"""Latin letters that Unicode does not take apart into a base and a mark."""


def slug(name: str) -> str:
    """Return the name if it may name a text's file, else raise BadName."""
    if not SLUG.match(name) or name in RESERVED:
        reason = _("“{name}” cannot name a text; use small letters, digits and hyphens, not a hyphen first.")
        raise BadName(reason.format(name=shown(name)))
    return name


def slug_from(title: str) -> str:
    """Make a slug from a title or a file name: ASCII letters, digits and hyphens; ``text`` if none."""
    letters = unicodedata.normalize("NFKD", title.casefold().translate(_LETTERS))
    folded = letters.encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:63].strip("-") or "text"
    return made + "-1" if made in RESERVED else made


def unit_number(name: str) -> int:
    """Return the number in a unit's id: 12 for ``u12`` and ``u12a``, 0 for what is no unit's id."""
    return int(name[1:].rstrip(string.ascii_lowercase)) if UNIT.match(name) else 0
