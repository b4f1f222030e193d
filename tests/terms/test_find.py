"""Finding terms: in their forms, in their languages, and not in words that only look like them."""

import pytest

from hexapla.model.glossary import Term
from hexapla.model.terms import Hit, Rule, Verdict
from hexapla.terms import Finder, find

C, P = Verdict.CONFIRMED, Verdict.PLAUSIBLE


def hits(lang: str, term: str | Term, text: str) -> list[tuple[str, Verdict, Rule]]:
    """Return what is found of one term, as words."""
    return [(text[hit.start : hit.end], hit.verdict, hit.rule) for hit in find(lang, [term], [text])[0]]


FORMS = [
    ("en", "labour", "Wage labor is labour.", [("labor", C, Rule.SPELLING), ("labour", C, Rule.EXACT)]),
    (
        "en",
        "realise",
        "They realized it, realising late.",
        [("realized", C, Rule.SPELLING), ("realising", C, Rule.LEMMA)],
    ),
    (
        "en",
        "wage labour",
        "A wage-labour, two wage labours.",
        [("wage-labour", C, Rule.EXACT), ("wage labours", C, Rule.LEMMA)],
    ),
    ("en", "ART", "The art of ART.", [("ART", C, Rule.EXACT)]),
    ("en", "ferry", "The ferry’s bell, ferry' s", [("ferry’s", C, Rule.EXACT), ("ferry", C, Rule.EXACT)]),
    (
        "de",
        "aufheben",
        "Sie hebt den Einwand nicht auf.",
        [("hebt den Einwand nicht auf", C, Rule.SEPARATED)],
    ),
    ("de", "aufheben", "Der Einwand ist aufgehoben.", [("aufgehoben", C, Rule.LEMMA)]),
    ("de", "aufheben", "Er hebt den Krug.", []),
    ("de", "Lohnarbeit", "Das Lohnarbeitsverhältnis endet.", [("Lohnarbeitsverhältnis", P, Rule.COMPOUND)]),
    ("de", "Weg", "Des Regens wegen ging er weg.", [("weg", P, Rule.EXACT)]),
    (
        "de",
        "Fluss",
        "Am Fluß entlang, den Flüssen nach.",
        [("Fluß", C, Rule.SPELLING), ("Flüssen", C, Rule.LEMMA)],
    ),
    ("fr", "rive", "L’eau de l’autre rive, les rives.", [("rive", C, Rule.EXACT), ("rives", C, Rule.LEMMA)]),
    ("fr", "eau", "L’eau monte.", [("L’eau", C, Rule.EXACT)]),
    ("it", "acqua", "L’acqua dell'acqua", [("L’acqua", C, Rule.EXACT), ("dell'acqua", C, Rule.EXACT)]),
    (
        "hu",
        "révész",
        "A révésznek és a révészeket",
        [("révésznek", C, Rule.LEMMA), ("révészeket", C, Rule.LEMMA)],
    ),
    ("hu", "törvény", "A törvényi út", []),
    (
        "hu",
        "munka",
        "munkáinkkal, munkánkat",
        [("munkáinkkal", C, Rule.CLITIC), ("munkánkat", C, Rule.LEMMA)],
    ),
    (
        "hu",
        "átvisz",
        "Nem vitte át, át fogja vinni.",
        [("vitte át", C, Rule.SEPARATED), ("át fogja vinni", C, Rule.SEPARATED)],
    ),
    ("sv", "upphäva", "Hon häver upp det.", [("häver upp", C, Rule.SEPARATED)]),
    (
        "nl",
        "opheffen",
        "opgeheven, op te heffen",
        [("opgeheven", C, Rule.LEMMA), ("op te heffen", C, Rule.SEPARATED)],
    ),
    ("en", "St. Petersburg", "In St. Petersburg", [("St. Petersburg", C, Rule.EXACT)]),
    ("en", "U.S.", "the U.S. and us", [("U.S", C, Rule.EXACT)]),
    ("de", "z. B.", "also z. B. hier", [("z. B", C, Rule.EXACT)]),
    ("en", "e-mail", "An email, an e-mail", [("email", C, Rule.SPELLING), ("e-mail", C, Rule.EXACT)]),
    ("en", "C++", "in C and C++", [("C", C, Rule.EXACT)]),
    ("en", "sceptic", "the skeptics", [("skeptics", C, Rule.SPELLING)]),
    ("en", "red flag", "a red¹ flag", [("red¹ flag", C, Rule.EXACT)]),
    ("ja", "否定する", "否定した", [("否定し", C, Rule.ENDING)]),
    ("de", "Ding an sich", "des Dinges an sich", [("Dinges an sich", C, Rule.STEM)]),
    ("uk", "праця", "про працю", [("працю", C, Rule.LEMMA)]),
    ("ru", "теленок", "о телёнке", [("телёнке", C, Rule.LEMMA)]),
    ("tr", "Ankara", "Ankara'dan geldi", [("Ankara'dan", C, Rule.LEMMA)]),
    ("ar", "كتاب", "وكتابهم والكتب", [("وكتابهم", C, Rule.CLITIC), ("والكتب", C, Rule.CLITIC)]),
    ("zh", "资本", "资本主义与资本", [("资本", C, Rule.EXACT), ("资本", C, Rule.EXACT)]),
    ("ja", "食べる", "魚を食べた。", [("食べ", C, Rule.ENDING)]),
    ("en-x-scots", "wark", "the wark", [("wark", C, Rule.EXACT)]),
]


@pytest.mark.parametrize(
    ("lang", "term", "text", "wanted"), FORMS, ids=[f"{one[0]} {one[1]} {one[2][:12]}" for one in FORMS]
)
def test_forms(lang: str, term: str, text: str, wanted: list[tuple[str, Verdict, Rule]]) -> None:
    found = hits(lang, term, text)
    assert [one[:2] for one in found] == [one[:2] for one in wanted]
    assert [one[2] for one in found] == [one[2] for one in wanted]


NEGATION = Term("negation by carrying", forms=("negation … by carrying", "negate … by carrying"))
PLACES = [
    "negation by carrying",
    "The negation of the ferry by carrying it",
    "a bank that negates the river by carrying",
    "must be negated by carrying",
    "negating it, slowly, by carrying",
    "the negations of both banks by carrying them",
]
NEAR = [
    "By carrying, the negation",
    "Negative, it was carried",
    "The negation. By carrying it, he won.",
    "negation and, as everybody on the two banks had been told by the ferryman, by carrying",
    "negation by transport",
    "negation of carrying",
    "the negotiation by carrying",
    "neglect by carrying",
    "a negative by carrying",
    "denial by carrying",
]


@pytest.mark.parametrize("text", PLACES)
def test_gaps_and_families_are_found(text: str) -> None:
    assert len(hits("en", NEGATION, text)) == 1
    assert hits("en", NEGATION, text)[0][1] is C


@pytest.mark.parametrize("text", NEAR)
def test_what_is_only_near_is_not(text: str) -> None:
    assert hits("en", NEGATION, text) == []


PHANTOMS = [
    ("commodity-phantom", 1),
    ("Commodity phantoms", 1),
    ("the commodity‑phantom", 1),
    ("from a living commodity phantom into a dead commodity phantom", 2),
    ("phantoms of commodities", 0),
    ("a phantom commodity", 0),
    ("the commodity, a phantom", 0),
    ("commodities and phantoms", 0),
    ("the phantomized commodity", 0),
    ("commodity fetish", 0),
    ("a commodity. Phantom pains", 0),
    ("commode phantom", 0),
    ("community phantom", 0),
    ("commodity, phantom of the market", 0),
    ("commodity: phantom", 0),
    ("commodity – phantom", 0),
    ("commodity (phantom)", 0),
    ("commodity-phantasm", 0),
]


@pytest.mark.parametrize(("text", "number"), PHANTOMS)
def test_words_in_a_row_written_apart_or_with_a_hyphen(text: str, number: int) -> None:
    sure = [one for one in hits("en", "commodity phantom", text) if one[1] is C]
    assert len(sure) == number


def test_a_gapped_term_is_as_short_as_can_be() -> None:
    text = "the negation – moreover, the negation by carrying – of banks"
    assert [one[0] for one in hits("en", NEGATION, text)] == ["negation by carrying"]


def test_words_in_another_order_are_plausible() -> None:
    texts = ["Durch Hinübertragen zu verneinen ist höflich.", "Das Hinübertragen ist höflich."]
    found = Finder("de", ["Verneinung durch Hinübertragen"], scattered=True).find(texts)
    assert [(hit.verdict, hit.rule) for hit in found[0]] == [(P, Rule.SCATTERED)]
    assert found[1] == []
    assert find("de", ["Verneinung durch Hinübertragen"], texts) == [[], []]


def test_of_hits_within_a_longer_one_that_is_said() -> None:
    text = "Wage labour is labour."
    found = find("en", ["labour", "wage labour"], [text])[0]
    assert [(text[hit.start : hit.end], hit.term, hit.inside) for hit in found] == [
        ("Wage labour", 1, False),
        ("labour", 0, True),
        ("labour", 0, False),
    ]


def test_what_stands_in_a_gap_is_not_within_the_term() -> None:
    text = "the negation of capital by carrying it"
    found = find("en", [NEGATION, "capital"], [text])[0]
    assert [(hit.term, hit.gaps, hit.inside) for hit in found] == [(0, True, False), (1, False, False)]


def test_case_counts_where_the_glossary_says_so() -> None:
    text = "the Party and a party"
    assert len(find("en", [Term("Party", exact_case=True)], [text])[0]) == 1
    assert len(find("en", [Term("Party")], [text])[0]) == 2


def test_listed_forms_are_forms() -> None:
    assert hits("hu", Term("ló", forms=("lovas", "paripa")), "A paripát hozták.")[0][1:] == (C, Rule.FORM)


@pytest.mark.parametrize(
    "spelling", ["{}:in", "{}*in", "{}_in", "{}/in", "{}/-in", "{}(in)", "{}·in", "{}In"]
)
@pytest.mark.parametrize(
    "frame", ["Die {} kommt.", "Das Werkzeug der {} fehlt.", "Man dankt den {}.", "Sie grüßt jede {}."]
)
def test_gender_forms_in_eight_spellings_and_four_cases(spelling: str, frame: str) -> None:
    word = spelling.format("Arbeiter")
    if "den" in frame:
        word = word[:-1] + "nen)" if word.endswith(")") else word + "nen"
    assert hits("de", "Arbeiter", frame.format(word)) == [(word, C, Rule.GENDER)]


def test_hits_are_in_order_and_offsets_are_those_of_the_text() -> None:
    text = "Reste, ein Rest; des Restes."
    assert [text[hit.start : hit.end] for hit in find("de", ["Rest"], [text])[0]] == [
        "Reste",
        "Rest",
        "Restes",
    ]
    assert find("de", ["Rest"], ["", text, "nichts"])[0] == []


def test_odd_terms_find_nothing_and_break_nothing() -> None:
    terms = ["", "…", "!!!", "a" * 500, "\ufffc", "x … y", "-", "’"]
    assert find("en", terms, ["a b c …", "\ufffc", "x and y"]) == [
        [],
        [],
        [Hit(0, 7, 5, C, Rule.LEMMA, gaps=True)],
    ]


class Memory:
    """A table of forms that counts what it was asked."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str, str], object] = {}
        self.puts = 0

    def get(self, lang: str, version: str, words: object) -> dict[str, object]:
        return {word: self.kept[lang, version, word] for word in words if (lang, version, word) in self.kept}  # type: ignore[attr-defined]

    def put(self, lang: str, version: str, forms: dict[str, object]) -> None:
        self.puts += len(forms)
        self.kept |= {(lang, version, word): form for word, form in forms.items()}


def test_words_are_asked_for_once_and_remembered_for_the_next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    table, text = Memory(), "Die Reste der Fähren"
    first = find("de", ["Rest", "Fähre"], [text], table=table)  # type: ignore[arg-type]
    monkeypatch.setattr("hexapla.terms.lexicon._dictionary", lambda: pytest.fail("asked again"))
    assert find("de", ["Rest", "Fähre"], [text], table=table) == first  # type: ignore[arg-type]
    assert table.puts == len(table.kept) > 0
