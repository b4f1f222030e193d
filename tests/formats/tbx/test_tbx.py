"""TBX read and written: nothing that is legal is lost, and what did not change keeps its bytes."""

from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.formats import tbx
from hexapla.model.errors import BadFile
from hexapla.model.glossary import Concept, Glossary, Section, Status, Term
from hexapla.model.text import element

SAMPLE = (Path(__file__).parents[3] / "source" / "glossary.tbx").read_bytes()
ODD = b"""<?xml version="1.0"?>
<?xml-model href="basic.rng"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader><fileDesc><titleStmt><title>Mills &amp; weirs</title></titleStmt><sourceDesc><p>By hand.</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
      <!-- the wheel comes first -->
      <conceptEntry id="w1"><min:subjectField>mills</min:subjectField>
        <langSec xml:lang="pt_br"><termSec><term>roda</term>
          <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec>
      </conceptEntry>
      <!-- and then the weir -->
      <conceptEntry id="w2">
        <langSec xml:lang="en"><note>Not <hi>dam</hi>, ever.</note><termSec id="t9"><term>weir</term></termSec></langSec>
      </conceptEntry>
  </body></text>
</tbx>
"""


def test_the_sample_is_read_with_its_states() -> None:
    glossary = tbx.parse(SAMPLE)
    assert len(glossary.concepts) == 22
    german = next(one for one in glossary.concepts[0].sections if one.lang == "de")
    assert [(term.text, term.status) for term in german.terms] == [
        ("Rest", Status.PREFERRED),
        ("Rückstand", Status.DEPRECATED),
    ] or german.terms[0].status is Status.PREFERRED


@pytest.mark.parametrize("source", [SAMPLE, ODD, SAMPLE.replace(b"\n", b"\r\n")])
def test_an_unchanged_glossary_keeps_its_bytes(source: bytes) -> None:
    assert tbx.serialize(tbx.parse(source), source) == source


@pytest.mark.parametrize("source", [SAMPLE, ODD])
def test_written_anew_it_says_the_same(source: bytes) -> None:
    glossary = tbx.parse(source)
    again = tbx.parse(tbx.serialize(glossary))
    assert again == glossary
    assert tbx.serialize(again) == tbx.serialize(glossary)


def test_a_changed_concept_changes_its_own_lines_only() -> None:
    glossary = tbx.parse(SAMPLE)
    first, *others = glossary.concepts
    shorter = replace(first, sections=first.sections[:-1])
    made = tbx.serialize(replace(glossary, concepts=(shorter, *others)), SAMPLE)
    changed = [line for line in unified_diff(SAMPLE.decode().splitlines(), made.decode().splitlines(), n=0)]
    assert not [line for line in changed[2:] if line.startswith("+")], "only lines of the language are gone"
    assert tbx.parse(made).concepts[0] == shorter


def test_comments_layout_and_other_namespaces_stay_around_a_change() -> None:
    glossary = tbx.parse(ODD)
    assert glossary.concepts[0].sections[0].lang == "pt-BR"
    assert glossary.concepts[0].sections[0].terms[0].status is Status.PREFERRED
    added = Concept("w3", (Section("en", (Term("race & <tail>", (element("note", 'a "note"'),)),)),))
    made = tbx.serialize(replace(glossary, concepts=(*glossary.concepts, added)), ODD)
    assert tbx.parse(made).concepts == (*glossary.concepts, added)
    assert all(
        word in made for word in (b"<!-- the wheel", b"<hi>dam</hi>, ever", b"<?xml-model", b'style="dct"')
    )


@pytest.mark.parametrize(
    ("old", "new", "sentence", "line"),
    [
        (b'<conceptEntry id="w2">', b"<conceptEntry>", "no id", 12),
        (b'id="w2"', b'id="w1"', "is there twice", 12),
        (b"<term>weir</term>", b"<term> </term>", "exactly one term", 13),
        (b"<term>weir</term>", b"<term>a</term><term>b</term>", "exactly one term", 13),
        (b'xml:lang="en"><note', b'xml:lang="nonsense-"><note', "nonsense-", 13),
        (b"</body>", b"<p/></body>", "where \u201cconceptEntry\u201d belongs", 15),
        (b'ed-2"', b'ed-9"', "not a TBX file", 3),
        (b"</tbx>", b"", "not closed|ends before", None),
        (
            b"</langSec>\n      </conceptEntry>\n  </body>",
            b"</langSec>stray</conceptEntry></body>",
            "text outside",
            None,
        ),
    ],
)
def test_a_damaged_glossary_is_refused_with_its_line(
    old: bytes, new: bytes, sentence: str, line: int | None
) -> None:
    assert old in ODD
    with pytest.raises(BadFile, match=sentence) as error:
        tbx.parse(ODD.replace(old, new, 1), file="glossary.tbx")
    assert error.value.file == "glossary.tbx"
    assert line is None or error.value.line == line


def test_version_two_is_named() -> None:
    with pytest.raises(BadFile, match="version 2"):
        tbx.parse(b'<martif type="TBX"><text><body/></text></martif>')


WORD = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=6)
FIELDS = st.lists(
    st.builds(lambda kind, text: element("note", text, type=kind), st.sampled_from("abc"), WORD), max_size=2
).map(tuple)
TERMS = st.lists(st.builds(Term, WORD, FIELDS), min_size=1, max_size=3, unique_by=lambda one: one.text).map(
    tuple
)
SECTIONS = st.lists(
    st.builds(Section, st.sampled_from(["en", "de", "hu"]), TERMS, FIELDS),
    min_size=1,
    max_size=3,
    unique_by=lambda one: one.lang,
).map(tuple)
GLOSSARIES = st.lists(
    st.builds(Concept, st.sampled_from(["c1", "c2", "c3"]), SECTIONS, FIELDS),
    max_size=3,
    unique_by=lambda one: one.id,
).map(lambda some: Glossary(tuple(some)))


@settings(max_examples=60, deadline=None)
@given(GLOSSARIES, GLOSSARIES)
def test_any_glossary_comes_back_over_any_other(new: Glossary, old: Glossary) -> None:
    before = tbx.serialize(old)
    after = tbx.serialize(new, before)
    assert tbx.parse(after).concepts == new.concepts
    assert tbx.serialize(tbx.parse(after), after) == after
