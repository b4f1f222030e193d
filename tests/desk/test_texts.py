import pytest

from desk_texts import ANNA, BELA, TEI, numbered, put, save, text_of, texts_of
from hexapla.desk import Desk
from hexapla.model.catalog import State
from hexapla.model.errors import BadFile, BadName, NotFound


def test_a_text_is_kept_byte_for_byte_with_an_entry_for_each_unit(desk: Desk) -> None:
    desk.put_text(
        ANNA, text_of({"u1": "Ο μύλος."}, id="t2", lang="el"), slug="mylos", tei=TEI, languages=("hu", "uk")
    )
    assert desk.tei("t2") == TEI
    assert [(one.id, one.slug, one.lang, one.position, one.units) for one in desk.texts()] == [
        ("t1", "mill", "en", 1, 6),
        ("t2", "mylos", "el", 2, 1),
    ]
    for lang in ("hu", "uk"):
        (row,) = desk.rows("t2", lang)
        assert (row.entry.units, row.entry.msgid, row.entry.state) == (
            ("u1",),
            "Ο μύλος.",
            State.UNTRANSLATED,
        )
        assert (row.revision, row.position, row.entry.by) == (0, 1, "")
    assert desk.last_revision() == 0


def test_putting_the_same_again_changes_nothing(desk: Desk) -> None:
    save(desk, "u1", "Egy.")
    assert put(desk, numbered(6)) == 0
    assert desk.last_revision() == 1


def test_a_new_language_gets_its_entries_and_leaves_the_others_alone(desk: Desk) -> None:
    save(desk, "u1", "Egy.")
    assert put(desk, numbered(6), languages=("hu", "uk"))
    assert desk.count("t1", "uk") == 6
    assert texts_of(desk)["u1"] == "Egy."
    assert desk.last_revision() == 1


def test_a_changed_source_makes_the_translation_need_work(desk: Desk) -> None:
    save(desk, "u1", "Egy.", person=BELA, state=State.APPROVED)
    put(desk, {**numbered(6), "u1": "The wheel turns once.", "u2": "It stops."})
    first, second = desk.rows("t1", "hu", limit=2)
    assert (first.entry.msgid, first.entry.msgstr) == ("The wheel turns once.", "Egy.")
    assert (first.entry.state, first.entry.previous) == (State.NEEDS_WORK, "The wheel turns 1 times.")
    assert (first.entry.by, first.revision) == ("bela", 2)
    assert (second.entry.msgid, second.entry.state, second.entry.previous) == (
        "It stops.",
        State.UNTRANSLATED,
        None,
    )
    assert second.revision == 3
    assert [(one.kind, one.by) for one in desk.since(1)] == [("revise", "anna")] * 2


def test_previous_is_the_source_that_the_translation_was_made_for(desk: Desk) -> None:
    save(desk, "u1", "Egy.")
    put(desk, {**numbered(6), "u1": "Second."})
    put(desk, {**numbered(6), "u1": "Third."})
    assert desk.row("t1", "hu", "u1").entry.previous == "The wheel turns 1 times."
    put(desk, numbered(6))
    entry = desk.row("t1", "hu", "u1").entry
    assert (entry.previous, entry.state) == (None, State.NEEDS_WORK)


def test_a_minor_correction_keeps_the_state(desk: Desk) -> None:
    save(desk, "u1", "Egy.", state=State.REVIEWED)
    put(desk, {**numbered(6), "u1": "The wheel turns 1 time."}, minor=True)
    entry = desk.row("t1", "hu", "u1").entry
    assert (entry.msgid, entry.state, entry.previous) == ("The wheel turns 1 time.", State.REVIEWED, None)


def test_languages_that_are_not_named_are_revised_too(desk: Desk) -> None:
    put(desk, {**numbered(6), "u1": "Once."}, languages=())
    assert desk.row("t1", "hu", "u1").entry.msgid == "Once."


def test_a_removed_unit_leaves_an_obsolete_entry_with_its_text(desk: Desk) -> None:
    save(desk, "u2", "Kettő.")
    put(desk, {unit: source for unit, source in numbered(6).items() if unit != "u2"})
    assert list(texts_of(desk)) == ["u1", "u3", "u4", "u5", "u6"]
    assert [row.position for row in desk.rows("t1", "hu")] == [1, 2, 3, 4, 5]
    (gone,) = desk.obsolete("t1", "hu")
    assert (gone.entry.context, gone.entry.msgstr, gone.entry.state) == ("u2", "Kettő.", State.TRANSLATED)
    assert [one.live for one in desk.revisions("t1", "hu", "u2")] == [True, False]
    with pytest.raises(NotFound):
        desk.row("t1", "hu", "u2")


def test_a_unit_that_returns_brings_its_text_back(desk: Desk) -> None:
    save(desk, "u2", "Kettő.", state=State.REVIEWED)
    put(desk, {unit: source for unit, source in numbered(6).items() if unit != "u2"})
    put(desk, numbered(6))
    entry = desk.row("t1", "hu", "u2").entry
    assert (entry.msgstr, entry.state) == ("Kettő.", State.REVIEWED)
    assert desk.obsolete("t1", "hu") == []


def test_entries_follow_the_reading_order_without_revisions(desk: Desk) -> None:
    save(desk, "u6", "Hat.")
    put(desk, dict(reversed(numbered(6).items())))
    assert list(texts_of(desk)) == ["u6", "u5", "u4", "u3", "u2", "u1"]
    assert desk.last_revision() == 1


def test_a_slug_belongs_to_one_text(desk: Desk) -> None:
    with pytest.raises(BadName, match="“mill”"):
        desk.put_text(ANNA, text_of({"u1": "A."}, id="t2"), slug="mill", tei=TEI, languages=())
    assert [one.id for one in desk.texts()] == ["t1"]


def test_a_unit_id_occurs_once(desk: Desk) -> None:
    twice = text_of({"u1": "A."})
    twice = type(twice)(twice.id, "en", "", twice.header, twice.body, twice.blocks * 2)
    with pytest.raises(BadFile, match="Unit u1 occurs twice"):
        desk.put_text(ANNA, twice, slug="mill", tei=TEI, languages=())


def test_an_unknown_text_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound, match="“t9”"):
        desk.tei("t9")


def test_one_text_is_found_by_its_slug(desk: Desk) -> None:
    desk.put_text(ANNA, text_of({}, id="t2"), slug="empty", tei=b"", languages=["hu"])
    assert desk.texts("empty") == desk.texts()[1:]
    assert [(one.slug, one.units) for one in desk.texts()] == [("mill", 6), ("empty", 0)]
    assert desk.texts("mil") == ()
