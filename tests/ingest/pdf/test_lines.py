"""Lines in reading order, each with what its place on the page says."""

from dataclasses import replace

from hexapla.formats.pdf import Document, Font, Rule
from hexapla.ingest.layout.lines import Line
from hexapla.ingest.pdf import lines_of
from pdf_texts import column, document, page, words

MEASURE = "The lines of the text are all of this one length, or nearly."
BODY = column(*[MEASURE] * 12)
NOTE = {"size": 8.0, "leading": 10.0}


def filled(made: Document) -> list[Line]:
    return [line for line in lines_of(made).lines if line.text]


def by_text(made: Document) -> dict[str, Line]:
    return {line.text: line for line in filled(made)}


def test_an_indent_is_counted_in_digits() -> None:
    found = by_text(document(page(*BODY, words("A paragraph begins", x=60, y=356), words("goes on", y=344))))
    assert (found["A paragraph begins"].indent, found["goes on"].indent) == (2, 0)


def test_margins_of_left_and_right_pages_differ() -> None:
    right = column(*[MEASURE] * 12, x=70)
    made = document(*[page(*(right if nth % 2 else BODY)) for nth in range(6)])
    assert {line.indent for line in filled(made)} == {0}


def test_space_above_is_a_blank_line_and_a_gap() -> None:
    lines = lines_of(document(page(*BODY, words("After a space", y=344)))).lines
    assert (lines[-2].text, lines[-1].text, lines[-1].gap) == ("", "After a space", 1.0)


def test_sizes_are_shares_of_the_bodys_and_alignments_are_told() -> None:
    title = words("On Nets", x=168, y=560, size=18)
    found = by_text(document(page(title, *BODY, words("Hull, in May", x=290, y=330))))
    assert (found["On Nets"].size, found["On Nets"].align) == (1.8, "center")
    assert (found["Hull, in May"].align, found[MEASURE].align) == ("right", "")


def test_a_line_is_open_where_the_next_word_had_no_room() -> None:
    ended = [*BODY, words("The paragraph ends here.", y=356), words("Another begins.", y=344)]
    lines = filled(document(page(*ended)))
    assert [line.open for line in lines[-4:]] == [True, True, False, False]


def test_notes_come_at_the_end_of_a_page_behind_a_blank_line() -> None:
    notes = column("1 A note.", "2 Another one.", y=100, **NOTE)
    lines = lines_of(document(page(*BODY, *notes), page(*BODY))).lines
    place = next(nth for nth, line in enumerate(lines) if line.text == "1 A note.")
    assert (lines[place - 1].text, lines[place].size, lines[place + 1].size) == ("", 0.8, 0.8)
    assert lines[place + 2].page == ""


def test_the_notes_of_two_columns_come_after_both() -> None:
    left = [*column(*["the left column has these"] * 6), *column("1 Left note.", y=100, **NOTE)]
    right = [
        *column(*["and the right one these here"] * 6, x=230),
        *column("2 Right note.", x=230, y=100, **NOTE),
    ]
    texts = [line.text for line in filled(document(page(*left, *right)))]
    assert texts[6:12] == ["and the right one these here"] * 6
    assert texts[12:] == ["1 Left note.", "2 Right note."]


def test_a_note_as_large_as_the_text_is_known_by_its_rule() -> None:
    made = document(page(*BODY, words("1 A note.", y=100), rules=(Rule(50, 120, 120),)))
    assert by_text(made)["1 A note."].size < 0.95


def test_page_numbers_are_the_pages_and_no_text() -> None:
    made = document(*[page(*BODY, words(str(nth), x=200, y=40)) for nth in (11, 12, 13)])
    read = lines_of(made)
    assert [line.page for line in read.lines if line.page is not None] == ["11", "12", "13"]
    assert [(one.kind, one.before, one.after, read.raw[one.line - 1]) for one in read.decisions] == [
        ("page", number, "", number) for number in ("11", "12", "13")
    ]
    assert not [line for line in read.lines if line.text.isdigit()]


def test_without_printed_numbers_the_labels_count() -> None:
    made = document(*[page(*BODY, label=label) for label in ("i", "ii", "1")])
    assert [line.page for line in lines_of(made).lines if line.page is not None] == ["i", "ii", "1"]


def test_an_empty_page_is_a_page() -> None:
    made = document(page(*BODY), page(label="2"), page(*BODY, label="3"))
    assert [line.page for line in lines_of(made).lines if line.page is not None] == ["2", "3"]


def test_lines_are_numbered_as_the_raw_ones_are() -> None:
    stamp = words("A stamp", x=0, y=0, angle=90)
    made = document(
        *[page(words("On Nets", y=560), *BODY, stamp, words(str(nth), y=40)) for nth in range(1, 5)]
    )
    read = lines_of(made)
    assert [line.number for line in read.lines] == list(range(1, len(read.raw) + 1))
    assert all(not line.text or read.raw[line.number - 1] == line.text for line in read.lines)
    assert all(read.raw[one.line - 1] == one.before for one in read.decisions)
    assert read.raw.count("A stamp") == 4


def test_what_fonts_do_not_tell_is_told() -> None:
    fonts = (Font("Serif"), Font("Strange\u202e"))
    odd = [replace(word, unknown=True) for word in words("odd", y=300, font=1)]
    private = words("\ue001\ue002", y=280, font=1)
    made = document(replace(page(*BODY, odd, private), ligatures=3), fonts=fonts)
    told = [one.reason for one in lines_of(made).decisions if one.kind == "letters"]
    assert len(told) == 3
    assert "3" in told[0]
    assert "“Strange\\u202e”" in told[1] and "3" in told[1]
    assert "2" in told[2]


def test_letters_that_cannot_be_spoken_are_told() -> None:
    made = document(page(*column(*["vwhlq xqg klhu pdq wklv"] * 12)))
    assert any("no vowels" in one.reason for one in lines_of(made).decisions)
    assert not any("no vowels" in one.reason for one in lines_of(document(page(*BODY))).decisions)
