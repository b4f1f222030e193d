"""Notes stand at the foot: below a rule, or smaller and apart; a quotation in small letters is none."""

from hexapla.formats.pdf import Rule, Word
from hexapla.ingest.pdf.measures import Column, Leading
from hexapla.ingest.pdf.notes import Foot, foot
from hexapla.ingest.pdf.rows import rows
from pdf_texts import column

TEXT = column(
    "The text of a page runs here,", "as wide as the measure is long,", "and is set in letters of ten."
)
WIDTH = Column(50, 205)
LEADING = Leading(12, ((8, 10),), 10)


def found(*lines: list[Word], rules: tuple[Rule, ...] = (), before: Foot | None = None) -> str | None:
    """Return the first row of the notes."""
    made = rows([word for line in lines for word in line], 10)
    place = foot(made, WIDTH, rules, LEADING, before)
    return made[place.start].text if place else None


def small(*lines: str, y: float = 440, x: float = 50) -> list[list[Word]]:
    return column(*lines, x=x, y=y, size=8, leading=10)


def test_a_page_without_notes() -> None:
    assert found(*TEXT) is None


def test_small_letters_behind_a_mark() -> None:
    assert found(*TEXT, *small("1 A note on it,", "and its second line.", "2 Another.")) == "1 A note on it,"
    assert found(*TEXT, *small("* A note on it.")) == "* A note on it."


def test_a_small_quotation_is_no_note() -> None:
    assert found(*TEXT, *small("A quotation in smaller letters", "ends the page.", x=70, y=455)) is None


def test_a_quotation_above_the_notes_is_none_of_them() -> None:
    lines = [*small("A quotation in small letters", "at the end.", x=70, y=455), *small("1 A note.", y=400)]
    assert found(*TEXT, *lines) == "1 A note."


def test_below_a_rule_the_size_does_not_matter() -> None:
    notes = column("1 A note as large as the text.", y=430)
    assert found(*TEXT, *notes, rules=(Rule(50, 120, 448),)) == "1 A note as large as the text."
    assert found(*TEXT, *notes) is None


def test_a_rule_below_a_word_is_none_above_notes() -> None:
    assert found(*TEXT, *column("1 No note.", y=464), rules=(Rule(50, 100, 475),)) is None


def test_a_note_goes_on_without_a_mark_where_the_page_before_has_notes() -> None:
    lines = small("and this is the rest of a note, as long", "as it is.")
    assert found(*TEXT, *lines) is None
    assert found(*TEXT, *lines, before=Foot(9, 8)) == "and this is the rest of a note, as long"
