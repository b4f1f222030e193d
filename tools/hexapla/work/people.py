"""Who is working here: without sign-in one local person with all rights, else whom the desk knows."""

import getpass
from pathlib import Path

from hexapla.formats import program
from hexapla.model import names
from hexapla.model.errors import Denied, NotFound, ProgramFailed
from hexapla.model.messages import _, shown
from hexapla.model.person import ALL, SERVER, Person, person_id
from hexapla.work.edition import Edition
from hexapla.work.rights import allow, allow_either, allow_somewhere, welcome

__all__ = [
    "allow",
    "allow_either",
    "allow_somewhere",
    "current",
    "known",
    "local",
    "member",
    "names_of",
    "server",
    "take_in",
    "welcome",
]


def local(name: str | None = None, folder: Path | None = None) -> Person:
    """Return the local person: the name given, else git's ``user.name``, else the login."""
    chosen = (name or _git_name(folder) or _login()).strip()
    return Person(id=names.slug_from(chosen), name=chosen, rights=ALL)


def server() -> Person:
    """Return the person that a server is whose people sign in: it keeps the folder, and nobody can enter as it."""
    return Person(SERVER, _("Server"), ALL)


def current(edition: Edition, person: str, server: Person) -> Person:
    """Return a person by id with the rights of this moment: the server's own, or one whom the desk knows.

    Raises Denied for anybody else, and for one who was revoked.
    """
    if person == server.id:
        return server
    found = edition.desk.people.one(person)
    if found is None:
        raise Denied(_("Nobody is known here as {id}.").format(id=shown(person)))
    welcome(found.person)
    return found.person


def member(edition: Edition, said: str) -> Person | None:
    """Return whom an address or a name from outside means, with the rights of this moment; None for a stranger."""
    found = edition.desk.people.meant(person_id(said))
    return found.person if found else None


def known(edition: Edition, person: str) -> Person:
    """Return somebody by id: one of the desk, or of edition.toml, who has no rights by that; raises NotFound."""
    found = edition.desk.people.one(person)
    if found is not None:
        return found.person
    for one in edition.settings.people:
        if one.id == person:
            return Person(one.id, one.name)
    raise NotFound(_("Nobody is known here as {id}.").format(id=shown(person)))


def take_in(edition: Edition) -> list[str]:
    """Give the people of edition.toml their rights on a desk that has never asked; to be called on each opening.

    A desk that was rebuilt so knows everybody again. From then on the file gives nobody a right, since whoever
    sends a change to a file could give themselves any. Returns a sentence for each who has more there than here.
    """
    if edition.desk.people.believe_once(edition.settings.people):
        return []
    here = {one.person.id: one.person for one in edition.desk.people.listed()}
    return [
        _(
            "edition.toml gives {name} rights that a file cannot give; “hexapla people grant {id}” does."
        ).format(name=shown(one.name), id=shown(one.id))
        for one in edition.settings.people
        if _exceeds(one, here.get(one.id))
    ]


def _exceeds(said: Person, held: Person | None) -> bool:
    if held is None or not said.rights <= held.rights:
        return bool(said.rights)
    wider = bool(held.languages) and (not said.languages or not said.languages <= held.languages)
    return bool(said.rights) and wider


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
