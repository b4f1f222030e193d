"""Implements ``hexapla backup``: the desk in one file."""

from pathlib import Path

import click

from hexapla.commands import Options, console
from hexapla.model.messages import _, ngettext


@click.command(
    help=_(
        "Write the desk, with its history, to one file, while people go on working. Links that invite and the key that"
        " signs the pages are not in it."
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def backup(options: Options, file: Path) -> None:
    """Back the desk up; an older backup of the same edition is replaced."""
    from hexapla.work import backup as work
    from hexapla.work import edition as editions

    with (
        editions.opened(options.start, options.person, desk=options.desk, changes=False) as edition,
        console().status(_("Backing up …")),
    ):
        made = work.backup(edition, options.person, file)
    click.echo(
        ngettext(
            "{file}: the desk with one revision, {n} MB.",
            "{file}: the desk with {count} revisions, {n} MB.",
            made.revision,
        ).format(file=click.format_filename(file), count=made.revision, n=f"{file.stat().st_size / 1e6:,.1f}")
    )
