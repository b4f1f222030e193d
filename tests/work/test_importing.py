"""Texts on their way in: read beside their lines, mended act by act, every decision taken back, stored or dropped."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editions import ANNA, VERA, make, opened, translate
from hexapla.formats.tei import inline
from hexapla.model.errors import BadFile, BadName, Conflict, HexaplaError, NotFound, TooLarge
from hexapla.model.importing import Changed, ImportPage, ImportState, ReadBlock
from hexapla.model.job import JobState
from hexapla.model.mend import AttachNote, JoinBlocks
from hexapla.model.report import Decision, Report
from hexapla.work import importing, originals
from hexapla.work.edition import Edition
from hexapla.work.importing import backwards, lines, present, reports, view
from hexapla.work.jobs import worker

FERRY = """\
The Ferry at Night

The ferryman counted the lamps on both banks. There were more on the far side. He rowed.

What the water carries, it does not read. That is why it carries so well.*

* He said this in the spring, when the river was high.

A Second Crossing

The letters were wet when they came, so that nobody could tell which word had
been the last. They were hung up to dry in the water-mill, which has no whe-
el any more. A wheel would have been of no use to the water-
mill in any case.
"""


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    with opened(make(tmp_path / "edition")) as held:
        yield held
        assert held.desk.check() == []


def bring(edition: Edition, source: str | bytes = FERRY, name: str = "ferry.txt", **named: str) -> int:
    content = source.encode() if isinstance(source, str) else source
    number = importing.begin(edition, ANNA, content, name=name, **named)
    importing.read(edition, ANNA, number)
    return number


def page(edition: Edition, number: int) -> ImportPage:
    return importing.page(edition, ANNA, number)


def blocks(edition: Edition, number: int) -> tuple[ReadBlock, ...]:
    return importing.window(edition, ANNA, number).blocks


def words(block: ReadBlock) -> list[str]:
    return ["".join(str(run.get("text", "")) for run in unit.text) for unit in block.units]


def kinds(edition: Edition, number: int) -> list[str]:
    return [block.kind for block in blocks(edition, number)]


def plain(edition: Edition, number: int) -> str:
    text = present.present(edition, number).text
    return "\n".join(inline.plain(unit.source) for unit in text.units)


def follow(before: tuple[ReadBlock, ...], changed: Changed) -> list[ReadBlock]:
    """Do with blocks what a page does: put the fresh ones in the place of those that are gone."""
    return [*before[: changed.at], *changed.fresh, *before[changed.at + changed.gone :]]


def bare(some: list[ReadBlock] | tuple[ReadBlock, ...]) -> list[object]:
    return [(one.id, one.kind, one.level, one.n, one.note, one.units, one.raw, one.decisions) for one in some]


def test_each_line_of_the_file_stands_beside_what_was_made_of_it(edition: Edition) -> None:
    number = bring(edition)
    found = {" ".join(words(block)): [line.n for line in block.raw] for block in blocks(edition, number)}
    assert found["The Ferry at Night"] == [1]
    assert found[
        "The ferryman counted the lamps on both banks. There were more on the far side. He rowed."
    ] == [3]
    shown = sorted(line.n for block in blocks(edition, number) for line in block.raw)
    filled = [n for n, line in enumerate(FERRY.split("\n"), start=1) if line.strip()]
    assert shown == filled, "every line that is not blank is shown, and once"
    assert page(edition, number).lines == len(FERRY.splitlines())


def test_the_worker_reads_what_was_brought(edition: Edition) -> None:
    number = importing.begin(edition, ANNA, FERRY.encode(), name="C:\\Users\\anna\\The Ferry.txt")
    row, job = importing.standing(edition, ANNA, number)
    assert (row.state, row.name, row.slug) == (ImportState.READING, "The Ferry.txt", "the-ferry")
    assert job is not None and not job.state.over
    with pytest.raises(Conflict, match="still being read"):
        page(edition, number)
    assert worker.one(edition, "worker-1", ANNA)
    assert edition.desk.jobs.get(job.id).state is JobState.DONE
    assert importing.standing(edition, ANNA, number)[0].state is ImportState.OPEN
    assert page(edition, number).row.title


def test_one_that_nobody_reads_is_read_and_a_broken_reading_is_told(edition: Edition) -> None:
    """A desk that was restored has no jobs; a job that failed is not begun again of itself."""
    number = edition.desk.incoming.add(ANNA, name="a.txt", source=b"One. Two.", slug="a", title="", target="")
    assert importing.standing(edition, ANNA, number)[1] is None
    job = importing.standing(edition, ANNA, number)[1]
    assert job is not None and job.state is JobState.QUEUED, "it was asked for, once"
    edition.desk.jobs.claim("w")
    edition.desk.jobs.end(job.id, "w", JobState.FAILED, {"error": "broken off"})
    told = importing.standing(edition, ANNA, number)[1]
    assert told is not None and told.result["error"] == "broken off"
    importing.again(edition, ANNA, number)
    assert worker.one(edition, "worker-1", ANNA)
    assert importing.standing(edition, ANNA, number)[0].state is ImportState.OPEN


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.txt", b"not text \xff\n"),
        ("a.xyz", b"what"),
        ("a.txt", b" \n \n"),
        ("a.xml", b"<TEI><a></TEI>"),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_one_sentence(
    edition: Edition, name: str, source: bytes
) -> None:
    number = bring(edition, source, name)
    row, _job = importing.standing(edition, ANNA, number)
    assert row.state is ImportState.REFUSED
    assert row.error and "\n" not in row.error
    assert importing.waiting(edition, ANNA) == ()
    assert edition.desk.incoming.source(number) == b""
    with pytest.raises(Conflict):
        page(edition, number)


def test_what_cannot_be_brought(edition: Edition) -> None:
    for name in ("", "..", "/", "\u202e.txt\n"):
        with pytest.raises(BadName):
            importing.begin(edition, ANNA, b"x", name=name)
    with pytest.raises(BadName):
        importing.begin(edition, ANNA, b"x", name="a.txt", slug="../../etc")
    with pytest.raises(BadName):
        importing.begin(edition, ANNA, b"x", name="a.txt", title="x" * 301)
    with pytest.raises(BadFile, match="empty"):
        importing.begin(edition, ANNA, b"", name="a.txt")
    with pytest.raises(TooLarge):
        importing.begin(edition, ANNA, b"x" * (importing.LIMIT + 1), name="a.txt")
    assert importing.waiting(edition, ANNA) == ()


def test_acts_come_one_after_the_other_and_can_be_undone(edition: Edition) -> None:
    number = bring(edition)
    start, letters = blocks(edition, number), "".join(plain(edition, number).split())
    two = start[1]
    changed = importing.kind(edition, ANNA, number, page(edition, number).row.version, two.id, "quote")
    assert kinds(edition, number)[1] == "quote"
    assert (changed.at, changed.gone, len(changed.fresh)) == (1, 1, 1), "nothing else is drawn again"
    second = two.units[1].id
    changed = importing.split(edition, ANNA, number, changed.row.version, second)
    assert [words(block)[0] for block in changed.fresh] == [words(two)[0], words(two)[1]]
    assert changed.unit == second
    joined = changed.fresh[1].id
    changed = importing.act(edition, ANNA, number, changed.row.version, JoinBlocks(joined))
    assert words(changed.fresh[0]) == words(two)
    assert "".join(plain(edition, number).split()) == letters
    for left in (2, 1, 0):
        changed = importing.undo(edition, ANNA, number, changed.row.version)
        assert changed.steps == left
    assert bare(blocks(edition, number)) == bare(start)
    with pytest.raises(HexaplaError, match="nothing to undo"):
        importing.undo(edition, ANNA, number, changed.row.version)


def test_what_an_act_answers_is_what_a_page_that_is_opened_anew_shows(edition: Edition) -> None:
    number = bring(edition)
    version = page(edition, number).row.version
    shown = list(blocks(edition, number))
    for does in (
        lambda at, shown: importing.kind(edition, ANNA, number, at, shown[1].id, "verse"),
        lambda at, shown: importing.kind(edition, ANNA, number, at, shown[1].id, "head", 1),
        lambda at, shown: importing.split(edition, ANNA, number, at, shown[-1].units[-1].id),
        lambda at, shown: importing.act(edition, ANNA, number, at, JoinBlocks(shown[-1].id)),
        lambda at, shown: importing.undo(edition, ANNA, number, at),
    ):
        changed = does(version, shown)
        version, shown = changed.row.version, follow(tuple(shown), changed)
        present._presents._held.clear()
        present._texts._held.clear()
        assert bare(blocks(edition, number)) == bare(shown)


def test_a_paragraph_begins_within_a_sentence(edition: Edition) -> None:
    number = bring(edition)
    two = blocks(edition, number)[1]
    offset = words(two)[0].index("lamps")
    changed = importing.split(
        edition, ANNA, number, page(edition, number).row.version, two.units[0].id, offset
    )
    assert [words(block)[0] for block in changed.fresh] == [
        "The ferryman counted the",
        "lamps on both banks.",
    ]
    assert [line.n for line in changed.fresh[1].raw] == [3], "the line stands beside both of its parts"
    undone = importing.undo(edition, ANNA, number, changed.row.version)
    assert words(undone.fresh[0]) == words(two), "one act, one undo"


def test_a_block_is_attached_as_a_note_and_detached_again(edition: Edition) -> None:
    number = bring(
        edition, "One thing.* Another thing.\n\nA paragraph between.\n\n* A remark on it.\n\nThe end of it.\n"
    )
    made = blocks(edition, number)
    remark = next(block for block in made if "remark" in " ".join(words(block)))
    version = page(edition, number).row.version
    if not remark.note:
        anchor = made[0].units[0].id
        mend = AttachNote(remark.id, anchor, len("One thing."))
        version = importing.act(edition, ANNA, number, version, mend).row.version
    note = next(block for block in blocks(edition, number) if block.note)
    assert words(note) == ["A remark on it."]
    changed = importing.kind(edition, ANNA, number, version, note.id, "p")
    assert not [block for block in blocks(edition, number) if block.note]
    assert "A remark on it." in [" ".join(words(block)) for block in blocks(edition, number)]
    importing.undo(edition, ANNA, number, changed.row.version)
    assert [words(block) for block in blocks(edition, number) if block.note] == [["A remark on it."]]


def test_words_are_corrected(edition: Edition) -> None:
    number = bring(edition)
    unit = blocks(edition, number)[1].units[2].id
    changed = importing.correct(
        edition, ANNA, number, page(edition, number).row.version, unit, [{"text": "He slept."}]
    )
    assert words(changed.fresh[0])[-1] == "He slept."
    with pytest.raises(HexaplaError):
        importing.correct(edition, ANNA, number, changed.row.version, unit, [{"open": "script", "id": 1}])


def test_every_decision_that_can_be_taken_back_gives_the_file_its_word(edition: Edition) -> None:
    """One by one, each on the text as it was read; then it is undone, and all is as before."""
    number = bring(edition)
    start, tried = bare(blocks(edition, number)), set()
    for decision in page(edition, number).decisions:
        if not decision.reversible:
            continue
        version = page(edition, number).row.version
        changed = importing.reverse(edition, ANNA, number, version, decision.nth)
        tried.add(decision.kind)
        assert page(edition, number).decisions[decision.nth].back
        with pytest.raises(HexaplaError, match="already"):
            importing.reverse(edition, ANNA, number, changed.row.version, decision.nth)
        importing.undo(edition, ANNA, number, changed.row.version)
        assert bare(blocks(edition, number)) == start
        assert not page(edition, number).decisions[decision.nth].back
    assert {"head", "hyphen"} <= tried


def test_a_hyphen_is_taken_back_both_ways(edition: Edition) -> None:
    number = bring(edition)
    found = {one.after: one for one in page(edition, number).decisions if one.kind == "hyphen"}
    gone, kept = found["wheel"], found["water-mill"]
    version = importing.reverse(
        edition, ANNA, number, page(edition, number).row.version, gone.nth
    ).row.version
    assert "has no whe-el any more" in plain(edition, number)
    importing.reverse(edition, ANNA, number, version, kept.nth)
    assert "to the watermill in any case" in plain(edition, number)


def test_somebody_who_saw_an_older_version_changes_nothing(edition: Edition) -> None:
    number = bring(edition)
    version, two = page(edition, number).row.version, blocks(edition, number)[1]
    edition.desk.people.put(ANNA, VERA)
    importing.kind(edition, VERA, number, version, two.id, "quote")
    for does in (
        lambda: importing.kind(edition, ANNA, number, version, two.id, "verse"),
        lambda: importing.undo(edition, ANNA, number, version),
        lambda: importing.store(edition, ANNA, number, version),
        lambda: importing.drop(edition, ANNA, number, version),
    ):
        with pytest.raises(Conflict, match="Vera has changed this import meanwhile"):
            does()
    assert kinds(edition, number)[1] == "quote"
    assert page(edition, number).by == "Vera"


def test_it_is_stored_with_what_was_mended_and_the_file_is_kept(edition: Edition) -> None:
    number = bring(edition)
    two = blocks(edition, number)[1]
    version = importing.kind(
        edition, ANNA, number, page(edition, number).row.version, two.id, "quote"
    ).row.version
    stored = importing.store(edition, ANNA, number, version, title="The Ferry by Night")
    assert (stored.done, stored.slug) == (True, "ferry")
    text = edition.text("ferry")
    assert text.title == "The Ferry by Night"
    assert [block.kind for block in text.blocks][1] == "quote"
    assert edition.root is not None and (edition.root / "source" / "ferry.xml").exists()
    assert edition.desk.count("ferry", "hu") == len(text.units)
    original = originals.of(edition, "ferry")
    assert original is not None and (original.name, original.source) == ("ferry.txt", FERRY.encode())
    assert importing.waiting(edition, ANNA) == ()
    with pytest.raises(Conflict, match="Anna has stored this text as “ferry”"):
        page(edition, number)


def test_on_a_slug_that_is_there_the_plan_is_shown_first(edition: Edition) -> None:
    first = bring(edition)
    importing.store(edition, ANNA, first, page(edition, first).row.version)
    translate(edition, "u2", "Der Fährmann zählte die Lampen.", slug="ferry")
    translate(edition, "u4", "Er ruderte.", slug="ferry")
    number = bring(edition, FERRY.replace("He rowed.", "He rowed on."))
    assert page(edition, number).exists
    version = page(edition, number).row.version
    asked = importing.store(edition, ANNA, number, version)
    assert not asked.done and asked.edited
    assert any("edited" in line for line in asked.plan)
    assert "Deutsch (de): 1 stay as they are; 1 need work (3 words to look at again)" in asked.plan
    assert "He rowed." in str(edition.text("ferry").blocks[1])
    done = importing.store(edition, ANNA, number, version, agreed=asked.agreed)
    assert done.done
    assert "He rowed on." in str(edition.text("ferry").blocks[1])
    assert edition.desk.row("ferry", "de", "u2").entry.msgstr == "Der Fährmann zählte die Lampen."


def test_the_same_file_mended_otherwise_revises_too(edition: Edition) -> None:
    first = bring(edition)
    importing.store(edition, ANNA, first, page(edition, first).row.version)
    number = bring(edition)
    same = importing.store(edition, ANNA, number, page(edition, number).row.version)
    assert not same.done and same.plan == ("Nothing changes in “ferry”.",)
    two = blocks(edition, number)[1]
    version = importing.kind(
        edition, ANNA, number, page(edition, number).row.version, two.id, "quote"
    ).row.version
    asked = importing.store(edition, ANNA, number, version)
    importing.store(edition, ANNA, number, version, agreed=asked.agreed)
    assert edition.text("ferry").blocks[1].kind == "quote"


def test_another_short_name_makes_another_text(edition: Edition) -> None:
    first, second = bring(edition), bring(edition)
    importing.store(edition, ANNA, first, page(edition, first).row.version)
    importing.store(edition, ANNA, second, page(edition, second).row.version, slug="crossing")
    assert edition.text_id("ferry") != edition.text_id("crossing")
    assert len(edition.text("ferry").units) == len(edition.text("crossing").units)


def test_a_file_with_translations_is_stored_with_them_and_not_mended(edition: Edition) -> None:
    catalog = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: hu\\n"\n\n'
        'msgid "The quay."\nmsgstr "A rakpart."\n'
    )
    number = bring(edition, catalog, "quay.po")
    made = page(edition, number)
    assert made.row.target == "hu"
    with pytest.raises(HexaplaError, match="brings translations by unit"):
        importing.kind(edition, ANNA, number, made.row.version, blocks(edition, number)[0].id, "quote")
    importing.store(edition, ANNA, number, made.row.version)
    assert edition.desk.row("quay", "hu", edition.text("quay").units[0].id).entry.msgstr == "A rakpart."


def test_one_that_is_dropped_is_gone_for_all(edition: Edition) -> None:
    number = bring(edition)
    importing.drop(edition, ANNA, number, page(edition, number).row.version)
    with pytest.raises(NotFound, match="Anna has dropped this import"):
        page(edition, number)
    with pytest.raises(NotFound):
        importing.drop(edition, ANNA, number, 2)
    assert edition.settings.text("ferry") is None


def test_two_thousand_blocks_come_in_windows(edition: Edition) -> None:
    book = "\n\n".join(f"This is the paragraph number {n}. It says little. It is short." for n in range(2000))
    number = bring(edition, book)
    assert page(edition, number).blocks == 2000
    window = importing.window(edition, ANNA, number, after=1990, limit=5000)
    assert [block.nth for block in window.blocks] == list(range(1990, 2000))
    assert len(importing.window(edition, ANNA, number, limit=5000).blocks) == 200
    changed = importing.kind(
        edition, ANNA, number, page(edition, number).row.version, window.blocks[0].id, "quote"
    )
    assert (changed.at, changed.gone, len(changed.fresh)) == (1990, 1, 1)


def test_places_are_found_where_a_reader_gives_none() -> None:
    from hexapla.model.text import Block, Unit

    raw = ("# One", "", "The first  para-", "graph.", "12", "Another one", "ends here.")
    found = reports.found(
        raw,
        tuple(
            Block("p", (Unit("u1", "1", text),))
            for text in ("One", "The first paragraph.", "Another one ends here.", "Nowhere.")
        ),
    )
    assert found == ((1, 1), (3, 4), (6, 7), (0, 0))


def test_a_report_with_half_a_character_can_be_kept_and_sent() -> None:
    report = Report("html", (Decision("furniture", 1, "a\ud800\0b", "", "x"),), ("a\ud800\0b",), ((1, 1),))
    kept = reports.read(reports.write(report))
    assert kept.raw == ("a?\0b",)
    assert "\0" not in reports.write(report)
    kept.decisions[0].before.encode()


def test_a_long_decision_is_sent_in_short_and_taken_back_whole(edition: Edition) -> None:
    number = bring(edition)
    made = present.present(edition, number)
    long = replace(made.shape.decisions[0], before="x" * 5000)
    assert len(view.brief(long).before) == view.SHOWN
    assert view.brief(made.shape.decisions[0]) == made.shape.decisions[0]


def test_a_word_is_put_among_tags() -> None:
    form = 'a <hi rend="italic">be</hi>tter <note xml:id="n1"/>word'
    assert backwards.spliced(form, 2, 8, "worse") == 'a <hi rend="italic">worse</hi> <note xml:id="n1"/>word'
    assert backwards.spliced(form, 9, 13, "end") == 'a <hi rend="italic">be</hi>tter <note xml:id="n1"/>end'


def test_a_unit_remembers_where_it_came_from() -> None:
    assert [lines.stem(unit) for unit in ("u12", "u12a", "u7bc", "u")] == ["u12", "u12", "u7", "u"]
