"""Implements ``hexapla sync``: folder ⇄ desk."""

import json
from dataclasses import asdict

import click

from hexapla.commands import BLOCKED, Options
from hexapla.model.messages import _, ngettext
from hexapla.model.outcome import Synced


@click.command(help=_("Bring the folder and the desk together, unit by unit."))
@click.option("--dry-run", is_flag=True, help=_("Show the plan; change nothing."))
@click.option(
    "--take",
    type=click.Choice(["file", "desk"]),
    help=_(
        "Where both changed a whole file, let this side win; “file” also where a file holds an older copy."
    ),
)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, one object a file."))
@click.pass_obj
def sync(options: Options, dry_run: bool, take: str | None, as_json: bool) -> None:
    """Sync the edition; exit 1 if a catalog could not be read."""
    from hexapla.work import edition as editions
    from hexapla.work import sync as work

    with editions.opened(options.start, options.person, desk=options.desk, changes=False) as edition:
        rows = work.settled(edition, options.person, dry_run=dry_run, take=take or "")
    if as_json:
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
    else:
        show(rows, dry_run=dry_run, nothing=_("Folder and desk agree."))
    if any(row.skipped for row in rows):
        raise SystemExit(BLOCKED)


def show(rows: list[Synced], *, dry_run: bool, nothing: str) -> None:
    """Print what was done, a line a file and its findings below; ``nothing`` where there is nothing to tell."""
    told = [row for row in rows if not row.quiet]
    for row in told:
        parts = [
            _("{n} taken from the file").format(n=row.taken) if row.taken else "",
            _("{n} kept as suggestions").format(n=row.suggested) if row.suggested else "",
            ngettext("one older copy left", "{n} older copies left", row.older).format(n=row.older)
            if row.older
            else "",
            (_("file would be written") if dry_run else _("file written")) if row.written else "",
            row.skipped,
        ]
        line = ", ".join(part for part in parts if part)
        click.echo(line if line.startswith(row.file) else f"{row.file}: {line}")
        for finding in row.findings:
            if finding.message != row.skipped:
                click.echo(f"  {finding.message}")
    if not told:
        click.echo(nothing)
