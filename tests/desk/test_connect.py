import threading
from pathlib import Path

from sqlalchemy import Connection, text

from desk_texts import ANNA, BELA, numbered, put, save, texts_of
from hexapla.desk import Desk, saving
from hexapla.desk.opening import open_database
from hexapla.desk.turns import Turns
from hexapla.model.catalog import State
from hexapla.model.change import Save, Saved
from tools import until


def test_a_writer_of_another_process_builds_on_what_was_saved_while_it_waited(where: str | Path) -> None:
    connections = open_database(where, edition="e1", create=True)
    connections._turns = Turns()  # as in another process: only the database lets one wait for the other
    answers: list[object] = []
    with Desk.open(where, edition="e1") as desk, Desk(connections) as other:
        put(desk, numbered(2))
        waiting = threading.Thread(target=lambda: answers.append(save(other, "u2", "Kettő.", person=BELA)))
        change = Save("anna", "1", "t1", "hu", ("u1",), "Egy.", State.TRANSLATED, 0, State.UNTRANSLATED)
        with desk._writing() as connection:
            saving.save(connection, ANNA, change)
            waiting.start()
            if desk.shared:
                until(lambda: _somebody_waits(connection))
        waiting.join()
        assert [type(answer) for answer in answers] == [Saved]
        assert texts_of(desk) == {"u1": "Egy.", "u2": "Kettő."}
        assert desk.last_revision() == 2


def _somebody_waits(connection: Connection) -> bool:
    waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    return bool(connection.execute(text(waiting)).scalar_one())
