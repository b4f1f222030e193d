"""Paragraphs begun and joined, blocks made notes."""

import pytest

from hexapla.formats import tei
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.mend import AttachNote, ChangeKind, JoinBlocks, SplitBlock
from mend.mended import body, done, kinds, mend, offset, quay, sources


def test_a_paragraph_begins_and_is_joined_again() -> None:
    text = quay()
    made = done(text, SplitBlock("u5"))
    assert ("p", "u2 u4") in kinds(made.text) and ("p", "u5") in kinds(made.text)
    assert made.carried == () and sources(made.text) == sources(text)
    new = made.text.blocks[made.text.places["u5"][0]].id
    assert new == "b16"
    assert mend(made.text, JoinBlocks(new)) == text
    assert mend(made.text, JoinBlocks("u5")) == text


def test_an_item_a_quotation_a_verse_are_begun_too() -> None:
    text = mend(quay(), JoinBlocks("b8"))
    assert ("item", "u12 u13") in kinds(text)
    again = mend(text, SplitBlock("u13"))
    assert kinds(again) == kinds(quay())
    assert '<item n="4" xml:id="b7">' in body(again) and "<item xml:id=" in body(again)
    verse = mend(quay(), ChangeKind("b9", "verse"), JoinBlocks("u15"))
    assert ("verse", "u14a u15") in kinds(verse)
    assert ("verse", "u15") in kinds(mend(verse, SplitBlock("u15")))
    source = tei.serialize(quay()).decode()
    source = source.replace('<p xml:id="b6">', '<quote xml:id="b6">').replace(
        'u11">I ask.</seg></p>', 'u11">I ask.</seg></quote>'
    )
    quoted = mend(tei.parse(source.encode()), SplitBlock("u11"))
    assert ("quote", "u10") in kinds(quoted) and ("quote", "u11") in kinds(quoted)


def test_the_paragraph_of_a_group_takes_in_the_one_behind_the_group() -> None:
    text = quay()
    made = mend(text, JoinBlocks("b11"))
    assert ("quote", "u16 u17") in kinds(made)
    with pytest.raises(HexaplaError, match="does not follow one of its own kind"):
        done(text, JoinBlocks("b6"))
    with pytest.raises(HexaplaError, match="does not follow"):
        done(text, JoinBlocks("b1"))
    with pytest.raises(NotFound, match="no block “b99”"):
        done(text, JoinBlocks("b99"))
    with pytest.raises(NotFound, match="name one of them: b7, b8"):
        done(text, JoinBlocks("l1"))
    with pytest.raises(HexaplaError, match="A break"):
        done(mend(text, ChangeKind("b4", "break")), JoinBlocks("b4"))
    with pytest.raises(HexaplaError, match="begins a paragraph already"):
        done(text, SplitBlock("u2"))


def test_a_block_becomes_a_note_and_both_asterisks_go() -> None:
    text = quay()
    at = offset(text, "u4", "*")
    made = done(text, AttachNote("b4", "u4", at))
    assert sources(made.text)["u4"] == 'Nobody minds<note xml:id="n3"/> it.'
    assert sources(made.text)["u8"] == "They mind at night."
    assert made.minor == {"u4", "u8"}
    assert made.text.notes == {"n1": "1", "n3": "2", "n2": "3"}, "numbers stay in order"
    assert ("note", "u8") in kinds(made.text) and 'xml:id="b4"' not in body(made.text)


def test_a_note_at_the_end_has_the_next_number_and_nothing_is_renumbered() -> None:
    text = quay()
    made = mend(text, AttachNote("b15", "u20", 9))
    assert made.notes == {"n1": "1", "n2": "2", "n3": "3"}
    assert sources(made)["u20"] == 'Who pays?<note xml:id="n3"/>'


def test_a_raised_figure_is_the_mark_and_the_number() -> None:
    source = tei.serialize(quay()).decode()
    source = source.replace("She said so.", 'She said so.<hi rend="sup">7</hi>').replace(
        "The crew, 1931", "7 In 1931"
    )
    text = tei.parse(source.encode())
    made = mend(text, AttachNote("b15", "u17", 12))
    assert sources(made)["u17"] == 'She said so.<note xml:id="n3"/>'
    assert sources(made)["u21"] == "In 1931"
    assert made.notes["n3"] == "7"


def test_a_number_that_is_no_mark_stays() -> None:
    source = tei.serialize(quay()).decode().replace("The crew, 1931", "9 crews")
    made = mend(tei.parse(source.encode()), AttachNote("b15", "u17", 12))
    assert sources(made)["u21"] == "9 crews"


def test_what_held_only_the_note_goes_with_it() -> None:
    made = mend(quay(), AttachNote("b10", "u17", 0))
    assert 'xml:id="q1"' not in body(made) and 'xml:id="q2"' in body(made)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (AttachNote("b2", "u4", 1), "one of its own units"),
        (AttachNote("b2", "u3", 1), "one of its own units"),
        (AttachNote("b1", "u4", 1), "cannot become a note"),
        (AttachNote("b13", "u4", 1), "cannot become a note"),
        (AttachNote("u3", "u4", 1), "cannot become a note"),
        (AttachNote("b14", "u4", 1), "not be valid TEI"),
        (AttachNote("b4", "u6", 99), "no such place"),
        (AttachNote("b4", "u6", -1), "no such place"),
    ],
)
def test_what_cannot_be_a_note_is_refused(one: AttachNote, said: str) -> None:
    with pytest.raises(HexaplaError, match=said):
        done(quay(), one)
