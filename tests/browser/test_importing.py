"""The Import page on the real server: bringing a file, mending it by keys, storing it, and two people at one text."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from browser.real import Editor, Server
from editions import ANNA, make, opened
from hexapla.desk import Desk
from hexapla.model.importing import ImportState
from hexapla.work import importing

pytestmark = pytest.mark.browser

KEYS = Path(__file__).parents[2] / "ui" / "hexapla_ui" / "client" / "import-keys.js"
FERRY = """\
The Ferry at Night

The ferryman counted the lamps on both banks. There were more on the far side. He rowed.

What the water carries, it does not read. That is why it carries so well.

He said this in the spring, when the river was high.

A Second Crossing

The letters were wet when they came, so that nobody could tell which word had
been the last. They were hung up to dry in the water-mill, which has no whe-
el any more. A wheel would have been of no use to the water-
mill in any case. <img src=x onerror="window.hacked = 1">
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(make(tmp_path / "edition"))
    yield running
    running.stop()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    opened = chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="en-GB")
    yield opened
    opened.close()


class Import:
    """One window with the Import page in it."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        self.server = server
        self.page: Page = context.new_page()
        self.page.set_default_timeout(20_000)
        self.thrown: list[str] = []
        self.page.on("pageerror", lambda error: self.thrown.append(str(error)))

    def open(self, number: int | None = None) -> None:
        """Open the page, or an import by its number, and wait until it is there."""
        self.page.goto(f"{self.server.url}/import" + (f"?import={number}" if number else ""))
        expect(self.box).to_have_attribute("data-ready", re.compile(".+"))

    def bring(self, text: str = FERRY, name: str = "ferry.txt") -> None:
        """Bring a file through the form, and wait until it is read and shown."""
        self.open()
        self.page.locator("#import-file").set_input_files(
            {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
        )
        self.page.get_by_role("button", name="Read it").click()
        expect(self.box).to_have_attribute("data-ready", re.compile("import:"))
        expect(self.at).to_have_count(1)

    @property
    def box(self) -> Locator:
        return self.page.locator(".hexapla.import")

    @property
    def rows(self) -> Locator:
        return self.page.locator(".pair")

    @property
    def at(self) -> Locator:
        """The block at work."""
        return self.page.locator(".pair.on")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def shows(self, *kinds: str) -> None:
        """Wait until the blocks are of these kinds."""
        expect(self.rows).to_have_count(len(kinds))
        for nth, kind in enumerate(kinds):
            expect(self.rows.nth(nth)).to_have_attribute("data-kind", kind)

    def reads(self, nth: int, text: str) -> None:
        expect(self.rows.nth(nth).locator(".read")).to_have_text(text)


@pytest.fixture
def window(context: BrowserContext, server: Server) -> Iterator[Import]:
    made = Import(context, server)
    yield made
    assert made.thrown == []


START = ("head", "p", "p", "p", "head", "p")


def test_from_the_file_to_the_editor_by_keys(window: Import, server: Server) -> None:
    """Change a kind, split, join, attach a note, undo, reload, store, and open it in the editor."""
    window.bring()
    window.shows(*START)
    window.press("j")
    expect(window.at.locator(".read")).to_contain_text("The ferryman")
    window.press("q")
    window.shows("head", "quote", "p", "p", "head", "p")
    window.press("ArrowRight", "Enter")
    window.shows("head", "quote", "quote", "p", "p", "head", "p")
    window.reads(2, "There were more on the far side. He rowed.")
    expect(window.at.locator(".read")).to_contain_text("There were more")
    window.press("m")
    window.shows("head", "quote", "p", "p", "head", "p")
    window.press("ArrowDown", "ArrowDown")
    expect(window.at.locator(".read")).to_contain_text("He said this")
    window.press("f")
    expect(window.box).to_have_attribute("data-mode", "note")
    window.press("ArrowLeft", "ArrowLeft", "Enter")
    window.shows("head", "quote", "p", "note", "head", "p")
    expect(window.rows.nth(2).locator(".read")).to_have_text(re.compile(r"it carries1? ?so well\."))
    window.press("u")
    window.shows("head", "quote", "p", "p", "head", "p")
    window.page.reload()
    expect(window.box).to_have_attribute("data-ready", re.compile("import:"))
    window.shows("head", "quote", "p", "p", "head", "p")
    expect(window.at).to_have_count(1)
    window.press("Control+Enter")
    window.page.locator("#store-title").fill("The Ferry by Night")
    window.page.locator("#store-slug").fill("night")
    window.press("Control+Enter")
    window.page.get_by_role("link", name="Open it in the editor").click()
    editor = window.page.locator(".hexapla .b.quote")
    expect(editor.first).to_contain_text("The ferryman counted the lamps on both banks.")
    with Desk.open(server.folder / ".hexapla" / "desk.sqlite3", create=False) as desk:
        assert desk.incoming.listed() == []
        assert desk.incoming.get(1).state is ImportState.STORED
        assert [one.title for one in desk.texts("night")] == ["The Ferry by Night"]


def test_every_kind_has_its_key(window: Import) -> None:
    window.bring()
    window.press("j", "j", "j", "k", "ArrowUp")
    expect(window.at.locator(".read")).to_contain_text("The ferryman")
    for key, kind in (
        *(("e", "epigraph"), ("p", "p"), ("t", "turn"), ("i", "item"), ("p", "p"), ("b", "break")),
        *(("p", "p"), ("h", "head"), ("p", "p"), ("v", "verse")),
    ):
        window.press(key)
        expect(window.at).to_have_attribute("data-kind", kind)
    window.rows.last.locator(".read").click()
    kind, notice = window.page.locator('.strip [data-does="kind"]'), window.page.locator(".notice")
    window.press("2")
    expect(kind).to_have_value("head-2")
    window.press("1")
    expect(kind).to_have_value("head-1")
    window.press("p", "3")
    expect(notice).to_contain_text("No head of level 3 can stand here")
    kind.select_option("quote")
    expect(window.at).to_have_attribute("data-kind", "quote")
    window.at.locator(".side").click()
    window.press("s")
    expect(window.at).to_have_attribute("data-kind", "signed")
    window.press("d")
    expect(window.at).to_have_attribute("data-kind", "dateline")


def test_decisions_are_walked_shown_on_both_sides_and_taken_back(window: Import) -> None:
    window.bring()
    hyphens = window.page.locator(".kindof", has_text="hyphens")
    expect(hyphens).to_contain_text("2")
    hyphens.click()
    expect(window.page.locator(".card")).to_contain_text("1 of 2")
    expect(window.page.locator(".read .decision.pointed")).to_have_text("wheel")
    expect(window.page.locator(".raw mark")).to_have_text(["whe-", "el"])
    window.press("r")
    expect(window.rows.last.locator(".read")).to_contain_text("has no whe-el any more")
    expect(window.page.locator(".card")).to_contain_text("taken back")
    window.press("n")
    expect(window.page.locator(".card")).to_contain_text("2 of 2")
    expect(window.page.locator(".read .decision.pointed")).to_have_text("water-mill")
    window.press("Shift+n")
    expect(window.page.locator(".card")).to_contain_text("1 of 2")
    window.press("u")
    expect(window.rows.last.locator(".read")).to_contain_text("has no wheel any more")
    window.page.locator(".raw .line.marked").first.click()
    expect(window.page.locator(".kind.pointed")).to_have_text("head")


def test_a_paragraph_begins_within_a_sentence_and_words_are_corrected(window: Import) -> None:
    window.bring()
    window.press(
        "j", "ArrowRight", "ArrowLeft", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft", "/"
    )
    window.shows("head", "p", "p", "p", "p", "head", "p")
    window.reads(1, "The")
    window.press("u")
    window.shows(*START)
    window.press("c")
    field = window.page.get_by_role("textbox", name="Words as they are read")
    expect(field).to_be_focused()
    window.press("Escape")
    expect(field).to_have_count(0)
    window.press("c")
    field.fill("The ferryman counted nothing.")
    window.press("Control+Enter")
    expect(window.rows.nth(1).locator(".read")).to_contain_text(
        "The ferryman counted nothing. There were more"
    )


def test_a_correction_that_was_begun_outlives_a_reload_and_somebody_quicker(
    window: Import, context: BrowserContext, server: Server
) -> None:
    window.bring()
    window.press("j", "c")
    field = window.page.locator("[data-field]")
    expect(field).to_be_focused()
    window.press("Home")
    window.page.keyboard.type("Mine: ")
    window.page.reload()
    expect(window.box).to_have_attribute("data-ready", re.compile("import:"))
    expect(field).to_contain_text("Mine: ")
    other = Import(context, server)
    other.open(1)
    other.rows.last.locator(".read").click()
    other.press("q")
    expect(other.at).to_have_attribute("data-kind", "quote")
    other.page.close()
    window.press("Control+Enter")
    expect(window.rows.last).to_have_attribute("data-kind", "quote")
    expect(field).to_contain_text("Mine: ")
    expect(field).to_be_focused()
    window.press("Control+Enter")
    expect(field).to_have_count(0)
    expect(window.at.locator(".read")).to_contain_text("Mine: ")


def test_a_click_after_a_decision_was_looked_at_chooses_its_block(window: Import) -> None:
    window.bring()
    window.press("n")
    expect(window.box).to_have_attribute("data-looked", re.compile(r"\d"))
    window.rows.last.locator(".read").click()
    expect(window.rows.last).to_have_class(re.compile(r"\bon\b"))


def test_a_text_that_is_there_is_revised_after_a_look_at_what_that_does(
    window: Import, server: Server
) -> None:
    window.bring()
    window.press("Control+Enter")
    window.page.locator("#store-slug").fill("ferry")
    window.press("Control+Enter")
    expect(window.page.get_by_role("link", name="Open it in the editor")).to_be_visible()
    window.bring(FERRY.replace("The ferryman", "An old ferryman"), name="again.txt")
    window.press("Control+Enter")
    window.page.locator("#store-slug").fill("ferry")
    window.press("Control+Enter")
    expect(window.page.locator(".veil")).to_contain_text(re.compile("edited"))
    window.press("Control+Enter")
    expect(window.page.get_by_role("link", name="Open it in the editor")).to_be_visible()
    with Desk.open(server.folder / ".hexapla" / "desk.sqlite3", create=False) as desk:
        assert b"An old ferryman" in desk.tei(desk.texts("ferry")[0].id)


def test_two_people_at_one_import(window: Import, context: BrowserContext, server: Server) -> None:
    window.bring()
    number = int(re.findall(r"import=(\d+)", window.page.url)[0])
    other = Import(context, server)
    other.open(number)
    expect(other.at).to_have_count(1)
    window.press("j", "q")
    window.shows("head", "quote", "p", "p", "head", "p")
    other.press("j", "j", "i")
    expect(other.page.locator(".notice")).to_contain_text("Anna has changed this import meanwhile")
    other.shows("head", "quote", "p", "p", "head", "p")
    other.press("i")
    other.shows("head", "quote", "item", "p", "head", "p")
    window.press("Control+Enter", "Control+Enter")
    expect(window.page.locator(".wrong")).to_contain_text("has changed this import meanwhile")
    assert other.thrown == []


def test_one_that_was_left_open_is_listed_and_dropped(
    window: Import, context: BrowserContext, server: Server
) -> None:
    window.bring()
    other = Import(context, server)
    other.open()
    listed = other.page.locator(".waiting li")
    expect(listed).to_contain_text("ferry.txt")
    expect(listed).to_contain_text("by Anna")
    listed.get_by_role("link", name="Go on").click()
    other.shows(*START)
    other.page.get_by_role("button", name="Drop", exact=True).click()
    expect(other.page.get_by_role("button", name="Cancel")).to_be_focused()
    other.page.get_by_role("button", name="Drop it").click()
    expect(other.box).to_have_attribute("data-ready", "begin")
    expect(other.page.locator(".waiting li")).to_have_count(0)
    window.press("j", "q")
    expect(window.page.get_by_role("alert")).to_contain_text("has dropped this import")


def test_what_is_in_a_file_is_never_markup(window: Import) -> None:
    window.bring(name="<i>ferry.txt")
    expect(window.rows.last.locator(".read")).to_contain_text('<img src=x onerror="window.hacked = 1">')
    expect(window.page.locator(".from")).to_contain_text("from <i>ferry.txt")
    assert window.page.locator(".import img, .import .bar i").count() == 0
    assert window.page.evaluate("window.hacked") is None


def test_a_file_that_is_no_text_is_said_where_it_was_chosen(window: Import) -> None:
    window.open()
    window.page.locator("#import-file").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": b"what \xff is this"}
    )
    window.page.get_by_role("button", name="Read it").click()
    expect(window.page.get_by_role("alert")).to_contain_text("save the file as UTF-8")
    expect(window.page.get_by_role("button", name="Read it")).to_be_enabled()
    expect(window.page.locator(".waiting li")).to_have_count(0)


def test_a_phone_shows_one_side_at_a_time(chromium: Browser, server: Server) -> None:
    narrow = chromium.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
    window = Import(narrow, server)
    window.bring()
    first = window.rows.nth(1)
    expect(first.locator(".read")).to_be_visible()
    expect(first.locator(".raw")).to_be_hidden()
    window.page.get_by_role("button", name="File", exact=True).click()
    expect(first.locator(".raw")).to_be_visible()
    expect(first.locator(".read")).to_be_hidden()
    window.page.get_by_role("button", name="Reading", exact=True).click()
    window.rows.nth(2).locator(".read").click()
    window.at.get_by_role("button", name="Join").click()
    window.shows("head", "p", "p", "head", "p")
    wide = window.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    assert window.thrown == []
    narrow.close()


def test_two_thousand_blocks_stay_fast_enough_to_walk(window: Import, server: Server) -> None:
    book = "\n\n".join(f"This is the paragraph number {n}. It says little." for n in range(2000))
    with opened(server.folder) as edition:
        number = importing.begin(edition, ANNA, book.encode(), name="book.txt")
        importing.read(edition, ANNA, number)
    window.open(number)
    expect(window.box).to_have_attribute("data-drawn", "2000")
    window.rows.nth(1500).locator(".read").click()
    window.press("q")
    expect(window.rows.nth(1500)).to_have_attribute("data-kind", "quote")
    expect(window.box).to_have_attribute("data-drawn", "2000")


def test_every_key_is_pressed_here_and_shown_behind_the_question_mark(window: Import) -> None:
    table = KEYS.read_text("utf-8")
    keys = {key for array in re.findall(r"keys: \[(.+?)\]", table) for key in re.findall(r'"([^"]+)"', array)}
    pressed = Path(__file__).read_text("utf-8")
    assert len(keys) > 25
    assert [key for key in keys if f'"{key.replace("Mod", "Control")}"' not in pressed] == []
    window.bring()
    window.press("?")
    shown = window.page.get_by_role("dialog")
    expect(shown).to_contain_text("Join with the block before")
    window.press("Escape")
    expect(shown).to_have_count(0)


def test_the_page_is_in_the_navigation(context: BrowserContext, server: Server) -> None:
    editor = Editor(context, server)
    editor.open(text="mill", lang="de")
    expect(editor.page.get_by_role("link", name="Import")).to_be_visible()
