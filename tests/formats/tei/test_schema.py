"""The schema that ships."""

from importlib.resources import files

import pytest
from hypothesis import given, settings

from formats.tei import prune
from hexapla.formats import tei
from hexapla.formats.tei import elements, inline, structure
from hexapla.model.errors import BadFile
from hexapla.model.text import Text
from tei_texts import SAMPLE, sample, tei_all, texts


def test_the_shipped_schema_is_pruned_from_tei_all() -> None:
    shipped = files("hexapla.formats.tei").joinpath("hexapla.rng").read_bytes()
    assert prune.prune(tei_all()) == shipped
    assert b"TEI Consortium" in shipped


def test_structure_is_what_tei_all_says() -> None:
    assert sorted(structure.STRUCTURE) == prune.elements_without_text(tei_all())


def test_the_sample_is_valid() -> None:
    assert tei.schema.validate(SAMPLE.encode()) == ()
    assert tei.schema.validate(tei.serialize(sample())) == ()


@settings(max_examples=30)
@given(texts())
def test_generated_texts_are_valid(text: Text) -> None:
    units = {unit.id: unit.source for unit in text.units}
    assert all(tei.schema.accepts(map(inline.content_of, units.values())))


def test_what_is_wrong_is_said_with_its_line() -> None:
    (line, sentence), *_rest = tei.schema.validate(
        SAMPLE.replace("<speaker>", "<speeker>").replace("</speaker>", "</speeker>").encode()
    )
    assert line > 40
    assert "speeker" in sentence or "sp" in sentence
    with pytest.raises(BadFile):
        tei.schema.validate(b"<TEI")


def test_units_are_accepted_one_by_one() -> None:
    forms = [
        "plain",
        '<hi rend="two words">x</hi>',
        '<foreign xml:lang="q q">x</foreign>',
        '<gap reason="lost"/>',
        "<lb>x</lb>",
        '<note xml:id="n1"/><note place="foot" type="translator" xml:id="hu.tn1">x</note>',
        '<ref target="#u1">x</ref>',
    ]
    assert tei.schema.accepts(map(inline.content_of, forms)) == (True, True, False, True, False, True, True)
    assert tei.schema.accepts([]) == ()


@pytest.mark.parametrize("tag", sorted(elements.INLINE - {"desc", "figure", "choice", "cit", "graphic"}))
def test_every_inline_element_may_stand_in_a_unit(tag: str) -> None:
    attributes = {"ptr": ' target="#u1"', "ref": ' target="#u1"'}.get(tag, "")
    assert tei.schema.accepts([inline.parse(f"<{tag}{attributes}/>")]) == (True,)
