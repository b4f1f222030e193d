"""The source mended in the grid, on the real server: by keyboard, effect shown first, undone, seen by others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from browser.harness.driver import Grid
from browser.real import Editor, Server
from editions import ANNA, make, opened, translate
from hexapla.desk import Desk
from hexapla.model.catalog import State
from hexapla.model.mend import AttachNote, Correct
from hexapla.work import joining, mend

pytestmark = pytest.mark.browser


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    folder = make(tmp_path / "edition")
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle steht. Dort biegt der Fluss ab.", state=State.REVIEWED)
        translate(edition, "u3", "Niemand mahlt hier.")
        translate(edition, "u2", "Áll a malom. Ott kanyarodik a folyó.", lang="hu")
    running = Server(folder)
    yield running
    running.stop()


@pytest.fixture
def windows(chromium: Browser) -> Iterator[list[Editor]]:
    """The windows of a test, each with a browser profile of its own; nothing may be thrown in any."""
    made: list[Editor] = []
    yield made
    for one in made:
        assert one.thrown == []
        one.page.context.close()


def window(
    chromium: Browser, windows: list[Editor], server: Server, unit: str, lang: str = "de", at: str = ""
) -> Editor:
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="en-GB")
    windows.append(Editor(context, server))
    windows[-1].open(text="mill", lang=lang, unit=unit)
    windows[-1].at(at or unit)
    return windows[-1]


@pytest.fixture
def editor(chromium: Browser, windows: list[Editor], server: Server) -> Editor:
    return window(chromium, windows, server, "u2")


def press(editor: Editor, *keys: str) -> None:
    for key in keys:
        editor.page.keyboard.press(key)


def source(editor: Editor, unit: str) -> Locator:
    """The field of the source mode."""
    return editor.row(unit).locator(f'[data-source="{unit}"]')


def mended(editor: Editor) -> Locator:
    """The line that says what was done."""
    return editor.page.locator(".mended span")


def open_source(editor: Editor, unit: str) -> None:
    press(editor, "F4")
    expect(source(editor, unit)).to_be_focused()


def do_it(editor: Editor, *said: str) -> None:
    """Read what the effect is, and take it with Enter."""
    effect = editor.page.locator(".effect")
    for words in said:
        expect(effect).to_contain_text(words)
    expect(effect.locator(".go")).to_be_focused()
    press(editor, "Enter")
    expect(effect).to_have_count(0)
    expect(mended(editor)).to_be_visible()


def row_of(server: Server, unit: str, lang: str = "de") -> tuple[str, str, str]:
    """Return source, translation and state of a unit on the desk."""
    with Desk.open(server.folder / ".hexapla" / "desk.sqlite3", create=False) as desk:
        entry = desk.row("mill", lang, unit).entry
        return entry.msgid, entry.msgstr, str(entry.state)


def test_words_are_corrected_and_only_another_meaning_costs_the_translators(
    editor: Editor, server: Server
) -> None:
    open_source(editor, "u2")
    press(editor, "Control+End", "Backspace")
    editor.page.keyboard.type(", still.")
    press(editor, "Control+Enter")
    do_it(editor, "Correct unit 2", "no translation changes")
    editor.at("u2")
    expect(mended(editor)).to_have_text("Unit 2 is corrected.")
    expect(editor.row("u2").locator(".src")).to_contain_text("bends, still.")
    assert row_of(server, "u2")[1:] == ("Die Mühle steht. Dort biegt der Fluss ab.", "reviewed")

    open_source(editor, "u2")
    editor.page.keyboard.type("Once ")
    press(editor, "Control+Enter")
    expect(editor.page.locator(".effect")).to_contain_text("no translation changes")
    press(editor, "m")
    expect(editor.page.get_by_label("Changes the meaning")).to_be_checked()
    do_it(editor, "Deutsch: 1 translation needs work again (", "Magyar: 1 translation needs work again (")
    expect(editor.row("u2")).to_have_attribute("data-state", "needs-work")
    expect(editor.row("u2").locator(".was ins")).to_have_text("Once ")
    press(editor, "Shift+F4")
    expect(mended(editor)).to_have_text("Undone.")
    expect(editor.row("u2")).to_have_attribute("data-state", "reviewed")
    editor.at("u2")
    assert row_of(server, "u2") == (
        "The mill stands where the river bends, still.",
        "Die Mühle steht. Dort biegt der Fluss ab.",
        "reviewed",
    )


def test_markup_of_words(editor: Editor, server: Server) -> None:
    plain = "The mill stands where the river bends."

    def mark(*keys: str, words: int = 1) -> None:
        open_source(editor, "u2")
        press(editor, "Control+ArrowRight", *["Control+Shift+ArrowRight"] * words, *keys)

    mark("Control+i")
    do_it(editor, "Italic: “mill”", "no translation changes")
    expect(mended(editor)).to_have_text("Italic: “mill”")
    expect(editor.row("u2").locator(".src i")).to_have_text("mill")
    expect(editor.row("u2")).to_have_attribute("data-state", "reviewed")
    assert row_of(server, "u2")[0] == plain.replace("mill", '<hi rend="italic">mill</hi>')
    mark("F4", "i")
    do_it(editor)
    expect(editor.row("u2").locator(".src i")).to_have_count(0)
    assert row_of(server, "u2")[0] == plain, "what is italic already is so no more"
    for key, inline in (
        ("t", "<title>mill</title>"),
        ("q", "<q>mill</q>"),
        ("s", "<sic>mill</sic>"),
    ):
        mark("F4", key)
        do_it(editor)
        expect(mended(editor)).to_contain_text("“mill”")
        editor.at("u2")
        assert row_of(server, "u2")[0] == plain.replace("mill", inline)
        press(editor, "Control+z")
        expect(mended(editor)).to_have_text("Undone.")
        assert row_of(server, "u2")[0] == plain
    mark("F4", "f")
    expect(editor.page.get_by_label("Language of these words")).to_be_focused()
    editor.page.keyboard.type("la")
    press(editor, "Enter")
    do_it(editor, "Foreign, la: “mill”")
    expect(editor.row("u2").locator(".src i")).to_have_attribute("lang", "la")
    assert row_of(server, "u2")[0] == plain.replace("mill", '<foreign xml:lang="la">mill</foreign>')


def test_a_unit_is_split_and_merged_with_its_translations_in_every_language(
    editor: Editor, server: Server
) -> None:
    open_source(editor, "u2")
    press(editor, *["Control+ArrowRight"] * 3, "F4", "d")
    do_it(editor, "Split unit 2", "Deutsch: 1 translation is divided", "Magyar: 1 translation is divided")
    expect(editor.field("u2")).to_have_text("Die Mühle steht.")
    expect(editor.field("u2a")).to_have_text("Dort biegt der Fluss ab.")
    editor.at("u2")
    expect(editor.row("u2a").locator(".n b")).to_have_text("2a")
    assert row_of(server, "u2a", "hu")[1] == "Ott kanyarodik a folyó."
    open_source(editor, "u2")
    press(editor, "F4", "m")
    do_it(editor, "Merge unit 2 with unit 2a", "Magyar: 2 translations are joined")
    expect(editor.row("u2a")).to_have_count(0)
    expect(editor.field("u2")).to_have_text("Die Mühle steht. Dort biegt der Fluss ab.")
    expect(editor.row("u2").locator(".src")).to_contain_text("The mill stands where the river bends.")
    press(editor, "Shift+F4")
    expect(editor.field("u2a")).to_have_text("Dort biegt der Fluss ab.")
    editor.at("u2")
    assert row_of(server, "u2", "hu")[1] == "Áll a malom."


def test_blocks_change_their_kind_are_joined_and_divided(editor: Editor, server: Server) -> None:
    kind = editor.row("u2").locator(".n span")
    open_source(editor, "u2")
    press(editor, "F4", "k", "ArrowRight", "ArrowRight", "ArrowRight")
    expect(editor.page.get_by_role("button", name="quote")).to_be_focused()
    press(editor, "Enter")
    do_it(editor, "Change the block from paragraph to quote", "no translation changes")
    expect(kind).to_have_text("quote")
    editor.at("u2")
    press(editor, "Control+z")
    expect(kind).to_have_text("¶")
    editor.at("u2")
    press(editor, "Alt+ArrowDown")
    editor.at("u3")
    open_source(editor, "u3")
    press(editor, "F4", "b")
    do_it(editor, "Begin a paragraph with unit 3")
    expect(editor.row("u3").locator(".n span")).to_have_text("¶")
    editor.at("u3")
    open_source(editor, "u3")
    press(editor, "F4", "j")
    do_it(editor, "Join this block (paragraph) with the one before it (paragraph)")
    expect(editor.row("u3").locator(".n span")).to_have_text("")
    assert row_of(server, "u3")[1:] == ("Niemand mahlt hier.", "translated")


def test_a_paragraph_becomes_a_note_where_the_mark_has_walked(editor: Editor, server: Server) -> None:
    editor.field("u5").click()
    open_source(editor, "u5")
    press(editor, "F4", "n")
    anchor = editor.page.locator(".anchor")
    expect(anchor).to_be_focused()
    expect(anchor).to_contain_text("The wheel still turns.")
    press(editor, "ArrowUp", "ArrowDown", "ArrowRight", "ArrowLeft", "ArrowLeft")
    expect(anchor.locator("..").get_by_role("status")).to_have_text("Unit 4, after “wheel still turns”")
    press(editor, "Enter")
    do_it(editor, "Make this block a note in unit 4", "The wheel still turns")
    expect(editor.row("u5").locator(".n span")).to_have_text("note 1")
    expect(editor.row("u4").locator(".src .chip")).to_have_text("note 1")
    assert row_of(server, "u4")[0] == 'The wheel still turns<note xml:id="n1"/>.'


def test_another_window_sees_it_and_what_is_typed_there_stays(
    chromium: Browser, windows: list[Editor], server: Server, editor: Editor
) -> None:
    other = window(chromium, windows, server, "u3")
    other.page.keyboard.type(" Auch nicht")
    own = window(chromium, windows, server, "u5", "hu")
    own.page.keyboard.type("Minden tavasszal")
    open_source(editor, "u2")
    press(editor, *["Control+ArrowRight"] * 3, "F4", "d")
    do_it(editor)
    expect(other.field("u2a")).to_have_text("Dort biegt der Fluss ab.")
    expect(other.field("u2")).to_have_text("Die Mühle steht.")
    expect(own.field("u2a")).to_have_text("Ott kanyarodik a folyó.")
    other.at("u3")
    other.page.keyboard.type(" heute.")
    expect(other.field("u3")).to_have_text("Niemand mahlt hier. Auch nicht heute.")
    own.at("u5")
    press(other, "Control+Enter")
    other.saved()
    assert row_of(server, "u3")[1] == "Niemand mahlt hier. Auch nicht heute."
    expect(editor.field("u3")).to_have_text("Niemand mahlt hier. Auch nicht heute.")


def test_a_source_that_is_being_corrected_elsewhere_stays_as_it_is_typed(
    chromium: Browser, windows: list[Editor], server: Server, editor: Editor
) -> None:
    other = window(chromium, windows, server, "u5")
    open_source(other, "u5")
    other.page.keyboard.type("Now ")
    open_source(editor, "u2")
    press(editor, *["Control+ArrowRight"] * 3, "F4", "d")
    do_it(editor)
    expect(other.field("u2a")).to_have_text("Dort biegt der Fluss ab.")
    expect(source(other, "u5")).to_be_focused()
    other.page.keyboard.type("and then ")
    expect(source(other, "u5")).to_have_text("Now and then Every spring the children count its blades.")
    press(other, "Control+Enter")
    do_it(other, "Correct unit 5")
    assert row_of(server, "u5")[0] == "Now and then Every spring the children count its blades."


def test_a_translation_that_is_being_typed_outlives_a_correction_of_its_source(
    chromium: Browser, windows: list[Editor], server: Server, editor: Editor
) -> None:
    other = window(chromium, windows, server, "u3")
    other.page.keyboard.type(" Nie")
    editor.field("u3").click()
    open_source(editor, "u3")
    press(editor, "Control+End", "Backspace")
    editor.page.keyboard.type("!")
    press(editor, "Control+Enter")
    do_it(editor)
    expect(other.row("u3").locator(".src")).to_contain_text("sixty years!")
    other.page.keyboard.type(" mehr.")
    press(other, "Control+Enter")
    other.saved()
    expect(other.page.locator("[data-conflict]")).to_have_count(0)
    assert row_of(server, "u3")[1] == "Niemand mahlt hier. Nie mehr."


def test_a_text_typed_in_a_unit_that_is_merged_away_is_kept_as_a_suggestion(
    chromium: Browser, windows: list[Editor], server: Server, editor: Editor
) -> None:
    other = window(chromium, windows, server, "u3")
    other.page.keyboard.type(" Nie")
    other.saved()
    open_source(editor, "u2")
    press(editor, "F4", "m")
    do_it(editor, "Merge unit 2 with unit 3")
    expect(editor.row("u3")).to_have_count(0)
    expect(other.page.locator(".notice")).to_contain_text("Unit 3 is part of another unit by now.")
    other.page.keyboard.type(" mehr.")
    expect(other.field("u3")).to_have_text("Niemand mahlt hier. Nie mehr.")
    press(other, "Alt+ArrowDown")
    expect(other.row("u3")).to_have_count(0, timeout=20_000)
    expect(other.row("u2").locator("[data-said=suggestions]")).to_be_visible()
    with Desk.open(server.folder / ".hexapla" / "desk.sqlite3", create=False) as desk:
        kept = [one.text for one in desk.row("mill", "de", "u2").entry.suggestions]
    assert "Niemand mahlt hier. Nie mehr." in kept


def test_a_source_that_somebody_else_has_mended_meanwhile_is_not_written_over(
    editor: Editor, server: Server
) -> None:
    open_source(editor, "u2")
    editor.page.keyboard.type("Mine: ")
    with opened(server.folder) as edition:
        theirs = "The mill stands where the river turns."
        mend.mend(edition, ANNA, "mill", Correct("u2", theirs))
    press(editor, "Control+Enter")
    stale = editor.page.locator(".stale")
    expect(stale).to_contain_text("Somebody has changed the source meanwhile. Both texts are kept.")
    expect(stale.locator("ins")).to_have_text(["turns", "Mine: "])
    assert row_of(server, "u2")[0] == theirs
    press(editor, "Enter")
    expect(stale).to_have_count(0)
    expect(source(editor, "u2")).to_have_text("Mine: The mill stands where the river bends.")
    press(editor, "Control+Enter")
    do_it(editor, "Correct unit 2")
    expect(mended(editor)).to_have_text("Unit 2 is corrected.")
    assert row_of(server, "u2")[0] == "Mine: The mill stands where the river bends."


def test_a_correction_that_is_not_done_is_kept_in_the_browser(editor: Editor, server: Server) -> None:
    open_source(editor, "u2")
    editor.page.keyboard.type("Once ")
    press(editor, "Control+z", "Control+y", "Escape")
    editor.at("u2")
    expect(editor.page.locator(".notice")).to_contain_text(
        "Your correction of unit 2 is kept in this browser"
    )
    editor.page.reload()
    editor.ready()
    editor.at("u2")
    open_source(editor, "u2")
    expect(source(editor, "u2")).to_have_text("Once The mill stands where the river bends.")
    press(editor, "Control+i")
    expect(editor.page.locator(".notice")).to_contain_text(
        "Correct the unit or throw the correction away first."
    )
    press(editor, "F4", "Delete")
    expect(source(editor, "u2")).to_have_text("The mill stands where the river bends.")
    press(editor, "Escape", "F4")
    expect(source(editor, "u2")).to_have_text("The mill stands where the river bends.")
    press(editor, "F4", "Escape")
    expect(source(editor, "u2")).to_be_focused()


def test_keys_pressed_while_the_source_is_on_its_way_go_into_it(editor: Editor) -> None:
    press(editor, "F4", "X", "y")
    expect(source(editor, "u2")).to_have_text("XyThe mill stands where the river bends.")
    expect(editor.field("u2")).to_have_text("Die Mühle steht. Dort biegt der Fluss ab.")


def test_one_way_in_for_each_hand(editor: Editor) -> None:
    editor.row("u3").hover()
    editor.row("u3").get_by_role("button", name="Mend the source of unit 3").click()
    expect(source(editor, "u3")).to_be_focused()
    expect(editor.row("u3")).to_have_attribute("aria-current", "true")
    editor.field("u5").click()
    expect(source(editor, "u3")).to_have_count(0)
    press(editor, "F9")
    editor.page.locator(".drawer").get_by_role("button", name="Mend the source").click()
    expect(source(editor, "u5")).to_be_focused()
    press(editor, "Alt+ArrowDown")
    editor.at("u6")
    expect(source(editor, "u5")).to_have_count(0)


def test_what_is_typed_and_not_confirmed_goes_with_the_first_part(editor: Editor, server: Server) -> None:
    editor.page.keyboard.type(" Noch heute.")
    open_source(editor, "u2")
    press(editor, *["Control+ArrowRight"] * 3, "F4", "d")
    do_it(editor)
    expect(editor.field("u2a")).to_have_text("Dort biegt der Fluss ab.")
    typed = "Die Mühle steht. Dort biegt der Fluss ab. Noch heute."
    expect(editor.field("u2")).to_have_text(typed)
    editor.at("u2")
    press(editor, "Control+Enter")
    banner = editor.page.locator('[data-conflict="u2"]')
    expect(banner).to_contain_text("Both texts are kept")
    banner.get_by_role("button", name="Keep mine").click()
    editor.saved()
    assert row_of(server, "u2")[1] == typed


def test_where_a_language_joins_units_the_source_of_each_is_mended(
    chromium: Browser, windows: list[Editor], server: Server
) -> None:
    with opened(server.folder) as edition:
        joining.join(edition, ANNA, "mill", "de", ["u2", "u3"])
    editor = window(chromium, windows, server, "u2", at="u2+u3")
    press(editor, "F4")
    joined = editor.row("u2+u3")
    expect(joined.locator('[data-source="u2"]')).to_be_focused()
    other = joined.get_by_role("button", name="Mend the source of unit 3")
    expect(other).to_have_text("Nobody has ground flour here for sixty years.")
    other.press("Enter")
    expect(joined.get_by_role("textbox", name="Source of unit 3")).to_be_focused()
    editor.page.keyboard.type("But ")
    press(editor, "Control+Enter")
    do_it(editor, "Correct unit 3", "no translation changes")
    expect(joined.locator(".src")).to_contain_text("But Nobody has ground")
    assert row_of(server, "u3")[0].endswith("bends. But Nobody has ground flour here for sixty years.")


def test_while_the_server_is_away_nothing_is_done_and_nothing_lost(editor: Editor, server: Server) -> None:
    open_source(editor, "u2")
    editor.page.keyboard.type("Once ")
    server.kill()
    press(editor, "Control+Enter")
    refused = editor.page.locator(".refused")
    expect(refused).to_have_text("The desk does not answer.")
    server.start()
    press(editor, "Escape")
    expect(source(editor, "u2")).to_have_text("Once The mill stands where the river bends.")
    press(editor, "Control+Enter")
    do_it(editor, "Correct unit 2")
    expect(mended(editor)).to_have_text("Unit 2 is corrected.")


def test_a_note_that_was_deleted_has_to_be_set_again(editor: Editor, server: Server) -> None:
    with opened(server.folder) as edition:
        block = next(one.id for one in edition.text("mill").blocks if one.units[0].id == "u5")
        mend.mend(edition, ANNA, "mill", AttachNote(block, "u2", 8))
    expect(editor.row("u2").locator(".src .chip")).to_have_text("note 1")
    open_source(editor, "u2")
    press(editor, "Control+a", "Delete")
    editor.page.keyboard.type("A mill stands here.")
    press(editor, "Control+Enter")
    expect(editor.page.locator(".notice")).to_have_text("A note or tag is missing; set it again with F2.")
    press(editor, "F2")
    expect(source(editor, "u2").locator(".chip")).to_have_text("note 1")
    press(editor, "Control+Enter")
    do_it(editor, "Correct unit 2")
    expect(mended(editor)).to_have_text("Unit 2 is corrected.")
    assert row_of(server, "u2")[0] == 'A mill stands here.<note xml:id="n1"/>'


def test_who_does_not_manage_the_edition_sees_no_way_in(grid: Grid) -> None:
    grid.press("F4")
    grid.type("x")
    grid.quiet()
    expect(grid.field("u9")).to_have_text("x")
    expect(grid.page.locator(".way")).to_have_count(0)
    expect(grid.page.locator(".hints")).not_to_contain_text("Source")
    assert "source" not in grid.harness.asked
