"""Writing an entry: it is read as the same, and what others have put there stays."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_texts import FERRY, catalog, texts
from hexapla.formats.po import Catalog, CatalogEntry, parse, serialize
from hexapla.formats.po.grammar import base, lineage, read, write
from hexapla.model.catalog import Comment, Entry, Place, State, Suggestion, Waiver

AT = "2026-11-22T18:00:00Z"
LATE = Entry(("u1",), "The ferry is late.", "Késik a komp.", State.TRANSLATED, by="anna", at=AT)


def written(
    entry: Entry, old: CatalogEntry | None = None, heads: tuple[str, ...] = ("Part one", "The ferry")
) -> CatalogEntry:
    return write(entry, kind="p", heads=heads, speaker="", reference="source/ferry.xml:u1", old=old)


def again(entry: CatalogEntry) -> CatalogEntry:
    """Return an entry as it is after a journey through a file."""
    return parse(serialize(Catalog(headers=(("Language", "hu"),), entries=(entry,)))).entries[0]


def unsigned(entry: Entry) -> Entry:
    """Return an entry without who and when: the same words of two authors are one remark, whoever was first."""
    offers = tuple(replace(one, by="", at="") for one in entry.suggestions)
    return replace(entry, by="", at="", suggestions=offers)


some = texts.filter(bool)


@st.composite
def settled(draw: st.DrawFn) -> Entry:
    """Any entry whose state agrees with its text."""
    state = draw(st.sampled_from(State))
    empty = state in (State.UNTRANSLATED, State.OMITTED)
    quiet = state == State.UNTRANSLATED
    return Entry(
        units=draw(st.sampled_from([("u1",), ("u12", "u13"), ("u7a", "u8", "u9")])),
        msgid=draw(some),
        msgstr="" if empty else draw(some),
        state=state,
        previous=draw(st.none() | texts) if state == State.NEEDS_WORK else None,
        reason=draw(some) if state == State.OMITTED else "",
        place=None
        if quiet
        else draw(st.none() | st.builds(Place, st.none() | texts, st.none() | st.booleans())),
        by="" if quiet else draw(texts),
        at="" if quiet else draw(st.sampled_from(["", AT])),
        waivers=tuple(
            draw(st.lists(st.builds(Waiver, some, texts, st.just(("u1",)), texts, texts), max_size=1))
        ),
        suggestions=tuple(draw(st.lists(st.builds(Suggestion, some, by=texts), max_size=2))),
        comments=tuple(draw(st.lists(st.builds(Comment, some, question=texts), max_size=2))),
    )


@given(settled())
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_as_the_same(entry: Entry) -> None:
    first = again(written(entry))
    assert read(first) == entry
    assert written(entry, first) is first


@given(settled(), settled())
@settings(max_examples=100, deadline=None)
def test_written_over_another_it_is_the_same_as_written_anew(entry: Entry, other: Entry) -> None:
    old = again(
        replace(written(other), comments=("# Anna: sure?", *written(other).comments), flags=("no-wrap",))
    )
    new = again(written(replace(entry, units=other.units), old))
    assert unsigned(read(new)) == unsigned(replace(entry, units=other.units))
    assert new.comments[0] == "# Anna: sure?"
    assert "no-wrap" in new.flags
    assert len([line for line in new.comments if '"base"' in line]) <= 1


def test_an_untranslated_entry_is_quiet() -> None:
    entry = written(Entry(("u1",), "The ferry is late."))
    assert entry.comments == ()
    assert entry.flags == ()


def test_an_untranslated_entry_says_what_it_has_to_say() -> None:
    entry = Entry(("u1",), "The ferry is late.", comments=(Comment("Which ferry?"),), place=Place("u3"))
    assert read(again(written(entry))) == entry
    assert len(written(entry).comments) == 2
    assert len(written(replace(entry, place=None)).comments) == 1


def test_the_whole_entry_as_a_translator_sees_it() -> None:
    needs = replace(LATE, state=State.NEEDS_WORK, previous="The boat is late.")
    made = write(
        needs,
        kind="turn",
        heads=("Part one", "The\n ferry"),
        speaker="Anna",
        reference="source/ferry.xml:u1",
        old=None,
    )
    assert serialize(Catalog(entries=(made,))).decode() == (
        f'\n# hexapla: {{"at": "{AT}", "base": "{LATE.hash}", "by": "anna", "state": "needs-work"}}\n'
        "#. kind: turn\n#. in: Part one › The ferry\n#. speaker: Anna\n#: source/ferry.xml:u1\n#, fuzzy\n"
        '#| msgid "The boat is late."\nmsgctxt "u1"\nmsgid "The ferry is late."\nmsgstr "Késik a komp."\n'
    )
    assert base(made) == LATE.hash


def test_unchanged_it_is_the_old_entry_with_its_bytes() -> None:
    source = catalog(
        serialize(Catalog(entries=(written(LATE),))).decode().replace('msgid "The ', 'msgid ""\n"The "\n"')
    )
    found = parse(source)
    assert written(LATE, found.entries[0]) is found.entries[0]
    changed = written(replace(LATE, msgstr="A komp késik."), found.entries[0])
    assert changed != found.entries[0]
    assert serialize(replace(found, entries=(changed,))) == source.replace(
        "Késik a komp.".encode(), "A komp késik.".encode()
    ).replace(
        f'"{LATE.hash}", "by": "anna",'.encode(),
        f'"{replace(LATE, msgstr="A komp késik.").hash}", "by": "anna", "over": ["{LATE.hash}"],'.encode(),
    )


def test_a_text_names_those_that_it_was_put_over_the_newest_first() -> None:
    again, chain = written(LATE), [LATE.hash]
    for n in range(9):
        now = replace(LATE, msgstr=f"Késik {n}.")
        again = written(now, again)
        assert lineage(again) == tuple(chain[:6])
        chain.insert(0, now.hash)
    assert lineage(written(replace(now, state=State.APPROVED), again)) == lineage(again)
    back = written(replace(now, msgstr="Késik 7."), again)
    assert lineage(back)[0] == now.hash and replace(now, msgstr="Késik 7.").hash not in lineage(back)
    empty = written(replace(now, msgstr="", state=State.UNTRANSLATED), again)
    assert (lineage(empty)[0], base(empty)) == (now.hash, replace(now, msgstr="").hash)
    edited = replace(again, msgstr="Késni fog.")
    assert lineage(edited)[0] == now.hash


def test_a_join_names_its_parts_and_parts_their_join() -> None:
    parts = [written(LATE), written(replace(LATE, units=("u2",)))]
    joined = replace(LATE, units=("u1", "u2"))
    made = write(
        joined, kind="p", heads=(), speaker="", reference="source/ferry.xml:u1", old=None, instead=parts
    )
    assert lineage(made) == (LATE.hash, replace(LATE, units=("u2",)).hash)


@pytest.mark.parametrize(
    "people",
    [
        (("# Anna",), ()),
        ((), ("# Béla",)),
        (("# Anna", '# hexapla: {"comment": {"text":'), ("# Béla",)),
        (('# hexapla: {"at"',), ()),
    ],
)
@pytest.mark.parametrize(
    "now",
    [LATE, replace(LATE, msgstr="Késik."), replace(LATE, msgstr="", state=State.UNTRANSLATED, by="", at="")],
)
def test_peoples_lines_around_ours_stay_once(
    people: tuple[tuple[str, ...], tuple[str, ...]], now: Entry
) -> None:
    before, after = people
    first = written(LATE)
    old = again(replace(first, comments=(*before, *first.comments, *after)))
    made = again(written(now, old, heads=("Part two",)))
    assert made.comments == (*before, *after, *written(now, first).comments)
    assert read(made) == now


@pytest.mark.parametrize("change", [{"heads": ("Part two",)}, {"heads": ()}])
def test_a_new_heading_is_written(change: dict[str, tuple[str, ...]]) -> None:
    old = again(written(LATE))
    assert written(LATE, old, **change).extracted != old.extracted


def test_a_foreign_entry_is_left_as_it_is_until_there_is_more_to_say() -> None:
    found = parse(catalog(FERRY)).entries[0]
    plain = Entry(("u1",), "The ferry is late.", "Késik a komp.", State.TRANSLATED)
    same = write(plain, kind="p", heads=(), speaker="", reference="source/ferry.xml:u1", old=found)
    assert same is found
    told = write(LATE, kind="p", heads=(), speaker="", reference="source/ferry.xml:u1", old=found)
    assert base(told) == LATE.hash


def test_another_person_and_time_alone_change_no_line() -> None:
    old = again(written(LATE))
    assert written(replace(LATE, by="béla", at="2027-01-01T00:00:00Z"), old) is old
    approved = written(replace(LATE, by="béla", at="2027-01-01T00:00:00Z", state=State.APPROVED), old)
    assert (read(approved).by, read(approved).state) == ("béla", State.APPROVED)


def test_an_old_state_is_replaced_not_added() -> None:
    old = again(written(replace(LATE, state=State.APPROVED)))
    new = written(LATE, old)
    assert len(new.comments) == 1
    assert '"translated"' in new.comments[0]


def test_a_forged_line_stays_a_persons() -> None:
    forged = '# hexapla: {"state": "approved", "rights": "manage"}'
    old = again(replace(written(LATE), comments=(forged,)))
    assert written(replace(LATE, msgstr="x"), old).comments[0] == forged


def test_an_obsolete_entry_comes_back_to_life() -> None:
    old = again(replace(written(LATE), obsolete=True))
    assert old.obsolete
    assert not written(LATE, old).obsolete


def test_a_long_heading_is_cut_at_a_word() -> None:
    (_kind, path) = written(LATE, heads=("word " * 50,)).extracted
    assert path.endswith("word…")
    assert len(path) < 100
    assert "\n" not in written(LATE, heads=("x" * 500 + "\n",)).extracted[1]
