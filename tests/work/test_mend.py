"""Mending a source with its translations: every mend in turn on a copy of the sample, and all of it undone."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import tomlkit

from editions import ANNA, VERA, make, opened, translate
from hexapla.formats import po
from hexapla.formats.tei import inline
from hexapla.model.catalog import State, Waiver
from hexapla.model.change import Draft
from hexapla.model.errors import Denied, HexaplaError, NotFound
from hexapla.model.mend import (
    AttachNote,
    ChangeKind,
    Correct,
    JoinBlocks,
    Mark,
    Mend,
    MergeUnits,
    SplitBlock,
    SplitUnit,
)
from hexapla.model.person import Person, Right
from hexapla.work import changes, joining, mend, remarks, sync
from hexapla.work.edition import Edition

ROOT = Path(__file__).parents[2]
SLUG, LANGS = "two-banks", ("de", "hu")
STATES = (State.TRANSLATED, State.APPROVED, State.NEEDS_WORK, State.REVIEWED, State.TRANSLATED)
MANAGER = Person("mona", "Mona", frozenset({Right.MANAGE}))


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    """A copy of the sample in which 30 units are translated into two languages, and much is said of them."""
    folder = tmp_path / "e"
    shutil.copytree(ROOT / "source", folder / "source")
    for lang in LANGS:
        shutil.copytree(ROOT / "locales" / lang, folder / "locales" / lang)
    toml = folder / "source" / "edition.toml"
    settings = tomlkit.parse(toml.read_text("utf-8"))
    settings["targets"] = list(LANGS)
    settings["text"] = [text for text in settings["text"] if text["slug"] in ("edition", SLUG)]  # type: ignore[union-attr, index]
    toml.write_text(tomlkit.dumps(settings), "utf-8")
    with opened(folder) as edition:
        for lang in LANGS:
            for nth, unit in enumerate(unit.id for unit in edition.text(SLUG).units[:30]):
                text = f"{lang} {unit}, eins. {lang} {unit}, zwei."
                row = edition.desk.row(edition.text_id(SLUG), lang, unit).entry
                if row.state is not State.OMITTED:
                    translate(edition, unit, text, lang=lang, slug=SLUG, state=STATES[nth % 5])
            remarks.comment(edition, VERA, SLUG, lang, "u3", "Which tape?", question="author")
            remarks.suggest(edition, VERA, SLUG, lang, "u8", [{"text": "Anders."}])
            let = Waiver("number-changed", "2", ("u9",), "abc", "It is hers.")
            edition.desk.remarks.waive(ANNA, edition.text_id(SLUG), lang, ("u9",), let)
        joining.join(edition, ANNA, SLUG, "hu", ["u13", "u14"])
        note = edition.desk.row(edition.text_id(SLUG), "de", "u26")
        edition.desk.fill(
            ANNA,
            edition.text_id(SLUG),
            "de",
            [replace(note.entry, msgstr="", state=State.OMITTED, reason="A pun.")],
            kind="align",
        )
        settle(edition)
        yield edition
        assert edition.desk.check() == []


def settle(edition: Edition) -> None:
    """Bring folder and desk together, and see that this leaves no question open."""
    for outcome in sync.one(edition, ANNA, SLUG):
        assert not outcome.skipped and not outcome.findings, outcome
    assert all(outcome.quiet for outcome in sync.one(edition, ANNA, SLUG))


def files(edition: Edition) -> dict[str, bytes]:
    assert edition.root
    found = [*edition.root.glob("source/*"), *edition.root.glob("locales/*/*/*.po")]
    return {path.relative_to(edition.root).as_posix(): path.read_bytes() for path in found}


def held(edition: Edition) -> object:
    """Return all that the desk says of the text: document, entries, remarks, positions, what stands aside and says
    something."""
    text_id = edition.text_id(SLUG)
    rows = {
        lang: [(row.entry, row.position, row.shared) for row in edition.desk.rows(text_id, lang, limit=None)]
        for lang in edition.settings.languages_of(SLUG)
    }
    aside = {
        lang: [row.entry for row in edition.desk.obsolete(text_id, lang) if row.entry.msgstr] for lang in rows
    }
    return edition.desk.tei(text_id), rows, aside, edition.desk.texts()


def different(one: object, other: object) -> list[object]:
    """Return what two states of the desk do not share, so that a failure can be read."""
    if isinstance(one, dict) and isinstance(other, dict):
        return [part for key in one for part in different(one[key], other[key])]
    if isinstance(one, list | tuple) and isinstance(other, list | tuple) and len(one) == len(other):
        return [part for pair in zip(one, other, strict=True) for part in different(*pair)]
    return [] if one == other else [(one, other)]


def place(edition: Edition, unit: str, words: str) -> int:
    return inline.plain(edition.text(SLUG).places[unit][1].source).index(words)


def source(edition: Edition, unit: str) -> str:
    return edition.text(SLUG).places[unit][1].source


def entries(edition: Edition, lang: str) -> dict[str, tuple[str, State]]:
    rows = edition.desk.rows(edition.text_id(SLUG), lang, limit=None)
    return {row.entry.context: (row.entry.msgstr, row.entry.state) for row in rows}


def every(edition: Edition) -> dict[str, Mend]:
    """Return every mend, by what it is called here."""
    return {
        "correct": Correct("u2", source(edition, "u2").replace("did not thank", "never thanked")),
        "meaning": Correct("u3", source(edition, "u3").replace("kitchen", "cellar"), changes_meaning=True),
        "joined meaning": Correct(
            "u13", source(edition, "u13").replace("living", "life"), changes_meaning=True
        ),
        "italic": Mark("u2", 0, 8, "hi"),
        "foreign": Mark("u2", 0, 8, "foreign", "hu"),
        "title": Mark("u2", 0, 8, "title"),
        "quotation": Mark("u2", 0, 8, "q"),
        "sic": Mark("u3", 0, 2, "sic"),
        "split": SplitUnit("u9", place(edition, "u9", "and I have solved")),
        "split in a join": SplitUnit("u14", place(edition, "u14", "and what you see")),
        "split with a note": SplitUnit("u16", place(edition, "u16", "… or")),
        "merge": MergeUnits("u8"),
        "merge a join": MergeUnits("u13"),
        "merge into a join": MergeUnits("u14"),
        "merge an omission": MergeUnits("u25"),
        "head": ChangeKind("u2", "head"),
        "high head": ChangeKind("u2", "head", 1),
        "no head": ChangeKind("u18", "p"),
        "other head": ChangeKind("u18", "head", 1),
        "quotation block": ChangeKind("b2", "quote"),
        "epigraph": ChangeKind("b2", "epigraph"),
        "item": ChangeKind("b2", "item"),
        "verse": ChangeKind("b2", "verse"),
        "turn": ChangeKind("b2", "turn"),
        "no turn": ChangeKind("b5", "p"),
        "dateline": ChangeKind("b2", "dateline"),
        "break": ChangeKind("b2", "break"),
        "begin": SplitBlock("u8"),
        "note": AttachNote("b2", "u5", place(edition, "u5", "what")),
    }


NAMES = (
    *("correct", "meaning", "joined meaning", "italic", "foreign", "title", "quotation", "sic"),
    *("split", "split in a join", "split with a note", "merge", "merge a join", "merge into a join"),
    *("merge an omission", "head", "high head", "no head", "other head", "quotation block", "epigraph"),
    *("item", "verse", "turn", "no turn", "dateline", "break", "begin", "note"),
)


def test_no_translation_and_no_state_is_lost_and_undoing_leaves_every_byte(edition: Edition) -> None:
    assert set(every(edition)) == set(NAMES)
    for name in NAMES:
        one, written, known = every(edition)[name], files(edition), held(edition)
        words = {
            lang: "".join(sorted("".join(text for text, _s in entries(edition, lang).values())))
            for lang in LANGS
        }
        before = {lang: entries(edition, lang) for lang in LANGS}
        told = {effect.lang: effect for effect in mend.effect(edition, ANNA, SLUG, one)}
        assert files(edition) == written and held(edition) == known, name
        number = mend.mend(edition, ANNA, SLUG, one)
        for lang in LANGS:
            after = entries(edition, lang)
            lost = "".join(sorted("".join(text for text, _state in after.values())))
            assert lost.replace(" ", "") == words[lang].replace(" ", ""), (name, lang)
            fell = {unit for unit, said in before[lang].items() if after.get(unit) != said}
            if name not in ("meaning", "joined meaning") and not told[lang].divided:
                assert not fell and not told[lang].work and not told[lang].states, (name, lang)
            shown = _catalog(edition, lang)
            assert {unit: text for unit, (text, _state) in after.items()} == shown, (name, lang)
        settle(edition)
        assert files(edition)[f"source/{SLUG}.xml"] == edition.desk.tei(edition.text_id(SLUG)), name
        assert changes.undo(edition, ANNA, number).skipped == (), name
        settle(edition)
        assert different(held(edition), known) == [], name
        assert _changed(files(edition), written) == [], name


def _catalog(edition: Edition, lang: str) -> dict[str, str]:
    path = f"locales/{lang}/LC_MESSAGES/{SLUG}.po"
    found = po.parse(files(edition)[path]).entries
    return {entry.msgctxt or "": entry.msgstr for entry in found if not entry.obsolete}


def _changed(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [name for name in {**one, **other} if one.get(name) != other.get(name)]


def test_mends_on_top_of_each_other_are_undone_one_by_one(edition: Edition) -> None:
    mends = every(edition)
    done: list[tuple[int, object, dict[str, bytes]]] = []
    for name in ("split", "italic", "meaning", "turn", "split in a join", "merge", "no head", "note"):
        known, written = held(edition), files(edition)
        done.append((mend.mend(edition, ANNA, SLUG, mends[name]), known, written))
    with pytest.raises(HexaplaError, match="replaced again since"):
        changes.undo(edition, ANNA, done[0][0])
    for number, known, written in reversed(done[4:]):
        changes.undo(edition, ANNA, number)
        settle(edition)
        assert different(held(edition), known) == []
        assert _changed(files(edition), written) == []
    for number, known, _written in reversed(done[:4]):
        changes.undo(edition, ANNA, number)
        assert different(held(edition), known) == []
    settle(edition)
    assert _changed(files(edition), done[0][2]) == [], "several undone between two writings"


def test_what_is_divided_and_merged_in_two_languages(edition: Edition) -> None:
    number = mend.mend(edition, ANNA, SLUG, every(edition)["split"])
    (change,) = changes.listed(edition, ANNA, limit=1)
    assert (change.number, change.kind) == (number, "split")
    assert change.note == "u9 divided before “and I have solved more sentences holdin…”"
    for lang in LANGS:
        assert entries(edition, lang)["u9"] == (f"{lang} u9, eins.", State.NEEDS_WORK)
        assert entries(edition, lang)["u9a"] == (f"{lang} u9, zwei.", State.NEEDS_WORK)
        row = edition.desk.row(edition.text_id(SLUG), lang, "u9a").entry
        assert (row.previous or "").startswith("Lunch I eat") and not row.waivers
        assert edition.desk.row(edition.text_id(SLUG), lang, "u9").entry.waivers
    changes.undo(edition, ANNA, number)
    mend.mend(edition, ANNA, SLUG, every(edition)["merge"])
    for lang in LANGS:
        text, state = entries(edition, lang)["u8"]
        assert text == f"{lang} u8, eins. {lang} u8, zwei. {lang} u9, eins. {lang} u9, zwei."
        assert state is min(STATES[7 % 5], STATES[8 % 5], key=lambda one: one.rank)
        row = edition.desk.row(edition.text_id(SLUG), lang, "u8").entry
        assert [one.text for one in row.suggestions] == ["Anders."]
        assert [one.units for one in row.waivers] == [("u8",)]
    made = mend.mend(edition, ANNA, SLUG, SplitUnit("u8", 20))
    assert "u9a" not in entries(edition, "de") and "u8a" in entries(edition, "de") and made


def test_a_letter_that_was_undone_is_not_given_again(edition: Edition) -> None:
    changes.undo(edition, ANNA, mend.mend(edition, ANNA, SLUG, every(edition)["split"]))
    mend.mend(edition, ANNA, SLUG, every(edition)["split"])
    assert "u9b" in entries(edition, "de") and "u9a" not in entries(edition, "de")


def test_an_omission_that_is_merged_keeps_its_reason(edition: Edition) -> None:
    mend.mend(edition, ANNA, SLUG, every(edition)["merge an omission"])
    row = edition.desk.row(edition.text_id(SLUG), "de", "u25").entry
    assert row.msgstr == "de u25, eins. de u25, zwei."
    assert [one.text for one in row.comments] == ["A pun."]


def test_the_effect_says_what_happens(edition: Edition) -> None:
    german, hungarian = mend.effect(edition, ANNA, SLUG, every(edition)["meaning"])
    assert (german.lang, german.work, german.words, german.divided) == ("de", 1, 20, 0)
    assert german.states == ((STATES[2], 1),)
    assert hungarian.work == 1
    split = mend.effect(edition, ANNA, SLUG, every(edition)["split in a join"])
    assert (split[0].divided, split[0].states) == (1, ((STATES[13 % 5], 1),))
    assert (split[1].lang, split[1].divided, split[1].states, split[1].words) == ("hu", 2, (), 0)
    merged = mend.effect(edition, ANNA, SLUG, every(edition)["merge"])[0]
    assert merged.divided == 2 and sum(count for _state, count in merged.states) == 2
    assert merged.kept + merged.divided == german.kept + german.work
    assert mend.effect(edition, ANNA, SLUG, every(edition)["begin"])[0].kept == german.kept + german.work


def test_what_somebody_types_is_not_lost(edition: Edition) -> None:
    text_id = edition.text_id(SLUG)
    for unit in ("u8", "u9"):
        edition.desk.drafts.keep(VERA, Draft(text_id, "de", (unit,), f"typed {unit}", 0, client="w"))
    number = mend.mend(edition, ANNA, SLUG, every(edition)["merge"])
    row = edition.desk.row(text_id, "de", "u8", VERA.id)
    assert row.draft and row.draft.msgstr == "typed u8"
    assert "typed u9" in [one.text for one in row.entry.suggestions]
    changes.undo(edition, ANNA, number)
    kept = edition.desk.row(text_id, "de", "u9", VERA.id).draft
    assert kept and kept.msgstr == "typed u9"


def test_nothing_changes_where_nothing_is_to_do(edition: Edition) -> None:
    last = edition.desk.watching.last()
    assert mend.mend(edition, ANNA, SLUG, Correct("u2", source(edition, "u2"))) == 0
    assert mend.mend(edition, ANNA, SLUG, ChangeKind("b2", "p")) == 0
    assert edition.desk.watching.last() == last


def test_only_who_manages_mends(edition: Edition) -> None:
    one = every(edition)["italic"]
    translator = Person("olha", "Olha", frozenset({Right.TRANSLATE, Right.REVIEW}))
    for function in (mend.effect, mend.mend):
        with pytest.raises(Denied):
            function(edition, translator, SLUG, one)
        with pytest.raises(Denied):
            function(edition, replace(MANAGER, languages=frozenset({"de"})), SLUG, one)
    assert changes.undo(edition, MANAGER, mend.mend(edition, MANAGER, SLUG, one)).change
    with pytest.raises(NotFound):
        mend.mend(edition, ANNA, "nothing", one)
    with pytest.raises(NotFound):
        mend.effect(edition, ANNA, SLUG, MergeUnits("u999"))


def test_a_file_that_says_something_else_comes_first(edition: Edition) -> None:
    assert edition.root
    path = edition.root / "source" / f"{SLUG}.xml"
    written = path.read_text("utf-8")
    edition.desk.put_text(
        ANNA,
        edition.text(SLUG),
        slug=SLUG,
        tei=written.replace("green tape", "red tape").encode(),
        languages=LANGS,
    )
    path.write_text(written.replace("green tape", "blue tape"), "utf-8")
    os.utime(path, (0, 0))
    known = held(edition)
    with pytest.raises(HexaplaError, match=r"two-banks\.xml was changed here and in the file"):
        mend.mend(edition, ANNA, SLUG, MergeUnits("u2"))
    assert held(edition) == known


def test_a_text_in_one_language_and_a_desk_without_a_folder(tmp_path: Path) -> None:
    with opened(make(tmp_path / "alone", targets=())) as edition:
        assert mend.effect(edition, ANNA, "mill", SplitUnit("u2", 9)) == ()
        assert mend.mend(edition, ANNA, "mill", SplitUnit("u2", 9))
        edition.root = None
        assert mend.mend(edition, ANNA, "mill", MergeUnits("u2"))


def test_a_join_of_one_language_and_its_parts(edition: Edition) -> None:
    number = joining.join(edition, ANNA, SLUG, "de", ["u8", "u7"])
    assert entries(edition, "de")["u7+u8"][0] == "de u7, eins. de u7, zwei. de u8, eins. de u8, zwei."
    assert joining.join(edition, ANNA, SLUG, "de", ["u7", "u8"]) == 0
    (change,) = changes.listed(edition, ANNA, limit=1)
    assert (change.number, change.kind, change.note) == (number, "join", "u7, u8 joined")
    with pytest.raises(HexaplaError, match="is part of a join with u7"):
        joining.join(edition, ANNA, SLUG, "de", ["u8", "u9"])
    with pytest.raises(HexaplaError, match="two units or more"):
        joining.join(edition, ANNA, SLUG, "de", ["u9"])
    with pytest.raises(NotFound):
        joining.join(edition, ANNA, SLUG, "de", ["u9", "u99"])
    with pytest.raises(Denied):
        joining.join(edition, MANAGER, SLUG, "de", ["u9", "u10"])
    assert joining.part(edition, ANNA, SLUG, "de", "u8")
    assert entries(edition, "de")["u7"][1] is State.NEEDS_WORK
    assert "".join(entries(edition, "de")[unit][0] for unit in ("u7", "u8")).count("zwei") == 2
    assert joining.part(edition, ANNA, SLUG, "de", "u8") == 0
    changes.undo(edition, ANNA, joining.join(edition, ANNA, SLUG, "de", ["u7", "u8"]))
    assert "u7+u8" not in entries(edition, "de")


def test_typing_at_a_unit_that_is_joined_goes_to_the_join(edition: Edition) -> None:
    text_id = edition.text_id(SLUG)
    edition.desk.drafts.keep(VERA, Draft(text_id, "de", ("u8",), "typed", 0, client="w"))
    joining.join(edition, ANNA, SLUG, "de", ["u7", "u8"])
    draft = edition.desk.row(text_id, "de", "u7", VERA.id).draft
    assert draft and draft.msgstr == "typed"


def test_paragraphs_are_joined_after_they_were_begun(edition: Edition) -> None:
    written = files(edition)
    mend.mend(edition, ANNA, SLUG, SplitBlock("u8"))
    mend.mend(edition, ANNA, SLUG, JoinBlocks("u8"))
    assert _changed(files(edition), written) == []


def test_only_neighbours_are_joined(edition: Edition) -> None:
    for units in (["u7", "u9"], ["u7", "u8", "u10"]):
        with pytest.raises(HexaplaError, match="do not follow one another"):
            joining.join(edition, ANNA, SLUG, "de", units)
