"""Driving the grid: what a person does, and what the page tells about itself in its data attributes."""

import contextlib
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from browser.harness.server import Harness

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


expect.set_options(timeout=20_000)  # milliseconds; only a test that fails waits so long


@contextlib.contextmanager
def launched(path: str) -> Iterator[Browser]:
    """Start a Chromium for the length of a block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


class Grid:
    """One window with the grid in it."""

    def __init__(self, context: BrowserContext, harness: Harness) -> None:
        self.context = context
        self.harness = harness
        self.desk = harness.desk
        self.thrown: list[str] = []
        self.page: Page = context.new_page()
        self.page.set_default_timeout(15_000)
        self.page.on("pageerror", lambda error: self.thrown.append(str(error)))
        self.keyboard = self.page.keyboard

    def open(self, query: str = "", *, active: str) -> None:
        """Open the page and wait until a unit can be typed in."""
        self.page.goto(self.harness.url + query)
        self.shows(active)

    def shows(self, unit: str) -> None:
        """Wait until a unit is the one at work, with the focus in its field."""
        expect(self.row(unit)).to_have_attribute("aria-current", "true")
        expect(self.field(unit)).to_be_focused()

    @property
    def box(self) -> Locator:
        return self.page.locator(".hexapla")

    @property
    def status(self) -> Locator:
        return self.page.locator(".status")

    @property
    def notice(self) -> Locator:
        return self.page.locator(".notice")

    def row(self, unit: str) -> Locator:
        return self.page.locator(f'[data-unit="{unit}"]')

    def field(self, unit: str) -> Locator:
        return self.row(unit).get_by_role("textbox")

    def banner(self, unit: str) -> Locator:
        return self.page.locator(f'[data-conflict="{unit}"]')

    def press(self, *keys: str) -> None:
        for key in keys:
            self.keyboard.press(key)

    def type(self, text: str) -> None:
        self.keyboard.type(text)

    def saved(self, unit: str, how: str) -> None:
        """Wait until a row says how its save stands."""
        expect(self.row(unit)).to_have_attribute("data-save", how)

    def quiet(self) -> None:
        """Wait until the desk has everything."""
        expect(self.box).to_have_attribute("data-waiting", "0")
        expect(self.box).to_have_attribute("data-drafts", "0")

    def target(self, unit: str, lang: str = "de") -> list[dict[str, Any]]:
        """What the desk holds for a unit."""
        return self.desk.rows[lang][unit].target

    def kept(self, unit: str, lang: str = "de") -> Any:
        """The draft that the browser keeps for a unit in whichever window wrote last, or None."""
        name = f"hexapla:00000000-0000-4000-8000-000000000000:anna:keeper:{lang}:{unit}:"
        script = """name => Object.keys(localStorage).filter((key) => key.startsWith(name))
          .map((key) => JSON.parse(localStorage.getItem(key)))"""
        kept = sorted(self.page.evaluate(script, name), key=lambda draft: draft["at"])
        return kept[-1] if kept else None
