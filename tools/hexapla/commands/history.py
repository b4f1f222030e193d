"""Implements ``hexapla history``: what was done, and taking it back."""

import json
from dataclasses import asdict

import click

from hexapla.commands import BLOCKED, Options
from hexapla.model.change import ChangeSet
from hexapla.model.messages import _, ngettext


@click.command(help=_("List what was done to the edition, newest first, or take a change set back."))
@click.option("--text", "slug", metavar="SLUG", help=_("Only what touched this text."))
@click.option("--lang", metavar="LANG", help=_("Only what touched this language."))
@click.option("--limit", type=click.IntRange(1, 1000), default=20, help=_("How many change sets."))
@click.option(
    "--undo", type=int, metavar="N", help=_("Take change set N back; later work on its units stays.")
)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, one object a change set."))
@click.pass_obj
def history(
    options: Options, slug: str | None, lang: str | None, limit: int, undo: int | None, as_json: bool
) -> None:
    """List change sets, or undo one; exit 1 if an undo left something alone."""
    from hexapla.work import changes
    from hexapla.work import edition as editions
    from hexapla.work.people import names_of

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        if undo is not None:
            done = changes.undo(edition, options.person, undo)
            if done.glossary:
                click.echo(_("The glossary is without what change set {n} did.").format(n=undo))
            if done.restored or not done.glossary:
                click.echo(
                    ngettext("One unit is as before.", "{n} units are as before.", done.restored).format(
                        n=done.restored
                    )
                )
            for _text, tag, context in done.skipped:
                click.echo(_("{unit} ({lang}) was changed since and stays.").format(unit=context, lang=tag))
            if done.skipped:
                raise SystemExit(BLOCKED)
            return
        rows = changes.listed(edition, options.person, limit=limit, slug=slug, lang=lang)
        slugs = {stored.id: stored.slug for stored in edition.desk.texts()}
        names = names_of(edition)
    if as_json:
        click.echo(json.dumps([_plain(row, slugs) for row in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo(_line(row, slugs, names))


def _plain(row: ChangeSet, slugs: dict[str, str]) -> dict[str, object]:
    units = [
        {"text": slugs.get(text, text), "lang": lang, "units": count}
        for (text, lang), count in row.units.items()
    ]
    return asdict(row) | {"units": units}


def _line(row: ChangeSet, slugs: dict[str, str], names: dict[str, str]) -> str:
    touched = ", ".join(
        f"{slugs.get(text, text)} {lang}: {count}" for (text, lang), count in sorted(row.units.items())
    )
    notes = [
        touched,
        ngettext("one remark", "{n} remarks", row.remarks).format(n=row.remarks) if row.remarks else "",
        _("takes {n} back").format(n=row.undoes) if row.undoes else "",
        _("taken back by {n}").format(n=row.undone_by) if row.undone_by else "",
        row.note,
    ]
    told = "; ".join(note for note in notes if note)
    when = row.at[:16].replace("T", " ")
    return (
        f"{row.number:>6}  {when}  {names.get(row.person, row.person):<16}  {row.kind:<10}  {told}".rstrip()
    )
