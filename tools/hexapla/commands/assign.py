"""Implements ``hexapla assign``: who is to do what by when."""

import json
from dataclasses import asdict

import click

from hexapla.commands import Options
from hexapla.model.messages import _


@click.command(help=_("Assign a text, or a part of it, to a person; without SLUG list what is assigned."))
@click.argument("slug", required=False)
@click.option("--lang", metavar="LANG", help=_("The language."))
@click.option("--to", metavar="PERSON", help=_("The person’s id."))
@click.option("--units", metavar="FIRST-LAST", default="", help=_("Only these units, such as u3-u20."))
@click.option("--div", "division", metavar="ID", default="", help=_("Only this division, by its xml:id."))
@click.option("--due", metavar="DATE", default="", help=_("The day when it is to be done: 2026-12-01."))
@click.option("--note", default="", help=_("A few words for the person."))
@click.option("--done", type=int, metavar="N", help=_("Close assignment N."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, one object an assignment."))
@click.pass_obj
def assign(
    options: Options,
    slug: str | None,
    lang: str | None,
    to: str | None,
    units: str,
    division: str,
    due: str,
    note: str,
    done: int | None,
    as_json: bool,
) -> None:
    """Assign, close or list."""
    from hexapla.work import assignments
    from hexapla.work import edition as editions

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        if done is not None:
            assignments.close(edition, options.person, done)
            click.echo(_("Assignment {n} is closed.").format(n=done))
            return
        if slug and to and lang:
            first, _dash, last = units.partition("-")
            number = assignments.assign(
                edition,
                options.person,
                to,
                slug,
                lang,
                first=first,
                last=last,
                division=division,
                due=due,
                note=note,
            )
            click.echo(_("Assignment {n} is made.").format(n=number))
            return
        if to and not slug:
            pass
        elif slug and (to or units or division or due):
            raise click.UsageError(_("Name the language with --lang and the person with --to."))
        rows = assignments.listed(edition, options.person, to=to, slug=slug, lang=lang)
    if as_json:
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        part = f"{row.first}–{row.last}" if row.first else _("whole text")
        click.echo(
            f"{row.id:>5}  {row.due or '–':<10}  {row.person:<16}  {row.text} {row.lang}  {part}  {row.note}".rstrip()
        )
