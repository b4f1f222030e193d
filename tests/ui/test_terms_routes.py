"""The routes of terminology: shapes, who may, offsets as browsers count, and bodies that are wrong."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from editions import ANNA, opened, translate
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla_ui import serving, terms_routes
from hexapla_ui.tokens import Tokens
from termed import made, statuses

ASTRAL = "Bei 𝔐 &amp; 𝔑 sieht er die Mühlen."


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = made(tmp_path_factory.mktemp("terms") / "edition")
    with opened(folder) as edition:
        translate(edition, "u2", "Das Haus steht am Fluss.")
        translate(edition, "u7", ASTRAL)
    return folder


@pytest.fixture
def edition(template: Path, tmp_path: Path) -> Iterator[Edition]:
    with opened(Path(shutil.copytree(template, tmp_path / "edition"))) as edition:
        yield edition


@pytest.fixture
def client(edition: Edition) -> TestClient:
    return serving_to(edition, ANNA)


def serving_to(edition: Edition, person: Person) -> TestClient:
    tokens = Tokens(edition.desk.key(), edition.settings.id)
    serving.start(serving.Serving(edition, person, tokens, frozenset({"testserver"})))
    asking = TestClient(Starlette(routes=terms_routes.ROUTES))
    asking.headers["X-Hexapla-Token"] = tokens.mint(person.id)
    return asking


def get(asking: TestClient, path: str, expected: int = 200, /, **query: object) -> Any:
    answer = asking.get(f"/hexapla/api/terms/{path}", params=query)  # type: ignore[arg-type]
    assert answer.status_code == expected, answer.text
    return answer.json()


def post(asking: TestClient, path: str, expected: int = 200, /, **body: object) -> Any:
    answer = asking.post(f"/hexapla/api/terms/{path}", json=body)
    assert answer.status_code == expected, answer.text
    return answer.json()


def act(asking: TestClient, do: str, /, **body: object) -> Any:
    return post(asking, "act", do=do, **body)


def utf16(text: str, span: list[int]) -> str:
    """Cut out of a text what a browser would."""
    return text.encode("utf-16-le")[2 * span[0] : 2 * span[1]].decode("utf-16-le")


def test_the_list_and_a_dossier(client: TestClient) -> None:
    found = get(client, "list")
    assert (found["source"], found["targets"], found["may"]) == ("en", ["de", "hu"], True)
    assert [(one["id"], one["head"], one["columns"][0]["look"]) for one in found["concepts"]] == [
        ("c1", "mill", 1),
        ("c2", "Kharkov", 0),
    ]
    whole = get(client, "concept", id="c1")
    assert (whole["head"], whole["number"], whole["of"], whole["next"]) == ("mill", 1, 2, "c2")
    assert whole["names"] == {"anna": "Anna"} and whole["counts"]["de"]["look"] == 1
    [german] = [part for part in whole["concept"]["sections"] if part["lang"] == "de"]
    assert [step["words"] for step in german["log"]] == ["So heißt sie."]
    assert "attributes" not in german["terms"][0]
    assert get(client, "concept", 404, id="c9")["error"] == "The glossary has no concept “c9”."


def test_offsets_are_those_of_browsers(client: TestClient, edition: Edition) -> None:
    whole = get(client, "concept", id="c1")
    [cell] = [
        cell
        for line in whole["lines"]
        for cell in line["cells"]
        if (line["slug"], line["unit"], cell["lang"]) == ("mill", "u7", "de")
    ]
    assert [utf16(cell["cut"]["text"], span) for span in cell["cut"]["spans"]] == ["Mühlen"]
    [seen] = get(client, "page", text="mill", lang="de", first=7, last=7)["rows"]["u7"][:1]
    text = "Bei 𝔐 & 𝔑 sieht er die Mühlen."
    assert [utf16(text, [one["start"], one["end"]]) for one in seen["target"]] == ["Mühlen"]
    [line] = get(client, "concordance", q="Mühle", lang="de")["lines"]
    assert [utf16(line["cut"]["text"], span) for span in line["cut"]["spans"]] == ["Mühlen"]
    [touched] = get(client, "impact", id="c1", lang="de", term="Mahlwerk")["entries"]
    assert [utf16(touched["target"], span) for span in touched["spans"]] == ["Mühlen"]
    act(client, "decide", concept="c1", lang="de", text="Mahlwerk")
    [task] = get(client, "worklist")["tasks"]
    assert [utf16(task["target"], span) for span in task["spans"]] == ["Mühlen"]
    runs = [{"text": "𝔐𝔐 Mahlwerk"}]
    [judged] = post(client, "verdict", text="mill", lang="de", unit="u7", target=runs)["judged"][:1]
    assert [utf16("𝔐𝔐 Mahlwerk", [one["start"], one["end"]]) for one in judged["target"]] == ["Mahlwerk"]
    assert edition.desk.row("mill", "de", "u7").entry.msgstr == ASTRAL


def test_acts_each_make_a_change_set(client: TestClient, edition: Edition) -> None:
    assert act(client, "add", lang="en", text="weir", subject="water")["id"] == "c3"
    place = {"concept": "c3", "lang": "de"}
    for do, body in (
        ("propose", {"text": "Wehr", "words": "Zwei\nZeilen."}),
        ("discuss", {"words": "Ja."}),
        ("decide", {"text": "Wehr", "texts": ["mill"]}),
        ("amend", {"text": "Wehr", "forms": ["Wehre"], "keep": True}),
        ("describe-in", {"definition": "Staut."}),
        ("describe", {"kind": "name", "references": ["c1"]}),
        ("withdraw", {"text": "Wehr"}),
        ("merge", {"into": "c1", "concept": "c3"}),
        ("remove", {"concept": "c2"}),
    ):
        assert act(client, do, **place | body)["change"] > 0, do
    change = act(client, "propose", concept="c1", lang="fa", text="آس\u200cیاب")["change"]
    assert "آس\u200cیاب" in statuses(edition, "fa")
    act(client, "undo", change=change)
    assert not any(part["lang"] == "fa" for part in get(client, "concept", id="c1")["concept"]["sections"])


def test_the_worklist_is_walked(client: TestClient) -> None:
    act(client, "decide", concept="c1", lang="de", text="Mahlwerk")
    found = get(client, "worklist", concept="c1", lang="de")
    [task] = found["tasks"]
    assert (task["old"], task["new"], task["proposal"], task["row"]["units"], found["more"]) == (
        "Mühle",
        "Mahlwerk",
        "Mahlwerke",
        ["u7"],
        False,
    ) or task["proposal"] == ""
    ids = [task["id"]]
    assert "reason" in post(client, "task", 400, ids=ids, do="waive")["error"]
    post(client, "task", ids=ids, do="waive", reason="Ein\nZitat.")
    assert get(client, "worklist")["tasks"] == []
    [waived] = get(client, "worklist", state="waived")["tasks"]
    assert waived["by"] == "Anna"
    post(client, "task", ids=ids, do="reopen")
    post(client, "task", ids=ids, do="mended")
    assert get(client, "worklist", state="all")["counts"][0]["mended"] == 1


def test_waiving_and_candidates(client: TestClient) -> None:
    body = {"text": "mill", "lang": "de", "unit": "u2", "concept": "c1", "finding": "term-missing"}
    post(client, "waive", **body, reason="So\nsagt man.")
    assert get(client, "list")["concepts"][0]["columns"][0]["look"] == 0
    offered = get(client, "candidates")
    assert offered["lang"] == "en" and offered["rejected"] == 0
    post(client, "triage", do="reject", key="flood gate")
    assert get(client, "candidates")["rejected"] == 1
    post(client, "triage", do="restore", key="flood gate")
    made = post(client, "triage", do="accept", name="river", renderings={"de": "Fluss"})
    assert made["id"] == "c3"
    act(client, "undo", change=made["change"])
    assert [one["id"] for one in get(client, "list")["concepts"]] == ["c1", "c2"]
    assert act(client, "add", lang="en", text="mill") == {"change": 0, "id": "c1"}


WRONG: list[tuple[str, dict[str, object], int]] = [
    ("act", {}, 400),
    ("act", {"do": "burn"}, 400),
    ("act", {"do": ["add"]}, 400),
    ("act", {"do": "add", "lang": "en"}, 400),
    ("act", {"do": "add", "lang": "en", "text": "   "}, 400),
    ("act", {"do": "add", "lang": "en", "text": "x" * 201}, 400),
    ("act", {"do": "add", "lang": "en", "text": "a\x00b"}, 400),
    ("act", {"do": "add", "lang": "no tag!", "text": "x"}, 404),
    ("act", {"do": "add", "lang": "en", "text": "x", "kind": "song"}, 400),
    ("act", {"do": "propose", "concept": "c9", "lang": "de", "text": "x"}, 404),
    ("act", {"do": "decide", "concept": "c1", "lang": "de", "text": "x", "status": "best"}, 400),
    ("act", {"do": "decide", "concept": "c1", "lang": "de", "text": "x", "texts": "mill"}, 400),
    ("act", {"do": "decide", "concept": "c1", "lang": "de", "text": "x", "texts": ["nowhere"]}, 404),
    ("act", {"do": "discuss", "concept": "c1", "lang": "de", "words": "x" * 4001}, 400),
    ("act", {"do": "discuss", "concept": "c1", "lang": "de", "words": ["x"]}, 400),
    ("act", {"do": "amend", "concept": "c1", "lang": "de", "text": "Mühle", "keep": "no"}, 400),
    ("act", {"do": "amend", "concept": "c1", "lang": "de", "text": "Mühle", "forms": [1]}, 400),
    ("act", {"do": "merge", "into": "c1", "concept": "c1"}, 400),
    ("act", {"do": "undo", "change": True}, 400),
    ("act", {"do": "undo", "change": 9999}, 404),
    ("triage", {"do": "burn"}, 400),
    ("triage", {"do": "accept"}, 400),
    ("triage", {"do": "accept", "name": "x", "renderings": ["de"]}, 400),
    ("triage", {"do": "reject", "key": 5}, 400),
    ("task", {"ids": [1], "do": "burn"}, 400),
    ("task", {"ids": "1", "do": "mended"}, 400),
    ("task", {"ids": [], "do": "mended"}, 400),
    ("task", {"ids": [True], "do": "mended"}, 400),
    ("task", {"ids": [2**70], "do": "mended"}, 400),
    ("task", {"ids": [999], "do": "mended"}, 404),
    ("waive", {"text": "mill", "lang": "de", "unit": "u2", "concept": "c1", "finding": "term-missing"}, 400),
    (
        "waive",
        {
            "text": "mill",
            "lang": "de",
            "unit": "u2",
            "concept": "c9",
            "finding": "term-missing",
            "reason": "x",
        },
        404,
    ),
    ("waive", {"text": "mill", "lang": "de", "unit": "u2", "concept": "c1", "finding": "x"}, 404),
    ("waive", {"text": "mill", "lang": "fr", "unit": "u2", "concept": "c1", "finding": "term-missing"}, 404),
    ("verdict", {"text": "mill", "lang": "de", "unit": "u2", "target": "text"}, 400),
    ("verdict", {"text": "mill", "lang": "de", "unit": "u2", "target": [{"open": "script", "id": 1}]}, 400),
    ("verdict", {"text": "nowhere", "lang": "de", "unit": "u2", "target": []}, 404),
]
ASKED: list[tuple[str, dict[str, object], int]] = [
    ("concept", {}, 404),
    ("impact", {"id": "c9", "lang": "de", "term": "x"}, 404),
    ("impact", {"id": "c1", "lang": "", "term": "x"}, 404),
    ("candidates", {"lang": "no tag!"}, 404),
    ("worklist", {"state": "lost"}, 400),
    ("worklist", {"after": "-1"}, 400),
    ("worklist", {"after": "٣"}, 400),
    ("concordance", {"q": ""}, 400),
    ("concordance", {"q": "x" * 101}, 400),
    ("page", {"text": "nowhere", "lang": "de"}, 404),
    ("page", {"text": "mill", "lang": "fr"}, 404),
    ("page", {"text": "mill", "lang": "de", "first": "x"}, 400),
]


def test_what_is_wrong_is_one_sentence_and_changes_nothing(client: TestClient, edition: Edition) -> None:
    before, last = edition.desk.glossary.read(), edition.desk.last_revision()
    for path, body, status in WRONG:
        said = post(client, path, status, **body)["error"]
        assert said and "\n" not in said, (path, body)
    for path, query, status in ASKED:
        assert get(client, path, status, **query)["error"], (path, query)
    assert client.post("/hexapla/api/terms/act", content=b"[1]").status_code == 400
    assert (edition.desk.glossary.read(), edition.desk.last_revision()) == (before, last)


def test_who_may_not_is_refused(edition: Edition) -> None:
    act(serving_to(edition, ANNA), "decide", concept="c1", lang="de", text="Mahlwerk")
    tom = serving_to(edition, Person("tom", "Tom", frozenset({Right.TRANSLATE}), frozenset({"hu"})))
    found = get(tom, "list")
    assert (found["may"], found["rights"]) == (False, {"en": False, "de": False, "hu": False})
    [task] = get(tom, "worklist")["tasks"]
    before = edition.desk.glossary.read()
    for path, body in (
        *(
            ("act", {"do": do, "concept": "c1", "lang": "de", "text": "Mahlwerk", "into": "c2"})
            for do in ("decide", "withdraw", "describe", "describe-in", "amend", "remove", "merge")
        ),
        ("triage", {"do": "accept", "name": "river"}),
        ("triage", {"do": "reject", "key": "river"}),
        ("triage", {"do": "restore", "key": "river"}),
        ("task", {"ids": [task["id"]], "do": "mended"}),
        (
            "waive",
            {
                "text": "mill",
                "lang": "de",
                "unit": "u2",
                "concept": "c1",
                "finding": "term-missing",
                "reason": "x",
            },
        ),
    ):
        assert "Tom" in post(tom, path, 403, **body)["error"], (path, body)
    assert edition.desk.glossary.read() == before
    act(tom, "propose", concept="c1", lang="de", text="Mühlrad")
    nobody = serving_to(edition, Person("no", "No", frozenset()))
    for path in (
        "list",
        "concept?id=c1",
        "worklist",
        "candidates",
        "concordance?q=mill",
        "page?text=mill&lang=de",
    ):
        assert get(nobody, path, 403)["error"]


def test_without_a_token_or_from_elsewhere_nothing_is_answered(client: TestClient) -> None:
    for route in terms_routes.ROUTES:
        asked = {"method": "POST" if "POST" in (route.methods or ()) else "GET", "url": route.path}
        elsewhere = client.request(**asked, headers={"Origin": "https://evil.example"})
        assert elsewhere.status_code == 403, route.path
        without = client.request(**asked, headers={"X-Hexapla-Token": ""})
        assert without.status_code == 401, route.path
