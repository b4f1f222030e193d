"""Implements ``hexapla people``: who may do what, and by which browsers they come in."""

import json

import click

from hexapla.commands import Options, console
from hexapla.model.messages import _, shown
from hexapla.model.person import Access, Member, Right


@click.group(invoke_without_command=True, help=_("List the people of the edition, with their rights."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON: id, name, rights, languages, active …"))
@click.pass_context
def people(ctx: click.Context, as_json: bool) -> None:
    """List everybody, unless a verb below this one is named."""
    if ctx.invoked_subcommand is not None:
        return
    from hexapla.work import edition as editions
    from hexapla.work import membership
    from hexapla.work import people as work

    options: Options = ctx.obj
    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        rows = membership.listed(edition, options.person)
        warnings = work.take_in(edition)
    for sentence in warnings:
        console().print(sentence, markup=False, soft_wrap=True)
    if as_json:
        click.echo(json.dumps([_plain(row) for row in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo(_line(row))


@people.command(help=_("Give a person exactly these rights and languages; what is not named stays as it is."))
@click.argument("person", metavar="ID")
@click.option("--name", default="", help=_("The name that others see."))
@click.option(
    "--may",
    "rights",
    multiple=True,
    type=click.Choice([right.value for right in Right]),
    help=_("A right; may be repeated."),
)
@click.option("--lang", "langs", multiple=True, metavar="LANG", help=_("A language; may be repeated."))
@click.option("--every-lang", is_flag=True, help=_("The rights hold in every language."))
@click.pass_obj
def grant(
    options: Options,
    person: str,
    name: str,
    rights: tuple[str, ...],
    langs: tuple[str, ...],
    every_lang: bool,
) -> None:
    """Grant rights, and say what the person may do now."""
    from hexapla.work import edition as editions
    from hexapla.work import membership

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        made = membership.grant(
            edition,
            options.person,
            person,
            name=name,
            rights=[Right(right) for right in rights] or None,
            langs=() if every_lang else langs or None,
        )
    click.echo(_line(Member(made)))


@people.command(help=_("Take all rights from a person, and close their browsers and links at once."))
@click.argument("person", metavar="ID")
@click.pass_obj
def revoke(options: Options, person: str) -> None:
    """Revoke a person."""
    from hexapla.work import edition as editions
    from hexapla.work import membership

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        found = membership.revoke(edition, options.person, person)
    click.echo(_("{name} has no part in this edition any more.").format(name=shown(found.name)))


@people.command(help=_("List a person’s browsers and the links that are still open."))
@click.argument("person", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help=_("As JSON: id, kind, about, at, by."))
@click.pass_obj
def browsers(options: Options, person: str, as_json: bool) -> None:
    """List browsers and links."""
    from hexapla.work import edition as editions
    from hexapla.work import membership

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        rows = membership.browsers(edition, options.person, person)
    if as_json:
        click.echo(json.dumps([row.__dict__ for row in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo(_access(row))


@people.command(help=_("Close one browser or link by its id, or with --all those of a person; rights stay."))
@click.argument("id_", metavar="ID")
@click.option("--all", "every", is_flag=True, help=_("ID is a person’s: close all of theirs."))
@click.pass_obj
def unbind(options: Options, id_: str, every: bool) -> None:
    """Unbind browsers."""
    from hexapla.work import edition as editions
    from hexapla.work import membership

    with editions.opened(options.start, options.person, desk=options.desk) as edition:
        (membership.unbind_all if every else membership.unbind)(edition, options.person, id_)
    click.echo(_("Closed: {id}.").format(id=shown(id_)))


def _plain(row: Member) -> dict[str, object]:
    return {
        "id": row.person.id,
        "name": row.person.name,
        "rights": [str(right) for right in Right if right in row.person.rights],
        "languages": sorted(row.person.languages),
        "active": row.active,
        "browsers": row.browsers,
        "links": row.links,
    }


def _line(row: Member) -> str:
    held = row.person
    rights = " ".join(right for right in Right if right in held.rights) or (
        _("none") if row.active else _("revoked")
    )
    where = " ".join(sorted(held.languages)) if held.languages else _("every language") if held.rights else ""
    signed = _("browsers: {n}").format(n=row.browsers) if row.browsers else ""
    open_ = _("open links: {n}").format(n=row.links) if row.links else ""
    told = "  ".join(part for part in (rights, where, signed, open_) if part)
    return f"{shown(held.id):<28}  {shown(held.name):<24}  {told}"


def _access(row: Access) -> str:
    if row.kind == "link":
        told = _("link, open until {until}").format(until=row.about[:16].replace("T", " "))
    else:
        told = shown(row.about, 100) or _("a browser")
    return f"{row.id}  {row.at[:16].replace('T', ' ')}  {told}"
