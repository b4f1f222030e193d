"""Catalogs merged three ways: by unit, never by line; joins, states, remarks, obsolete and foreign entries."""

import subprocess
from pathlib import Path

import pytest

from entry_texts import UNITS, catalog, written
from entry_texts import entry as made
from hexapla.formats import po
from hexapla.formats.po import Catalog, CatalogEntry, grammar
from hexapla.merge.three import merge
from hexapla.model.catalog import Comment, State
from tools import need


def entry(units: str, text: str = "", state: State | None = None, **values: object) -> CatalogEntry:
    return written(made(units, text, state, **values))


def texts(made: Catalog) -> dict[str, str]:
    return {str(one.msgctxt): one.msgstr for one in made.entries if not one.obsolete}


def offers(made: Catalog, units: str) -> list[str]:
    found = next(one for one in made.entries if one.msgctxt == units)
    return [one.text for one in grammar.read(found).suggestions]


BASE = catalog(*(entry(unit) for unit in UNITS))


def with_(texts_: dict[str, str], **states: State) -> Catalog:
    return catalog(*(entry(unit, texts_.get(unit, ""), states.get(unit)) for unit in UNITS))


def test_different_units_come_together() -> None:
    merged = merge(BASE, with_({"u1": "Eins."}), with_({"u3": "Drei."}))
    assert texts(merged.catalog) == {"u1": "Eins.", "u2": "", "u3": "Drei.", "u4": ""}
    assert merged.conflicts == ()


def test_the_same_unit_keeps_both_texts() -> None:
    merged = merge(BASE, with_({"u1": "Ours."}), with_({"u1": "Theirs."}))
    assert texts(merged.catalog)["u1"] == "Ours."
    assert offers(merged.catalog, "u1") == ["Theirs."]
    assert merged.conflicts == ("u1",)
    again = merge(BASE, merged.catalog, with_({"u1": "Theirs."}))
    assert offers(again.catalog, "u1") == ["Theirs."], "a text is offered once"


def test_equal_changes_are_one() -> None:
    merged = merge(BASE, with_({"u1": "Eins."}), with_({"u1": "Eins."}))
    assert (texts(merged.catalog)["u1"], offers(merged.catalog, "u1")) == ("Eins.", [])


@pytest.mark.parametrize(
    ("was", "mine", "other", "expected"),
    [
        (State.TRANSLATED, State.REVIEWED, State.TRANSLATED, State.REVIEWED),
        (State.TRANSLATED, State.TRANSLATED, State.NEEDS_WORK, State.NEEDS_WORK),
        (State.TRANSLATED, State.APPROVED, State.NEEDS_WORK, State.NEEDS_WORK),
        (State.APPROVED, State.REVIEWED, State.TRANSLATED, State.TRANSLATED),
    ],
)
def test_states_follow_the_side_that_moved_them_and_the_humbler_of_two(
    was: State, mine: State, other: State, expected: State
) -> None:
    sides = [with_({"u1": "Eins."}, u1=state) for state in (was, mine, other)]
    made = merge(*sides).catalog.entries[0]
    assert grammar.read(made).state is expected
    assert grammar.base(made) == grammar.read(made).hash


def test_a_join_here_and_an_edit_elsewhere() -> None:
    joined = catalog(entry("u1+u2", "Eins und zwei."), entry("u3"), entry("u4"))
    for ours, theirs in ((joined, with_({"u4": "Vier."})), (with_({"u4": "Vier."}), joined)):
        merged = merge(BASE, ours, theirs)
        assert texts(merged.catalog) == {"u1+u2": "Eins und zwei.", "u3": "", "u4": "Vier."}


def test_a_join_here_and_an_edit_of_its_unit_there_keeps_both() -> None:
    joined = catalog(entry("u1+u2", "Eins und zwei."), entry("u3"), entry("u4"))
    merged = merge(BASE, joined, with_({"u2": "Zwei."}))
    assert texts(merged.catalog) == {"u1+u2": "Eins und zwei.", "u3": "", "u4": ""}
    assert offers(merged.catalog, "u1+u2") == ["Zwei."]
    merged = merge(BASE, with_({"u2": "Zwei."}), joined)
    assert texts(merged.catalog)["u2"] == "Zwei."
    assert offers(merged.catalog, "u1") == ["Eins und zwei."]


def test_an_omission_and_a_translation() -> None:
    omitted = catalog(entry("u1", "", State.OMITTED, reason="A pun."), *(entry(unit) for unit in UNITS[1:]))
    merged = merge(BASE, omitted, with_({"u1": "Eins."}))
    assert "Eins." in (texts(merged.catalog)["u1"], *offers(merged.catalog, "u1"))
    assert merge(BASE, omitted, BASE).catalog.entries[0] == omitted.entries[0]


def test_remarks_and_peoples_comments_of_both_are_kept() -> None:
    ours = catalog(entry("u1", "Eins.", comments=(Comment("Here?", "anna"),)), *(entry(u) for u in UNITS[1:]))
    theirs = catalog(
        entry("u1", "Eins.", comments=(Comment("There.", "vera"),)), *(entry(u) for u in UNITS[1:])
    )
    made = merge(BASE, ours, theirs).catalog.entries[0]
    assert {one.text for one in grammar.read(made).comments} == {"Here?", "There."}


def test_an_edit_by_another_program_keeps_the_base_it_was_made_on() -> None:
    """So that the desk that knows the base takes the edit (design: Sync, rule 4)."""
    edited = catalog(*with_({"u1": "Eins."}).entries)
    poedit = po.parse(po.serialize(edited).replace(b'msgstr "Eins."', b'msgstr "Anders."'), file="t.po")
    merged = merge(edited, edited, poedit)
    assert grammar.base(merged.catalog.entries[0]) == grammar.base(edited.entries[0])


def test_what_theirs_added_stands_after_its_neighbour_and_obsolete_entries_are_kept() -> None:
    theirs = catalog(*(entry(unit) for unit in ("u1", "u2", "u9", "u3", "u4")))
    text = (
        po.serialize(with_({"u4": "Vier."})).decode()
        + '\n#~ msgctxt "u7"\n#~ msgid "Gone."\n#~ msgstr "Weg."\n'
    )
    merged = merge(BASE, po.parse(text.encode(), file="t.po"), theirs)
    assert [one.msgctxt for one in merged.catalog.entries] == ["u1", "u2", "u9", "u3", "u4", "u7"]
    assert merged.catalog.entries[-1].obsolete


def test_header_fields_of_both(tmp_path: Path) -> None:
    ours = po.parse(po.serialize(BASE).replace(b"Language: de", b'Language: de\\n"\n"X-Ours: 1'), file="t.po")
    theirs = po.parse(
        po.serialize(BASE).replace(b"Language: de", b'Language: de\\n"\n"X-Theirs: 2'), file="t.po"
    )
    headers = dict(merge(BASE, ours, theirs).catalog.headers)
    assert (headers["X-Ours"], headers["X-Theirs"]) == ("1", "2")
    need("msgfmt")
    file = tmp_path / "t.po"
    file.write_bytes(po.serialize(merge(BASE, ours, theirs).catalog))
    subprocess.run(["msgfmt", "--check", "-o", "/dev/null", str(file)], check=True)


FOREIGN = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# somebody
#, c-format, fuzzy
msgid "%d files"
msgid_plural "%d files"
msgstr[0] "A"
msgstr[1] "B"

msgid "plain"
msgstr ""
"""


def test_foreign_catalogs_without_contexts_are_merged_by_msgid() -> None:
    base = po.parse(FOREIGN.encode(), file="f.po")
    ours = po.parse(
        FOREIGN.replace('msgid "plain"\nmsgstr ""', 'msgid "plain"\nmsgstr "schlicht"').encode(), file="f.po"
    )
    theirs = po.parse(FOREIGN.replace('msgstr[1] "B"', 'msgstr[1] "BB"').encode(), file="f.po")
    merged = merge(base, ours, theirs)
    assert [one.msgstr_plural for one in merged.catalog.entries] == [("A", "BB"), ()]
    assert merged.catalog.entries[1].msgstr == "schlicht"


@pytest.mark.parametrize("mine", [True, False])
def test_a_side_that_was_cut_short_deletes_nothing(mine: bool) -> None:
    full = with_({"u1": "Eins.", "u2": "Zwei.", "u4": "Vier."})
    changed = with_({"u1": "Eins.", "u2": "Zwei, neu.", "u4": "Vier."})
    short = catalog(*full.entries[:1])
    merged = merge(full, short, changed) if mine else merge(full, changed, short)
    assert texts(merged.catalog) == {"u1": "Eins.", "u2": "Zwei, neu.", "u4": "Vier."}
    assert merged.conflicts == ()


def test_a_unit_that_was_taken_out_goes_obsolete_on_both_sides() -> None:
    full = with_({"u1": "Eins.", "u2": "Zwei.", "u3": "Drei.", "u4": "Vier."})
    gone = '\n#~ msgctxt "u3"\n#~ msgid "Sentence 3."\n#~ msgstr "Drei."\n'
    without = catalog(*(one for one in full.entries if one.msgctxt != "u3"))
    out = po.parse(po.serialize(without) + gone.encode(), file="t.po")
    merged = merge(full, with_({"u1": "Eins.", "u2": "Neu.", "u3": "Drei.", "u4": "Vier."}), out).catalog
    assert texts(merged) == {"u1": "Eins.", "u2": "Neu.", "u4": "Vier."}
    assert [one.msgstr for one in merged.entries if one.obsolete] == ["Drei."]
    assert texts(merge(full, without, without).catalog) == texts(without), "both have"
