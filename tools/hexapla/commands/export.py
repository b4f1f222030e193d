"""Implements ``hexapla export FORMAT…``: publish."""

from pathlib import Path

import click

from hexapla.commands import BLOCKED, Options, console
from hexapla.model.messages import _


@click.command(help=_("Publish the edition: html, tei, or all."))
@click.argument("formats", metavar="FORMAT…", nargs=-1, required=True)
@click.option(
    "--lang", "langs", multiple=True, metavar="LANG", help=_("A language to show, in this order; repeat it.")
)
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("out"), help=_("The folder to write into.")
)
@click.option("--draft", is_flag=True, help=_("Publish although the gate is not met, stamped as a draft."))
@click.pass_obj
def export(
    options: Options, formats: tuple[str, ...], langs: tuple[str, ...], out: Path, draft: bool
) -> None:
    """Publish; exit 1 if the gate is not met."""
    from hexapla.work import edition as editions
    from hexapla.work import export as work

    screen = console()
    with (
        editions.opened(options.start, options.person, desk=options.desk) as edition,
        screen.status("") as line,
    ):
        exported = work.export(
            edition,
            options.person,
            formats,
            langs=langs,
            draft=draft,
            progress=lambda name: line.update(_("Setting {format} …").format(format=name)),
        )
        for path in work.write(out, exported):
            click.echo(path)
    if not exported.files:
        for finding in exported.blocked:
            screen.print(finding.message, markup=False, soft_wrap=True)
        screen.print(
            _("The edition can’t go out yet. --draft publishes it stamped as a draft."), markup=False
        )
        raise SystemExit(BLOCKED)
