"""The grid's modules one by one, in a real browser: runs, cutting, bound tags, differences, keys."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from browser.harness.server import Harness, serve

pytestmark = pytest.mark.browser
Runs = list[dict[str, Any]]
Call = Callable[..., Any]

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
ALONE: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [
        {"note": "n1"},
        {"bound": "lb"},
        {"bound": "gap", "reason": "lost"},
        {"tn": "de.tn1", "runs": [{"text": "!"}]},
    ]
)


@st.composite
def texts(draw: st.DrawFn) -> Runs:
    """Runs as the route sends them: no two texts side by side, tags well nested with ids of their own."""
    made: Runs = []
    open_ids: list[int] = []
    for n in range(draw(st.integers(0, 10))):
        kind = draw(st.sampled_from(["text", "open", "close", "alone"]))
        if kind == "text" and not (made and "text" in made[-1]):
            made.append({"text": draw(WORDS)})
        elif kind == "open":
            made.append(
                {"open": draw(st.sampled_from(["hi", "emph", "foreign", "q"])), "id": n + 1, "rend": "italic"}
            )
            open_ids.append(n + 1)
        elif kind == "close" and open_ids:
            made.append({"close": open_ids.pop()})
        elif kind == "alone":
            made.append(draw(ALONE))
    return made + [{"close": id_} for id_ in reversed(open_ids)]


@pytest.fixture(scope="module")
def call(chromium: Browser) -> Any:
    """Call a function of a module in the browser: ``call("runs.js", "normal", runs)``."""
    with serve(Harness()) as harness:
        context = chromium.new_context()
        page = context.new_page()
        page.goto(harness.url + "hexapla/client/x/words.js")

        def called(module: str, expression: str, *given: Any) -> Any:
            load = f"const m = await import('/hexapla/client/x/{module}');"
            script = f"async (given) => {{ {load} return ({expression})(...given); }}"
            return page.evaluate(script, list(given))

        yield called
        context.close()


SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
THERE_AND_BACK = """(runs) => {
  const field = document.createElement("div");
  field.append(m.toDom(runs, () => ({ text: "chip", title: "a chip" })));
  return m.fromDom(field);
}"""


@SLOW
@given(runs=texts())
def test_runs_come_back_from_the_page_as_they_went(call: Call, runs: Runs) -> None:
    assert call("runs.js", THERE_AND_BACK, runs) == runs


def test_what_a_browser_adds_counts_for_its_text_only(call: Call) -> None:
    script = """() => {
      const field = document.createElement("div");
      const run = JSON.stringify({ open: "emph", id: 1 });
      field.innerHTML = `a<span style="color:red">b</span><br><em>c</em><em>d</em>`;
      for (const em of field.querySelectorAll("em")) em.dataset.run = run;
      return m.fromDom(field);
    }"""
    assert call("runs.js", script) == [
        {"text": "ab"},
        {"open": "emph", "id": 1},
        {"text": "c"},
        {"close": 1},
        {"open": "emph", "id": 2},
        {"text": "d"},
        {"close": 2},
    ]


def test_tags_that_do_not_fit_lose_no_text(call: Call) -> None:
    runs = [{"close": 7}, {"text": "a"}, {"open": "hi", "id": 1}, {"text": "b"}]
    assert [run["text"] for run in call("runs.js", THERE_AND_BACK, runs) if "text" in run] == ["a", "b"]


def test_texts_are_compared_as_the_desk_keeps_them(call: Call) -> None:
    one = [{"text": " a \t b"}, {"open": "hi", "id": 1, "rend": "bold"}, {"close": 1}, {"text": "c "}]
    other = [
        {"text": "a "},
        {"text": "b"},
        {"rend": "bold", "id": 1, "open": "hi"},
        {"close": 1},
        {"text": "c"},
    ]
    assert call("runs.js", "(a, b) => m.same(a, b)", one, other)
    assert not call("runs.js", "(a, b) => m.same(a, b)", [{"text": "a\u00a0b"}], [{"text": "a b"}])
    assert call("runs.js", "m.isEmpty", [{"text": " "}, {"open": "hi", "id": 1}, {"close": 1}])
    assert not call("runs.js", "m.isEmpty", [{"note": "n1"}])


@SLOW
@given(runs=texts(), spot=st.integers(0, 30), size=st.integers(0, 6))
def test_cutting_and_setting_back_changes_no_place(call: Call, runs: Runs, spot: int, size: int) -> None:
    flat = _places(runs)
    cut = call("splice.js", "(r, a, b) => m.slice(r, a, b)", runs, spot, spot + size)
    assert _places(cut) == flat[spot : spot + size]
    without = call("splice.js", "(r, a, b) => m.splice(r, a, b, [])", runs, spot, spot + size)
    assert _places(without) == flat[:spot] + flat[spot + size :]
    tags = [run for run in runs if "open" in run or "close" in run]
    assert [run for run in without if "open" in run or "close" in run] == tags
    put = call("splice.js", "(r, a) => m.splice(r, a, a, [{text: '+'}, {note: 'n9'}])", runs, spot)
    assert _places(put) == [*flat[:spot], "+", '{"note": "n9"}', *flat[spot:]]


def _places(runs: Runs) -> list[str]:
    """A text place by place: UTF-16 units as the browser counts them, and runs that stand alone."""
    made: list[str] = []
    for run in runs:
        if "text" in run:
            units = run["text"].encode("utf-16-le", "surrogatepass")
            made += [
                units[at : at + 2].decode("utf-16-le", "surrogatepass") for at in range(0, len(units), 2)
            ]
        elif "open" not in run and "close" not in run:
            made.append(json.dumps(run))
    return made


def test_missing_tags_are_counted(call: Call) -> None:
    bound = [
        {"note": "n1", "label": "1"},
        {"bound": "lb", "label": "lb"},
        {"bound": "lb", "label": "lb"},
        {"bound": "ref", "label": "#u5"},
    ]
    there = [
        {"bound": "lb"},
        {"open": "ref", "id": 1, "target": "#u5", "bound": True},
        {"text": "x"},
        {"close": 1},
    ]
    assert call("marks.js", "m.missing", bound, there) == [bound[0], bound[1]]
    assert call("marks.js", "m.missing", bound, []) == bound


def test_a_reference_is_set_around_the_words_selected_or_its_own(call: Call) -> None:
    source = [
        {"text": "see "},
        {"open": "ref", "id": 1, "target": "#u5", "bound": True},
        {"text": "there"},
        {"close": 1},
    ]
    mark = {"bound": "ref", "label": "#u5"}
    taken = [{"open": "hi", "id": 4}, {"close": 4}]
    alone = call("marks.js", "m.setting", mark, source, taken, [])
    assert alone == [
        {"open": "ref", "id": 5, "target": "#u5", "bound": True},
        {"text": "there"},
        {"close": 5},
    ]
    around = call("marks.js", "m.setting", mark, source, [], [{"text": "dort"}])
    assert around[1] == {"text": "dort"}
    gap = [{"bound": "gap", "reason": "lost"}]
    assert call("marks.js", "m.setting", {"bound": "gap", "label": "gap"}, gap, [], []) == gap


def test_a_difference_is_told_in_words(call: Call) -> None:
    before = [{"text": "Ein Begriff ist eine Sache, und man entscheidet offen."}]
    after = [{"text": "Ein Fachwort ist eine Sache, und entschieden wird offen."}]
    steps = call("diff.js", "m.diff", before, after, "de")
    told = [(step["kind"], "".join(run["text"] for run in step["runs"])) for step in steps]
    assert told == [
        ("same", "Ein "),
        ("ins", "Fachwort"),
        ("del", "Begriff"),
        ("same", " ist eine Sache, und "),
        ("ins", "entschieden wird"),
        ("del", "man entscheidet"),
        ("same", " offen."),
    ]


@SLOW
@given(before=texts(), after=texts())
def test_a_difference_holds_both_texts(call: Call, before: Runs, after: Runs) -> None:
    steps = call("diff.js", "m.diff", before, after, "de")
    for kind, runs in (("del", before), ("ins", after)):
        told = [run for step in steps if step["kind"] in ("same", kind) for run in step["runs"]]
        assert _places(told) == _places(call("runs.js", "m.normal", runs))


def test_a_difference_of_long_texts_is_coarse_but_whole(call: Call) -> None:
    before, after = ([{"text": " ".join(f"{word}{n}" for n in range(600))}] for word in ("alt", "neu"))
    steps = call("diff.js", "m.diff", before, after, "de")
    assert [(step["kind"], len(step["runs"])) for step in steps] == [("ins", 1199), ("del", 1199)]


def test_digits_and_letters_are_told_by_where_they_lie(call: Call) -> None:
    def asked(where: str, **event: Any) -> Any:
        return call("keys.js", "m.asked", {"code": "", "key": "", "keyCode": 0, **event}, where)

    assert asked("conflict", code="Digit1", key="&") == "mine", "a French keyboard"
    assert asked("field", code="KeyZ", key="я", ctrlKey=True) == "undo", "a Russian keyboard"
    assert asked("field", code="KeyY", key="z", ctrlKey=True) == "undo", "a German keyboard"
    assert asked("field", code="Digit1", key="1") is None
    assert asked("field", code="Enter", key="Enter", ctrlKey=True, isComposing=True) is None
    assert asked("field", code="ArrowDown", key="ArrowDown") is None


def test_times_are_said_as_the_reader_says_them(call: Call) -> None:
    assert call("dom.js", "m.clock", "2026-11-22T14:03:00", "en") == "14:03"
    assert call("dom.js", "m.clock", "", "en") == ""


SOURCE: Runs = [
    {"text": "𝔄 mill"},
    {"note": "n1"},
    {"bound": "lb"},
    {"open": "hi", "id": 1, "rend": "italic"},
    {"text": "stands, "},
    {"close": 1},
    {"text": "here.*"},
]


def test_places_are_told_as_the_desk_counts_characters(call: Call) -> None:
    """Beyond the first plane a character is two places of the field; a note is none of the desk's, a line break one."""
    offsets = call(
        "source-text.js", "(runs) => [0, 2, 7, 8, 9, 17, 23].map((at) => m.offsetOf(runs, at))", SOURCE
    )
    assert offsets == [0, 1, 6, 6, 7, 15, 21]
    plain = "𝔄 mill stands, here.*"
    assert plain[offsets[4] :].startswith("stands") and len(plain) == offsets[-1]


def test_a_selection_is_taken_without_the_spaces_at_its_ends(call: Call) -> None:
    assert call("source-text.js", "m.trimmed", SOURCE, {"start": 2, "end": 7}) == {"start": 3, "end": 7}
    assert call("source-text.js", "m.trimmed", SOURCE, {"start": 9, "end": 17}) == {"start": 9, "end": 16}
    assert call("source-text.js", "m.trimmed", SOURCE, {"start": 2, "end": 3}) is None
    assert call("source-text.js", "m.trimmed", SOURCE, {"start": 4, "end": 4}) is None


def test_a_mark_walks_from_word_to_word_and_over_what_belongs_to_them(call: Call) -> None:
    stops = call("source-text.js", "(runs) => m.stops(runs, 'en')", SOURCE)
    words = [
        call("source-text.js", "(runs, at) => m.around(runs, at).before", SOURCE, stop) for stop in stops
    ]
    assert words[-3:] == ["𝔄 mill\nstands, here", "𝔄 mill\nstands, here.", "𝔄 mill\nstands, here.*"]
    assert stops == sorted(set(stops)) and stops[-1] == 23
