"""A term in the form of another: right, or nothing."""

import pytest

from hexapla.terms.inflect import like


@pytest.mark.parametrize(
    ("lang", "form", "old", "new", "wanted"),
    [
        ("hu", "maradéknak", "maradék", "maradvány", "maradványnak"),
        ("hu", "maradékokat", "maradék", "maradvány", "maradványokat"),
        ("hu", "maradékról", "maradék", "bemerülés", "bemerülésről"),
        ("hu", "maradékban", "maradék", "szöveg", "szövegben"),
        ("tr", "okullarda", "okul", "ev", "evlerde"),
        ("hu", "szemmel", "szem", "toll", ""),
        ("de", "Restes", "Rest", "Rückstand", "Rückstandes"),
        ("en", "Remainders", "remainder", "residue", "Residues"),
        ("fr", "résidus", "résidu", "reste", "restes"),
        ("en", "cargo", "cargo", "freight", "freight"),
        ("en", "second-hand originals", "second-hand original", "used original", "used originals"),
        ("en", "wage labours", "wage labour", "wage work", "wage works"),
    ],
)
def test_like(lang: str, form: str, old: str, new: str, wanted: str) -> None:
    assert like(form, old, new, lang) == wanted
