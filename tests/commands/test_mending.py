"""``unit`` and ``block`` as a person runs them: the effect first, then the question, then the change set."""

import json
from pathlib import Path

import pytest

from commands.test_flow import hexapla
from editions import ANNA, entry_text, make, opened, translate
from hexapla.work import changes, sync


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make(tmp_path_factory.mktemp("mending") / "e")
    with opened(folder) as edition:
        translate(edition, "u2", "Dort steht die Mühle. Da ist der Fluss.")
        translate(edition, "u3", "Seit sechzig Jahren nicht.")
    hexapla("-C", folder, "sync")
    return folder


def source(folder: Path) -> str:
    return (folder / "source" / "mill.xml").read_text("utf-8")


def change(folder: Path, *words: str) -> int:
    """Run a verb, and return the number of its change set."""
    said = json.loads(hexapla("-C", folder, *words, "--yes", "--json").stdout)
    assert [effect["lang"] for effect in said["effects"]] == ["de", "hu"]
    return int(said["change"])


def take_back(folder: Path, number: int) -> None:
    with opened(folder) as edition:
        changes.undo(edition, ANNA, number)
        sync.one(edition, ANNA, "mill")


def test_a_unit_is_shown(folder: Path) -> None:
    said = hexapla("-C", folder, "unit", "show", "mill", "u2").stdout
    assert "The mill stands where the river bends." in said and "[translated]" in said
    found = json.loads(hexapla("-C", folder, "unit", "show", "mill", "u2", "--json").stdout)
    assert (found["kind"], found["units"], found["languages"][0]["state"]) == (
        "p",
        ["u2", "u3", "u4"],
        "translated",
    )
    assert "no unit u99" in hexapla("-C", folder, "unit", "show", "mill", "u99", code=10).stderr


def test_nothing_is_done_without_a_yes(folder: Path) -> None:
    before = source(folder)
    done = hexapla("-C", folder, "unit", "merge", "mill", "u2", code=1)
    assert "Deutsch (de): 2 translated units go along" in done.stderr
    assert "Magyar (hu): nothing changes." in done.stderr
    assert source(folder) == before


def test_every_mend_of_a_unit_and_back(folder: Path) -> None:
    before = source(folder)
    for words, written in (
        (("correct", "u2", "--find", "bends", "--put", "turns"), "where the river turns."),
        (("correct", "u2", "--find", "bends", "--put", "dries", "--meaning"), "where the river dries."),
        (("correct", "u2", "--source", "It <emph>stands</emph>."), "It <emph>stands</emph>."),
        (("mark", "u2", "mill", "--as", "foreign", "--lang", "fr"), '<foreign xml:lang="fr">mill</foreign>'),
        (("mark", "u2", "mill", "--as", "quotation"), "<q>mill</q>"),
        (("sic", "u2", "mill"), "<sic>mill</sic>"),
        (("split", "u2", "--after", "stands"), 'xml:id="u2a">where'),
        (("merge", "u2"), "bends. Nobody has"),
    ):
        verb, unit, *rest = words
        number = change(folder, "unit", verb, "mill", unit, *rest)
        assert written in source(folder), words
        take_back(folder, number)
        assert source(folder) == before, words


def test_every_mend_of_a_block_and_back(folder: Path) -> None:
    before = source(folder)
    for words, written in (
        (("kind", "u2", "quote"), "<quote"),
        (("kind", "u2", "head", "--level", "2"), "<head"),
        (("split", "u3"), "</p>"),
        (("note", "u5", "--to", "u2", "--after", "mill"), "mill<note"),
        (("note", "u5", "--to", "u2"), "bends.<note"),
    ):
        verb, block, *rest = words
        number = change(folder, "block", verb, "mill", block, *rest)
        assert written in source(folder) and source(folder) != before, words
        take_back(folder, number)
        assert source(folder) == before, words
    attached = change(folder, "block", "note", "mill", "u5", "--to", "u2")
    assert change(folder, "block", "detach", "mill", "u5") > attached
    assert "<note" not in source(folder) and source(folder).count("<p") == before.count("<p")
    take_back(folder, attached + 1)
    take_back(folder, attached)
    first = change(folder, "block", "split", "mill", "u3")
    second = change(folder, "block", "join", "mill", "u3")
    assert first < second and source(folder) == before


def test_words_that_are_not_there_or_there_often(folder: Path) -> None:
    done = hexapla(
        "-C", folder, "unit", "split", "mill", "u2", "--after", "the", "--nth", "7", "--yes", code=10
    )
    assert "“the” stands there 1 time" in done.stderr and done.stderr.count("\n") == 1
    done = hexapla("-C", folder, "unit", "sic", "mill", "u2", "e", "--yes", code=3)
    assert "--nth 2" in done.stderr
    hexapla("-C", folder, "unit", "sic", "mill", "u2", "e", "--nth", "2", "--yes")
    assert "th<sic>e</sic>" not in source(folder) and "<sic>e</sic>" in source(folder)
    hexapla("-C", folder, "unit", "sic", "mill", "u2", "e", "--nth", "2", "--yes")
    assert "<sic>" not in source(folder)


def test_wrong_usage_is_one_sentence(folder: Path) -> None:
    for words in (
        ("unit", "correct", "mill", "u2", "--find", "mill"),
        ("unit", "correct", "mill", "u2", "--find", "mill", "--put", "x", "--source", "y"),
        ("block", "kind", "mill", "u2", "table"),
        ("block", "kind", "mill", "u2", "quote", "--level", "2"),
    ):
        assert "Error" in hexapla("-C", folder, *words, "--yes", code=2).stderr
    for words, code in (
        (("unit", "merge", "mill", "u4"), 3),
        (("unit", "merge", "nothing", "u2"), 10),
        (("unit", "correct", "mill", "u2", "--source", "a <hi>b"), 6),
        (("block", "kind", "mill", "b99", "p"), 10),
        (("block", "kind", "mill", "u2", "head", "--level", "9"), 3),
    ):
        assert hexapla("-C", folder, *words, "--yes", code=code).stderr.count("\n") == 1


def test_one_language_joins_and_parts(folder: Path) -> None:
    done = hexapla("-C", folder, "unit", "join", "mill", "u2", "u3", "--lang", "de")
    assert "Done as change set" in done.stdout
    shown = hexapla("-C", folder, "unit", "show", "mill", "u3").stdout
    assert "de u2+u3  [translated]" in shown and "Fluss. Seit sechzig" in shown
    assert "so already" in hexapla("-C", folder, "unit", "join", "mill", "u2", "u3", "--lang", "de").stdout
    hexapla("-C", folder, "unit", "part", "mill", "u3", "--lang", "de")
    with opened(folder, ANNA) as edition:
        assert entry_text(edition, "u2") and entry_text(edition, "u3")
    assert "fr" in hexapla("-C", folder, "unit", "join", "mill", "u2", "u3", "--lang", "fr", code=10).stderr
