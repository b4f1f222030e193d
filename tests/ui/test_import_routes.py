"""The routes of the Import page: shapes, who may, how much, and bodies that are not what they should be."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from editions import ANNA, make, opened
from hexapla.model.person import Person, Right
from hexapla.work import importing
from hexapla.work.edition import Edition
from hexapla.work.jobs import worker
from hexapla_ui import import_routes, serving
from hexapla_ui.tokens import Tokens

FERRY = b"The Ferry\n\nThe ferryman rowed. He counted the lamps.\n\nNobody saw him. It was late.\n"


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    with opened(make(tmp_path / "edition")) as edition:
        yield edition


@pytest.fixture
def client(edition: Edition) -> Iterator[TestClient]:
    with serving_to(edition, ANNA) as opened:
        yield opened


def serving_to(edition: Edition, person: Person) -> TestClient:
    tokens = Tokens(edition.desk.key(), edition.settings.id)
    serving.start(serving.Serving(edition, person, tokens, frozenset({"testserver"})))
    opened = TestClient(Starlette(routes=import_routes.ROUTES))
    opened.headers["X-Hexapla-Token"] = tokens.mint(person.id)
    return opened


def begin(asking: TestClient, source: bytes = FERRY, **query: str) -> Any:
    return asking.post("/hexapla/api/import/begin", params={"name": "ferry.txt"} | query, content=source)


def brought(asking: TestClient, edition: Edition) -> int:
    number: int = begin(asking).json()["import"]
    assert worker.one(edition, "worker-1", ANNA)
    return number


def get(asking: TestClient, path: str, **query: object) -> Any:
    return asking.get(f"/hexapla/api/import/{path}", params=query)  # type: ignore[arg-type]


def post(asking: TestClient, path: str, **body: object) -> Any:
    return asking.post(f"/hexapla/api/import/{path}", json=body)


def test_a_file_is_brought_read_and_shown(client: TestClient, edition: Edition) -> None:
    number = begin(client).json()["import"]
    assert get(client, "state", **{"import": number}).json() == {
        "state": "reading",
        "error": "",
        "stuck": False,
    }
    [waiting] = get(client, "waiting").json()["waiting"]
    assert (waiting["id"], waiting["name"], waiting["by"], waiting["reading"]) == (
        number,
        "ferry.txt",
        "Anna",
        True,
    )
    assert worker.one(edition, "worker-1", ANNA)
    assert get(client, "state", **{"import": number}).json()["state"] == "open"
    page = get(client, "page", **{"import": number}).json()
    assert (page["blocks"], page["lines"], page["row"]["slug"], page["exists"]) == (3, 5, "ferry", False)
    window = get(client, "window", **{"import": number, "after": 1}).json()
    assert [block["nth"] for block in window["blocks"]] == [1, 2]
    assert window["blocks"][0]["units"][0]["text"] == [{"text": "The ferryman rowed."}]
    assert window["blocks"][0]["raw"] == [
        {"n": 3, "text": "The ferryman rowed. He counted the lamps.", "decisions": []}
    ]


def test_acts_are_carried_out_and_answered(client: TestClient, edition: Edition) -> None:
    number = brought(client, edition)
    page = get(client, "page", **{"import": number}).json()
    blocks = get(client, "window", **{"import": number, "after": 0}).json()["blocks"]
    at = {"import": number, "version": page["row"]["version"]}

    def act(**body: object) -> Any:
        answer = post(client, "act", **at, **body)
        assert answer.status_code == 200, answer.json()
        at["version"] = answer.json()["row"]["version"]
        return answer.json()

    changed = act(do="kind", block=blocks[1]["id"], kind="quote")
    assert [block["kind"] for block in changed["fresh"]] == ["quote"]
    changed = act(do="split", unit=blocks[2]["units"][1]["id"], offset=0)
    assert (changed["at"], changed["gone"], len(changed["fresh"])) == (2, 1, 2)
    changed = act(do="join", block=changed["fresh"][1]["id"])
    assert changed["blocks"] == 3
    changed = act(do="correct", unit=blocks[2]["units"][0]["id"], target=[{"text": "Nobody sees him."}])
    assert changed["fresh"][0]["units"][0]["text"] == [{"text": "Nobody sees him."}]
    changed = act(do="note", block=blocks[2]["id"], unit=blocks[1]["units"][0]["id"], offset=12)
    assert [block["note"] for block in changed["fresh"]][1] != ""
    head = next(one for one in page["decisions"] if one["kind"] == "head")
    changed = act(do="reverse", decision=head["nth"])
    assert [one["back"] for one in changed["decisions"] if one["nth"] == head["nth"]] == [True]
    assert act(do="undo")["steps"] == 5
    late = post(client, "act", **{"import": number, "version": 1}, do="undo")
    assert late.status_code == 409 and "changed this import" in late.json()["error"]
    done = post(client, "store", **at, slug="night", title="The Ferry by Night").json()
    assert (done["done"], done["slug"]) == (True, "night")
    assert edition.text("night").title == "The Ferry by Night"
    assert get(client, "page", **{"import": number}).status_code == 409


def test_a_text_that_is_there_is_revised_when_the_plan_was_seen(client: TestClient, edition: Edition) -> None:
    number = brought(client, edition)
    post(client, "store", **{"import": number, "version": 2})
    again = brought(client, edition)
    assert get(client, "page", **{"import": again}).json()["exists"]
    asked = post(client, "store", **{"import": again, "version": 2}).json()
    assert not asked["done"] and asked["plan"] and asked["agreed"]
    done = post(client, "store", **{"import": again, "version": 2}, agreed=asked["agreed"], minor=True).json()
    assert done["done"]


def test_one_is_dropped(client: TestClient, edition: Edition) -> None:
    number = brought(client, edition)
    assert post(client, "drop", **{"import": number, "version": 2}).json() == {}
    assert get(client, "waiting").json() == {"waiting": []}
    assert get(client, "page", **{"import": number}).status_code == 404


def test_a_damaged_file_is_one_sentence(client: TestClient, edition: Edition) -> None:
    number = begin(client, b"<TEI><nothing", name="a.xml").json()["import"]
    assert worker.one(edition, "worker-1", ANNA)
    state = get(client, "state", **{"import": number}).json()
    assert state["state"] == "refused" and state["error"]


def test_more_than_the_limit_is_refused_before_it_is_kept(
    client: TestClient, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "LIMIT", 1000)
    assert begin(client, b"x" * 1001).status_code == 413
    assert edition.desk.incoming.listed() == []


@pytest.mark.parametrize("name", ["", "..", "a\x00b.txt", "x" * 300])
def test_names_that_are_none_are_refused(client: TestClient, edition: Edition, name: str) -> None:
    answer = begin(client, name=name)
    assert answer.status_code in (400, 404) and answer.json()["error"]
    assert edition.desk.incoming.listed() == []


def test_of_a_path_only_the_file_is_kept(client: TestClient, edition: Edition) -> None:
    begin(client, name="../../../etc/the ferry.txt")
    begin(client, name="C:\\books\\ferry.txt")
    assert {(row.name, row.slug) for row in edition.desk.incoming.listed()} == {
        ("the ferry.txt", "the-ferry"),
        ("ferry.txt", "ferry"),
    }


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"do": "burn"}, 400),
        ({"do": "kind", "block": "b2"}, 400),
        ({"do": "kind", "block": "b2", "kind": "<script>"}, 400),
        ({"do": "kind", "block": "none", "kind": "quote"}, 404),
        ({"do": "kind", "block": "b2", "kind": "head", "level": -1}, 400),
        ({"do": "kind", "block": ["b2"], "kind": "quote"}, 400),
        ({"do": "split", "unit": "u2"}, 400),
        ({"do": "split", "unit": "u2", "offset": "1"}, 400),
        ({"do": "split", "unit": "u2", "offset": 9999}, 400),
        ({"do": "split", "unit": "u999", "offset": 0}, 404),
        ({"do": "note", "block": "b2", "unit": "u2", "offset": 1}, 400),
        ({"do": "correct", "unit": "u2", "target": "text"}, 400),
        ({"do": "correct", "unit": "u2", "target": [{"text": "a\x00"}]}, 400),
        ({"do": "correct", "unit": "u2", "target": [{"open": "script", "id": 1}]}, 400),
        ({"do": "reverse", "decision": 999}, 404),
        ({"do": "reverse", "decision": True}, 400),
        ({"do": "undo", "version": 1}, 409),
        ({"do": "undo", "import": 99}, 404),
    ],
)
def test_bodies_that_are_wrong_are_one_sentence(
    client: TestClient, edition: Edition, body: dict[str, object], status: int
) -> None:
    number = brought(client, edition)
    before = edition.desk.incoming.get(number)
    answer = client.post("/hexapla/api/import/act", json={"import": number, "version": 2} | body)
    assert answer.status_code == status, answer.json()
    assert answer.json()["error"]
    assert edition.desk.incoming.get(number) == before


@pytest.mark.parametrize("number", ["", "x", "-1", "1.5", "9" * 20, "٣"])
def test_an_address_that_names_no_import(client: TestClient, number: str) -> None:
    assert get(client, "page", **{"import": number}).status_code == 400


def test_who_does_not_manage_is_refused_everywhere(edition: Edition) -> None:
    brought(serving_to(edition, ANNA), edition)
    vera = Person("vera", "Vera", frozenset({Right.TRANSLATE, Right.REVIEW, Right.TERMS, Right.PUBLISH}))
    asking = serving_to(edition, vera)
    answers = [
        begin(asking),
        get(asking, "waiting"),
        *(get(asking, path, **{"import": 1, "after": 0}) for path in ("state", "page", "window")),
        *(post(asking, "act", **{"import": 1, "version": 2}, do=do) for do in ("undo",)),
        *(post(asking, path, **{"import": 1, "version": 2}) for path in ("again", "store", "drop")),
    ]
    assert [answer.status_code for answer in answers] == [403] * len(answers)


def test_without_a_token_or_from_elsewhere_nothing_is_answered(client: TestClient, edition: Edition) -> None:
    assert begin(client).status_code == 200
    elsewhere = {"Origin": "https://evil.example"}
    for path in ("begin?name=a.txt", "act", "store", "drop", "again"):
        assert client.post(f"/hexapla/api/import/{path}", content=b"{}", headers=elsewhere).status_code == 403
    del client.headers["X-Hexapla-Token"]
    for path in ("waiting", "state?import=1", "page?import=1", "window?import=1&after=0"):
        assert client.get(f"/hexapla/api/import/{path}").status_code == 401
    assert begin(client).status_code == 401
    assert len(edition.desk.incoming.listed()) == 1
