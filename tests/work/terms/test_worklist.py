"""What a decision leaves to do: a task an entry, closed by the mending itself, or waived, or taken back."""

import pytest

from editions import ANNA, VERA, opened, translate
from hexapla.model.errors import Denied, HexaplaError, NotFound
from hexapla.model.glossary import Status
from hexapla.model.judged import Judgement
from hexapla.model.person import Person, Right
from hexapla.model.worklist import TaskState
from hexapla.work import changes, ingest, joining, revise
from hexapla.work.edition import Edition
from hexapla.work.terms import acts, describing, dossier, listing, standing, waiving, worklist
from hexapla.work.terms.worklist import Work

OLD = {
    "u2": "Die Mühle steht, wo der Fluss sich biegt.",
    "u3": "Niemand mahlt hier.",
    "u4": "Die Mühlen des Tals sind fort.",
    "u7": "Der Fährmann sieht die Mühle.",
}


def decided(edition: Edition, term: str = "Mahlhaus", **how: object) -> int:
    """Translate with the old term, and decide on another."""
    for unit, text in OLD.items():
        translate(edition, unit, text)
    translate(edition, "u4", "Er sah nie eine Mühle.", slug="ferry")
    return acts.decide(edition, ANNA, "c1", "de", term, **how)  # type: ignore[arg-type]


def there(edition: Edition, state: TaskState | None = TaskState.OPEN) -> list[tuple[str, str]]:
    """Return text and unit of the tasks that are shown."""
    return [(one.slug, one.task.units[0]) for one in tasks(edition, state)]


def tasks(edition: Edition, state: TaskState | None = TaskState.OPEN) -> list[Work]:
    found, more = worklist.listed(edition, ANNA, state=state)
    assert not more
    return found


ALL = [("mill", "u2"), ("mill", "u4"), ("mill", "u7"), ("ferry", "u4")]


def test_each_entry_is_one_task_until_the_new_term_is_saved(edition: Edition) -> None:
    decided(edition)
    found = tasks(edition)
    assert [(one.slug, one.task.units[0]) for one in found] == ALL
    plural = found[1]
    assert [plural.target[a:b] for a, b in plural.spans] == ["Mühlen"]
    assert [plural.source[a:b] for a, b in plural.source_spans] == ["mills"]
    assert (plural.task.old, plural.task.new, plural.head) == ("Mühle", "Mahlhaus", "mill")
    translate(edition, "u4", "Die Mahlhäuser des Tals sind fort.", person=VERA)
    translate(edition, "u7", "Der Fährmann sieht sie.")  # neither the old term nor the new
    assert there(edition) == [("mill", "u2"), ("mill", "u7"), ("ferry", "u4")]
    [closed] = tasks(edition, TaskState.MENDED)
    assert closed.task.units == ("u4",) and closed.by == "Vera", "who mended it, not who looks"
    [counted] = worklist.counts(edition, ANNA)
    assert (counted["open"], counted["mended"], counted["waived"]) == (3, 1, 0)
    [column] = [one for one in listing.lines(edition, ANNA)[0].columns if one.lang == "de"]
    assert column.tasks == 3


def test_waived_with_a_reason_and_opened_again(edition: Edition) -> None:
    decided(edition)
    first, second = (one.task.id for one in tasks(edition)[:2])
    with pytest.raises(HexaplaError, match="needs a reason"):
        worklist.close(edition, ANNA, [first], TaskState.WAIVED, " ")
    worklist.close(edition, VERA, [first, second], TaskState.WAIVED, "Ein Zitat.")
    assert there(edition) == ALL[2:]
    waived = tasks(edition, TaskState.WAIVED)
    assert [(one.task.reason, one.by) for one in waived] == [("Ein Zitat.", "Vera")] * 2
    worklist.close(edition, ANNA, [first], TaskState.OPEN)
    assert there(edition) == [ALL[0], *ALL[2:]]
    changes.undo(edition, ANNA, changes.listed(edition, ANNA, limit=1)[0].number)
    assert there(edition) == ALL[2:]


def test_who_may_not_and_what_is_not_there(edition: Edition) -> None:
    decided(edition)
    [first, *_rest] = tasks(edition)
    hungarian = Person("hu", "Hu", frozenset({Right.TRANSLATE}), frozenset({"hu"}))
    acts.decide(edition, ANNA, "c1", "de", "Kornhaus")  # the first task falls, and belongs to German still
    for number in (first.task.id, tasks(edition)[0].task.id):
        with pytest.raises(Denied):
            worklist.close(edition, hungarian, [number], TaskState.MENDED)
    with pytest.raises(NotFound, match="no task 999"):
        worklist.close(edition, ANNA, [999], TaskState.MENDED)


def test_half_done_it_outlives_the_program(edition: Edition) -> None:
    decided(edition)
    translate(edition, "u2", "Das Mahlhaus steht am Fluss.")
    worklist.close(edition, ANNA, [tasks(edition)[-1].task.id], TaskState.WAIVED, "So.")
    assert edition.root is not None
    with opened(edition.root) as again:
        assert there(again) == [("mill", "u4"), ("mill", "u7")]
        assert len(there(again, None)) == 4


def test_the_decision_taken_back_takes_its_tasks_along(edition: Edition) -> None:
    number = decided(edition)
    translate(edition, "u2", "Das Mahlhaus steht am Fluss.")
    assert len(there(edition)) == 3
    undone = changes.undo(edition, ANNA, number).change
    assert there(edition, None) == []
    changes.undo(edition, ANNA, undone)
    assert ("mill", "u7") in there(edition)


def test_deciding_back_leaves_only_what_was_mended_meanwhile(edition: Edition) -> None:
    decided(edition)
    translate(edition, "u2", "Das Mahlhaus steht am Fluss.")
    acts.decide(edition, ANNA, "c1", "de", "Mühle")
    assert [(one.task.units, one.task.old, one.task.new) for one in tasks(edition)] == [
        (("u2",), "Mahlhaus", "Mühle")
    ]


def test_a_decision_for_one_text_leaves_the_others_tasks_alone(edition: Edition) -> None:
    decided(edition)
    acts.decide(edition, ANNA, "c1", "de", "Mühle", texts=["ferry"])
    assert there(edition) == ALL[:3]
    acts.decide(edition, ANNA, "c1", "de", "Kornhaus", texts=["ferry"])
    assert [(one.slug, one.task.new) for one in tasks(edition)] == [
        *[("mill", "Mahlhaus")] * 3,
        ("ferry", "Kornhaus"),
    ]


def test_a_term_for_one_text_and_another_keeps_what_is_to_be_done(edition: Edition) -> None:
    decided(edition, texts=["mill"])
    acts.decide(edition, ANNA, "c1", "de", "Mahlhaus", texts=["ferry"])
    assert there(edition) == ALL
    describing.amend(edition, ANNA, "c1", "de", "Mahlhaus", texts=("ferry",))
    assert there(edition) == ALL[3:], "in the mill it is for no more, nothing is to be done"
    acts.decide(edition, ANNA, "c1", "de", "Mühle", status=Status.DEPRECATED, texts=["mill"])
    assert there(edition) == ALL[3:]
    said = [one.judgement for entry in standing.of(edition, "mill", "de").judged for one in entry]
    assert said.count(Judgement.DEPRECATED) == 3


def test_a_term_admitted_or_withdrawn_leaves_nothing_to_do(edition: Edition) -> None:
    decided(edition)
    acts.decide(edition, ANNA, "c1", "de", "Mühle", status=Status.ADMITTED)
    assert there(edition) == []
    acts.decide(edition, ANNA, "c1", "de", "Mühle", status=Status.DEPRECATED)
    assert there(edition) == ALL
    acts.withdraw(edition, ANNA, "c1", "de", "Mühle")
    assert there(edition) == ALL, "what is withdrawn is to be mended still"
    acts.withdraw(edition, ANNA, "c1", "de", "Mahlhaus")
    assert there(edition) == []


def test_a_concept_removed_and_brought_back(edition: Edition) -> None:
    decided(edition)
    number = describing.remove(edition, ANNA, "c1")
    assert there(edition, None) == []
    changes.undo(edition, ANNA, number)
    assert there(edition) == ALL


def test_merged_concepts_keep_their_work(edition: Edition) -> None:
    decided(edition)
    acts.add(edition, ANNA, "en", "watermill")
    describing.merge(edition, ANNA, "c3", "c1")
    assert {one.task.concept for one in tasks(edition)} == {"c3"} and there(edition) == ALL


def test_entries_joined_and_sources_revised(edition: Edition) -> None:
    decided(edition)
    joining.join(edition, ANNA, "mill", "de", ["u3", "u4"])
    assert [one.task.units for one in tasks(edition)] == [("u2",), ("u3", "u4"), ("u7",), ("u4",)]
    joining.part(edition, ANNA, "mill", "de", "u3")
    assert len(there(edition)) == 4
    assert edition.root is not None
    file = edition.root.parent / "ferry.txt"
    file.write_text("The Ferry\n\nThe ferryman of Kharkov rows. The river is wide.\n", "utf-8")
    incoming = ingest.read(edition, file, slug="ferry")
    revise.apply(edition, ANNA, revise.plan(edition, ANNA, "ferry", incoming))
    assert ("ferry", "u4") not in there(edition) and len(there(edition)) == 3


def test_a_language_that_was_closed_shows_no_work(edition: Edition) -> None:
    decided(edition)
    ingest.remove_language(edition, ANNA, "de")
    assert there(edition) == [] and worklist.listed(edition, ANNA, state=None)[0] == []


def test_what_is_waived_in_one_place_is_waived_in_the_other(edition: Edition) -> None:
    decided(edition)
    first, second = tasks(edition)[:2]
    worklist.close(edition, ANNA, [first.task.id], TaskState.WAIVED, "Ein Zitat.")
    waiving.waive(edition, ANNA, "mill", "de", "u4", "c1", "term-superseded", "Ein Name.")
    assert there(edition) == ALL[2:]
    said = {one.task.id: one.task.reason for one in tasks(edition, TaskState.WAIVED)}
    assert said == {first.task.id: "Ein Zitat.", second.task.id: "Ein Name."}
    cells = [
        (line.unit, cell.waived)
        for line in dossier.of(edition, ANNA, "c1", ("de",)).lines
        for cell in line.cells
    ]
    assert ("u2", "Ein Zitat.") in cells and ("u4", "Ein Name.") in cells


def test_a_proposal_is_no_decision(edition: Edition) -> None:
    translate(edition, "u7", "Der Fährmann von Charkiw sieht die Mühle.")
    acts.propose(edition, ANNA, "c2", "de", "Charkow")
    entry = standing.entry(edition, "mill", "de", "u7")
    assert {one.concept: one.judgement for one in entry}["c2"] is Judgement.UNDECIDED
    acts.decide(edition, ANNA, "c2", "de", "Charkow")
    entry = standing.entry(edition, "mill", "de", "u7")
    assert {one.concept: one.judgement for one in entry}["c2"] is Judgement.MISSING
