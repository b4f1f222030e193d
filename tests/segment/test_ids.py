"""Ids: free ones, and numbers that only grow."""

from hexapla.model.names import unit_number
from hexapla.model.text import element
from hexapla.segment.ids import Ids
from tei_texts import sample


def test_names_are_free_and_given_once() -> None:
    ids = Ids(sample(), 1)
    named = [ids.named(element("p"), "b").get("xml:id") for _n in range(3)]
    assert named == ["b4", "b5", "b6"]
    assert ids.named(element("note"), "n").get("xml:id") == "n3"


def test_an_id_that_is_there_stays() -> None:
    assert Ids(sample(), 1).named(element("p", xml_id="mine"), "b").get("xml:id") == "mine"


def test_numbers_begin_after_the_highest() -> None:
    ids = Ids(sample(), 5)
    assert ids.next == 31
    numbered = ids.numbered(
        (element("seg", "a", type="unit"), " ", element("seg", "b"), element("seg", "c", type="unit"))
    )
    assert [part.get("xml:id") for part in numbered if not isinstance(part, str)] == ["u31", "", "u32"]
    assert ids.next == 33


def test_a_higher_number_that_is_asked_for_counts() -> None:
    assert Ids(sample(), 400).next == 400


def test_the_number_in_the_id_of_a_unit() -> None:
    assert [unit_number(name) for name in ("u12", "u12ab")] == [12, 12]
    assert not any(unit_number(name) for name in ("u", "x12", "b3", "u012", ""))
