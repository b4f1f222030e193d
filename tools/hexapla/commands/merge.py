"""Implements ``hexapla merge FILE…``: take an edited catalog back."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from hexapla.commands import BLOCKED, Options
from hexapla.model.messages import _


@click.command(
    help=_("Take back edited catalogs by unit, from wherever they are; the folder is not written.")
)
@click.argument("paths", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--lang", metavar="LANG", default="", help=_("The language, if the file does not say."))
@click.option("--text", "slug", metavar="SLUG", default="", help=_("The text, if the file does not say."))
@click.option("--dry-run", is_flag=True, help=_("Show the plan; change nothing."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, one object a file."))
@click.pass_obj
def merge(
    options: Options, paths: tuple[Path, ...], lang: str, slug: str, dry_run: bool, as_json: bool
) -> None:
    """Merge files; exit 1 if one could not be taken."""
    from hexapla.commands.sync import show
    from hexapla.work import edition as editions
    from hexapla.work import merge as work

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        rows = [
            work.take_back(edition, options.person, path, lang=lang, slug=slug, dry_run=dry_run)
            for path in paths
        ]
    if as_json:
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
    else:
        show(rows, dry_run=dry_run, nothing=_("The desk has all of it already."))
    if any(row.skipped for row in rows):
        raise SystemExit(BLOCKED)
