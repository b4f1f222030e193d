"""Implements ``hexapla doctor``: whether everything is whole."""

import click

from hexapla.commands import BLOCKED, Options
from hexapla.model.messages import _


@click.command(help=_("Examine the desk and the folder, and whether they agree."))
@click.pass_obj
def doctor(options: Options) -> None:
    """Examine an edition; exit 1 if something is wrong."""
    from hexapla.work import doctor as work
    from hexapla.work import edition as editions

    with editions.opened(options.start, options.person, desk=options.desk, changes=False) as edition:
        wrong = work.examine(edition, options.person)
    for fact in work.facts():
        click.echo(fact)
    for sentence in wrong:
        click.echo(sentence)
    if wrong:
        raise SystemExit(BLOCKED)
    click.echo(_("All is whole."))
