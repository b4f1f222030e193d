"""The exporters' fixed words, which a new edition starts with as units of its text ``edition``."""

import gettext

from hexapla.model import messages

_ = messages._


def fixed(code: str) -> dict[str, str]:
    """Return id → word in a language that the program speaks, else in English."""
    spoken = gettext.translation(
        messages.DOMAIN, messages.LOCALES, languages=[code, "en"], fallback=True
    ).gettext
    return {key: spoken(word) for key, word in _WORDS.items()}


def N_(message: str) -> str:
    """Mark a word for translation, and leave it."""
    return message


_WORDS = {
    "word.contents": N_("Contents"),
    "word.notes": N_("Notes"),
    "word.note": N_("Note"),
    "word.translators-note": N_("Translator’s note"),
    "word.untranslated": N_("not yet translated"),
    "word.omitted": N_("left out on purpose"),
    "word.draft": N_("Draft"),
    "word.translated": N_("translated"),
    "word.reviewed": N_("reviewed"),
    "word.licence": N_("Licence"),
    "word.colophon": N_("About this edition"),
    "word.translated-by": N_("Translated by"),
    "word.by": N_("by"),
}
