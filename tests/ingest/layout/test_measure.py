"""How a text is laid out."""

import pytest

from hexapla.ingest.layout.lines import split
from hexapla.ingest.layout.measure import Layout, ends_sentence, goes_on, measure

LINE = "the nets were wet and nobody in the harbour wanted to carry them up again"


def test_wrapped_lines_have_a_width() -> None:
    assert measure(split("\n".join([LINE] * 6))) == Layout(len(LINE), narrow=len(LINE) * 4 // 5)


def test_too_few_lines_say_nothing() -> None:
    assert measure(split(f"{LINE}\n{LINE}\n\n{LINE}")) == Layout()


def test_lines_that_end_as_sentences_do_are_paragraphs() -> None:
    assert measure(split("\n".join([LINE + "."] * 6))) == Layout(each_line=True)


def test_very_long_lines_are_paragraphs() -> None:
    assert measure(split("\n".join([LINE * 4] * 6))) == Layout(each_line=True)


def test_short_lines_are_kept() -> None:
    verse = split("the tide goes out\nthe tide comes in\nand nobody\nhas counted them\nsince the flood")
    assert measure(verse).keeps_lines


def test_lines_of_chinese_are_shorter() -> None:
    lines = split("\n".join(["雨停了没有人在港口里等着我们把渔网搬上来因为天已经黑了"] * 6))
    assert not measure(lines, spaced=False).keeps_lines
    assert measure(lines).keeps_lines


def test_indents_that_begin_paragraphs() -> None:
    text = f"{LINE}\n{LINE}.\n  {LINE}\n{LINE}.\n   {LINE}\n{LINE}\n{LINE}"
    assert measure(split(text)).indents == frozenset({2, 3})


def test_hanging_indents_begin_nothing() -> None:
    assert measure(split(f"{LINE}\n  {LINE}.\n{LINE}\n  {LINE}.\n{LINE}\n  {LINE}")).indents == frozenset()


@pytest.mark.parametrize(
    ("line", "expected"),
    [("It rained.”", True), ("why:", True), ("雨停了。」", True), ("and", False), ("Mr. A", False)],
)
def test_the_end_of_a_sentence(line: str, expected: bool) -> None:
    assert ends_sentence(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("and so", True), ("(and so", True), ("And so", False), ("3 nets", False), ("雨", False), ("—", False)],
)
def test_the_middle_of_a_sentence(line: str, expected: bool) -> None:
    assert goes_on(line) is expected
