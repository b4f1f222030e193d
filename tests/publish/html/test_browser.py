"""The page in a real browser: what style sheets and scripts make of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Page, expect

from hexapla.publish.html import build
from publish.html.sample import ESSAY, anthology

pytestmark = pytest.mark.browser

U5, U6, U7, U8 = (f"{ESSAY}.u{n}" for n in (5, 6, 7, 8))
ON = re.compile(r"\bon\b")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    ((name, content),) = build(anthology()).items()
    file: Path = tmp_path_factory.mktemp("out") / name
    file.write_bytes(content)
    return file.as_uri()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, reduced_motion="reduce")
    opened = context.new_page()
    opened.goto(address)
    yield opened
    context.close()


@pytest.fixture
def plain(chromium: Browser, address: str) -> Iterator[Page]:
    """The page where scripts are forbidden."""
    context = chromium.new_context(
        viewport={"width": 1440, "height": 1000}, java_script_enabled=False, reduced_motion="reduce"
    )
    opened = context.new_page()
    opened.goto(address)
    yield opened
    context.close()


def point(page: Page, selector: str) -> tuple[float, float]:
    """A place within the first line of an element that may run over several."""
    page.locator(selector).scroll_into_view_if_needed()
    first = page.locator(selector).evaluate("element => element.getClientRects()[0].toJSON()")
    return first["left"] + first["width"] / 2, first["top"] + first["height"] / 2


def boxes(page: Page, name: str) -> list[FloatRect]:
    """Where a unit stands in English, German and Arabic."""
    found = [
        page.locator(f'[data-l="{lang}"] [data-u~="{name}"]').first.bounding_box()
        for lang in ("en", "de", "ar")
    ]
    assert all(found)
    return [box for box in found if box]


def test_it_asks_for_nothing_and_complains_of_nothing(chromium: Browser, address: str) -> None:
    opened = chromium.new_page()
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("dialog", lambda dialog: said.append(dialog.message))
    opened.goto(address, wait_until="networkidle")
    opened.close()
    assert asked == [address]
    assert said == []


def test_arabic_runs_from_the_right(page: Page) -> None:
    cell = page.locator(f'#{ESSAY} p[data-l="ar"]').first
    assert cell.evaluate("element => getComputedStyle(element).direction") == "rtl"
    english, _german, arabic = boxes(page, U5)
    assert english["x"] < arabic["x"]


def test_languages_and_layouts_work_without_a_script(plain: Page) -> None:
    english, german, arabic = boxes(plain, U7)
    assert english["x"] < german["x"] < arabic["x"]
    plain.check('[name="layout"][value="interlinear"]')
    english, german, arabic = boxes(plain, U7)
    assert english["y"] < german["y"] < arabic["y"]
    eighth = plain.locator(f'[data-l="en"] [data-u="{U8}"]').bounding_box()
    assert eighth is not None
    assert eighth["y"] > arabic["y"]
    plain.check('[name="layout"][value="alternating"]')
    eighth = plain.locator(f'[data-l="en"] [data-u="{U8}"]').bounding_box()
    assert eighth is not None
    assert eighth["y"] < boxes(plain, U7)[1]["y"]
    plain.uncheck('[name="language"][value="de"]')
    expect(plain.locator(f'#{ESSAY} p[data-l="de"]').first).to_be_hidden()
    expect(plain.locator(f'#{ESSAY} p[data-l="ar"]').first).to_be_visible()
    expect(plain.locator("#_search")).to_be_hidden()


def test_no_language_at_all_shows_them_all(plain: Page) -> None:
    for lang in ("en", "de", "ar"):
        plain.uncheck(f'[name="language"][value="{lang}"]')
    expect(plain.locator(f'#{ESSAY} p[data-l="de"]').first).to_be_visible()


def test_themes_follow_the_system_and_the_choice(plain: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    plain.emulate_media(color_scheme="light")
    light = plain.evaluate(ground)
    plain.emulate_media(color_scheme="dark")
    assert plain.evaluate(ground) != light
    plain.select_option("#_theme", "light")
    assert plain.evaluate(ground) == light


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
@pytest.mark.parametrize("layout", ["columns", "interlinear", "alternating"])
def test_no_width_scrolls_sideways(page: Page, width: int, layout: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.check(f'[name="layout"][value="{layout}"]')
    assert page.evaluate("document.documentElement.scrollWidth") == width
    cut = page.evaluate(
        "[...document.querySelectorAll('.column')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
    )
    assert cut == 0


def test_a_phone_sets_columns_one_below_the_other(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    english, german, arabic = boxes(page, U5)
    assert english["y"] < german["y"] < arabic["y"]


def test_counterparts_light_up_and_a_join_lights_both(page: Page) -> None:
    page.mouse.move(*point(page, f'[data-l="de"] [data-u="{U7} {U8}"]'))
    for name in (U7, U8):
        expect(page.locator(f'[data-l="en"] [data-u="{name}"]')).to_have_class(ON)
    expect(page.locator(f'[data-l="en"] [data-u="{U6}"]')).not_to_have_class(ON)


def test_an_address_finds_its_unit_in_a_language_that_is_shown(page: Page, address: str) -> None:
    page.uncheck('[name="language"][value="en"]')
    page.goto(f"{address}#{U8}")
    page.reload()
    expect(page.locator(f'[data-l="en"] [data-u="{U8}"]')).to_be_hidden()
    expect(page.locator(f'[data-l="de"] [data-u="{U7} {U8}"]')).to_have_class(ON)
    expect(page.locator(f'[data-l="de"] [data-u="{U7} {U8}"]')).to_be_in_viewport()


def test_the_keyboard_walks_and_crosses(page: Page) -> None:
    page.mouse.click(*point(page, f'[data-l="en"] [data-u="{U5}"]'))
    page.keyboard.press("j")
    expect(page.locator(f'[data-l="en"] [data-u="{U6}"]')).to_be_focused()
    page.keyboard.press("l")
    expect(page.locator(f'[data-l="de"] [data-u="{U6}"]')).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(f'[data-l="de"] [data-u="{U5}"]')).to_be_focused()
    assert page.evaluate("location.hash") == f"#{U5}"


def test_a_second_click_lets_go(page: Page) -> None:
    unit = page.locator(f'[data-l="de"] [data-u="{U6}"]')
    place = point(page, f'[data-l="en"] [data-u="{U6}"]')
    for pinned in (True, False, True):
        page.mouse.click(*place)
        page.mouse.move(1, 1)
        expect(unit).to_have_class(ON) if pinned else expect(unit).not_to_have_class(ON)


def test_a_note_opens_beside_its_mark_and_gives_the_focus_back(page: Page) -> None:
    mark = page.locator('[data-l="ar"] .mark').first
    mark.focus()
    page.keyboard.press("Enter")
    popup = page.locator("#_note")
    expect(popup).to_be_visible()
    expect(popup).to_contain_text("قاسته امرأة طويلة")
    assert popup.evaluate("element => getComputedStyle(element).direction") == "rtl"
    page.keyboard.press("Escape")
    expect(popup).to_be_hidden()
    expect(mark).to_be_focused()


def test_without_a_script_a_mark_leads_to_its_note(plain: Page) -> None:
    plain.locator('[data-l="de"] .mark').first.click()
    expect(plain.locator(f'[id="{ESSAY}.de.n1"]')).to_be_in_viewport()


def test_search_minds_neither_accents_nor_capitals(page: Page) -> None:
    page.fill("#_search", "MUHLE")
    expect(page.locator("#_found")).to_have_text("2")
    page.keyboard.press("Enter")
    expect(page.locator("#_found")).to_have_text("1/2")
    page.fill("#_search", "مشاع")
    expect(page.locator("#_found")).to_have_text("1")
    page.uncheck('[name="language"][value="ar"]')
    expect(page.locator("#_found")).to_have_text("0")


def test_choices_are_remembered(page: Page) -> None:
    page.check('[name="layout"][value="alternating"]')
    page.uncheck('[name="language"][value="de"]')
    page.select_option("#_theme", "dark")
    page.reload()
    expect(page.locator('[name="layout"][value="alternating"]')).to_be_checked()
    expect(page.locator('[name="language"][value="de"]')).not_to_be_checked()
    expect(page.locator("#_theme")).to_have_value("dark")


CONTRAST = """() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const weights = [0.2126, 0.7152, 0.0722];
  const luminance = (colour) => channels(colour).reduce((sum, part, i) => sum + part * weights[i], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  let least = 99;
  for (const element of document.querySelectorAll("body *:not(script, option)")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const [a, b] = [getComputedStyle(element).color, ground(element)].map(luminance).sort((x, y) => y - x);
    least = Math.min(least, (a + 0.05) / (b + 0.05));
  }
  return least;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_is_legible(page: Page, scheme: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 : 1, on the page and on a lit unit."""
    page.select_option("#_theme", scheme)
    page.evaluate("document.querySelectorAll('.u').forEach((unit) => unit.classList.add('on'))")
    assert page.evaluate(CONTRAST) >= 4.5
    page.evaluate("document.querySelectorAll('.u').forEach((unit) => unit.classList.remove('on'))")
    assert page.evaluate(CONTRAST) >= 4.5
