"""Links that invite people, and the browsers that they bind: of every secret only its SHA-256 is kept."""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from hexapla.desk import clock, people
from hexapla.desk.tables import browser, invitation
from hexapla.model.errors import Denied, NotFound
from hexapla.model.messages import _, shown
from hexapla.model.person import Access, Member

SHOWN = 12
"""Characters of a hash that tell browsers and links apart; they say nothing of the secret."""


def invite(connection: Connection, id_: str, by: str, days: int) -> str:
    """Make a link for a person whom the desk knows, and return its secret, which nobody can ask for again."""
    secret = secrets.token_urlsafe(32)
    expires = datetime.now(UTC) + timedelta(days=days)
    connection.execute(
        insert(invitation).values(
            hash=_hash(secret),
            person=id_,
            by=by,
            at=clock.now(),
            expires=expires.strftime("%Y-%m-%dT%H:%M:%SZ"),
            open=True,
        )
    )
    return secret


def invited(connection: Connection, secret: str) -> Member:
    """Return whom a link invites, and leave it as it is; raises Denied, with the reason, for one that is over."""
    row = connection.execute(select(invitation).where(invitation.c.hash == _hash(secret))).one_or_none()
    if row is None:
        raise Denied(_("This link is not known here. Ask for a new one."))
    if row.used is not None:
        raise Denied(_("This link has been used. Ask for a new one."))
    member = people.one(connection, row.person)
    if not row.open or member is None or not member.active:
        raise Denied(_("This link has been taken back. Ask for a new one."))
    if row.expires <= clock.now():
        raise Denied(_("This link has run out. Ask for a new one."))
    return member


def join(connection: Connection, secret: str, about: str) -> tuple[Member, str]:
    """Use a link up, and bind a browser; returns who it now is, and the browser's own secret. Raises Denied."""
    member, own = invited(connection, secret), secrets.token_urlsafe(32)
    connection.execute(
        update(invitation).where(invitation.c.hash == _hash(secret)).values(used=clock.now(), open=False)
    )
    connection.execute(
        insert(browser).values(
            hash=_hash(own), person=member.person.id, about=about[:200], at=clock.now(), open=True
        )
    )
    return member, own


def of_browser(connection: Connection, secret: str) -> Member | None:
    """Return whose browser has this secret, None if it is bound to nobody, or not any more."""
    id_ = connection.scalar(select(browser.c.person).where(browser.c.hash == _hash(secret), browser.c.open))
    return people.one(connection, id_) if id_ is not None else None


def listed(connection: Connection, id_: str) -> list[Access]:
    """Return a person's browsers and the links that are still open, the newest first."""
    browsers = connection.execute(select(browser).where(browser.c.person == id_, browser.c.open))
    links = connection.execute(
        select(invitation).where(
            invitation.c.person == id_,
            invitation.c.open,
            invitation.c.used.is_(None),
            invitation.c.expires > clock.now(),
        )
    )
    found = [Access(row.hash[:SHOWN], "browser", row.about, row.at) for row in browsers]
    found += [Access(row.hash[:SHOWN], "link", row.expires, row.at, row.by) for row in links]
    return sorted(found, key=lambda one: (one.at, one.id), reverse=True)


def close(connection: Connection, handle: str) -> None:
    """Close one browser or link by its id; raises NotFound."""
    closed = 0
    if len(handle) == SHOWN and handle.isalnum():
        for table in (browser, invitation):
            done = connection.execute(
                update(table).where(table.c.hash.startswith(handle), table.c.open).values(open=False)
            )
            closed += done.rowcount
    if not closed:
        raise NotFound(
            _("There is no browser or link {id}; “hexapla people browsers” lists them.").format(
                id=shown(handle)
            )
        )


def close_all(connection: Connection, id_: str, *, browsers: bool = True) -> None:
    """Close a person's links, and with ``browsers`` whatever is signed in by one."""
    for table in (invitation, browser) if browsers else (invitation,):
        connection.execute(update(table).where(table.c.person == id_, table.c.open).values(open=False))


def _hash(secret: str) -> str:
    """Hash a secret; it has 256 random bits, so that nobody guesses it and no salt is needed."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
