"""Words in a line of ours: what XML cannot carry is refused, however it is spelled."""

import sys

import pytest

from hexapla.formats.po.grammar import line
from hexapla.formats.po.guard.text import NOT_IN_XML


def test_whatever_is_printable_can_stand_in_xml() -> None:
    printable = "".join(char for char in map(chr, range(sys.maxunicode + 1)) if char.isprintable())
    assert not NOT_IN_XML.search(printable)


@pytest.mark.parametrize("spelled", [r"\u0000", r"\b", r"\u001b", r"\ufffe", r"\ud800", "\ufffe"])
def test_an_escape_brings_in_nothing_that_xml_cannot_carry(spelled: str) -> None:
    values = line.load(f'{{"by": "a{spelled}"}}')
    with pytest.raises(ValueError, match="a"):
        line.words(values, "by")


@pytest.mark.parametrize("text", ["Béla\u2028", "\t", "\U000e0041", "\ue000", ""])
def test_words_are_what_was_written(text: str) -> None:
    assert line.words(line.load(line.dump({"by": text})), "by") == text


@pytest.mark.parametrize(
    "text", ["", "[]", '{"a": 1, "a": 2}', "\ufeff{}", "{} x", '{"a": "\t"}', "[" * 100_000]
)
def test_anything_but_one_object_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        line.load(text)
