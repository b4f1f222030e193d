"""F11: a clock that goes back an hour, or differs from host to host: the order is that of the numbers, not of times."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk_texts import ANNA, BELA, numbered, put, save
from hexapla.desk import Desk, clock, presence
from hexapla.model.catalog import State


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

    def now(self) -> str:
        return self.at.strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(clock, "now", made.now)
    return made


def test_history_is_in_the_order_of_saving_when_the_clock_goes_back(where: str | Path, hands: Clock) -> None:
    with Desk.open(where, edition="e1") as desk:
        put(desk, numbered(2))
        for n in range(4):
            assert save(desk, "u1", f"{n}.", person=ANNA if n % 2 else BELA).op
            hands.at -= timedelta(hours=1)
        said = [one.msgstr for one in desk.revisions("t1", "hu", "u1")]
        assert said == ["0.", "1.", "2.", "3."]
        times = [one.at for one in desk.revisions("t1", "hu", "u1")]
        assert times == sorted(times, reverse=True), "times are shown as they were, and mean nothing"
        numbers = [one.number for one in desk.changes.listed()]
        assert numbers == sorted(numbers, reverse=True)
        assert desk.row("t1", "hu", "u1").entry.msgstr == "3."
        assert desk.check() == []


def test_a_stale_save_is_stale_whatever_the_clocks_say(where: str | Path, hands: Clock) -> None:
    with Desk.open(where, edition="e1") as desk:
        put(desk, numbered(1))
        save(desk, "u1", "Egy.")
        hands.at -= timedelta(hours=1)
        save(desk, "u1", "Kettő.", person=BELA)
        hands.at += timedelta(hours=5)
        late = save(desk, "u1", "Három.", revision=1, seen=State.TRANSLATED)
        assert (late.revision, getattr(late, "theirs", "")) == (2, "Kettő.")


def test_the_newest_draft_is_the_one_that_came_last(where: str | Path, hands: Clock) -> None:
    from hexapla.model.change import Draft

    with Desk.open(where, edition="e1") as desk:
        put(desk, numbered(1))
        for text in ("E", "Eg", "Egy"):
            desk.drafts.keep(ANNA, Draft("t1", "hu", ("u1",), text, 0, client="w1"))
            hands.at -= timedelta(hours=1)
        row = desk.row("t1", "hu", "u1", "anna")
        assert row.draft is not None
        assert row.draft.msgstr == "Egy"


def test_nobody_stays_for_an_hour_because_a_clock_was_set_back(
    where: str | Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = [1_800_000_000]
    monkeypatch.setattr(presence, "_now", lambda _connection: seconds[0])
    with Desk.open(where, edition="e1") as desk:
        put(desk, numbered(1))
        desk.watching.here(BELA, "w2", "t1", "hu", "u1")
        assert [one.person for one in desk.watching.here(ANNA, "w1", "t1", "hu", "u1")] == ["bela"]
        seconds[0] -= 3600
        assert desk.watching.here(ANNA, "w1", "t1", "hu", "u1") == []
        desk.watching.here(BELA, "w2", "t1", "hu", "u1")
        assert [one.person for one in desk.watching.here(ANNA, "w1", "t1", "hu", "u1")] == ["bela"]
        seconds[0] += presence.LEASE + 1
        assert desk.watching.here(ANNA, "w1", "t1", "hu", "u1") == []
