"""From pieces to the structure that the author made."""

from dataclasses import replace

import pytest

from hexapla.formats.tei import blocks
from hexapla.ingest.structure import Built, Piece, build
from hexapla.model.text import Element, element

PROSE = "The nets were wet, and nobody in the harbour wanted to carry them up to the lofts again."


def piece(text: str, **said: object) -> Piece:
    return replace(Piece((text,)), **said)  # type: ignore[arg-type]


def built(*pieces: Piece | str) -> Built:
    held = [piece(one) if isinstance(one, str) else one for one in pieces]
    return build([replace(one, first=nth, last=nth) for nth, one in enumerate(held, 1)], "en")


def shape(tree: Element) -> str:
    """Write a tree in one line: ``body(head p div(head p))``."""
    inner = " ".join(shape(child) for child in tree.content if isinstance(child, Element))
    name = f"{tree.tag}{tree.get('n')}"
    return f"{name}({inner})" if inner else name


def shape_of(*pieces: Piece | str) -> str:
    return shape(built(*pieces).body)


# Heads


@pytest.mark.parametrize(
    "head",
    ["The Harbour", "Part one, 3 May 1931", "THE END OF IT.", "الميناء", "港口", "Chapter 3. Of nets"],
)
def test_heads(head: str) -> None:
    assert shape_of(PROSE, head, PROSE) == "body(p div(head p))"


@pytest.mark.parametrize(
    "line",
    [
        "The harbour.",
        "What now?",
        "We sell:",
        "We sell nets,",
        "of the harbour",
        "— Who is there",
        "Nets " * 30,
        "…",
        "7",
        "IV",
    ],
)
def test_what_is_no_head(line: str) -> None:
    assert shape_of(PROSE, line, PROSE) == "body(p p p)"


def test_a_head_needs_a_body_and_is_not_part_of_a_list() -> None:
    assert shape_of(PROSE, "Nets", "Oars", "Boats", "Ropes", PROSE) == "body(p p p p p p)"
    assert "head" not in shape_of(PROSE, "The crew of it")


def test_numbers_that_count_are_heads() -> None:
    assert shape_of("1", PROSE, "2.", PROSE) == "body(div(head p) div(head p))"


def test_letters_set_heads_apart() -> None:
    heads = [piece("What now?", size=1.4), piece("The harbour", rend="bold")]
    assert (
        shape_of(heads[0], PROSE, heads[1], PROSE, heads[1], PROSE) == "body(head p div(head p) div(head p))"
    )


def test_levels_by_size_by_number_and_by_the_file() -> None:
    def sized(text: str, size: float) -> Piece:
        return piece(text, size=size)

    assert (
        shape_of(sized("Apples", 1.5), PROSE, sized("Beans", 1.2), PROSE, sized("Cabbages", 1.5), PROSE)
        == "body(div(head p div(head p)) div(head p))"
    )
    assert (
        shape_of("Of Nets", "Part one", PROSE, "Part two", PROSE, "Of Oars", PROSE)
        == "body(div(head div(head p) div(head p)) div(head p))"
    )
    told = [
        piece("Apples", kind="head", level=1),
        piece("Beans", kind="head", level=3),
        piece("Cabbages", kind="head", level=2),
    ]
    assert (
        shape_of(told[0], PROSE, told[1], PROSE, told[2], PROSE, told[0], PROSE)
        == "body(div(head p div(head p) div(head p)) div(head p))"
    )


def test_where_the_file_names_its_heads_short_lines_are_none() -> None:
    assert (
        shape_of(piece("Apples", kind="head", level=1), PROSE, "The Harbour", PROSE)
        == "body(div(head p p p))"
    )


def test_a_label_and_the_line_below_it_are_one_head() -> None:
    label = piece("Letters:", short=True, free_after=False)
    made = built(PROSE, label, piece("A call to the crew!", short=True, free_before=False), PROSE)
    assert made.body.content[1].content[0] == element(
        "head", "Letters:", element("lb"), "A call to the crew!"
    )  # type: ignore[union-attr]


@pytest.mark.parametrize("line", ["*", "* * *", "⁂", "—", "-----"])
def test_breaks(line: str) -> None:
    assert built(PROSE, line, PROSE).body.content[1] == element("p", line, rend="break")


# Turns


def test_dashes_that_ask_and_answer_are_turns() -> None:
    made = built("Nets", "— Who is there?", "— The crew.", PROSE, "— And who else?", "— Nobody.")
    assert shape(made.body) == "body(div(head sp(p) sp(p p) sp(p) sp(p)))"
    assert [one.before for one in made.decisions if one.kind == "turn"] == ["—"] * 4


def test_dialogue_in_a_story_is_no_interview() -> None:
    assert "sp" not in shape_of(
        "Nets", PROSE, PROSE, PROSE, "— Who is there?", PROSE, "— The crew.", "— Come in."
    )


def test_names_that_come_again_are_speakers() -> None:
    made = built("A. B.: Who is there?", "C. D.: The crew.", "A. B.: And who else?", PROSE, "C. D.: Nobody.")
    assert shape(made.body) == "body(sp(speaker p) sp(speaker p) sp(speaker p p) sp(speaker p))"
    speaker = made.body.content[0].content[0]  # type: ignore[union-attr]
    assert speaker == element("speaker", "A. B.:")


def test_one_asks_twice_and_the_other_answers_once() -> None:
    assert shape_of("CLERK: Who is there?", "CREW: We are.", "CLERK: And who else?").count("speaker") == 3
    assert "speaker" not in shape_of("Note: Nets rot.", PROSE, "Note: Oars float.", "Also: Boats sink.")


def test_questions_in_bold_are_turns() -> None:
    asked = piece("And who carries them up to the lofts when the tide is out?", rend="bold")
    assert shape_of(asked, PROSE, asked, PROSE, PROSE, asked, PROSE).count("sp(") == 6


# Items


def test_numbers_that_count_are_items_wherever_they_begin() -> None:
    made = built(PROSE, "7. Nets rot.", "8. Oars float.", PROSE, "9. Boats sink.", PROSE)
    assert shape(made.body) == "body(p list(item7 item8(p p) item9) p)"
    assert [one.before for one in made.decisions if one.kind == "item"] == ["7.", "8.", "9."]


def test_two_numbers_and_years_are_no_list() -> None:
    assert shape_of("1. Nets rot.", "2. Oars float.", PROSE) == "body(p p p)"
    assert shape_of("1931 was wet.", "1932 was dry.", "1933 was wet.") == "body(p p p)"


# Quotations, verse, edges


def test_what_is_set_in_or_cited_is_a_quotation() -> None:
    assert shape_of(PROSE, piece(PROSE, inset=4), PROSE) == "body(p quote(p) p)"
    assert shape_of("The clerk writes:", PROSE, PROSE) == "body(p quote(p) p)"
    assert shape_of("There are two reasons:", PROSE, PROSE) == "body(p p p)"


def test_lines_that_end_on_purpose_are_verse() -> None:
    lines = Piece(
        (
            "The tide goes out,",
            element("lb"),
            "the tide comes in,",
            element("lb"),
            "and nobody",
        )
    )
    assert shape_of(PROSE, lines, PROSE) == "body(p lg(l l l) p)"


def test_slogans() -> None:
    first = piece("Nothing for the company!", short=True)
    more = piece("All nets to the crew!", short=True, free_before=False)
    assert shape_of(PROSE, first, more, more) == "body(p lg(l l l))"


def test_what_opens_and_closes_a_letter() -> None:
    made = shape_of("A Letter", "Harbour, 3 May 1931", "Dear crew,", PROSE, "Ada Lind", "Harbour, 4 May 1931")
    assert made == "body(div(head opener(dateline salute) p closer(signed dateline)))"


def test_a_letter_without_a_head_and_its_closing_words() -> None:
    made = shape_of("Harbour, 3 May 1931", "Dear crew,", PROSE, "With kind regards,", "Ada Lind")
    assert made == "body(opener(dateline salute) p closer(salute signed))"


def test_a_closer_stands_at_the_end_alone() -> None:
    signed, dated = piece("Ada Lind", kind="signed"), piece("Harbour, 3 May 1931", kind="dateline")
    head = piece("Of Nets", kind="head", level=1)
    assert shape_of(PROSE, signed, PROSE) == "body(p p p)"
    assert shape_of(PROSE, dated, head, PROSE) == "body(p p div(head p))"
    assert shape_of(dated, head, PROSE) == "body(p div(head p))"
    assert shape_of(head, PROSE, signed, dated) == "body(div(head p closer(signed dateline)))"


def test_an_epigraph_stands_between_head_and_text() -> None:
    assert (
        shape_of("Of Nets", piece("All is wet.", align="right"), piece("— Ada Lind", align="right"), PROSE)
        == "body(div(head epigraph(p p) p))"
    )


# Notes


def test_notes_go_to_their_marks() -> None:
    note = piece("Of hemp.", kind="note", number="*", page=0)
    made = built("The nets* were wet.", note)
    anchor = element("note", "Of hemp.", place="foot", n="*")
    assert made.body == element("body", element("p", "The nets", anchor, " were wet."))
    assert [(one.before, one.after) for one in made.decisions if one.kind == "note"] == [("*", ""), ("*", "")]


def test_a_note_without_its_mark_is_kept_and_told() -> None:
    made = built("The nets were wet.", piece("Of hemp.", kind="note", number="3", page=0))
    assert "Of hemp." in str(made.body)
    assert any("Nobody finds" in one.reason for one in made.decisions)


def test_endnotes_go_to_their_marks_section_by_section() -> None:
    made = built(
        "Of Nets",
        "The nets1 were wet.2",
        "Notes",
        "1 Of hemp.",
        "2 In May.",
        "Of Oars",
        "The oars1 float.",
        "Notes",
        "1 Of ash.",
    )
    assert shape(made.body) == "body(div(head p(note1 note2)) div(head p(note1)))"
    assert {part.get("place") for part in made.body.walk() if part.tag == "note"} == {"end"}


def test_every_block_has_its_lines() -> None:
    pieces = [
        "Of Nets",
        "— Who is there?",
        "— The crew.",
        "— And who else?",
        "— Nobody.",
        "7. Nets rot.",
        PROSE,
    ]
    made = built(*pieces, piece("Of hemp.", kind="note", number="3", page=0))
    assert len(made.places) == len(blocks.find(made.body))
    assert made.places[0] == (1, 1) and not any(part.get("lines") for part in made.body.walk())


def test_an_empty_text_has_a_body() -> None:
    assert shape_of() == "body(p)"
