"""Sentences: every sign in one of them, in order, and the cases that a library alone gets wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.segment import sentences

LANGUAGES = ["en", "de", "fr", "hu", "ru", "el", "ar", "zh-Hant", "ja", "en-x-scots", "und", ""]

TEXT = st.lists(
    st.sampled_from("aBéЖ中のע1 \n.?!…。！؟;«»“”\"'()（」—-\u00a0\u3000😀*")
    | st.sampled_from(["Mr. ", "3. ", "\n\n", "etc. ", "He left. ", "“No!” ", "...", "IV. "]),
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
    assert pieces("See harbour.example for boats.Nets are sold.", "en") == [
        "See harbour.example for boats.Nets are sold."
    ]


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
