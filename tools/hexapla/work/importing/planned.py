"""What storing a text in the place of one that is there would do, in a few lines, before it is done."""

import hashlib

from hexapla.model.messages import _
from hexapla.work import told
from hexapla.work.revise import Plan


def lines(plan: Plan) -> tuple[str, ...]:
    """Say what happens to units and words, and to the translations of each language."""
    if plan.is_empty:
        return (_("Nothing changes in “{text}”.").format(text=plan.slug),)
    return (*told.counts(plan.counts), *(told.effect(one) for one in plan.effects))


def digest(plan: Plan) -> str:
    """Return what stands for a plan when somebody says that they have seen it."""
    whole = hashlib.sha256(plan.was.encode() + b"\0" + plan.source)
    return whole.hexdigest()[:32]
