"""S12: foreign words never become SQL."""

import ast
from pathlib import Path

import pytest

import hexapla
from desk_texts import text_of
from hexapla.desk import Desk
from hexapla.model.catalog import Entry, State
from hexapla.model.change import Draft, Save, Saved
from hexapla.model.errors import NotFound
from hexapla.model.person import Person

PACKAGE = Path(hexapla.__file__).parent
RAW = {"text", "execute", "exec_driver_sql", "literal_column", "executescript", "executemany"}
PAYLOADS = [
    "'; DROP TABLE entry; --",
    "' OR '1'='1",
    '" OR ""="',
    "1; DELETE FROM revision",
    "x') UNION SELECT value FROM meta --",
    "%' ESCAPE '!' --",
    ":name ? $1 %s {0}",
    "\\'; --",
]


def modules(folder: Path) -> list[tuple[str, ast.Module]]:
    found = [(str(path.relative_to(PACKAGE)), ast.parse(path.read_text())) for path in folder.rglob("*.py")]
    assert found
    return found


def is_built(node: ast.expr) -> bool:
    """Whether an argument is put together at run time: an f-string, a sum, ``%`` or ``.format``."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join", "replace")
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.BinOp)
        and any(isinstance(part, ast.JoinedStr | ast.Constant) for part in ast.walk(node))
    )


def test_the_desk_builds_no_sql_out_of_words() -> None:
    for name, tree in modules(PACKAGE / "desk"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                assert not (called in RAW and is_built(node.args[0])), f"{name}:{node.lineno}"


@pytest.mark.parametrize(
    "source", ["text(f'{x}')", "c.execute('a' + x)", "c.execute('%s' % x)", "text('{}'.format(x))"]
)
def test_the_ban_sees_what_it_is_for(source: str) -> None:
    call = ast.parse(source).body[0]
    assert isinstance(call, ast.Expr) and isinstance(call.value, ast.Call)
    assert is_built(call.value.args[0])


def test_only_the_desk_knows_sql() -> None:
    for name, tree in modules(PACKAGE):
        if not name.startswith("desk"):
            for node in ast.walk(tree):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                assert not [one for one in names if one.split(".")[0] in ("sqlalchemy", "alembic")], name


@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_come_back_as_they_went_in(tmp_path: Path, payload: str) -> None:
    person = Person(payload, payload)
    with Desk.open(tmp_path / "desk.sqlite3", edition=payload) as desk:
        text = text_of({"u1": payload, "u2": "It stops."}, id=payload, title=payload)
        desk.put_text(person, text, slug=payload, tei=payload.encode(), languages=[payload])
        desk.drafts.keep(person, Draft(payload, payload, ("u1",), payload, 0))
        change = Save(
            payload, payload, payload, payload, ("u1",), payload, State.TRANSLATED, 0, State.UNTRANSLATED
        )
        assert isinstance(desk.save(person, change), Saved)
        desk.suggest(person, payload, payload, ("u1",), payload, payload)
        desk.fill(person, payload, payload, [Entry(("u2",), "", payload)], kind=payload, note=payload)
        desk.meetings.set_synced(payload, payload, {"u1": payload, payload: payload})
        desk.put_document(payload, payload.encode())
        for wrong in (payload, "u3"):
            with pytest.raises(NotFound):
                desk.row(payload, payload, wrong)
        rows = desk.rows(payload, payload, person=payload)
        assert [(row.entry.msgstr, row.entry.by) for row in rows] == [(payload, payload)] * 2
        assert (desk.meetings.synced(payload, payload), desk.document(payload)) == (
            {"u1": payload},
            payload.encode(),
        )
        assert desk.next(payload, payload, after=0, states=set(State)) == "u1"
        assert desk.check() == []
