"""The fixed words of every publication, which a new edition starts with as units of its text ``edition``."""


def N_(message: str) -> str:
    """Mark a word for translation, and leave it (the name is gettext's own)."""
    return message


FIXED = {
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
"""The id of the block that holds a word in the text ``edition``, and the word in English."""
