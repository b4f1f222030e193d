"""Reading TBX: both styles alike, nothing that is legal left out, what is not refused with its line."""

from pathlib import Path

import pytest

from glossary_texts import DCA, DCT, LINE
from hexapla.formats import tbx
from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.glossary import Concept, Glossary, Section, Status, Term
from hexapla.model.text import Element, element

SAMPLE = (Path(__file__).parents[3] / "source" / "glossary.tbx").read_bytes()


def test_the_sample() -> None:
    glossary = tbx.parse(SAMPLE)
    assert (glossary.title, glossary.lang, len(glossary.concepts)) == (
        "The Ferry and the Freight: glossary",
        "en",
        22,
    )
    first = glossary.concepts[0]
    assert (first.id, first.subject) == ("c1", "translation")
    assert first.sections[0].definition.startswith("What a translation leaves behind")
    assert first.sections[1] == Section(
        "de",
        (
            Term("Rest", Status.PREFERRED, "noun", "masculine"),
            Term("Rückstand", Status.DEPRECATED, "noun"),
        ),
    )


def test_what_has_no_field_is_kept() -> None:
    glossary = tbx.parse(DCA.encode())
    first, second = glossary.concepts
    assert (first.subject, [part.lang for part in first.sections]) == ("harbour", ["en", "pt-BR"])
    assert first.other == (element("ref", "boat", type="crossReference", target="k2"),)
    english = first.sections[0]
    assert english.definition == "Where one lands."
    assert english.other == (
        element(
            "descripGrp", element("descrip", type="definition"), element("admin", "ch. 2", type="source")
        ),
    )
    assert english.terms[0] == Term(
        "quay",
        Status.PREFERRED,
        "noun",
        attributes=(("id", "t1"),),
        other=(
            element("term", id="x1"),
            element(
                "termNoteGrp", element("termNote", type="administrativeStatus"), element("note", "since 1931")
            ),
            element("descrip", "The ", element("hi", "quay", type="bold"), " is wet.", type="context"),
            element("note", 'not "pier"'),
        ),
    )
    assert english.terms[1] == Term("wharf & all")
    assert second.sections[0].terms == (
        Term(
            "boat2",
            other=(
                element("term", "boat", element("hi", "2")),
                element("termNote", "standardizedTerm", type="administrativeStatus"),
            ),
        ),
    )
    assert [part.tag for part in glossary.other] == ["back"]


def test_the_other_style_says_the_same() -> None:
    glossary = tbx.parse(DCT.encode())
    assert (glossary.title, glossary.dialect) == ("Mills & weirs", "TBX-Basic")
    context = element("descrip", "A ", element("hi", "wheel"), " turns.", type="context")
    assert glossary.concepts == (
        Concept(
            "w1",
            "mills",
            sections=(
                Section("en", (Term("wheel", Status.PREFERRED, other=(context,)),), "What the water turns."),
            ),
            other=(Element("{urn:my}colour", (), ("red",)),),
        ),
        Concept("", sections=(Section("en", (Term("weir"),)),)),
    )
    assert glossary.concepts[1].name == "en weir"


def test_layout_says_nothing() -> None:
    spread = LINE.replace("><", ">\n\t<").replace("malom", "\n  malom\t")
    assert tbx.parse(spread.encode()) == tbx.parse(LINE.encode())
    assert tbx.parse(LINE.replace("malom", "<!-- a -->ma<?b?>lom").encode()) == tbx.parse(LINE.encode())
    assert tbx.parse(LINE.encode("utf-16")) == tbx.parse(LINE.encode())


def test_a_concept_may_wait_for_its_terms() -> None:
    source = LINE.replace("<termSec><term>malom</term></termSec>", "")
    assert tbx.parse(source.encode()).concepts == (Concept("1", sections=(Section("hu"),)),)


@pytest.mark.parametrize(
    ("old", "new", "sentence", "line"),
    [
        ('id="k2"', 'id="k1"', "the id “k1” is given twice", 24),
        (' xml:lang="en">\n', ">\n", "“langSec” has no xml:lang", 12),
        ("pt_br", "nonsense-", "nonsense-", 21),
        ("<term>cais</term>", "", "has one “term”", 21),
        ("<term>cais</term>", "<term>a</term><term>b</term>", "has one “term”", 21),
        ("<term>cais</term>", "<term> <!-- a --> </term>", "a “term” has no text", 21),
        ("<term>cais</term>", "cais<term>cais</term>", "text stands in “termSec”", 21),
        ("</body>", "<p/></body>", "only “conceptEntry”", 25),
        ("</body>", "<langSec xml:lang='de'/></body>", "“langSec” stands in “body”", 25),
        ("</body>", "<termEntry/></body>", "“termEntry” is of TBX version 2", 25),
        ("</body>", "</body><body/>", "has one “body”", 6),
        ("<back>", "<back xmlns=''>", "another namespace", 26),
        ("\t</text>", "\t</text><text/>", "nothing else", 4),
        ('-2"', '-2" xml:id="a" a:b=""', "prefix “a” is not declared", 4),
        ("urn:iso:std:iso:30042:ed-2", "urn:b", "its root is “tbx”", 4),
        ("</tbx>", "", "ends before", 30),
    ],
)
def test_what_is_not_tbx_is_refused_with_its_line(old: str, new: str, sentence: str, line: int) -> None:
    assert old in DCA
    with pytest.raises(BadFile) as error:
        tbx.parse(DCA.replace(old, new, 1).encode(), file="glossary.tbx")
    assert (error.value.file, error.value.line) == ("glossary.tbx", line)
    assert sentence in str(error.value)


def test_other_files_are_named() -> None:
    with pytest.raises(BadFile, match="version 2 \\(martif\\)"):
        tbx.parse(b'<martif type="TBX"><text><body/></text></martif>')
    with pytest.raises(BadFile, match="its root is “TEI”"):
        tbx.parse(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>')
    with pytest.raises(BadFile, match="not XML"):
        tbx.parse(b"")


def test_deep_groups_are_refused() -> None:
    deep = LINE.replace(
        "<langSec", "<note>" + "<foreign>" * 120 + "x" + "</foreign>" * 120 + "</note><langSec", 1
    )
    with pytest.raises(TooLarge, match="nested more than 100 deep"):
        tbx.parse(deep.encode())


def test_an_empty_glossary() -> None:
    empty = LINE[: LINE.index("<conceptEntry")] + LINE[LINE.index("</body>") :]
    assert tbx.parse(empty.encode()).concepts == ()
    assert Glossary("", "en").concepts == ()
