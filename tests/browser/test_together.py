"""Several people on one text: what one does the others see, on one server and on several with one desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import databases
from browser.real import Editor, Server
from editions import make, opened
from hexapla.desk import Desk

pytestmark = pytest.mark.browser


@pytest.fixture
def windows(chromium: Browser) -> Iterator[list[Editor]]:
    """The windows of a test, each with a browser profile of its own; nothing may be thrown in any."""
    made: list[Editor] = []
    yield made
    for window in made:
        assert window.thrown == []
        window.page.context.close()


def window(chromium: Browser, windows: list[Editor], server: Server, unit: str = "u2") -> Editor:
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="en-GB")
    windows.append(Editor(context, server))
    windows[-1].open(text="mill", lang="de", unit=unit)
    windows[-1].at(unit)
    return windows[-1]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(make(tmp_path / "edition"))
    yield running
    running.stop()


def test_what_one_saves_the_other_sees_without_a_reload(
    chromium: Browser, windows: list[Editor], server: Server
) -> None:
    first, second = (window(chromium, windows, server, unit) for unit in ("u2", "u5"))
    expect(second.row("u2").locator(".here")).to_have_text("Anna")
    first.page.keyboard.type("Die Mühle steht.")
    first.page.keyboard.press("Control+Enter")
    expect(second.field("u2")).to_have_text("Die Mühle steht.")
    expect(second.row("u2")).to_have_attribute("data-state", "translated")
    second.at("u5")
    (
        expect(second.row("u3").locator(".here")).to_have_text("Anna"),
        "the first one has gone on to the next unit",
    )
    first.page.close()
    expect(second.row("u3").locator(".here")).to_be_hidden()


def test_what_is_being_typed_is_not_replaced_by_what_another_saves(
    chromium: Browser, windows: list[Editor], server: Server
) -> None:
    first, second = (window(chromium, windows, server, "u2") for _nth in range(2))
    second.page.keyboard.type("Meine Fassung")
    first.page.keyboard.type("Andere Fassung.")
    first.page.keyboard.press("Control+Enter")
    first.saved()
    expect(second.row("u2").locator(".here")).to_be_hidden()
    expect(second.field("u2")).to_have_text("Meine Fassung")


def test_comments_suggestions_and_history_in_the_drawer(
    chromium: Browser, windows: list[Editor], server: Server
) -> None:
    first, second = (window(chromium, windows, server, "u2") for _nth in range(2))
    first.page.keyboard.type("Die Mühle steht.")
    first.page.keyboard.press("Control+Enter")
    first.page.keyboard.press("Alt+ArrowUp")
    first.at("u2")
    first.page.keyboard.press("F9")
    drawer = first.page.locator(".drawer")
    expect(drawer).to_contain_text("Nobody has said anything about this unit.")
    drawer.get_by_role("textbox").fill("Which mill, <b>this</b> one?")
    drawer.get_by_label("Kind").select_option("author")
    drawer.get_by_role("button", name="Add").click()
    expect(drawer.locator("[data-comment]")).to_contain_text("Which mill, <b>this</b> one?")
    expect(second.row("u2").locator("[data-said=comments]")).to_have_text("1 comment")
    second.row("u2").locator("[data-said=comments]").click()
    other = second.page.locator(".drawer")
    expect(other.locator("[data-comment]")).to_contain_text("Question to the author")
    other.get_by_role("button", name="Resolve").click()
    expect(other).to_contain_text("Nobody has said anything")
    expect(first.row("u2").locator("[data-said=comments]")).to_be_hidden()
    first.page.keyboard.press("Escape")
    first.at("u2")
    first.page.keyboard.press("F9")
    first.page.keyboard.press("F9")
    expect(drawer).to_be_hidden()
    first.at("u2")


def test_a_comment_that_is_being_typed_outlives_what_others_do(
    chromium: Browser, windows: list[Editor], server: Server
) -> None:
    first, second = (window(chromium, windows, server, "u2") for _nth in range(2))
    second.page.keyboard.press("F9")
    drawer = second.page.locator(".drawer")
    box = drawer.get_by_role("textbox")
    box.click()
    second.page.keyboard.type("A long careful ")
    first.page.keyboard.type("Die Mühle steht.")
    first.page.keyboard.press("Control+Enter")
    expect(second.field("u2")).to_have_text("Die Mühle steht.")
    second.page.keyboard.type("question")
    expect(box).to_have_value("A long careful question")
    second.row("u5").get_by_role("textbox").click()
    second.row("u2").get_by_role("textbox").click()
    expect(box).to_have_value("A long careful question")
    box.click()
    second.page.keyboard.press("Control+Enter")
    expect(drawer.locator("[data-comment]")).to_contain_text("A long careful question")
    expect(box).to_have_value("")


def test_a_suggestion_is_accepted_and_an_earlier_text_restored(
    chromium: Browser, windows: list[Editor], server: Server
) -> None:
    one, other = (window(chromium, windows, server, "u2") for _nth in range(2))
    other.page.keyboard.type("Die Mühle von dort.")
    one.page.keyboard.type("Die Mühle von hier.")
    one.page.keyboard.press("Control+Enter")
    one.saved()
    other.page.keyboard.press("Control+Enter")
    other.page.locator('[data-conflict="u2"]').get_by_role("button", name="Take the other text").click()
    one.page.keyboard.press("Alt+ArrowUp")
    one.at("u2")
    one.row("u2").locator("[data-said=suggestions]").click()
    drawer = one.page.locator(".drawer")
    expect(drawer.locator("[data-suggestion]")).to_contain_text("saved at the same time")
    drawer.get_by_role("button", name="Accept").click()
    expect(one.field("u2")).to_have_text("Die Mühle von dort.")
    expect(drawer).to_contain_text("Nobody has suggested another text.")
    one.page.keyboard.press("ArrowRight")
    drawer.get_by_role("tab", name="History").click()
    expect(drawer.locator("[data-revision]")).to_have_count(2)
    drawer.locator("[data-revision]").nth(1).get_by_role("button", name="Restore").click()
    expect(one.field("u2")).to_have_text("Die Mühle von hier.")
    expect(drawer.locator("[data-revision]")).to_have_count(3)


def test_two_servers_on_one_desk_one_of_them_without_the_folder(
    chromium: Browser, windows: list[Editor], tmp_path: Path, postgres: str
) -> None:
    url, folder, nowhere = databases.new_database(postgres), make(tmp_path / "edition"), tmp_path / "nowhere"
    nowhere.mkdir()
    with opened(folder, desk=url):
        pass
    with_folder = Server(folder, desk=url, quiet=1.0)
    without = Server(nowhere, desk=url, person="Vera")
    try:
        anna = window(chromium, windows, with_folder)
        vera = window(chromium, windows, without, "u3")
        expect(anna.row("u3").locator(".here")).to_have_text("Vera")
        vera.page.keyboard.type("Niemand mahlt hier.")
        vera.page.keyboard.press("Control+Enter")
        expect(anna.field("u3")).to_have_text("Niemand mahlt hier.")
        catalog = folder / "locales/de/LC_MESSAGES/mill.po"
        anna.page.wait_for_function("() => true")
        for _try in range(300):
            if "Niemand mahlt hier." in catalog.read_text("utf-8"):
                break
            anna.page.wait_for_timeout(200)
        assert "Niemand mahlt hier." in catalog.read_text("utf-8"), "the server with the folder writes it"
        with_folder.kill()
        vera.page.keyboard.type("Der Fluss")
        vera.page.keyboard.press("Control+Enter")
        vera.saved()
    finally:
        for running in (with_folder, without):
            running.stop()
    assert list(nowhere.iterdir()) == [], "a server without a folder writes none"
    with opened(folder, desk=url) as edition, Desk.open(url) as desk:
        assert desk.edition == edition.settings.id
        assert [row.entry.by for row in desk.rows("mill", "de") if row.entry.msgstr] == ["vera", "vera"]
