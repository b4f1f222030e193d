"""The grid alone, on the fake desk."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from browser.harness.driver import Grid
from browser.harness.server import Harness, serve


@pytest.fixture
def harness() -> Iterator[Harness]:
    with serve(Harness()) as running:
        yield running


@pytest.fixture
def grid(chromium: Browser, harness: Harness) -> Iterator[Grid]:
    """The grid open on unit 9, German; whatever the page throws fails the test."""
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="en-GB")
    opened = Grid(context, harness)
    try:
        opened.open("?unit=u9", active="u9")
        yield opened
    finally:
        context.close()
        assert opened.thrown == []
