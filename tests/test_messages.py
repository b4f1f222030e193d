"""Every visible word goes through ``_()``, and the catalogs know them all."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = [*(ROOT / "tools" / "hexapla").rglob("*.py"), *(ROOT / "ui" / "hexapla_ui").rglob("*.py")]
SHOWING = {
    *("echo", "print", "status", "confirm", "UsageError", "add_column"),
    *(
        "title",
        "header",
        "subheader",
        "text",
        "caption",
        "button",
        "error",
        "info",
        "success",
        "warning",
        "spinner",
    ),
    *("checkbox", "download_button", "Page"),
}
"""Functions of click, rich and Streamlit that show their first argument to a person."""
KEYWORDS = {"help", "title", "label", "alt"}
ERRORS = {
    "HexaplaError", "NotAnEdition", "BadName", "BadFile", "TooLarge", "CannotWrite", "ProgramFailed",
    "NotFound", "Denied", "Conflict", "DeskError", "BadBody",
}  # fmt: skip


def name_of(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    name = getattr(call.func, "id", "")
    return "" if name == "text" else name  # SQL, not Streamlit's st.text


def is_bare(node: ast.expr) -> bool:
    """Whether an expression is a literal with a word in it."""
    if isinstance(node, ast.Constant):
        return (
            isinstance(node.value, str)
            and sum(letter.isalpha() for letter in node.value) > 1
            and " " in node.value
        )
    if isinstance(node, ast.JoinedStr):
        return any(is_bare(part) for part in node.values if isinstance(part, ast.Constant))
    return isinstance(node, ast.BinOp) and (is_bare(node.left) or is_bare(node.right))


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_bare_words(path: Path) -> None:
    for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
        name = name_of(call)
        shown = call.args[:1] if name in SHOWING | ERRORS else []
        shown = shown + [
            keyword.value for keyword in call.keywords if keyword.arg in KEYWORDS and name != "field"
        ]
        for argument in shown:
            assert not is_bare(argument), f"{path.name}:{call.lineno}: {ast.unparse(argument)[:80]} needs _()"


def test_the_catalogs_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "extract_messages.py", "--check"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_the_browsers_words_are_all_listed() -> None:
    from hexapla_ui import static

    listed = set(static.messages())
    assert {"Confirm, next", "Open the editor", "untranslated"} <= listed
