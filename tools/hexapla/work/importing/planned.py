"""What storing a text in the place of one that is there would do, in a few lines, before it is done."""

import hashlib

from hexapla.model import languages
from hexapla.model.mend import Effect
from hexapla.model.messages import _, ngettext
from hexapla.model.revised import Count, Fate
from hexapla.work.revise import Plan


def lines(plan: Plan) -> tuple[str, ...]:
    """Say what happens to units and words, and to the translations of each language."""
    if plan.is_empty:
        return (_("Nothing changes in “{text}”.").format(text=plan.slug),)
    made = [f"{_names()[fate]}: {_counted(count)}" for fate, count in plan.counts.items()]
    if not set(plan.counts) - {Fate.SAME}:
        made.append(_("No unit changes; paragraphs, notes or pages do."))
    return (*made, *(_effect(one) for one in plan.effects))


def digest(plan: Plan) -> str:
    """Return what stands for a plan when somebody says that they have seen it."""
    whole = hashlib.sha256(plan.was.encode() + b"\0" + plan.source)
    return whole.hexdigest()[:32]


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


def _effect(effect: Effect) -> str:
    parts = [
        _("{n} stay as they are").format(n=effect.kept) if effect.kept else "",
        _("{n} need work").format(n=effect.work) if effect.work else "",
        _("{n} are divided or joined").format(n=effect.divided) if effect.divided else "",
        _("{n} are put aside").format(n=effect.aside) if effect.aside else "",
    ]
    said = "; ".join(part for part in parts if part) or _("nothing is translated yet")
    return f"{languages.language(effect.lang).name}: {said}"
