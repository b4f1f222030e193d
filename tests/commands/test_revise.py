"""``hexapla add FILE --text SLUG`` on a text that is there: the report, the question, and no change for no change."""

import json
import os
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from editions import ESSAY, make, opened, translate
from hexapla.model.catalog import State

CATALOG = Path("locales/de/LC_MESSAGES/mill.po")


def hexapla(*words: str | Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run the command line, and check its exit code."""
    done = subprocess.run(
        [sys.executable, "-c", "from hexapla.commands import main; main()", *map(str, words)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "LANGUAGE": "en", "COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
        timeout=120,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = make(tmp_path / "e", targets=("de",))
    with opened(made) as edition:
        translate(edition, "u3", "Seit sechzig Jahren.", state=State.APPROVED)
    return made


def files(folder: Path) -> dict[Path, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and ".hexapla" not in path.parts)
    return {path: path.read_bytes() for path in found}


def test_the_report_comes_before_the_question(folder: Path, tmp_path: Path) -> None:
    hexapla("-C", folder, "sync")
    before = files(folder)
    file = tmp_path / "mill.txt"
    file.write_text(ESSAY.replace("sixty", "seventy"), "utf-8")
    asked = hexapla("-C", folder, "add", file, "--text", "mill", code=1)
    assert "[-sixty-] {+seventy+}" in asked.stderr and "u3 → u3" in asked.stderr
    assert "Deutsch (de): 1 need work (8 words to look at again)" in asked.stderr
    assert files(folder) == before, "nobody has answered yes"
    assert "Revised “mill”." in hexapla("-C", folder, "add", file, "--text", "mill", "--yes").stderr
    assert polib.pofile(str(folder / CATALOG)).find("u3", by="msgctxt").fuzzy
    again = files(folder)
    assert "Nothing changes" in hexapla("-C", folder, "add", file, "--text", "mill", "--yes").stderr
    assert files(folder) == again


def test_minor_keeps_states_and_json_says_all(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "mill.txt"
    file.write_text(ESSAY.replace("sixty", "seventy"), "utf-8")
    words = ("-C", folder, "add", file, "--text", "mill", "--yes", "--minor", "--report", "json")
    said = json.loads(hexapla(*words).stdout)
    revision = said["revision"]
    assert (said["reader"], revision["text"], revision["changes"]) == ("plain", "mill", True)
    assert revision["counts"]["edited"] == {"units": 1, "words": 8}
    (unit,) = revision["units"]
    assert (unit["fate"], unit["before"], unit["after"]) == ("edited", ["u3"], ["u3"])
    assert {"sign": "+", "text": " seventy"} in unit["diff"]
    assert revision["effects"] == [
        {"lang": "de", "kept": 1, "work": 0, "divided": 0, "aside": 0, "words": 0, "states": []}
    ]
    entry = polib.pofile(str(folder / CATALOG)).find("u3", by="msgctxt")
    assert not entry.fuzzy and "seventy" in entry.msgid


def test_minor_is_for_a_text_that_is_there(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "other.txt"
    file.write_text("Another head\n\nIt is new.\n", "utf-8")
    assert "--minor" in hexapla("-C", folder, "add", file, "--yes", "--minor", code=2).stderr


def test_another_text_replaces_one_only_where_that_is_said(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "grapes.txt"
    file.write_text("Grapes\n\nVines climb walls.\n", "utf-8")
    hexapla("-C", folder, "sync")
    before = files(folder)
    words = ("-C", folder, "add", file, "--text", "mill", "--yes")
    refused = hexapla(*words, code=3).stderr
    assert "One translation of “mill” would be put aside" in refused and "--replace" in refused
    assert files(folder) == before
    assert "Revised “mill”." in hexapla(*words, "--replace").stderr


def test_the_decisions_of_the_reader_are_told_above_the_effects(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "mill.txt"
    file.write_text(
        ESSAY.replace("sixty", "seventy").replace("The mill stands", "The mi-\nll stands"), "utf-8"
    )
    said = hexapla("-C", folder, "add", file, "--text", "mill", "--yes").stderr
    assert 0 <= said.find("Decisions of the reader: ") < said.find("Deutsch (de)")


def test_a_bad_file_keeps_no_other_out(folder: Path, tmp_path: Path) -> None:
    for name in "ac":
        (tmp_path / f"{name}.txt").write_text(f"Head {name}\n\nIt is new.\n", "utf-8")
    (tmp_path / "b.docx").write_bytes(b"PK no document")
    paths = [tmp_path / name for name in ("a.txt", "b.docx", "c.txt")]
    said = hexapla("-C", folder, "add", *paths, "--yes", code=6).stderr
    assert "Added: a.txt, c.txt. Not added: b.docx." in said
    assert "hexapla: b.docx" in said and "Traceback" not in said
    assert {"a", "c"} <= {path.stem for path in (folder / "source").glob("*.xml")}
