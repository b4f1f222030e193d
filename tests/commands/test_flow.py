"""The verbs as a person runs them: real processes, real exit codes, one-sentence errors."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from editions import ESSAY

VERBS = ("add", "backup", "doctor", "export", "new", "restore", "serve", "status", "sync", "target", "text")


def hexapla(*words: str | Path, cwd: Path | None = None, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run the command line, and check its exit code."""
    done = subprocess.run(
        [sys.executable, "-c", "from hexapla.commands import main; main()", *map(str, words)],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "LANGUAGE": "en", "COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
        timeout=120,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition made by ``new`` and ``add``."""
    base = tmp_path_factory.mktemp("commands")
    (base / "mill.txt").write_text(ESSAY, "utf-8")
    hexapla("new", base / "e", "--title", "The Mill", "--source", "en", "--target", "de", "--target", "pt_br")
    done = hexapla("-C", base / "e", "add", base / "mill.txt", "--yes")
    assert "The Empty Mill" in done.stderr
    return base / "e"


def test_new_writes_an_edition_and_refuses_a_full_folder(folder: Path) -> None:
    assert (folder / "source" / "edition.toml").read_text("utf-8").count("[[text]]") == 2
    assert (folder / "locales" / "pt_BR" / "LC_MESSAGES" / "mill.po").is_file()
    done = hexapla("new", folder, "--title", "X", "--source", "en", code=3)
    assert done.stderr.count("\n") == 1 and "not empty" in done.stderr


def test_status_as_table_and_json(folder: Path) -> None:
    assert "mill" in hexapla("-C", folder, "status").stdout
    rows = json.loads(hexapla("-C", folder, "status", "--json").stdout)
    mill = next(row for row in rows if (row["text"], row["lang"]) == ("mill", "de"))
    assert sum(mill["units"].values()) == mill["units"]["untranslated"] == 10
    assert sum(mill["words"].values()) == len(ESSAY.split())


def test_the_edition_is_found_from_below(folder: Path) -> None:
    assert "mill" in hexapla("status", cwd=folder / "locales" / "de").stdout


def test_text_list(folder: Path) -> None:
    rows = json.loads(hexapla("-C", folder, "text", "list", "--json").stdout)
    assert [(row["slug"], row["units"]) for row in rows] == [("edition", 14), ("mill", 10)]


def test_add_reports_decisions_as_json_and_asks(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "second.txt").write_text("A Head\n\nOne para-\ngraph. And a second sentence.\n", "utf-8")
    done = hexapla("-C", folder, "add", tmp_path / "second.txt", "--report", "json", code=1)
    report = json.loads(done.stdout)
    assert {"reader", "decisions"} <= set(report)
    assert "second" not in hexapla("-C", folder, "text", "list").stdout


def test_add_refuses_a_slug_that_is_taken(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mill.txt").write_text("Another mill.\n", "utf-8")
    assert "--text" in hexapla("-C", folder, "add", tmp_path / "mill.txt", "--yes", code=5).stderr


def test_add_names_file_and_line_of_bad_input(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes("Fine.\nCaf\xe9.\n".encode("latin-1"))
    error = hexapla("-C", folder, "add", tmp_path / "bad.txt", "--yes", code=6).stderr
    assert "bad.txt:2" in error and error.count("\n") == 1


def test_export_is_blocked_without_draft(folder: Path, tmp_path: Path) -> None:
    done = hexapla("-C", folder, "export", "html", "--out", tmp_path / "out", code=1)
    assert "--draft" in done.stderr and "10 units are not translated" in done.stderr
    assert not list((tmp_path / "out").glob("*"))


def test_export_writes_every_format_twice_alike(folder: Path, tmp_path: Path) -> None:
    for out in ("one", "two"):
        hexapla("-C", folder, "export", "all", "--draft", "--out", tmp_path / out)
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert {"the-mill.html", "mill.parallel.xml", "mill.en.xml", "mill.pt-BR.xml"} <= set(names)
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_export_refuses_an_unknown_format_and_language(folder: Path, tmp_path: Path) -> None:
    assert "html" in hexapla("-C", folder, "export", "docbook", "--draft", "--out", tmp_path, code=10).stderr
    assert "it has" in hexapla("-C", folder, "export", "html", "--lang", "fr", "--draft", code=10).stderr


def test_target_opens_and_closes_a_language(folder: Path) -> None:
    hexapla("-C", folder, "target", "add", "grc")
    assert (folder / "locales" / "grc" / "LC_MESSAGES" / "mill.po").is_file()
    assert '"grc"' in (folder / "source" / "edition.toml").read_text("utf-8")
    hexapla("-C", folder, "target", "add", "grc", code=2)
    hexapla("-C", folder, "target", "remove", "grc")
    assert '"grc"' not in (folder / "source" / "edition.toml").read_text("utf-8")
    assert (folder / "locales" / "grc" / "LC_MESSAGES" / "mill.po").is_file()


def test_sync_and_its_dry_run(folder: Path) -> None:
    hexapla("-C", folder, "sync")
    assert "agree" in hexapla("-C", folder, "sync").stdout
    assert json.loads(hexapla("-C", folder, "sync", "--dry-run", "--json").stdout)[0]["written"] is False


def test_doctor_finds_all_whole_and_names_damage(folder: Path) -> None:
    assert "All is whole." in hexapla("-C", folder, "doctor").stdout
    catalog = folder / "locales" / "de" / "LC_MESSAGES" / "mill.po"
    whole = catalog.read_bytes()
    try:
        catalog.write_bytes(whole[:-30])
        done = hexapla("-C", folder, "doctor", code=1)
        assert "locales/de/LC_MESSAGES/mill.po" in done.stdout
    finally:
        catalog.write_bytes(whole)


def test_outside_an_edition(tmp_path: Path) -> None:
    assert "hexapla new" in hexapla("status", cwd=tmp_path, code=4).stderr


def test_broken_settings_are_named_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "edition.toml").write_text('id = "x"\nsource = "en"\nflavour = 1\n', "utf-8")
    assert "source/edition.toml:3" in hexapla("-C", tmp_path, "status", code=4).stderr


def test_serve_refuses_an_open_address_and_a_taken_port(folder: Path) -> None:
    assert "sign-in" in hexapla("-C", folder, "serve", "--host", "0.0.0.0", "--no-browser", code=3).stderr


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb: str) -> None:
    assert "Usage:" in hexapla(verb, "--help").stdout


def test_help_lists_the_exit_codes() -> None:
    text = hexapla("--help").stdout
    assert "Exit codes" in text and "13" in text


def start(*words: str | Path) -> "subprocess.Popen[str]":
    """Start the command line beside this test."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "LANGUAGE": "en"}
    line = [sys.executable, "-c", "from hexapla.commands import main; main()", *map(str, words)]
    return subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """An edition without texts."""
    hexapla("new", tmp_path / "e", "--title", "E", "--source", "en", "--target", "de")
    return tmp_path / "e"


def slugs(folder: Path) -> list[str]:
    return [row["slug"] for row in json.loads(hexapla("-C", folder, "text", "list", "--json").stdout)]


def test_texts_added_at_the_same_time_are_all_there(fresh: Path, tmp_path: Path) -> None:
    for n in range(4):
        (tmp_path / f"p{n}.txt").write_text(f"Text {n}\n\nA sentence. Another one.\n", "utf-8")
    running = [start("-C", fresh, "add", tmp_path / f"p{n}.txt", "--yes") for n in range(4)]
    for process in running:
        _out, told = process.communicate(timeout=120)
        assert process.returncode == 0, told
    assert sorted(slugs(fresh)) == ["edition", "p0", "p1", "p2", "p3"]


def test_a_text_that_the_settings_lost_is_named_and_comes_back_by_adding_again(
    fresh: Path, tmp_path: Path
) -> None:
    (tmp_path / "p.txt").write_text("Text\n\nA sentence.\n", "utf-8")
    settings = (fresh / "source" / "edition.toml").read_bytes()
    hexapla("-C", fresh, "add", tmp_path / "p.txt", "--yes")
    (fresh / "source" / "edition.toml").write_bytes(settings)
    hexapla("-C", fresh, "sync")
    assert "source/p.xml" in hexapla("-C", fresh, "doctor", code=1).stdout
    hexapla("-C", fresh, "add", tmp_path / "p.txt", "--yes")
    assert slugs(fresh) == ["edition", "p"]


def test_add_never_overwrites_a_file_that_is_not_its_own(fresh: Path, tmp_path: Path) -> None:
    (fresh / "source" / "notes.xml").write_text("<TEI>precious</TEI>", "utf-8")
    (tmp_path / "notes.txt").write_text("Notes\n\nA sentence.\n", "utf-8")
    assert "notes.xml" in hexapla("-C", fresh, "add", tmp_path / "notes.txt", "--yes", code=5).stderr
    assert (fresh / "source" / "notes.xml").read_text("utf-8") == "<TEI>precious</TEI>"


def test_a_damaged_catalog_that_was_never_read_blocks_nothing(fresh: Path) -> None:
    hexapla("-C", fresh, "sync")
    shutil.rmtree(fresh / ".hexapla")
    with (fresh / "locales/de/LC_MESSAGES/edition.po").open("a") as catalog:
        catalog.write('"cut')
    assert "edition" in hexapla("-C", fresh, "status").stdout
    assert "edition.po" in hexapla("-C", fresh, "doctor", code=1).stdout
    assert "edition.po" in hexapla("-C", fresh, "sync", code=1).stdout


def test_places_that_cannot_be_written_are_one_sentence(fresh: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    assert (
        "file" in hexapla("-C", fresh, "export", "html", "--draft", "--out", tmp_path / "file", code=8).stderr
    )
    hexapla("new", tmp_path / "file" / "below", "--title", "X", "--source", "en", code=8)
    assert (tmp_path / "file").read_text("utf-8") == "x"


def test_tei_that_an_edition_cannot_keep_is_refused_before_anything_is_stored(
    fresh: Path, tmp_path: Path
) -> None:
    (tmp_path / "bad.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>'
        "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
        "<text><body><p> </p></body></text></TEI>",
        "utf-8",
    )
    assert "bad.xml" in hexapla("-C", fresh, "add", tmp_path / "bad.xml", "--yes", code=6).stderr
    assert slugs(fresh) == ["edition"]


def test_a_second_server_of_one_folder_is_refused(fresh: Path) -> None:
    first = start("-C", fresh, "serve", "--no-browser", "--port", "0")
    try:
        assert first.stdout is not None and "http://127.0.0.1" in first.stdout.readline()
        assert "served already" in hexapla("-C", fresh, "serve", "--no-browser", "--port", "0", code=3).stderr
        assert slugs(fresh) == ["edition"], "other verbs run beside a server"
    finally:
        first.send_signal(signal.SIGINT)
        assert first.wait(timeout=60) in (0, 130)
        first.communicate()
