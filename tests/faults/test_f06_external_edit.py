"""F6: catalogs that came about elsewhere meet desks that have gone on: each side's work stays, nothing is overwritten.

Two clones with a desk each, with git and its driver; a mailed copy, untouched and edited; a rebuilt desk; a catalog
that git has merged; and what a person does in one clone reaches the other as it was meant.
"""

import shutil
from pathlib import Path

import pytest

from editions import ANNA, VERA
from hexapla.formats import po
from hexapla.formats.po import grammar
from hexapla.model.catalog import Entry, State
from hexapla.model.change import Save
from properties.clones import CATALOG, Clone, Hub, template


class Two:
    """Anna's and Vera's clones, and what they do with the hub between them."""

    def __init__(self, tmp: Path) -> None:
        made = template(tmp / "template" / "edition")
        self.hub = Hub((made / CATALOG).read_bytes())
        self.anna, self.vera = (Clone(made, tmp / person.id, self.hub, person) for person in (ANNA, VERA))
        self.tmp = tmp

    def settle(self, *order: Clone, push: bool = True) -> None:
        """Each clone in turn syncs, pulls, meets what came, and pushes; all twice by default."""
        for clone in order or (self.anna, self.vera) * 2:
            clone.sync()
            clone.pull(self.tmp)
            clone.sync()
            if push:
                clone.push(self.tmp)

    def begin(self, **texts: str) -> None:
        """Give both clones the same texts to begin with."""
        for unit, text in texts.items():
            self.anna.save(unit, text)
        self.settle()

    def both(self, unit: str) -> Entry:
        """Return an entry that is the same on both desks and in both folders."""
        sides = [self._plain(clone, unit) for clone in (self.anna, self.vera)]
        assert sides[0] == sides[1]
        assert self.anna.bytes == self.vera.bytes
        return self.entry(self.anna, unit)

    def entry(self, clone: Clone, unit: str) -> Entry:
        return clone.edition.desk.row(clone.edition.text_id("mill"), "de", unit).entry

    def _plain(self, clone: Clone, unit: str) -> tuple[object, ...]:
        one = self.entry(clone, unit)
        offers = sorted(offer.text for offer in one.suggestions)
        said = sorted(comment.text for comment in one.comments)
        return one.units, one.msgstr, one.state, one.reason, offers, said


@pytest.fixture
def two(tmp_path: Path):  # type: ignore[no-untyped-def]
    made = Two(tmp_path)
    yield made
    made.anna.close()
    made.vera.close()


def offers(one: Entry) -> list[str]:
    return [offer.text for offer in one.suggestions]


# One desk and its file


def test_only_the_file_changed_only_the_desk_changed_both_alike_both_differently(two: Two) -> None:
    two.begin(u1="Eins.", u2="Zwei.", u3="Drei.", u4="Vier.")
    two.anna.edit("u1", "Eins, aus der Datei.")
    two.anna.save("u2", "Zwei, vom Schreibtisch.")
    two.anna.edit("u3", "Drei, gleich.")
    two.anna.save("u3", "Drei, gleich.")
    two.anna.edit("u4", "Vier, aus der Datei.")
    two.anna.save("u4", "Vier, vom Schreibtisch.")
    outcome = two.anna.sync()
    assert (outcome.taken, outcome.suggested) == (1, 1)
    assert [two.entry(two.anna, unit).msgstr for unit in ("u1", "u2", "u3", "u4")] == [
        "Eins, aus der Datei.",
        "Zwei, vom Schreibtisch.",
        "Drei, gleich.",
        "Vier, vom Schreibtisch.",
    ]
    assert offers(two.entry(two.anna, "u4")) == ["Vier, aus der Datei."]
    assert [offers(two.entry(two.anna, unit)) for unit in ("u1", "u2", "u3")] == [[], [], []]
    assert two.anna.sync().quiet


def test_a_comment_beside_a_text_that_did_not_change_is_taken(two: Two) -> None:
    """A colleague who only comments, and a desk that goes on translating meanwhile."""
    two.begin(u1="Eins.")
    source = two.anna.bytes.decode()
    line = '# hexapla: {"comment": {"at": "2026-11-24T10:00:00Z", "by": "olha", "text": "Wirklich?"}}\n'
    at = source.index("#. kind", source.index("Eins.") - 400)
    two.anna.put((source[:at] + line + source[at:]).encode())
    two.anna.save("u1", "Eins, neu.")
    two.anna.sync()
    said = two.entry(two.anna, "u1")
    assert (said.msgstr, [one.text for one in said.comments]) == ("Eins, neu.", ["Wirklich?"])


def test_entries_with_one_context_and_two_msgids_stop_nothing_and_stay(two: Two) -> None:
    two.begin(u1="Eins.")
    extra = (
        '\nmsgctxt "u1"\nmsgid "Another."\nmsgstr "Ein anderes."\n'
        '\nmsgctxt "menu"\nmsgid "Open"\nmsgstr "Öffnen"\n\nmsgctxt "menu"\nmsgid "Close"\nmsgstr "Schließen"\n'
        '\nmsgid "loose"\nmsgstr "lose"\n\nmsgid "looser"\nmsgstr "loser"\n'
    )
    two.anna.put(two.anna.bytes + extra.encode())
    two.anna.sync()
    one = two.entry(two.anna, "u1")
    assert (one.msgstr, offers(one)) == ("Eins.", ["Ein anderes."])
    text = two.anna.bytes.decode()
    for word in ("Öffnen", "Schließen", "lose", "loser"):
        assert f'msgstr "{word}"' in text, word


# Mailed copies


def test_a_mailed_copy_untouched_changes_nothing_also_after_joins_and_omissions(
    two: Two, tmp_path: Path
) -> None:
    two.begin(u1="Eins.", u2="Zwei.", u3="Drei.")
    mailed = tmp_path / "mailed.po"
    mailed.write_bytes(two.anna.bytes)
    two.anna.join("u1", "u2", "Eins und zwei.")
    two.anna.save("u3", "Drei, später.")
    two.anna.save("u4", "Vier.")
    two.anna.sync()
    number = two.anna.edition.desk.last_revision()
    for _twice in range(2):
        outcome = two.anna.take_back(mailed)
        assert (outcome.taken, outcome.suggested, outcome.findings) == (0, 0, ())
        two.anna.put(mailed.read_bytes())
        assert two.anna.sync().suggested == 0
    assert two.anna.edition.desk.last_revision() == number
    assert two.entry(two.anna, "u1").msgstr == "Eins und zwei."
    assert [grammar.read(one).context for one in two.anna.file()] == ["u1+u2", "u3", "u4"]


def test_an_old_copy_edited_in_two_units_brings_exactly_these(two: Two, tmp_path: Path) -> None:
    two.begin(u1="Eins.", u2="Zwei.", u3="Drei.")
    mailed = two.anna.bytes
    two.anna.save("u2", "Zwei, später.")
    two.anna.save("u3", "Drei, später.")
    two.anna.sync()
    now = two.anna.bytes
    two.anna.put(mailed)
    two.anna.edit("u1", "Eins, von fern.")
    two.anna.edit("u3", "Drei, von fern.")
    file = tmp_path / "mailed.po"
    file.write_bytes(two.anna.bytes)
    two.anna.put(now)
    outcome = two.anna.take_back(file)
    assert (outcome.taken, outcome.suggested, outcome.older) == (1, 1, 1)
    assert two.entry(two.anna, "u1").msgstr == "Eins, von fern."
    assert two.entry(two.anna, "u2").msgstr == "Zwei, später."
    assert (two.entry(two.anna, "u3").msgstr, offers(two.entry(two.anna, "u3"))) == (
        "Drei, später.",
        ["Drei, von fern."],
    )


def test_a_copy_from_another_desk_does_not_undo_what_it_has_not_seen(two: Two, tmp_path: Path) -> None:
    """The other desk has put its own text over a text that we have replaced meanwhile."""
    two.begin(u1="Eins.")
    two.vera.save("u1", "Eins, von Vera.")
    two.vera.sync()
    two.anna.save("u1", "Eins, von Anna.")
    two.anna.sync()
    file = tmp_path / "from-vera.po"
    file.write_bytes(two.vera.bytes)
    two.anna.take_back(file)
    one = two.entry(two.anna, "u1")
    assert (one.msgstr, offers(one)) == ("Eins, von Anna.", ["Eins, von Vera."])


# Two clones


def test_each_changes_a_unit_of_their_own(two: Two) -> None:
    two.begin(u1="Eins.", u2="Zwei.")
    two.anna.save("u1", "Eins, von Anna.")
    two.vera.save("u2", "Zwei, von Vera.")
    two.settle()
    assert (two.both("u1").msgstr, two.both("u2").msgstr) == ("Eins, von Anna.", "Zwei, von Vera.")
    assert offers(two.both("u1")) == offers(two.both("u2")) == []


def test_both_change_one_unit(two: Two) -> None:
    two.begin(u1="Eins.")
    two.anna.save("u1", "Eins, von Anna.")
    two.vera.save("u1", "Eins, von Vera.")
    two.settle()
    one = two.both("u1")
    assert {one.msgstr, *offers(one)} == {"Eins, von Anna.", "Eins, von Vera."}


def test_both_change_one_unit_alike(two: Two) -> None:
    two.begin(u1="Eins.")
    for clone in (two.anna, two.vera):
        clone.save("u1", "Eins, gemeinsam.")
    two.settle()
    assert (two.both("u1").msgstr, offers(two.both("u1"))) == ("Eins, gemeinsam.", [])


@pytest.mark.parametrize("joins", ["anna", "vera"])
def test_one_joins_two_units_while_the_other_edits_one(two: Two, joins: str) -> None:
    two.begin(u1="Eins.", u2="Zwei.")
    joiner, editor = (two.anna, two.vera) if joins == "anna" else (two.vera, two.anna)
    joiner.join("u1", "u2", "Eins und zwei.")
    editor.save("u2", "Zwei, anders.")
    two.settle()
    texts = [text for unit in ("u1", "u2") for text in (two.both(unit).msgstr, *offers(two.both(unit)))]
    assert {"Eins und zwei.", "Zwei, anders."} <= set(texts)


def test_a_join_and_its_undoing_reach_the_other_clone(two: Two) -> None:
    two.begin(u1="Eins.", u2="Zwei.")
    two.anna.join("u1", "u2", "Eins und zwei.")
    two.settle()
    assert two.both("u1").context == "u1+u2"
    change = two.anna.edition.desk.changes.listed()[0].number
    two.anna.edition.desk.changes.undo(ANNA, change)
    two.settle()
    assert [(two.both(unit).context, two.both(unit).msgstr) for unit in ("u1", "u2")] == [
        ("u1", "Eins."),
        ("u2", "Zwei."),
    ]


def test_a_text_taken_back_to_an_earlier_one_reaches_the_other_clone(two: Two) -> None:
    two.begin(u1="Eins.")
    two.anna.save("u1", "Eins, neu.")
    two.settle()
    assert two.both("u1").msgstr == "Eins, neu."
    two.vera.save("u1", "Eins.")
    two.settle()
    assert (two.both("u1").msgstr, offers(two.both("u1"))) == ("Eins.", [])


def test_an_emptied_text_reaches_the_other_clone(two: Two) -> None:
    two.begin(u1="Eins.")
    two.vera.save("u1", "")
    two.settle()
    assert two.both("u1").msgstr == ""
    two.anna.save("u1", "Eins, noch einmal.")
    two.settle()
    assert (two.both("u1").msgstr, offers(two.both("u1"))) == ("Eins, noch einmal.", [])


@pytest.mark.parametrize("state", [State.NEEDS_WORK, State.REVIEWED, State.APPROVED])
def test_a_state_alone_reaches_the_other_clone(two: Two, state: State) -> None:
    two.begin(u1="Eins.", u2="Zwei.")
    two.anna.save("u1", "Eins.", state)
    two.vera.save("u2", "Zwei, anders.")
    two.settle()
    assert (two.both("u1").state, two.both("u2").msgstr) == (state, "Zwei, anders.")


def test_of_two_states_the_humbler_one_holds(two: Two) -> None:
    two.begin(u1="Eins.")
    two.anna.save("u1", "Eins.", State.APPROVED)
    two.vera.save("u1", "Eins.", State.NEEDS_WORK)
    two.settle()
    assert (two.both("u1").msgstr, two.both("u1").state) == ("Eins.", State.NEEDS_WORK)


def omit(clone: Clone, unit: str, reason: str) -> None:
    text_id = clone.edition.text_id("mill")
    row = clone.edition.desk.row(text_id, "de", unit)
    change = Save(
        clone.person.id,
        f"omit-{unit}-{row.revision}",
        text_id,
        "de",
        (unit,),
        "",
        State.OMITTED,
        row.revision,
        row.entry.state,
        reason=reason,
    )
    clone.edition.desk.save(clone.person, change)


@pytest.mark.parametrize("omits", ["anna", "vera"])
@pytest.mark.parametrize("before", ["", "Eins."])
def test_one_confirms_while_the_other_omits(two: Two, omits: str, before: str) -> None:
    """A text of a unit that had none beats an omission, whose reason stays as a comment; else it is a conflict."""
    two.begin(u1=before, u2="Zwei.")
    omitter, other = (two.anna, two.vera) if omits == "anna" else (two.vera, two.anna)
    omit(omitter, "u1", "Ein Wortspiel.")
    other.save("u1", "Eins, anders.")
    two.settle()
    one = two.both("u1")
    assert "Eins, anders." in (one.msgstr, *offers(one))
    assert "Ein Wortspiel." in (one.reason, *(comment.text for comment in one.comments))


def test_an_omission_alone_reaches_the_other_clone(two: Two) -> None:
    two.begin(u1="Eins.")
    omit(two.vera, "u1", "Ein Wortspiel.")
    omit(two.vera, "u3", "Doppelt.")
    two.settle()
    assert (two.both("u1").state, two.both("u1").reason) == (State.OMITTED, "Ein Wortspiel.")
    assert (two.both("u3").state, two.both("u3").reason) == (State.OMITTED, "Doppelt.")


# A desk made anew, and a catalog that git has merged


def test_a_rebuilt_desk_has_all_and_goes_on_with_the_others(two: Two) -> None:
    two.begin(u1="Eins.", u2="Zwei.")
    two.anna.save("u1", "Eins, von Anna.", State.APPROVED)
    two.vera.save("u1", "Eins, von Vera.")
    two.settle()
    stands, offered = two.both("u1"), offers(two.both("u1"))
    before = two.vera.bytes
    two.vera.rebuild()
    assert two.entry(two.vera, "u1").msgstr == stands.msgstr
    assert offers(two.entry(two.vera, "u1")) == offered
    assert two.vera.sync().quiet and two.vera.bytes == before
    two.anna.save("u2", "Zwei, von Anna.")
    two.settle()
    assert (two.both("u2").msgstr, offers(two.both("u2"))) == ("Zwei, von Anna.", [])


def test_a_rebuilt_desk_still_knows_an_older_copy_when_it_sees_one(two: Two, tmp_path: Path) -> None:
    two.begin(u1="Eins.", u2="Zwei.")
    old = two.anna.bytes
    for text in ("Eins, neu.", "Eins, noch neuer."):
        two.anna.save("u1", text)
        two.anna.sync()
    two.anna.rebuild()
    two.anna.put(old)
    assert two.anna.sync().older == 1
    assert two.entry(two.anna, "u1").msgstr == "Eins, noch neuer."
    two.anna.rebuild()
    file = tmp_path / "mailed.po"
    file.write_bytes(old.replace(b"Eins.", b"Eins, von fern."))
    two.anna.take_back(file)
    one = two.entry(two.anna, "u1")
    assert (one.msgstr, offers(one)) == ("Eins, noch neuer.", ["Eins, von fern."])


def test_a_catalog_that_git_merged_by_lines_is_refused_and_deletes_nothing(two: Two) -> None:
    """Without the driver git leaves conflict marks; the desk names the file, and keeps what it has."""
    two.begin(u1="Eins.")
    marks = b'<<<<<<< ours\nmsgstr "Eins."\n=======\nmsgstr "Ein."\n>>>>>>> theirs\n'
    whole = two.anna.bytes
    two.anna.put(whole.replace(b'msgstr "Eins."\n', marks))
    with pytest.raises(AssertionError, match=r"mill\.po"):
        two.anna.sync()
    assert two.entry(two.anna, "u1").msgstr == "Eins."
    two.anna.put(whole)
    two.anna.sync()


def test_clones_that_never_stop_changing_one_unit_agree_in_the_end(two: Two) -> None:
    two.begin(u1="Eins.")
    for n in range(6):
        two.anna.save("u1", f"Anna {n}.")
        two.vera.save("u1", f"Vera {n}.")
        two.settle(two.anna, two.vera)
    two.settle()
    one = two.both("u1")
    assert {one.msgstr, *offers(one)} >= {"Anna 5.", "Vera 5."}


def test_a_folder_copied_over_another_loses_nothing_either_way(two: Two) -> None:
    """Somebody syncs two clones with a file server instead of git: whole files, the later one wins."""
    two.begin(u1="Eins.", u2="Zwei.")
    two.anna.save("u1", "Eins, von Anna.")
    two.vera.save("u1", "Eins, von Vera.")
    two.vera.save("u2", "Zwei, von Vera.")
    two.anna.sync(), two.vera.sync()
    for _twice in range(2):
        for one, other in ((two.anna, two.vera), (two.vera, two.anna)):
            shutil.copy(one.path, other.path)
            other.sync()
    one = two.both("u1")
    assert {one.msgstr, *offers(one)} == {"Eins, von Anna.", "Eins, von Vera."}
    assert two.both("u2").msgstr == "Zwei, von Vera."


def test_what_is_written_is_what_is_read(two: Two) -> None:
    two.begin(u1="Eins.")
    two.anna.save("u1", "Eins, neu.")
    two.settle()
    catalog = po.parse(two.anna.bytes)
    assert po.serialize(catalog) == two.anna.bytes
    entry = next(one for one in catalog.entries if one.msgctxt == "u1")
    old = Entry(("u1",), entry.msgid, "Eins.")
    assert grammar.lineage(entry) == (old.hash,)
