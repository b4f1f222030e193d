"""Texts of a catalog as content: nothing is markup, line breaks stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.formats.tei import inline
from hexapla.ingest.catalog import literal


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("a\nb", "a<lb/>b"),
        ("a \r\n\t b\n\n\nc\n", "a<lb/>b<lb/><lb/><lb/>c"),
        (" \n ", ""),
        ("\u00a0a\u3000", "\u00a0a\u3000"),
        ("a\u2028b", "a\u2028b"),
    ],
)
def test_forms(text: str, form: str) -> None:
    assert literal.form(text) == form


@given(st.text(st.sampled_from(" \t\n\r<>&;ab\u00a0")))
def test_law_a_form_is_well_formed_and_settled(text: str) -> None:
    form = literal.form(text)
    assert inline.is_well_formed(form)
    assert inline.normal(form) == form
    assert form.count("<lb/>") == len(literal.lines(text)) - 1
