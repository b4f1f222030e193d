"""Candidates for terms: what is counted together, what is set apart, what is only a piece of something."""

import pytest

from hexapla.model.candidates import Candidate
from hexapla.model.glossary import Kind
from hexapla.terms.candidates import candidates, is_by_keyness

ENGLISH = """\
The salt debt is older than the harbour.
Nobody in Velmar has ever seen the salt-debt, and everybody owes it.
A salt debt cannot be paid in salt.
Whoever forgives the salt debts of others keeps a ledger of silence.
The ledger of silence has no columns.
Two ledgers of silence were found in Velmar after the flood.
They oppose the tithe because the tithe forgets.
We oppose a tithe that remembers, and they oppose the harbour.
The old tithe was collected in Velmar by hand.
Every tithe is a small flood.
A mournful harbour keeps its mournful boats, and the mournful lamps of Velmar.
It is time that people go home, and home is where people have time.
However, the people of the harbour go to the tithe.
However, nobody pays; however, everybody counts.
Cargo is what the harbour forgets. Cargo has no name, and the cargo is asleep.
""".splitlines()


@pytest.fixture(scope="module")
def found() -> dict[str, Candidate]:
    return {one.name: one for one in candidates("en", ENGLISH)}


def test_forms_and_spellings_of_a_term_count_together(found: dict[str, Candidate]) -> None:
    assert found["salt debt"].count == 4
    assert found["ledger of silence"].count == 3
    spelled = {ENGLISH[nth][start:end] for nth, start, end in found["salt debt"].places}
    assert spelled == {"salt debt", "salt-debt", "salt debts"}


def test_several_words_come_before_what_is_frequent_everywhere(found: dict[str, Candidate]) -> None:
    order = list(found)
    assert {"salt debt", "ledger of silence", "tithe"} <= set(order[:5])
    assert not {"time", "people", "home", "old", "However", "however"} & set(order)


def test_a_piece_of_a_term_an_adjective_and_a_verb_are_none(found: dict[str, Candidate]) -> None:
    assert not {"debt", "silence", "ledger", "of silence"} & set(found)
    assert not {"mournful", "oppose"} & set(found)


def test_names_are_set_apart_but_not_words_at_the_beginning_of_sentences(found: dict[str, Candidate]) -> None:
    assert [one.name for one in found.values() if one.kind is Kind.NAME] == ["Velmar"]
    assert found["cargo"].kind is Kind.TERM and found["cargo"].count == 3


def test_what_is_known_or_rejected_is_not_said_again(found: dict[str, Candidate]) -> None:
    again = candidates("en", ENGLISH, known=["Salt debts", "ledger of silence"])
    assert {one.lemma for one in found.values()} - {one.lemma for one in again} == {
        found["salt debt"].lemma,
        found["ledger of silence"].lemma,
    }


def test_in_a_long_text_more_is_asked() -> None:
    filler = [
        "The gulls were loud and the water was cold today, but nobody in the boats had any time for it."
    ]
    names = {one.name for one in candidates("en", [*ENGLISH, *filler * 300])}
    assert "salt debt" in names and "flood" not in names
    assert "flood" in {one.name for one in candidates("en", ENGLISH)}


GERMAN = """\
Die Lohnarbeit ist älter als der Hafen, und die abstrakte Lohnarbeit ist jünger.
Wer von der Lohnarbeit lebt, hat die Lohnarbeiten gezählt.
In Velmar wohnt Agathe; mit Agathe spricht niemand, denn Agathe zählt.
Ein Brief an Agathe bleibt im Hafen liegen.
Die Salzschuld wird unbarmherzig gezählt, unbarmherzig gewogen, unbarmherzig vergessen.
Eine Salzschuld hat keine Farbe. Der Salzschuld entgeht niemand.
""".splitlines()


def test_of_german_only_nouns_and_names_are_those_without_an_article() -> None:
    found = {one.name: one for one in candidates("de", GERMAN)}
    assert found["Lohnarbeit"].count == 4 and found["Salzschuld"].count == 3
    assert found["Lohnarbeit"].kind is found["Salzschuld"].kind is Kind.TERM
    assert found["Agathe"].kind is Kind.NAME
    assert not {"unbarmherzig", "gezählt"} & set(found)


def test_chinese_is_counted_by_its_signs_simplified_or_not() -> None:
    text = ["商品幻影是资本的影子。", "没有人见过商品幻影。", "我们的商品幻影很小。"]
    old = ["商品幻影是資本的影子。", "沒有人見過商品幻影。", "我們的商品幻影很小。"]
    for segments in (text, old):
        assert candidates("zh", segments)[0].name == "商品幻影"


def test_a_language_whose_words_nobody_has_counted_goes_by_their_spread() -> None:
    assert is_by_keyness("en") and not is_by_keyness("eo")
    text = [f"la homo kaj la domo numero {nth} estas en la urbo" for nth in range(30)]
    text[10:12] = ["la sala ŝuldo kreskas kaj la sala ŝuldo dormas", "la sala ŝuldo estas en la urbo"]
    assert [one.name for one in candidates("eo", text)][:1] == ["sala ŝuldo"]


@pytest.mark.parametrize("segments", [[], [""], ["…", "— 12 %"], ["a"]])
def test_of_nothing_comes_nothing(segments: list[str]) -> None:
    assert candidates("en", segments) == [] == candidates("xx", segments)
