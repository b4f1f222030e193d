"""Headers."""

from dataclasses import replace

import pytest

from hexapla.formats import tei
from hexapla.formats.tei import header
from hexapla.model.text import Element, element
from tei_texts import sample


def valid(made: Element) -> bool:
    return (
        tei.schema.validate(tei.serialize(replace(sample(), header=made, title=header.title_of(made)))) == ()
    )


@pytest.mark.parametrize(
    "made",
    [
        header.make("", "en"),
        header.make(
            "T & <T>",
            "zh-Hant",
            authors=["A", "B"],
            publisher="P",
            date="1968-02-30 or so",
            languages=["hu", "de"],
        ),
        header.make(
            "T",
            "en-x-foo",
            licence="https://creativecommons.org/licenses/by/4.0/",
            date="2026-11",
            series="S",
            translators=[("hu", "X"), ("uk", "Y"), ("hu", "Z")],
            titles=[("hu", "C")],
        ),
        header.make(
            "T", "en", licence="All rights reserved", original=element("sourceDesc", element("p", "x"))
        ),
    ],
)
def test_a_new_header_is_valid(made: Element) -> None:
    assert valid(made)


def test_translators_of_a_language_share_a_statement() -> None:
    made = header.make("T", "en", translators=[("hu", "X"), ("uk", "Y"), ("hu", "Z")])
    statements = [part for part in made.walk() if part.tag == "respStmt"]
    assert [part.get("xml:id") for part in statements] == ["translator.hu", "translator.uk"]
    assert [child.content for child in statements[0].content if isinstance(child, Element)] == [
        ("translator",),
        ("X",),
        ("Z",),
    ]


def test_only_a_date_of_the_calendar_is_machine_readable() -> None:
    assert header.dated("1968-05") == [element("date", "1968-05", when="1968-05")]
    assert header.dated("May 1968") == [element("date", "May 1968")]
    assert header.dated("") == []


def test_the_title_is_plain_text_and_can_be_changed() -> None:
    made = header.make("T", "en")
    assert header.title_of(header.with_title(made, "New & <old>")) == "New & <old>"
    marked = element(
        "teiHeader", element("titleStmt", element("title", "On ", element("hi", "x"), element("note", "n")))
    )
    assert header.title_of(marked) == "On x"
    assert header.title_of(element("teiHeader")) == ""
    assert header.with_title(element("teiHeader"), "x") == element("teiHeader")
