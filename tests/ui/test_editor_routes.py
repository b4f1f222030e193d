"""The routes of the drawer and of watching: shapes, and bodies that are not what they should be."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from editions import ANNA, VERA, make, opened, translate
from hexapla.work import remarks
from hexapla.work.edition import Edition
from hexapla_ui import editor_routes, serving
from hexapla_ui.tokens import Tokens

PLACE = {"text": "mill", "lang": "de", "unit": "u2"}


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    with opened(make(tmp_path / "edition")) as edition:
        translate(edition, "u2", "Die Mühle steht.")
        yield edition


@pytest.fixture
def client(edition: Edition) -> Iterator[TestClient]:
    tokens = Tokens(edition.desk.key(), edition.settings.id)
    serving.start(serving.Serving(edition, ANNA, tokens, frozenset({"testserver"})))
    with TestClient(Starlette(routes=editor_routes.ROUTES)) as opened:
        opened.headers["Authorization"] = f"Bearer {tokens.mint('anna')}"
        yield opened


def post(asking: TestClient, path: str, **body: Any) -> Any:
    return asking.post(f"/hexapla/api/{path}", json=PLACE | body)


def test_a_comment_goes_there_and_back(client: TestClient) -> None:
    number = post(client, "remark", do="comment", words="Which?", question="author", every=True).json()[
        "done"
    ]
    found = client.get("/hexapla/api/unit", params=PLACE).json()
    assert found["comments"][0] | {"at": ""} == {
        "id": number,
        "text": "Which?",
        "by": "Anna",
        "at": "",
        "question": "author",
        "every_language": True,
        "lang": "",
    }
    assert post(client, "remark", do="resolve", id=number).json()["done"] > 0
    assert post(client, "remark", do="reopen", id=number).json()["done"] > 0
    assert post(client, "remark", do="suggest", target=[{"text": "Anders."}]).json()["done"] > 0


def test_accepting_is_answered_like_a_save(client: TestClient, edition: Edition) -> None:
    remarks.suggest(edition, VERA, "mill", "de", "u2", [{"text": "Anders."}])
    offered = client.get("/hexapla/api/unit", params=PLACE).json()["suggestions"][0]["id"]
    known = {"id": offered, "client": "c", "op": "1", "revision": 0, "seen": "untranslated"}
    late = post(client, "remark", do="accept", **known).json()["answer"]
    assert (late["ok"], late["conflict"]["theirs"]) == (False, [{"text": "Die Mühle steht."}])
    now = known | {"op": "2", "revision": 1, "seen": "translated"}
    assert post(client, "remark", do="accept", **now).json()["answer"]["ok"]
    assert edition.desk.row("mill", "de", "u2").entry.msgstr == "Anders."


def test_watching_tells_what_others_did(client: TestClient, edition: Edition) -> None:
    first = post(client, "watch", client="a", since=0).json()
    translate(edition, "u3", "Niemand mahlt.", person=VERA)
    news = post(client, "watch", client="a", since=first["at"]).json()
    assert [(one["units"], one["revision"]) for one in news["touched"]] == [(["u3"], 2)]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("remark", {"do": "burn"}, 400),
        ("remark", {}, 400),
        ("remark", {"do": "comment"}, 400),
        ("remark", {"do": "comment", "words": ""}, 400),
        ("remark", {"do": "comment", "words": "x", "text": "nothing"}, 404),
        ("remark", {"do": "comment", "words": "x", "unit": "u99"}, 404),
        ("remark", {"do": "resolve", "id": "1"}, 400),
        ("remark", {"do": "resolve", "id": 99}, 404),
        ("remark", {"do": "accept", "id": 1}, 400),
        ("remark", {"do": "suggest", "target": "text"}, 400),
        ("watch", {"client": "a"}, 400),
        ("watch", {"client": "a", "since": -1}, 400),
        ("watch", {"client": "a", "since": 0, "lang": "tlh"}, 404),
    ],
)
def test_bodies_that_are_wrong_are_one_sentence(
    client: TestClient, path: str, body: dict[str, Any], status: int
) -> None:
    answer = post(client, path, **body)
    assert answer.status_code == status
    assert answer.json()["error"]


def test_another_origin_is_refused(client: TestClient) -> None:
    answer = client.post(
        "/hexapla/api/remark",
        json=PLACE | {"do": "comment", "words": "x"},
        headers={"Origin": "https://evil.example"},
    )
    assert answer.status_code == 403
