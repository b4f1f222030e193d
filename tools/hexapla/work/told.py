"""How a revision's counts and its effect on each language are said, in every place that says them."""

from collections.abc import Mapping

from hexapla.model import languages
from hexapla.model.mend import Effect
from hexapla.model.messages import _, ngettext
from hexapla.model.revised import Count, Fate


def counts(found: Mapping[Fate, Count]) -> list[str]:
    """Say how many units and words meet each fate; where every unit stays, say what changes instead."""
    said = [f"{_names()[fate]}: {_counted(count)}" for fate, count in found.items()]
    if not set(found) - {Fate.SAME}:
        said.append(_("No unit changes; paragraphs, notes or pages do."))
    return said


def effect(done: Effect) -> str:
    """Say what becomes of one language's translations, and how many words are to be looked at again."""
    parts = [
        _("{n} stay as they are").format(n=done.kept) if done.kept else "",
        _("{n} need work").format(n=done.work) if done.work else "",
        _("{n} are divided or joined").format(n=done.divided) if done.divided else "",
        _("{n} are put aside").format(n=done.aside) if done.aside else "",
    ]
    said = "; ".join(part for part in parts if part) or _("nothing is translated yet")
    words = ngettext("one word to look at again", "{n} words to look at again", done.words)
    return f"{languages.language(done.lang).name} ({done.lang}): {said}" + (
        f" ({words.format(n=done.words)})" if done.words else ""
    )


def _names() -> dict[Fate, str]:
    return {
        Fate.SAME: _("unchanged"),
        Fate.MOVED: _("moved"),
        Fate.EDITED: _("edited"),
        Fate.SPLIT: _("split"),
        Fate.MERGED: _("made one"),
        Fate.NEW: _("new"),
        Fate.REMOVED: _("removed"),
    }


def _counted(count: Count) -> str:
    units = ngettext("one unit", "{n} units", count.units).format(n=count.units)
    words = ngettext("one word", "{n} words", count.words).format(n=count.words)
    return f"{units}, {words}"
