"""What the verbs that mend a source share: the effect on each language is shown, then asked, then done."""

import json
from collections.abc import Callable
from dataclasses import asdict

import click

from hexapla.commands import Options, console
from hexapla.model import languages
from hexapla.model.mend import Effect, Mend
from hexapla.model.messages import _, ngettext
from hexapla.work.edition import Edition

YES = click.option("--yes", is_flag=True, help=_("Do it without asking."))
JSON = click.option("--json", "as_json", is_flag=True, help=_("As JSON: the effects, and the change set."))
NTH = click.option(
    "--nth",
    type=click.IntRange(0),
    default=0,
    show_default=False,
    help=_("Which, of words that stand there often."),
)


def carry_out(
    options: Options, slug: str, make: Callable[[Edition], Mend], *, yes: bool, as_json: bool
) -> None:
    """Show what a mend does to each language, ask unless told not to, and do it."""
    from hexapla.work import edition as editions
    from hexapla.work import mend as mending

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        wanted = make(edition)
        effects = mending.effect(edition, options.person, slug, wanted)
        if not as_json:
            for effect in effects:
                console().print(_told(effect), markup=False, soft_wrap=True)
        if not yes and not click.confirm(_("Do it?"), default=True, err=True):
            return
        change = mending.mend(edition, options.person, slug, wanted)
    if as_json:
        said = {"change": change, "effects": [asdict(effect) for effect in effects]}
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        report(change)


def report(change: int) -> None:
    """Say under which number a change was made."""
    if change:
        click.echo(_("Done as change set {n}; “hexapla history --undo {n}” takes it back.").format(n=change))
    else:
        click.echo(_("Nothing has changed: it was so already."))


def _told(effect: Effect) -> str:
    """Say in a line what happens to a language."""
    parts = []
    if effect.work:
        parts.append(
            ngettext(
                "one translation needs work again", "{n} translations need work again", effect.work
            ).format(n=effect.work)
        )
    if effect.divided:
        parts.append(
            ngettext(
                "one translated unit goes along", "{n} translated units go along", effect.divided
            ).format(n=effect.divided)
        )
    if effect.words:
        parts.append(
            ngettext("one word to look at again", "{n} words to look at again", effect.words).format(
                n=effect.words
            )
        )
    name = languages.language(effect.lang)
    return f"{name.name} ({name.tag}): {'; '.join(parts) or _('nothing changes')}."
