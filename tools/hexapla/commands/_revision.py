"""What ``hexapla add`` says and asks where a text is there already: what its revision does, before it is done."""

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from hexapla.commands import Options, console
from hexapla.model.errors import HexaplaError
from hexapla.model.mend import Effect
from hexapla.model.messages import _, ngettext
from hexapla.model.outcome import Synced
from hexapla.model.report import Report
from hexapla.model.revised import TOUCHED, Fate, Fated
from hexapla.work import told

if TYPE_CHECKING:
    from hexapla.work.edition import Edition
    from hexapla.work.ingest import Incoming
    from hexapla.work.revise import Plan

SHOWN = 12
"""How many changed units are shown with their words; the others are counted."""


def revise(
    options: Options,
    edition: "Edition",
    incoming: "Incoming",
    *,
    yes: bool,
    minor: bool,
    replace: bool,
    as_json: bool,
) -> None:
    """Show what revising a text does, ask, and do it; where nothing changes, say so and do nothing.

    Where nobody is asked, what is rather another text is refused, unless it is to ``replace`` this one.
    """
    from hexapla.work import revise as work

    with console().status(_("Comparing {text} …").format(text=incoming.slug)):
        plan = work.plan(edition, options.person, incoming.slug, incoming)
        effects = work.effects(edition, options.person, plan, plan.edited) if minor else plan.effects
    if as_json:
        click.echo(json.dumps(_json(plan, effects), ensure_ascii=False))
    if plan.is_empty:
        console().print(_("Nothing changes in “{text}”.").format(text=plan.slug), markup=False)
        return
    console().print("\n".join(_lines(plan, effects)), markup=False, soft_wrap=True)
    if yes and plan.is_other and not replace:
        raise HexaplaError(
            ngettext(
                "One translation of “{text}” would be put aside, more than half of all; "
                "say so with --replace, or give another slug with --text.",
                "{n} translations of “{text}” would be put aside, more than half of all; "
                "say so with --replace, or give another slug with --text.",
                plan.aside,
            ).format(n=plan.aside, text=plan.slug)
        )
    if not yes and not click.confirm(_("Revise this text?"), default=True, err=True):
        return
    with console().status(_("Storing {text} …").format(text=plan.slug)):
        outcomes = work.apply(edition, options.person, plan, minor=minor)
    complain(outcomes)
    console().print(_("Revised “{text}”.").format(text=plan.slug), markup=False)


def complain(outcomes: list[Synced]) -> None:
    """Say which files could not be written."""
    for outcome in outcomes:
        if outcome.skipped:
            console().print(outcome.skipped, style="red", markup=False, soft_wrap=True)


def decided(report: Report) -> list[str]:
    """Count what a reader decided by kind, in a line; none where it decided nothing."""
    kinds = Counter(decision.kind for decision in report.decisions)
    made = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
    return (
        [_("Decisions of the reader: {made} (--report json shows each).").format(made=made)] if made else []
    )


def _lines(plan: "Plan", effects: tuple[Effect, ...]) -> list[str]:
    """Say what happens to units and words, to which of them, and in which language."""
    touched = [one for one in plan.fates if one.fate in TOUCHED]
    lines = [_changed(one) for one in touched[:SHOWN]]
    if len(touched) > SHOWN:
        lines.append(_("… and {n} more (--report json shows each).").format(n=len(touched) - SHOWN))
    counted = told.counts(plan.counts)
    return [*decided(plan.incoming.report), *counted, *lines, *(told.effect(one) for one in effects)]


def _changed(one: Fated) -> str:
    """Return a unit's word diff in one line: [-before-] and {+after+}, as wdiff writes it."""
    marks = {"-": ("[-", "-]"), "+": ("{+", "+}")}
    parts = []
    for piece in one.diff:
        if piece.sign == " ":
            words = piece.text.split(" ")
            parts.append(piece.text if len(words) <= 8 else " ".join([*words[:3], "…", *words[-3:]]))
        else:
            start, end = marks[piece.sign]
            text = piece.text.strip()
            lead = " " if piece.text[:1].isspace() else ""
            parts.append(f"{lead}{start}{text}{end}")
    return f"  {'+'.join(one.before)} → {'+'.join(one.after)}: {''.join(parts)}"


def _json(plan: "Plan", effects: tuple[Effect, ...]) -> dict[str, Any]:
    """Return the reader's decisions and the revision, as ``--report json`` shows them."""
    changed = [one for one in plan.fates if one.fate is not Fate.SAME]
    return {
        "file": plan.incoming.file,
        **asdict(plan.incoming.report),
        "revision": {
            "text": plan.slug,
            "changes": plan.changes,
            "counts": {str(fate): asdict(count) for fate, count in plan.counts.items()},
            "units": [asdict(one) for one in changed],
            "effects": [asdict(one) for one in effects],
        },
    }
