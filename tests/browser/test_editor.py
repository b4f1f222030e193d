"""The editor on the real server and a real desk: what a translator's day asks of it."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from browser.real import Editor, Server
from editions import ANNA, make, opened
from hexapla.desk import Desk

pytestmark = pytest.mark.browser

CATALOG = Path("locales/de/LC_MESSAGES/mill.po")


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


@pytest.fixture
def editor(context: BrowserContext, server: Server) -> Iterator[Editor]:
    window = Editor(context, server)
    yield window
    assert window.thrown == []


def text_of(folder: Path, unit: str) -> str:
    with Desk.open(folder / ".hexapla" / "desk.sqlite3", create=False) as desk:
        return desk.row("mill", "de", unit).entry.msgstr


def revisions(folder: Path, unit: str) -> list[str]:
    with Desk.open(folder / ".hexapla" / "desk.sqlite3", create=False) as desk:
        return [one.msgstr for one in desk.revisions("mill", "de", unit)]


def test_ten_translations_by_keyboard_alone_reach_desk_and_file(editor: Editor, server: Server) -> None:
    """Confirm ten, reload: all are there; stop the server: they stand in the catalog."""
    editor.open(text="mill", lang="de", unit="u1")
    editor.at("u1")
    for n in range(1, 11):
        editor.page.keyboard.type(f"Satz Nummer {n}.")
        editor.page.keyboard.press("Control+Enter")
        if n < 10:
            editor.at(f"u{n + 1}")
    editor.saved()
    editor.page.reload()
    editor.ready()
    for n in range(1, 11):
        expect(editor.field(f"u{n}")).to_have_text(f"Satz Nummer {n}.")
        expect(editor.row(f"u{n}")).to_have_attribute("data-state", "translated")
    catalog = polib.pofile(str(server.folder / CATALOG))
    assert not any(entry.msgstr for entry in catalog), "nothing is written before a quiet minute"
    server.stop()
    catalog = polib.pofile(str(server.folder / CATALOG))
    assert [entry.msgstr for entry in catalog] == [f"Satz Nummer {n}." for n in range(1, 11)]


def test_two_browsers_on_one_unit_lose_nothing(editor: Editor, server: Server, chromium: Browser) -> None:
    editor.open(text="mill", lang="de", unit="u2")
    other_context = chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="en-GB")
    other = Editor(other_context, server)
    other.open(text="mill", lang="de", unit="u2")
    other.at("u2")
    other.page.keyboard.type("Die Mühle von dort.")
    editor.at("u2")
    editor.page.keyboard.type("Die Mühle von hier.")
    editor.page.keyboard.press("Control+Enter")
    editor.saved()
    other.page.keyboard.press("Control+Enter")
    banner = other.page.locator('[data-conflict="u2"]')
    expect(banner).to_contain_text("Die Mühle von hier.")
    expect(banner).to_contain_text("Both texts are kept")
    assert text_of(server.folder, "u2") == "Die Mühle von hier."
    with Desk.open(server.folder / ".hexapla" / "desk.sqlite3", create=False) as desk:
        kept = desk.row("mill", "de", "u2").entry.suggestions
    assert [one.text for one in kept] == ["Die Mühle von dort."]
    banner.get_by_role("button", name="Keep mine").click()
    other.saved()
    expect(banner).to_have_count(0)
    assert text_of(server.folder, "u2") == "Die Mühle von dort."
    assert revisions(server.folder, "u2") == ["Die Mühle von hier.", "Die Mühle von dort."]
    other_context.close()


def test_kill_9_while_typing_loses_nothing(editor: Editor, server: Server) -> None:
    editor.open(text="mill", lang="de", unit="u2")
    editor.at("u2")
    editor.page.keyboard.type("Vor dem Absturz ")
    server.kill()
    editor.page.keyboard.type("und danach.")
    expect(editor.field("u2")).to_contain_text("Vor dem Absturz und danach.")
    server.start()
    expect(editor.row("u2")).to_have_attribute("data-save", "draft")
    expect(editor.box).to_have_attribute("data-drafts", "0", timeout=40_000)
    editor.page.reload()
    editor.ready()
    expect(editor.field("u2")).to_contain_text("Vor dem Absturz und danach.")
    editor.at("u2")
    editor.page.keyboard.press("Control+Enter")
    editor.at("u3")
    editor.saved()
    assert text_of(server.folder, "u2") == "Vor dem Absturz und danach."


def test_a_confirm_while_the_server_is_down_arrives_when_it_is_back(editor: Editor, server: Server) -> None:
    editor.open(text="mill", lang="de", unit="u2")
    editor.at("u2")
    server.kill()
    editor.page.keyboard.type("Ohne Verbindung.")
    editor.page.keyboard.press("Control+Enter")
    expect(editor.box).to_have_attribute("data-waiting", "1")
    editor.page.close()
    server.start()
    again = Editor(editor.page.context, server)
    again.open(text="mill", lang="de")
    again.saved()
    assert text_of(server.folder, "u2") == "Ohne Verbindung."
    assert revisions(server.folder, "u2") == ["Ohne Verbindung."]


def test_three_minutes_of_typing_with_pauses_make_one_revision(editor: Editor, server: Server) -> None:
    """The browser's clock is moved, so that three minutes pass in seconds."""
    editor.page.clock.install()
    editor.open(text="mill", lang="de", unit="u2")
    editor.at("u2")
    for part in ("Die ", "Mühle ", "steht ", "am ", "Fluss", "."):
        editor.page.keyboard.type(part)
        editor.page.clock.run_for(30_000)
        expect(editor.box).to_have_attribute("data-drafts", "0")
    assert revisions(server.folder, "u2") == []
    with Desk.open(server.folder / ".hexapla" / "desk.sqlite3", create=False) as desk:
        row = desk.row("mill", "de", "u2", "anna")
        assert row.draft is not None and row.draft.msgstr == "Die Mühle steht am Fluss."
    editor.page.keyboard.press("Control+Enter")
    editor.page.clock.run_for(2_000)
    editor.saved()
    assert revisions(server.folder, "u2") == ["Die Mühle steht am Fluss."]


def test_a_quiet_minute_syncs_the_folder(context: BrowserContext, tmp_path: Path) -> None:
    server = Server(make(tmp_path / "edition"), quiet=1.0)
    try:
        editor = Editor(context, server)
        editor.open(text="mill", lang="de", unit="u2")
        editor.at("u2")
        editor.page.keyboard.type("Still geworden.")
        editor.page.keyboard.press("Control+Enter")
        editor.saved()
        with opened(server.folder, ANNA) as edition:
            text_id = edition.text_id("mill")
            for _turn in range(600):
                if any(
                    edition.desk.row(text_id, "de", "u2").entry.hash in mark
                    for mark in edition.desk.meetings.synced(text_id, "de").values()
                ):
                    break
                editor.page.wait_for_function(
                    "() => new Promise((done) => requestAnimationFrame(() => done(true)))"
                )
        assert "Still geworden." in (server.folder / CATALOG).read_text("utf-8")
    finally:
        server.stop()


def test_serving_the_sample_leaves_a_clean_clone(context: BrowserContext, tmp_path: Path) -> None:
    """Open the sample from a fresh clone and walk its pages: git sees no change."""
    root = Path(__file__).parents[2]
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", root, clone], check=True)
    server = Server(clone)
    try:
        editor = Editor(context, server)
        editor.page.goto(server.url)
        expect(editor.page.get_by_role("heading", level=1)).to_have_text("The Ferry and the Freight")
        editor.open(text="on-carrying", lang="ar")
        assert editor.field("u2").evaluate("node => getComputedStyle(node).direction") == "rtl"
        editor.page.goto(f"{server.url}/export")
        expect(editor.page.get_by_role("heading", name="Export")).to_be_visible()
    finally:
        server.stop()
    done = subprocess.run(
        ["git", "-C", clone, "status", "--porcelain"], capture_output=True, text=True, check=True
    )
    assert done.stdout == ""


def test_export_page_builds_and_offers_files(context: BrowserContext, server: Server) -> None:
    editor = Editor(context, server)
    editor.page.goto(f"{server.url}/export")
    editor.page.get_by_role("button", name="Export a draft").click()
    editor.page.get_by_text("Single files").click()
    expect(editor.page.get_by_role("button", name="the-mill.html")).to_be_visible()
    with editor.page.expect_download() as waiting:
        editor.page.get_by_role("button", name="mill.parallel.xml").click()
    assert b"<group>" in Path(waiting.value.path()).read_bytes()
    shutil.rmtree(server.folder / "out", ignore_errors=True)
