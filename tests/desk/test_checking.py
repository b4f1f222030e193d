"""Findings of a check run: of the text that was checked and no other, hidden by a waiver, found by the search."""

from desk_texts import ANNA, BELA, entry, numbered, put, save
from hexapla.desk import Desk
from hexapla.model.catalog import State, Waiver
from hexapla.model.checking import Checked, Raised, Tally
from hexapla.model.search import Query

NAMES = ("term-missing", "term-deprecated")


def missing(subject: str = "c1", **options: str) -> Raised:
    return Raised("term-missing", subject, f"No form of {subject}.", **options)


def check(desk: Desk, **found: tuple[Raised, ...]) -> tuple[str, ...]:
    """Leave these findings at units, as they stand now."""
    revisions = {unit: desk.row("t1", "hu", unit).revision for unit in found}
    return desk.checking.replace(
        "t1", "hu", NAMES, {unit: Checked(revisions[unit], some) for unit, some in found.items()}
    )


def standing(desk: Desk) -> list[tuple[str, str, str]]:
    return [(one.units[0], one.raised.name, one.raised.subject) for one in desk.checking.read(limit=None)]


def searched(desk: Desk, name: str) -> list[str]:
    return [row.entry.context for _at, row in desk.search.page(Query(findings=frozenset({name})))]


def test_a_run_replaces_the_findings_of_its_names(desk: Desk) -> None:
    save(desk, "u1", "Egy kerék <hi>.")
    used = Raised("term-deprecated", "c2", "„kerék” is deprecated.", '{"at": [4, 9]}')
    assert check(desk, u1=(missing(), used), u2=(missing("c2"), missing("c2", detail="second"))) == ()
    assert standing(desk) == [
        ("u1", "markup-broken", ""),
        ("u1", "term-deprecated", "c2"),
        ("u1", "term-missing", "c1"),
        ("u2", "term-missing", "c2"),
    ]
    one = desk.checking.read("t1", "hu", ["term-deprecated"])[0]
    assert (one.raised, one.position, one.revision, one.waived) == (used, 1, 1, False)
    first = desk.checking.read("t1", "hu", NAMES, limit=2)
    assert [one.units for one in desk.checking.read("t1", "hu", NAMES, after=first[-1].place)] == [("u2",)]
    assert [one.units for one in desk.checking.read(subject="c2")] == [("u1",), ("u2",)]
    assert desk.checking.counts("t1", "hu", ["term-missing"]) == [
        Tally("t1", "hu", "term-missing", "c1", 1, 0),
        Tally("t1", "hu", "term-missing", "c2", 1, 0),
    ]
    assert searched(desk, "term-missing") == ["u1", "u2"]
    check(desk, u1=(missing(detail="[1]"),), u2=())
    assert standing(desk) == [("u1", "markup-broken", ""), ("u1", "term-missing", "c1")]
    assert desk.checking.read(names=NAMES)[0].raised.detail == "[1]"
    assert desk.checking.read(lang="de") == desk.checking.counts("t2") == []
    assert [one.kind for one in desk.changes.listed()] == ["save", "add"], "it is no change set"


def test_nothing_is_said_of_a_text_that_is_gone(desk: Desk) -> None:
    save(desk, "u1", "Egy.")
    save(desk, "u2", "Kettő.")
    check(desk, u1=(missing(),), u2=(missing(),), u3=(missing(),), u4=(missing(),))
    save(desk, "u1", "Egy.", person=BELA, state=State.REVIEWED)
    save(desk, "u2", "Két kerék.")
    desk.fill(ANNA, "t1", "hu", [entry("u4+u5", "Négy-öt.")], kind="join")
    assert [unit for unit, _name, _subject in standing(desk)] == ["u1", "u3"], "a state alone changes no text"
    stale = {"u1": Checked(1, (missing("c9"),)), "u3": Checked(0), "u4": Checked(0, (missing(),))}
    assert desk.checking.replace("t1", "hu", NAMES, stale) == ("u1", "u4")
    assert standing(desk) == [("u1", "term-missing", "c1")]
    put(desk, {**numbered(6), "u1": "The wheel stands."})
    assert standing(desk) == []


def test_a_waiver_hides_a_finding_while_its_hash_holds(desk: Desk) -> None:
    check(desk, u1=(missing(hash="aaa"), missing("c2")))
    desk.remarks.waive(ANNA, "t1", "hu", ("u1",), Waiver("term-missing", "c1", ("u1",), "aaa", "A title."))
    other = desk.remarks.waive(ANNA, "t1", "hu", ("u1",), Waiver("term-missing", "c2", ("u1",), "x", "So."))
    assert [one.waived for one in desk.checking.read()] == [True, True]
    assert [(one.open, one.waived) for one in desk.checking.counts()] == [(0, 1), (0, 1)]
    desk.remarks.turn(ANNA, "waiver", other, to_open=False)
    check(desk, u1=(missing(hash="bbb"), missing("c2")))
    assert [one.waived for one in desk.checking.read()] == [False, False]
