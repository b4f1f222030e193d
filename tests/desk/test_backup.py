"""Backup and restore: everything comes back, in whichever database, or nothing is touched."""

import hashlib
import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

import databases
import rich_desks
from desk_texts import ANNA, numbered, put, save, texts_of
from hexapla.desk import Desk, backup, manifest, migrations
from hexapla.desk.connect import Connections
from hexapla.desk.opening import database
from hexapla.desk.restore import restore
from hexapla.formats import archive
from hexapla.model.change import Saved
from hexapla.model.errors import BadFile, CannotWrite, DeskError, HexaplaError

SERVER = "keeper"


@pytest.fixture
def full(where: str | Path) -> Iterator[Desk]:
    """A desk with something of everything."""
    with Desk.open(where, edition="e1") as desk:
        rich_desks.fill(desk)
        yield desk


@pytest.fixture(params=databases.KINDS)
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str | Path:
    """A place for a second desk, in a database of each kind."""
    if request.param == "sqlite":
        return tmp_path / "second.sqlite3"
    return databases.new_database(request.getfixturevalue("postgres"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "desk.backup"


@pytest.fixture
def small(tmp_path: Path, file: Path) -> Path:
    """The backup of a small desk, and the place that it came from."""
    path = tmp_path / "desk.sqlite3"
    with Desk.open(path, edition="e1") as desk:
        put(desk, numbered(3))
        save(desk, "u1", "Egy.")
        desk.upkeep.backup(file)
    return path


def bring_back(where: str | Path, file: Path, edition: str | None = "e1") -> str:
    return restore(where, file, edition=edition, server=SERVER).aside


def test_everything_comes_back_in_whichever_database(full: Desk, target: str | Path, file: Path) -> None:
    made = full.upkeep.backup(file)
    assert bring_back(target, file) == ""
    with Desk.open(target, edition="e1") as desk:
        assert desk.check() == []
        again = desk.upkeep.backup(file)
        assert again.tables == made.tables
        assert desk.rows("t1", "hu", person="bela", limit=None) == full.rows(
            "t1", "hu", person="bela", limit=None
        )
        assert desk.since(0) == full.since(0)
        assert desk.changes.listed() == full.changes.listed()
        assert desk.people.listed() == full.people.listed()
        assert desk.document("glossary.tbx") == full.document("glossary.tbx")
        assert [desk.tei(one.id) for one in desk.texts()] == [full.tei(one.id) for one in full.texts()]


def test_work_goes_on_after_a_restore(full: Desk, target: str | Path, file: Path) -> None:
    """The next numbers of everything are free, history is append-only, words are found, an old undo works."""
    last = full.last_revision()
    full.upkeep.backup(file)
    bring_back(target, file)
    with Desk.open(target, edition="e1") as desk:
        answer = save(desk, "u10", "Tíz.")
        assert isinstance(answer, Saved) and answer.revision == last + 1
        desk.suggest(ANNA, "t1", "hu", ("u10",), "Tizedik.", "person")
        desk.remarks.comment(ANNA, "t1", "hu", ("u10",), "Új.")
        put(desk, {**numbered(13)})
        desk.jobs.add(ANNA, "export", {})
        assert desk.row("t1", "hu", "u10").entry.comments[-1].text == "Új."
        desk.changes.undo(ANNA, desk.changes.listed()[0].number)
        with pytest.raises(DBAPIError, match="append-only"), desk._database.engine().begin() as connection:
            connection.execute(text("DELETE FROM revision"))
        assert desk.check() == []


def test_what_lets_somebody_in_and_what_is_of_the_moment_stays_behind(full: Desk, file: Path) -> None:
    rich_desks.fill_passing(full)
    made = full.upkeep.backup(file)
    assert not {table.name for table in made.tables} & {"form", "invitation", "job", "presence"}
    source = file.read_bytes()
    with zipfile.ZipFile(io.BytesIO(source)) as packed:
        everything = b"".join(packed.read(name) for name in packed.namelist())
    assert full.key().hex().encode() not in everything
    assert b"job/" not in everything and b"<p>" not in everything
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_key_of_a_desk_that_is_restored_over_stays(small: Path, file: Path, tmp_path: Path) -> None:
    with Desk.open(small) as desk:
        key = desk.key()
    bring_back(small, file)
    with Desk.open(small) as desk:
        assert desk.key() == key
    bring_back(tmp_path / "elsewhere.sqlite3", file)
    with Desk.open(tmp_path / "elsewhere.sqlite3") as desk:
        assert desk.key() != key and len(desk.key()) == 32


def test_a_desk_that_holds_work_is_kept_beside(full: Desk, where: str | Path, file: Path) -> None:
    full.upkeep.backup(file)
    save(full, "u10", "Később.")
    shared = full.shared
    full.close()
    aside = bring_back(where, file)
    assert aside
    with Desk.open(where, edition="e1") as desk:
        assert texts_of(desk)["u10"] == "" and desk.check() == []
    kept = f"{where}&schema={aside}" if shared else Path(where).with_name(aside)
    with Desk.open(kept, edition="e1") as desk:
        assert texts_of(desk)["u10"] == "Később." and desk.check() == []
    other = bring_back(where, file)
    assert other and other != aside, "nor is that one ever overwritten"


def test_an_empty_desk_leaves_nothing_behind(target: str | Path, small: Path, file: Path) -> None:
    Desk.open(target, edition="e1").close()
    assert bring_back(target, file) == ""


def test_a_failure_in_the_middle_leaves_the_desk_as_it_was(
    full: Desk, where: str | Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full.upkeep.backup(file)
    save(full, "u10", "Később.")
    before, key = full.since(0), full.key()
    full.close()

    def cut(_connection: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hexapla.desk.index.refill", cut)
    with pytest.raises(KeyboardInterrupt):
        bring_back(where, file)
    with Desk.open(where, edition="e1") as desk:
        assert (desk.since(0), desk.key()) == (before, key)
        assert desk.check() == []
        save(desk, "u11", "Megy tovább.")


def test_it_is_refused_while_a_server_runs_or_others_are_there(
    full: Desk, where: str | Path, file: Path
) -> None:
    full.upkeep.backup(file)
    with full.lock(SERVER), pytest.raises(DeskError, match="being served"):
        bring_back(where, file)
    if full.shared:
        with pytest.raises(DeskError, match="other connections are open"):
            bring_back(where, file)
    full.close()
    bring_back(where, file)


def test_a_verb_that_has_the_file_open_goes_on_in_the_restored_desk(small: Path, file: Path) -> None:
    with Desk.open(small) as other:
        save(other, "u2", "Kettő.")
        bring_back(small, file)
        assert texts_of(other) == {"u1": "Egy.", "u2": "", "u3": ""}
        save(other, "u3", "Három.")
        assert other.check() == []


def test_another_edition_is_refused(small: Path, file: Path, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"another edition \(e1\)"):
        bring_back(small, file, "e2")
    Desk.open(tmp_path / "other.sqlite3", edition="e2").close()
    with pytest.raises(DeskError, match="belongs to another edition"):
        bring_back(tmp_path / "other.sqlite3", file, None)


def test_large_tables_lie_in_several_members(full: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = full.upkeep.backup(file)
    monkeypatch.setattr(backup, "CHUNK", 300)
    made = full.upkeep.backup(file)
    assert {table.name: (table.rows, table.sha256) for table in made.tables} == {
        table.name: (table.rows, table.sha256) for table in whole.tables
    }
    assert {table.name: table.members for table in made.tables}["entry"] > 3
    with manifest.opened(file) as found:
        found.verify()


def test_texts_that_pack_like_a_bomb_come_back(small: Path, file: Path) -> None:
    with Desk.open(small) as desk:
        save(desk, "u2", "á" * 2_000_000)
        desk.upkeep.backup(file)
    bring_back(small, file)
    with Desk.open(small) as desk:
        assert texts_of(desk)["u2"] == "á" * 2_000_000


def test_the_old_backup_stands_if_the_new_one_fails(
    small: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    with Desk.open(small) as desk:
        monkeypatch.setattr(backup, "member", lambda _table, _number: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            desk.upkeep.backup(file)
        assert file.read_bytes() == before
        monkeypatch.undo()
        file.unlink()
        file.mkdir()
        with pytest.raises(CannotWrite):
            desk.upkeep.backup(file)
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(".hexapla-")] == []


# What is no backup


def altered(file: Path, change: Callable[[dict[str, bytes], dict[str, Any]], None], *, honest: bool) -> None:
    """Write a backup anew with other members and manifest; ``honest`` brings counts and hashes to them."""
    with zipfile.ZipFile(file) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    said = json.loads(members.pop("manifest.json"))
    change(members, said)
    for table in said["tables"] if honest else ():
        content = b"".join(members[f"{table['name']}/{n:04}.jsonl"] for n in range(1, table["members"] + 1))
        table |= {"rows": content.count(b"\n"), "sha256": hashlib.sha256(content).hexdigest()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
        packed.writestr("manifest.json", json.dumps(said))


def replaced(member: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes], dict[str, Any]], None]:
    def change(members: dict[str, bytes], _said: dict[str, Any]) -> None:
        assert old in members[member]
        members[member] = members[member].replace(old, new, 1)

    return change


def said(**values: Any) -> Callable[[dict[str, bytes], dict[str, Any]], None]:
    return lambda _members, manifest: manifest.update(values)


ENTRY = "entry/0001.jsonl"
DISHONEST = {
    "another text": replaced(ENTRY, b"Egy.", b"Ket."),
    "a row less": lambda members, _said: members.update({ENTRY: members[ENTRY].split(b"\n", 1)[1]}),
    "no member": lambda members, _said: members.pop(ENTRY),
    "no end": lambda members, _said: members.update({ENTRY: members[ENTRY][:-1]}),
    "newer schema": said(schema="0999"),
    "newer format": said(format=2),
    "unknown schema": said(schema="0000"),
    "no manifest of ours": said(hexapla="something"),
    "no edition": said(edition=""),
    "strange manifest": said(tables=[1, 2]),
    "infinite": said(revision=float("inf")),
    "many members": lambda _members, said: said["tables"][0].update(members=10**12),
}
HONEST = {
    "another revision": said(revision=7),
    "no such table": lambda _members, said: said["tables"].append(
        {"name": "alembic_version", "columns": [], "rows": 0, "members": 0, "sha256": ""}
    ),
    "a table less": lambda _members, said: said["tables"].pop(),
    "other columns": lambda _members, said: said["tables"][0].update(columns=["name", "name"]),
    "text for a number": replaced(ENTRY, b'[1,"t1"', b'["1","t1"'),
    "a large number": replaced(ENTRY, b'[1,"t1"', b'[99999999999999999999,"t1"'),
    "a fraction": replaced(ENTRY, b'[1,"t1"', b'[1.5,"t1"'),
    "nothing": replaced(ENTRY, b'[1,"t1"', b'[null,"t1"'),
    "no list": replaced(ENTRY, b'[1,"t1"', b'{"t1"'),
    "deep": replaced(ENTRY, b'[1,"t1"', b"[" * 100_000),
    "no base64": replaced("text/0001.jsonl", b'"t1"', b'"t1\\ud800"'),
    "twice the same": replaced(ENTRY, b'[2,"t1"', b'[1,"t1"'),
    "refers to nothing": replaced(ENTRY, b'[1,"t1"', b'[77,"t1"'),
}


@pytest.mark.parametrize(
    ("change", "honest"),
    [(change, False) for change in DISHONEST.values()] + [(change, True) for change in HONEST.values()],
    ids=[*DISHONEST, *HONEST],
)
def test_what_is_no_backup_changes_nothing(
    small: Path, file: Path, change: Callable[[dict[str, bytes], dict[str, Any]], None], honest: bool
) -> None:
    altered(file, change, honest=honest)
    before = {path: path.read_bytes() for path in file.parent.iterdir() if not path.name.endswith(".lock")}
    with pytest.raises(HexaplaError) as caught:
        bring_back(small, file)
    assert str(caught.value).count("\n") == 0
    with Desk.open(small, edition="e1") as desk:
        assert desk.check() == [] and texts_of(desk)["u1"] == "Egy."
    if not honest:
        assert all(path.read_bytes() == content for path, content in before.items())


def test_any_damage_is_told_or_harmless(small: Path, file: Path, tmp_path: Path) -> None:
    chance, source = random.Random(14), file.read_bytes()
    refused = 0
    for number in range(60):
        damaged = bytearray(source)
        if number % 3:
            damaged[chance.randrange(len(source))] ^= 1 << chance.randrange(8)
        else:
            del damaged[chance.randrange(len(source)) :]
        file.write_bytes(damaged)
        try:
            with manifest.opened(file) as found:
                found.verify()
        except BadFile as error:
            refused += 1
            assert error.file == "desk.backup"
    assert refused > 40


def test_a_bomb_is_refused(small: Path, file: Path) -> None:
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("bomb", bytes(10 * 2**20))
    with pytest.raises(BadFile, match="times its size"):
        bring_back(small, file)
    assert archive.MAX_RATIO == 200 and manifest.LIMITS.total > archive.MAX_TOTAL


def test_a_backup_of_an_older_schema_is_brought_to_the_present_one(
    target: str | Path, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an older program would have written it: what that one's tables hold."""
    old = Connections(database(tmp_path / "old.sqlite3"))
    with old.writing() as connection:
        migrations.upgrade(connection, to="0001")
        for statement in OLD:
            connection.execute(text(statement))
    dumped: dict[str, Any] = {"hexapla": "backup", "format": 1, "edition": "e1", "schema": "0001"}
    dumped |= {"revision": 0, "made": "2025-01-01T00:00:00Z", "program": "0.0.1", "tables": []}
    with old.reading() as connection, zipfile.ZipFile(file, "w") as packed:
        for name in OLD_TABLES:
            rows = connection.execute(text(f"SELECT * FROM {name}"))
            columns, lines = list(rows.keys()), b"".join(_line(name, row) for row in rows)
            dumped["tables"].append(
                {
                    "name": name,
                    "columns": columns,
                    "rows": lines.count(b"\n"),
                    "members": int(bool(lines)),
                    "sha256": hashlib.sha256(lines).hexdigest(),
                }
            )
            if lines:
                packed.writestr(f"{name}/0001.jsonl", lines)
        packed.writestr("manifest.json", json.dumps(dumped))
    old.close()
    bring_back(target, file)
    with Desk.open(target, edition="e1") as desk:
        assert desk.check() == []
        assert texts_of(desk) == {"u1": "", "u2": ""}
        save(desk, "u1", "Egy.")
        assert desk.row("t1", "hu", "u1").entry.comments == ()
        assert desk.people.one("anna") is not None


OLD_TABLES = (
    *("counter", "document", "meta", "person", "text", "changeset", "entry", "unit", "comment", "draft"),
    *("entry_unit", "op", "revision", "suggestion", "waiver"),
)
OLD = (
    "INSERT INTO meta VALUES ('edition', 'e1')",
    "INSERT INTO person VALUES ('anna', 'Anna', '[]', '[]')",
    f"INSERT INTO text VALUES ('t1', 'mill', 'en', 'T', 1, x'3c', '{hashlib.sha256(b'<').hexdigest()}')",
    *(f"INSERT INTO unit VALUES ('t1', 'u{n}', {n}, '{n}', 'Source {n}.', 'p', '{{}}')" for n in (1, 2)),
    *(
        f"INSERT INTO entry VALUES ({n}, 't1', 'hu', 'u{n}', 1, {n}, 'Source {n}.', '', 'untranslated', NULL, '',"
        f" NULL, '', '', 0, 'x', NULL, 1, 2)"
        for n in (1, 2)
    ),
    *(f"INSERT INTO entry_unit VALUES ({n}, 0, 't1', 'hu', 'u{n}', 1)" for n in (1, 2)),
)


def _line(table: str, row: Any) -> bytes:
    values = ["PA==" if isinstance(value, bytes) else value for value in row]
    if table in ("entry", "entry_unit"):
        place = {"entry": 4, "entry_unit": 5}[table]
        values[place] = bool(values[place])
    return json.dumps(values).encode() + b"\n"
