"""Implements ``hexapla terms list|import|export|candidates|report|check``: the glossary, and how it is kept."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hexapla.commands import Options
from hexapla.model.errors import BadFile
from hexapla.model.messages import _, ngettext, shown

if TYPE_CHECKING:
    from hexapla.work.terms.exchange import Imported


@click.group(help=_("The glossary: bring it in and out, find candidates, see how each term is rendered."))
def terms() -> None:
    """Group the verbs on terms."""


@terms.command("list", help=_("List the concepts, with the decided terms and how many places want a look."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, one object a concept."))
@click.pass_obj
def list_(options: Options, as_json: bool) -> None:
    """List the glossary."""
    from hexapla.work import edition as editions
    from hexapla.work.terms import listing

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        lines = listing.lines(edition, options.person)
    if as_json:
        rows = [
            asdict(line) | {"columns": [asdict(one) | {"look": one.look} for one in line.columns]}
            for line in lines
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if not lines:
        click.echo(_("The glossary is empty; “hexapla terms candidates” finds words for it."))
    for line in lines:
        click.echo(f"{shown(line.id):<6} {shown(line.head, 200)}  ({line.occurrences})")
        for column in line.columns:
            look = _("  {n} to look at").format(n=column.look) if column.look else ""
            named = ", ".join(shown(term, 200) for term in column.terms)
            click.echo(f"       {column.lang:<4} {named or '–'}  [{column.decision}]{look}")


@terms.command(
    "import",
    help=_("Bring a glossary in: TBX, CSV or XLSX; what the edition has stays, what is new is added."),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="NAME=FIELD",
    help=_(
        "What a column of a table is: a language (de), de:status, de:forms, definition, note, - for nothing."
    ),
)
@click.option("--dry-run", is_flag=True, help=_("Only say what would happen."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON."))
@click.pass_obj
def import_(options: Options, file: Path, columns: tuple[str, ...], dry_run: bool, as_json: bool) -> None:
    """Import a glossary."""
    from hexapla.formats import files
    from hexapla.work import edition as editions
    from hexapla.work.terms import exchange

    if wrong := [one for one in columns if "=" not in one]:
        raise click.BadParameter(
            _("“{words}” is not NAME=FIELD.").format(words=shown(wrong[0], 60)), param_hint="--column"
        )
    given = dict(one.rpartition("=")[::2] for one in columns)
    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        found = exchange.read(edition, files.read(file, limit=exchange.LIMIT), file.name, given)
        if found.is_unnamed:
            reason = _("no column was taken for terms; say which one is, as with --column “{name}={lang}”.")
            head = next((head for head, _what in found.mapping if head), "")
            lang = edition.settings.source
            raise BadFile(reason.format(name=shown(head, 40), lang=lang), file=file.name)
        done = None if dry_run else exchange.take_in(edition, options.person, found.glossary)
    if as_json:
        done_ = asdict(done) if done else None
        said = {
            "concepts": len(found.glossary.concepts),
            "columns": dict(found.mapping),
            "remarks": list(found.remarks),
            "joins": list(found.joins),
        }
        click.echo(json.dumps(said | {"done": done_}, ensure_ascii=False, indent=1))
        return
    for head, what in found.mapping:
        click.echo(f"{shown(head, 40) or '–':<24} → {_('nothing') if what == '-' else what}")
    for remark in (*found.remarks, *((*done.joins, *done.conflicts) if done else found.joins)):
        click.echo(remark)
    if done is None:
        size = len(found.glossary.concepts)
        words = ngettext("{n} concept is in the file.", "{n} concepts are in the file.", size).format(n=size)
        click.echo(_("{words} Nothing was changed.").format(words=words))
    else:
        click.echo(_told(done))


def _told(done: "Imported") -> str:
    """Say what an import did, and how it is undone."""
    if not done.change:
        return _("Nothing in the file was new.")
    words = [
        ngettext("{n} concept is new.", "{n} concepts are new.", done.added).format(n=done.added),
        ngettext("{n} concept changed.", "{n} concepts changed.", done.changed).format(n=done.changed),
        ngettext("{n} term is new.", "{n} terms are new.", done.terms).format(n=done.terms),
    ]
    some = [one for one, n in zip(words, (done.added, done.changed, done.terms), strict=True) if n]
    return " ".join([*some, _("“history --undo {n}” undoes it.").format(n=done.change)])


@terms.command(
    "export",
    help=_("Write the glossary as TBX, CSV or XLSX, by the ending of FILE; - writes TBX to the screen."),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.pass_obj
def export(options: Options, file: Path) -> None:
    """Export the glossary."""
    from hexapla.formats import files
    from hexapla.work import edition as editions
    from hexapla.work.terms import exchange

    format_ = "tbx" if str(file) == "-" else file.suffix.lstrip(".").lower()
    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        made = exchange.written(edition, options.person, format_)
    if str(file) == "-":
        click.echo(made, nl=False)
        return
    files.write(file, made)
    click.echo(_("Wrote {path}.").format(path=file))


@terms.command(help=_("Find words that the sources use like terms, with what the translations say for them."))
@click.option("--lang", default="", help=_("The source language; that of the edition by default."))
@click.option("--limit", type=click.IntRange(1, 1000), default=40, help=_("How many to show."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, one object a candidate."))
@click.pass_obj
def candidates(options: Options, lang: str, limit: int, as_json: bool) -> None:
    """Show candidates."""
    from hexapla.work import edition as editions
    from hexapla.work.terms import triage

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        found, _rejected = triage.offered(edition, options.person, lang)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found[:limit]], ensure_ascii=False, indent=1))
        return
    if not found:
        click.echo(_("Nothing here looks like a term."))
    for one in found[:limit]:
        said = "  ".join(
            f"{other}: {', '.join(some.text for some in renderings)}"
            for other, renderings in one.renderings.items()
        )
        click.echo(
            f"{one.count:>4}  {one.name}{' (' + one.kind + ')' if one.kind != 'term' else ''}  {said}".rstrip()
        )


@terms.command(help=_("Say where and how each term is rendered."))
@click.option(
    "--lang", "langs", multiple=True, metavar="LANG", help=_("Only this language; may be repeated.")
)
@click.option(
    "--html", "file", type=click.Path(path_type=Path, dir_okay=False), help=_("Write a printable page.")
)
@click.option("--appendix", is_flag=True, help=_("Only what a reader of the book wants: the decided terms."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON."))
@click.pass_obj
def report(
    options: Options, langs: tuple[str, ...], file: Path | None, appendix: bool, as_json: bool
) -> None:
    """Report."""
    from hexapla.formats import files
    from hexapla.work import edition as editions
    from hexapla.work.terms import report as reports

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        made = reports.of(edition, options.person, langs, appendix=appendix)
        page = reports.page(made)
    if file is not None:
        files.write(file, page)
        click.echo(_("Wrote {path}.").format(path=file))
        return
    if as_json:
        click.echo(json.dumps(asdict(made)["concepts"], ensure_ascii=False, indent=1))
        return
    for one in made.concepts:
        click.echo(f"{one.head}  ({one.occurrences})")
        for column in one.columns:
            forms = "; ".join(
                f"{term.text}: " + ", ".join(f"{form} {count}" for form, count in term.forms)
                if term.forms
                else term.text
                for term in column.terms
            )
            click.echo(f"  {column.lang:<4} {forms or '–'}")
            for text, number, judgement in column.look:
                click.echo(f"       {text} {number}: {made.words.get(judgement, judgement)}")


@terms.command(help=_("Check how the terms are kept; exit code 1 where something wants a look."))
@click.option("--lang", default="", help=_("Only this language."))
@click.option("--text", "slug", default="", help=_("Only this text."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, one object a finding."))
@click.pass_context
def check(context: click.Context, lang: str, slug: str, as_json: bool) -> None:
    """Check."""
    from hexapla.work import edition as editions
    from hexapla.work.terms import checking

    options: Options = context.obj
    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        checking.run(edition, options.person)
        found = checking.listed(edition, options.person, slug, lang)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    for one in () if as_json else found:
        waived = _("  waived") if one.waived else ""
        click.echo(f"{one.text} {one.n} {one.lang}  {one.severity}  {one.name}: {one.message}{waived}")
    if any(one.severity != "note" and not one.waived for one in found):
        context.exit(1)
