"""Lines as they stand: line ends of all kinds, indents, pages."""

from hypothesis import given
from hypothesis import strategies as st

from hexapla.ingest.layout.lines import Line, split


def test_line_ends_of_all_kinds() -> None:
    lines = split("a\r\nb\rc\nd\u2028e\n")
    assert [(line.number, line.text) for line in lines] == [
        (1, "a"),
        (2, "b"),
        (3, "c"),
        (4, "d"),
        (4, "e"),
    ]


def test_white_space_at_the_ends_goes_and_the_indent_is_kept() -> None:
    assert split("  a  b\t c \n\ta\n   \n\u3000a") == [
        Line(1, "a b c", 2, open=True),
        Line(2, "a", 4),
        Line(3, ""),
        Line(4, "a", wide=True),
    ]


def test_a_form_feed_begins_a_page() -> None:
    assert split("a\fb\n\f\nc") == [
        Line(1, "a"),
        Line(1, "b", page=""),
        Line(2, ""),
        Line(2, "", page=""),
        Line(3, "c"),
    ]


def test_a_non_breaking_space_within_a_line_is_a_sign_of_its_own() -> None:
    assert split("a\u00a0 b")[0].text == "a\u00a0 b"


@given(st.text(st.sampled_from("ab \t\n\r\f\v\x85\u2028\u2029\u00a0\u3000"), max_size=30))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    assert "".join("".join(line.text.split()) for line in split(text)) == "".join(text.split())
