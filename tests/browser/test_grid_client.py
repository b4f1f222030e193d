"""The editor's grid in a real browser: no character is lost, nothing is overwritten, nothing moves."""

import pytest
from playwright.sync_api import Browser, expect

from browser.harness.driver import Grid
from browser.harness.server import Harness
from tools import until

pytestmark = pytest.mark.browser


def text(words: str) -> list[dict[str, str]]:
    return [{"text": words}]


# Drafts and saves


def test_a_key_is_kept_at_once_and_a_draft_reaches_the_desk(grid: Grid) -> None:
    grid.type("Weil")
    assert grid.kept("u9")["runs"] == text("Weil")
    grid.quiet()
    assert grid.desk.drafts["de", "u9"]["target"] == text("Weil")
    assert grid.desk.saves == []
    expect(grid.row("u9").locator(".save")).to_have_text("draft, kept")
    expect(grid.status).to_contain_text("All text is kept")


def test_undone_typing_leaves_no_draft(grid: Grid) -> None:
    grid.type("a")
    grid.quiet()
    grid.press("Backspace")
    grid.quiet()
    assert grid.kept("u9") is None
    assert grid.desk.drafts == {}
    grid.saved("u9", "clean")


def test_confirming_saves_and_goes_to_the_next_untranslated(grid: Grid) -> None:
    grid.type("Weil eine fehlt")
    grid.press("Control+Enter")
    grid.shows("u10")
    grid.quiet()
    assert grid.target("u9") == text("Weil eine fehlt")
    assert grid.desk.rows["de"]["u9"].state == "translated"
    expect(grid.row("u9")).to_have_attribute("data-state", "translated")
    grid.saved("u9", "saved")
    assert grid.kept("u9") is None
    grid.press("Control+Enter")
    grid.shows("u12")
    assert len(grid.desk.saves) == 1, "an empty text is nothing to confirm"
    expect(grid.status).to_contain_text("All text is saved")


def test_the_next_untranslated_may_be_on_another_page(grid: Grid) -> None:
    for row in list(grid.desk.rows["de"].values())[:60]:
        row.state, row.target = "translated", text("x")
    grid.open("?unit=u9", active="u9")
    grid.press("Control+Enter")
    grid.shows("u61")
    expect(grid.box).to_have_attribute("data-ready", "keeper:de:51")


def test_nothing_left_untranslated_is_said(grid: Grid) -> None:
    for unit, row in grid.desk.rows["de"].items():
        row.state, row.target = ("translated", text("x")) if unit != "u9" else ("untranslated", [])
    grid.open("?unit=u9", active="u9")
    grid.type("Schluss")
    grid.press("Control+Enter")
    expect(grid.notice).to_have_text("No untranslated unit is left in this text.")
    grid.shows("u9")


def test_leaving_a_changed_unit_saves_it_as_needing_work(grid: Grid) -> None:
    grid.type("halb")
    grid.press("Alt+ArrowDown")
    grid.shows("u10")
    grid.quiet()
    assert (grid.target("u9"), grid.desk.rows["de"]["u9"].state) == (text("halb"), "needs-work")
    expect(grid.row("u9").locator(".say")).to_contain_text("needs work")
    grid.press("Alt+ArrowUp", "Alt+ArrowUp", "Alt+ArrowDown")
    grid.quiet()
    assert len(grid.desk.saves) == 1, "looking at a unit does not save it"


def test_confirming_without_a_change(grid: Grid) -> None:
    grid.desk.rows["de"]["u4"].state = "needs-work"
    grid.open("?unit=u2", active="u2")
    grid.press("Control+Enter")
    grid.shows("u5")
    assert grid.desk.saves == [], "a reviewed text stays reviewed"
    grid.press("Alt+ArrowUp")
    grid.shows("u4")
    grid.press("Control+Enter")
    grid.shows("u5")
    grid.quiet()
    assert grid.desk.rows["de"]["u4"].state == "translated"


def test_emptying_a_text_makes_it_untranslated(grid: Grid) -> None:
    grid.field("u4").click()
    grid.press("Control+a", "Delete", "Control+Enter")
    grid.quiet()
    assert (grid.target("u4"), grid.desk.rows["de"]["u4"].state) == ([], "untranslated")


def test_ten_idle_minutes_make_a_revision(grid: Grid) -> None:
    grid.page.clock.install()
    grid.open("?unit=u9", active="u9")
    grid.type("liegt")
    grid.page.clock.run_for(599_000)
    assert grid.desk.saves == []
    grid.page.clock.run_for(2_000)
    grid.saved("u9", "saved")
    assert (grid.target("u9"), grid.desk.rows["de"]["u9"].state) == (text("liegt"), "needs-work")
    grid.shows("u9")


def test_saves_of_one_unit_follow_each_other(grid: Grid) -> None:
    grid.harness.down = True
    grid.type("eins")
    grid.press("Alt+ArrowDown", "Alt+ArrowUp")
    grid.type(" zwei")
    grid.press("Alt+ArrowDown", "Alt+ArrowUp")
    grid.type(" drei")
    grid.press("Control+Enter")
    grid.saved("u9", "unsent")
    grid.harness.down = False
    grid.quiet()
    grid.saved("u9", "saved")
    assert (grid.target("u9"), grid.desk.rows["de"]["u9"].state) == (text("eins zwei drei"), "translated")


def test_changing_the_text_back_before_the_answer_is_a_change_too(grid: Grid) -> None:
    grid.harness.down = True
    grid.type("weg")
    grid.press("Alt+ArrowDown", "Alt+ArrowUp", "Control+a", "Delete", "Alt+ArrowDown")
    grid.harness.down = False
    grid.quiet()
    assert (grid.target("u9"), grid.desk.rows["de"]["u9"].state) == ([], "untranslated")


# The line is down


def test_a_save_made_while_the_desk_is_down_arrives_later(grid: Grid) -> None:
    grid.harness.down = True
    grid.type("Trotzdem")
    grid.press("Control+Enter")
    grid.saved("u9", "unsent")
    expect(grid.row("u9").locator(".save")).to_have_text("not sent, kept here")
    expect(grid.box).to_have_attribute("data-waiting", "1")
    expect(grid.status).to_have_text("One unit waits for the connection")
    expect(grid.notice).to_contain_text("Not connected.")
    grid.harness.down = False
    grid.quiet()
    grid.saved("u9", "saved")
    assert grid.target("u9") == text("Trotzdem")
    expect(grid.notice).to_be_hidden()


def test_a_waiting_save_outlives_the_page(grid: Grid) -> None:
    grid.harness.down = True
    grid.type("Überlebt")
    grid.press("Control+Enter")
    grid.saved("u9", "unsent")
    grid.harness.down = False
    grid.open("?unit=u20", active="u20")
    grid.quiet()
    assert (grid.target("u9"), grid.desk.rows["de"]["u9"].state) == (text("Überlebt"), "translated")
    expect(grid.field("u9")).to_have_text("Überlebt")
    expect(grid.row("u9")).to_have_attribute("data-state", "translated")
    assert grid.kept("u9") is None


def test_a_lost_answer_does_not_save_twice(grid: Grid) -> None:
    def lose(route: object) -> None:
        route.fetch()  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    grid.page.route("**/save", lose)
    grid.type("Einmal")
    grid.press("Control+Enter")
    grid.saved("u9", "unsent")
    grid.page.unroute("**/save")
    grid.page.evaluate("window.dispatchEvent(new Event('online'))")
    grid.quiet()
    grid.saved("u9", "saved")
    assert len(grid.desk.saves) == 1
    assert grid.desk.rows["de"]["u9"].revision == 101


def test_a_draft_typed_while_the_desk_is_down_is_there_after_a_reload(grid: Grid) -> None:
    grid.harness.down = True
    grid.type("Nur hier")
    grid.saved("u9", "unsent")
    grid.harness.down = False
    grid.open("?unit=u9", active="u9")
    expect(grid.field("u9")).to_have_text("Nur hier")
    grid.quiet()
    assert grid.desk.drafts["de", "u9"]["target"] == text("Nur hier")


def test_the_newer_draft_wins(grid: Grid) -> None:
    grid.type("hier")
    grid.quiet()
    grid.desk.drafts["de", "u9"] = {"target": text("anderswo"), "revision": 0, "at": "2096-01-01T00:00:00Z"}
    grid.open("?unit=u9", active="u9")
    expect(grid.field("u9")).to_have_text("anderswo")
    grid.desk.drafts["de", "u9"] = {"target": text("früher"), "revision": 0, "at": "1996-01-01T00:00:00Z"}
    grid.type(" weiter")
    expect(grid.box).to_have_attribute("data-drafts", "1")
    grid.open("?unit=u9", active="u9")
    expect(grid.field("u9")).to_have_text("anderswo weiter")


def test_a_page_that_does_not_come_is_tried_again(grid: Grid) -> None:
    grid.harness.down = True
    grid.page.goto(grid.harness.url + "?unit=u9")
    expect(grid.page.get_by_text("The text could not be loaded.")).to_be_visible()
    grid.harness.down = False
    grid.page.get_by_role("button", name="Try again").click()
    grid.shows("u9")


def test_an_expired_token_is_renewed_without_a_word(grid: Grid) -> None:
    grid.harness.expire()
    grid.type("Neu")
    grid.press("Control+Enter")
    grid.shows("u10")
    grid.quiet()
    assert grid.target("u9") == text("Neu")
    assert grid.harness.renewed == 1


def test_a_refusal_is_shown_and_the_text_is_kept(grid: Grid) -> None:
    grid.harness.refuse = "You may read this text, not change it."
    grid.type("Verboten")
    grid.press("Control+Enter")
    expect(grid.status).to_have_text("You may read this text, not change it.")
    grid.saved("u9", "unsent")
    assert grid.kept("u9")["runs"] == text("Verboten")
    grid.harness.refuse = ""
    grid.field("u10").click()
    grid.type("Erlaubt")
    grid.press("Control+Enter")
    grid.quiet()
    assert (grid.target("u9"), grid.target("u10")) == (text("Verboten"), text("Erlaubt"))


# Two people


def test_keep_mine(grid: Grid) -> None:
    grid.type("Meins")
    grid.desk.write("de", "u9", text("Ihres"))
    grid.press("Control+Enter")
    expect(grid.banner("u9")).to_contain_text("Vera saved this unit at")
    expect(grid.banner("u9").locator("ins")).to_have_text(["Ihres", "Meins"])
    grid.saved("u9", "conflict")
    expect(grid.status).to_have_text("One unit is in conflict")
    grid.field("u10").focus()
    grid.press("Alt+ArrowUp")
    expect(grid.banner("u9").get_by_role("button", name="Keep mine")).to_be_focused()
    grid.press("1")
    grid.shows("u9")
    grid.quiet()
    grid.saved("u9", "saved")
    assert (grid.target("u9"), grid.desk.rows["de"]["u9"].state) == (text("Meins"), "translated")
    expect(grid.banner("u9")).to_have_count(0)


def test_take_theirs_can_be_undone(grid: Grid) -> None:
    grid.type("Meins")
    grid.desk.write("de", "u9", text("Ihres"), "reviewed")
    grid.press("Control+Enter")
    grid.banner("u9").get_by_role("button", name="Take Vera’s").click()
    grid.shows("u9")
    expect(grid.field("u9")).to_have_text("Ihres")
    expect(grid.row("u9")).to_have_attribute("data-state", "reviewed")
    grid.quiet()
    assert grid.kept("u9") is None
    assert grid.target("u9") == text("Ihres")
    grid.press("Control+z", "Control+Enter")
    grid.quiet()
    assert grid.target("u9") == text("Meins")


def test_decide_later_keeps_both_even_over_a_reload(grid: Grid) -> None:
    grid.type("Meins")
    grid.desk.write("de", "u9", text("Ihres"))
    grid.press("Alt+ArrowDown")
    expect(grid.banner("u9")).to_be_visible()
    grid.field("u9").click()
    grid.press("Escape")
    expect(grid.banner("u9")).to_have_count(0)
    grid.saved("u9", "conflict")
    grid.press("Alt+ArrowDown", "Alt+ArrowUp")
    grid.quiet()
    assert (grid.target("u9"), grid.kept("u9")["runs"]) == (text("Ihres"), text("Meins"))
    assert len(grid.desk.saves) == 1, "what waits for a decision is not sent again by leaving"
    grid.open("?unit=u70", active="u70")
    expect(grid.status).to_have_text("One unit is in conflict")
    grid.page.locator(".bar").get_by_role("button", name="Decide").click()
    expect(grid.banner("u9").get_by_role("button", name="Keep mine")).to_be_focused()
    grid.press("2")
    expect(grid.field("u9")).to_have_text("Ihres")
    expect(grid.status).to_contain_text("All text is saved")


def test_a_draft_begun_on_an_older_revision_meets_the_newer_one(grid: Grid) -> None:
    grid.type("Alt")
    grid.quiet()
    grid.desk.write("de", "u9", text("Neu"))
    grid.open("?unit=u9", active="u9")
    expect(grid.field("u9")).to_have_text("Alt")
    grid.press("Control+Enter")
    expect(grid.banner("u9")).to_be_visible()
    assert grid.target("u9") == text("Neu")


def test_writing_goes_on_under_the_banner(grid: Grid) -> None:
    grid.type("Meins")
    grid.desk.write("de", "u9", text("Ihres"))
    grid.press("Control+Enter")
    grid.field("u9").click()
    grid.press("End")
    grid.type(" 1 und 2")
    expect(grid.banner("u9").locator("[data-mine]")).to_have_text("Meins 1 und 2")
    grid.press("Control+Enter")
    expect(grid.banner("u9").get_by_role("button", name="Keep mine")).to_be_focused()


def test_a_newer_page_never_overwrites_what_is_typed(grid: Grid) -> None:
    grid.harness.down = True
    grid.type("Meins")
    grid.saved("u9", "unsent")
    grid.desk.write("de", "u9", text("Ihres"))
    grid.desk.write("de", "u12", text("Die Flut bringt zurück."))
    grid.harness.down = False
    expect(grid.field("u12")).to_have_text("Die Flut bringt zurück.")
    expect(grid.field("u9")).to_have_text("Meins")


# One person, two windows


def test_two_windows_keep_both_drafts(grid: Grid) -> None:
    other = Grid(grid.context, grid.harness)
    other.open("?unit=u9", active="u9")
    grid.type("AAA")
    grid.quiet()
    other.type("BBB")
    other.quiet()
    grid.page.close()
    other.page.close()
    reopened = Grid(grid.context, grid.harness)
    reopened.open("?unit=u9", active="u9")
    expect(reopened.field("u9")).to_have_text("BBB")
    assert grid.desk.suggestions["de", "u9"] == [text("AAA")]


def test_a_window_drops_only_its_own_draft(grid: Grid) -> None:
    other = Grid(grid.context, grid.harness)
    other.open("?unit=u9", active="u9")
    grid.type("AAA")
    grid.quiet()
    other.type("x")
    other.press("Backspace")
    other.quiet()
    assert grid.desk.drafts["de", "u9"]["target"] == text("AAA")
    grid.open("?unit=u9", active="u9")
    expect(grid.field("u9")).to_have_text("AAA")


def test_confirming_in_one_window_leaves_the_draft_of_the_other(grid: Grid) -> None:
    other = Grid(grid.context, grid.harness)
    other.open("?unit=u9", active="u9")
    other.type("BBB")
    other.quiet()
    grid.type("AAA")
    grid.quiet()
    grid.press("Control+Enter")
    grid.quiet()
    other.open("?unit=u9", active="u9")
    expect(other.field("u9")).to_have_text("BBB")
    assert grid.target("u9") == text("AAA")


def test_drafts_of_closed_windows_that_the_desk_never_had_are_found(grid: Grid) -> None:
    other = Grid(grid.context, grid.harness)
    other.open("?unit=u9", active="u9")
    grid.harness.down = True
    grid.type("AAA")
    other.type("BBB")
    other.saved("u9", "unsent")
    grid.page.close()
    other.page.close()
    grid.harness.down = False
    reopened = Grid(grid.context, grid.harness)
    reopened.open("?unit=u9", active="u9")
    expect(reopened.field("u9")).to_have_text("BBB")
    reopened.quiet()
    # Both windows' drafts are on their way: the page is quiet between the first and the second too.
    until(lambda: bool(grid.desk.drafts["de", "u9"]["target"] == text("BBB")))
    assert grid.desk.suggestions["de", "u9"] == [text("AAA")]


def test_what_the_desk_has_not_acknowledged_wins_whatever_the_clocks_say(grid: Grid) -> None:
    grid.type("vorne")
    grid.quiet()
    grid.harness.down = True
    grid.type(" und hinten")
    grid.saved("u9", "unsent")
    grid.page.close()
    grid.harness.down = False
    grid.desk.drafts["de", "u9"] = {"target": text("vorne"), "revision": 0, "at": "2096-01-01T00:00:00Z"}
    reopened = Grid(grid.context, grid.harness)
    reopened.open("?unit=u9", active="u9")
    expect(reopened.field("u9")).to_have_text("vorne und hinten")


def test_a_reloaded_window_may_drop_its_own_draft(grid: Grid) -> None:
    grid.type("a")
    grid.quiet()
    grid.open("?unit=u9", active="u9")
    grid.press("Backspace")
    grid.quiet()
    assert grid.desk.drafts == {}
    assert grid.desk.suggestions == {}
    grid.open("?unit=u9", active="u9")
    expect(grid.field("u9")).to_be_empty()


def test_a_conflict_with_oneself_says_so(grid: Grid) -> None:
    grid.type("Meins")
    grid.desk.write("de", "u9", text("Auch meins"), by="Anna")
    grid.press("Control+Enter")
    expect(grid.banner("u9")).to_contain_text("You saved this unit in another window at")
    expect(grid.banner("u9").locator("dt")).to_have_text(["Before", "You, in another window", "You"])
    expect(grid.banner("u9").get_by_role("button", name="Take the other text")).to_be_visible()


def test_taking_theirs_keeps_what_was_typed_under_the_banner(grid: Grid) -> None:
    grid.type("Meins")
    grid.desk.write("de", "u9", text("Ihres"))
    grid.press("Control+Enter")
    expect(grid.banner("u9")).to_be_visible()
    grid.field("u9").click()
    grid.press("End")
    grid.type(" und mehr")
    grid.banner("u9").get_by_role("button", name="Take Vera’s").click()
    expect(grid.field("u9")).to_have_text("Ihres")
    grid.quiet()
    assert grid.desk.suggestions["de", "u9"] == [text("Meins"), text("Meins und mehr")]
    assert grid.target("u9") == text("Ihres")
    expect(grid.banner("u9")).to_have_count(0)
    assert grid.desk.drafts == {}


def test_a_banner_that_opens_above_moves_nothing(grid: Grid) -> None:
    for top in (0, 150):
        unit, below = ("u9", "u10") if not top else ("u12", "u13")
        grid.open(f"?unit={unit}", active=unit)
        grid.page.evaluate("top => window.scrollTo(0, top)", top)
        grid.harness.slow = {"save": 0.5}
        grid.type("Meins")
        grid.desk.write("de", unit, text("Ihres"))
        grid.press("Alt+ArrowDown")
        grid.shows(below)
        before = grid.field(below).bounding_box()
        expect(grid.banner(unit)).to_have_count(1)
        grid.page.wait_for_timeout(200)
        after = grid.field(below).bounding_box()
        assert before is not None
        assert after is not None
        assert abs(after["y"] - before["y"]) <= 1, top


# What the desk does not take


def test_a_text_that_is_refused_is_counted_until_it_is_mended(grid: Grid) -> None:
    grid.desk.refuses = "¤"
    grid.type("falsch ¤")
    expect(grid.status).to_have_text("One unit is not saved")
    grid.press("Alt+ArrowDown")
    grid.shows("u10")
    grid.page.wait_for_timeout(300)
    expect(grid.status).to_have_text("One unit is not saved")
    grid.open("?unit=u70", active="u70")
    expect(grid.status).to_have_text("One unit is not saved")
    grid.page.locator(".bar").get_by_role("button", name="Show it").click()
    grid.shows("u9")
    grid.press("Backspace", "Control+Enter")
    grid.quiet()
    expect(grid.status).to_contain_text("All text is saved")
    assert grid.target("u9") == text("falsch ")


def test_without_a_store_the_page_says_so_and_asks(chromium: Browser, harness: Harness) -> None:
    context = chromium.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    )
    grid = Grid(context, harness)
    grid.open("?unit=u9", active="u9")
    asked: list[str] = []
    grid.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    harness.down = True
    grid.type("nirgends")
    expect(grid.notice).to_contain_text("this browser cannot keep what you type")
    expect(grid.row("u9").locator(".save")).to_have_text("not sent")
    grid.page.close(run_before_unload=True)
    grid.page.wait_for_event("close")
    assert asked == ["beforeunload"]
    context.close()


def test_the_reviewed_text_typed_again_is_reviewed_again(grid: Grid) -> None:
    for forbidden, state in (set(), "reviewed"), ({"reviewed"}, "translated"):
        grid.desk.rows["de"]["u2"].state = "reviewed"
        grid.desk.forbidden = forbidden
        grid.open("?unit=u2", active="u2")
        grid.type("x")
        grid.press("Alt+ArrowDown")
        grid.quiet()
        assert grid.desk.rows["de"]["u2"].state == "needs-work"
        grid.press("Alt+ArrowUp", "Backspace", "Control+Enter")
        grid.quiet()
        assert grid.desk.rows["de"]["u2"].state == state


def test_an_omitted_unit_emptied_again_is_omitted_for_its_reason(grid: Grid) -> None:
    row = grid.desk.rows["de"]["u9"]
    row.state, row.reason = "omitted", "not in this edition"
    grid.open("?unit=u9", active="u9")
    grid.type("x")
    grid.press("Alt+ArrowDown")
    grid.quiet()
    assert (row.state, row.reason) == ("needs-work", "")
    grid.press("Alt+ArrowUp", "Backspace", "Control+Enter")
    grid.quiet()
    assert (row.state, row.reason) == ("omitted", "not in this edition")


# Going about


def test_keys_typed_while_the_next_page_comes_go_into_its_unit(grid: Grid) -> None:
    for row in list(grid.desk.rows["de"].values())[:60]:
        row.state, row.target = "translated", text("x")
    grid.open("?unit=u50", active="u50")
    grid.harness.slow = {"next": 0.5, "page": 0.3}
    grid.type("y")
    grid.press("Control+Enter")
    grid.type("Weiter")
    grid.shows("u61")
    expect(grid.field("u61")).to_have_text("Weiter")
    grid.quiet()
    assert grid.target("u50") == text("xy")


def test_units_follow_each_other_over_the_end_of_a_page(grid: Grid) -> None:
    grid.open("?unit=u50", active="u50")
    grid.press("Alt+ArrowDown")
    grid.shows("u51")
    expect(grid.page.locator(".range")).to_have_text("Units 51–100 of 120")
    grid.type("geht mit")
    grid.press("Alt+ArrowUp")
    grid.shows("u50")
    grid.quiet()
    assert grid.target("u51") == text("geht mit")
    grid.open("?unit=u120", active="u120")
    grid.press("Alt+ArrowDown")
    expect(grid.notice).to_have_text("This is the last unit of the text.")


def test_the_pager_turns_pages(grid: Grid) -> None:
    grid.page.get_by_role("button", name="Next page").click()
    grid.shows("u51")
    grid.page.get_by_role("button", name="Previous page").click()
    grid.shows("u50")


def test_a_click_sets_the_caret_where_it_was_meant(grid: Grid) -> None:
    grid.field("u4").click(position={"x": 2, "y": 10})
    grid.shows("u4")
    grid.type("+")
    expect(grid.field("u4")).to_have_text("+Ein Buch, in das nur der Wind schreibt.")


def test_the_language_changes_without_a_reload(grid: Grid) -> None:
    grid.page.evaluate("history.replaceState(null, '', '?mine=1')")
    grid.type("bleibt")
    grid.page.get_by_label("Language").select_option("ar")
    expect(grid.box).to_have_attribute("data-ready", "keeper:ar:1")
    expect(grid.field("u4")).to_have_css("direction", "rtl")
    expect(grid.field("u4")).to_have_attribute("lang", "ar")
    expect(grid.row("u9")).to_have_attribute("aria-current", "true")
    grid.page.wait_for_url("**/?mine=1&text=keeper&lang=ar&unit=u9")
    grid.quiet()
    assert grid.target("u9") == text("bleibt")
    assert grid.target("u9", "ar") == []


def test_a_rerun_disturbs_nothing(grid: Grid) -> None:
    grid.type("mitten im ")
    grid.page.evaluate("void remount({ token: 't1', unit: 'u3' })")
    grid.type("Satz")
    expect(grid.field("u9")).to_have_text("mitten im Satz")
    grid.shows("u9")
    expect(grid.box).to_have_count(1)


def test_taking_the_grid_away_saves_what_is_typed(grid: Grid) -> None:
    grid.type("Abschied")
    grid.page.evaluate("void unmount()")
    expect(grid.box).to_have_count(0)
    grid.page.evaluate("void remount()")
    expect(grid.field("u9")).to_have_text("Abschied")
    grid.quiet()
    assert (grid.target("u9"), grid.desk.rows["de"]["u9"].state) == (text("Abschied"), "needs-work")


# Typing


def test_f2_sets_the_missing_tags_one_after_the_other(grid: Grid) -> None:
    grid.type("Weil eine fehlt")
    expect(grid.row("u9").locator(".lack")).to_contain_text("2 missing")
    grid.press("F2")
    grid.type(" und das Öl ausgeht")
    grid.press("F2")
    grid.type("vor der Nacht.")
    expect(grid.row("u9").locator(".lack")).to_be_hidden()
    grid.press("F2", "Control+Enter")
    grid.quiet()
    assert grid.target("u9") == [
        {"text": "Weil eine fehlt"},
        {"note": "n2"},
        {"text": " und das Öl ausgeht"},
        {"bound": "lb"},
        {"text": "vor der Nacht."},
    ]


def test_a_missing_tag_is_set_by_a_click_at_the_caret(grid: Grid) -> None:
    grid.type("vornhinten")
    for _ in "hinten":
        grid.press("ArrowLeft")
    grid.row("u9").get_by_role("button", name="note 2").click()
    grid.shows("u9")
    grid.type(" ")
    grid.press("Control+Enter")
    grid.quiet()
    assert grid.target("u9") == [{"text": "vorn"}, {"note": "n2"}, {"text": " hinten"}]


def test_enter_and_formatting_do_nothing_and_shift_enter_breaks_the_line(grid: Grid) -> None:
    grid.type("a")
    grid.press("Enter", "Control+b", "Control+i", "Control+u")
    grid.type("b")
    grid.press("Shift+Enter")
    grid.type("c")
    grid.press("Control+Enter")
    grid.quiet()
    assert grid.target("u9") == [{"text": "ab"}, {"bound": "lb"}, {"text": "c"}]


def test_pasting_takes_words_only(grid: Grid) -> None:
    grid.type("vor ")
    grid.field("u9").evaluate(
        """field => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", "zwei\\n  Zeilen");
          clipboardData.setData("text/html", "<b onclick=alert(1)>zwei</b><p>Zeilen</p>");
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }"""
    )
    grid.type(" nach")
    grid.press("Control+Enter")
    grid.quiet()
    assert grid.target("u9") == text("vor zwei Zeilen nach")


def test_spaces_stay_as_they_were_typed(grid: Grid) -> None:
    grid.keyboard.insert_text("12\u00a0Uhr\u202f: ja")
    grid.type(" x ")
    assert grid.kept("u9")["runs"] == text("12\u00a0Uhr\u202f: ja x ")
    grid.press("Control+Enter")
    grid.quiet()
    assert grid.target("u9")[0]["text"].startswith("12\u00a0Uhr\u202f: ja x")


def test_undo_and_redo_know_tags(grid: Grid) -> None:
    grid.type("eins")
    grid.press("F2", "Control+z")
    expect(grid.field("u9")).to_have_text("eins")
    grid.press("Control+z")
    expect(grid.field("u9")).to_be_empty()
    grid.press("Control+Shift+z", "Control+y")
    expect(grid.field("u9")).to_have_text("einsnote 2")


def test_a_tag_deleted_as_one_is_missing_again(grid: Grid) -> None:
    grid.field("u3").click()
    grid.press("End", "Backspace")
    expect(grid.row("u3").locator(".lack")).to_contain_text("1 missing")
    grid.press("Control+Enter")
    grid.quiet()
    assert grid.target("u3")[1:] == [
        {"open": "emph", "id": 1},
        {"text": "Logbuch"},
        {"close": 1},
        {"text": " der See."},
    ]


def test_an_input_method_is_left_alone(grid: Grid) -> None:
    grid.type("日")
    for composing in ({"isComposing": True}, {"keyCode": 229}):
        grid.field("u9").evaluate(
            """(field, given) => field.dispatchEvent(new KeyboardEvent("keydown",
                 { key: "Enter", code: "Enter", ctrlKey: true, bubbles: true, composed: true, ...given }))""",
            composing,
        )
    grid.type("本")
    grid.shows("u9")
    assert grid.desk.saves == []


def test_a_text_is_never_markup(grid: Grid) -> None:
    hostile = "<img src=x onerror=alert(1)><b>fett</b>&amp;"
    grid.desk.write(
        "de", "u4", [{"text": hostile}, {"bound": hostile}, {"open": hostile, "id": 1}, {"close": 1}]
    )
    grid.open("?unit=u4", active="u4")
    expect(grid.field("u4")).to_have_text(hostile * 2)
    assert grid.field("u4").locator("img, b").count() == 0


def test_keys_do_not_reach_the_page(grid: Grid) -> None:
    grid.page.evaluate(
        "window.heard = []; document.addEventListener('keydown', (event) => heard.push(event.key))"
    )
    grid.type("rc")
    assert grid.page.evaluate("heard") == []
    expect(grid.field("u9")).to_have_text("rc")


def test_a_dialog_that_takes_the_focus_loses_no_key(grid: Grid) -> None:
    grid.type("mitten im S")
    grid.page.evaluate(
        """() => {
          const dialog = Object.assign(document.createElement("div"), { id: "lost", tabIndex: -1 });
          dialog.setAttribute("role", "dialog");
          document.body.append(dialog);
          dialog.focus();
        }"""
    )
    expect(grid.page.locator("#lost")).to_be_focused()
    grid.type("atz")
    expect(grid.field("u9")).to_have_text("mitten im Satz")
    grid.page.evaluate("document.getElementById('lost').remove()")
    grid.shows("u9")
    grid.type(" weiter")
    expect(grid.field("u9")).to_have_text("mitten im Satz weiter")


# What it looks like


def test_first_baselines_are_equal(grid: Grid) -> None:
    for lang in ("de", "ar"):
        grid.open(f"?lang={lang}&unit=u3", active="u3")
        for unit in ("u1", "u2", "u3", "u4", "u6"):
            tops = grid.row(unit).evaluate(
                """row => ["[role=rowheader] b", ".src .t", ".tgt .t"].map((name) => {
                  const mark = document.createElement("span");
                  mark.style.cssText = "display:inline-block;width:1px;height:0";
                  row.querySelector(name).prepend(mark);
                  const { bottom } = mark.getBoundingClientRect();
                  mark.remove();
                  return bottom;
                })"""
            )
            assert max(tops) - min(tops) <= 1, (lang, unit, tops)


def test_becoming_active_moves_nothing_above_and_wraps_nothing(grid: Grid) -> None:
    long = (
        "Ein langer Satz, der sich über mehr als eine Zeile zieht, damit sich zeigt, ob er anders umbricht. "
        * 2
    )
    grid.desk.write("de", "u27", text(long.strip()))
    grid.open("?unit=u25", active="u25")
    grid.row("u27").evaluate("row => row.scrollIntoView({ block: 'center' })")
    before = grid.field("u27").bounding_box()
    grid.field("u27").click()
    grid.shows("u27")
    after = grid.field("u27").bounding_box()
    assert before is not None
    assert after is not None
    assert [round(after[side] - before[side]) for side in ("x", "y", "width", "height")] == [0, 0, 0, 0]


def test_the_row_says_what_it_is_to_a_screen_reader(grid: Grid) -> None:
    field = grid.page.get_by_role("textbox", name="Translation of unit 9", exact=True)
    expect(field).to_have_attribute("aria-multiline", "true")
    expect(field).to_have_attribute("spellcheck", "true")
    expect(grid.row("u1").locator(".corner")).to_have_text("approved")
    expect(grid.page.get_by_role("table", name="The Lighthouse Keeper")).to_have_attribute(
        "aria-rowcount", "121"
    )
    expect(grid.page.get_by_role("status").first).to_contain_text("All text is saved")
    expect(grid.page.locator(".cols")).to_contain_text("Deutsch")
    expect(grid.page.locator(".cols")).to_contain_text("6% translated")


def test_the_hints_are_the_keys_that_hold_here(grid: Grid) -> None:
    hints = grid.page.locator(".hints")
    expect(hints).to_contain_text("Ctrl EnterConfirm, next")
    expect(hints).to_contain_text("F2Note or tag")
    expect(hints).to_contain_text("Line break")
    grid.press("Alt+ArrowDown")
    expect(hints).not_to_contain_text("F2")
    expect(hints).not_to_contain_text("Line break")
    grid.press("Alt+ArrowUp")
    grid.type("Meins")
    grid.desk.write("de", "u9", text("Ihres"))
    grid.press("Control+Enter")
    expect(grid.banner("u9")).to_be_visible()
    grid.press("Alt+ArrowUp")
    expect(hints).to_have_text("1Keep mine2Take theirsEscDecide later")


def test_blocks_are_marked_once(grid: Grid) -> None:
    marks = [grid.row(f"u{n}").locator("[role=rowheader] span").inner_text() for n in range(1, 17)]
    assert marks == [
        "head", "¶", "", "note 1", "head", "turn", "", "turn", "", "", "verse", "", "item", "item", "quote", "dateline",
    ]  # fmt: skip
    expect(grid.field("u13")).to_have_attribute("data-n", "1.")


def test_a_phone_has_its_languages_below_each_other(chromium: Browser, harness: Harness) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    grid = Grid(context, harness)
    grid.open("?unit=u9", active="u9")
    source, target = grid.row("u9").locator(".src").bounding_box(), grid.field("u9").bounding_box()
    assert source is not None
    assert target is not None
    assert source["y"] + source["height"] <= target["y"]
    assert grid.page.evaluate("document.documentElement.scrollWidth") == 390
    grid.type("Am Telefon")
    button = grid.page.locator(".buttons").get_by_role("button", name="Confirm")
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    button.tap()
    grid.shows("u10")
    grid.quiet()
    assert grid.target("u9") == text("Am Telefon")
    assert grid.thrown == []
    context.close()


def test_forced_colours_keep_frames_and_signs(chromium: Browser, harness: Harness) -> None:
    context = chromium.new_context(forced_colors="active")
    grid = Grid(context, harness)
    grid.open("?unit=u9", active="u9")
    outline = (
        grid.row("u9").locator(".tgt").evaluate("cell => getComputedStyle(cell, '::before').outlineStyle")
    )
    assert outline == "solid"
    context.close()
