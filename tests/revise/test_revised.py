"""A file comes again: what is the same keeps its ids, what is not is told, and no id is given twice."""

import pytest

from hexapla.formats import tei
from hexapla.model.revised import Fate, counted
from hexapla.model.text import element
from hexapla.revise import revised
from revise_texts import ESSAY, fates, raw, read, revise, says

FIRST, SECOND, THIRD = ESSAY


def test_an_unchanged_file_changes_nothing() -> None:
    old = read(ESSAY)
    made = revise(old, ESSAY)
    assert made.text == old[0] and made.text.blocks == old[0].blocks
    assert tei.serialize(made.text) == tei.serialize(old[0])
    assert made.next == old[1]
    assert {one.fate for one in made.fates} == {Fate.SAME}


def test_an_edited_sentence_keeps_its_id_and_shows_its_words() -> None:
    old = read(ESSAY)
    made = revise(old, (FIRST.replace("sixty", "seventy"), SECOND, THIRD))
    assert fates(made) == [("edited", ("u3",), ("u3",))]
    (one,) = (one for one in made.fates if one.fate is Fate.EDITED)
    assert [(piece.sign, piece.text) for piece in one.diff][1:3] == [("-", " sixty"), ("+", " seventy")]
    assert says(made.text)["u3"] == "Nobody has ground flour here for seventy years."
    assert one.words == 8


def test_a_paragraph_that_was_moved_takes_its_ids_along() -> None:
    old = read(ESSAY)
    made = revise(old, (SECOND, THIRD, FIRST))
    assert list(says(made.text)) == ["u1", "u5", "u6", "u7", "u8", "u9", "u2", "u3", "u4"]
    assert [block.id for block in made.text.blocks] == ["b1", "b3", "b4", "b2"]
    assert {one[0] for one in fates(made)} == {"moved"}
    assert len(fates(made)) == 3, "the fewest that explain it"


def test_a_sentence_that_was_moved_to_another_paragraph_is_the_same_unit() -> None:
    old = read(ESSAY)
    made = revise(
        old, (FIRST.replace(" The wheel still turns.", ""), SECOND + " The wheel still turns.", THIRD)
    )
    assert fates(made) == [("moved", ("u4",), ("u4",))]
    assert says(made.text)["u4"] == "The wheel still turns."


def test_new_units_get_the_next_numbers_and_removed_ones_take_theirs_away() -> None:
    old = read(ESSAY)
    made = revise(
        old, ("A mill is a place of counting.", FIRST, THIRD, "Nobody disagrees with that any more.")
    )
    assert fates(made) == [
        ("new", (), ("u10",)),
        ("new", (), ("u11",)),
        *(("removed", (unit,), ()) for unit in ("u5", "u6", "u7")),
    ]
    assert made.next == 12
    again = revised(made.text, read((*ESSAY, "One more."))[0], next=made.next)
    assert set(says(again.text)) & {"u5", "u6", "u7", "u10", "u11"} == set()
    assert [block.n for block in again.text.blocks] == [block.n for block in again.text.blocks]
    assert [unit.n for unit in again.text.units][-1] == "15"


def test_a_sentence_in_two_keeps_its_id_in_the_first() -> None:
    old = read(ESSAY)
    made = revise(
        old, (FIRST, SECOND.replace("agree. That is how the", "agree. That is how. The old"), THIRD)
    )
    made = revise(old, (FIRST.replace("river bends. Nobody", "river bends, and nobody"), SECOND, THIRD))
    assert fates(made) == [("merged", ("u2", "u3"), ("u2",))]
    back = revised(made.text, read(ESSAY)[0], next=made.next, gone={"u3": "Nobody has ground flour here."})
    assert fates(back) == [("split", ("u2",), ("u2", "u2a"))]
    assert back.text.places["u2a"][1].n == "2a"
    assert back.text.places["u2a"][1].source == "Nobody has ground flour here for sixty years."


def test_a_letter_that_was_given_before_is_not_given_again() -> None:
    old = read((FIRST.replace("river bends. Nobody", "river bends, and nobody"),))
    made = revised(old[0], read((FIRST,))[0], next=old[1], gone={"u2a": "Something else."})
    assert fates(made) == [("split", ("u2",), ("u2", "u2b"))]


def test_what_was_moved_and_edited_at_once_is_known() -> None:
    old = read(ESSAY)
    moved = "Nobody at all has ground any flour here for sixty years."
    made = revise(
        old, (FIRST.replace(" Nobody has ground flour here for sixty years.", ""), SECOND, THIRD, moved)
    )
    assert fates(made) == [("edited", ("u3",), ("u3",))]


def test_many_equal_sentences_stay_in_their_order() -> None:
    old = read([f"No. Yes {n}. No. No." for n in range(6)])
    assert revise(old, [f"No. Yes {n}. No. No." for n in range(6)]).text == old[0]
    made = revise(old, [f"No. Yes {n}. No. No." for n in range(6) if n != 2])
    assert all(one.fate in (Fate.SAME, Fate.REMOVED) for one in made.fates)
    numbers = [int(unit[1:]) for unit in says(made.text)]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("title", ["The Empty Mill", "The Full Mill"])
def test_the_header_stays_but_for_a_title_that_is_the_head(title: str) -> None:
    old = read(ESSAY)
    made = revise(old, (*ESSAY, "It ends."), title=title)
    assert made.text.title == title
    assert tei.header.title_of(made.text.header) == title
    assert made.text.header.content[1:] == old[0].header.content[1:]


def test_notes_keep_their_ids_and_the_units_that_anchor_them_their_translations() -> None:
    def paragraphs(*bodies: str) -> list[object]:
        notes = [element("note", body, place="foot", n=str(n)) for n, body in enumerate(bodies, 1)]
        parts = ["The mill stands", notes[-1], " where the river bends. Nobody minds", *notes[:-1], "."]
        return [element("p", *parts), "The wheel still turns."]

    old = read(paragraphs("The river is the Slack."))  # type: ignore[arg-type]
    note = old[0].blocks[-2].note
    made = revise(old, paragraphs("Least of all the miller.", "The river is the Slack."))  # type: ignore[arg-type]
    assert f'<note xml:id="{note}"/>' in says(made.text)["u2"]
    assert [one for one in fates(made) if one[0] != "new"] == [("edited", ("u3",), ("u3",))]
    ids = [part.get("xml:id") for part in made.text.body.walk() if part.get("xml:id")]
    assert len(set(ids)) == len(ids)


def test_pointers_follow_what_is_called_otherwise() -> None:
    new = raw(["A first new paragraph.", *ESSAY])
    pointing = element("p", "See ", element("ref", "above", target="#b3"), ".")
    old = read(ESSAY)
    text, _next = read(["A first new paragraph.", *ESSAY, pointing])
    assert new.lang == "en"
    made = revised(old[0], text, next=old[1])
    (ref,) = (part for part in made.text.body.walk() if part.tag == "ref")
    target = next(part for part in made.text.body.walk() if part.get("xml:id") == ref.get("target")[1:])
    assert next(part for part in target.walk() if part.is_unit).content[0] == FIRST.split(". ")[0] + "."


def test_markup_of_a_person_stays_where_the_file_has_none() -> None:
    italic = element("hi", "children", rend="italic")
    marked = element("p", "Every spring the ", italic, " count its blades. They never agree.")
    old = read([FIRST, marked])
    made = revise(
        old,
        [FIRST.replace("sixty", "seventy"), "Every spring the children count its blades. They never agree."],
    )
    assert says(made.text)["u5"] == 'Every spring the <hi rend="italic">children</hi> count its blades.'
    assert fates(made) == [("edited", ("u3",), ("u3",))]
    other = element("p", element("hi", "They", rend="italic"), " never agree.")
    made = revise(old, [FIRST, "Every spring the children count its blades.", other])
    assert ("edited", ("u5",), ("u5",)) in fates(made), "a file with markup says where there is none"


def test_counts_are_of_units_and_words() -> None:
    made = revise(read(ESSAY), (FIRST.replace("sixty", "seventy"), SECOND))
    count = counted(made.fates)
    assert (count[Fate.EDITED].units, count[Fate.EDITED].words) == (1, 8)
    assert (count[Fate.REMOVED].units, count[Fate.REMOVED].words) == (2, 12)
    assert count[Fate.SAME].units == 6
    assert Fate.NEW not in count
