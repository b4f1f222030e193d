"""The worklist of a decision: one task an entry, wherever its unit goes, and everything is taken back by an undo."""

import pytest

from desk_texts import ANNA, BELA, entry, numbered, put
from hexapla.desk import Desk
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.worklist import NewTask, TaskCount, TaskState


def decide(
    desk: Desk, *units: str, new: str = "malomkerék", decided: tuple[tuple[str, str], ...] = ()
) -> int:
    """Decide for a term of concept c1, which leaves tasks at these units."""
    tasks = [NewTask("t1", "hu", tuple(one.split("+")), "c1", "kerék", new) for one in units]
    before = desk.glossary.read()
    return desk.glossary.change(ANNA, "terms", new, before, (before or b"") + b".", tasks, decided)


def seen(desk: Desk, state: TaskState | None = TaskState.OPEN) -> list[str]:
    return ["+".join(one.units) for one in desk.worklist.list(state=state)]


def ids(desk: Desk, *units: str) -> list[int]:
    return [one.id for one in desk.worklist.list(limit=None) if one.units[0] in units]


def counted(desk: Desk) -> tuple[int, int, int]:
    found = desk.worklist.counts()
    return (found[0].open, found[0].mended, found[0].waived) if found else (0, 0, 0)


def test_tasks_are_listed_in_reading_order_a_page_at_a_time(desk: Desk) -> None:
    desk.put_document("glossary.tbx", b"1")
    number = decide(desk, "u5", "u2", "u3", "u2", "u99")
    first = desk.worklist.list(concept="c1", lang="hu", limit=2)
    assert [(one.units, one.position, one.old, one.new, one.change) for one in first] == [
        (("u2",), 2, "kerék", "malomkerék", number),
        (("u3",), 3, "kerék", "malomkerék", number),
    ]
    assert [one.units for one in desk.worklist.list(after=first[-1].id)] == [("u5",)]
    assert desk.worklist.list(concept="c2") == desk.worklist.list(lang="de") == []
    assert desk.worklist.counts(lang="hu") == [TaskCount("c1", "hu", open=3)]
    assert desk.changes.listed(limit=1)[0].remarks == 3


def test_tasks_are_closed_and_opened_and_each_act_is_taken_back(desk: Desk) -> None:
    desk.put_document("glossary.tbx", b"1")
    decide(desk, "u1", "u2", "u3")
    mended = desk.worklist.close(BELA, ids(desk, "u1", "u2"), TaskState.MENDED)
    with pytest.raises(HexaplaError, match="give a reason"):
        desk.worklist.close(BELA, ids(desk, "u3"), TaskState.WAIVED, " ")
    with pytest.raises(NotFound, match="There is no task 99"):
        desk.worklist.close(BELA, [*ids(desk, "u3"), 99], TaskState.MENDED)
    waived = desk.worklist.close(ANNA, ids(desk, "u2", "u3"), TaskState.WAIVED, "a title")
    assert counted(desk) == (0, 2, 1), "what Béla mended is not Anna's to waive"
    one = desk.worklist.get(ids(desk, "u3")[0])
    assert (one.state, one.reason, one.by, bool(one.at)) == (TaskState.WAIVED, "a title", "anna", True)
    assert desk.worklist.close(ANNA, ids(desk, "u3"), TaskState.MENDED) == 0
    opened = desk.worklist.reopen(ANNA, ids(desk, "u1", "u3"))
    assert seen(desk) == ["u1", "u3"]
    assert desk.changes.undo(ANNA, mended).change, "u2 was not turned since, u1 was"
    assert (seen(desk), counted(desk)) == (["u1", "u2", "u3"], (3, 0, 0))
    desk.changes.undo(ANNA, opened)
    assert counted(desk) == (1, 1, 1)
    assert desk.worklist.get(one.id) == one, "who waived it, when and why is there again"
    desk.changes.undo(ANNA, waived)
    assert (seen(desk), counted(desk)) == (["u2", "u3"], (2, 1, 0))


def test_the_tasks_of_a_decision_that_is_taken_back_go_and_come_with_it(desk: Desk) -> None:
    desk.put_document("glossary.tbx", b"1")
    first = decide(desk, "u1", "u2", "u3")
    desk.worklist.close(ANNA, ids(desk, "u1"), TaskState.MENDED)
    second = decide(desk, "u2", "u4", new="kerekezet")
    assert [(one.units[0], one.new) for one in desk.worklist.list(state=TaskState.OPEN)] == [
        ("u3", "malomkerék"),
        ("u2", "kerekezet"),
        ("u4", "kerekezet"),
    ], "one task a concept at an entry"
    third = decide(desk, decided=(("c1", "hu"),))
    assert (seen(desk), counted(desk)) == ([], (0, 1, 0))
    desk.changes.undo(ANNA, third)
    desk.changes.undo(ANNA, second)
    assert seen(desk) == ["u2", "u3"]
    undone = desk.changes.undo(ANNA, first)
    assert desk.worklist.list() == desk.worklist.counts() == []
    assert len(desk.worklist.list(state=TaskState.WITHDRAWN)) == 5, "nothing is lost"
    desk.changes.undo(ANNA, undone.change)
    assert counted(desk) == (2, 1, 0)


def test_a_task_goes_where_its_unit_goes(desk: Desk) -> None:
    desk.put_document("glossary.tbx", b"1")
    decide(desk, "u2", "u3", "u4", "u6")
    desk.fill(ANNA, "t1", "hu", [entry("u1+u2", "Egy kerék.")], kind="join")
    joined = desk.changes.listed(limit=1)[0].number
    assert seen(desk) == ["u1+u2", "u3", "u4", "u6"]
    desk.changes.undo(ANNA, joined)
    desk.worklist.close(ANNA, ids(desk, "u4"), TaskState.MENDED)
    revised = put(desk, {"u9": "New.", **numbered(2), "u6": "Changed.", "u3": "The wheel turns 3 times."})
    assert [(one.units[0], one.position) for one in desk.worklist.list(state=TaskState.OPEN)] == [
        ("u2", 3),
        ("u3", 5),
        ("u6", 4),
    ]
    assert [(one.units[0], one.position) for one in desk.worklist.list(state=TaskState.MENDED)] == [("u4", 0)]
    put(desk, {"u1": "One."})
    assert (seen(desk), counted(desk)) == ([], (0, 1, 0)), "where there is no entry nothing can be done"
    assert decide(desk, "u2", "u1"), "a unit that is gone meanwhile is passed over"
    assert seen(desk) == ["u1"]
    desk.changes.undo(ANNA, revised + 1)
    assert seen(desk) == ["u2", "u3", "u6", "u1"]


def test_rejected_candidates_stay_rejected(desk: Desk) -> None:
    number = desk.candidates.reject(ANNA, "en", "growing „wheel”")
    assert desk.candidates.reject(BELA, "en", "growing „wheel”") == 0
    assert (desk.candidates.rejected("en"), desk.candidates.rejected("de")) == ({"growing „wheel”"}, set())
    desk.changes.undo(ANNA, number)
    assert desk.candidates.rejected("en") == set()
    assert (
        desk.candidates.restore(ANNA, "en", "growing „wheel”")
        == desk.candidates.restore(ANNA, "en", "x")
        == 0
    )
    desk.candidates.reject(BELA, "en", "growing „wheel”")
    restored = desk.candidates.restore(ANNA, "en", "growing „wheel”")
    assert desk.candidates.rejected("en") == set()
    desk.changes.undo(ANNA, restored)
    assert desk.candidates.rejected("en") == {"growing „wheel”"}
