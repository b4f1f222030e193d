"""The verbs for working together: history and undo, search, assignments; run as a person runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from editions import ANNA, VERA, make, opened, translate
from hexapla.work import remarks


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = make(tmp_path / "edition")
    with opened(made) as edition:
        translate(edition, "u2", "Die Mühle steht.")
        translate(edition, "u3", "Niemand mahlt hier.", person=VERA)
        remarks.comment(edition, VERA, "mill", "de", "u2", "Which mill?")
    return made


def hexapla(folder: Path, *arguments: str, code: int = 0) -> str:
    command = [sys.executable, "-c", "from hexapla.commands import main; main()", "-C", str(folder)]
    done = subprocess.run(
        [*command, "--as", "Anna", *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout if code == 0 else done.stdout + done.stderr


def test_history_is_listed_and_a_change_set_taken_back(folder: Path) -> None:
    lines = hexapla(folder, "history").splitlines()
    assert [line.split()[4] for line in lines[:3]] == ["comment", "save", "save"]
    assert "Vera" in lines[0] and "one remark" in lines[0]
    assert "mill de: 1" in lines[1]
    sets = json.loads(hexapla(folder, "history", "--json", "--text", "mill", "--lang", "de", "--limit", "2"))
    assert [one["kind"] for one in sets] == ["save", "save"]
    assert sets[1]["units"] == [{"text": "mill", "lang": "de", "units": 1}]
    number = str(sets[1]["number"])
    assert "One unit is as before." in hexapla(folder, "history", "--undo", number)
    assert "taken back" in hexapla(folder, "history")
    with opened(folder) as edition:
        assert edition.desk.row("mill", "de", "u2").entry.msgstr == ""
        translate(edition, "u2", "Neu.", person=ANNA)
    undo = str(json.loads(hexapla(folder, "history", "--json", "--limit", "2"))[1]["number"])
    told = hexapla(folder, "history", "--undo", undo, code=1)
    assert "u2 (de) was changed since and stays." in told
    assert "no change set 999" in hexapla(folder, "history", "--undo", "999", code=10)


def test_search_finds_by_words_filters_and_patterns(folder: Path) -> None:
    assert "mill de u2" in hexapla(folder, "search", "muhle", "lang:de")
    assert "u3" in hexapla(folder, "search", "by:Vera")
    hits = json.loads(hexapla(folder, "search", "--json", "state:translated", "-mühle"))
    assert [(hit["text"], hit["lang"], hit["units"]) for hit in hits] == [("mill", "de", ["u3"])]
    assert "u2" in hexapla(folder, "search", "has:comment")
    assert hexapla(folder, "search", "no such words") == ""
    hexapla(folder, "search", "mühle", "--json", code=2)
    assert "there are state:" in hexapla(folder, "search", "sate:x", code=3)


def test_a_part_of_a_text_is_assigned_listed_and_done(folder: Path) -> None:
    made = hexapla(
        folder, "assign", "mill", "--lang", "de", "--to", "vera", "--units", "u3-u5", "--due", "2026-12-01"
    )
    assert "Assignment 1 is made." in made
    assert "u3–u5" in hexapla(folder, "assign")
    listed = json.loads(hexapla(folder, "assign", "--json", "--to", "vera"))
    assert [(one["text"], one["due"], one["first"], one["last"]) for one in listed] == [
        ("mill", "2026-12-01", "u3", "u5")
    ]
    division = [*("assign", "mill", "--lang", "de", "--to", "vera"), "--div"]
    with opened(folder) as edition:
        ids = [one.get("xml:id") for one in edition.text("mill").body.walk() if one.tag == "div"]
    hexapla(folder, *division, str(ids[-1]))
    hexapla(folder, *division, "nowhere", code=10)
    hexapla(folder, "assign", "--done", "1")
    assert "u3–u5" not in hexapla(folder, "assign")
    for wrong, code in (
        (["assign", "mill", "--to", "vera"], 2),
        (["assign", "mill", "--lang", "de", "--to", "nobody"], 10),
        (["assign", "mill", "--lang", "de", "--to", "vera", "--due", "soon"], 3),
        (["assign", "mill", "--lang", "de", "--to", "vera", "--units", "u5-u3"], 3),
        (["assign", "--done", "99"], 10),
    ):
        hexapla(folder, *wrong, code=code)
