"""People at work: taken in once from the folder, written back to it, found by exactly their own address."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from editions import ANNA, VERA, make, opened
from hexapla.folder import settings as settings_file
from hexapla.model.errors import BadName, Denied, HexaplaError, NotFound
from hexapla.model.person import ALL, Person, Right, person_id
from hexapla.work import membership, people
from hexapla.work.edition import Edition

T, R, M = Right.TRANSLATE, Right.REVIEW, Right.MANAGE
PEOPLE = """
[[people]]
id = "mira"
name = "Mira"
roles = ["translator"]
rights = ["translate", "review"]
languages = ["de"]

[[people]]
id = "ivo"
name = "Ivo"
roles = ["author"]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An edition's folder that names two people, one of them with rights, and that no desk has seen."""
    folder = make(tmp_path / "edition")
    toml(folder).write_text(toml(folder).read_text("utf-8") + PEOPLE, "utf-8")
    shutil.rmtree(folder / ".hexapla")
    return folder


@pytest.fixture
def edition(root: Path) -> Iterator[Edition]:
    with opened(root) as held:
        yield held
        assert held.desk.check() == []


def toml(root: Path) -> Path:
    return root / "source" / "edition.toml"


def rights(edition: Edition) -> dict[str, frozenset[Right]]:
    return {one.person.id: one.person.rights for one in membership.listed(edition, ANNA)}


def test_a_desk_that_never_asked_knows_everybody_of_the_folder(edition: Edition) -> None:
    assert people.member(edition, "mira") == Person("mira", "Mira", frozenset({T, R}), frozenset({"de"}))
    assert rights(edition)["ivo"] == frozenset()
    with pytest.raises(Denied):
        people.current(edition, "ivo", ANNA)


def test_serving_alone_writes_nothing_to_the_folder(root: Path) -> None:
    before = toml(root).read_bytes()
    with opened(root) as edition:
        secret = membership.owner_link(edition, ANNA)
        assert membership.invited(edition, secret) == Person("anna", "Anna", ALL)
    assert toml(root).read_bytes() == before


def test_the_file_gives_no_right_to_a_desk_that_knows_its_people(root: Path) -> None:
    with opened(root) as edition:
        membership.grant(edition, ANNA, "mira", rights=[R])
    text = toml(root).read_text("utf-8").replace('rights = ["review"]', 'rights = ["manage"]\n')
    text += '\n[[people]]\nid = "mallory"\nname = "Mallory"\nrights = ["manage"]\n'
    toml(root).write_text(text, "utf-8")
    with opened(root) as edition:
        assert {one.id for one in edition.settings.people} == {"mira", "ivo", "mallory"}
        assert rights(edition)["mira"] == {R}
        assert rights(edition)["mallory"] == frozenset()
        with pytest.raises(Denied):
            people.current(edition, "mallory", ANNA)
        told = people.take_in(edition)
        assert len(told) == 2 and all("hexapla people grant" in sentence for sentence in told)
        membership.grant(edition, ANNA, "vera", rights=[T])
    kept = {one.id: one.rights for one in settings_file.read(root).people}
    assert kept == {"mira": {R}, "ivo": frozenset(), "mallory": frozenset(), "vera": {T}}


def test_what_changes_on_the_desk_is_in_the_folder_and_back_on_a_new_desk(root: Path) -> None:
    with opened(root) as edition:
        membership.grant(edition, ANNA, "vera@example.org", name="Vera", rights=[T, R], langs=["DE", "hu"])
        secret = membership.invite(edition, ANNA, "bela", name="Béla", rights=[M])
        member, own = membership.join(edition, secret, "Firefox")
        membership.revoke(edition, ANNA, "mira")
    assert member.rights == {M}
    text = toml(root).read_text("utf-8")
    assert secret not in text and own not in text
    assert 'roles = ["translator"]' in text, "who is gone keeps the credit"
    shutil.rmtree(root / ".hexapla")
    with opened(root) as edition:
        assert rights(edition) == {
            "vera@example.org": {T, R},
            "bela": {M},
            "mira": frozenset(),
            "ivo": frozenset(),
            "anna": frozenset(),
        }
        vera = people.member(edition, "vera@example.org")
        assert vera is not None and vera.languages == {"de", "hu"}
        assert membership.of_browser(edition, own) is None, "a new desk has no browsers"


def test_rights_are_given_whole_and_the_rest_stays(edition: Edition) -> None:
    membership.grant(edition, ANNA, "vera", name="Vera", rights=[T], langs=["de"])
    assert membership.grant(edition, ANNA, "vera", rights=[R]) == Person(
        "vera", "Vera", frozenset({R}), frozenset({"de"})
    )
    assert membership.grant(edition, ANNA, "vera", langs=[]).languages == frozenset()
    assert membership.grant(edition, ANNA, "vera", name="Vera K.") == Person(
        "vera", "Vera K.", frozenset({R})
    )
    assert people.names_of(edition)["vera"] == "Vera K."


def test_who_comes_back_has_only_what_is_given_now(edition: Edition) -> None:
    membership.grant(edition, ANNA, "vera", rights=[M])
    membership.revoke(edition, ANNA, "vera")
    with pytest.raises(HexaplaError, match="would have no right"):
        membership.grant(edition, ANNA, "vera", name="Vera")
    secret = membership.invite(edition, ANNA, "vera")
    assert membership.invited(edition, secret).rights == {T}


@pytest.mark.parametrize("id_", ["", " ", ":server", "a\nb", "a\u202eb", "x" * 201, "\udcff"])
def test_what_cannot_be_an_id(edition: Edition, id_: str) -> None:
    with pytest.raises(BadName, match="cannot be a person"):
        membership.grant(edition, ANNA, id_, rights=[T])
    with pytest.raises(BadName):
        person_id(id_)


@pytest.mark.parametrize(
    ("said", "id_"),
    [
        (" Anna@Example.ORG ", "anna@example.org"),
        ("Straße@x.org", "straße@x.org"),
        ("STRASSE@x.org", "strasse@x.org"),
        ("Éva", "Éva"),
        ("\u212aim", "\u212aim"),
    ],
)
def test_of_an_address_only_ends_and_ascii_case_are_forgiven(said: str, id_: str) -> None:
    assert person_id(said) == id_


def test_mistakes_are_said(edition: Edition) -> None:
    with pytest.raises(NotFound, match="no language fr"):
        membership.grant(edition, ANNA, "vera", rights=[T], langs=["fr"])
    with pytest.raises(HexaplaError, match="1 to 90 days"):
        membership.invite(edition, ANNA, "vera", days=0)
    with pytest.raises(HexaplaError, match="person’s name"):
        membership.invite(edition, ANNA, "vera", name="Vera\x1b[2J")
    for act in (membership.revoke, membership.browsers, membership.unbind_all):
        with pytest.raises(NotFound, match="Nobody is known here as ghost"):
            act(edition, ANNA, "ghost")
    assert "vera" not in rights(edition)


def test_people_see_and_close_their_own_browsers(edition: Edition) -> None:
    vera = Person("vera", "Vera", frozenset({T}))
    owns = [
        membership.join(edition, edition.desk.people.invite(ANNA, vera, days=1), "B")[1] for _n in range(2)
    ]
    (first, _second) = membership.browsers(edition, vera, "vera")
    membership.unbind(edition, vera, first.id)
    assert len([own for own in owns if membership.of_browser(edition, own)]) == 1
    membership.unbind_all(edition, vera, "Vera")
    assert not [own for own in owns if membership.of_browser(edition, own)]
    with pytest.raises(Denied):
        membership.browsers(edition, vera, "mira")


def test_the_local_person_may_do_everything(edition: Edition) -> None:
    assert people.local("Vera K.") == Person("vera-k", "Vera K.", ALL)
    assert VERA.rights == ALL
