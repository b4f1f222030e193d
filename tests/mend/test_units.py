"""Units divided and merged: ids, tags, notes, page breaks; and what is refused."""

import pytest

from hexapla.formats import tei
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.mend import Carried, MergeUnits, SplitUnit
from hexapla.model.text import Text
from mend.mended import done, mend, offset, quay, sources


def test_a_tag_that_crosses_the_place_is_closed_and_opened_again() -> None:
    text = quay()
    made = done(text, SplitUnit("u2", offset(text, "u2", "the rope")))
    now = sources(made.text)
    assert now["u2"] == 'The <hi rend="italic">tide goes out;</hi>'
    assert now["u2a"] == '<hi rend="italic">the</hi> rope<note xml:id="n1"/> hangs slack.'
    assert made.carried == (Carried(("u2",), ("u2", "u2a"), ("The tide goes out;", "the rope hangs slack.")),)
    assert made.text.places["u2a"][1].n == "2a"
    assert made.next == 22 and made.minor == frozenset()
    assert mend(made.text, MergeUnits("u2")) == text


def test_letters_are_given_once() -> None:
    text = quay()
    place = SplitUnit("u2", offset(text, "u2", "hangs"))
    made = mend(text, place, SplitUnit("u2", 8))
    assert [unit for unit in sources(made) if unit.startswith("u2")][:3] == ["u2", "u2b", "u2a"]
    again = done(text, place, taken={"u2a", "u2z", "u3b"}).text
    assert "u2aa" in sources(again)
    assert "u2ab" in sources(mend(again, SplitUnit("u2aa", 6)))


def test_a_part_of_a_part_has_the_numbers_next_letter() -> None:
    text = quay()
    one = mend(text, SplitUnit("u2", offset(text, "u2", "hangs")))
    two = mend(one, SplitUnit("u2a", 6))
    assert list(sources(two))[1:4] == ["u2", "u2a", "u2b"]


def test_page_breaks_and_notes_stay_where_they_are() -> None:
    text = quay()
    one = mend(text, SplitUnit("u4", offset(text, "u4", "minds")))
    assert '>Nobody</seg> <pb n="2"/><seg' in _written(one)
    assert mend(one, MergeUnits("u4")) == text
    merged = mend(text, MergeUnits("u4"))
    assert 'minds* it. <pb n="3"/>See <ref' in _written(merged)
    assert sources(merged)["u4"] == 'Nobody minds* it. See <ref target="#u12">the list</ref> below.'


def _written(text: Text) -> str:
    return tei.serialize(text).decode()


def test_a_note_goes_with_the_words_before_it() -> None:
    text = quay()
    made = mend(text, SplitUnit("u2", offset(text, "u2", " hangs")))
    assert sources(made)["u2"].endswith('rope<note xml:id="n1"/>')
    assert sources(made)["u2a"] == "hangs slack."


def test_within_a_word_nothing_stands_between() -> None:
    text = quay()
    made = mend(text, SplitUnit("u13", 5))
    assert (sources(made)["u13"], sources(made)["u13a"]) == ("Two b", "ells.")
    assert mend(made, MergeUnits("u13")) == text


@pytest.mark.parametrize("place", [-1, 0, 9, 10, 99])
def test_a_place_without_words_on_one_side_is_refused(place: int) -> None:
    with pytest.raises(HexaplaError, match="no words on one side"):
        done(quay(), SplitUnit("u12", place))


def test_what_cannot_be_merged_is_refused() -> None:
    text = quay()
    with pytest.raises(HexaplaError, match="the last of its block"):
        done(text, MergeUnits("u5"))
    with pytest.raises(NotFound, match="no unit u99"):
        done(text, MergeUnits("u99"))
    with pytest.raises(NotFound):
        done(text, SplitUnit("", 1))
