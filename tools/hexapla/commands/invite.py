"""Implements ``hexapla invite``: a link that lets one person in."""

import click

from hexapla.commands import Options
from hexapla.model.messages import _
from hexapla.model.person import Right


@click.command(
    help=_(
        "Make a link that signs in one browser of a person, once. Somebody new may translate, in every language, "
        "unless --may and --lang say otherwise; of somebody known they change the rights."
    )
)
@click.argument("person", metavar="ID")
@click.option("--name", default="", help=_("The name that others see."))
@click.option("--lang", "langs", multiple=True, metavar="LANG", help=_("A language; may be repeated."))
@click.option(
    "--may",
    "rights",
    multiple=True,
    type=click.Choice([right.value for right in Right]),
    help=_("What the person may do; may be repeated."),
)
@click.option("--days", type=click.IntRange(1, 90), default=7, help=_("How long the link is open."))
@click.option(
    "--url",
    "base",
    default="http://127.0.0.1:8501",
    metavar="BASE",
    help=_("The address by which people reach “hexapla serve --invited”."),
)
@click.pass_obj
def invite(
    options: Options,
    person: str,
    name: str,
    langs: tuple[str, ...],
    rights: tuple[str, ...],
    days: int,
    base: str,
) -> None:
    """Print the link alone on standard output, so that it can be piped."""
    from hexapla.work import edition as editions
    from hexapla.work import membership

    if not base.startswith(("http://", "https://")):
        raise click.UsageError(_("--url must begin with http:// or https://."))
    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        secret = membership.invite(
            edition,
            options.person,
            person,
            name=name,
            rights=[Right(right) for right in rights] or None,
            langs=langs or None,
            days=days,
        )
    click.echo(f"{base.rstrip('/')}/hexapla/join/{secret}")
    click.echo(
        _(
            "The link works once, for {n} days; “hexapla people browsers {id}” shows it, “people unbind” closes it."
        ).format(n=days, id=person),
        err=True,
    )
