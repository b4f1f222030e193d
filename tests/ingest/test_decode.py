"""Bytes as text: strict, with the line of what is wrong, and every sign that is taken out listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.formats.tei import inline
from hexapla.ingest.decode import bidi, clean, decode
from hexapla.model.errors import BadFile


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    assert decode("Ζήτα, 海\n".encode(encoding), "nets.txt") == "Ζήτα, 海\n"


def test_utf_16_of_either_byte_order() -> None:
    assert decode(b"\xff\xfea\0", "nets.txt") == decode(b"\xfe\xff\0a", "nets.txt") == "a"


@pytest.mark.parametrize(
    ("source", "line", "name"),
    [
        (b"one\ntwo\nthr\xe9e", 3, "UTF-8"),
        ("one\ntwo\n".encode("utf-16") + b"\0", 3, "UTF-16"),
        (b"\xed\xa0\x80", 1, "UTF-8"),
    ],
)
def test_a_byte_that_is_no_text_has_its_line(source: bytes, line: int, name: str) -> None:
    with pytest.raises(BadFile, match=f"not {name}") as caught:
        decode(source, "nets.txt")
    assert (caught.value.file, caught.value.line) == ("nets.txt", line)


def test_what_is_taken_out_is_listed_with_its_line() -> None:
    text, decisions = clean("a\0\x01b\r\nc\ufeffd\x1fe\n", "nets.txt")
    assert text == "ab\r\ncd e\n"
    assert [(decision.line, decision.before, decision.after) for decision in decisions] == [
        (1, "\0\x01", ""),
        (2, "\ufeff", ""),
        (2, "\x1f", " "),
    ]
    assert "U+0000, U+0001" in decisions[0].reason


def test_a_clean_text_is_left_alone() -> None:
    assert clean("a\tb\f\v\x85\u00ad", "nets.txt") == ("a\tb\f\v\x85\u00ad", [])


def test_a_binary_file_is_refused() -> None:
    with pytest.raises(BadFile, match="control characters"):
        clean("a\0" * 500, "nets.txt")


@given(st.text(st.sampled_from("ab\n\r\0\x02\x1c\ufeff\ufffe\x0c\x0b\U0010ffff"), max_size=30))
def test_putting_the_decisions_into_the_file_makes_the_text(raw: str) -> None:
    text, decisions = clean(raw, "nets.txt")
    made, at = "", 0
    for decision in decisions:
        place = raw.index(decision.before, at)
        made, at = made + raw[at:place] + decision.after, place + len(decision.before)
    assert made + raw[at:] == text
    layout = str.maketrans("", "", "\f\v")
    assert inline.clean(text.translate(layout)) == text.translate(layout)


def test_controls_of_direction_are_listed_by_line_and_stay() -> None:
    found = bidi(["one", "\u202etwo\u202c", "three\u200f", "\u2066four"])
    assert [(one.kind, one.line, one.before, one.after) for one in found] == [
        ("bidi", 2, "", ""),
        ("bidi", 4, "", ""),
    ]
    assert "U+202C, U+202E" in found[0].reason
