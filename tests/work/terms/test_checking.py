"""The run of the term checks: what it leaves at the desk, what is waived, and what lapses."""

import pytest

from editions import ANNA, translate
from hexapla.model.errors import Denied, HexaplaError, NotFound
from hexapla.model.person import Person, Right
from hexapla.work import changes
from hexapla.work.edition import Edition
from hexapla.work.jobs import asking, worker
from hexapla.work.terms import acts, checking, waiving, worklist


def run(edition: Edition) -> list[tuple[str, str, str, bool]]:
    checking.run(edition, ANNA)
    return [(one.text, one.n, one.name, one.waived) for one in checking.listed(edition, ANNA)]


def test_findings_are_listed_and_go_with_the_text(edition: Edition) -> None:
    translate(edition, "u2", "Das Haus steht am Fluss.")
    translate(edition, "u4", "A malmok eltűntek.", lang="hu")
    steps: list[tuple[int, int]] = []
    assert checking.run(edition, ANNA, lambda *step: steps.append(step)) == {"term-missing": 1}
    assert steps == [(nth, 6) for nth in range(6)]
    [one] = checking.listed(edition, ANNA, "mill", "DE")
    assert (one.units, one.lang, one.severity, one.subject) == (("u2",), "de", "warning", "c1")
    assert one.message == "“mill” is here, and no form of “Mühle” is in the translation."
    assert one.detail["source"] == [[4, 8]] and one.detail["wanted"] == ["Mühle"]
    assert checking.listed(edition, ANNA, "ferry") == checking.listed(edition, ANNA, lang="hu") == []
    with pytest.raises(NotFound):
        checking.listed(edition, ANNA, "nowhere")
    translate(edition, "u2", "Die Mühle steht am Fluss.")
    assert run(edition) == []
    acts.decide(edition, ANNA, "c1", "de", "Mahlhaus")
    assert run(edition) == [("mill", "2", "term-superseded", False)]
    changes.undo(edition, ANNA, changes.listed(edition, ANNA, limit=1)[0].number)
    assert run(edition) == []


def test_waived_until_the_text_changes(edition: Edition) -> None:
    translate(edition, "u2", "Das Haus steht am Fluss.")
    assert run(edition) == [("mill", "2", "term-missing", False)]
    waiving.waive(edition, ANNA, "mill", "de", "u2", "c1", "term-missing", "So sagt man.")
    assert run(edition) == [("mill", "2", "term-missing", True)]
    translate(edition, "u2", "Das Haus steht am Bach.")
    assert run(edition) == [("mill", "2", "term-missing", False)]


def test_twins_are_found_and_waived(edition: Edition) -> None:
    translate(edition, "u6", "Er schläft nie.")
    translate(edition, "u3", "Er schläft nie!")
    assert run(edition) == [("mill", "3", "same-target", False), ("mill", "6", "same-target", False)]
    [first, _second] = checking.listed(edition, ANNA)
    assert first.severity == "note" and first.message.startswith("The same words stand for 2 sources")
    waiving.waive(edition, ANNA, "mill", "de", "u3", first.subject, "same-target", "Ein Kehrreim.")
    assert [one[3] for one in run(edition)] == [True, False]
    translate(edition, "u3", "Er schläft nie …")
    assert [one[3] for one in run(edition)] == [False, False]


def test_who_waives_what(edition: Edition) -> None:
    translator = Person("tom", "Tom", frozenset({Right.TRANSLATE}))
    with pytest.raises(Denied):
        waiving.waive(edition, translator, "mill", "de", "u2", "c1", "term-missing", "so")
    with pytest.raises(HexaplaError, match="needs a reason"):
        waiving.waive(edition, ANNA, "mill", "de", "u2", "c1", "term-missing", "\n")
    for wrong in (("c9", "term-missing", "u2"), ("c1", "no-such", "u2"), ("c1", "term-missing", "u99")):
        with pytest.raises(NotFound):
            waiving.waive(edition, ANNA, "mill", "de", wrong[2], wrong[0], wrong[1], "so")


def test_the_job_checks_and_settles_the_worklist(edition: Edition) -> None:
    translate(edition, "u2", "Die Mühle steht am Fluss.")
    translate(edition, "u7", "Er sieht die Mühle.")
    acts.decide(edition, ANNA, "c1", "de", "Mahlhaus")
    translate(edition, "u7", "Er sieht das Mahlhaus.")
    number = asking.ask(edition, ANNA, "check-terms", {})
    assert worker.one(edition, "worker-1", ANNA)
    done = edition.desk.jobs.get(number)
    assert (done.result["counts"], done.result["settled"]) == ({"term-superseded": 1}, 1)
    assert [one.task.units for one in worklist.listed(edition, ANNA)[0]] == [("u2",)]
