"""Implements ``hexapla status``: progress per text and language."""

import json

import click
from rich.console import Console
from rich.table import Table

from hexapla.commands import Options
from hexapla.model.catalog import State
from hexapla.model.messages import _
from hexapla.model.progress import Progress


@click.command(help=_("Show how far every text is in every language."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON: text, lang, units and words by state."))
@click.pass_obj
def status(options: Options, as_json: bool) -> None:
    """Show progress."""
    from hexapla.work import edition as editions
    from hexapla.work import status as work

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        rows = work.status(edition)
    if as_json:
        click.echo(json.dumps([_plain(row) for row in rows], ensure_ascii=False, indent=1))
    else:
        Console(highlight=False).print(_table(rows))


def _plain(row: Progress) -> dict[str, object]:
    return {
        "text": row.text,
        "lang": row.lang,
        "units": {str(state): row.units.get(state, 0) for state in State},
        "words": {str(state): row.words.get(state, 0) for state in State},
    }


def _table(rows: list[Progress]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 1, 0, 0))
    table.add_column(_("text"), overflow="fold")
    table.add_column(_("language"))
    for head in (_("units"), _("words"), _("translated"), _("reviewed"), _("needs work"), _("untranslated")):
        table.add_column(head, justify="right")
    last = ""
    for row in rows:
        table.add_row(
            row.text if row.text != last else "",
            row.lang,
            str(row.total),
            str(sum(row.words.values())),
            f"{row.share(State.TRANSLATED):.0%}",
            f"{row.share(State.REVIEWED):.0%}",
            str(row.units.get(State.NEEDS_WORK, 0)),
            str(row.units.get(State.UNTRANSLATED, 0)),
        )
        last = row.text
    return table
