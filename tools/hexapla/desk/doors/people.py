"""``desk.people``: who may do what, and how they come in."""

from collections.abc import Sequence

from hexapla.desk import access, history, people
from hexapla.desk.doors.door import Door
from hexapla.model.person import Access, Member, Person


class People(Door):
    """People, the links that invite them, the browsers that are theirs; what gives or takes rights is a change set."""

    def one(self, id_: str) -> Member | None:
        """Return a person by id, None if the desk knows nobody under it."""
        with self._reading() as connection:
            return people.one(connection, id_)

    def meant(self, id_: str) -> Member | None:
        """Return a person by an id whose ASCII letters may have another case; None where nobody or several fit."""
        with self._reading() as connection:
            return people.meant(connection, id_)

    def listed(self) -> list[Member]:
        """Return everybody whom the desk knows, by name."""
        with self._reading() as connection:
            return people.listed(connection)

    def put(self, by: Person, person: Person, *, active: bool = True, note: str = "") -> None:
        """Give a person exactly these rights; one who is not active has none, and no browser or link is left."""
        with self._writing() as connection:
            history.begin(connection, by, "people", note)
            people.put(connection, person, active=active)
            if not active:
                access.close_all(connection, person.id)

    def believe_once(self, some: Sequence[Person]) -> bool:
        """Give people the rights that the folder says, the first time that this is asked; False ever after."""
        with self._reading() as connection:
            if people.believed(connection):
                return False
        with self._writing() as connection:
            return people.believe_once(connection, some)

    # How they come in

    def invite(self, by: Person, person: Person, *, days: int, note: str = "", alone: bool = False) -> str:
        """Give a person exactly these rights, and make a link; returns its secret, which is kept nowhere.

        ``alone`` closes the person's earlier links.
        """
        with self._writing() as connection:
            history.begin(connection, by, "people", note)
            people.put(connection, person)
            if alone:
                access.close_all(connection, person.id, browsers=False)
            return access.invite(connection, person.id, by.id, days)

    def invited(self, secret: str) -> Member:
        """Return whom a link invites, without using it up; raises Denied, with the reason, for one that is over."""
        with self._reading() as connection:
            return access.invited(connection, secret)

    def join(self, secret: str, about: str) -> tuple[Member, str]:
        """Use a link up for a browser; returns whose it now is, and the secret that it keeps. Raises Denied."""
        with self._writing() as connection:
            return access.join(connection, secret, about)

    def of_browser(self, secret: str) -> Member | None:
        """Return whose browser has this secret, None if it is bound to nobody, or not any more."""
        with self._reading() as connection:
            return access.of_browser(connection, secret)

    def access(self, id_: str) -> list[Access]:
        """Return a person's browsers, and the links that are still open, the newest first."""
        with self._reading() as connection:
            return access.listed(connection, id_)

    def close(self, handle: str) -> None:
        """Close one browser or link by its id; raises NotFound."""
        with self._writing() as connection:
            access.close(connection, handle)

    def close_all(self, id_: str) -> None:
        """Close all of a person's browsers and links; the rights stay."""
        with self._writing() as connection:
            access.close_all(connection, id_)
