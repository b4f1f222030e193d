"""The only way to make markup: whatever is not ``Html`` already is escaped on its way in (attack S5)."""

import re
from collections.abc import Iterable
from html import escape

_VOID = frozenset({"br", "hr", "input", "meta"})
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Controls, halves of characters and noncharacters: a document of HTML must not hold them."""


class Html(str):
    """Markup; a plain text joined to it is a plain text again, and so is escaped when it is used."""

    __slots__ = ()


def text(value: str) -> Html:
    """Return a plain text as markup; what HTML cannot hold becomes U+FFFD."""
    return value if isinstance(value, Html) else Html(escape(_UNFIT.sub("\ufffd", value)))


def tag(name: str, /, *content: str, **attributes: str | bool | None) -> Html:
    """Build an element; names of attributes are written ``class_`` and ``data_u``; an empty one is left out.

    ``True`` writes a boolean attribute. ``name`` and the names of attributes are ours, never an edition's.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items() if value)
    if name in _VOID:
        return Html(f"<{name}{written}/>")
    return Html(f"<{name}{written}>{''.join(text(part) for part in content)}</{name}>")


def join(parts: Iterable[str], between: str = "") -> Html:
    """Join parts with a separator; all of them are escaped unless they are markup."""
    return Html(text(between).join(text(part) for part in parts))


def _attribute(key: str, value: str | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    written = "" if value is True else escape(_UNFIT.sub("\ufffd", str(value)))
    return f' {name}="{written}"'
