"""What translations say where the source has a term, without a glossary."""

import pytest

from hexapla.model.candidates import Place
from hexapla.terms.renderings import Renderings, is_shown

PAIRS = [
    ("A salt debt is older than the harbour.", "Eine Salzschuld ist älter als der Hafen."),
    ("Nobody pays the salt debt in salt.", "Niemand zahlt die Salzschuld mit Salz."),
    ("They oppose the salt debts of the poor.", "Sie lehnen die Salzschulden der Armen ab."),
    ("The harbour has a ledger of silence.", "Der Hafen hat ein Buch des Schweigens."),
    ("A ledger of silence has no columns.", "Ein Buch des Schweigens hat keine Spalten."),
    ("Two ledgers of silence were found.", "Zwei Bücher des Schweigens fanden sich."),
    ("The harbour sleeps and the tithe grows.", "Der Hafen schläft, und der Zehnt wächst."),
    ("Every tithe is counted twice.", "Jeder Zehnt wird zweimal gezählt."),
    ("The tithe forgets.", "Die Abgabe vergisst."),
    ("No tithe remembers.", "Keine Abgabe erinnert sich."),
    ("Whoever abolishes keeps what was abolished.", "Wer aufhebt, bewahrt das Aufgehobene."),
    ("To abolish the harbour is to keep it.", "Den Hafen aufzuheben heißt ihn behalten."),
    ("The flood has not abolished the town.", "Die Flut hat die Stadt nicht aufgehoben."),
    ("The tithe is not translated yet.", ""),
]


def places(*words: str) -> list[Place]:
    """Return where one of the words stands in the source."""
    return [
        (nth, source.lower().index(word), source.lower().index(word) + len(word))
        for nth, (source, _target) in enumerate(PAIRS)
        for word in words
        if word in source.lower()
    ]


@pytest.fixture(scope="module")
def mined() -> Renderings:
    source = Renderings("en", [one for one, _other in PAIRS])
    return Renderings("de", [other for _one, other in PAIRS], source=source)


def test_forms_of_a_rendering_count_together(mined: Renderings) -> None:
    best = mined.of(places("salt debt"))[0]
    assert (best.count, best.of, best.dice) == (3, 3, 1.0)
    assert best.forms == (("Salzschuld", 2), ("Salzschulden", 1)) and best.name == "Salzschuld"
    assert {PAIRS[nth][1][start:end] for nth, start, end in best.places} == {"Salzschuld", "Salzschulden"}
    assert is_shown(best)


def test_the_longer_of_two_that_go_together_is_the_rendering(mined: Renderings) -> None:
    best = mined.of(places("ledger of silence", "ledgers of silence"))[0]
    assert best.name == "Buch des Schweigens" and best.count == 3


def test_verbs_with_a_separable_prefix_meet_in_all_their_forms(mined: Renderings) -> None:
    best = mined.of(places("abolish"))[0]
    assert best.lemma == "aufheben" and best.count == 3
    assert {"aufhebt", "aufzuheben", "aufgehoben"} <= {form for form, _count in best.forms}


def test_two_ways_are_said_and_one_is_no_inconsistency(mined: Renderings) -> None:
    assert [(one.lemma, one.count, one.of) for one in mined.ways(places("tithe"))] == [
        ("abgabe", 2, 4),
        ("zehnt", 2, 4),
    ]
    assert len(mined.ways(places("salt debt"))) == 1


def test_a_verb_and_its_noun_are_one_way() -> None:
    source = ["They remember.", "We remember it.", "Who remembers?", "All remember salt."]
    target = [
        "Sie haben Erinnerungen.",
        "Wir haben Erinnerungen.",
        "Wer erinnert sich?",
        "Alle erinnern sich.",
    ]
    there = [(nth, text.index("rem"), text.index("rem") + 8) for nth, text in enumerate(source)]
    assert [one.count for one in Renderings("de", target).ways(there)] == [2]


def test_what_is_not_translated_and_what_occurs_once_say_nothing(mined: Renderings) -> None:
    assert mined.of(places("translated yet")) == [] == mined.ways(places("translated yet"))
    assert mined.of(places("columns")) == [] == mined.of([])


def test_words_that_go_with_other_words_of_the_source_are_not_the_rendering() -> None:
    source = ["a red tithe", "a red tithe", "a red wall", "the tithe", "a green tithe", "a blue house"]
    target = ["rote Abgabe", "rote Abgabe", "eine rote Wand", "die Steuer", "grüne Steuer", "ein blaues Haus"]
    there = [(nth, text.index("tithe"), len(text)) for nth, text in enumerate(source) if "tithe" in text]
    alone = Renderings("de", target)
    beside = Renderings("de", target, source=Renderings("en", source))
    assert "rot" in alone.of(there)[0].lemma.split() or alone.of(there)[0].lemma in ("abgabe", "steuer")
    assert beside.of(there)[0].lemma in ("abgabe", "steuer")
