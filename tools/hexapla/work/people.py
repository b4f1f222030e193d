"""Who is working here: without sign-in one local person with all rights."""

import getpass
from pathlib import Path

from hexapla.formats import program
from hexapla.model import names
from hexapla.model.errors import Denied, NotFound, ProgramFailed
from hexapla.model.messages import _, shown
from hexapla.model.person import ALL, Person, Right
from hexapla.work.edition import Edition


def local(name: str | None = None, folder: Path | None = None) -> Person:
    """Return the local person: the name given, else git's ``user.name``, else the login."""
    chosen = (name or _git_name(folder) or _login()).strip()
    return Person(id=names.slug_from(chosen), name=chosen, rights=ALL)


def allow(person: Person, right: Right, lang: str | None = None) -> None:
    """Raise Denied unless the person has the right, in the language where one is named."""
    if not person.may(right, lang):
        where = f" ({lang})" if lang else ""
        raise Denied(
            _("{name} has no right to {right} here{where}; ask whoever manages the edition.").format(
                name=person.name, right=right, where=where
            )
        )


def welcome(person: Person) -> None:
    """Raise Denied unless the person has any part in the edition: whoever has one may read and comment."""
    if not person.rights:
        raise Denied(
            _("{name} has no part in this edition; ask whoever manages it.").format(name=person.name)
        )


def current(edition: Edition, person: str, server: Person) -> Person:
    """Return a person by id with the rights of this moment: the server's own, or one whom the desk knows."""
    if person == server.id:
        return server
    raise Denied(_("Nobody is known here as {id}.").format(id=shown(person)))


def known(edition: Edition, person: str) -> Person:
    """Return somebody by id: one of edition.toml, or who has written something here; raises NotFound."""
    for one in edition.settings.people:
        if one.id == person:
            return one
    names = edition.desk.names()
    if person not in names:
        raise NotFound(_("Nobody is known here as {id}.").format(id=shown(person)))
    return Person(person, names[person])


def names_of(edition: Edition) -> dict[str, str]:
    """Return the names of the edition's people by id: those of edition.toml, and all who have written something."""
    return edition.desk.names() | {person.id: person.name for person in edition.settings.people}


def _git_name(folder: Path | None) -> str:
    """Ask git for ``user.name``; a machine without git has none."""
    command = ["git", "-C", str((folder or Path()).resolve()), "config", "--get", "user.name"]
    home = {"HOME": str(Path.home())}
    try:
        return program.run(command, seconds=5, memory=512 << 20, environment=home).decode().strip()
    except (ProgramFailed, UnicodeDecodeError):
        return ""


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return _("somebody")
