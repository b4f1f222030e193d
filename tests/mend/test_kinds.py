"""Other kinds for blocks: in and out again, divisions opened and dissolved, units divided as the kind asks."""

import pytest

from hexapla.model.errors import HexaplaError
from hexapla.model.mend import BECOMES, ChangeKind
from hexapla.model.text import Text
from mend.mended import body, done, kinds, mend, quay, sources


def outline(text: Text) -> list[tuple[int, str]]:
    """Return the heads with their levels, as divisions count them."""
    return [(block.level - 1, block.units[0].id) for block in text.blocks if block.kind == "head"]


@pytest.mark.parametrize("kind", ["quote", "epigraph", "item", "turn", "verse", "break"])
def test_a_paragraph_becomes_something_and_a_paragraph_again(kind: str) -> None:
    text = quay()
    block = "b2" if kind == "epigraph" else "b11"
    made = mend(text, ChangeKind(block, kind))
    assert made != text
    again = mend(made, ChangeKind("u2" if kind == "epigraph" else "u17", "p"))
    assert kinds(again) == kinds(text) and sources(again) == sources(text)


def test_quotations_lists_and_single_lines_join_their_neighbours() -> None:
    text = quay()
    made = mend(text, ChangeKind("b11", "quote"))
    assert body(made).count("<quote") == 1 and ("quote", "u17") in kinds(made)
    assert mend(made, ChangeKind("b11", "p")) != made
    listed = mend(text, ChangeKind("b6", "item"))
    assert body(listed).count("<list") == 1
    assert next(row for row in kinds(listed) if row[0] == "item") == ("item", "u10 u11")
    line = mend(text, ChangeKind("b9", "verse"), ChangeKind("b10", "verse"))
    assert body(line).count("<lg") == 1 and body(line).count("<l ") == 4


def test_an_item_lifted_out_parts_its_list_and_keeps_its_number() -> None:
    text = mend(quay(), ChangeKind("b6", "item"))
    made = mend(text, ChangeKind("b7", "p"))
    assert body(made).count("<list") == 2 and '<p n="4" xml:id="b7">' in body(made)
    assert mend(made, ChangeKind("b7", "item")) == text


def test_verse_has_a_line_for_each_line_and_a_unit_for_each_line() -> None:
    made = done(quay(), ChangeKind("b9", "verse"))
    assert [row for row in kinds(made.text) if row[0] == "verse"] == [
        ("verse", "u14"),
        ("verse", "u14a"),
        ("verse", "u15"),
    ]
    assert sources(made.text)["u15"] == "A bell is rung."
    (one,) = made.carried
    assert (one.before, one.after) == (("u14", "u15"), ("u14", "u14a", "u15"))
    assert one.parts == ("The wind lies down,", "the gull goes by.", "A bell is rung.")


def test_a_turn_has_its_speaker_if_one_is_named() -> None:
    text = quay()
    made = done(text, ChangeKind("b6", "turn"))
    rows = kinds(made.text)
    assert rows[rows.index(("speaker", "u10")) + 1] == ("turn", "u10a u11")
    assert (sources(made.text)["u10"], sources(made.text)["u10a"]) == ("Old Ada:", "Is it paid?")
    assert made.carried[0].after == ("u10", "u10a")
    back = mend(made.text, ChangeKind("u10a", "p"))
    assert ("p", "u10 u10a u11") in kinds(back)
    again = mend(back, ChangeKind("b6", "turn"))
    assert kinds(again) == rows
    nobody = mend(text, ChangeKind("b3", "turn"))
    assert ("turn", "u6") in kinds(nobody) and body(nobody).count("<speaker") == 1


def test_a_turn_that_is_none_takes_its_speaker_in() -> None:
    made = done(quay(), ChangeKind("b14", "p"))
    assert ("p", "u19 u20") in kinds(made.text) and made.carried == ()


def test_a_head_opens_a_division_and_dissolves_it() -> None:
    text = quay()
    for level, heads in (
        (1, [(1, "u1"), (1, "u6"), (2, "u9")]),
        (2, [(1, "u1"), (2, "u6"), (2, "u9")]),
    ):
        made = mend(text, ChangeKind("b3", "head", level))
        assert outline(made) == heads
        assert mend(made, ChangeKind("b3", "p")) == text
    deep = mend(text, ChangeKind("b11", "head", 3))
    assert outline(deep) == [(1, "u1"), (2, "u9"), (3, "u17")]
    assert deep.blocks[deep.places["u18"][0]].heads == ("The Quay", "What is owed", "She said so.")
    assert mend(deep, ChangeKind("b11", "p")) == text
    assert outline(mend(text, ChangeKind("b11", "head"))) == [(1, "u1"), (2, "u9"), (2, "u17")]
    assert outline(mend(text, ChangeKind("b3", "head"))) == [(1, "u1"), (2, "u6"), (2, "u9")]


def test_a_head_of_another_level_and_one_that_was_there() -> None:
    text = quay()
    made = mend(text, ChangeKind("b5", "head", 1))
    assert outline(made) == [(1, "u1"), (1, "u9")]
    assert mend(made, ChangeKind("b5", "head", 2)).blocks == text.blocks
    gone = mend(text, ChangeKind("b5", "p"))
    assert outline(gone) == [(1, "u1")] and ("p", "u9") in kinds(gone)
    assert mend(gone, ChangeKind("b5", "head", 2)).blocks == text.blocks


def test_a_head_is_one_unit_and_a_paragraph_sentences() -> None:
    text = quay()
    made = done(text, ChangeKind("b6", "head", 3))
    assert sources(made.text)["u10"] == "Old Ada: Is it paid? I ask." and "u11" not in sources(made.text)
    assert (made.carried[0].before, made.carried[0].after) == (("u10", "u11"), ("u10",))
    back = done(made.text, ChangeKind("b6", "p"), taken={"u11"})
    assert (sources(back.text)["u10"], sources(back.text)["u10a"]) == ("Old Ada: Is it paid?", "I ask.")
    whole = done(made.text, ChangeKind("b6", "p"), unit="paragraph")
    assert "u10a" not in sources(whole.text) and whole.carried == ()


def test_abbreviations_of_the_edition_end_no_sentence() -> None:
    made = mend(quay(), ChangeKind("b6", "head", 3), ChangeKind("b6", "p"))
    assert "u10a" in sources(made)
    text = mend(quay(), ChangeKind("b15", "signed"))
    assert sources(mend(text, ChangeKind("b15", "p"), abbreviations={"St."}))["u21"] == "The crew, 1931"


def test_signatures_and_datelines_stand_at_the_ends() -> None:
    text = quay()
    for kind in ("signed", "dateline", "salute"):
        made = mend(text, ChangeKind("b15", kind))
        assert "<closer" in body(made) and (kind, "u21") in kinds(made)
        assert mend(made, ChangeKind("b15", "p")) == text
        first = mend(text, ChangeKind("b2", kind))
        assert "<opener" in body(first)
        with pytest.raises(HexaplaError, match="at the beginning or at the end"):
            done(text, ChangeKind("b3", kind))
    two = mend(text, ChangeKind("b15", "signed"), ChangeKind("b14", "p"))
    assert ("signed", "u21") in kinds(two)
    assert ("postscript", "u21") in kinds(mend(text, ChangeKind("b15", "postscript")))
    assert ("trailer", "u21") in kinds(mend(text, ChangeKind("b15", "trailer")))


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (ChangeKind("b2", "table"), "not “table”"),
        (ChangeKind("b13", "p"), "keeps its kind"),
        (ChangeKind("u3", "p"), "keeps its kind"),
        (ChangeKind("b2", "head", 5), "No head of level 5"),
        (ChangeKind("b3", "epigraph"), "not be valid TEI"),
    ],
)
def test_what_cannot_be_is_refused(one: ChangeKind, said: str) -> None:
    with pytest.raises(HexaplaError, match=said):
        done(quay(), one)


def test_a_block_that_is_so_already_does_not_change() -> None:
    text = quay()
    for block in text.blocks:
        if block.kind in BECOMES:
            assert done(text, ChangeKind(block.id or block.units[0].id, block.kind)).text is text
