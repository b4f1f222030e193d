"""What a language sets in a block."""

import pytest

from hexapla.model.catalog import Place, State
from hexapla.model.parallel import Rendering
from hexapla.publish.tei.pieces import arranged, is_drawn, leads, paragraphs


def rendering(
    units: str, text: str = "x", *, state: State = State.TRANSLATED, place: Place | None = None
) -> Rendering:
    return Rendering(tuple(units.split("+")), text, state, "why" if state == State.OMITTED else "", place)


def order(units: str, *renderings: Rendering, text: str = "") -> list[tuple[str, ...]]:
    found = {unit: one for one in renderings for unit in one.units}
    lead = leads((text or units).split(), found)
    return [piece.units for piece in arranged(units.split(), lead, found)]


def test_each_unit_has_its_piece_and_joined_units_share_one() -> None:
    assert order("u1 u2 u3", rendering("u1"), rendering("u2+u3")) == [("u1",), ("u2", "u3")]
    assert order("u1 u2 u3", rendering("u1+u3"), rendering("u2")) == [("u1", "u3"), ("u2",)]


def test_a_rendering_stands_at_its_first_unit_in_reading_order() -> None:
    assert order("u1 u2", rendering("u2+u1")) == [("u1", "u2")]
    assert order("u2 u3", rendering("u1+u2"), rendering("u3"), text="u1 u2 u3") == [("u3",)]
    assert order("u1", rendering("u9+u1")) == [("u1",)]


def test_neighbouring_untranslated_units_are_one_gap() -> None:
    assert order("u1 u2 u3 u4", rendering("u1", ""), rendering("u3"), rendering("u4", " \n")) == [
        ("u1", "u2"),
        ("u3",),
        ("u4",),
    ]


def test_units_that_are_joined_but_not_translated_stand_each_for_itself() -> None:
    assert order("u2", rendering("u1+u2", ""), text="u1 u2") == [("u2",)]


def test_an_omission_is_no_gap_to_be_merged() -> None:
    omitted = rendering("u1", "", state=State.OMITTED)
    assert order("u1 u2", omitted) == [("u1",), ("u2",)]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("", "u3 u1 u2"),
        ("u1", "u1 u3 u2"),
        ("u2", "u1 u2 u3"),
        ("u3", "u1 u2 u3"),
        ("u9", "u1 u2 u3"),
        (None, "u1 u2 u3"),
    ],
)
def test_another_order(after: str | None, expected: str) -> None:
    moved = rendering("u3", place=Place(after=after))
    assert order("u1 u2 u3", rendering("u1"), rendering("u2"), moved) == [
        (unit,) for unit in expected.split()
    ]


def test_paragraphs_begin_where_the_language_begins_them() -> None:
    found = {
        "u1": rendering("u1", place=Place(paragraph=True)),
        "u2": rendering("u2", place=Place(paragraph=True)),
        "u3": rendering("u3", place=Place(paragraph=False)),
    }
    pieces = arranged(["u1", "u2", "u3"], leads(["u1", "u2", "u3"], found), found)
    assert [[piece.units[0] for piece in paragraph] for paragraph in paragraphs(pieces)] == [
        ["u1"],
        ["u2", "u3"],
    ]
    assert not is_drawn(pieces)
    assert is_drawn(pieces[2:])
    assert not is_drawn([])
