"""Slugs and unit ids."""

import pytest

from hexapla.model.errors import BadName
from hexapla.model.names import UNIT, slug, slug_from


@pytest.mark.parametrize("name", ["a", "0", "prison-poem", "a--b", "x" * 63, "console"])
def test_a_good_slug_is_returned(name: str) -> None:
    assert slug(name) == name


@pytest.mark.parametrize("name", ["", "-a", "A", "a.b", "a/b", "a\n", "é", "x" * 64, "con", "lpt1"])
def test_a_bad_slug_is_refused(name: str) -> None:
    with pytest.raises(BadName, match="cannot name a text"):
        slug(name)


def test_the_name_is_quoted_as_it_was_typed() -> None:
    with pytest.raises(BadName, match="“Őszi éj”"):
        slug("Őszi éj")


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("The Commodity-Phantom", "the-commodity-phantom"),
        ("Őszi éj, 3. rész", "oszi-ej-3-resz"),
        ("Straße & Łódź", "strasse-lodz"),
        ("Ærø, Ðorðe, İstanbul", "aero-dorde-istanbul"),
        ("«…»", "text"),
        ("Про поета", "text"),
        ("CON", "con-1"),
        ("word " * 30, "word-" * 12 + "wor"),
        ("x" * 62 + " y", "x" * 62),
    ],
)
def test_a_slug_is_made_from_a_title(title: str, made: str) -> None:
    assert slug_from(title) == made


@pytest.mark.parametrize(
    ("name", "good"), [("u1", True), ("u12a", True), ("u0", False), ("u01", False), ("n1", False)]
)
def test_a_unit_id_is_u_and_a_number(name: str, good: bool) -> None:
    assert bool(UNIT.match(name)) is good
    assert not UNIT.match(name + "\n")
