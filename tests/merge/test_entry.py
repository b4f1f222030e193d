"""The five rules on hashes, and the laws of a three-way merge that must follow from them."""

from hypothesis import given
from hypothesis import strategies as st

from hexapla.merge import Verdict, decide
from hexapla.merge.entry import allowed, state_of_same, state_of_theirs
from hexapla.model.catalog import State

HASH = st.sampled_from("abcd")


@given(x=HASH, b=HASH)
def test_law_only_ours_changed(x: str, b: str) -> None:
    """merge(b, x, b) = x: the file still holds what both agreed on."""
    verdict = decide(file=b, ours=x, base=b, synced=b, known={x, b})
    assert verdict in (Verdict.OURS, Verdict.SAME)


@given(x=HASH, b=HASH)
def test_law_only_theirs_changed(x: str, b: str) -> None:
    """merge(b, b, x) = x, whether the file names its base or not."""
    for base in (b, None):
        verdict = decide(file=x, ours=b, base=base, synced=b, known={b})
        assert verdict == (Verdict.SAME if x == b else Verdict.THEIRS)


@given(x=HASH, b=HASH)
def test_law_same_change(x: str, b: str) -> None:
    """merge(b, x, x) = x."""
    assert decide(file=x, ours=x, base=b, synced=b, known={x, b}) == Verdict.SAME


def test_both_changed_is_a_conflict() -> None:
    assert decide(file="f", ours="o", base="b", synced="b", known={"b", "o"}) == Verdict.CONFLICT


def test_older_copy_stays_out_unless_forced() -> None:
    """Rule 3: a mailed copy put back, untouched, holds a text that we once had."""
    assert decide(file="old", ours="new", base="old", synced="new", known={"old", "new"}) == Verdict.OLDER
    forced = decide(file="old", ours="new", base="old", synced="new", known={"old", "new"}, take_file=True)
    assert forced == Verdict.THEIRS


def test_a_copy_edited_elsewhere_is_merged_on_its_own_base() -> None:
    """Rule 4: the file names the revision that it was written from, and ours has moved on since."""
    assert decide(file="edit", ours="new", base="old", synced="new", known={"old", "new"}) == Verdict.CONFLICT
    assert decide(file="edit", ours="old", base="old", synced="new", known={"old", "new"}) == Verdict.THEIRS


def test_unknown_base_falls_back_on_the_last_meeting() -> None:
    assert decide(file="f", ours="met", base="foreign", synced="met", known={"met"}) == Verdict.THEIRS
    assert decide(file="f", ours="o", base="foreign", synced="met", known={"met", "o"}) == Verdict.CONFLICT


def test_the_side_that_moved_a_state_wins() -> None:
    translated, reviewed, fuzzy = State.TRANSLATED, State.REVIEWED, State.NEEDS_WORK
    assert state_of_same(file=translated, ours=reviewed, synced=translated, trust="states") == reviewed
    assert state_of_same(file=reviewed, ours=translated, synced=translated, trust="states") == reviewed
    assert state_of_same(file=reviewed, ours=translated, synced=translated, trust="text") == translated
    assert state_of_same(file=fuzzy, ours=reviewed, synced=reviewed, trust="text") == fuzzy
    assert state_of_same(file=fuzzy, ours=reviewed, synced=translated, trust="states") == fuzzy


def test_a_file_may_lower_a_state_and_raise_it_only_if_trusted() -> None:
    assert allowed(State.APPROVED, State.TRANSLATED, "text") == State.TRANSLATED
    assert allowed(State.APPROVED, State.TRANSLATED, "states") == State.APPROVED
    assert state_of_theirs(State.APPROVED, "text") == State.TRANSLATED
    assert state_of_theirs(State.NEEDS_WORK, "text") == State.NEEDS_WORK
