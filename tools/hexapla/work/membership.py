"""Taking people in and letting them go: rights, one-time links, the browsers that these bind.

What changes here is written back to edition.toml, so that the folder stays complete; secrets never leave the desk.
"""

from collections.abc import Collection
from dataclasses import replace

from hexapla.model import languages
from hexapla.model.edition import Settings
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.messages import _, shown
from hexapla.model.person import ALL, Access, Member, Person, Right, person_id
from hexapla.work import settings
from hexapla.work.edition import Edition
from hexapla.work.rights import allow, welcome

DAYS = 7
"""How long a link is open unless told otherwise."""
MOST_DAYS = 90


def listed(edition: Edition, person: Person) -> list[Member]:
    """Return everybody whom the desk knows, and those of edition.toml, by name; for whoever manages."""
    allow(person, Right.MANAGE)
    found = edition.desk.people.listed()
    here = {one.person.id for one in found}
    found += [Member(Person(one.id, one.name)) for one in edition.settings.people if one.id not in here]
    return sorted(found, key=lambda one: (one.person.name.casefold(), one.person.id))


def grant(
    edition: Edition,
    person: Person,
    id_: str,
    *,
    name: str = "",
    rights: Collection[Right] | None = None,
    langs: Collection[str] | None = None,
) -> Person:
    """Give somebody exactly these rights, in these languages (none: all); what is None stays as it is.

    Whoever was revoked comes back with what is given now. Raises BadName for an id that is none, NotFound for a
    language that the edition has not, HexaplaError for somebody who would have no right.
    """
    allow(person, Right.MANAGE)
    made = _made(edition, id_, name, rights, langs)
    if not made.rights:
        raise HexaplaError(
            _("{id} would have no right; name one with --may: {all}.").format(
                id=shown(made.id), all=", ".join(Right)
            )
        )
    edition.desk.people.put(person, made, note=_note(made))
    _write_back(edition, made.id, name)
    return made


def revoke(edition: Edition, person: Person, id_: str) -> Person:
    """Take all rights from somebody, and close their links and browsers; what they wrote stays under their name."""
    allow(person, Right.MANAGE)
    found = _found(edition, id_)
    edition.desk.people.put(person, replace(found, rights=frozenset()), active=False, note=f"{found.id}: –")
    _write_back(edition, found.id)
    return found


def invite(
    edition: Edition,
    person: Person,
    id_: str,
    *,
    name: str = "",
    rights: Collection[Right] | None = None,
    langs: Collection[str] | None = None,
    days: int = DAYS,
) -> str:
    """Give somebody rights like ``grant``, and make a link that binds one browser to them, once.

    Returns the link's secret: the desk keeps only its hash. Somebody new may translate unless told otherwise.
    """
    allow(person, Right.MANAGE)
    if not 1 <= days <= MOST_DAYS:
        raise HexaplaError(_("A link is open for 1 to {n} days.").format(n=MOST_DAYS))
    made = _made(edition, id_, name, rights, langs)
    if not made.rights:
        made = replace(made, rights=frozenset({Right.TRANSLATE}))
    secret = edition.desk.people.invite(person, made, days=days, note=_note(made))
    _write_back(edition, made.id, name)
    return secret


def owner_link(edition: Edition, owner: Person) -> str:
    """Return the secret of a new link for whoever starts the server, who has all rights; earlier ones are closed."""
    made = replace(owner, rights=ALL, languages=frozenset())
    return edition.desk.people.invite(made, made, days=1, note=_note(made), alone=True)


def invited(edition: Edition, secret: str) -> Person:
    """Return whom a link invites, without using it up; raises Denied with the reason for one that is over."""
    return edition.desk.people.invited(secret).person


def join(edition: Edition, secret: str, about: str) -> tuple[Person, str]:
    """Use a link up for a browser, which calls itself ``about``; returns who it is now, and its own secret."""
    member, own = edition.desk.people.join(secret, about)
    return member.person, own


def of_browser(edition: Edition, secret: str) -> Person | None:
    """Return whose browser has this secret, with the rights of this moment; None if it is nobody's."""
    found = edition.desk.people.of_browser(secret)
    return found.person if found else None


def browsers(edition: Edition, person: Person, id_: str) -> list[Access]:
    """Return somebody's browsers and open links: one's own, or anybody's for whoever manages."""
    welcome(person)
    found = _found(edition, id_)
    if found.id != person.id:
        allow(person, Right.MANAGE)
    return edition.desk.people.access(found.id)


def unbind(edition: Edition, person: Person, handle: str) -> None:
    """Close one browser or link by the id that ``browsers`` gives it: one's own, or any for whoever manages."""
    welcome(person)
    if handle not in {one.id for one in edition.desk.people.access(person.id)}:
        allow(person, Right.MANAGE)
    edition.desk.people.close(handle)


def unbind_all(edition: Edition, person: Person, id_: str) -> None:
    """Close all browsers and links of somebody, whose rights stay; one's own, or anybody's for whoever manages."""
    welcome(person)
    found = _found(edition, id_)
    if found.id != person.id:
        allow(person, Right.MANAGE)
    edition.desk.people.close_all(found.id)


def _found(edition: Edition, said: str) -> Person:
    """Return somebody whom the desk or edition.toml knows; raises NotFound."""
    id_ = person_id(said)
    held = edition.desk.people.one(said) or edition.desk.people.meant(id_)
    if held is not None:
        return held.person
    for one in edition.settings.people:
        if one.id in (said, id_):
            return Person(one.id, one.name)
    raise NotFound(_("Nobody is known here as {id}.").format(id=shown(said)))


def _made(
    edition: Edition,
    said: str,
    name: str,
    rights: Collection[Right] | None,
    langs: Collection[str] | None,
) -> Person:
    """Return somebody, known or new, with what is to change."""
    if not name.isprintable() or len(name) > 200:
        raise HexaplaError(_("“{name}” cannot be a person’s name.").format(name=shown(name)))
    try:
        known = _found(edition, said)
    except NotFound:
        known = Person(person_id(said), name.strip() or said.strip())
    return Person(
        known.id,
        name.strip() or (known.id if known.name == "?" else known.name),
        known.rights if rights is None else frozenset(rights),
        known.languages if langs is None else _languages(edition, langs),
    )


def _languages(edition: Edition, langs: Collection[str]) -> frozenset[str]:
    chosen = frozenset(languages.canonical(tag) for tag in langs)
    held = {edition.settings.source, *edition.settings.targets}
    held |= {tag for text in edition.settings.texts for tag in text.only}
    for tag in sorted(chosen - held):
        raise NotFound(
            _("This edition has no language {tag}; it has {every}.").format(
                tag=tag, every=", ".join(sorted(held))
            )
        )
    return chosen


def _note(person: Person) -> str:
    words = ", ".join(right for right in Right if right in person.rights)
    return f"{person.id}: {words}" + (f" ({', '.join(sorted(person.languages))})" if person.languages else "")


def _write_back(edition: Edition, id_: str, name: str = "") -> None:
    """Have edition.toml say what everybody may do here; roles, and people who only have roles, stay in it."""
    here = {one.person.id: one.person for one in edition.desk.people.listed()}

    def how(now: Settings) -> Settings:
        kept = [_said(one, here, name if one.id == id_ else "") for one in now.people]
        there = {one.id for one in kept}
        added = [one for one in here.values() if one.rights and one.id not in there]
        return replace(now, people=(*kept, *added))

    settings.change(edition, how)


def _said(one: Person, here: dict[str, Person], name: str) -> Person:
    held = here.get(one.id, Person(one.id, one.name))
    limits = held.languages if held.rights else frozenset[str]()
    return Person(one.id, name.strip() or one.name, held.rights, limits)
