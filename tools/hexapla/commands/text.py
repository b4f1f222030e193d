"""Implements ``hexapla text list``: the texts of an edition."""

import json

import click

from hexapla.commands import Options
from hexapla.model.messages import _


@click.group(help=_("The texts of the edition."))
def text() -> None:
    """Group the verbs on texts."""


@text.command("list", help=_("List the texts with their sizes."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON: slug, title, units, source, languages."))
@click.pass_obj
def list_(options: Options, as_json: bool) -> None:
    """List the texts."""
    from hexapla.work import edition as editions
    from hexapla.work.status import texts

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        rows = texts(edition)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo(f"{row['slug']:<24} {row['units']:>6}  {row['title']}")
