"""Implements ``hexapla merge-driver``: git merges catalogs by unit (README: "With git")."""

from pathlib import Path

import click

from hexapla.commands import BLOCKED
from hexapla.model.messages import _, ngettext


@click.command(
    "merge-driver",
    help=_("Merge two catalogs that grew out of a third, as git asks for it; the result replaces OURS."),
)
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.argument("path", default="")
def merge_driver(base: Path, ours: Path, theirs: Path, path: str) -> None:
    """Merge; exit 1 if a side cannot be read: OURS stays as it is, and git marks the file."""
    from hexapla.model.errors import BadFile
    from hexapla.work import merge

    try:
        conflicts = merge.driver(base, ours, theirs, name=path or ours.name)
    except BadFile as error:
        click.echo(_("hexapla: {error}").format(error=error), err=True)
        raise SystemExit(BLOCKED) from error
    if conflicts:
        message = ngettext(
            "{path}: one text was changed on both sides; ours stands, theirs is a suggestion ({units}).",
            "{path}: {n} texts were changed on both sides; ours stand, theirs are suggestions ({units}).",
            len(conflicts),
        )
        shown = ", ".join(conflicts[:10])
        click.echo(message.format(path=path or ours.name, n=len(conflicts), units=shown), err=True)
