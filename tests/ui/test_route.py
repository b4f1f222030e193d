"""The JSON route against a real edition: who may call it, what it refuses, what it answers."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from editions import ANNA, entry_text, make, opened, translate
from hexapla.model.catalog import State
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.jobs import worker
from hexapla_ui import bodies, route, serving, static
from hexapla_ui.tokens import Tokens

HOSTS = frozenset({"127.0.0.1", "localhost"})


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    with opened(make(tmp_path / "edition")) as held:
        serving.start(serving.Serving(held, ANNA, Tokens(held.desk.key(), held.settings.id), HOSTS))
        yield held


@pytest.fixture
def client(edition: Edition) -> TestClient:
    token = serving.current().tokens.mint("anna")
    app = Starlette(routes=[*route.ROUTES, *static.ROUTES])
    return TestClient(app, base_url="http://127.0.0.1:8501", headers={"Authorization": f"Bearer {token}"})


def save(unit: str = "u2", text: str = "Die Mühle.", **changed: Any) -> dict[str, Any]:
    one: dict[str, Any] = {
        "op": f"1-{unit}",
        "units": [unit],
        "target": [{"text": text}],
        "state": "translated",
        "revision": 0,
        "seen": "untranslated",
    }
    return {"text": "mill", "lang": "de", "client": "c1", "saves": [one | changed]}


def test_a_page_has_blocks_rows_and_runs(client: TestClient) -> None:
    page = client.get("/hexapla/api/page", params={"text": "mill", "lang": "de"}).json()
    assert (page["title"], page["total"], page["first"], page["last"]) == ("The Empty Mill", 10, 1, 10)
    assert (page["before"], page["after"], page["dir"]) == (None, None, "ltr")
    assert [block["kind"] for block in page["blocks"]] == ["head", "p", "p", "head", "p"]
    row = page["blocks"][0]["rows"][0]
    assert row["source"] == [{"text": "The Empty Mill"}]
    assert (row["units"], row["target"], row["state"], row["revision"], row["draft"]) == (
        ["u1"],
        [],
        "untranslated",
        0,
        None,
    )


def test_a_save_is_a_revision_and_its_repetition_is_not(client: TestClient, edition: Edition) -> None:
    for _time in range(2):
        answer = client.post("/hexapla/api/save", json=save()).json()["answers"][0]
        assert (answer["ok"], answer["revision"], answer["state"]) == (True, 1, "translated")
    assert edition.desk.last_revision() == 1
    assert entry_text(edition, "u2") == "Die Mühle."


def test_a_stale_save_gets_all_three_texts(client: TestClient, edition: Edition) -> None:
    translate(edition, "u2", "Erste.")
    translate(edition, "u2", "Zweite.", person=Person("vera", "Vera", ANNA.rights))
    answer = client.post("/hexapla/api/save", json=save(text="Meine.", revision=1, seen="translated")).json()[
        "answers"
    ][0]
    assert not answer["ok"]
    conflict = answer["conflict"]
    assert [conflict[name] for name in ("base", "ours", "theirs")] == [
        [{"text": "Erste."}],
        [{"text": "Meine."}],
        [{"text": "Zweite."}],
    ]
    assert conflict["by"] == "Vera"
    row = edition.desk.row(edition.text_id("mill"), "de", "u2")
    assert [one.text for one in row.entry.suggestions] == ["Meine."]


def test_drafts_come_back_to_their_person_and_are_no_revision(client: TestClient, edition: Edition) -> None:
    body = {
        "text": "mill",
        "lang": "de",
        "client": "c1",
        "drafts": [{"units": ["u2"], "target": [{"text": "Die M"}], "revision": 0}],
    }
    assert client.post("/hexapla/api/draft", json=body).json()["at"]
    page = client.get("/hexapla/api/page", params={"text": "mill", "lang": "de"}).json()
    assert page["blocks"][1]["rows"][0]["draft"]["target"] == [{"text": "Die M"}]
    assert edition.desk.last_revision() == 0
    body["drafts"][0]["target"] = None  # type: ignore[index]
    client.post("/hexapla/api/draft", json=body)
    page = client.get("/hexapla/api/page", params={"text": "mill", "lang": "de"}).json()
    assert page["blocks"][1]["rows"][0]["draft"] is None


def test_next_goes_round_once(client: TestClient, edition: Edition) -> None:
    for unit in ("u2", "u3"):
        translate(edition, unit, "x")
    ask = {"text": "mill", "lang": "de", "state": "untranslated"}
    assert client.get("/hexapla/api/next", params=ask | {"after": "u1"}).json() == {"unit": "u4"}
    assert client.get("/hexapla/api/next", params=ask | {"after": "u10"}).json() == {"unit": "u1"}


def test_without_a_token_or_with_a_strangers_nothing_opens(client: TestClient, edition: Edition) -> None:
    for token in (
        "",
        "Bearer",
        "Bearer x.y.z",
        f"Bearer {Tokens(b'k' * 32, edition.settings.id).mint('anna')}",
    ):
        answer = client.get(
            "/hexapla/api/page", params={"text": "mill", "lang": "de"}, headers={"Authorization": token}
        )
        assert answer.status_code == 401
    stranger = serving.current().tokens.mint("mallory")
    answer = client.post("/hexapla/api/save", json=save(), headers={"Authorization": f"Bearer {stranger}"})
    assert answer.status_code == 401
    assert edition.desk.last_revision() == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Host": "evil.example"},
    ],
)
def test_another_origin_or_host_is_refused(
    client: TestClient, edition: Edition, headers: dict[str, str]
) -> None:
    assert client.post("/hexapla/api/save", json=save(), headers=headers).status_code == 403
    assert client.post("/hexapla/api/token", headers=headers).status_code == 403
    assert edition.desk.last_revision() == 0


def test_our_own_origin_passes(client: TestClient) -> None:
    headers = {"Origin": "http://127.0.0.1:8501", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/hexapla/api/save", json=save(), headers=headers).status_code == 200


def test_a_token_is_renewed(client: TestClient) -> None:
    token = client.post("/hexapla/api/token").json()["token"]
    assert serving.current().tokens.person(token) == "anna"


@pytest.mark.parametrize(
    "change",
    [
        {"units": "u2"},
        {"units": []},
        {"target": "Die Mühle."},
        {"target": ["Die Mühle."]},
        {"state": "perfect"},
        {"revision": -1},
        {"revision": True},
        {"revision": "0"},
        {"op": ""},
        {"op": "x" * 500},
        {"seen": None},
    ],
)
def test_bodies_are_checked_to_the_last_field(
    client: TestClient, edition: Edition, change: dict[str, Any]
) -> None:
    answer = client.post("/hexapla/api/save", json=save(**change))
    assert answer.status_code == 400 and answer.json()["error"]
    assert edition.desk.last_revision() == 0


def test_large_and_broken_bodies_are_refused(client: TestClient) -> None:
    assert client.post("/hexapla/api/save", content=b"x" * (bodies.LIMIT + 1)).status_code == 413
    assert client.post("/hexapla/api/save", content=b"{").status_code == 400
    assert client.post("/hexapla/api/save", content=b"[" * 100_000).status_code == 400
    assert client.post("/hexapla/api/save", content=b"\xff\xfe").status_code == 400


def test_hostile_runs_are_refused_and_markup_in_text_stays_text(client: TestClient, edition: Edition) -> None:
    hostile = [
        [{"open": "script", "id": 1}, {"text": "x"}, {"close": 1}],
        [{"close": 7}],
        [{"text": "a\x00b"}],
    ]
    for runs in hostile:
        answer = client.post("/hexapla/api/save", json=save(target=runs, op=str(runs))).json()["answers"][0]
        assert not answer["ok"] and answer["error"]
    client.post("/hexapla/api/save", json=save(text="<b>1 < 2 & 3</b>"))
    assert entry_text(edition, "u2") == "&lt;b&gt;1 &lt; 2 &amp; 3&lt;/b&gt;"


def test_rights_are_read_at_each_save(client: TestClient, edition: Edition) -> None:
    held = serving.current()
    reviewer = Person("anna", "Anna", frozenset({Right.REVIEW}))
    serving.start(serving.Serving(edition, reviewer, held.tokens, HOSTS))
    answer = client.post("/hexapla/api/save", json=save()).json()["answers"][0]
    assert not answer["ok"] and "no right" in answer["error"]
    assert (
        client.post(
            "/hexapla/api/draft",
            json={
                "text": "mill",
                "lang": "de",
                "client": "c1",
                "drafts": [{"units": ["u2"], "target": [{"text": "x"}], "revision": 0}],
            },
        ).status_code
        == 403
    )
    serving.start(serving.Serving(edition, Person("anna", "Anna"), held.tokens, HOSTS))
    refused = client.post("/hexapla/api/save", json=save())
    assert refused.status_code == 403 and "no part in this edition" in refused.json()["error"]


def test_unknown_texts_languages_and_units(client: TestClient) -> None:
    for text, lang in (("nothing", "de"), ("mill", "fr"), ("../mill", "de"), ("mill", "d/e")):
        answer = client.get("/hexapla/api/page", params={"text": text, "lang": lang})
        assert answer.status_code == 404 and answer.json()["error"]


def test_the_folder_is_synced_after_a_quiet_time_and_only_if_something_changed(
    edition: Edition, client: TestClient
) -> None:
    held = serving.Serving(edition, ANNA, serving.current().tokens, HOSTS, quiet=0.0)
    assert held.sync_if_quiet() is False
    client.post("/hexapla/api/save", json=save())
    catalog = edition.root / "locales/de/LC_MESSAGES/mill.po"
    assert held.sync_if_quiet() is True
    assert held.sync_if_quiet() is False, "it has been asked for"
    assert "Die Mühle." not in catalog.read_text("utf-8"), "the worker does it"
    assert worker.one(edition, "worker-1", ANNA)
    text = catalog.read_text("utf-8")
    assert "Die Mühle." in text
    assert held.sync_if_quiet() is False
    assert edition.desk.row(edition.text_id("mill"), "de", "u2").entry.state == State.TRANSLATED


def test_client_files_have_a_hashed_address_and_nothing_else_is_served(client: TestClient) -> None:
    answer = client.get(static.base() + "grid.js")
    assert answer.status_code == 200 and "immutable" in answer.headers["cache-control"]
    assert client.get("/hexapla/client/old/grid.js").headers["cache-control"] == "no-store"
    for name in ("..%2Fserver.py", "server.py", "%2e%2e/server.py", "nothing.js"):
        assert client.get(static.base() + name).status_code == 404


def test_a_draft_of_another_window_is_kept_as_a_suggestion(client: TestClient, edition: Edition) -> None:
    def typed(text: str, window: str, seen: str = "") -> str:
        one = {"units": ["u2"], "target": [{"text": text}], "revision": 0, "seen": seen}
        body = {"text": "mill", "lang": "de", "client": window, "drafts": [one]}
        return str(client.post("/hexapla/api/draft", json=body).json()["at"])

    def suggestions() -> list[str]:
        return [one.text for one in edition.desk.row(edition.text_id("mill"), "de", "u2").entry.suggestions]

    typed("AAA", "one")
    typed("AAAA", "one")
    assert suggestions() == []
    at = typed("BBB", "two")
    assert suggestions() == ["AAAA"]
    typed("BBB and on", "three, which has shown it", seen=at)
    assert suggestions() == ["AAAA"]


def test_only_the_window_that_knows_a_draft_drops_it(client: TestClient, edition: Edition) -> None:
    def send(target: list[dict[str, str]] | None, window: str) -> None:
        one = {"units": ["u2"], "target": target, "revision": 0}
        client.post(
            "/hexapla/api/draft", json={"text": "mill", "lang": "de", "client": window, "drafts": [one]}
        )

    def held() -> bool:
        return edition.desk.row(edition.text_id("mill"), "de", "u2", "anna").draft is not None

    send([{"text": "AAA"}], "one")
    send(None, "two")
    assert held()
    client.post("/hexapla/api/save", json=save(text="Etwas anderes."))
    assert held(), "the save of window c1 leaves the draft of window one"
    send(None, "one")
    assert not held()


def test_a_link_to_a_unit_that_is_gone_opens_the_text(client: TestClient) -> None:
    page = client.get("/hexapla/api/page", params={"text": "mill", "lang": "de", "unit": "u99"}).json()
    assert page["first"] == 1


def test_a_language_opened_beside_the_server_and_an_edited_file_are_taken_in(
    edition: Edition, client: TestClient
) -> None:
    held = serving.current()
    settings = edition.root / "source" / "edition.toml"
    settings.write_text(settings.read_text("utf-8").replace('"hu"]', '"hu", "pl"]'), "utf-8")
    catalog = edition.root / "locales/de/LC_MESSAGES/mill.po"
    text = catalog.read_text("utf-8")
    entry = text.index('msgctxt "u2"')
    catalog.write_text(text[:entry] + text[entry:].replace('msgstr ""', 'msgstr "Aus Poedit."', 1), "utf-8")
    for path in (settings, catalog):
        os.utime(path, (time.time() - 60,) * 2)
    assert held.take_in()
    assert not held.take_in()
    assert worker.one(edition, "worker-1", ANNA)
    assert entry_text(edition, "u2") == "Aus Poedit."
    assert client.get("/hexapla/api/page", params={"text": "mill", "lang": "pl"}).json()["total"] == 10


def test_text_that_is_no_unicode_is_refused(client: TestClient) -> None:
    body = json.dumps(save(op="\ud800"))
    assert client.post("/hexapla/api/save", content=body.encode()).status_code == 400
