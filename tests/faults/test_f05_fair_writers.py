"""F5: many writers on different units; all succeed, and none is starved by the others."""

import threading
import time
from pathlib import Path

import pytest

from desk_texts import numbered, put
from hexapla.desk import Desk
from hexapla.model.catalog import State
from hexapla.model.change import Save, Saved
from hexapla.model.person import Person

WRITERS = 16
SECONDS = 10.0


@pytest.mark.fault
def test_sixteen_writers_take_turns_for_ten_seconds(where: str | Path) -> None:
    with Desk.open(where, edition="e1") as desk:
        put(desk, numbered(WRITERS))
        done, start = [0] * WRITERS, threading.Barrier(WRITERS)
        until = time.monotonic() + SECONDS

        def write(number: int) -> None:
            person, revision, seen = Person(f"p{number}", "A writer"), 0, State.UNTRANSLATED
            start.wait()
            while time.monotonic() < until:
                op, unit = str(done[number]), f"u{number + 1}"
                answer = desk.save(
                    person,
                    Save(person.id, op, "t1", "hu", (unit,), f"{op}.", State.TRANSLATED, revision, seen),
                )
                assert isinstance(answer, Saved)
                revision, seen = answer.revision, answer.state
                done[number] += 1

        threads = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert min(done) > 0
        assert min(done) / max(done) > 0.5
        assert desk.last_revision() == sum(done)
        assert [row.entry.msgstr for row in desk.rows("t1", "hu")] == [f"{count - 1}." for count in done]
        assert desk.check() == []
