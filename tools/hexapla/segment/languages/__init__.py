"""What is special about the sentences of a language; most need nothing but what all share."""

from hexapla.segment.languages import el, ja, zh
from hexapla.segment.languages.rules import Rules

_RULES = {"el": el.RULES, "grc": el.RULES, "ja": ja.RULES, "zh": zh.RULES, "yue": zh.RULES}
_COMMON = Rules()


def rules(lang: str) -> Rules:
    """Return the rules for a BCP 47 tag, by its language alone."""
    return _RULES.get(lang.partition("-")[0].lower(), _COMMON)
