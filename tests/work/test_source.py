"""What the source mode sees of a text, and that nothing is mended that is another by now."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editions import ANNA, make, opened
from hexapla.model.errors import Denied, NotFound
from hexapla.model.mend import AttachNote, Correct, MergeUnits
from hexapla.model.person import Person, Right
from hexapla.model.source import Seen
from hexapla.work import mend, source
from hexapla.work.edition import Edition


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    with opened(make(tmp_path / "edition")) as held:
        yield held


def seen(edition: Edition, *units: str) -> Seen:
    block = source.view(edition, ANNA, "mill", units[0]).block
    marks = {one.unit: one.mark for one in block.units}
    return Seen(units[0], {unit: marks[unit] for unit in units}, block.mark)


def test_notes_are_no_places_for_notes_and_join_no_paragraph(edition: Edition) -> None:
    block = source.view(edition, ANNA, "mill", "u5").block.id
    mend.mend(edition, ANNA, "mill", AttachNote(block, "u4", 9))
    note = source.view(edition, ANNA, "mill", "u6")
    assert (note.block.kind, note.before, note.nearest) == ("note", "", "u4")
    assert {one.unit for one in note.around} == {"u1", "u2", "u3", "u4", "u8", "u9", "u10"}
    anchored = source.view(edition, ANNA, "mill", "u4").block.units[-1]
    assert anchored.bound == [{"note": "n1", "label": "1"}]
    assert {"note": "n1"} in anchored.source


def test_a_mend_that_comes_between_comparing_and_mending_is_seen(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, compare, others = seen(edition, "u2", "u3"), source.changed, [Correct("u3", "Nobody grinds.")]

    def quicker(*given: object) -> object:
        found = compare(*given)  # type: ignore[arg-type]
        while others:
            mend.mend(edition, ANNA, "mill", others.pop())
        return found

    monkeypatch.setattr(source, "changed", quicker)
    change, late = source.mended(edition, ANNA, "mill", MergeUnits("u2"), old)
    assert change == 0 and [one.unit for one in late] == ["u3"]
    others.append(Correct("u9", "One can also count what is missing."))
    change, late = source.mended(edition, ANNA, "mill", MergeUnits("u2"), seen(edition, "u2", "u3"))
    assert change and not late, "a mend elsewhere in the text is no reason to refuse"
    assert [unit.id for unit in edition.text("mill").units][:3] == ["u1", "u2", "u4"]


def test_who_does_not_manage_in_all_languages_sees_nothing(edition: Edition) -> None:
    known = seen(edition, "u2")
    for person in (
        Person("vera", "Vera", frozenset(Right) - {Right.MANAGE}),
        Person("eva", "Eva", frozenset(Right), frozenset({"de"})),
    ):
        with pytest.raises(Denied):
            source.view(edition, person, "mill", "u2")
        with pytest.raises(Denied):
            source.mended(edition, person, "mill", MergeUnits("u2"), known)
    with pytest.raises(NotFound):
        source.view(edition, ANNA, "mill", "u99")
