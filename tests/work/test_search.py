"""The language of searches, and what it finds in an edition."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions import ANNA, VERA, make, opened, translate
from hexapla.model.catalog import State
from hexapla.model.errors import HexaplaError
from hexapla.model.person import Person
from hexapla.model.search import Has, Side
from hexapla.work import assignments, remarks
from hexapla.work.edition import Edition
from hexapla.work.search import FILTERS, asked, find


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    with opened(make(tmp_path / "edition")) as edition:
        translate(edition, "u2", "Die Mühle steht, wo der Fluss sich biegt.")
        translate(edition, "u3", "Seit 60 Jahren mahlt hier niemand.", person=VERA, state=State.REVIEWED)
        yield edition


def units(edition: Edition, line: str) -> list[str]:
    return [f"{hit.lang} {hit.units[0]}" for hit in find(edition, ANNA, line).hits]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("muhle", ["de u2"]),
        ('"der fluss"', ["de u2"]),
        ("“der Fluss”", ["de u2"]),
        ("„der Fluss“", ["de u2"]),
        ("target:fluss", ["de u2"]),
        ("source:fluss", []),
        ("lang:de spring -mühle", ["de u5"]),
        ("by:Vera", ["de u3"]),
        ("by:me state:translated", ["de u2"]),
        ("state:reviewed,translated lang:de", ["de u2", "de u3"]),
        ("target:/\\d{2}/", ["de u3"]),
        ("lang:de state:translated -/Fluss/", []),
        ("changed:2020..2021", []),
        ("changed:2020-01.. text:mill", ["de u2", "de u3"]),
        ("changed:..2020-01-31", []),
    ],
)
def test_lines_and_what_they_find(edition: Edition, line: str, expected: list[str]) -> None:
    assert units(edition, line) == expected


def test_people_comments_and_assignments(edition: Edition) -> None:
    remarks.comment(edition, ANNA, "mill", "hu", "u4", "Which wheel?", question="author")
    assert units(edition, "has:comment") == ["hu u4"]
    assert units(edition, "has:question,comment wheel") == ["hu u4"]
    assignments.assign(edition, ANNA, "vera", "mill", "hu", first="u4", last="u5")
    assert units(edition, "assigned:Vera") == ["hu u4", "hu u5"]
    assert units(edition, "assigned:me") == []


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("sate:translated", r"no filter “sate:”; there are state:"),
        ("state:done", "“done” is none of untranslated"),
        ("has:milk", "“milk” is none of comment"),
        ("by:Nobody", "Nobody is known here"),
        ("text:nothing", "no text “nothing”"),
        ("changed:yesterday", "no date"),
        ("changed:2026-13-45..", "no date"),
        ("changed:2026-02-30", "no date"),
        ("/(/", "no pattern"),
        ("/(?=a)/", "no pattern"),
        ('"half', "not closed"),
        ("…", "no letter or digit"),
        ("-state:translated", "minus goes before words"),
        ("term:c1", "no concept “c1”"),
    ],
)
def test_what_cannot_be_asked_says_so(edition: Edition, line: str, sentence: str) -> None:
    with pytest.raises(HexaplaError, match=sentence):
        find(edition, ANNA, line)


def test_pages_go_on_where_they_stopped(edition: Edition) -> None:
    every = find(edition, ANNA, "the").hits
    assert len(every) > 6
    found, after = [], ""
    while True:
        page = find(edition, ANNA, "the", after=after, limit=3)
        found += page.hits
        after = page.after
        if not after:
            break
    assert tuple(found) == every
    for bad in ("mill", "mill:de:x", "mill:de:" + "9" * 20):
        with pytest.raises(HexaplaError, match="no place"):
            find(edition, ANNA, "the", after=bad)


def test_a_pattern_that_costs_others_a_minute_costs_nothing(edition: Edition) -> None:
    translate(edition, "u4", "a" * 50_000 + "!")
    assert units(edition, "/(a+)+$/ lang:de") == []


def test_only_who_has_a_part_in_the_edition_searches(edition: Edition) -> None:
    with pytest.raises(HexaplaError, match="no part in this edition"):
        find(edition, Person("eve", "Eve"), "mill")


def test_every_filter_is_known_and_read(edition: Edition) -> None:
    values = {"state": "approved", "has": "comment", "changed": "2026", "lang": "hu"}
    for name in FILTERS:
        assert asked(f"{name}:{values.get(name, 'x')}") != asked("")
    query = asked('source:a has:comment,waiver state:approved "b c"').query
    assert query.has == {Has.COMMENT, Has.WAIVER}
    assert [(one.pieces, one.side, one.begins) for one in query.words] == [
        (("a",), Side.SOURCE, True),
        (("b", "c"), Side.ANY, False),
    ]


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from('ab:-"/ \\(“”state1'), max_size=20))
def test_any_line_is_read_or_refused_in_a_sentence(line: str) -> None:
    try:
        asked(line)
    except HexaplaError as error:
        assert str(error)
