"""Sentences: every sign in one of them, in order, and the cases that a library alone gets wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.segment import sentences
from hexapla.segment.languages import known

LANGUAGES = [*sorted(known()), "zh-Hant", "en-x-scots", "und", ""]

TEXT = st.lists(
    st.sampled_from("aBéЖ中のע1 \n.?!…。！؟;«»“”\"'()（」—-\u00a0\u3000😀*")
    | st.sampled_from(["Mr. ", "3. ", "\n\n", "etc. ", "He left. ", "“No!” ", "...", "IV. "])
    | st.sampled_from(
        ["A. ", "i ", ":) ", "[3]", "（", "(?) ", " » ", " '' ", "5 km. ", "b) ", "I. ", "’s ", "¿"]
    ),
    max_size=30,
).map("".join)


def pieces(text: str, lang: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, lang)]


@given(TEXT, st.sampled_from(LANGUAGES))
def test_every_sign_is_in_one_sentence_in_order(text: str, lang: str) -> None:
    spans = sentences(text, lang)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(
        before <= start < end
        for before, (start, end) in zip([0, *[end for _s, end in spans]], spans, strict=False)
    )
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


@given(TEXT, st.sampled_from(LANGUAGES))
def test_a_blank_line_always_ends_a_sentence(text: str, lang: str) -> None:
    assert all("\n\n" not in piece for piece in pieces(text, lang))


def test_nothing_has_no_sentences() -> None:
    assert sentences("", "en") == sentences(" \n\t ", "en") == []


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["Dr. Moth paid Mr. Fen.", "Nobody minded."]),
        ("en", ["“Where is it?” asked the miller.", "“Gone!”", "She laughed."]),
        ("en", ["He said nothing (he never did).", "The bell rang."]),
        ("en", ["Ropes, nets, oars, etc. – see below – were sold.", "They paid."]),
        ("en", ["3. The boat is ours.", "4. So are the nets."]),
        ("en", ["It rained.", "(It always did.)", "The nets rotted."]),
        ("de", ["»Wer da?« fragte der Müller.", "»Niemand.«", "Er ging am 3. Mai fort."]),
        ("fr", ["« Qui est là ? » demanda-t-elle.", "« Personne ! »", "Elle rit."]),
        ("hu", ["– Ki az? – kérdezte a molnár.", "A 3. napon hazament.", "Senki se látta."]),
        ("ru", ["— Кто там? — спросил мельник.", "Никто не ответил…", "Шёл дождь."]),
        ("uk", ["«Хто там?» — спитав мельник.", "Ніхто не відповів."]),
        ("el", ["Ποιος είναι;", "Κανείς δεν απάντησε."]),
        ("ar", ["من هناك؟", "لم يجب أحد.", "نزل المطر!"]),
        ("xx", ["Ba zu.", "Lo ti?", "Re!"]),
    ],
)
def test_sentences_of_a_paragraph(lang: str, expected: list[str]) -> None:
    assert pieces(" ".join(expected), lang) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", ["雨停了。", "“谁在那里？”磨坊主问。", "没有人回答！"]),
        ("ja", ["雨がやんだ。", "「誰だ？」と彼は言った。", "返事はない。"]),
    ],
)
def test_scripts_without_spaces(lang: str, expected: list[str]) -> None:
    assert pieces("".join(expected), lang) == expected


def test_a_stop_within_a_word_ends_nothing() -> None:
    text = "See harbour.example or Harbour.Nets for U.S.The nets at www.The.example?The=1."
    assert pieces(text, "en") == [text]


def test_a_lost_space_is_seen_before_a_word_that_begins_sentences() -> None:
    assert pieces("They sold boats.The nets rotted.", "en") == ["They sold boats.", "The nets rotted."]


def test_marks_without_a_word_stay_with_the_sentence_before() -> None:
    assert pieces("They left! … ! Then it rained.", "en") == ["They left! … !", "Then it rained."]


def test_marks_without_a_word_at_the_beginning_stay_with_the_first_sentence() -> None:
    assert pieces("?! They left. Then it rained.", "en") == ["?! They left.", "Then it rained."]


def test_a_stop_of_another_script_counts() -> None:
    assert pieces("ሰላም። ደህና።", "am") == ["ሰላም።", "ደህና።"]


def test_a_sentence_inside_of_a_quotation_ends() -> None:
    assert pieces("He said: “Go home. Eat something.” Then he left.", "en") == [
        "He said: “Go home.",
        "Eat something.”",
        "Then he left.",
    ]


@pytest.mark.parametrize(
    ("abbreviations", "expected"),
    [
        ((), ["See Ferr.", "Books one.", "It fell."]),
        (("Ferr.",), ["See Ferr. Books one.", "It fell."]),
        (("Ferr",), ["See Ferr. Books one.", "It fell."]),
    ],
)
def test_abbreviations_of_the_edition_never_end_a_sentence(
    abbreviations: tuple[str, ...], expected: list[str]
) -> None:
    text = " ".join(expected)
    assert [text[start:end] for start, end in sentences(text, "en", abbreviations)] == expected


def test_an_abbreviation_of_the_edition_may_have_spaces() -> None:
    text = "So says Anna (not. cit. loc. Moth). It rained."
    assert [text[start:end] for start, end in sentences(text, "en", ["not. cit. loc."])] == [
        "So says Anna (not. cit. loc. Moth).",
        "It rained.",
    ]


HOSTILE = {
    "stops": "." * 100_000,
    "stops apart": ". " * 100_000,
    "marks": "?!" * 100_000,
    "no spaces": "a.a" * 100_000,
    "one word": "a" * 1_000_000,
    "quotation marks": "“" * 100_000 + ".",
    "closing marks": "." + ")" * 100_000,
    "closing marks apart": "A." + " )" * 100_000,
    "straight quotes": '. " ' * 100_000,
    "guillemets": ". » " * 100_000,
    "brackets": "(a?) B " * 100_000,
    "open brackets": "(" * 100_000 + "?)" * 1_000 + " B",
    "initials": "A. " * 100_000,
    "numbers": "1. " * 100_000,
    "dots": "… " * 100_000,
    "faces": ". :)" * 100_000,
    "pictures": "." + " 😀" * 100_000,
    "notes": ".[1]" * 100_000,
    "line breaks": "\n " * 100_000 + ".",
    "wide": "。」" * 100_000,
    "a long paragraph": "He left, and nobody minded (he always did). “Why?” asked Mr. Fen, etc. " * 15_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_time_grows_with_the_text_alone(name: str) -> None:
    """Where it grew with its square, this would take hours."""
    text = HOSTILE[name]
    spans = sentences(text, "zh" if name == "wide" else "de" if name == "numbers" else "en")
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
