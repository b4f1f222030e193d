"""Implements ``hexapla serve``: the editor in the browser."""

import click

from hexapla.commands import Options, console
from hexapla.model.messages import _


@click.command(help=_("Open the edition in the browser, for you alone or for people who sign in."))
@click.option(
    "--host", default="127.0.0.1", help=_("The address to listen on; only this machine by default.")
)
@click.option("--port", type=click.IntRange(0, 65535), default=8501, help=_("The port; 0 picks a free one."))
@click.option("--browser/--no-browser", default=True, help=_("Open a browser window."))
@click.option(
    "--invited", is_flag=True, help=_("Let in browsers that a link of “hexapla invite” has signed in.")
)
@click.option(
    "--trust-header",
    "header",
    metavar="NAME",
    help=_(
        "Let in whom this header names, such as X-Forwarded-Email; whoever can reach the port without the proxy "
        "that sets it can be anybody."
    ),
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help=_("A name by which people reach the server, such as edition.example.org; may be repeated."),
)
@click.pass_obj
def serve(
    options: Options,
    host: str,
    port: int,
    browser: bool,
    invited: bool,
    header: str | None,
    names: tuple[str, ...],
) -> None:
    """Serve the edition until it is stopped."""
    from hexapla.work import edition as editions
    from hexapla_ui import server, sign_in

    if invited and header:
        raise click.UsageError(_("--invited and --trust-header are two ways to sign in; choose one."))
    way: sign_in.SignIn = sign_in.Alone()
    if invited:
        way = sign_in.ByInvitation()
    elif header:
        way = sign_in.ByHeader(header)
    with console().status(_("Opening the edition …")):
        editions.check(options.start, options.person, desk=options.desk)
    server.run(
        options.start,
        options.person,
        desk=options.desk,
        host=host,
        port=port,
        browser=browser and not header,
        sign_in=way,
        names=names,
        ready=lambda url: click.echo(_("Hexapla is at {url} — stop it with Ctrl+C.").format(url=url)),
        invite=lambda link: click.echo(_("Your own link, for one browser, once: {link}").format(link=link)),
    )
