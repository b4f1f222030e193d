"""Judging translations: what a translator would wave through gives no finding, and what is wrong is found."""

import pytest

from hexapla.checks.terms import Judge, Side, finding_of
from hexapla.model.glossary import Concept, Section, Status, Term
from hexapla.model.judged import Judged, Judgement, Pair

PREFERRED, ADMITTED, DEPRECATED, SUPERSEDED = Status


def concept(id_: str, source: Term | str, **targets: tuple[Term, ...] | str) -> Concept:
    """Return a concept with an English term and terms in other languages."""
    first = source if isinstance(source, Term) else Term(source, PREFERRED)
    return Concept(
        id_,
        sections=(
            Section("en", (first,)),
            *(
                Section(lang, terms if isinstance(terms, tuple) else (Term(terms, PREFERRED),))
                for lang, terms in targets.items()
            ),
        ),
    )


CONCEPTS = (
    concept(
        "c1",
        "remainder",
        de=(Term("Rest", PREFERRED), Term("Übriges", ADMITTED), Term("Überbleibsel", DEPRECATED)),
        hu=(Term("maradék", PREFERRED), Term("maradvány", SUPERSEDED)),
    ),
    concept("c2", "freight", de="Fracht", hu="rakomány"),
    concept("c3", "worker", de="Arbeiter", hu="munkás"),
    concept("c4", "wage labour", de="Lohnarbeit", hu="bérmunka"),
    concept("c5", Term("Kell & Sons", PREFERRED, keep=True), de=(), hu=()),
    concept(
        "c6",
        Term("negation by carrying", PREFERRED, forms=("negate … by carrying",)),
        de="Verneinung durch Hinübertragen",
    ),
    concept("c7", "to cancel", de="aufheben"),
    concept(
        "c8",
        "Kharkov",
        de=(Term("Charkow", PREFERRED, texts=("letters",)), Term("Charkiw", PREFERRED, texts=("diary",))),
    ),
    concept("c9", "slack water"),
)


def judged(
    lang: str, *pairs: tuple[str, str | None] | tuple[str, str | None, int], slug: str = ""
) -> list[list[Judged]]:
    """Judge entries; those without a number are of one block."""
    judge = Judge(CONCEPTS, Side(CONCEPTS, "en"), Side(CONCEPTS, lang, kept="en"))
    return judge.judge([Pair(pair[0], pair[1], pair[2] if len(pair) > 2 else 0) for pair in pairs], slug)


def open_(found: list[list[Judged]]) -> list[str]:
    """Return what somebody has to look at: names of findings."""
    return [finding_of(one, "x" * 999)[0] for entry in found for one in entry if one.judgement.is_open]


GENDER = [
    spelling.format(case)
    for spelling in ("{}:in", "{}*in", "{}_in", "{}/in", "{}/-in", "{}(in)", "{}·in", "{}In")
    for case in ("Arbeiter",)
]
RIGHT: list[tuple[str, list[tuple[str, str | None] | tuple[str, str | None, int]]]] = [
    ("de", [("The remainder stays.", "Der Rest bleibt.")]),
    ("de", [("They count the remainders.", "Sie zählen die Reste.")]),
    ("de", [("Of the remainder nothing is said.", "Von des Restes Größe wird nichts gesagt.")]),
    ("de", [("The remainder stays.", "Übriges bleibt.")]),
    # a pronoun, and an ellipsis: the term stands in the sentence before or after it
    (
        "de",
        [
            ("The remainder is counted.", "Der Rest wird gezählt."),
            ("The remainder is written down.", "Er wird aufgeschrieben."),
        ],
    ),
    (
        "de",
        [
            ("First the remainder, then the boat.", "Zuerst er, dann das Boot."),
            ("It is the remainder.", "Es ist der Rest."),
        ],
    ),
    # moved one sentence on
    (
        "de",
        [
            ("The remainder, once counted, is light.", "Einmal gezählt, wiegt er wenig."),
            ("Nobody carries it.", "Den Rest trägt niemand."),
        ],
    ),
    # two sentences made one: the entry is a joined one
    ("de", [("The remainder stays. It is counted.", "Der gezählte Rest bleibt.")]),
    ("de", [("A remainder and a remainder of it.", "Ein Rest und einer davon.")]),
    ("de", [("A question of the remainder.", "Eine Restfrage, eine Frage des Rests.")]),
    ("de", [("Freight costs.", "Frachtkosten, also Fracht.")]),
    ("de", [("Wage labour ends.", "Das Lohnarbeitsverhältnis endet.")]),
    ("de", [("Wage-labour ends.", "Die Lohnarbeit endet.")]),
    ("de", [("Wage labor ends.", "Lohnarbeit endet.")]),
    ("de", [("They want to cancel it.", "Sie heben es nicht einfach auf.")]),
    ("de", [("It is to cancel.", "Es ist aufgehoben.")]),
    (
        "de",
        [
            (
                "To negate the bank by carrying is polite.",
                "Das Ufer durch Hinübertragen zu verneinen ist höflich.",
            )
        ],
    ),
    ("de", [("The negation by carrying.", "Die Verneinung durch Hinübertragen.")]),
    ("de", [("Ask Kell & Sons.", "Frag Kell & Sons.")]),
    ("de", [("The slack water is short.", "Das Stauwasser ist kurz.")]),  # nothing is decided
    ("de", [("The remainder stays.", None)]),  # not translated
    ("de", [("The boat leaves.", "Ein Überbleibsel.")]),  # the concept is not in the source
    ("hu", [("The remainder stays.", "A maradék marad.")]),
    ("hu", [("They count the remainders.", "Megszámolják a maradékokat.")]),
    ("hu", [("Of the remainder.", "A maradékéról és a maradékaitokról.")]),
    ("hu", [("The freight of the workers.", "A munkásoknak a rakományuk.")]),
    ("hu", [("Wage labour.", "A bérmunkájáról szól.")]),
    ("hu", [("The workers came.", "Jöttek a munkások.")]),
    ("de", [("The workers unload freight.", "Die Arbeiterinnen und Arbeiter löschen die Fracht.")]),
    ("de", [("Freight of a worker.", "Die Fracht eines Arbeiters.")]),
    *(("de", [("The worker comes.", f"Die {one} kommt.")]) for one in GENDER),
]


@pytest.mark.parametrize(("lang", "pairs"), RIGHT)
def test_what_is_right_gives_no_finding(lang: str, pairs: list[tuple[str, str | None]]) -> None:
    assert open_(judged(lang, *pairs)) == []


WRONG: list[tuple[str, list[tuple[str, str | None] | tuple[str, str | None, int]], list[str]]] = [
    ("de", [("The remainder stays.", "Das Verbleibende bleibt.")], ["term-missing"]),
    ("de", [("The remainder stays.", "Es bleibt.")], ["term-missing"]),
    ("de", [("The remainder stays.", "Das Überbleibsel bleibt.")], ["term-deprecated"]),
    ("de", [("The remainders stay.", "Die Überbleibsel bleiben.")], ["term-deprecated"]),
    ("de", [("The remainder of it.", "Der Restaurantbesuch.")], ["term-missing"]),
    ("de", [("The remainder stays.", "Die Raste bleibt.")], ["term-missing"]),
    ("de", [("Freight and remainder.", "Rest und Ladung.")], ["term-missing"]),
    ("de", [("Freight and remainder.", "Gepäck und Ladung.")], ["term-missing", "term-missing"]),
    ("de", [("Wage labour ends.", "Die Arbeit um Lohn endet.")], ["term-missing"]),
    ("de", [("Wage labour ends.", "Die bezahlte Arbeit endet.")], ["term-missing"]),
    ("de", [("A worker comes.", "Eine Arbeit kommt.")], ["term-missing"]),
    ("de", [("A worker comes.", "Ein Angestellter kommt.")], ["term-missing"]),
    ("de", [("To cancel it.", "Es hebt sich.")], ["term-missing"]),
    ("de", [("The negation by carrying.", "Die Verneinung durch Transport.")], ["term-missing"]),
    ("de", [("Ask Kell & Sons.", "Frag Kell & Söhne.")], ["term-altered"]),
    (
        "de",
        [("The remainder stays.", "Es bleibt.", 1), ("Nobody carries it.", "Den Rest trägt niemand.", 2)],
        ["term-missing"],
    ),
    ("hu", [("The remainder stays.", "A maradvány marad.")], ["term-superseded"]),
    ("hu", [("The remainders.", "A maradványokat.")], ["term-superseded"]),
    ("hu", [("The freight stays.", "A teher marad.")], ["term-missing"]),
    ("hu", [("Wage labour.", "A bérért végzett munka.")], ["term-missing"]),
    ("hu", [("The worker comes.", "Jön a munka.")], ["term-missing"]),
]


@pytest.mark.parametrize(("lang", "pairs", "names"), WRONG)
def test_what_is_wrong_is_found(lang: str, pairs: list[tuple[str, str | None]], names: list[str]) -> None:
    assert open_(judged(lang, *pairs)) == names


def test_a_decision_may_hold_for_some_texts_only() -> None:
    entry = ("From Kharkov.", "Aus Charkow.")
    assert open_(judged("de", entry, slug="letters")) == []
    assert open_(judged("de", entry, slug="diary")) == ["term-missing"]
    assert judged("de", entry, slug="diary")[0][0].wanted == ("Charkiw",)
    assert judged("de", entry, slug="poem")[0][0].judgement is Judgement.UNDECIDED


def test_a_judgement_says_which_words_which_rule_and_what_would_do() -> None:
    one = judged("de", ("Of freight and remainders.", "Von Ladung und Überbleibseln."))[0]
    freight, remainder = sorted(one, key=lambda some: some.source[0].start)
    assert (freight.source[0].start, freight.source[0].end, freight.wanted) == (3, 10, ("Fracht",))
    assert [(some.start, some.end, some.term, str(some.rule)) for some in remainder.target] == [
        (15, 28, "Überbleibsel", "lemma")
    ]
    assert remainder.wanted == ("Rest", "Übriges")
    assert finding_of(remainder, "Of freight and remainders.") == (
        "term-deprecated",
        "“Überbleibsel” is deprecated. Preferred: “Rest” or “Übriges”.",
    )
    assert finding_of(freight, "Of freight and remainders.")[1] == (
        "“freight” is here, and no form of “Fracht” is in the translation."
    )


def test_fewer_occurrences_are_no_more_than_a_note() -> None:
    one = judged("de", ("Remainder after remainder.", "Ein Rest."))[0][0]
    assert one.judgement is Judgement.CONFIRMED
    assert one.fewer
    assert finding_of(one, "Remainder after remainder.")[0] == "term-fewer"


def test_namesakes_and_words_that_another_concept_claims() -> None:
    concepts = (
        concept("c1", "bank", de="Ufer"),
        concept("c2", "bank", de="Bank"),
        concept("c3", "war", de=(Term("Krieg", PREFERRED), Term("Kampf", DEPRECATED))),
        concept("c4", "fight", de="Kampf"),
    )
    judge = Judge(concepts, Side(concepts, "en"), Side(concepts, "de", kept="en"))

    def names(source: str, target: str) -> list[str]:
        return open_(judge.judge([Pair(source, target)]))

    assert names("The bank of the river.", "Das Ufer des Flusses.") == []
    assert names("The bank of the river.", "Der Rand des Flusses.") == ["term-missing", "term-missing"]
    assert names("The war is a fight.", "Der Krieg ist ein Kampf.") == []
    assert names("The war ends.", "Der Kampf endet.") == ["term-deprecated"]


@pytest.mark.parametrize(
    ("slug", "right", "wrong"),
    [
        ("diary", "Charkiw", "Charkow"),
        ("letters", "Charkow", "Charkiw"),
        ("added-later", "Charkow", "Charkiw"),
    ],
)
def test_what_is_preferred_for_some_texts_goes_before_what_holds_by_default(
    slug: str, right: str, wrong: str
) -> None:
    terms = (
        Term("Charkow", PREFERRED),
        Term("Charkiw", PREFERRED, texts=("diary",)),
        Term("Charkiw", DEPRECATED),
        Term("Charkiw", ADMITTED, texts=("notes",)),
    )
    concepts = (concept("c1", "Kharkov", de=terms),)
    judge = Judge(concepts, Side(concepts, "en"), Side(concepts, "de", kept="en"))
    [[good], [bad]] = judge.judge(
        [Pair("Kharkov is far.", f"{word} ist weit.", nth) for nth, word in enumerate((right, wrong))], slug
    )
    assert (good.judgement, good.wanted) == (Judgement.CONFIRMED, (right,))
    assert bad.judgement is (Judgement.SUPERSEDED if slug == "diary" else Judgement.DEPRECATED)
