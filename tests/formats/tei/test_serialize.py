"""Writing TEI: canonical, lossless, and byte for byte where nothing was touched."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from hexapla.formats import tei
from hexapla.model.errors import BadFile
from hexapla.model.text import Element, Text, element
from tei_texts import SAMPLE, sample, texts


@settings(max_examples=80)
@given(texts())
def test_reading_is_the_inverse_of_writing(text: Text) -> None:
    written = tei.serialize(text)
    again = tei.parse(written)
    assert again == text
    assert again.blocks == text.blocks
    assert tei.serialize(again) == written


@settings(max_examples=40)
@given(texts())
def test_no_letter_is_lost(text: Text) -> None:
    def letters(element: Element) -> str:
        return "".join(part if isinstance(part, str) else letters(part) for part in element.content)

    # white space apart, which parsing may only have collapsed
    assert letters(tei.parse(tei.serialize(text)).body).split() == letters(text.body).split()


def test_the_canonical_form() -> None:
    assert tei.serialize(tei.parse(SAMPLE.encode())) == SAMPLE.encode()


def test_an_untouched_text_gives_its_file_back() -> None:
    source = ("<!-- mine -->" + SAMPLE.split("\n", 1)[1].replace("\n", "\r\n").replace("  ", "\t")).encode(
        "utf-16"
    )
    assert tei.serialize(tei.parse(source), source) == source


def test_a_changed_text_keeps_what_stood_around_it() -> None:
    prolog = '<?xml-model href="my.rng"?><!-- about -->'
    source = prolog + SAMPLE.split("\n", 1)[1].replace('xml:lang="en">', 'xml:lang="en" n="7">', 1)
    source = source.replace(
        " <text ", ' <standOff><listPerson><person xml:id="x"/></listPerson></standOff><text '
    )
    text = tei.parse(source.encode())
    written = tei.serialize(replace(text, title="The Quay"), source.encode() + b"<!-- end -->").decode()
    assert written.startswith(
        '<?xml version="1.0" encoding="UTF-8"?>\n<?xml-model href="my.rng"?>\n<!-- about -->\n<TEI'
    )
    assert written.endswith("</TEI>\n<!-- end -->\n")
    assert 'n="7"' in written
    assert '<person xml:id="x"/>' in written
    assert tei.parse(written.encode()) == replace(
        text, header=tei.header.with_title(text.header, "The Quay"), title="The Quay"
    )


def test_another_identity_and_language() -> None:
    text = replace(sample(), id="quay", lang="de")
    again = tei.parse(tei.serialize(text))
    assert (again.id, again.lang) == ("quay", "de")


def test_a_previous_file_that_is_broken_is_an_error() -> None:
    with pytest.raises(BadFile):
        tei.serialize(sample(), b"<TEI")


def test_nothing_is_indented_in_a_line_and_units_stand_on_lines_of_their_own() -> None:
    assert "</seg>\n<seg" in tei.serialize(sample()).decode()
    unspaced = replace(sample(), lang="zh", body=sample().body.with_attributes(xml_lang="zh"))
    assert "</seg>\n<seg" not in tei.serialize(tei.parse(tei.serialize(unspaced))).decode()


def test_characters_that_xml_refuses_are_left_out() -> None:
    body = element("text", element("body", element("p", "a\x00\ufffeb", n="\x0bc")))
    written = tei.serialize(replace(sample(), body=body))
    assert b'<p n="c">ab</p>' in written


def test_preserved_white_space_is_kept() -> None:
    source = SAMPLE.replace("<bibl>A leaflet, ", '<bibl xml:space="preserve"> A\n\n  leaflet, ').encode()
    text = tei.parse(source)
    assert b"> A\n\n  leaflet, <date" in tei.serialize(text)
    assert tei.parse(tei.serialize(text)) == text
