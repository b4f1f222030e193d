"""The folder is complete: a desk that is deleted comes back from it with everything but its history."""

import os
import random
import shutil
import time
from pathlib import Path

import pytest

from editions import ANNA, VERA, make, opened, translate
from hexapla.model.catalog import Entry, Place, State, Waiver
from hexapla.model.change import Row
from hexapla.model.person import Person
from hexapla.work import doctor, sync
from hexapla.work.edition import Edition

LANGS = ("de", "hu")
PIECES = ("Die Mühle", "steht", "<hi>still</hi>", "„so“", "& anders", "𝄞", "\u00a0–\u00a0", "Wasser.", "\\n")
STATES = (State.TRANSLATED, State.NEEDS_WORK, State.REVIEWED, State.APPROVED)
PEOPLE = (ANNA, VERA, Person("béla-ő", "Béla Ő", ANNA.rights))


def units(edition: Edition, lang: str) -> list[Row]:
    return edition.desk.rows(edition.text_id("mill"), lang, limit=None)


def act(edition: Edition, chance: random.Random) -> None:
    """Do one thing that people do."""
    lang, person = chance.choice(LANGS), chance.choice(PEOPLE)
    row = chance.choice(units(edition, lang))
    text_id, held = edition.text_id("mill"), row.entry.units
    words = " ".join(chance.choices(PIECES, k=chance.randrange(1, 5)))
    desk = edition.desk
    match chance.randrange(9):
        case 0 | 1 | 2:
            translate(edition, held[0], words, lang=lang, state=chance.choice(STATES), person=person)
        case 3:
            desk.suggest(person, text_id, lang, held, words, chance.choice(("person", "conflict", "sync")))
        case 4:
            desk.remarks.comment(
                person,
                text_id,
                lang,
                held,
                words + "\nund eine zweite Zeile",
                question=chance.choice(("", "author", "reviewer")),
                every_language=chance.random() < 0.3,
            )
        case 5:
            waiver = Waiver("numbers", words, held, f"{chance.randrange(2**40):012x}", f"weil „{words}“")
            desk.remarks.waive(person, text_id, lang, held, waiver)
        case 6:
            omitted = Entry(held, row.entry.msgid, "", State.OMITTED, reason=f"entfällt: {words}")
            desk.fill(person, text_id, lang, [omitted], kind="omit")
        case 7:
            rows = units(edition, lang)
            at = next(nth for nth, one in enumerate(rows) if one.entry.units == held)
            joined = held + (rows[at + 1].entry.units if at + 1 < len(rows) else ())
            if len(joined) > 1:
                desk.fill(person, text_id, lang, [Entry(joined, "", words, State.TRANSLATED)], kind="align")
        case 8:
            place = Place(chance.choice((None, "", held[0])), chance.choice((None, True, False)))
            moved = Entry(held, row.entry.msgid, row.entry.msgstr or words, State.TRANSLATED, place=place)
            desk.fill(person, text_id, lang, [moved], kind="place")


def close_some(edition: Edition, chance: random.Random) -> None:
    """Close some remarks: what is closed is history, and not in the folder."""
    for lang in LANGS:
        for row in units(edition, lang):
            for kind, some in (("suggestion", row.entry.suggestions), ("comment", row.entry.comments)):
                for one in some:
                    if chance.random() < 0.3:
                        edition.desk.remarks.turn(ANNA, kind, one.id, to_open=False)


def revise_source(folder: Path, edition: Edition) -> None:
    """Change two sentences of the source, so that translations need work and keep what they were made for."""
    sync.settled(edition, ANNA)
    path = folder / "source" / "mill.xml"
    path.write_text(
        path.read_text("utf-8")
        .replace("They never agree.", "They never do agree.")
        .replace("four.", "five."),
        "utf-8",
    )
    os.utime(path, (time.time() - 60,) * 2)
    sync.settled(edition, ANNA)


def said(edition: Edition) -> dict[str, list[Entry]]:
    """Return all that the desk says, in order, but for what only history knows."""
    return {
        f"{text.slug}/{lang}": [row.entry for row in edition.desk.rows(text.id, lang, limit=None)]
        for text in edition.desk.texts()
        for lang in LANGS
    }


def features(entries: dict[str, list[Entry]]) -> set[str]:
    """Return what there is among entries, so that a comparison is known to compare something."""
    found = {
        "join": lambda entry: len(entry.units) > 1,
        "omission": lambda entry: entry.state is State.OMITTED,
        "place": lambda entry: entry.place is not None,
        "previous": lambda entry: entry.previous is not None,
        "suggestion": lambda entry: entry.suggestions,
        "comment": lambda entry: entry.comments,
        "waiver": lambda entry: entry.waivers,
        "approved": lambda entry: entry.state is State.APPROVED,
        "others": lambda entry: entry.by not in ("", "anna"),
    }
    return {name for name, has in found.items() if any(has(one) for some in entries.values() for one in some)}


@pytest.mark.parametrize("seed", range(8))
def test_a_rebuilt_desk_says_what_the_deleted_one_said(tmp_path: Path, seed: int) -> None:
    folder, chance = make(tmp_path / "edition"), random.Random(seed)
    with opened(folder) as edition:
        for number in range(50):
            act(edition, chance)
            if number == 25:
                revise_source(folder, edition)
        close_some(edition, chance)
        assert all(not row.skipped for row in sync.settled(edition, ANNA))
        assert doctor.examine(edition, ANNA).wrong == ()
        before, texts = said(edition), edition.desk.texts()
        assert len(features(before)) >= 7, features(before)
        files = {path: path.read_bytes() for path in _files(folder)}
    shutil.rmtree(folder / ".hexapla")
    with opened(folder, VERA) as edition:
        assert said(edition) == before
        assert [(one.id, one.slug, one.sha256) for one in edition.desk.texts()] == [
            (one.id, one.slug, one.sha256) for one in texts
        ]
        assert doctor.examine(edition, ANNA).wrong == ()
        sync.settled(edition, ANNA)
    assert {path: path.read_bytes() for path in _files(folder)} == files, "and nothing is written for nothing"


def _files(folder: Path) -> list[Path]:
    return sorted(
        path for top in ("source", "locales") for path in (folder / top).rglob("*") if path.is_file()
    )
