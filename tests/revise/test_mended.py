"""A text's own TEI, edited by hand: whatever an XML editor leaves behind, no word and no translation is lost."""

import re
from collections.abc import Callable

import pytest

from hexapla import segment
from hexapla.formats import tei
from hexapla.formats.tei.twins import told_apart, twin_of
from hexapla.model.errors import BadFile
from hexapla.revise import Revised, revised
from hexapla.revise.mended import mended
from revise_texts import ESSAY, fates, read, says

OLD, NEXT = read(ESSAY)
SOURCE = tei.serialize(OLD).decode()


def edited(source: str, *, gone: dict[str, str] | None = None) -> Revised:
    """Revise the text by its own document as somebody left it."""
    found, _apart = tei.parse_edited(source.encode(), file="mill.xml")
    text = mended(found, segment.sentences)
    new, _next = segment.units(text, next=NEXT)
    marked = {unit.id for unit in text.units}
    made = revised(OLD, new, next=NEXT, is_own=True, marked=marked, gone=gone)
    again = tei.parse(tei.serialize(made.text))
    assert again == made.text, "what is written is what is meant"
    ids = [part.get("xml:id") for part in made.text.body.walk() if part.get("xml:id")]
    assert len(set(ids)) == len(ids)
    return made


def words(text: object) -> str:
    return "".join(re.sub(r"<[^>]*>", "", str(text)).split())


def test_the_document_as_it_is_stays_as_it_is() -> None:
    made = edited(SOURCE)
    assert made.text == OLD and tei.serialize(made.text, SOURCE.encode()) == SOURCE.encode()


def test_corrected_words_are_known_by_the_id_however_many() -> None:
    made = edited(SOURCE.replace("They never agree.", "On that there has been no agreement to this day."))
    assert fates(made) == [("edited", ("u6",), ("u6",))]


PARAGRAPH = re.search(r'<p xml:id="b3">.*?</p>', SOURCE, re.DOTALL)[0]  # type: ignore[index]
SEG = '<seg n="4" type="unit" xml:id="u4">The wheel still turns.</seg>'

CASES: dict[str, tuple[Callable[[str], str], list[tuple[str, tuple[str, ...], tuple[str, ...]]]]] = {
    "a paragraph moved": (
        lambda text: text.replace(PARAGRAPH, "").replace("</div>", PARAGRAPH + "</div>"),
        [("moved", ("u8",), ("u8",)), ("moved", ("u9",), ("u9",))],
    ),
    "a paragraph deleted": (
        lambda text: text.replace(PARAGRAPH, ""),
        [("removed", (unit,), ()) for unit in ("u5", "u6", "u7")],
    ),
    "a paragraph typed without units": (
        lambda text: text.replace("</div>", "<p>It is new. It has two sentences.</p></div>"),
        [("new", (), ("u10",)), ("new", (), ("u11",))],
    ),
    "a unit without an id": (
        lambda text: text.replace(SEG, SEG + ' <seg type="unit">And so on.</seg>'),
        [("new", (), ("u10",))],
    ),
    "a seg that says nothing": (
        lambda text: text.replace(SEG, SEG + " <seg>And so on.</seg>"),
        [("new", (), ("u10",))],
    ),
    "ids that were lost": (
        lambda text: re.sub(r'(<seg) n="\d+" type="unit" xml:id="u\d+"', r"\1", text),
        [],
    ),
    "a sentence moved to another paragraph": (
        lambda text: text.replace(SEG, "").replace("kept alive.</seg>", "kept alive.</seg> " + SEG),
        [("moved", ("u4",), ("u4",))],
    ),
    "a paragraph copied": (
        lambda text: text.replace("</div>", PARAGRAPH + "</div>"),
        [("new", (), (unit,)) for unit in ("u10", "u11", "u12")],
    ),
    "a paragraph copied to the front and changed there": (
        lambda text: text.replace("<p xml:id", PARAGRAPH.replace("never", "hardly ever") + "<p xml:id", 1),
        [
            ("moved", ("u5",), ("u5",)),
            ("new", (), ("u10",)),
            ("moved", ("u7",), ("u7",)),
            ("new", (), ("u11",)),
            ("new", (), ("u12",)),
        ],
    ),
    "two units with one id": (
        lambda text: text.replace('xml:id="u4"', 'xml:id="u3"'),
        [],
    ),
    "a unit divided": (
        lambda text: text.replace(
            "blades.</seg>", 'blades,</seg> <seg type="unit">and all of its missing parts.</seg>', 1
        ).replace("count its", "count its own"),
        [("edited", ("u5",), ("u5",)), ("new", (), ("u10",))],
    ),
    "a sentence divided at its middle": (
        lambda text: text.replace("where the river bends.", "</seg> <seg>where the river bends.", 1),
        [("split", ("u2",), ("u2", "u2a"))],
    ),
    "two units made one": (
        lambda text: re.sub(r"agree\.</seg>\s*<seg [^>]*>That", "agree. That", text),
        [("merged", ("u6", "u7"), ("u6",))],
    ),
    "words typed behind a unit": (
        lambda text: text.replace(SEG, SEG + " It creaks. Still."),
        [("new", (), ("u10",)), ("new", (), ("u11",))],
    ),
    "words typed on where a unit ends": (
        lambda text: text.replace("turns.</seg>", "turns</seg>, as ever. It creaks."),
        [("edited", ("u4",), ("u4",)), ("new", (), ("u10",))],
    ),
    "a full stop outside of the unit": (
        lambda text: text.replace("turns.</seg>", "turns</seg>."),
        [],
    ),
    "a unit emptied": (
        lambda text: text.replace("The wheel still turns.", ""),
        [("removed", ("u4",), ())],
    ),
    "a unit with an id of its own making": (
        lambda text: text.replace("</div>", '<p><seg type="unit" xml:id="u70" n="70">New.</seg></p></div>'),
        [("new", (), ("u70",))],
    ),
    "a unit with an odd id": (
        lambda text: text.replace("</div>", '<p><seg type="unit" xml:id="last">New.</seg></p></div>'),
        [("new", (), ("u10",))],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_people_do_in_an_editor(case: str) -> None:
    how, expected = CASES[case]
    source = how(SOURCE)
    assert source != SOURCE
    made = edited(source)
    assert fates(made) == expected
    assert words(tei.serialize(made.text).decode()) == words(
        source.replace('<?xml version="1.0" encoding="UTF-8"?>', "")
    )
    assert made.next > max(int(re.sub(r"\D", "", unit)) for unit in says(made.text))


def test_pages_and_notes_beside_units_stay_where_they_are() -> None:
    source = SOURCE.replace(SEG, SEG + ' <pb n="4"/>')
    assert edited(source).text.blocks == OLD.blocks
    note = '<note place="foot" n="1">A note. Of two sentences.</note>'
    made = edited(SOURCE.replace("turns.</seg>", f"turns.{note}</seg>"))
    assert fates(made) == [("edited", ("u4",), ("u4",)), ("new", (), ("u10",)), ("new", (), ("u11",))]


def test_a_number_that_was_used_once_is_not_another_sentences() -> None:
    added = '<p><seg type="unit" xml:id="u5b" n="5b">{}</seg></p></div>'
    gone = {"u5b": "The river itself was never counted."}
    made = edited(SOURCE.replace("</div>", added.format("A sentence of its own, and new.")), gone=gone)
    assert fates(made) == [("new", (), ("u10",))]
    made = edited(SOURCE.replace("</div>", added.format("The river itself was hardly counted.")), gone=gone)
    assert fates(made) == [("new", (), ("u5b",))], "it is there again"


def test_verse_and_structure_are_left_alone() -> None:
    verse = '<lg><l>The tide goes out,</l><l><seg type="unit" xml:id="u80">the tide comes in.</seg></l></lg>'
    made = edited(SOURCE.replace("</div>", verse + "</div>"))
    assert fates(made) == [("new", (), ("u81",)), ("new", (), ("u80",))]


def test_a_damaged_document_is_one_sentence() -> None:
    with pytest.raises(BadFile, match=r"mill\.xml:\d+"):
        edited(SOURCE.replace("</p>", "", 1))


def test_only_ids_that_are_given_twice_are_touched() -> None:
    text = """<a xml:id="x"><!-- <b xml:id="x"/> -->
    <b n="xml:id='x'" xml:id = 'x'>xml:id="x"</b><b xml:id="x..2"/></a>"""
    apart = told_apart(text.encode()).decode()
    assert apart == text.replace("xml:id = 'x'", "xml:id = 'x..3'")
    assert told_apart(apart.encode()) == apart.encode()
    assert (twin_of("x..3"), twin_of("x.3"), twin_of("x")) == ("x", "", "")
    assert told_apart("ä".encode("utf-16")) == "ä".encode("utf-16")
