"""People, links and browsers on the desk: one use, one person, nothing to steal, and an end at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk_texts import ANNA, save
from hexapla.desk import Desk, clock
from hexapla.model.errors import Denied, NotFound
from hexapla.model.person import Person, Right

VERA = Person("vera", "Vera", frozenset({Right.TRANSLATE, Right.REVIEW}), frozenset({"hu", "de"}))


def link(desk: Desk, person: Person = VERA, days: int = 7) -> str:
    return desk.people.invite(ANNA, person, days=days)


def later(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """Let the desk's clock stand some days later."""
    then = (datetime.now(UTC) + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
    monkeypatch.setattr(clock, "now", lambda: then)


def test_rights_and_languages_come_back(desk: Desk) -> None:
    desk.people.put(ANNA, VERA)
    found = desk.people.one("vera")
    assert found is not None
    assert (found.person, found.active, found.browsers, found.links) == (VERA, True, 0, 0)
    assert desk.people.one("vera ") is None


def test_whoever_only_wrote_something_has_no_rights(desk: Desk) -> None:
    save(desk, "u1", "A malom.", person=Person("bela", "Béla"))
    found = desk.people.one("bela")
    assert found is not None and found.person == Person("bela", "Béla")
    assert desk.names()["bela"] == "Béla"


def test_who_is_named_by_the_id_alone_keeps_the_name(desk: Desk) -> None:
    desk.people.put(ANNA, VERA)
    save(desk, "u1", "A malom.", person=Person("vera", "vera"))
    assert desk.names()["vera"] == "Vera"
    save(desk, "u2", "A kerék.", person=Person("vera", "Vera K."))
    assert desk.names()["vera"] == "Vera K."


def test_writing_something_changes_no_right(desk: Desk) -> None:
    desk.people.put(ANNA, VERA)
    save(desk, "u1", "A malom.", person=Person("vera", "Vera", frozenset(Right)))
    found = desk.people.one("vera")
    assert found is not None and found.person == VERA


@pytest.mark.parametrize(
    ("kept", "asked", "found"),
    [
        (("Anna@example.org",), "anna@example.org", "Anna@example.org"),
        (("anna@example.org", "Anna@example.org"), "anna@example.org", "anna@example.org"),
        (("ANNA@example.org", "Anna@example.org"), "anna@example.org", None),
        (("strasse@example.org",), "straße@example.org", None),
        (("kim@example.org",), "\u212aim@example.org", None),
        (("anna%",), "anna_", None),
        (("anna@example.org",), "anna-example-org", None),
        (("ÉVA",), "éva", None),
    ],
)
def test_two_addresses_are_never_one_person(
    desk: Desk, kept: tuple[str, ...], asked: str, found: str | None
) -> None:
    for id_ in kept:
        desk.people.put(ANNA, Person(id_, id_, VERA.rights))
    member = desk.people.meant(asked)
    assert (member.person.id if member else None) == found


def test_a_link_is_looked_at_often_and_used_once(desk: Desk) -> None:
    secret = link(desk)
    for _look in range(3):
        assert desk.people.invited(secret).person == VERA
    member, own = desk.people.join(secret, "Firefox")
    assert member.person == VERA and own != secret
    for use in (lambda: desk.people.invited(secret), lambda: desk.people.join(secret, "another")):
        with pytest.raises(Denied, match="This link has been used"):
            use()
    found = desk.people.of_browser(own)
    assert found is not None and (found.person, found.browsers, found.links) == (VERA, 1, 0)


def test_of_many_who_use_a_link_at_once_one_comes_in(desk: Desk) -> None:
    secret = link(desk)

    def use(n: int) -> str:
        try:
            return desk.people.join(secret, f"browser {n}")[1]
        except Denied:
            return ""

    with ThreadPoolExecutor(8) as many:
        assert len([own for own in many.map(use, range(16)) if own]) == 1
    assert len(desk.people.access("vera")) == 1


def test_a_link_ends_after_its_days(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = link(desk, days=7)
    later(monkeypatch, 6)
    assert desk.people.invited(secret).person == VERA
    later(monkeypatch, 8)
    for use in (lambda: desk.people.invited(secret), lambda: desk.people.join(secret, "late")):
        with pytest.raises(Denied, match="has run out"):
            use()
    assert desk.people.access("vera") == []


@pytest.mark.parametrize("secret", ["", "x", "' OR 1=1 --", "\udcff", "ж" * 300])
def test_a_secret_that_is_none_opens_nothing(desk: Desk, secret: str) -> None:
    link(desk)
    with pytest.raises(Denied, match="not known"):
        desk.people.join(secret, "")
    assert desk.people.of_browser(secret) is None


def test_the_secret_of_one_kind_is_none_of_the_other(desk: Desk) -> None:
    first, second = link(desk), link(desk)
    _member, own = desk.people.join(first, "Firefox")
    assert desk.people.of_browser(second) is None
    with pytest.raises(Denied):
        desk.people.invited(own)


def test_no_secret_lies_in_the_database(path: Path, file_desk: Desk) -> None:
    open_, used = link(file_desk), link(file_desk)
    _member, own = file_desk.people.join(used, "Firefox")
    file_desk.close()
    kept = b"".join(one.read_bytes() for one in path.parent.iterdir() if one.is_file())
    assert b"vera" in kept
    for secret in (open_, used, own):
        assert secret.encode() not in kept


def revoke(desk: Desk) -> None:
    desk.people.put(ANNA, Person("vera", "Vera"), active=False)


def close_all(desk: Desk) -> None:
    desk.people.close_all("vera")


@pytest.mark.parametrize("end", [revoke, close_all])
def test_what_is_closed_stays_closed(desk: Desk, end: Callable[[Desk], None]) -> None:
    used, open_ = link(desk), link(desk)
    _member, own = desk.people.join(used, "Firefox")
    end(desk)
    assert desk.people.of_browser(own) is None
    with pytest.raises(Denied, match="taken back"):
        desk.people.join(open_, "again")
    assert desk.people.access("vera") == []
    desk.people.put(ANNA, VERA)
    assert desk.people.of_browser(own) is None, "who comes back needs a new link"
    with pytest.raises(Denied):
        desk.people.join(open_, "again")


def test_revoked_is_without_rights_whatever_is_kept(desk: Desk) -> None:
    desk.people.put(ANNA, VERA)
    desk.people.put(ANNA, VERA, active=False)
    found = desk.people.one("vera")
    assert found is not None and not found.active and not found.person.rights


def test_browsers_and_links_are_closed_one_by_one(desk: Desk) -> None:
    owns = [desk.people.join(link(desk), f"browser {n}")[1] for n in range(2)]
    open_ = link(desk)
    found = {one.about: one for one in desk.people.access("vera")}
    desk.people.close(found["browser 0"].id)
    assert desk.people.of_browser(owns[0]) is None
    assert desk.people.of_browser(owns[1]) is not None
    (left,) = [one for one in desk.people.access("vera") if one.kind == "link"]
    desk.people.close(left.id)
    with pytest.raises(Denied, match="taken back"):
        desk.people.invited(open_)
    for handle in (left.id, "", "%", "a" * 12, found["browser 1"].id[:6], "____________"):
        with pytest.raises(NotFound):
            desk.people.close(handle)
    assert desk.people.of_browser(owns[1]) is not None


def test_the_owners_new_link_closes_the_one_before(desk: Desk) -> None:
    first = desk.people.invite(ANNA, ANNA, days=1, alone=True)
    other = link(desk)
    second = desk.people.invite(ANNA, ANNA, days=1, alone=True)
    with pytest.raises(Denied, match="taken back"):
        desk.people.invited(first)
    assert desk.people.invited(second).person == ANNA
    assert desk.people.invited(other).person == VERA


def test_the_folder_is_believed_once(desk: Desk) -> None:
    revoke(desk)
    desk.people.put(ANNA, Person("bela", "Béla", frozenset({Right.REVIEW})))
    mallory = Person("mallory", "Mallory", frozenset(Right))
    assert desk.people.believe_once(
        [VERA, Person("bela", "Béla", frozenset(Right)), Person("new", "New", VERA.rights)]
    )
    assert not desk.people.believe_once([mallory])
    rights = {one.person.id: one.person.rights for one in desk.people.listed()}
    assert rights["vera"] == frozenset(), "who was revoked stays so"
    assert rights["bela"] == {Right.REVIEW}, "the desk knows better"
    assert rights["new"] == VERA.rights
    assert "mallory" not in rights


def test_what_changes_rights_is_in_the_history_without_secrets(desk: Desk) -> None:
    secret = desk.people.invite(ANNA, VERA, days=7, note="vera: translate")
    desk.people.put(ANNA, VERA, active=False, note="vera: –")
    sets = desk.changes.listed(before=None, limit=5, text_id=None, lang=None)
    assert [(one.kind, one.person, one.note) for one in sets[:2]] == [
        ("people", "anna", "vera: –"),
        ("people", "anna", "vera: translate"),
    ]
    assert secret not in str(sets)
