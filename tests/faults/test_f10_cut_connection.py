"""F10: the line to the database is cut, also in the middle of a commit: one revision at most, and a clear error.

A proxy of our own stands between the desk and PostgreSQL; the second attempt with the same op gets the first answer.
"""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

import databases
from desk_texts import ANNA, numbered, put, save
from hexapla.desk import Desk
from hexapla.model.catalog import State
from hexapla.model.change import Save, Saved
from hexapla.model.errors import DeskError

pytestmark = pytest.mark.fault


class Proxy:
    """Carries bytes between clients on a port of this machine and a socket file; cuts when it sees a word."""

    def __init__(self, target: Path) -> None:
        self.target, self.word, self.after = target, b"", False
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._open: list[socket.socket] = []
        self._changing = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_at(self, word: bytes, *, after: bool) -> None:
        """Cut every line when a client sends a word: before it is passed on, or once it has been."""
        self.word, self.after = word, after

    def _accept(self) -> None:
        while True:
            try:
                client, _address = self._listening.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(str(self.target))
            with self._changing:
                self._open += [client, server]
            threading.Thread(target=self._carry, args=(client, server, True), daemon=True).start()
            threading.Thread(target=self._carry, args=(server, client, False), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, watched: bool) -> None:
        try:
            while data := source.recv(65536):
                hit = watched and bool(self.word) and self.word in data
                if hit and not self.after:
                    break
                target.sendall(data)
                if hit:
                    # What was passed on is carried out; the answer to it never arrives.
                    source.recv(0)
                    break
        except OSError:
            pass
        if watched and self.word:
            self.cut()

    def cut(self) -> None:
        """Cut all lines that are open now; those that come while it does so are not touched."""
        self.word = b""
        with self._changing:
            cutting, self._open = self._open, []
        for one in cutting:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def close(self) -> None:
        """Take no more lines."""
        self.cut()
        self._listening.close()


@pytest.fixture
def proxy(postgres: str) -> Iterator[Proxy]:
    folder = Path(str(make_url(postgres).query["host"]))
    made = Proxy(next(folder.glob(".s.PGSQL.*[0-9]")))
    yield made
    made.close()


@pytest.fixture
def desk(postgres: str, proxy: Proxy) -> Iterator[Desk]:
    name = make_url(databases.new_database(postgres)).database
    with Desk.open(f"postgresql://postgres@127.0.0.1:{proxy.port}/{name}", edition="e1") as opened:
        put(opened, numbered(3))
        yield opened
        assert opened.check() == []


def change(op: str, text: str, revision: int = 0, seen: State = State.UNTRANSLATED) -> Save:
    return Save("c1", op, "t1", "hu", ("u1",), text, State.TRANSLATED, revision, seen)


@pytest.mark.parametrize(
    "after", [False, True], ids=["before the commit arrives", "after the commit arrived"]
)
@pytest.mark.parametrize("word", [b"COMMIT", b"INSERT INTO revision", b"UPDATE counter"])
def test_a_save_that_is_cut_off_is_done_once_or_not_at_all(
    desk: Desk, proxy: Proxy, word: bytes, after: bool
) -> None:
    proxy.cut_at(word, after=after)
    with pytest.raises(DeskError, match=r"does not answer.*what was saved before is whole"):
        desk.save(ANNA, change("1", "Egy."))
    answer = desk.save(ANNA, change("1", "Egy."))
    assert isinstance(answer, Saved)
    assert [one.msgstr for one in desk.revisions("t1", "hu", "u1")] == ["Egy."]
    assert desk.last_revision() == answer.revision == 1


def test_reading_goes_on_after_the_database_was_away(desk: Desk, proxy: Proxy) -> None:
    save(desk, "u1", "Egy.")
    proxy.cut()
    assert desk.row("t1", "hu", "u1").entry.msgstr == "Egy."
    proxy.cut()
    save(desk, "u2", "Kettő.")
    assert desk.last_revision() == 2


def test_a_lock_whose_line_is_cut_is_free_again(desk: Desk, proxy: Proxy) -> None:
    with desk.lock("folder") as mine:
        assert mine
        with desk.lock("folder", wait=False) as other:
            assert not other
        proxy.cut()
        for _try in range(100):
            with desk.lock("folder", wait=False) as free:
                if free:
                    break
        assert free, "whoever held it has to expect that it is lost"


def test_a_database_that_is_not_there_is_one_sentence_without_the_password() -> None:
    with pytest.raises(DeskError, match="The desk lost does not answer") as error:
        Desk.open("postgresql://anna:s3cret@127.0.0.1:9/lost", edition="e1")
    assert "s3cret" not in str(error.value)
