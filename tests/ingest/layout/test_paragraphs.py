"""Which lines belong together."""

from hexapla.ingest.layout.lines import split
from hexapla.ingest.layout.measure import Layout
from hexapla.ingest.layout.paragraphs import paragraphs

INDENTED = Layout(width=60, indents=frozenset({1, 2}))


def grouped(text: str, layout: Layout = INDENTED) -> list[list[str]]:
    return [[line.text for line in paragraph.lines] for paragraph in paragraphs(split(text), layout)[0]]


def test_blank_lines_divide() -> None:
    assert grouped("a\nb\n\n \nc") == [["a", "b"], ["c"]]


def test_indents_divide() -> None:
    assert grouped(" A\nb.\n C\nd\n  E") == [["A", "b."], ["C", "d"], ["E"]]


def test_lines_set_in_alike_that_go_on_are_one_block() -> None:
    assert grouped("A.\n    Oars\n    of wood.\nBoats") == [["A."], ["Oars", "of wood."], ["Boats"]]


def test_equal_indents_after_sentences_divide() -> None:
    assert grouped(" Nets!\n Oars.\n Boats.") == [["Nets!"], ["Oars."], ["Boats."]]


def test_an_indent_that_means_nothing_in_this_text_does_not_divide() -> None:
    assert grouped("A.\n     B", INDENTED) == [["A.", "B"]]


def test_a_sentence_that_goes_on_is_not_divided_by_an_indent() -> None:
    found, decisions = paragraphs(split("the nets of\n the harbour"), INDENTED)
    assert len(found) == 1
    assert [(decision.line, decision.before, decision.after) for decision in decisions] == [
        (2, "of\nthe", "of the")
    ]


def test_a_sentence_goes_on_over_a_page_and_blank_lines() -> None:
    found, decisions = paragraphs(split("the nets of\n\n\f\n\nthe harbour.\n\n\fThen"), INDENTED)
    assert [[line.page for line in paragraph.lines] for paragraph in found] == [[None, ""], [""]]
    assert [decision.line for decision in decisions] == [5]


def test_a_blank_line_within_a_page_divides_even_a_sentence() -> None:
    assert grouped("the nets of\n\nthe harbour") == [["the nets of"], ["the harbour"]]


def test_each_line_may_be_a_paragraph() -> None:
    assert grouped("A.\nB.", Layout(each_line=True)) == [["A."], ["B."]]


def test_what_is_free_before_and_after() -> None:
    found, _decisions = paragraphs(split("A.\n B.\n\nC"), INDENTED)
    assert [(paragraph.free_before, paragraph.free_after) for paragraph in found] == [
        (True, False),
        (False, True),
        (True, True),
    ]


def test_an_ideographic_space_begins_a_paragraph() -> None:
    assert grouped("\u3000雨停了。\n\u3000天黑了。") == [["雨停了。"], ["天黑了。"]]


def test_two_lines_of_dialogue_are_two_paragraphs() -> None:
    assert grouped("— Who is there?\n— Nobody.", Layout()) == [["— Who is there?"], ["— Nobody."]]
