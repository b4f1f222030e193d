"""Words and marks that are elements of their own, as in corpora: the text stays, the tags go."""

from lxml import etree

from hexapla.ingest.foreign.branches import each, elements, name_of, tallied, unwrap_all
from hexapla.model.languages import language
from hexapla.model.messages import _
from hexapla.model.report import Decision

_TOKENS = ("w", "pc", "c", "m")
_TIGHT_BEFORE = frozenset(",.;:!?)]}»”’…%")
_TIGHT_AFTER = frozenset("([{«„“‘")


def settle(text: etree._Element, lang: str) -> list[Decision]:
    """Take the tags of tokens away; where a file says which tokens touch, its white space is layout alone."""
    tokens = each(text, *_TOKENS)
    if not tokens:
        return []
    says = any(node.get("join") for node in tokens)
    runs_on = not any(node.tail for node in tokens if _following(node) is not None)
    decisions = tallied(
        "markup",
        tokens,
        _("One “{name}” is not kept as markup; its text is."),
        _("{n} elements “{name}” are not kept as markup; their text is."),
    )
    if says:
        _follow_joins(tokens)
    elif runs_on and language(lang).spaced and sum(name_of(node) == "w" for node in tokens) > 1:
        _set_spaces(tokens)
        decisions.append(
            Decision("layout", decisions[0].line, reason=_("Words stood without spaces; they have some."))
        )
    unwrap_all(each(text, *_TOKENS, "phr", "cl"))
    return decisions


def _follow_joins(tokens: list[etree._Element]) -> None:
    """Set a space after each token but those that touch the next one."""
    for node in tokens:
        after = _following(node)
        if after is None or (node.tail or "").strip():
            continue
        touches = node.get("join") in ("right", "both") or after.get("join") in ("left", "both")
        node.tail = "" if touches else " "


def _following(node: etree._Element) -> etree._Element | None:
    """Return the token that follows in the same element."""
    after = node.getnext()
    while after is not None and not isinstance(after.tag, str):
        after = after.getnext()
    if after is not None and name_of(after) in ("name", "phr", "cl", "hi"):
        after = next((one for one in elements(after) if name_of(one) in _TOKENS), None)
    return after if after is not None and name_of(after) in _TOKENS else None


def _set_spaces(tokens: list[etree._Element]) -> None:
    """Set spaces between words where a file has none at all, but not before marks that close or after such as open."""
    for node in tokens:
        after = _following(node)
        if after is None or name_of(node) == "c":
            continue
        left, right = (node.text or "")[-1:], (after.text or "")[:1]
        if right not in _TIGHT_BEFORE and left not in _TIGHT_AFTER and not (node.tail or ""):
            node.tail = " "
