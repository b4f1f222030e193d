"""Implements ``hexapla doctor``: whether everything is whole."""

import json
from dataclasses import asdict

import click

from hexapla.commands import BLOCKED, Options, console
from hexapla.model.messages import _


@click.command(help=_("Examine the desk and the folder, and whether they agree."))
@click.option(
    "--repair",
    "--prune",
    "repair",
    is_flag=True,
    help=_("Mend what is safe to mend, and take away what is over; nothing that a person wrote."),
)
@click.option("--json", "as_json", is_flag=True, help=_("As one JSON object."))
@click.pass_obj
def doctor(options: Options, repair: bool, as_json: bool) -> None:
    """Examine an edition; exit 1 if something is wrong."""
    from hexapla.work import doctor as work
    from hexapla.work import edition as editions

    with (
        editions.opened(options.start, options.person, desk=options.desk, changes=False) as edition,
        console().status(_("Examining …")),
    ):
        found = work.examine(edition, options.person, repair=repair)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        warnings = [finding.message for finding in found.warnings]
        wrong = [finding.message for finding in found.wrong]
        for sentence in (*found.facts, *found.mended, *warnings, *wrong):
            click.echo(sentence)
        if not wrong:
            click.echo(_("All is whole."))
    if found.wrong:
        raise SystemExit(BLOCKED)
