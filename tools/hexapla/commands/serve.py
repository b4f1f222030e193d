"""Implements ``hexapla serve``: the editor in the browser."""

import click

from hexapla.commands import Options, console
from hexapla.model.messages import _


@click.command(help=_("Open the edition in the browser."))
@click.option(
    "--host", default="127.0.0.1", help=_("The address to listen on; only this machine by default.")
)
@click.option("--port", type=click.IntRange(0, 65535), default=8501, help=_("The port; 0 picks a free one."))
@click.option("--browser/--no-browser", default=True, help=_("Open a browser window."))
@click.pass_obj
def serve(options: Options, host: str, port: int, browser: bool) -> None:
    """Serve the edition until it is stopped."""
    from hexapla.work import edition as editions
    from hexapla_ui import server

    with console().status(_("Opening the edition …")):
        editions.check(options.start, options.person, desk=options.desk)
    server.run(
        options.start,
        options.person,
        desk=options.desk,
        host=host,
        port=port,
        browser=browser,
        ready=lambda url: click.echo(_("Hexapla is at {url} — stop it with Ctrl+C.").format(url=url)),
    )
