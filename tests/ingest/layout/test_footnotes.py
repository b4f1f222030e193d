"""What stands at the foot of a page behind a mark that the page has is a note."""

from hexapla.ingest.layout.footnotes import taken
from hexapla.ingest.layout.lines import Line, Span, split


def notes(text: str) -> list[tuple[str, str, int]]:
    _lines, found = taken(split(text))
    return [(note.mark, " ".join(line.text for line in note.lines), note.page) for note in found]


def test_a_note_at_the_foot_of_its_page() -> None:
    text = "The nets* were wet.\nNobody carried\n\n* They were of hemp.\n\fthem up."
    assert notes(text) == [("*", "They were of hemp.", 0)]
    assert [line.text for line in taken(split(text))[0] if line.text] == [
        "The nets* were wet.",
        "Nobody carried",
        "them up.",
    ]


def test_several_notes_and_marks_without_a_space_behind() -> None:
    text = "The nets1 were wet.2\n\n1Of hemp.\n2In the\nmorning.\n\fAnd then?"
    assert notes(text) == [("1", "Of hemp.", 0), ("2", "In the morning.", 0)]


def test_a_mark_on_a_line_of_its_own() -> None:
    assert notes("The nets† were wet.\n\n†\nOf hemp.\n\fAnd then?") == [("†", "Of hemp.", 0)]


def test_a_note_that_runs_over_a_page() -> None:
    text = (
        "The nets1 were\nwet and cold\n\n1Of hemp, which\n\fand heavy.\nNobody came.\nIt rained.\n\nwas dear."
    )
    assert notes(text) == [("1", "Of hemp, which was dear.", 0)]


def test_a_number_that_the_page_does_not_have_is_no_mark() -> None:
    assert notes("The nets were wet.\n\n1 Nobody came.\n\fAnd then?") == []
    assert notes("They were 3 in all.\n\n3 Nobody came.\n\fAnd then?") == []


def test_theses_at_the_foot_of_a_page_are_text() -> None:
    text = "A long line about the nets3 that fills the measure.\n\n3. Short.\n4. Shorter.\n\fAnd then?"
    assert notes(text) == []


def test_small_letters_are_notes_where_sizes_are_known() -> None:
    lines = [
        Line(1, "The nets1 were wet.", size=1.0, spans=(Span(8, 9, "sup"),)),
        Line(2, "1 Of hemp.", size=0.8),
        Line(3, "And then?", size=1.0, page=""),
    ]
    assert [(note.mark, note.lines[0].text) for note in taken(lines)[1]] == [("1", "Of hemp.")]


def test_without_pages_a_note_stands_where_a_sentence_goes_on() -> None:
    assert notes("The nets* were wet and\n\n* Of hemp.\n\nnobody came.") == [("*", "Of hemp.", -1)]
    assert notes("The nets* were wet.\n\n* Of hemp.\n\nNobody came.") == []
