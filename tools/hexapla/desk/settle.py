"""Making text and state of an entry agree."""

from hexapla.model.catalog import State


def settled(msgstr: str, state: State, reason: str) -> tuple[str, State, str]:
    """Return msgstr, state and reason as they can stand together.

    An empty text is untranslated, or omitted where there is a reason; a text that claims either needs work.
    Only an omission keeps its reason. White space alone is an empty text.
    """
    if not msgstr.strip():
        omitted = state is State.OMITTED and bool(reason.strip())
        return ("", State.OMITTED, reason) if omitted else ("", State.UNTRANSLATED, "")
    if state in (State.UNTRANSLATED, State.OMITTED):
        return msgstr, State.NEEDS_WORK, ""
    return msgstr, state, ""
