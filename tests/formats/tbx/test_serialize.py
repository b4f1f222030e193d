"""Writing TBX: lossless, and byte for byte where nothing was touched, in whatever hand a file is written."""

from collections.abc import Callable
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary_texts import DCA, DCT, FILES, LINE, commented, glossaries, squeezed
from hexapla.formats import tbx
from hexapla.model.errors import BadFile
from hexapla.model.glossary import Concept, Glossary, Section, Status, Term
from hexapla.model.text import element

SAMPLE = (Path(__file__).parents[3] / "source" / "glossary.tbx").read_bytes()
HANDS = st.sampled_from([lambda source: source, squeezed, commented])
QUAY = Concept(
    "k9",
    "harbour",
    sections=(Section("de", (Term("Kai & Pier", Status.ADMITTED, gender="masculine"),)),),
)


def diff(source: bytes, glossary: Glossary) -> list[str]:
    """Return the lines that writing a glossary over a file takes away and adds."""
    made = tbx.serialize(glossary, source)
    assert tbx.parse(made) == glossary
    assert tbx.serialize(glossary, made) == made
    lines = unified_diff(source.decode().splitlines(), made.decode().splitlines(), n=0)
    return [line for line in lines if line[:3] not in ("---", "+++") and not line.startswith("@@")]


def with_first(glossary: Glossary, change: Callable[[Term], Term]) -> Glossary:
    """Return a glossary with its very first term changed."""
    concept = glossary.concepts[0]
    section = concept.sections[0]
    section = replace(section, terms=(change(section.terms[0]), *section.terms[1:]))
    concept = replace(concept, sections=(section, *concept.sections[1:]))
    return replace(glossary, concepts=(concept, *glossary.concepts[1:]))


@settings(max_examples=80, deadline=None)
@given(glossaries())
def test_reading_is_the_inverse_of_writing(glossary: Glossary) -> None:
    written = tbx.serialize(glossary)
    assert tbx.parse(written) == glossary
    assert tbx.serialize(tbx.parse(written)) == written


@settings(max_examples=100, deadline=None)
@given(glossaries(), glossaries(), HANDS)
def test_any_glossary_comes_back_over_any_file(
    new: Glossary, old: Glossary, hand: Callable[[bytes], bytes]
) -> None:
    source = hand(tbx.serialize(old))
    assert tbx.serialize(tbx.parse(source), source) == source
    made = tbx.serialize(new, source)
    assert tbx.parse(made) == new
    assert tbx.serialize(new, made) == made


@settings(max_examples=40, deadline=None)
@given(glossaries(), st.sampled_from(sorted(FILES)))
def test_any_glossary_comes_back_over_foreign_files(new: Glossary, name: str) -> None:
    made = tbx.serialize(new, FILES[name].encode())
    assert tbx.parse(made) == new
    assert tbx.serialize(new, made) == made


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_an_untouched_glossary_gives_its_file_back(name: str, encoding: str) -> None:
    text = FILES[name].replace("encoding='utf-8'", "").replace("\n", "\r\n")
    source = text.encode(encoding)
    glossary = tbx.parse(source)
    assert tbx.serialize(glossary, source) == source
    longer = replace(glossary, concepts=(*glossary.concepts, QUAY))
    made = tbx.serialize(longer, source)
    assert tbx.parse(made) == longer
    assert tbx.serialize(glossary, made) == source


def test_the_sample_is_written_as_we_write() -> None:
    assert tbx.serialize(tbx.parse(SAMPLE)) == SAMPLE


def test_one_field_is_one_line() -> None:
    glossary = tbx.parse(SAMPLE)
    changed = with_first(glossary, lambda term: replace(term, status=Status.SUPERSEDED))
    assert diff(SAMPLE, changed) == [
        '-      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>',
        '+      <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>',
    ]
    assert diff(SAMPLE, with_first(glossary, lambda term: replace(term, gender="neuter"))) == [
        '+      <termNote type="grammaticalGender">neuter</termNote>'
    ]
    assert diff(SAMPLE, with_first(glossary, lambda term: replace(term, part_of_speech=""))) == [
        '-      <termNote type="partOfSpeech">noun</termNote>'
    ]
    assert diff(SAMPLE, replace(glossary, title="Ours & theirs")) == [
        "-    <title>The Ferry and the Freight: glossary</title>",
        "+    <title>Ours &amp; theirs</title>",
    ]


def test_what_comes_and_goes_is_only_its_own_lines() -> None:
    glossary = tbx.parse(SAMPLE)
    first, second, third, *others = glossary.concepts
    assert all(line[0] == "-" for line in diff(SAMPLE, replace(glossary, concepts=(first, third, *others))))
    assert [
        line[0] for line in diff(SAMPLE, replace(glossary, concepts=(first, QUAY, second, third, *others)))
    ] == ["+"] * 10
    moved = diff(SAMPLE, replace(glossary, concepts=(second, third, *others, first)))
    assert sorted(line[1:] for line in moved if line[0] == "+") == sorted(
        line[1:] for line in moved if line[0] == "-"
    )
    shorter = replace(first, sections=first.sections[:-1])
    assert all(
        line[0] == "-" for line in diff(SAMPLE, replace(glossary, concepts=(shorter, second, third, *others)))
    )


def test_the_hand_of_a_file_is_kept() -> None:
    glossary = tbx.parse(DCA.encode())
    verb = with_first(glossary, lambda term: replace(term, part_of_speech="verb"))
    assert diff(DCA.encode(), verb) == [
        '-\t\t\t\t\t\t<termNote type="partOfSpeech">noun</termNote><!-- sure -->',
        '+\t\t\t\t\t\t<termNote type="partOfSpeech">verb</termNote><!-- sure -->',
    ]
    superseded = with_first(glossary, lambda term: replace(term, status=Status.SUPERSEDED))
    assert diff(DCA.encode(), superseded)[1:] == [
        "+\t\t\t\t\t\t<termNoteGrp>",
        '+\t\t\t\t\t\t\t<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>',
        "+\t\t\t\t\t\t\t<note>since 1931</note>",
        "+\t\t\t\t\t\t</termNoteGrp>",
    ]
    made = tbx.serialize(replace(glossary, concepts=(glossary.concepts[1], QUAY)), DCA.encode()).decode()
    assert "\t\t\t<!-- the quay first -->\n\t\t\t<!-- and the boat -->\n" in made
    assert '\n\t\t\t\t<descrip type="subjectField">harbour</descrip>\n' in made


def test_the_style_of_a_file_is_kept() -> None:
    glossary = tbx.parse(DCT.encode())
    changed = with_first(glossary, lambda term: replace(term, status=Status.DEPRECATED, gender="neuter"))
    assert diff(DCT.encode(), changed) == [
        "-      <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>",
        "+      <basic:grammaticalGender>neuter</basic:grammaticalGender>",
        "+      <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>",
    ]
    assert (
        '<t:conceptEntry id="k9">'
        in tbx.serialize(replace(glossary, concepts=(QUAY,)), DCT.encode()).decode()
    )
    assert (
        "\n" not in tbx.serialize(replace(tbx.parse(LINE.encode()), concepts=(QUAY,)), LINE.encode()).decode()
    )


def test_a_term_may_be_there_again_for_other_texts() -> None:
    last, limited = Term("last", Status.PREFERRED), Term("last", Status.DEPRECATED, texts=("poem",))
    made = replace(QUAY, sections=(Section("en", (last, limited)),))
    glossary = replace(tbx.parse(LINE.encode()), concepts=(made,))
    source = tbx.serialize(glossary, LINE.encode())
    assert tbx.parse(source) == glossary
    changed = (replace(last, note="x"), Term("late"), replace(limited, status=Status.ADMITTED))
    for terms in (changed, (limited, last), (limited,), (last,)):
        new = replace(glossary, concepts=(replace(QUAY, sections=(Section("en", terms),)),))
        assert tbx.parse(tbx.serialize(new, source)) == new


SOURCE = '<admin type="source">p. 9</admin></descripGrp>'
PLACES = [
    f'<descrip type="definition">x</descrip><descripGrp><descrip type="definition"/>{SOURCE}',
    f'<descripGrp><descrip type="definition"/>{SOURCE}<descripGrp><descrip type="definition">x</descrip>{SOURCE}',
    f'<descripGrp><descrip type="definition">x</descrip>{SOURCE}<descripGrp><descrip type="definition"/>{SOURCE}',
    '<descrip type="definition"/><descrip type="definition">x</descrip><descrip type="definition" id="d"/>',
]


@pytest.mark.parametrize("places", PLACES)
def test_a_value_stays_wherever_it_stands(places: str) -> None:
    source = LINE.replace("<termSec>", places + "<termSec>").encode()
    glossary = tbx.parse(source)
    concept = glossary.concepts[0]
    section = concept.sections[0]
    assert section.definition == "x"
    noted = replace(section, other=(*section.other, element("note", "y")))
    for changed in (noted, replace(section, definition="z"), replace(section, definition="")):
        new = replace(glossary, concepts=(replace(concept, sections=(changed,)),))
        made = tbx.serialize(new, source)
        assert tbx.parse(made) == new
        assert tbx.serialize(new, made) == made


def test_a_file_in_ascii_stays_so() -> None:
    source = b"<?xml version='1.0' encoding='us-ascii'?>" + LINE.encode()
    glossary = with_first(tbx.parse(source), lambda term: replace(term, text="őrlő"))
    made = tbx.serialize(glossary, source)
    assert made.isascii()
    assert tbx.parse(made) == glossary


def test_what_xml_cannot_hold_is_left_out() -> None:
    odd = replace(QUAY, definition="a\0b\ud800c", other=(element("note", "x", id="\x01y"),))
    for made in (
        tbx.serialize(Glossary("", "en", (odd,))),
        tbx.serialize(Glossary("", "en", (odd,)), LINE.encode()),
    ):
        assert tbx.parse(made).concepts == (
            replace(odd, definition="abc", other=(element("note", "x", id="y"),)),
        )


def test_a_damaged_file_is_not_written_over() -> None:
    with pytest.raises(BadFile):
        tbx.serialize(Glossary("", "en"), b"<tbx")
