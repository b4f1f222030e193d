"""Implements ``hexapla restore``: the desk as a backup holds it."""

from pathlib import Path

import click

from hexapla.commands import BLOCKED, Options, console
from hexapla.model.messages import _


@click.command(
    help=_(
        "Make the desk what a backup says, wherever that was made: a file or PostgreSQL. What was there is kept under"
        " another name; the folder is left as it is."
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def restore(options: Options, file: Path) -> None:
    """Restore a backup; exit 1 if the desk in it was not whole."""
    from hexapla.work import backup as work

    with console().status(_("Restoring …")):
        back = work.restore(options.start, options.person, file, desk=options.desk)
    manifest = back.restored.manifest
    click.echo(
        _("The desk is as it was at {time}, revision {number}.").format(
            time=manifest.made, number=manifest.revision
        )
    )
    if back.restored.aside:
        click.echo(_("What was there before is kept as {name}.").format(name=back.restored.aside))
    click.echo(
        _(
            "Who may do what is as it was then, too: see “hexapla people”. Links that invite are to be made anew."
            " What the folder holds that is newer comes back with the next sync."
        )
    )
    for sentence in back.wrong:
        click.echo(sentence)
    if back.wrong:
        raise SystemExit(BLOCKED)
