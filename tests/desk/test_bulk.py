import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_texts import ANNA, BELA, entry, numbered, put, said, save, texts_of
from hexapla.desk import Desk
from hexapla.model.catalog import Comment, Place, State, Suggestion, Waiver, entry_hash
from hexapla.model.errors import BadFile, NotFound


def test_only_entries_that_differ_get_a_revision(desk: Desk) -> None:
    save(desk, "u1", "Egy.")
    wanted = [entry("u1", "Egy."), entry("u2", "Kettő.", State.REVIEWED), entry("u3", "", State.UNTRANSLATED)]
    assert desk.fill(BELA, "t1", "hu", wanted, kind="sync", note="from a file")
    assert [(one.units, one.kind, one.by) for one in desk.since(1)] == [(("u2",), "sync", "bela")]
    assert desk.fill(BELA, "t1", "hu", wanted, kind="sync") == 0
    assert texts_of(desk) == {"u1": "Egy.", "u2": "Kettő.", "u3": "", "u4": "", "u5": "", "u6": ""}


def test_everything_that_an_entry_says_is_set(desk: Desk) -> None:
    place = Place(after="u3", paragraph=True)
    desk.fill(
        ANNA,
        "t1",
        "hu",
        [
            entry("u1", "Egy.", State.NEEDS_WORK, previous="Older.", place=place),
            entry("u2", "", State.OMITTED, reason="a pun"),
            entry("u3", "", State.OMITTED),
        ],
        kind="merge",
    )
    first, second, third = (row.entry for row in desk.rows("t1", "hu", limit=3))
    assert (first.state, first.previous, first.place) == (State.NEEDS_WORK, "Older.", place)
    assert (second.state, second.reason) == (State.OMITTED, "a pun")
    assert third.state is State.UNTRANSLATED


def test_a_join_puts_the_entries_of_its_units_aside(desk: Desk) -> None:
    save(desk, "u2", "Kettő.")
    desk.fill(ANNA, "t1", "hu", [entry("u2+u3", "Kettő-három.")], kind="align")
    assert list(texts_of(desk)) == ["u1", "u2+u3", "u4", "u5", "u6"]
    assert desk.row("t1", "hu", "u2").entry.msgid == "The wheel turns 2 times. The wheel turns 3 times."
    assert [row.entry.context for row in desk.obsolete("t1", "hu")] == ["u2", "u3"]
    assert desk.obsolete("t1", "hu")[0].entry.msgstr == "Kettő."
    assert said(desk, "u2") == ["Kettő.", "Kettő.", "Kettő-három."]
    assert sorted(one.number for one in desk.since(0)) == list(range(1, desk.last_revision() + 1))


def test_a_split_goes_the_other_way(desk: Desk) -> None:
    desk.fill(ANNA, "t1", "hu", [entry("u2+u3+u4", "Mind.")], kind="align")
    desk.fill(ANNA, "t1", "hu", [entry("u2", "Kettő."), entry("u3+u4", "Három-négy.")], kind="align")
    assert texts_of(desk) == {"u1": "", "u2": "Kettő.", "u3+u4": "Három-négy.", "u5": "", "u6": ""}
    assert [row.entry.msgstr for row in desk.obsolete("t1", "hu") if row.entry.msgstr] == ["Mind."]


def test_a_unit_that_loses_its_join_has_its_own_entry_again(desk: Desk) -> None:
    save(desk, "u3", "Három.")
    desk.fill(ANNA, "t1", "hu", [entry("u2+u3", "Kettő-három.")], kind="align")
    desk.fill(ANNA, "t1", "hu", [entry("u2", "Kettő.")], kind="align")
    assert texts_of(desk) == {"u1": "", "u2": "Kettő.", "u3": "Három.", "u4": "", "u5": "", "u6": ""}


def test_a_join_that_loses_a_unit_leaves_its_text_to_the_rest(desk: Desk) -> None:
    desk.fill(ANNA, "t1", "hu", [entry("u2+u3", "Kettő-három.")], kind="align")
    put(desk, {unit: source for unit, source in numbered(6).items() if unit != "u3"})
    rest = desk.row("t1", "hu", "u2").entry
    assert (rest.context, rest.msgstr, rest.state) == ("u2", "Kettő-három.", State.NEEDS_WORK)
    assert rest.previous == "The wheel turns 2 times. The wheel turns 3 times."


def test_a_join_is_revised_with_its_sources(desk: Desk) -> None:
    desk.fill(ANNA, "t1", "hu", [entry("u2+u3", "Kettő-három.")], kind="align")
    put(desk, {**numbered(6), "u3": "It stops."})
    joined = desk.row("t1", "hu", "u2").entry
    assert (joined.msgid, joined.state) == ("The wheel turns 2 times. It stops.", State.NEEDS_WORK)


def test_authors_are_believed_only_on_request(desk: Desk) -> None:
    given_ = [entry("u1", "Egy.", by="old hand", at="2001-01-01T00:00:00Z")]
    desk.fill(BELA, "t1", "hu", given_, kind="sync")
    assert desk.row("t1", "hu", "u1").entry.by == "bela"
    given_ = [entry("u2", "Kettő.", by="old hand", at="2001-01-01T00:00:00Z"), entry("u3", "Három.")]
    desk.fill(BELA, "t1", "hu", given_, kind="sync", believe=True)
    second, third = desk.rows("t1", "hu", after=1, limit=2)
    assert (second.entry.by, second.entry.at) == ("old hand", "2001-01-01T00:00:00Z")
    assert third.entry.by == "bela"
    assert [one.by for one in desk.revisions("t1", "hu", "u2")] == ["old hand"]


def test_remarks_that_are_not_there_are_added(desk: Desk) -> None:
    said_ = entry(
        "u1",
        "Egy.",
        suggestions=(Suggestion("Egyszer.", "bela", "2020-01-01T00:00:00Z", "sync"),),
        comments=(Comment("Which wheel?", "bela", "2020-01-01T00:00:00Z", "author"),),
        waivers=(
            Waiver("number-missing", "1", ("u1",), "abc", "spelled out", "bela", "2020-01-01T00:00:00Z"),
        ),
    )
    for _round in range(2):
        desk.fill(ANNA, "t1", "hu", [said_], kind="sync", believe=True)
    held = desk.row("t1", "hu", "u1").entry
    assert (held.suggestions, held.comments, held.waivers) == (
        said_.suggestions,
        said_.comments,
        said_.waivers,
    )
    change = desk.fill(
        ANNA, "t1", "hu", [entry("u1", "Egy.", comments=(Comment("Turn?", "x"),))], kind="sync"
    )
    assert change
    assert [one.by for one in desk.row("t1", "hu", "u1").entry.comments] == ["bela", "anna"]
    assert desk.last_revision() == 1


def test_hashes_are_remembered_and_known(desk: Desk) -> None:
    assert not desk.has_revisions("t1", "hu")
    assert (desk.meetings.synced("t1", "hu"), desk.meetings.known_hashes("t1", "hu")) == ({}, {})
    change = desk.fill(ANNA, "t1", "hu", [entry("u1", "Egy.")], kind="sync", synced={"u1": "h1", "u9": "h9"})
    assert change
    assert desk.fill(ANNA, "t1", "hu", [], kind="sync", synced={"u2": "h2"}) == 0
    desk.meetings.set_synced("t1", "hu", {"u2": "h3"})
    assert desk.meetings.synced("t1", "hu") == {"u1": "h1", "u2": "h3"}
    save(desk, "u1", "Egyszer.")
    save(desk, "u1", "Egy.")
    msgid = "The wheel turns 1 times."
    hashes = {text: entry_hash("u1", msgid, text) for text in ("", "Egyszer.", "Egy.")}
    assert desk.meetings.known_hashes("t1", "hu") == {
        "u1": {hashes[""]: 0, hashes["Egyszer."]: 2, hashes["Egy."]: 3}
    }
    assert desk.has_revisions("t1", "hu")
    assert not desk.has_revisions("t1", "uk")


def test_what_cannot_be_filled_is_refused_whole(desk: Desk) -> None:
    with pytest.raises(NotFound, match="u9"):
        desk.fill(ANNA, "t1", "hu", [entry("u1", "Egy."), entry("u9", "Kilenc.")], kind="sync")
    with pytest.raises(BadFile, match="u2 is in two entries"):
        desk.fill(ANNA, "t1", "hu", [entry("u1+u2", "A."), entry("u2", "B.")], kind="sync")
    with pytest.raises(NotFound, match="“t9”"):
        desk.fill(ANNA, "t9", "hu", [entry("u1", "A.")], kind="sync")
    assert desk.last_revision() == 0


def test_a_language_that_was_never_opened_is_filled_whole(desk: Desk) -> None:
    desk.fill(ANNA, "t1", "uk", [entry("u1+u2", "Раз, два.")], kind="sync")
    assert list(texts_of(desk, "uk")) == ["u1+u2", "u3", "u4", "u5", "u6"]


UNITS = [f"u{n}" for n in range(1, 7)]


@st.composite
def shapes(draw: st.DrawFn) -> list[str]:
    """Draw a way to group six units in order."""
    cuts = draw(st.lists(st.booleans(), min_size=5, max_size=5))
    groups = [["u1"]]
    for unit, cut in zip(UNITS[1:], cuts, strict=True):
        if cut:
            groups.append([unit])
        else:
            groups[-1].append(unit)
    return ["+".join(group) for group in groups]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(shapes(), st.sets(st.integers(0, 5))), min_size=1, max_size=4),
    st.sets(st.sampled_from(UNITS)),
)
def test_any_regrouping_keeps_every_unit_and_every_text(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[list[str], set[int]]], removed: set[str]
) -> None:
    with Desk.open(tmp_path_factory.mktemp("desk") / "d.sqlite3") as desk:
        put(desk, numbered(6))
        written = set()
        for nth, (shape, left_out) in enumerate(steps):
            some = [entry(units, f"{nth}:{units}") for at, units in enumerate(shape) if at not in left_out]
            written |= {one.msgstr for one in some}
            desk.fill(ANNA, "t1", "hu", some, kind="align")
            live = texts_of(desk)
            assert [unit for context in live for unit in context.split("+")] == UNITS
            assert all(live[one.context] == one.msgstr for one in some)
        put(desk, {unit: source for unit, source in numbered(6).items() if unit not in removed})
        left = [unit for context in texts_of(desk) for unit in context.split("+")]
        assert left == [unit for unit in UNITS if unit not in removed]
        assert written <= {one.msgstr for one in desk.since(0)}
        assert desk.check() == []
