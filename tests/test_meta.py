"""Lists and tests held equal: ids of threats, verbs, formats, shortcuts, and no test that silently stays away."""

import ast
import re
from pathlib import Path

import pytest

from hexapla import commands
from hexapla.publish.formats import FORMATS

TESTS = Path(__file__).parent
ROOT = TESTS.parent
FAULTS = {f"F{number}" for number in range(1, 17)}
ATTACKS = {"S1", "S2", "S3", "S4", "S5", "S7", "S9", "S11", "S12", "S13", "S14", "S15"}
"""What the program defends against so far; a new id is a file in ``faults/`` or ``attacks/``, and a name here."""


def ids(folder: str, letter: str) -> set[str]:
    """Return the ids that test files are named after: ``test_f04_stale_edit.py`` is F4."""
    names = (path.name for path in (TESTS / folder).glob("test_*.py"))
    return {
        f"{letter.upper()}{int(match[1])}"
        for name in names
        if (match := re.match(rf"test_{letter}(\d+)_", name))
    }


def test_every_id_has_its_file_and_every_file_its_id() -> None:
    assert ids("faults", "f") == FAULTS
    assert ids("attacks", "s") == ATTACKS


def test_every_test_file_holds_tests() -> None:
    for path in TESTS.rglob("test_*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        tests = [
            node
            for node in ast.walk(tree)
            if (isinstance(node, ast.FunctionDef) and node.name.startswith("test_"))
            or (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).startswith("Test"))
            or (isinstance(node, ast.ClassDef) and node.name.startswith("Test"))
        ]
        assert tests, path


def test_no_test_is_switched_off() -> None:
    """Only ``tools.need`` and ``tools.missing`` may skip, since they fail where nothing may be missing."""
    for path in TESTS.rglob("*.py"):
        if path.name in ("tools.py", "test_meta.py", *REASONS):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = ast.unparse(node) if isinstance(node, ast.Attribute) else ""
            assert name not in BANNED, f"{path}:{getattr(node, 'lineno', 0)}: {name}"


REASONS = {
    "test_f03_full_disk.py": "not every machine lets a test mount a disk",
    "test_files.py": "not every system has /proc",
    "test_program.py": "polls for the end of a process that is not its child",
}
BANNED = {"pytest.mark.skip", "pytest.mark.xfail", "pytest.xfail", "pytest.skip", "time.sleep"}


def test_every_verb_is_run_by_a_test_and_stands_in_the_readme() -> None:
    verbs = commands.hexapla.list_commands(None)  # type: ignore[arg-type]
    flow = "".join(path.read_text("utf-8") for path in (TESTS / "commands").glob("test_*.py"))
    readme = (ROOT / "README.md").read_text("utf-8")
    for verb in verbs:
        assert re.search(rf"[\" ]{verb}[\" ]", flow), verb
        assert re.search(rf"^\| `{verb}[ `]", readme, re.M), verb
    assert set(re.findall(r"^\| `([\w-]+)", readme, re.M)) == set(verbs)


def test_every_format_has_a_folder_of_tests_and_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in FORMATS:
        assert list((TESTS / "publish" / name).glob("test_*.py")), name
        assert f"`{name}`" in readme
    for folder in (ROOT / "tools" / "hexapla" / "formats").iterdir():
        if folder.is_dir() and (folder / "__init__.py").exists():
            assert list((TESTS / "formats" / folder.name).rglob("test_*.py")), folder.name


def test_every_shortcut_is_pressed_by_a_browser_test() -> None:
    table = (ROOT / "ui" / "hexapla_ui" / "client" / "keys.js").read_text("utf-8")
    pressed = "".join(path.read_text("utf-8") for path in (TESTS / "browser").glob("test_*.py")).lower()
    keys = [key for array in re.findall(r"keys: \[(.+?)\]", table) for key in re.findall(r'"([^"]+)"', array)]
    assert len(keys) >= 10
    for key in keys:
        assert f'"{key}"'.replace("Mod", "Control").lower() in pressed, key


@pytest.mark.parametrize("package", ["tools/hexapla", "ui/hexapla_ui"])
def test_modules_stay_small(package: str) -> None:
    """No monsters: lists become folders. 300 lines is far beyond the median of 70."""
    long = {
        path: n for path in (ROOT / package).rglob("*.py") if (n := path.read_text("utf-8").count("\n")) > 300
    }
    assert not long
