"""Units that were divided by hand stay so where their words do; everywhere else the program divides."""

import pytest

from hexapla.model.text import element
from hexapla.revise import revised
from revise_texts import ESSAY, by_hand, fates, read, revise, says

FIRST, SECOND, THIRD = ESSAY
JOINED = [
    [
        "The mill stands where the river bends. Nobody has ground flour here for sixty years.",
        "The wheel still turns.",
    ],
    [
        "Every spring the children count its blades.",
        "They never agree.",
        "That is how",
        "the count is kept alive.",
    ],
    ["One can also count the blades that are missing.", "There are four."],
]


def test_units_made_by_hand_come_back_with_the_same_words() -> None:
    old = by_hand(read(ESSAY), JOINED)
    made = revise(old, ESSAY)
    assert made.text == old[0]
    assert list(says(made.text)) == ["u1", "u2", "u4", "u5", "u6", "u7", "u10", "u8", "u9"]


def test_in_a_paragraph_that_was_edited_elsewhere_too() -> None:
    old = by_hand(read(ESSAY), JOINED)
    made = revise(
        old,
        (
            FIRST.replace("still turns", "turns no more"),
            "At dawn, says one. " + SECOND.replace("blades", "wings"),
            THIRD,
        ),
    )
    said = says(made.text)
    assert said["u2"] == JOINED[0][0]
    assert (said["u7"], said["u10"]) == ("That is how", "the count is kept alive.")
    assert fates(made) == [("edited", ("u4",), ("u4",)), ("new", (), ("u11",)), ("edited", ("u5",), ("u5",))]


def test_where_the_sentence_itself_was_edited_the_program_divides() -> None:
    old = by_hand(read(ESSAY), JOINED)
    made = revise(old, (FIRST.replace("sixty", "seventy"), SECOND, THIRD))
    assert fates(made) == [("split", ("u2",), ("u2", "u2a"))]
    assert says(made.text)["u2a"] == "Nobody has ground flour here for seventy years."


def test_a_paragraph_that_now_ends_within_a_unit_divides_it() -> None:
    old = by_hand(read(ESSAY), JOINED)
    first, *rest = FIRST.split(" Nobody")
    made = revise(old, (first, "Nobody" + rest[0], SECOND, THIRD))
    assert fates(made) == [("split", ("u2",), ("u2", "u2a"))]


def test_what_the_file_divides_itself_is_left_as_it_is() -> None:
    old = by_hand(read(ESSAY), JOINED)
    text, _next = read(ESSAY)
    made = revised(old[0], text, next=old[1], marked=[unit.id for unit in text.units])
    assert says(made.text)["u2"] == "The mill stands where the river bends."
    assert ("split", ("u2",), ("u2", "u2a")) in fates(made)


def test_in_an_edition_of_paragraphs_units_of_a_person_are_kept() -> None:
    whole, number = read([FIRST, SECOND])
    old = by_hand(
        (whole, number), [["The mill stands where the river bends.", FIRST.partition("bends. ")[2]], [SECOND]]
    )
    from hexapla import segment
    from revise_texts import raw

    new, _next = segment.units(raw([FIRST.replace("still", "always"), SECOND]), unit="paragraph")
    made = revised(old[0], new, next=old[1], by_sentence=False)
    assert list(says(made.text).values())[1] == "The mill stands where the river bends."
    assert [one[0] for one in fates(made)] == ["edited"]


@pytest.mark.parametrize(
    ("content", "ends", "expected"),
    [
        (("One two. Three four.",), [["One two. Three four."]], ["One two. Three four."]),
        (
            ("One ", element("hi", "two. Three", rend="italic"), " four."),
            [['One <hi rend="italic">two. Three</hi> four.']],
            ['One <hi rend="italic">two. Three</hi> four.'],
        ),
    ],
)
def test_tags_that_the_program_parts_are_whole_again(
    content: tuple[object, ...], ends: list[list[str]], expected: list[str]
) -> None:
    """Two units made one by hand, with a tag across the boundary, as the file has it."""
    paragraph = element("p", *content)  # type: ignore[arg-type]
    fresh, number = read([paragraph, "Last."])
    assert len(fresh.units) == 4
    seg = element("seg", *content, type="unit", xml_id="u2", n="2")  # type: ignore[arg-type]
    joined = element("p", seg, xml_id="b2")
    old, _same = read([joined, "Last."], next=number)
    made = revised(old, fresh, next=number)
    assert [unit.source for unit in made.text.units][1:-1] == expected
    assert made.text.units[1].id == "u2"
