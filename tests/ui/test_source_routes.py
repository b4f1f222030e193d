"""The routes of the source mode: shapes, rights, what others did meanwhile, and bodies that are wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from editions import ANNA, make, opened, translate
from hexapla.model.mend import Correct
from hexapla.model.person import Person, Right
from hexapla.work import mend
from hexapla.work.edition import Edition
from hexapla_ui import editor_routes, serving, source_routes
from hexapla_ui.tokens import Tokens

U2 = "The mill stands where the river bends."


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    with opened(make(tmp_path / "edition")) as edition:
        translate(edition, "u2", "Die Mühle steht dort.")
        yield edition


def serve(edition: Edition, person: Person) -> None:
    tokens = Tokens(edition.desk.key(), edition.settings.id)
    serving.start(serving.Serving(edition, person, tokens, frozenset({"testserver"})))


@pytest.fixture
def client(edition: Edition) -> Iterator[TestClient]:
    serve(edition, ANNA)
    with TestClient(Starlette(routes=[*source_routes.ROUTES, *editor_routes.ROUTES])) as opened:
        opened.headers["Authorization"] = f"Bearer {serving.current().tokens.mint('anna')}"
        yield opened


def view(asking: TestClient, unit: str = "u2") -> Any:
    return asking.get("/hexapla/api/source", params={"text": "mill", "unit": unit}).json()


def seen(asking: TestClient, *units: str) -> dict[str, Any]:
    block = view(asking, units[0])["block"]
    marks = {one["unit"]: one["mark"] for one in block["units"]}
    return {"units": {unit: marks[unit] for unit in units}, "block": block["mark"]}


def post(asking: TestClient, path: str, **body: Any) -> Any:
    whole = {"text": "mill", "unit": "u2"} | body
    if "seen" not in whole:
        whole["seen"] = seen(asking, whole["unit"])
    return asking.post(f"/hexapla/api/{path}", json=whole)


def test_a_unit_is_shown_in_its_block_with_places_for_a_note(client: TestClient) -> None:
    found = view(client, "u5")
    block = found["block"]
    assert (block["kind"], [one["n"] for one in block["units"]]) == ("p", ["5", "6", "7"])
    assert block["units"][0]["source"] == [{"text": "Every spring the children count its blades."}]
    assert (found["before"], found["nearest"]) == ("p", "u4")
    assert [one["unit"] for one in found["around"]] == ["u1", "u2", "u3", "u4", "u8", "u9", "u10"]
    assert view(client, "u1")["before"] == ""


def test_an_effect_is_told_and_nothing_is_done(client: TestClient, edition: Edition) -> None:
    wish = {"do": "correct", "source": [{"text": "Mills stand."}], "meaning": True}
    told = post(client, "effect", **wish).json()
    assert told["stale"] == []
    assert [(one["lang"], one["work"], one["words"]) for one in told["effects"]] == [
        ("de", 1, 7),
        ("hu", 0, 0),
    ]
    assert edition.text("mill").places["u2"][1].source == U2


def test_each_mend_is_one_change_set_that_can_be_taken_back(client: TestClient, edition: Edition) -> None:
    block = view(client)["block"]["id"]
    wishes: list[dict[str, Any]] = [
        {
            "do": "correct",
            "source": [{"text": "Mills "}, {"open": "emph", "id": 1}, {"text": "stand"}, {"close": 1}],
        },
        {"do": "mark", "start": 4, "end": 8, "tag": "hi", "lang": ""},
        {"do": "mark", "start": 4, "end": 8, "tag": "foreign", "lang": "la"},
        {"do": "split", "offset": 16},
        {"do": "merge", "seen": seen(client, "u2", "u3")},
        {"do": "kind", "block": block, "kind": "head", "level": 2},
        {"do": "begin", "unit": "u3"},
        {"do": "join", "unit": "u5", "block": view(client, "u5")["block"]["id"]},
        {"do": "anchor", "unit": "u5", "block": view(client, "u5")["block"]["id"], "at": "u4", "offset": 3},
    ]
    before = edition.desk.tei(edition.text_id("mill"))
    for wish in wishes:
        answer = post(client, "mend", **wish).json()
        assert answer["change"] > 0 and answer["stale"] == [], (wish, answer)
        assert edition.desk.tei(edition.text_id("mill")) != before
        undone = client.post("/hexapla/api/undo", json={"number": answer["change"]}).json()
        assert undone["change"] > answer["change"] and undone["skipped"] == 0
        assert edition.desk.tei(edition.text_id("mill")) == before, wish


def test_what_another_has_changed_is_shown_and_not_written_over(client: TestClient, edition: Edition) -> None:
    old = seen(client, "u2", "u3")
    mend.mend(edition, ANNA, "mill", Correct("u3", "Nobody grinds here."))
    wish = {"do": "merge", "seen": old}
    for path in ("effect", "mend"):
        assert post(client, path, **wish).json()["stale"] == [
            {"unit": "u3", "now": [{"text": "Nobody grinds here."}]}
        ]
    assert post(client, "mend", do="merge").json()["change"] > 0
    late = post(
        client, "mend", do="correct", source=[{"text": "x"}], unit="u3", seen={**old, "units": old["units"]}
    )
    assert [one["now"] for one in late.json()["stale"]][-1] is None, "it is part of another unit now"


def test_a_block_that_is_another_one_counts_as_changed(client: TestClient) -> None:
    old = seen(client, "u2")
    assert post(client, "mend", do="begin", unit="u4", seen=seen(client, "u4")).json()["change"]
    assert post(client, "mend", do="split", offset=16, seen=old).json() == {
        "change": 0,
        "stale": [{"unit": "u2", "now": [{"text": U2}]}],
    }


def test_watching_tells_that_the_text_is_another_one(client: TestClient, edition: Edition) -> None:
    def digest() -> str:
        body = {"text": "mill", "lang": "de", "unit": "u2", "client": "a", "since": 0}
        return str(client.post("/hexapla/api/watch", json=body).json()["digest"])

    before = digest()
    assert before == digest() == edition.digest("mill")
    assert post(client, "mend", do="kind", kind="quote", block=view(client)["block"]["id"]).json()["change"]
    assert digest() != before


@pytest.mark.parametrize(
    "rights",
    [frozenset(Right) - {Right.MANAGE}, frozenset({Right.REVIEW})],
)
def test_who_does_not_manage_may_not_even_look(
    client: TestClient, edition: Edition, rights: frozenset[Right]
) -> None:
    known = seen(client, "u2")
    change = post(client, "mend", do="split", offset=16).json()["change"]
    serve(edition, Person("anna", "Anna", rights))
    assert client.get("/hexapla/api/source", params={"text": "mill", "unit": "u2"}).status_code == 403
    for path in ("effect", "mend"):
        assert post(client, path, do="split", offset=3, seen=known).status_code == 403
    assert client.post("/hexapla/api/undo", json={"number": change}).status_code == 403
    assert "u2a" in edition.text("mill").places


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"do": "burn"}, 400),
        ({"do": None}, 400),
        ({"do": ["split"]}, 400),
        ({"seen": None}, 400),
        ({"seen": {"units": {}, "block": "x"}}, 400),
        ({"seen": {"units": {"u3": "x"}, "block": "x"}}, 400),
        ({"seen": {"units": {"u2": 1}, "block": "x"}}, 400),
        ({"seen": {"units": {"u2": "x"}}}, 400),
        ({"seen": {"units": {f"u{n}": "x" for n in range(50)}, "block": "x"}}, 400),
        ({"offset": -1}, 400),
        ({"offset": "3"}, 400),
        ({"offset": True}, 400),
        ({"offset": 0}, 400),
        ({"offset": 4000}, 400),
        ({"unit": ""}, 400),
        ({"unit": "u" * 90}, 400),
        ({"text": "nothing"}, 404),
        ({"text": "../mill"}, 404),
        ({"do": "correct"}, 400),
        ({"do": "correct", "source": "words"}, 400),
        ({"do": "correct", "source": []}, 400),
        ({"do": "correct", "source": [{"open": "script", "id": 1}, {"text": "x"}, {"close": 1}]}, 400),
        ({"do": "correct", "source": [{"text": "a\x00b"}]}, 400),
        ({"do": "correct", "source": [{"text": "x" * 30_000}]}, 400),
        ({"do": "mark", "start": 4, "end": 4, "tag": "hi"}, 400),
        ({"do": "mark", "start": 4, "end": 8, "tag": "script"}, 400),
        ({"do": "mark", "start": 4, "end": 8, "tag": "foreign", "lang": "not a language"}, 404),
        ({"do": "mark", "start": 4, "end": 8, "tag": "foreign", "lang": '"><x'}, 404),
        ({"do": "kind", "kind": "script", "block": "b1"}, 400),
        ({"do": "kind", "kind": "quote"}, 400),
        ({"do": "kind", "kind": "quote", "block": "b99"}, 404),
        ({"do": "kind", "kind": "head", "block": "b2", "level": 99}, 400),
        ({"do": "join", "block": "b99"}, 404),
        ({"do": "anchor", "block": "b99", "at": "u2", "offset": 3}, 404),
    ],
)
def test_bodies_that_are_wrong_are_one_sentence_and_change_nothing(
    client: TestClient, edition: Edition, change: dict[str, Any], status: int
) -> None:
    before = edition.digest("mill")
    body = {"do": "split", "offset": 16, "seen": seen(client, "u2")} | change
    for path in ("effect", "mend"):
        answer = post(client, path, **body)
        assert answer.status_code == status, answer.json()
        assert answer.json()["error"].count("\n") == 0
    assert edition.digest("mill") == before


def test_a_unit_that_is_gone_and_another_origin(client: TestClient) -> None:
    assert client.get("/hexapla/api/source", params={"text": "mill", "unit": "u99"}).status_code == 404
    assert client.post("/hexapla/api/undo", json={"number": 999}).status_code == 404
    assert client.post("/hexapla/api/undo", json={"number": "1"}).status_code == 400
    for path in ("effect", "mend", "undo"):
        answer = client.post(f"/hexapla/api/{path}", json={}, headers={"Origin": "https://evil.example"})
        assert answer.status_code == 403
