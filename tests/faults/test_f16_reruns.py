"""F16: Streamlit runs the page again, a double click, a lost web socket, a reload: one revision, and no text lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from browser.real import Editor, Server
from editions import make
from hexapla.desk import Desk

pytestmark = [pytest.mark.fault, pytest.mark.browser]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(make(tmp_path / "edition", targets=("de",)))
    yield running
    running.stop()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    opened = chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="en-GB")
    yield opened
    opened.close()


@pytest.fixture
def editor(context: BrowserContext, server: Server) -> Iterator[Editor]:
    window = Editor(context, server)
    window.open(text="mill", lang="de", unit="u2")
    window.at("u2")
    yield window
    assert window.thrown == []


def said(server: Server, unit: str = "u2") -> list[str]:
    with Desk.open(server.folder / ".hexapla" / "desk.sqlite3", create=False) as desk:
        return [one.msgstr for one in desk.revisions("mill", "de", unit)]


def test_a_rerun_in_the_middle_of_typing_changes_nothing(editor: Editor, server: Server) -> None:
    editor.page.keyboard.type("Die Mühle ")
    # Streamlit runs the script again when its address changes by its own hand, and for its key R.
    editor.page.evaluate("() => window.dispatchEvent(new PopStateEvent('popstate'))")
    editor.page.keyboard.type("steht.")
    expect(editor.field("u2")).to_have_text("Die Mühle steht.")
    editor.page.keyboard.press("Control+Enter")
    editor.saved()
    assert said(server) == ["Die Mühle steht."]


def test_confirming_twice_at_once_is_one_revision(editor: Editor, server: Server) -> None:
    editor.page.keyboard.type("Die Mühle steht.")
    field = editor.field("u2")
    field.evaluate(
        """element => {
        const key = () => new KeyboardEvent("keydown", {key: "Enter", ctrlKey: true, bubbles: true, composed: true});
        element.dispatchEvent(key());
        element.dispatchEvent(key());
    }"""
    )
    editor.saved()
    assert said(server) == ["Die Mühle steht."]


def test_a_line_that_is_lost_keeps_what_is_typed_and_says_so(
    editor: Editor, server: Server, context: BrowserContext
) -> None:
    editor.page.keyboard.type("Vorher ")
    context.set_offline(True)
    editor.page.keyboard.type("und ohne Netz.")
    editor.page.keyboard.press("Control+Enter")
    expect(editor.page.locator(".notice")).to_contain_text("Not connected")
    assert said(server) == []
    context.set_offline(False)
    expect(editor.box).to_have_attribute("data-waiting", "0", timeout=60_000)
    assert said(server) == ["Vorher und ohne Netz."]


def test_a_reload_in_the_middle_keeps_the_draft(editor: Editor, server: Server) -> None:
    editor.page.keyboard.type("Halb fert")
    editor.page.reload()
    editor.ready()
    expect(editor.field("u2")).to_have_text("Halb fert")
    editor.field("u2").click()
    editor.page.keyboard.press("End")
    editor.page.keyboard.type("ig.")
    editor.page.keyboard.press("Control+Enter")
    editor.saved()
    assert said(server) == ["Halb fertig."]


def test_a_save_whose_answer_is_lost_is_sent_again_and_is_one_revision(
    editor: Editor, server: Server, context: BrowserContext
) -> None:
    """The desk has it, the browser does not know: the second attempt gets the first answer."""
    lost = []

    def lose(route):  # type: ignore[no-untyped-def]
        if not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    context.route("**/hexapla/api/save", lose)
    editor.page.keyboard.type("Die Mühle steht.")
    editor.page.keyboard.press("Control+Enter")
    expect(editor.box).to_have_attribute("data-waiting", "0", timeout=60_000)
    assert lost == [200]
    assert said(server) == ["Die Mühle steht."]
