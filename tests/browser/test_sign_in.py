"""Coming in by a link, in a real browser; and being let go while a sentence is half typed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from editions import make
from hexapla.desk import Desk
from hexapla.model.catalog import Entry
from serving import Served, hexapla

pytestmark = pytest.mark.browser

VERA = ("vera", "--name", "Vera", "--lang", "de", "--may", "translate")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Served]:
    running = Served(make(tmp_path / "edition"), "--invited")
    yield running
    running.stop()


@contextmanager
def window(chromium: Browser) -> Iterator[Page]:
    """A window of a browser of its own."""
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


def join(page: Page, link: str) -> None:
    page.goto(link)
    page.get_by_role("button", name="Open the edition").click()
    expect(page.get_by_test_id("stTopNav").get_by_role("link", name="Editor")).to_be_visible()


def editor(page: Page, server: Served, unit: str) -> None:
    page.goto(f"{server.url}/editor?text=mill&lang=de&unit={unit}")
    expect(field(page, unit)).to_be_focused()


def field(page: Page, unit: str) -> Locator:
    return page.locator(f'[data-unit="{unit}"]').get_by_role("textbox")


def entry(folder: Path, unit: str) -> Entry:
    with Desk.open(folder / ".hexapla" / "desk.sqlite3", create=False) as desk:
        return desk.row("mill", "de", unit).entry


def test_a_link_brings_in_one_browser_and_what_it_saves_is_its_persons(
    chromium: Browser, server: Served
) -> None:
    link = server.invite(*VERA)
    with window(chromium) as page, window(chromium) as late:
        page.goto(f"{server.url}/editor?text=mill&lang=de")
        expect(page.get_by_role("heading", name="Not signed in")).to_be_visible()
        for _look in range(2):
            page.goto(link)
            expect(page.get_by_role("heading", name="Welcome, Vera")).to_be_visible()
        join(page, link)
        late.goto(link)
        expect(late.get_by_text("This link has been used. Ask for a new one.")).to_be_visible()
        expect(late.get_by_role("button")).to_have_count(0)
        editor(page, server, "u1")
        page.keyboard.type("Die leere Mühle")
        page.keyboard.press("Control+Enter")
        expect(page.locator(".hexapla")).to_have_attribute("data-waiting", "0")
        assert (entry(server.folder, "u1").msgstr, entry(server.folder, "u1").by) == (
            "Die leere Mühle",
            "vera",
        )
        cookies = page.context.cookies()
        ours = next(one for one in cookies if one["name"].startswith("hexapla-"))
        assert (ours["httpOnly"], ours["sameSite"]) == (True, "Lax")
        assert ours["value"] not in page.content() and ours["value"] not in page.evaluate("document.cookie")


def test_who_is_let_go_in_mid_sentence_is_told_and_keeps_the_text(chromium: Browser, server: Served) -> None:
    with window(chromium) as page:
        join(page, server.invite(*VERA))
        editor(page, server, "u2")
        page.keyboard.type("Die Mühle steht, wo der Fluss")
        hexapla(server.folder, "people", "revoke", "vera")
        page.keyboard.type(" sich biegt.")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_text("not signed in here").first).to_be_visible()
        expect(field(page, "u2")).to_have_text("Die Mühle steht, wo der Fluss sich biegt.")
        assert entry(server.folder, "u2").msgstr == ""
        page.get_by_role("link", name="Export").click()
        expect(page.get_by_text("This browser is not signed in here.").first).to_be_visible()
        page.goto(f"{server.url}/editor?text=mill&lang=de&unit=u2")
        expect(page.get_by_role("heading", name="Not signed in")).to_be_visible()
        join(page, server.invite(*VERA))
        editor(page, server, "u2")
        expect(field(page, "u2")).to_have_text("Die Mühle steht, wo der Fluss sich biegt.")
        page.keyboard.press("Control+Enter")
        expect(page.locator(".hexapla")).to_have_attribute("data-waiting", "0")
        assert entry(server.folder, "u2").msgstr == "Die Mühle steht, wo der Fluss sich biegt."


def test_a_link_that_a_signed_in_person_opens_asks_first(chromium: Browser, server: Served) -> None:
    """A link of somebody else's must not quietly make one work under another name."""
    with window(chromium) as page:
        join(page, server.invite(*VERA))
        page.goto(server.link)
        expect(page.get_by_role("heading", name="Become boss?")).to_be_visible()
        expect(page.get_by_text("signed in as Vera")).to_be_visible()
        page.goto(f"{server.url}/editor?text=mill&lang=de&unit=u1")
        expect(field(page, "u1")).to_be_focused()
        page.goto(server.link)
        page.get_by_role("button", name="Sign in as boss").click()
        expect(page.get_by_test_id("stTopNav").get_by_role("link", name="Editor")).to_be_visible()
        page.goto(server.link)
        expect(page.get_by_text("This link has been used.")).to_be_visible()


def test_a_person_with_few_rights_is_told_so_on_the_page(chromium: Browser, server: Served) -> None:
    with window(chromium) as page:
        join(page, server.invite(*VERA))
        page.goto(f"{server.url}/export")
        expect(page.get_by_text("You may read this edition, not publish it")).to_be_visible()
        expect(page.get_by_role("button", name="Export a draft")).to_be_disabled()
