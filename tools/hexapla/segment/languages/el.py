"""Greek, modern and ancient: the question mark looks like a semicolon."""

from hexapla.segment.languages.rules import Rules

RULES = Rules(marks=";\u037e")
