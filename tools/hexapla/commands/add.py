"""Implements ``hexapla add FILE…``: texts in, or revised; what that means is shown before anything is stored."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hexapla.commands import Options, console
from hexapla.commands._revision import complain, decided, revise
from hexapla.model import languages
from hexapla.model.catalog import State
from hexapla.model.errors import HexaplaError
from hexapla.model.messages import _, ngettext, shown

if TYPE_CHECKING:
    from hexapla.work.edition import Edition
    from hexapla.work.ingest import Incoming


@click.command(help=_("Read and segment source texts, show what was decided, and add them to the edition."))
@click.argument("paths", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--text",
    "slug",
    default="",
    metavar="SLUG",
    help=_("The text's slug, for one file; a text that is there already is revised."),
)
@click.option("--title", default="", metavar="TITLE", help=_("The title of the text, for one file."))
@click.option(
    "--changes",
    type=click.Choice(["accept", "reject", "ask"]),
    default="accept",
    help=_("What becomes of tracked changes in a word processor’s file."),
)
@click.option("--lang", default="", metavar="LANG", help=_("The language of the translations in a .po file."))
@click.option("--yes", is_flag=True, help=_("Add or revise without asking."))
@click.option(
    "--minor",
    is_flag=True,
    help=_("What was edited in a revised text was only corrected: translations keep their states."),
)
@click.option(
    "--replace",
    is_flag=True,
    help=_("With --yes: revise also where most translated units are put aside."),
)
@click.option(
    "--report",
    type=click.Choice(["summary", "json"]),
    default="summary",
    help=_("How to show the decisions."),
)
@click.pass_obj
def add(
    options: Options,
    paths: tuple[Path, ...],
    slug: str,
    title: str,
    changes: str,
    lang: str,
    yes: bool,
    minor: bool,
    replace: bool,
    report: str,
) -> None:
    """Add texts to an edition, or revise one."""
    from hexapla.work import edition as editions
    from hexapla.work import ingest

    if (slug or title) and len(paths) > 1:
        raise click.UsageError(_("--text and --title are of one text; give one file with them."))
    as_json = report == "json"

    def one(edition: "Edition", path: Path) -> bool:
        with console().status(_("Reading {file} …").format(file=shown(ingest.file_name(path)))):
            incoming = ingest.read(edition, path, slug=slug, title=title, lang=lang, changes=changes)
        if edition.settings.text(incoming.slug):
            revise(options, edition, incoming, yes=yes, minor=minor, replace=replace, as_json=as_json)
            return True
        if minor:
            raise click.UsageError(
                _("--minor is for a text that is there already; “{slug}” is new.").format(slug=incoming.slug)
            )
        return _add(options, edition, incoming, yes=yes, as_json=as_json)

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        _each(paths, lambda path: one(edition, path))


def _each(paths: tuple[Path, ...], one: Callable[[Path], bool]) -> None:
    """Take files one by one: what is wrong with one keeps no other out. The first error is raised at the end."""
    from hexapla.work import ingest

    errors: list[HexaplaError] = []
    added: list[str] = []
    left: list[str] = []
    for path in paths:
        file = shown(ingest.file_name(path))
        try:
            (added if one(path) else left).append(file)
        except HexaplaError as error:
            left.append(file)
            errors.append(error)
    if errors and len(paths) > 1:
        for other in errors[1:]:
            console().print(str(other), style="red", markup=False, soft_wrap=True)
        said = _("Added: {added}. Not added: {left}.").format(
            added=", ".join(added) or "–", left=", ".join(left)
        )
        console().print(said, markup=False, soft_wrap=True)
    if errors:
        raise errors[0]


def _add(options: Options, edition: "Edition", incoming: "Incoming", *, yes: bool, as_json: bool) -> bool:
    """Add a new text, and return whether that was wanted."""
    from hexapla.work import ingest

    if as_json:
        click.echo(json.dumps(_decisions(incoming), ensure_ascii=False))
    console().print(_summary(incoming), markup=False, soft_wrap=True)
    if not yes and not click.confirm(_("Add this text?"), default=True, err=True):
        return False
    with console().status(_("Storing {text} …").format(text=incoming.slug)):
        outcomes = ingest.store(edition, options.person, incoming)
    complain(outcomes)
    console().print(_("Added “{text}”.").format(text=incoming.slug), markup=False)
    return True


def _decisions(incoming: "Incoming") -> dict[str, Any]:
    """Return what a reader decided, as ``--report json`` shows it."""
    return {"file": incoming.file} | asdict(incoming.report)


def _summary(incoming: "Incoming") -> str:
    """Say in a few lines what was read, and count the decisions by kind."""
    text = incoming.text
    kinds = Counter(block.kind for block in text.blocks)
    lines = [
        ngettext(
            "“{title}”: one unit in {blocks} blocks.",
            "“{title}”: {n} units in {blocks} blocks.",
            len(text.units),
        ).format(title=text.title, n=len(text.units), blocks=len(text.blocks)),
        ", ".join(f"{count} {kind}" for kind, count in kinds.items()),
    ]
    if incoming.entries:
        states = Counter(entry.state for entry in incoming.entries if entry.msgstr)
        lines.append(
            _("Translations into {name} ({tag}): {done} translated, {open} need work.").format(
                name=languages.language(incoming.lang).name,
                tag=incoming.lang,
                done=states[State.TRANSLATED],
                open=states[State.NEEDS_WORK],
            )
        )
    return "\n".join([*lines, *decided(incoming.report)])
