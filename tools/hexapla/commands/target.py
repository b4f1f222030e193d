"""Implements ``hexapla target add|remove LANG``: the languages of an edition."""

import click

from hexapla.commands import Options, console
from hexapla.model import languages
from hexapla.model.messages import _


@click.group(help=_("The languages that the edition is translated into."))
def target() -> None:
    """Group the verbs on target languages."""


@target.command(help=_("Open a language for every text."))
@click.argument("lang", metavar="LANG")
@click.pass_obj
def add(options: Options, lang: str) -> None:
    """Open a language."""
    from hexapla.work import edition as editions
    from hexapla.work import ingest

    tag = languages.canonical(lang)
    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        if tag in (edition.settings.source, *edition.settings.targets):
            raise click.UsageError(_("The edition has {tag} already.").format(tag=tag))
        ingest.add_language(edition, options.person, tag)
    console().print(
        _("Opened {name} ({tag}).").format(name=languages.language(tag).name, tag=tag), markup=False
    )


@target.command(help=_("Close a language; its catalogs stay in the folder."))
@click.argument("lang", metavar="LANG")
@click.pass_obj
def remove(options: Options, lang: str) -> None:
    """Close a language."""
    from hexapla.work import edition as editions
    from hexapla.work import ingest

    tag = languages.canonical(lang)
    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        if tag not in edition.settings.targets:
            raise click.UsageError(_("{tag} is not a target language of this edition.").format(tag=tag))
        ingest.remove_language(edition, options.person, tag)
    console().print(_("Closed {tag}; its catalogs stay in the folder.").format(tag=tag), markup=False)
