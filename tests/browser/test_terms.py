"""A terminologist at the real server, by keys alone: candidates, decisions in three languages, worklist, restart."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from browser.real import Server
from editions import ANNA, make, opened, translate
from hexapla.formats import tbx
from hexapla.model.glossary import Status
from hexapla.work.terms import acts, glossary
from tools import until

pytestmark = pytest.mark.browser

BARGES = 42
PAIRS = [
    f"{left} {right}"
    for left in ("salt", "river", "winter", "paper", "copper", "night")
    for right in ("ledger", "toll", "lantern", "warden", "cellar", "court")
]
ESSAY = "The Barges\n\n" + "\n\n".join(
    [
        *(f"The remainder of barge {number} was weighed twice." for number in range(1, BARGES + 1)),
        *(f"Nobody asked the {pair}. The {pair} stays shut. They opened one {pair}." for pair in PAIRS),
    ]
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition with 42 translated entries of one decided term, and words that look like terms."""
    root = make(tmp_path_factory.mktemp("terms") / "edition", targets=("de", "hu", "fr"), essay=ESSAY)
    with opened(root) as edition:
        id_ = acts.add(edition, ANNA, "en", "remainder").id
        acts.decide(edition, ANNA, id_, "en", "remainder")
        acts.decide(edition, ANNA, id_, "de", "Rest")
        units = edition.text("mill").units
        barges = [unit.id for unit in units if "remainder" in unit.source]
        assert len(barges) == BARGES
        for number, unit in enumerate(barges, 1):
            words = "Der Rest von" if number % 7 else "Des Restes wegen wurde"
            translate(edition, unit, f"{words} Kahn {number} wurde zweimal gewogen.")
    return root


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    running = Server(folder)
    yield running
    running.stop()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    opened_ = chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="en-GB")
    yield opened_
    opened_.close()


class Terms:
    """One window with the Glossary page in it."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        self.server, self.page = server, context.new_page()
        self.page.set_default_timeout(20_000)
        self.thrown: list[str] = []
        self.page.on("pageerror", lambda error: self.thrown.append(str(error)))

    def open(self, query: str = "") -> Page:
        """Open the page."""
        self.page.goto(f"{self.server.url}/glossary{query}")
        return self.page

    def press(self, *keys: str) -> None:
        """Press keys in turn."""
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def host(self) -> Locator:
        """What the page's figures stand on."""
        return self.page.locator("[data-left], [data-open]")


def sorted_out(folder: Path) -> tuple[int, int]:
    """Return how many concepts there are, and how many candidates were rejected."""
    with opened(folder) as edition:
        return len(glossary.read(edition).glossary.concepts), len(edition.desk.candidates.rejected("en"))


def test_from_candidates_to_an_exported_glossary(
    context: BrowserContext, server: Server, folder: Path
) -> None:
    terms = Terms(context, server)

    # Thirty candidates, by two keys.
    page = terms.open("?view=candidates")
    page.locator("article.at-work h2").wait_for()
    left = int(terms.host.get_attribute("data-left") or 0)
    assert left >= 30
    for number in range(30):
        name = page.locator("article.at-work h2").inner_text()
        terms.press("a" if number % 3 == 1 else "r")
        expect(page.locator("article.at-work h2")).not_to_have_text(name)
    expect(terms.host).to_have_attribute("data-left", str(left - 30))
    until(lambda: sorted_out(folder) == (11, 20))
    page.reload()
    page.locator("article.at-work h2").wait_for()
    expect(terms.host).to_have_attribute("data-left", str(left - 30))

    # A decision in three languages: in two nothing stands yet, in the third forty-two entries are touched.
    page = terms.open("?concept=c1&langs=de,hu,fr")
    page.get_by_role("region", name="Decisions").wait_for()
    for language, term in (("Magyar", "maradék"), ("Français", "reste")):
        page.locator(".decisions tr", has_text=language).get_by_role("button", name="Propose a term").focus()
        terms.press("Enter")
        page.keyboard.type(term)
        terms.press("Enter")
        expect(page.get_by_text("No unit would have to be read again.")).to_be_visible()
        terms.press("Enter")
        expect(page.locator(".decisions tr", has_text=language)).to_contain_text(term)
    terms.press("p")
    page.keyboard.type("Rückstand")
    terms.press("Enter")
    expect(page.get_by_text(f"{BARGES} units in 1 text would have to be read again.")).to_be_visible()
    expect(page.locator(".weigh ins").first).to_have_text("Rückstand")
    terms.press("Enter")
    expect(page.locator(".decisions")).to_contain_text("superseded")

    # Five are mended, one is waived; nothing else is changed.
    page = terms.open("?view=work")
    expect(terms.host).to_have_attribute("data-open", str(BARGES))
    for done in range(1, 6):
        page.locator("article.at-work del").first.wait_for()
        terms.press("Enter")
        expect(terms.host).to_have_attribute("data-open", str(BARGES - done))
    terms.press("w")
    page.keyboard.type("a quotation")
    terms.press("Enter")
    expect(terms.host).to_have_attribute("data-open", str(BARGES - 6))
    for done in range(7, 21):
        terms.press("Enter")
        expect(terms.host).to_have_attribute("data-open", str(BARGES - done))

    # The server dies; what was done is done, the rest waits.
    server.kill()
    server.start()
    page = terms.open("?view=work")
    expect(terms.host).to_have_attribute("data-open", str(BARGES - 20))
    expect(terms.host).to_have_attribute("data-done", "20")
    with opened(folder) as edition:
        rows = edition.desk.rows(edition.text_id("mill"), "de", limit=None)
        said = [row.entry.msgstr for row in rows if row.entry.msgstr]
    assert sum("Rückstand" in text for text in said) == 19
    assert sum(re.search(r"\bRest(es)?\b", text) is not None for text in said) == BARGES - 19
    assert any("Des Rückstandes wegen" in text for text in said)

    # The glossary goes out.
    page = terms.open("?view=files")
    page.locator("[data-ready=files]").wait_for()
    with page.expect_download() as waiting:
        terms.press("x", "Enter")
    made = tbx.parse(Path(waiting.value.path()).read_bytes())
    first = made.concepts[0]
    assert [
        (term.text, term.status) for part in first.sections if part.lang == "de" for term in part.terms
    ] == [
        ("Rest", Status.SUPERSEDED),
        ("Rückstand", Status.PREFERRED),
    ]
    assert len(made.concepts) == 11
    assert terms.thrown == []
