"""How long a save takes: the grid, an empty JSON route, and plain ``st.text_area`` rows, in one run.

    python tests/benchmarks/grid.py [--saves 20]

All three against real servers on this machine, with the same 50 units and the same desk code; medians in milliseconds.
The grid is measured in the browser from the key to the desk's answer, the plain rows from leaving the field to the
counter that the finished run shows.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import Browser, Page, expect

from browser.harness.driver import launched
from browser.real import Editor, Server, free_port
from editions import ANNA, opened
from hexapla.work import edition as editions
from hexapla.work import ingest
from tools import need

WATCH = """
() => {
  const original = window.fetch;
  window.saves = [];
  window.fetch = async (...given) => {
    const begun = performance.now();
    const answer = await original(...given);
    if (String(given[0]).includes("/api/save")) window.saves.push(performance.now() - begun);
    if (!window.token) window.token = given[1]?.headers?.["X-Hexapla-Token"];
    return answer;
  };
}
"""
ECHO = """
async (times) => {
  const found = [];
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now();
    const headers = { "X-Hexapla-Token": window.token, "Content-Type": "application/json" };
    const answer = await fetch("/hexapla/api/echo", { method: "POST", headers, body: "{}" });
    if (!answer.ok) throw new Error(answer.status);
    await answer.json();
    found.push(performance.now() - begun);
  }
  return found;
}
"""


def book(folder: Path) -> Path:
    """Make an edition of one text with 50 units."""
    editions.create(folder, title="Bench", source="en", targets=("de",))
    file = folder.parent / "book.txt"
    file.write_text(
        "\n\n".join(f"Sentence number {n} stands in a paragraph of its own." for n in range(1, 51)), "utf-8"
    )
    with opened(folder) as edition:
        ingest.store(edition, ANNA, ingest.read(edition, file))
    return folder


def grid(browser: Browser, folder: Path, saves: int) -> tuple[list[float], list[float], list[float]]:
    """Return the milliseconds from key to saved, of the save's round trip, and of the empty route."""
    server = Server(folder)
    try:
        editor = Editor(browser.new_context(), server)
        editor.page.add_init_script(f"({WATCH})()")
        editor.open(text="book", lang="de", unit="u1")
        from_key = []
        for n in range(1, saves + 1):
            expect(editor.field(f"u{n}")).to_be_focused()
            editor.page.keyboard.type(f"Satz {n}.")
            begun = time.perf_counter()
            editor.page.keyboard.press("Control+Enter")
            editor.page.wait_for_function("(n) => window.saves.length >= n", arg=n)
            from_key.append((time.perf_counter() - begun) * 1000)
        return from_key, editor.page.evaluate("() => window.saves"), editor.page.evaluate(ECHO, saves)
    finally:
        server.process.kill()
        server.process.wait()


def plain(browser: Browser, folder: Path, saves: int) -> list[float]:
    """Return the milliseconds from leaving a plain text area until the run that saved it is shown."""
    port = free_port()
    script = Path(__file__).with_name("plain_rows.py")
    options = ["--server.headless=true", f"--server.port={port}", "--server.address=127.0.0.1"]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), *options, "--browser.gatherUsageStats=false"],
        env=os.environ | {"HEXAPLA_BENCH": str(folder), "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.DEVNULL,
    )
    try:
        page = reached(browser, f"http://127.0.0.1:{port}")
        areas = page.locator("textarea")
        expect(areas).to_have_count(50, timeout=60_000)
        found = []
        for n in range(saves):
            areas.nth(n).fill(f"Satz {n}, neu.")
            begun = time.perf_counter()
            page.keyboard.press("Tab")
            expect(page.get_by_text(f"saves: {n + 1}", exact=True)).to_be_visible(timeout=30_000)
            found.append((time.perf_counter() - begun) * 1000)
        return found
    finally:
        process.kill()
        process.wait()


def reached(browser: Browser, url: str) -> Page:
    """Open a page as soon as its server answers."""
    page = browser.new_page()
    for _try in range(300):
        try:
            page.goto(url)
        except Exception as error:
            if "ERR_CONNECTION_REFUSED" not in str(error):
                raise
            page.wait_for_timeout(100)
        else:
            return page
    raise TimeoutError(url)


def main() -> None:
    """Measure, and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--saves", type=int, default=20, choices=range(1, 50), metavar="N")
    saves = parser.parse_args().saves
    with tempfile.TemporaryDirectory() as folder, launched(need("chromium")) as browser:
        from_key, save, echo = grid(browser, book(Path(folder) / "one"), saves)
        rows = plain(browser, book(Path(folder) / "two"), saves)
    floor = statistics.median(echo)
    for name, found in (
        ("empty route", echo),
        ("save, round trip", save),
        ("save, from the key", from_key),
        ("plain rows", rows),
    ):
        middle = statistics.median(found)
        print(f"{name:20} {middle:8.1f} ms   × {middle / floor:6.1f}   (max {max(found):.0f})")


if __name__ == "__main__":
    main()
