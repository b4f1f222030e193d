"""Comments, suggestions, history and undo, as the pages ask for them: rights, and what a person is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editions import ANNA, VERA, entry_text, make, opened, translate
from hexapla.model.catalog import State
from hexapla.model.errors import Denied, HexaplaError, NotFound
from hexapla.model.person import Person, Right
from hexapla.work import changes, remarks, watching
from hexapla.work.edition import Edition

OLHA = Person("olha", "Olha", frozenset({Right.TRANSLATE}), frozenset({"hu"}))


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    with opened(make(tmp_path / "edition")) as edition:
        translate(edition, "u2", "Die Mühle steht.")
        yield edition


def act(edition: Edition, what: str, number: int, person: Person = ANNA) -> object:
    row = edition.desk.row("mill", "de", "u2")
    how = {"accept": remarks.accept, "restore": remarks.restore}[what]
    return how(
        edition,
        person,
        "mill",
        "de",
        "u2",
        number,
        client="c",
        op=f"{what}{number}{row.revision}",
        revision=row.revision,
        seen=row.entry.state,
    )


def test_everything_about_a_unit(edition: Edition) -> None:
    remarks.comment(edition, VERA, "mill", "de", "u2", "Which <mill>?", question="author")
    remarks.comment(edition, VERA, "mill", "hu", "u2", "A pun.", every_language=True)
    remarks.suggest(edition, VERA, "mill", "de", "u2", [{"text": "Da steht die Mühle."}])
    translate(edition, "u2", "Die Mühle dort.", person=VERA)
    found = remarks.unit(edition, OLHA, "mill", "de", "u2")
    assert [(one.text, one.by, one.question, one.lang) for one in found.comments] == [
        ("Which <mill>?", "Vera", "author", ""),
        ("A pun.", "Vera", "", "hu"),
    ]
    assert [(one.text, one.by, one.origin) for one in found.suggestions] == [
        ([{"text": "Da steht die Mühle."}], "Vera", "person")
    ]
    assert [(one.text, one.by, one.kind) for one in found.history] == [
        ([{"text": "Die Mühle dort."}], "Vera", "save"),
        ([{"text": "Die Mühle steht."}], "Anna", "save"),
    ]


def test_a_suggestion_is_accepted_and_an_older_text_restored(edition: Edition) -> None:
    remarks.suggest(edition, VERA, "mill", "de", "u2", [{"text": "Da steht die Mühle."}])
    offered = remarks.unit(edition, ANNA, "mill", "de", "u2").suggestions[0].id
    act(edition, "accept", offered)
    assert entry_text(edition, "u2") == "Da steht die Mühle."
    with pytest.raises(NotFound, match="closed"):
        act(edition, "accept", offered)
    oldest = remarks.unit(edition, ANNA, "mill", "de", "u2").history[-1]
    act(edition, "restore", oldest.number)
    assert entry_text(edition, "u2") == "Die Mühle steht."
    with pytest.raises(NotFound, match="not one of this unit"):
        act(edition, "restore", 999)


def test_who_may_do_what(edition: Edition) -> None:
    number = remarks.comment(edition, OLHA, "mill", "de", "u2", "May I?")
    remarks.suggest(edition, OLHA, "mill", "de", "u2", [{"text": "Anders."}])
    offered = remarks.unit(edition, OLHA, "mill", "de", "u2").suggestions[0].id
    with pytest.raises(Denied, match=r"no right to translate here \(de\)"):
        act(edition, "accept", offered, OLHA)
    assert remarks.turn(edition, OLHA, "comment", number), "one's own"
    other = remarks.comment(edition, ANNA, "mill", "de", "u2", "Not yours.")
    with pytest.raises(Denied):
        remarks.turn(edition, OLHA, "comment", other)
    stranger = Person("eve", "Eve")
    for ask in (
        lambda: remarks.unit(edition, stranger, "mill", "de", "u2"),
        lambda: remarks.comment(edition, stranger, "mill", "de", "u2", "Hello."),
        lambda: remarks.suggest(edition, stranger, "mill", "de", "u2", [{"text": "x"}]),
        lambda: changes.listed(edition, stranger),
        lambda: watching.watch(edition, stranger, "mill", "de", unit="u2", client="c", since=0),
    ):
        with pytest.raises(Denied, match="no part in this edition"):
            ask()


@pytest.mark.parametrize(
    ("words", "question", "sentence"),
    [("  ", "", "between 1 and"), ("x" * 4001, "", "between 1 and"), ("Why?", "butcher", "author, reviewer")],
)
def test_a_comment_that_is_none(edition: Edition, words: str, question: str, sentence: str) -> None:
    with pytest.raises(HexaplaError, match=sentence):
        remarks.comment(edition, ANNA, "mill", "de", "u2", words, question=question)
    with pytest.raises(HexaplaError, match="other than the one that is there"):
        remarks.suggest(edition, ANNA, "mill", "de", "u2", [{"text": "Die Mühle steht."}])
    with pytest.raises(NotFound, match="no remarks of the kind"):
        remarks.turn(edition, ANNA, "assignment", 1)


def test_others_are_undone_by_who_manages_alone(edition: Edition) -> None:
    translate(edition, "u3", "Niemand mahlt.", person=VERA)
    number = changes.listed(edition, ANNA)[0].number
    translator = Person("vera", "Vera", frozenset({Right.TRANSLATE}))
    with pytest.raises(Denied, match="no right to manage"):
        changes.undo(edition, Person("bela", "Béla", frozenset({Right.TRANSLATE})), number)
    with pytest.raises(Denied, match="no right to translate"):
        changes.undo(edition, Person("vera", "Vera", frozenset({Right.REVIEW})), number)
    assert changes.undo(edition, translator, number).restored == 1
    assert entry_text(edition, "u3") == ""
    assert changes.undo(edition, ANNA, changes.listed(edition, ANNA)[0].number).restored == 1
    assert entry_text(edition, "u3") == "Niemand mahlt."


def test_news_of_a_text(edition: Edition) -> None:
    first = watching.watch(edition, ANNA, "mill", "de", unit="u2", client="a", since=0)
    assert first.people == ()
    translate(edition, "u3", "Niemand mahlt.", person=VERA, state=State.REVIEWED)
    remarks.comment(edition, VERA, "mill", "de", "u5", "Blades of what?")
    remarks.comment(edition, VERA, "mill", "hu", "u6", "Elsewhere.")
    watching.watch(edition, VERA, "mill", "de", unit="u5", client="b", since=0)
    news = watching.watch(edition, ANNA, "mill", "de", unit="u2", client="a", since=first.at)
    assert [(one.units, one.comments) for one in news.touched] == [(("u3",), 0), (("u5",), 1)]
    assert news.people == (("Vera", "u5"),)
    assert watching.watch(edition, ANNA, "mill", "de", unit="u2", client="a", since=news.at).touched == ()
    watching.watch(edition, VERA, "mill", "de", unit="", client="b", since=0)
    assert watching.watch(edition, ANNA, "mill", "de", unit="u2", client="a", since=news.at).people == ()
