"""Cutting content into units: tags, notes, breaks and blocks at the boundaries."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.model.text import Content, Element, element
from hexapla.segment.cut import cut
from hexapla.segment.sentences import sentences
from tei_texts import CONTENT


def seg(*content: str | Element) -> Element:
    return element("seg", *content, type="unit")


def english(text: str) -> list[tuple[int, int]]:
    return sentences(text, "en")


def no_block(child: Element) -> bool:
    return False


def letters(content: Content) -> str:
    return "".join(
        "".join(part.split())
        if isinstance(part, str)
        else f"<{part.tag}>" * (not part.content) + letters(part.content)
        for part in content
    )


def test_an_element_that_crosses_a_boundary_is_closed_and_opened_again() -> None:
    content = ("It ", element("hi", "rained. Then ", element("emph", "it"), xml_id="h"), " stopped.")
    assert cut(content, no_block, english) == (
        seg("It ", element("hi", "rained.", xml_id="h")),
        " ",
        seg(element("hi", "Then ", element("emph", "it")), " stopped."),
    )


def test_two_equal_elements_side_by_side_stay_two() -> None:
    content = (element("hi", "One"), element("hi", "two."), " Three.")
    assert cut(content, no_block, english)[0] == seg(element("hi", "One"), element("hi", "two."))


def test_a_note_goes_with_what_it_follows() -> None:
    note = element("note", "See. Below.")
    assert cut(("It rained.", note, " Then it stopped."), no_block, english) == (
        seg("It rained.", note),
        " ",
        seg("Then it stopped."),
    )


def test_a_note_after_a_space_goes_with_what_follows_it() -> None:
    note = element("note", "See.")
    assert cut(("It rained. ", note, "Then."), no_block, english) == (
        seg("It rained."),
        " ",
        seg(note, "Then."),
    )


def test_a_note_between_sentences_that_touch_goes_with_the_first() -> None:
    note = element("note", "见下。")
    divided = cut(("雨停了。", note, "没有人。"), no_block, lambda text: sentences(text, "zh"))
    assert divided == (seg("雨停了。", note), seg("没有人。"))


def test_a_page_stays_between_units_or_within_one() -> None:
    page = Element("pb", (("n", "3"),))
    assert cut(("It rained. ", page, "Then it ", page, "stopped."), no_block, english) == (
        seg("It rained."),
        " ",
        page,
        seg("Then it ", page, "stopped."),
    )


def test_a_line_break_is_a_space_to_sentences_and_goes_with_the_first() -> None:
    assert cut(("It rained.", Element("lb"), "Then."), no_block, english) == (
        seg("It rained.", Element("lb")),
        seg("Then."),
    )


def test_a_formula_is_a_letter() -> None:
    formula = element("formula", "E = m. C")
    assert cut(("Let ", formula, ". Then."), no_block, english) == (
        seg("Let ", formula, "."),
        " ",
        seg("Then."),
    )


def test_a_block_stands_between_units() -> None:
    items = element("list", element("item", "Nets. Oars."))
    divided = cut(("We sell: ", items, " and more."), lambda child: child.tag == "list", english)
    assert divided == (seg("We sell:"), " ", items, seg("and more."))


def test_without_text_nothing_is_cut() -> None:
    content = (Element("pb"), element("hi", Element("lb")))
    assert not any(isinstance(part, Element) and part.is_unit for part in cut(content, no_block, english))


@settings(max_examples=60)
@given(CONTENT, st.booleans())
def test_text_and_elements_stay_in_order(content: Content, whole: bool) -> None:
    divide = (lambda text: [(0, len(text))] if text.strip() else []) if whole else english
    divided = cut(content, no_block, divide)
    if any(isinstance(part, Element) and part.is_unit for part in divided):
        assert letters(divided) == letters(content)
