"""Reading an entry: text and flags beat the comment, and a comment counts for the text it was written for."""

from dataclasses import replace

import pytest

from hexapla.formats.po import CatalogEntry
from hexapla.formats.po.grammar import base, read
from hexapla.model.catalog import Comment, Place, State, Suggestion, Waiver, entry_hash

AT = "2026-11-22T18:00:00Z"


def entry(
    msgstr: str = "Késik a komp.", *lines: str, context: str = "u1", fuzzy: bool = False
) -> CatalogEntry:
    return CatalogEntry(
        "The ferry is late.",
        msgstr,
        context,
        comments=lines,
        flags=("fuzzy",) if fuzzy else (),
        previous_msgid="The boat is late." if fuzzy else None,
    )


def meta(state: str, of: CatalogEntry, more: str = "") -> str:
    hash_ = entry_hash(of.msgctxt or "", of.msgid, of.msgstr)
    return f'# hexapla: {{"at": "{AT}", "base": "{hash_}", "by": "anna", "state": "{state}"{more}}}'


def said(state: str, one: CatalogEntry, more: str = "") -> CatalogEntry:
    return replace(one, comments=(meta(state, one, more),))


@pytest.mark.parametrize(
    ("state", "msgstr", "fuzzy", "expected"),
    [
        ("translated", "x", False, State.TRANSLATED),
        ("reviewed", "x", False, State.REVIEWED),
        ("approved", "x", False, State.APPROVED),
        ("needs-work", "x", False, State.TRANSLATED),
        ("untranslated", "x", False, State.TRANSLATED),
        ("omitted", "x", False, State.TRANSLATED),
        ("approved", "x", True, State.NEEDS_WORK),
        ("omitted", "x", True, State.NEEDS_WORK),
        ("approved", "", False, State.UNTRANSLATED),
        ("omitted", "", False, State.OMITTED),
        ("omitted", "", True, State.UNTRANSLATED),
    ],
)
def test_text_and_flags_beat_the_comment(state: str, msgstr: str, fuzzy: bool, expected: State) -> None:
    found = read(said(state, entry(msgstr, fuzzy=fuzzy), ', "reason": "no such boat"'))
    assert found.state == expected
    assert (found.by, found.at) == ("anna", AT)
    assert found.reason == ("no such boat" if expected == State.OMITTED else "")


@pytest.mark.parametrize(("msgstr", "fuzzy"), [("", False), ("x", True), ("x", False), ("", True)])
def test_an_entry_without_comment_has_the_state_that_gettext_shows(msgstr: str, fuzzy: bool) -> None:
    found = read(entry(msgstr, fuzzy=fuzzy))
    states = {("", False): "untranslated", ("x", True): "needs-work", ("x", False): "translated"}
    assert found.state == states.get((msgstr, fuzzy), "untranslated")
    assert (found.by, found.at) == ("", "")


def test_the_base_of_a_quiet_entry_is_itself_and_of_a_foreign_translation_unknown() -> None:
    assert base(entry("")) == read(entry("")).hash
    assert base(entry("x")) is None
    emptied = replace(said("translated", entry("x")), msgstr="")
    assert base(emptied) == read(entry("x")).hash
    assert read(emptied).state == State.UNTRANSLATED


def test_an_omission_without_reason_is_none() -> None:
    assert read(said("omitted", entry(""))).state == State.UNTRANSLATED


def test_a_state_does_not_outlive_its_text() -> None:
    approved = said("approved", entry())
    edited = replace(approved, msgstr="A komp késik.")
    assert read(approved).state == State.APPROVED
    assert read(edited).state == State.TRANSLATED
    assert (read(edited).by, read(edited).at) == ("", "")
    assert base(edited) == read(approved).hash
    assert read(replace(approved, msgid="The ferry is early.")).state == State.TRANSLATED


def test_a_comment_that_msgmerge_copied_to_another_entry_is_not_believed() -> None:
    approved = said("approved", entry())
    copied = replace(approved, msgctxt="u9")
    assert read(copied).state == State.TRANSLATED
    assert base(copied) == read(approved).hash


def test_of_several_comments_the_one_for_this_text_counts_and_of_those_the_humblest() -> None:
    one = entry()
    stale = meta("approved", replace(one, msgstr="older"))
    lines = (stale, meta("approved", one), meta("reviewed", one))
    assert read(replace(one, comments=lines)).state == State.REVIEWED
    assert base(replace(one, comments=lines)) == read(one).hash
    assert base(replace(one, comments=lines[:1])) == read(replace(one, msgstr="older")).hash


def test_a_join_is_its_units() -> None:
    assert read(entry(context="u12+u13")).units == ("u12", "u13")
    assert read(replace(entry(), msgctxt=None)).units == ()
    assert read(replace(entry(), msgctxt=None)).context == ""


def test_the_previous_source_belongs_to_a_translation_that_needs_work() -> None:
    assert read(entry(fuzzy=True)).previous == "The boat is late."
    assert read(replace(entry(fuzzy=True), flags=())).previous is None
    assert read(entry("", fuzzy=True)).previous is None


PLACE = ', "place": {"after": "u3", "of": "u1", "paragraph": true}'


def test_a_place_outlives_a_change_of_text_but_counts_for_no_other_entry() -> None:
    placed = said("translated", entry(), PLACE)
    assert read(placed).place == Place("u3", True)
    assert read(replace(placed, msgstr="A komp késik.")).place == Place("u3", True)
    assert read(replace(placed, msgctxt="u2")).place is None


def test_waivers_suggestions_and_comments_count_whatever_the_text() -> None:
    lines = (
        '# hexapla: {"waiver": {"finding": "number", "hash": "0a", "subject": "7", "units": ["u1", "u2"], '
        f'"reason": "a pun", "by": "anna", "at": "{AT}"}}}}',
        '# hexapla: {"suggestion": {"text": "Komp?", "origin": "sync"}}',
        '# hexapla: {"comment": {"text": "Which ferry?", "question": "author", "every_language": true}}',
    )
    found = read(entry("x", *lines))
    assert found.waivers == (Waiver("number", "7", ("u1", "u2"), "0a", "a pun", "anna", AT),)
    assert found.suggestions == (Suggestion("Komp?", origin="sync"),)
    assert found.comments == (Comment("Which ferry?", question="author", every_language=True),)
    assert found.state == State.TRANSLATED
