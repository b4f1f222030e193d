"""What the simple rules of style sheets say of letters: ``.i { font-style: italic }``. Nothing is imported."""

import re
from dataclasses import dataclass
from functools import lru_cache

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?\Z", re.IGNORECASE)
KEPT = frozenset({
    "font-style", "font-weight", "font-variant", "font-variant-caps", "text-align", "vertical-align", "display",
    "visibility", "text-decoration", "text-decoration-line", "font-size", "font",
})  # fmt: skip


@dataclass(frozen=True)
class Rule:
    """One simple rule: the ``tag``, class and id that it asks for (empty: any), and what it declares."""

    tag: str
    name: str
    id: str
    declared: tuple[tuple[str, str], ...]


def rules(sheet: str) -> tuple[Rule, ...]:
    """Return the rules of a style sheet whose selectors are a tag, a class, an id, or a tag with one of these.

    Rules within ``@media`` and the like, and selectors of other kinds, say something of special cases only.
    """
    found = []
    # Whatever ends in no brace is no rule; a pattern would look for it from each letter anew.
    for part in _without_blocks(_COMMENT.sub(" ", sheet)).split("}")[:-1]:
        selectors, _brace, body = part.rpartition("{")
        declared = declarations(body)
        for selector in selectors.rpartition(";")[2].rpartition("{")[2].split(","):
            simple = _SIMPLE.match(selector.strip())
            if declared and simple and selector.strip():
                own = (simple[3] or "") if simple[2] == "." else ""
                id = (simple[3] or "") if simple[2] == "#" else ""
                found.append(Rule((simple[1] or "").lower(), own, id, declared))
    return tuple(found)


@lru_cache(4096)
def declarations(text: str) -> tuple[tuple[str, str], ...]:
    """Return what a ``style`` declares, as far as a text has use for it."""
    pairs = (part.partition(":")[::2] for part in text.split(";"))
    clean = ((name.strip().lower(), value.replace("!important", "").strip().lower()) for name, value in pairs)
    return tuple((name, value) for name, value in clean if name in KEPT and value)


def _without_blocks(sheet: str) -> str:
    """Return a style sheet without its ``@`` blocks, which hold rules of their own."""
    kept = []
    at = 0
    while (start := sheet.find("@", at)) >= 0:
        kept.append(sheet[at:start])
        at = _end(sheet, start)
    return "".join([*kept, sheet[at:]])


_EDGE = re.compile(r"[;{}]")


def _end(sheet: str, start: int) -> int:
    """Return where an ``@`` rule ends: at its semicolon, or where its block is closed."""
    depth = 0
    for found in _EDGE.finditer(sheet, start):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth <= 0:
            return found.end()
    return len(sheet)
