"""Implements ``hexapla search``: find units by words, states, people, dates and more."""

import json
from dataclasses import asdict

import click

from hexapla.commands import Options
from hexapla.model.messages import _
from hexapla.model.search import Hit

_HELP = _(
    "Find units. Words are beginnings of words in source or target; quotation marks make a phrase, a minus takes away,"
    " /…/ is a pattern. Filters: source: target: state: has: finding: term: by: changed: assigned: text: lang:"
)


@click.command(help=_HELP, context_settings={"allow_interspersed_args": False})
@click.argument("words", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--limit", type=click.IntRange(1, 100_000), default=50, help=_("How many units at most."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, one object a unit."))
@click.pass_obj
def search(options: Options, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Search the edition."""
    from hexapla.work import edition as editions
    from hexapla.work.search import find

    # After the first word everything is asked for, a minus too, so that “-hut” is no bundle of options.
    if late := next((word for word in words if word in ("--json", "--limit")), None):
        raise click.UsageError(_("{option} goes before the words.").format(option=late))
    line = " ".join(
        f'"{word}"' if " " in word and '"' not in word and ":" not in word else word for word in words
    )
    found: list[Hit] = []
    after = ""
    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        while len(found) < limit:
            page = find(edition, options.person, line, after=after, limit=min(200, limit - len(found)))
            found += page.hits
            after = page.after
            if not after:
                break
    if as_json:
        click.echo(json.dumps([asdict(hit) for hit in found], ensure_ascii=False, indent=1))
        return
    for hit in found:
        click.echo(
            f"{hit.text} {hit.lang} {'+'.join(hit.units)}  [{hit.state}]\n  {hit.source}\n  {hit.target}"
        )
    if after:
        click.echo(_("There is more; --limit shows more."), err=True)
