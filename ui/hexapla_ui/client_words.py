"""The words of the browser's side: the lists of ``client/words.js``, marked for translation (a test holds both equal)."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a message for translation, and leave it."""
    return message


DASHBOARD = (
    N_("{languages} languages · {units} units · {words} words"),
    N_("All texts are translated."),
    N_("Next to translate · {language}"),
    N_("Open the editor"),
    N_("Text"),
    N_("Words"),
    N_("{n} units"),
    N_("Progress"),
    N_("not begun"),
    N_("approved"),
    N_("reviewed"),
    N_("translated"),
    N_("needs work"),
    N_("untranslated"),
    N_("omitted"),
)
