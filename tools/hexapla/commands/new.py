"""Implements ``hexapla new DIR``: an empty edition."""

from pathlib import Path

import click

from hexapla.commands import console
from hexapla.model.messages import _


@click.command(help=_("Make an empty edition in a new folder."))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", required=True, help=_("The edition's title, in its source language."))
@click.option(
    "--source", required=True, metavar="LANG", help=_("The language of the texts, as a BCP 47 tag.")
)
@click.option(
    "--target", "targets", multiple=True, metavar="LANG", help=_("A language to translate into; repeat it.")
)
@click.option("--licence", default="", help=_("The licence of the edition, as it is printed."))
@click.option("--date", default="", help=_("The date that exports carry, such as 2026."))
def new(folder: Path, title: str, source: str, targets: tuple[str, ...], licence: str, date: str) -> None:
    """Make an empty edition."""
    from hexapla.work import edition

    edition.create(folder, title=title, source=source, targets=targets, licence=licence, date=date)
    console().print(
        _("The edition is in {folder}. Next: hexapla -C {folder} add FILE").format(folder=folder),
        markup=False,
        soft_wrap=True,
    )
