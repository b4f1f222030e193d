"""``hexapla terms``: the glossary in and out, candidates, report and check on the command line."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from editions import ANNA, opened, translate
from hexapla.commands import Options
from hexapla.commands.terms import terms
from hexapla.formats import tbx
from hexapla.model.errors import BadFile, BadName, HexaplaError, NotFound
from hexapla.work.terms import waiving
from termed import made


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = made(tmp_path_factory.mktemp("terms") / "edition")
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle steht am Fluss.")
        translate(edition, "u4", "Die Mühlen sind fort.")
        translate(edition, "u7", "Der Fährmann sieht das <Haus>.")
    return folder


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "edition"))


def run(folder: Path, *words: str | Path, code: int = 0, error: type[HexaplaError] | None = None) -> Result:
    """Run a verb of the group; ``error``: what the program's own main turns into a sentence and a code."""
    options = Options(folder, None, "Anna", debug=False)
    done = CliRunner().invoke(terms, [str(word) for word in words], obj=options)
    if error is not None:
        assert isinstance(done.exception, error), done.output
        return done
    assert done.exit_code == code, (done.output, done.exception)
    return done


def said(folder: Path, *words: str | Path, code: int = 0) -> Any:
    return json.loads(run(folder, *words, "--json", code=code).stdout)


def glossary(folder: Path) -> bytes:
    with opened(folder) as edition:
        return edition.desk.glossary.read() or b""


def test_list(folder: Path) -> None:
    printed = run(folder, "list").stdout
    assert re.search(r"^c1 +mill  \(6\)$", printed, re.M)
    assert re.search(r"^ +de +Mühle  \[decided\]  1 to look at$", printed, re.M)
    assert re.search(r"^ +de +–  \[open\]$", printed, re.M)
    first, second = said(folder, "list")
    assert set(first) == {"id", "head", "kind", "subject", "occurrences", "texts", "columns"}
    assert first["columns"][0] == {
        "lang": "de",
        "terms": ["Mühle"],
        "decision": "decided",
        "counts": {"untranslated": 3, "confirmed": 2, "missing": 1},
        "tasks": 0,
        "look": 1,
    }
    assert (second["head"], second["columns"][1]["decision"]) == ("Kharkov", "open")


def test_check(folder: Path) -> None:
    printed = run(folder, "check", code=1).stdout
    assert printed.splitlines() == [
        "mill 7 de  warning  term-missing: “mill” is here, and no form of “Mühle” is in the translation."
    ]
    assert run(folder, "check", "--lang", "hu").stdout == ""
    [one] = said(folder, "check", "--text", "mill", code=1)
    assert (one["text"], one["units"], one["name"], one["waived"]) == ("mill", ["u7"], "term-missing", False)
    with opened(folder) as edition:
        waiving.waive(edition, ANNA, "mill", "de", "u7", "c1", "term-missing", "So.")
    assert run(folder, "check").stdout.endswith("  waived\n")
    run(folder, "check", "--text", "nowhere", error=NotFound)


def test_report(folder: Path, tmp_path: Path) -> None:
    printed = run(folder, "report", "--lang", "de").stdout
    assert "  de   Mühle: Mühle 1, Mühlen 1" in printed and " 7: missing" in printed
    concepts = said(folder, "report")
    assert [(one["head"], one["occurrences"]) for one in concepts] == [("Kharkov", 2), ("mill", 6)]
    assert [one["lang"] for one in concepts[0]["columns"]] == ["de", "hu"]
    for extra in ((), ("--appendix",)):
        run(folder, "report", "--html", tmp_path / "terms.html", *extra)
        page = (tmp_path / "terms.html").read_text("utf-8")
        assert "Mühle" in page and ("missing" in page) is not extra
        assert not re.search(r"<script|<link|<img|\bon\w+=|https?://|url\(|@import", page)
        assert "default-src 'none'" in page


def test_hostile_terms_are_words_on_the_page(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text('en,de,definition\n"<script>alert(1)</script>",\'" onclick=x,"</style><b>"\n', "utf-8")
    run(folder, "import", file)
    run(folder, "report", "--html", tmp_path / "terms.html")
    page = (tmp_path / "terms.html").read_text("utf-8")
    assert "<script" not in page and "</style><b>" not in page and "&lt;script&gt;" in page


@pytest.mark.parametrize("format_", ["tbx", "csv", "xlsx"])
def test_export_and_import_again(folder: Path, tmp_path: Path, format_: str) -> None:
    file = tmp_path / f"out.{format_}"
    before = glossary(folder)
    assert f"out.{format_}" in run(folder, "export", file).stdout
    if format_ == "tbx":
        assert file.read_bytes() == before == run(folder, "export", "-").stdout_bytes
    elif format_ == "xlsx":
        assert "Mühle" in {cell.value for row in load_workbook(file).active for cell in row}  # type: ignore[union-attr]
    assert "Nothing in the file was new." in run(folder, "import", file).stdout
    assert glossary(folder) == before


def test_import_is_shown_before_it_is_done(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Wort,Deutsch\nweir,Wehr\nmill,Mahlhaus\n,\n", "utf-8")
    before = glossary(folder)
    options = ("import", file, "--column", "Wort=en")
    assert "Nothing was changed" in run(folder, *options, "--dry-run").stdout
    dry = said(folder, *options, "--dry-run")
    assert dry == {
        "concepts": 2,
        "columns": {"Wort": "en", "Deutsch": "de"},
        "remarks": [],
        "joins": ["mill joins c1 mill."],
        "done": None,
    }
    assert "mill joins c1 mill." in run(folder, *options, "--dry-run").stdout
    assert glossary(folder) == before
    done = said(folder, *options)["done"]
    assert (done["added"], done["changed"], done["terms"], done["conflicts"]) == (1, 1, 3, [])
    assert len(tbx.parse(glossary(folder)).concepts) == 3


def test_what_goes_wrong_is_said_and_changes_nothing(folder: Path, tmp_path: Path) -> None:
    before = glossary(folder)
    broken = tmp_path / "broken.tbx"
    broken.write_bytes(b"<tbx>\n<oops")
    table = tmp_path / "a.csv"
    table.write_text("en,de\nmill,x\n", "utf-8")
    run(folder, "import", broken, error=BadFile)
    unnamed = tmp_path / "unnamed.csv"
    unnamed.write_text("note,x,y,z,status\na,b,c,d,e\n", "utf-8")
    run(
        folder,
        "import",
        unnamed,
        error=BadFile,
    )
    run(folder, "import", tmp_path / "missing.csv", error=HexaplaError)
    run(folder, "import", table, "--column", "fr=de", error=BadName)
    assert "NAME=FIELD" in run(folder, "import", table, "--column", "de", code=2).stderr
    run(folder, "export", tmp_path / "a.odt", error=BadName)
    run(folder, "candidates", "--limit", "0", code=2)
    assert glossary(folder) == before and not (tmp_path / "a.odt").exists()


def test_candidates(folder: Path) -> None:
    found = said(folder, "candidates")
    assert all(
        {"name", "key", "kind", "count", "score", "contexts", "renderings"} == set(one) for one in found
    )
    assert "mill" not in {one["name"] for one in found}
    assert len(run(folder, "candidates", "--limit", "1").stdout.splitlines()) == 1


def test_the_group_holds_what_is_tested_here() -> None:
    assert isinstance(terms, click.Group)
    assert set(terms.commands) == {"list", "import", "export", "candidates", "report", "check"}
