"""What ``prune`` mends and takes away, and that it leaves everything else alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

import rich_desks
from desk_texts import ANNA, BELA, save
from hexapla.desk import Desk
from hexapla.desk.words import folded
from hexapla.model.errors import Denied, NotFound
from hexapla.model.job import JobState
from hexapla.model.person import Person
from hexapla.model.search import Query, Side, Words

LONG_AGO = "2020-01-01T00:00:00Z"


@pytest.fixture
def full(where: str | Path) -> Iterator[Desk]:
    with Desk.open(where, edition="e1") as desk:
        rich_desks.fill(desk)
        yield desk
        assert desk.check() == []


def run(desk: Desk, *statements: str) -> None:
    """Do something behind the desk's back."""
    with desk._writing() as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_nothing_is_done_to_a_desk_in_order(full: Desk, tmp_path: Path) -> None:
    rich_desks.fill_passing(full)
    full.upkeep.prune()  # the link that Vera has used
    before = full.upkeep.backup(tmp_path / "a").tables
    assert full.upkeep.prune() == []
    assert full.upkeep.backup(tmp_path / "a").tables == before
    assert full.jobs.files(1) == {"a.html": b"<p>"}
    assert full.watching.here(ANNA, "w2", "t1", "hu", "u1") != []
    assert [one.kind for one in full.people.access("olga")] == ["link"]


def test_the_index_and_the_places_are_mended(full: Desk) -> None:
    run(full, "DELETE FROM entry_words", "UPDATE entry SET position = 99 WHERE context IN ('u9', 'u10')")
    assert len(full.upkeep.slips()) == 3 and full.upkeep.faults() == []
    assert full.upkeep.prune()[:2] == [
        "The index of words was made anew.",
        "2 entries were put where their units stand.",
    ]
    assert full.check() == []


def test_an_answered_operation_is_forgotten_after_sixty_days(full: Desk) -> None:
    run(full, f"UPDATE op SET at = '{LONG_AGO}' WHERE client = 'anna'")
    before = full.since(0)
    assert [one for one in full.upkeep.prune() if "operation" in one] == [
        "3 answered operations were forgotten."
    ]
    assert full.since(0) == before


def test_windows_that_are_gone_are_forgotten(full: Desk) -> None:
    rich_desks.fill_passing(full)
    run(full, "UPDATE presence SET until = 1000")
    assert "One window that is gone was forgotten." in full.upkeep.prune()


def test_jobs_that_are_over_go_with_their_files(full: Desk) -> None:
    for state in ("over", "young", "waiting"):
        number = full.jobs.add(ANNA, "export", {"name": state})
        full.jobs.keep_file(number, f"{state}.html", b"<p>")
        if state != "waiting":
            full.jobs.claim("worker-1")
            full.jobs.end(number, "worker-1", JobState.DONE, {})
    full.jobs.keep_file(77, "of nobody.html", b"<p>")
    run(full, f"UPDATE job SET at = '{LONG_AGO}' WHERE id IN (1, 3)")
    told = full.upkeep.prune()
    assert "One job that is over was dropped." in told
    assert "The files of one job that is gone were dropped." in told
    with pytest.raises(NotFound):
        full.jobs.get(1)
    assert (full.jobs.files(1), full.jobs.files(77)) == ({}, {})
    assert full.jobs.files(2) and full.jobs.files(3)


def test_links_that_are_over_are_forgotten_and_open_ones_stay(full: Desk) -> None:
    secret = full.people.invite(ANNA, Person("olga", "Olga"), days=3)
    run_out = full.people.invite(ANNA, Person("zoe", "Zoe"), days=3)
    run(full, f"UPDATE invitation SET expires = '{LONG_AGO}' WHERE person = 'zoe'")
    assert "2 links that are over were forgotten." in full.upkeep.prune(), "Vera's, which was used, and Zoe's"
    assert full.people.invited(secret).person.id == "olga"
    with pytest.raises(Denied):
        full.people.invited(run_out)


def test_people_who_are_gone_leave_drafts_and_assignments(full: Desk) -> None:
    assert full.upkeep.ownerless() == []
    full.people.put(ANNA, BELA, active=False)
    drafts, assignments = full.upkeep.ownerless()
    assert drafts.startswith("Béla has no part any more, and left one draft")
    assert assignments.startswith("Béla has no part any more, but one assignment")


def test_words_are_found_after_the_index_was_made_anew(full: Desk) -> None:
    save(full, "u11", "Ritkaszó.")
    run(full, "DELETE FROM entry_words")
    full.upkeep.prune()
    assert full.check() == []
    wanted = Query((Words(tuple(folded("ritkaszó")), Side.TARGET),))
    assert [row.entry.context for _cursor, row in full.search.page(wanted)] == ["u11"]
