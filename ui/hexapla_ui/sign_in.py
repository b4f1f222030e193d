"""Who is at the other end: the one local person, whom a proxy's header names, or whose browser was invited.

The person is found anew, with the rights of that moment, for every request, every message and every run of a page
(``visitor``).
"""

import re
from dataclasses import dataclass
from typing import Protocol

from starlette.datastructures import Headers
from starlette.requests import cookie_parser

from hexapla.model.errors import BadName, HexaplaError
from hexapla.model.person import Person
from hexapla.work import membership, people
from hexapla.work.edition import Edition
from hexapla_ui.messages import _

_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,80}")
_OURS = frozenset({"host", "origin", "cookie", "authorization", "connection", "upgrade", "content-type"})
"""Headers that mean something else."""


class NotSignedIn(Exception):
    """Nobody that this edition knows; ``str`` is one sentence for the page."""


class SignIn(Protocol):
    """A way of knowing who is there."""

    def whoever(self, edition: Edition, local: Person, headers: Headers, *, secure: bool | None) -> Person:
        """Return the person behind some headers, who may have no rights; raises NotSignedIn.

        ``secure`` says whether they came encrypted; None where that was judged before.
        """


@dataclass(frozen=True)
class Alone:
    """No sign-in: everybody who reaches this machine's own address is the local person."""

    def whoever(self, _edition: Edition, local: Person, _headers: Headers, *, secure: bool | None) -> Person:
        """Return the local person."""
        del secure
        return local


@dataclass(frozen=True)
class ByHeader:
    """A proxy in front of the server has signed the person in, and names them in a header that only it can set."""

    header: str

    def __post_init__(self) -> None:
        if not _HEADER.fullmatch(self.header) or self.header.lower() in _OURS:
            raise HexaplaError(
                _(
                    "“{header}” cannot be the header that names the person; X-Forwarded-Email is a usual one."
                ).format(header=ascii(self.header)[1:41])
            )

    def whoever(self, edition: Edition, _local: Person, headers: Headers, *, secure: bool | None) -> Person:
        """Return whom the header names; a header that is there twice may be somebody's own beside the proxy's."""
        del secure
        named = headers.getlist(self.header)
        if len(named) != 1:
            raise NotSignedIn(
                _("You are not signed in; open this page through the address that asks who you are.")
            )
        try:
            said = named[0].encode("latin-1").decode("utf-8")  # as an HTTP server hands a header on
            found = people.member(edition, said)
        except (BadName, UnicodeError) as error:
            raise NotSignedIn(
                _("The name that you are signed in with cannot be one of this edition.")
            ) from error
        return found or Person(said, said.strip())


@dataclass(frozen=True)
class ByInvitation:
    """A browser that was bound to a person by a link shows the secret that it was given then."""

    def whoever(self, edition: Edition, _local: Person, headers: Headers, *, secure: bool | None) -> Person:
        """Return whose browser it is."""
        found = None
        secret = cookie(edition, headers, secure=secure)
        if secret:
            found = membership.of_browser(edition, secret)
        if found is None:
            raise NotSignedIn(
                _("This browser is not signed in here. Ask whoever manages the edition for a link.")
            )
        return found


def cookie_name(edition: Edition, *, secure: bool) -> str:
    """Return the name of the cookie; two editions on one machine have one each.

    Encrypted, it has the prefix that keeps a neighbour (another name of the same domain) from setting it.
    """
    name = f"hexapla-{edition.settings.id[:8]}"
    return f"__Host-{name}" if secure else name


def cookie(edition: Edition, headers: Headers, *, secure: bool | None) -> str:
    """Return the secret that a browser shows, ``""`` if none."""
    found: dict[str, str] = {}
    for line in headers.getlist("cookie"):
        found |= cookie_parser(line)
    names = [cookie_name(edition, secure=way) for way in (True, False) if secure in (way, None)]
    return next((found[name] for name in names if name in found), "")
