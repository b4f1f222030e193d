"""Runs: lossless, and deaf to anything hostile."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.formats.tei import inline
from hexapla.formats.tei.runs import from_runs, to_runs
from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.text import Element
from tei_texts import CONTENT


def test_the_runs_of_every_kind_of_tag() -> None:
    form = (
        '<hi rend="italic">a</hi> <foreign xml:lang="fr">b</foreign><note xml:id="n1"/><lb/>'
        '<ref target="#u5">c</ref>'
        '<note place="foot" type="translator" xml:id="hu.tn1">d<emph>e</emph></note>'
    )
    runs = [
        {"open": "hi", "id": 1, "rend": "italic"},
        {"text": "a"},
        {"close": 1},
        {"text": " "},
        {"open": "foreign", "id": 2, "lang": "fr"},
        {"text": "b"},
        {"close": 2},
        {"note": "n1"},
        {"bound": "lb"},
        {"open": "ref", "id": 3, "target": "#u5", "bound": True},
        {"text": "c"},
        {"close": 3},
        {"tn": "hu.tn1", "runs": [{"text": "d"}, {"open": "emph", "id": 1}, {"text": "e"}, {"close": 1}]},
    ]
    assert to_runs(form) == runs
    assert from_runs(runs) == form


@settings(max_examples=150)
@given(CONTENT)
def test_nothing_is_lost(content: tuple[str | Element, ...]) -> None:
    form = inline.render(content)
    assert from_runs(to_runs(form)) == form


@pytest.mark.parametrize(
    "form",
    [
        '<note n="3" xml:id="n1"/>',
        '<note type="translator" xml:id="a">x</note>',
        "<note>typed</note>",
        "<ref/>",
        "<hi/>",
        '<note place="foot" type="translator" xml:id="a"/>',
        '<seg xml:id="u2"/>',
        '<list xml:id="l1"/>',
        "<gap><desc>x</desc></gap>",
        '<seg type="added">x</seg>',
        '<hi n="&quot;" xml:id="h1" xml:lang="la">x</hi>',
    ],
)
def test_unusual_forms_are_lossless_too(form: str) -> None:
    assert inline.normal(form) == form
    assert from_runs(to_runs(form)) == form


def test_an_ill_formed_text_is_one_run_as_typed() -> None:
    assert to_runs(" a < b <hi>") == [{"text": " a < b <hi>"}]
    assert from_runs(to_runs("a < b <hi>")) == "a &lt; b &lt;hi&gt;"


@pytest.mark.parametrize(
    "runs",
    [
        None,
        "text",
        {"text": "a"},
        [None],
        ["a"],
        [{}],
        [{"x": 1}],
        [{1: "a"}],
        [{"text": 1}],
        [{"text": None}],
        [{"text": "a", "onclick": "x"}],
        [{"text": "\x00"}],
        [{"text": "\ud800"}],
        [{"text": "\ufffe"}],
        [{"open": "hi", "id": 1}],
        [{"close": 1}],
        [{"open": "hi", "id": 1}, {"close": 2}],
        [{"open": "hi", "id": True}, {"close": True}],
        [{"open": "hi", "id": 1}, {"open": "emph", "id": 2}, {"close": 1}, {"close": 2}],
        [{"open": "hi", "id": 1}, {"open": "hi", "id": 1}, {"close": 1}, {"close": 1}],
        [{"open": "hi"}, {"close": 1}],
        [{"open": "hi", "id": "1"}, {"close": "1"}],
        [{"open": ["hi"], "id": 1}, {"close": 1}],
        [{"open": "script", "id": 1}, {"close": 1}],
        [{"open": "p", "id": 1}, {"close": 1}],
        [{"open": "hi", "id": 1, "onclick": "x"}, {"close": 1}],
        [{"open": "hi", "id": 1, "rend": 3}, {"close": 1}],
        [{"open": "hi", "id": 1, "xml:lang": "de"}, {"close": 1}],
        [{"open": "ref", "id": 1, "bound": 1}, {"close": 1}],
        [{"open": "hi", "id": 1, "bound": False}, {"close": 1}],
        [{"open": "hi", "id": 1, "note": "n1"}, {"close": 1}],
        [{"open": "seg", "id": 1, "type": "unit"}, {"text": "x"}, {"close": 1}],
        [{"note": 1}],
        [{"note": "a b"}],
        [{"note": ""}],
        [{"note": "n1", "n": "2"}],
        [{"note": "n1"}, {"note": "n1"}],
        [{"note": "n1"}, {"bound": "seg", "xml:id": "n1"}],
        [{"bound": "script"}],
        [{"bound": 1}],
        [{"bound": "lb", "x": "y"}],
        [{"bound": "list", "rend": "x"}],
        [{"tn": "a"}],
        [{"tn": "a", "runs": None}],
        [{"tn": 1, "runs": []}],
        [{"tn": "a", "runs": [{"tn": "b", "runs": []}]}],
        [{"tn": "a", "runs": [{"close": 1}]}],
        [{"open": "hi", "id": n} for n in range(30)] + [{"close": n} for n in reversed(range(30))],
    ],
)
def test_hostile_runs_are_refused_in_one_sentence(runs: object) -> None:
    with pytest.raises(BadFile) as error:
        from_runs(runs)
    assert str(error.value).startswith("The text of this unit was not understood: ")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "runs",
    [
        [{"text": "a" * 20_001}],
        [{"text": "a" * 15_000}, {"tn": "x", "runs": [{"text": "a" * 6_000}]}],
        [{"open": "hi", "id": 1, "rend": "a" * 20_001}, {"close": 1}],
        [{"text": ""}] * 4_001,
    ],
)
def test_runs_beyond_all_measure(runs: object) -> None:
    with pytest.raises(TooLarge):
        from_runs(runs)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(0, 3)
    | st.text("hin1\x00<&", max_size=3)
    | st.sampled_from(["hi", "lb", "n1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "open", "close", "id", "note", "tn", "runs", "bound", "rend", "lang"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=200)
@given(st.lists(JSON, max_size=4))
def test_whatever_comes_is_a_form_or_refused(runs: list[object]) -> None:
    try:
        form = from_runs(runs)
    except BadFile:
        return
    assert inline.is_well_formed(form)
    assert inline.normal(form) == form
