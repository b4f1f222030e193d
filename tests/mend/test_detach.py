"""A note made a paragraph again: behind its block, with its units and their ids."""

import pytest

from hexapla.formats import tei
from hexapla.formats.tei import schema
from hexapla.mend import apply
from hexapla.model.errors import HexaplaError
from hexapla.model.mend import AttachNote, DetachNote
from hexapla.model.text import Text
from mend.mended import quay


def kinds(text: Text) -> list[tuple[str, tuple[str, ...]]]:
    return [(block.kind, tuple(unit.id for unit in block.units)) for block in text.blocks]


def test_a_note_is_a_paragraph_behind_its_block() -> None:
    text = quay()
    made = apply(text, DetachNote("n1"), next=30)
    assert kinds(made.text)[1:4] == [("p", ("u2", "u4", "u5")), ("p", ("u3",)), ("p", ("u6",))]
    assert "n1" not in made.text.notes
    assert "note" not in made.text.places["u2"][1].source
    assert made.minor == {"u2"}
    assert not schema.validate(tei.serialize(made.text))


def test_what_was_attached_comes_back_as_it_was() -> None:
    text = quay()
    attached = apply(text, AttachNote("b4", "u6", 8), next=30).text
    note = next(block for block in attached.blocks if [unit.id for unit in block.units] == ["u8"])
    assert note.kind == "note"
    back = apply(attached, DetachNote(note.id), next=30).text
    assert kinds(back) == kinds(text)


def test_a_block_that_is_no_note_is_refused() -> None:
    with pytest.raises(HexaplaError, match="is no note"):
        apply(quay(), DetachNote("b2"), next=30)
