"""Acts on the glossary: what each does, who is said to have done it, and that each can be taken back."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from editions import ANNA, VERA, opened
from hexapla.model.errors import BadName, HexaplaError, NotFound
from hexapla.model.glossary import Act, Kind, Status
from hexapla.work import changes
from hexapla.work.edition import Edition
from hexapla.work.terms import acts, describing
from hexapla.work.terms import glossary as kept
from hexapla.work.terms.acts import Added
from termed import concept, section, statuses, terms


def test_the_life_of_a_decision(edition: Edition) -> None:
    acts.propose(edition, VERA, "c2", "de", "Charkow", "Der Autor sagt es so.")
    assert statuses(edition, id_="c2") == {"Charkow": ""}
    acts.discuss(edition, ANNA, "c2", "de", "Heute nicht mehr.\n\nSeit 1991.", "Charkow")
    acts.decide(edition, ANNA, "c2", "de", "Charkiw", words="Amtlich.")
    acts.decide(edition, VERA, "c2", "de", "Charkow", status=Status.ADMITTED)
    acts.withdraw(edition, ANNA, "c2", "de", "Charkow", "Doch nicht.")
    assert statuses(edition, id_="c2") == {"Charkiw": "preferred"}
    log = section(edition, id_="c2").log
    assert [(one.act, one.by, one.term, one.status) for one in log] == [
        (Act.PROPOSED, "vera", "Charkow", None),
        (Act.DISCUSSED, "anna", "Charkow", None),
        (Act.DECIDED, "anna", "Charkiw", Status.PREFERRED),
        (Act.DECIDED, "vera", "Charkow", Status.ADMITTED),
        (Act.WITHDRAWN, "anna", "Charkow", None),
    ]
    assert log[1].words == "Heute nicht mehr.\n\nSeit 1991."
    assert all(one.at.endswith("Z") and len(one.at) == 20 for one in log)


def test_adding_what_is_there_gives_what_is_there(edition: Edition) -> None:
    before = edition.desk.glossary.read()
    assert acts.add(edition, VERA, "en", "  mill ") == Added("c1", 0)
    assert edition.desk.glossary.read() == before
    made = acts.add(edition, VERA, "EN", "weir", kind=Kind.NAME, subject="water")
    assert made == Added("c3", changes.listed(edition, ANNA, limit=1)[0].number)
    assert (concept(edition, "c3").kind, concept(edition, "c3").subject) == (Kind.NAME, "water")


def test_one_text_may_say_it_otherwise(edition: Edition) -> None:
    acts.decide(edition, ANNA, "c2", "de", "Charkiw")
    acts.decide(edition, ANNA, "c2", "de", "Charkow", texts=["ferry"])
    assert statuses(edition, id_="c2") == {"Charkiw": "preferred", "Charkow": "preferred"}
    found = terms(edition, id_="c2")
    assert (found["Charkow"].texts, found["Charkiw"].texts) == (("ferry",), ()), (
        "nothing is said of the others"
    )
    acts.decide(edition, ANNA, "c2", "de", "Kharkiv", texts=["ferry"])
    assert statuses(edition, id_="c2")["Charkow"] == "superseded"
    acts.decide(edition, ANNA, "c2", "de", "Charkiw")
    assert statuses(edition, id_="c2") == {
        "Charkiw": "preferred",
        "Charkow": "superseded",
        "Kharkiv": "superseded",
    }
    assert terms(edition, id_="c2")["Charkiw"].texts == ()


Entries = list[tuple[str, str, tuple[str, ...]]]
POEM, LETTER = ("mill",), ("ferry",)


@pytest.mark.parametrize(
    ("decisions", "left"),
    [
        ([("Last", {"texts": POEM}), ("Last", {"texts": LETTER})], [("Last", "preferred", POEM + LETTER)]),
        (
            [("Last", {}), ("Last", {"status": Status.DEPRECATED, "texts": POEM})],
            [("Last", "preferred", ()), ("Last", "deprecated", POEM)],
        ),
        (
            [("Last", {"status": Status.DEPRECATED, "texts": POEM}), ("Last", {}), ("Rest", {"texts": POEM})],
            [("Last", "preferred", ()), ("Rest", "preferred", POEM)],
        ),
        (
            [("Last", {}), ("Rest", {"texts": POEM}), ("Last", {"texts": POEM})],
            [("Last", "preferred", ()), ("Rest", "superseded", POEM)],
        ),
        (
            [("Last", {}), ("Rest", {"texts": POEM, "before": Status.ADMITTED})],
            [("Last", "preferred", ()), ("Last", "admitted", POEM), ("Rest", "preferred", POEM)],
        ),
        (
            [("Last", {"texts": POEM + LETTER}), ("Rest", {"texts": LETTER})],
            [("Last", "preferred", POEM), ("Last", "superseded", LETTER), ("Rest", "preferred", LETTER)],
        ),
    ],
)
def test_what_is_decided_for_some_texts_leaves_the_others_as_they_were(
    edition: Edition, decisions: list[tuple[str, dict[str, Any]]], left: Entries
) -> None:
    acts.propose(edition, VERA, "c2", "de", "Last")
    for text, how in decisions:
        acts.decide(edition, ANNA, "c2", "de", text, **how)
    found = [(one.text, str(one.status), one.texts) for one in section(edition, id_="c2").terms]
    assert found == left


def test_of_several_entries_the_one_that_is_meant_is_changed(edition: Edition) -> None:
    acts.decide(edition, ANNA, "c2", "de", "Last")
    acts.decide(edition, ANNA, "c2", "de", "Last", status=Status.DEPRECATED, texts=POEM)
    describing.amend(edition, ANNA, "c2", "de", "Last", only=POEM, note="im Gedicht nicht")
    describing.amend(edition, ANNA, "c2", "de", "Last", gender="feminine")
    with pytest.raises(HexaplaError, match="for which"):
        describing.amend(edition, ANNA, "c2", "de", "Last", texts=LETTER)
    assert [(one.note, one.gender) for one in section(edition, id_="c2").terms] == [
        ("", "feminine"),
        ("im Gedicht nicht", "feminine"),
    ]
    with pytest.raises(NotFound):
        acts.withdraw(edition, ANNA, "c2", "de", "Last", only=LETTER)
    acts.withdraw(edition, ANNA, "c2", "de", "Last", only=POEM)
    assert [one.texts for one in section(edition, id_="c2").terms] == [()]
    describing.amend(edition, ANNA, "c2", "de", "Last", texts=POEM)
    acts.withdraw(edition, ANNA, "c2", "de", "Last")
    assert section(edition, id_="c2").terms == ()


def test_what_is_preferred_is_not_withdrawn_while_nothing_else_would_be(edition: Edition) -> None:
    acts.decide(edition, ANNA, "c2", "de", "Charkow")
    acts.decide(edition, ANNA, "c2", "de", "Charkiw", texts=POEM)
    with pytest.raises(HexaplaError, match="Another term is preferred"):
        describing.amend(edition, ANNA, "c2", "de", "Charkiw", texts=())
    acts.withdraw(edition, ANNA, "c2", "de", "Charkiw")
    acts.decide(edition, ANNA, "c2", "de", "Charkiw")
    before = edition.desk.glossary.read()
    with pytest.raises(HexaplaError, match="decide on another term first"):
        acts.withdraw(edition, ANNA, "c2", "de", "Charkiw")
    assert edition.desk.glossary.read() == before
    acts.decide(edition, ANNA, "c2", "de", "Charkow")
    acts.withdraw(edition, ANNA, "c2", "de", "Charkiw")
    acts.withdraw(edition, ANNA, "c2", "de", "Charkow")


def test_what_was_preferred_may_stay_admitted(edition: Edition) -> None:
    acts.decide(edition, ANNA, "c1", "de", "Mühlwerk", before=Status.ADMITTED)
    assert statuses(edition) == {"Mühle": "admitted", "Mühlwerk": "preferred"}


def test_describing(edition: Edition) -> None:
    describing.describe(edition, ANNA, "c1", subject="water", kind=Kind.TITLE, references=("c2",))
    describing.describe_in(edition, ANNA, "c1", "de", definition="Ein Haus.\nAm  Fluss.", source="S. 2")
    describing.amend(
        edition, ANNA, "c1", "de", "Mühle", forms=("Mühlen", " ", "Mühlen"), exact_case=True, keep=True
    )
    one, part, term = concept(edition), section(edition), terms(edition)["Mühle"]
    assert (one.subject, one.kind, one.references) == ("water", Kind.TITLE, ("c2",))
    assert (part.definition, part.source) == ("Ein Haus. Am Fluss.", "S. 2")
    assert (term.forms, term.exact_case, term.keep, term.status) == (("Mühlen",), True, True, "preferred")


def test_two_concepts_become_one_and_nothing_is_lost(edition: Edition) -> None:
    acts.add(edition, ANNA, "en", "watermill", definition="With a wheel.")
    acts.decide(edition, ANNA, "c3", "de", "Wassermühle", words="Wegen des Rads.")
    acts.propose(edition, ANNA, "c3", "de", "Mühle")
    describing.amend(edition, ANNA, "c3", "de", "Mühle", forms=("Mühln",), note="mundartlich")
    describing.describe(edition, ANNA, "c2", references=("c3",))
    describing.merge(edition, ANNA, "c1", "c3")
    assert [one.id for one in kept.read(edition).glossary.concepts] == ["c1", "c2"]
    assert statuses(edition) == {"Mühle": "preferred", "Wassermühle": "admitted"}
    assert (terms(edition)["Mühle"].forms, terms(edition)["Mühle"].note) == (("Mühln",), "mundartlich")
    assert set(terms(edition, "en")) == {"mill", "watermill"}
    assert section(edition, "en").definition == "With a wheel."
    assert "Wegen des Rads." in [step.words for step in section(edition).log]
    assert concept(edition, "c2").references == ("c1",)


ACTS: dict[str, Callable[[Edition], object]] = {
    "add": lambda e: acts.add(e, ANNA, "en", "weir"),
    "propose": lambda e: acts.propose(e, ANNA, "c1", "fr", "moulin"),
    "discuss": lambda e: acts.discuss(e, ANNA, "c1", "de", "Hm."),
    "decide": lambda e: acts.decide(e, ANNA, "c1", "de", "Mühlwerk"),
    "withdraw": lambda e: acts.withdraw(e, ANNA, "c1", "de", "Mühle"),
    "describe": lambda e: describing.describe(e, ANNA, "c1", note="dry"),
    "amend": lambda e: describing.amend(e, ANNA, "c1", "de", "Mühle", keep=True),
    "remove": lambda e: describing.remove(e, ANNA, "c1"),
    "merge": lambda e: describing.merge(e, ANNA, "c1", "c2"),
}


def test_each_act_is_one_change_set_and_is_taken_back(edition: Edition) -> None:
    for name, act in ACTS.items():
        before, last = kept.read(edition).glossary, changes.listed(edition, ANNA, limit=1)[0].number
        act(edition)
        made = changes.listed(edition, ANNA, limit=1)[0]
        assert made.number == last + 1 and made.kind == "terms", name
        assert kept.read(edition).glossary != before, name
        changes.undo(edition, ANNA, made.number)
        assert kept.read(edition).glossary == before, name


def test_an_earlier_decision_is_taken_back_under_a_later_one(edition: Edition) -> None:
    first = acts.decide(edition, ANNA, "c1", "fr", "moulin")
    acts.decide(edition, ANNA, "c2", "fr", "Kharkiv")
    changes.undo(edition, ANNA, first)
    assert not any(part.lang == "fr" and part.terms for part in concept(edition).sections)
    assert statuses(edition, "fr", "c2") == {"Kharkiv": "preferred"}
    second = acts.decide(edition, ANNA, "c1", "de", "Mühlwerk")
    acts.decide(edition, ANNA, "c1", "de", "Mahlwerk")
    with pytest.raises(HexaplaError, match="c1 was changed since"):
        changes.undo(edition, ANNA, second)


def test_many_at_once_lose_nothing(edition: Edition) -> None:
    """Two openings of one desk, as two servers have it, and two people at each."""
    assert edition.root is not None
    with opened(edition.root, VERA) as other, ThreadPoolExecutor(4) as pool:
        done = [
            pool.submit(acts.propose, where, person, "c1", "de", f"Wort {nth} {person.id}")
            for nth in range(2)
            for where, person in ((edition, ANNA), (other, VERA))
        ]
        numbers = [one.result() for one in done]
    assert len(set(numbers)) == len(numbers)
    assert set(statuses(edition)) == {"Mühle"} | {
        f"Wort {n} {who}" for n in range(2) for who in ("anna", "vera")
    }


HOSTILE: list[tuple[Callable[[Edition], object], type[HexaplaError], str]] = [
    (lambda e: acts.add(e, ANNA, "en", " \t"), HexaplaError, "Write the term"),
    (lambda e: acts.add(e, ANNA, "en", "x" * 201), HexaplaError, "too long"),
    (lambda e: acts.add(e, ANNA, "en", "a\x00b"), HexaplaError, "no text"),
    (lambda e: acts.add(e, ANNA, "en", "a\ud800b"), HexaplaError, "no text"),
    (lambda e: acts.add(e, ANNA, "not a tag!", "mill"), BadName, "not a tag"),
    (lambda e: acts.propose(e, ANNA, "c9", "de", "x"), NotFound, "no concept “c9”"),
    (lambda e: acts.propose(e, ANNA, "c1", "de", ""), HexaplaError, "Write the term"),
    (lambda e: acts.propose(e, ANNA, "c1", "de", "x", "w\x07"), HexaplaError, "no text"),
    (lambda e: acts.discuss(e, ANNA, "c1", "de", " "), HexaplaError, "what you want to say"),
    (lambda e: acts.discuss(e, ANNA, "c1", "de", "x" * 4001), HexaplaError, "too long"),
    (lambda e: acts.decide(e, ANNA, "c1", "de", "x", texts=["nowhere"]), NotFound, "nowhere"),
    (lambda e: acts.withdraw(e, ANNA, "c1", "de", "Windmühle"), NotFound, "no term “Windmühle”"),
    (lambda e: describing.amend(e, ANNA, "c1", "de", "Windmühle", keep=True), NotFound, "no term"),
    (lambda e: describing.amend(e, ANNA, "c1", "de", "Mühle", texts=("nowhere",)), NotFound, "nowhere"),
    (lambda e: describing.amend(e, ANNA, "c1", "de", "Mühle", forms=("x" * 201,)), HexaplaError, "too long"),
    (lambda e: describing.describe(e, ANNA, "c1", id="c7"), HexaplaError, "no field “id”"),
    (lambda e: describing.describe(e, ANNA, "c1", note="\x0b\x00"), HexaplaError, "no text"),
    (lambda e: describing.merge(e, ANNA, "c1", "c1"), HexaplaError, "with itself"),
    (lambda e: describing.remove(e, ANNA, "c1\u202e"), NotFound, "no concept"),
]


def test_hostile_input_is_one_sentence_and_changes_nothing(edition: Edition) -> None:
    before = edition.desk.glossary.read()
    for act, error, said in HOSTILE:
        with pytest.raises(error, match=said) as raised:
            act(edition)
        assert "\n" not in str(raised.value) and "\u202e" not in str(raised.value)
    assert edition.desk.glossary.read() == before


def test_markup_and_joined_letters_are_words_like_others(edition: Edition) -> None:
    for word in ("<b>&amp;</b>", "می\u200cخواهم", "a]]>", "hexapla: {"):
        acts.propose(edition, ANNA, "c1", "fa", word, f"{word}, so.")
    assert list(terms(edition, "fa")) == ["<b>&amp;</b>", "می\u200cخواهم", "a]]>", "hexapla: {"]
