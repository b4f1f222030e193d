"""Implements ``hexapla unit show|correct|mark|sic|split|merge|join|part``: a unit of a source, mended in place."""

import json
from dataclasses import asdict

import click

from hexapla.commands import Options
from hexapla.commands._mending import JSON, NTH, YES, carry_out, report
from hexapla.model import languages
from hexapla.model.mend import Correct, MergeUnits
from hexapla.model.messages import _


@click.group(help=_("Look at a unit of a text and mend it; translations go along."))
def unit() -> None:
    """Group the verbs on units."""


@unit.command(help=_("Show a unit: its words, its block, and how it stands in each language."))
@click.argument("slug")
@click.argument("unit", metavar="UNIT")
@click.option("--json", "as_json", is_flag=True, help=_("As JSON."))
@click.pass_obj
def show(options: Options, slug: str, unit: str, as_json: bool) -> None:
    """Show a unit."""
    from hexapla.work import edition as editions
    from hexapla.work import wording

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        found = wording.look(edition, options.person, slug, unit)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        return
    click.echo(f"{found.unit}  {found.kind} {found.block} ({', '.join(found.units)})")
    if found.heads:
        click.echo(f"  {' › '.join(found.heads)}")
    click.echo(f"  {found.source}")
    for one in found.languages:
        joined = f" {'+'.join(one.units)}" if len(one.units) > 1 else ""
        click.echo(f"{languages.code(one.lang)}{joined}  [{one.state}]\n  {one.target}")


@unit.command(help=_("Put other words for some of a unit's, or give it a whole new source."))
@click.argument("slug")
@click.argument("unit", metavar="UNIT")
@click.option("--find", metavar="WORDS", default="", help=_("The words that are wrong."))
@click.option("--put", metavar="WORDS", help=_("The words to put for them; none takes them out."))
@click.option(
    "--source", metavar="FORM", default="", help=_("All words, with tags as “unit show” shows them.")
)
@click.option("--meaning", is_flag=True, help=_("The meaning changes: translations need work again."))
@NTH
@YES
@JSON
@click.pass_obj
def correct(
    options: Options,
    slug: str,
    unit: str,
    find: str,
    put: str | None,
    source: str,
    meaning: bool,
    nth: int,
    yes: bool,
    as_json: bool,
) -> None:
    """Correct a unit's words."""
    from hexapla.work import wording

    if bool(source) == bool(find) or (find and put is None):
        raise click.UsageError(_("Give --find with --put, or --source."))
    carry_out(
        options,
        slug,
        lambda edition: (
            Correct(unit, source, meaning)
            if source
            else wording.correction(edition, slug, unit, find, put or "", nth=nth, meaning=meaning)
        ),
        yes=yes,
        as_json=as_json,
    )


@unit.command(help=_("Mark words as italic, foreign, title or quotation; marked ones lose the mark."))
@click.argument("slug")
@click.argument("unit", metavar="UNIT")
@click.argument("words", metavar="WORDS")
@click.option(
    "--as",
    "tag",
    type=click.Choice(["italic", "foreign", "title", "quotation"]),
    required=True,
    help=_("As what."),
)
@click.option("--lang", metavar="LANG", default="", help=_("The language of foreign words."))
@NTH
@YES
@JSON
@click.pass_obj
def mark(
    options: Options,
    slug: str,
    unit: str,
    words: str,
    tag: str,
    lang: str,
    nth: int,
    yes: bool,
    as_json: bool,
) -> None:
    """Mark words of a unit."""
    from hexapla.work import wording

    name = {"italic": "hi", "quotation": "q"}.get(tag, tag)
    carry_out(
        options,
        slug,
        lambda edition: wording.marking(edition, slug, unit, words, name, lang=lang, nth=nth),
        yes=yes,
        as_json=as_json,
    )


@unit.command(help=_("Mark words as standing so in the original: [sic]."))
@click.argument("slug")
@click.argument("unit", metavar="UNIT")
@click.argument("words", metavar="WORDS")
@NTH
@YES
@JSON
@click.pass_obj
def sic(options: Options, slug: str, unit: str, words: str, nth: int, yes: bool, as_json: bool) -> None:
    """Add a [sic]."""
    from hexapla.work import wording

    carry_out(
        options,
        slug,
        lambda edition: wording.marking(edition, slug, unit, words, "sic", nth=nth),
        yes=yes,
        as_json=as_json,
    )


@unit.command(help=_("Divide a unit behind some of its words; the new part gets a letter: u12, u12a."))
@click.argument("slug")
@click.argument("unit", metavar="UNIT")
@click.option("--after", metavar="WORDS", required=True, help=_("The last words of the first part."))
@NTH
@YES
@JSON
@click.pass_obj
def split(options: Options, slug: str, unit: str, after: str, nth: int, yes: bool, as_json: bool) -> None:
    """Divide a unit."""
    from hexapla.work import wording

    carry_out(
        options,
        slug,
        lambda edition: wording.division(edition, slug, unit, after, nth=nth),
        yes=yes,
        as_json=as_json,
    )


@unit.command(help=_("Let a unit take in the one that follows it in the same block."))
@click.argument("slug")
@click.argument("unit", metavar="UNIT")
@YES
@JSON
@click.pass_obj
def merge(options: Options, slug: str, unit: str, yes: bool, as_json: bool) -> None:
    """Merge two units."""
    carry_out(options, slug, lambda _edition: MergeUnits(unit), yes=yes, as_json=as_json)


@unit.command(help=_("Let one language have one text for several units; the source stays as it is."))
@click.argument("slug")
@click.argument("units", metavar="UNIT…", nargs=-1, required=True)
@click.option("--lang", metavar="LANG", required=True, help=_("The language."))
@click.pass_obj
def join(options: Options, slug: str, units: tuple[str, ...], lang: str) -> None:
    """Join units in a language."""
    from hexapla.work import edition as editions
    from hexapla.work import joining

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        report(joining.join(edition, options.person, slug, lang, units))


@unit.command(help=_("Take what one language has joined apart again; the parts need work."))
@click.argument("slug")
@click.argument("unit", metavar="UNIT")
@click.option("--lang", metavar="LANG", required=True, help=_("The language."))
@click.pass_obj
def part(options: Options, slug: str, unit: str, lang: str) -> None:
    """Take a join apart."""
    from hexapla.work import edition as editions
    from hexapla.work import joining

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        report(joining.part(edition, options.person, slug, lang, unit))
