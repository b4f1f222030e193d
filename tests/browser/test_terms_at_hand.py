"""Terms in the editor, on the fake desk: marked, at hand by key, judged while typed, and proposed from words."""

import json
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from browser.harness.driver import Grid

pytestmark = pytest.mark.browser

INSERTS = [
    *("Control+Shift+1", "Control+Shift+2", "Control+Shift+3", "Control+Shift+4", "Control+Shift+5"),
    *("Control+Shift+6", "Control+Shift+7", "Control+Shift+8", "Control+Shift+9"),
]
DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"]


class Glossary:
    """Nine concepts in unit 9, each missing until its term stands in the translation; and what the desk was told."""

    def __init__(self, grid: Grid) -> None:
        self.asked: list[tuple[str, Any]] = []
        self.fails = False
        grid.page.route("**/hexapla/api/terms/*", self.answer)
        remarks: dict[str, list[str]] = {"comments": [], "suggestions": [], "history": []}
        grid.page.route("**/hexapla/api/unit?*", lambda route: route.fulfill(json=remarks))

    def judged(self, text: str) -> list[dict[str, Any]]:
        found = []
        for n in range(1, 10):
            at = text.find(f"Wort{n}")
            there = {"start": at, "end": at + 5, "term": f"Wort{n}", "verdict": "confirmed", "rule": "exact"}
            found.append(
                {
                    "concept": f"c{n}",
                    "head": f"word {n}",
                    "judgement": "missing" if at < 0 else "confirmed",
                    "source": [there | {"start": n - 1, "end": n}],
                    "target": [] if at < 0 else [there],
                    "wanted": [f"Wort{n}", f"Ausdruck{n}"],
                    "fewer": False,
                    "finding": "term-missing" if at < 0 else "",
                    "message": f"No Wort{n}." if at < 0 else "",
                    "waived": "",
                }
            )
        return found

    def answer(self, route: Route) -> None:
        verb = route.request.url.split("terms/")[1].split("?")[0]
        body = json.loads(route.request.post_data or "{}")
        self.asked.append((verb, body))
        if self.fails:
            return route.fulfill(status=400, json={"error": "The glossary is shut."})
        if verb == "verdict":
            words = "".join(run.get("text", "￼") for run in body["target"])
            return route.fulfill(json={"judged": self.judged(words)})
        if verb == "act":
            return route.fulfill(json={"change": 1, "id": "c10"})
        return route.fulfill(json={"version": 1, "rows": {"u9": self.judged("")}})


def marked(grid: Grid, kind: str) -> int:
    """How many ranges the browser marks in a way."""
    return int(grid.page.evaluate(f"CSS.highlights.get('hexapla-{kind}')?.size ?? 0"))


def test_terms_are_inserted_by_key_and_judged_while_they_are_typed(grid: Grid) -> None:
    glossary = Glossary(grid)
    grid.open("?unit=u9", active="u9")
    said = grid.row("u9").locator(".terms")
    expect(said).to_contain_text("No form of “Wort1” yet")
    assert (marked(grid, "look"), marked(grid, "term")) == (9, 0)
    for key in INSERTS:
        grid.press(key)
    expect(grid.field("u9")).to_have_text("".join(f"Wort{n}" for n in range(1, 10)))
    expect(said).to_be_hidden()
    assert (marked(grid, "look"), marked(grid, "term")) == (0, 18), "in the source and in the translation"
    html = grid.field("u9").inner_html()
    assert html == "".join(f"Wort{n}" for n in range(1, 10)), "nothing is put around a text that is typed in"
    grid.press("F9")
    expect(grid.page.locator(".hit")).to_have_count(9)
    grid.press("Escape")
    for key in DIGITS:
        grid.press("F9", key)
        expect(grid.field("u9")).to_be_focused()
    expect(grid.field("u9")).to_have_text("".join(f"Wort{n}" for n in range(1, 10)) * 2)
    grid.press("Control+Enter")
    grid.quiet()
    pages = [verb for verb, _body in glossary.asked if verb == "page"]
    assert len(pages) >= 2, "the block is asked for anew once it is saved"


def test_words_of_the_source_become_a_term_and_nothing_is_lost_where_the_desk_refuses(grid: Grid) -> None:
    glossary = Glossary(grid)
    grid.open("?unit=u9", active="u9")
    grid.row("u9").locator(".src .t").click(click_count=2, position={"x": 12, "y": 12})
    grid.press("Alt+Enter")
    form = grid.page.locator(".newterm")
    words = form.get_by_label("Term, English").input_value()
    assert words and " " not in words
    grid.type("Vorschlag")
    glossary.fails = True
    grid.press("Enter")
    expect(form).to_contain_text("The glossary is shut.")
    expect(form.get_by_label("Proposed, Deutsch")).to_have_value("Vorschlag")
    glossary.fails = False
    grid.press("Enter")
    expect(form).to_have_count(0)
    expect(grid.field("u9")).to_be_focused()
    acts = [body for verb, body in glossary.asked if verb == "act"][1:]
    assert acts == [
        {"do": "add", "lang": "en", "text": words, "kind": "term"},
        {"do": "propose", "concept": "c10", "lang": "de", "text": "Vorschlag"},
    ]
    grid.press("Alt+Enter", "Escape")
    expect(grid.field("u9")).to_be_focused()
    for key in ("Control+/", "F1"):
        grid.press(key)
        expect(grid.page.locator(".sheet")).to_contain_text("New term")
        grid.press("Escape")
        expect(grid.field("u9")).to_be_focused()
