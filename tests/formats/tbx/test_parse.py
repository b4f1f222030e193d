"""Reading TBX: both styles alike, nothing that is legal left out, what is not refused with its line."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from glossary_texts import DCA, DCT, LINE
from hexapla.formats import tbx
from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.glossary import Act, Concept, Glossary, Kind, Section, Status, Step, Term
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
    assert (english.definition, english.source) == ("Where one lands.", "ch. 2")
    assert first.references == ("k2",)
    assert english.other == ()
    assert english.terms[0] == Term(
        "quay",
        Status.PREFERRED,
        "noun",
        note='not "pier"',
        attributes=(("id", "t1"),),
        other=(
            element("term", id="x1"),
            element(
                "termNoteGrp", element("termNote", type="administrativeStatus"), element("note", "since 1931")
            ),
            element("descrip", "The ", element("hi", "quay", type="bold"), " is wet.", type="context"),
        ),
    )
    assert english.terms[1] == Term("wharf & all")
    assert second.sections[0].terms == (
        Term(
            "boat2",
            other=(
                element("term", "boat", element("hi", "2")),
                element("termNote", "standardizedTerm", type="normativeAuthorization"),
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


BASIC = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en">
<tbxHeader><fileDesc><sourceDesc><p/></sourceDesc></fileDesc></tbxHeader><text><body>
<conceptEntry id="c1">
<descrip type="subjectField">mills</descrip>
<langSec xml:lang="en">
<descrip type="definition">It grinds.</descrip>
<termSec><term>mill</term>
<termNote type="partOfSpeech">noun</termNote>
<descrip type="context">The mill stands.</descrip>
</termSec></langSec></conceptEntry></body></text></tbx>
"""


@pytest.mark.parametrize(
    ("old", "new", "sentence", "line"),
    [
        ("subjectField", "context", "“context” stands in “conceptEntry”, where TBX-Basic has none", 4),
        ("definition", "subjectField", "it belongs in “conceptEntry”", 6),
        ("context", "definition", "it belongs in “conceptEntry”, “langSec”", 9),
        (
            ">noun<",
            ">preposition<",
            "“preposition” is no “partOfSpeech” of TBX-Basic, which has adjective",
            8,
        ),
        ("partOfSpeech", "administrativeStatus", "“noun” is no “administrativeStatus”", 8),
        ("partOfSpeech", "grammaticalGender", "“noun” is no “grammaticalGender”", 8),
        ('type="partOfSpeech"', "", "“termNote” has no type", 8),
        ("partOfSpeech", "context", "“context” is written as “termNote”; TBX-Basic has it as “descrip”", 8),
        (
            "<langSec",
            '<termNote type="termType">x</termNote><langSec',
            "“termNote” stands in “conceptEntry”",
            5,
        ),
        ("<langSec", '<admin type="projectSubset">x</admin><langSec', "it belongs in “termSec”", 5),
        ("<langSec", '<ref type="context" target="c1"/><langSec', "“context” is written as “ref”", 5),
        (
            "<langSec",
            "<descripGrp><note>x</note></descripGrp><langSec",
            "a “descripGrp” has one “descrip”",
            5,
        ),
        (
            "<langSec",
            "<descripp>x</descripp><langSec",
            "“descripp” is no element of TBX that may stand in",
            5,
        ),
        ('style="dca"', 'style="css"', "the style is “css”", 1),
    ],
)
def test_the_rules_of_tbx_basic(old: str, new: str, sentence: str, line: int) -> None:
    assert tbx.parse(BASIC.encode()).concepts
    with pytest.raises(BadFile) as error:
        tbx.parse(BASIC.replace(old, new, 1).encode())
    assert (error.value.line, sentence in str(error.value)) == (line, True), str(error.value)


@pytest.mark.parametrize(("old", "new"), [("subjectField", "context"), (">noun<", ">preposition<")])
def test_another_dialect_has_other_rules(old: str, new: str) -> None:
    source = BASIC.replace(old, new, 1).replace("TBX-Basic", "TBX-Linguist").encode()
    glossary = tbx.parse(source)
    assert tbx.serialize(glossary, source) == source
    assert tbx.parse(tbx.serialize(glossary)) == glossary


def test_our_fields_stand_where_tbx_has_a_place() -> None:
    step = Step(Act.DECIDED, "anna", "2026-11-22T18:00:00Z", "mill", Status.PREFERRED, "as\n  ever")
    term = Term("mill", forms=("mills",), keep=True, texts=("a", "b"), context="x", note="y")
    section = Section("en", (term,), "z", "ch. 2", "w", (step,))
    concept = Concept("c1", kind=Kind.NAME, note="v", references=("c2",), sections=(section,))
    written = tbx.serialize(Glossary("", "en", (concept,))).decode()
    for line in (
        '<note>v</note>\n    <note>hexapla: {"kind": "name"}</note>\n    <ref target="c2" type="crossReference"/>',
        '<descrip type="definition">z</descrip>\n      <admin type="source">ch. 2</admin>',
        '<transac type="transactionType">modification</transac>',
        '<transacNote type="responsibility">anna</transacNote>\n      <date>2026-11-22</date>',
        '<note>hexapla: {"act": "decided", "at": "2026-11-22T18:00:00Z", "status": "preferred", "term": "mill", '
        '"words": "as\\n \\u0020ever"}</note>',
        '<descrip type="context">x</descrip>\n      <note>y</note>\n      '
        '<note>hexapla: {"forms": ["mills"], "keep": true}</note>\n      <admin type="projectSubset">a</admin>',
    ):
        assert line in written
    assert tbx.parse(written.encode()).concepts == (concept,)


def test_a_part_of_speech_that_tbx_basic_has_not_is_kept() -> None:
    term = Term("auf", part_of_speech="preposition", gender="none", note='hexapla: {"keep": true}')
    glossary = Glossary("", "de", (Concept("c1", sections=(Section("de", (term,)),)),))
    written = tbx.serialize(glossary)
    assert b'type="partOfSpeech"' not in written
    assert tbx.parse(written) == glossary
    free = replace(glossary, dialect="TBX-Linguist")
    assert b'<termNote type="partOfSpeech">preposition<' in tbx.serialize(free)


def test_what_breaks_a_dialect_does_not_claim_it() -> None:
    odd = Concept("c1", other=(element("descrip", "x", type="context"),))
    made = tbx.parse(tbx.serialize(Glossary("", "de", (odd,)), LINE.encode()))
    assert (made.dialect, made.concepts) == ("TBX-Default", (odd,))


def test_a_reference_that_goes_takes_its_words_along() -> None:
    glossary = tbx.parse(DCA.encode())
    first, *more = glossary.concepts
    changed = replace(glossary, concepts=(replace(first, references=("k9",)), *more))
    made = tbx.parse(tbx.serialize(changed, DCA.encode())).concepts[0]
    assert (made.references, made.other) == (("k9",), ())
    assert replace(made, references=first.references, other=first.other) == first


ODD = {path.stem: path.read_bytes() for path in (Path(__file__).parent / "odd").iterdir()}


@pytest.mark.parametrize("name", sorted(ODD))
def test_odd_but_legal_files_come_back(name: str) -> None:
    source = ODD[name]
    glossary = tbx.parse(source)
    assert tbx.serialize(glossary, source) == source
    written = tbx.serialize(glossary)
    assert tbx.parse(written) == glossary
    noted = replace(glossary, concepts=(replace(glossary.concepts[0], note="noted"), *glossary.concepts[1:]))
    assert tbx.parse(tbx.serialize(noted, source)) == noted
    written = written.replace(b">noun<", b">Noun<") if name == "martif" else written
    for words in re.findall(rb">\s*([\w. ]{3,}?)\s*<", source):
        assert b" ".join(words.split()) in written, words


def test_notes_of_terms_may_stand_anywhere_in_the_dct_style() -> None:
    """As the example that comes with TBX-Basic has them; in DCA its rules refuse them."""
    source = DCT.replace("<t:langSec", "<min:partOfSpeech>noun</min:partOfSpeech><t:langSec", 1).encode()
    glossary = tbx.parse(source)
    retitled = replace(glossary, title="Mills")
    assert tbx.parse(tbx.serialize(retitled, source)) == retitled
    assert tbx.parse(tbx.serialize(glossary)) == replace(glossary, dialect="TBX-Default")


def test_what_odd_files_say() -> None:
    lock = tbx.parse(ODD["dca"]).concepts[0]
    assert (lock.note, lock.subject, lock.references) == (
        "Not the lock of a door.",
        "water",
        ("gate", "weir"),
    )
    assert [part.lang for part in lock.sections] == ["de", "en-GB", "en-GB"]
    english = lock.sections[1]
    assert (english.definition, english.source) == ("A chamber of water between two gates.", "ch. 7")
    term = english.terms[0]
    assert (term.text, term.status, term.part_of_speech) == ("lock", Status.PREFERRED, "noun")
    assert (term.forms, term.keep, term.texts) == (("locks", "lock-chamber"), True, ("canals",))
    assert (term.context, term.note) == ("", 'hexapla: {"keep": 1, "forms": "locks"}')
    mill = tbx.parse(ODD["dct"]).concepts[0]
    assert (mill.subject, mill.references, mill.sections[0].source) == ("malmok", ("m2",), "saját")
    assert mill.sections[0].terms[0].texts == ("vizek",)
    (plash,) = tbx.parse(ODD["own"]).concepts[0].sections
    step = Step(Act.DECIDED, "anna", "2026-11-22T18:00:00Z", "plash", Status.PREFERRED)
    assert (plash.log, plash.terms[0].part_of_speech) == ((step,), "ideophone")


def test_version_2_is_read() -> None:
    glossary = tbx.parse(ODD["martif"])
    (boats,) = glossary.concepts
    assert (glossary.title, glossary.lang, glossary.dialect) == ("Boats", "en", "TBX-Default")
    assert (boats.id, boats.subject, boats.note) == ("b1", "boats", "after the languages")
    english, german = boats.sections
    assert (german.lang, german.definition, german.terms) == (
        "de-AT",
        "Ein Boot, das wartet.",
        (Term("Fähre"),),
    )
    ferry, boat = english.terms
    assert (ferry.text, ferry.status, ferry.part_of_speech) == ("ferry", Status.PREFERRED, "properNoun")
    assert (ferry.context, ferry.attributes) == ("The ferry waits.", (("id", "n1"),))
    assert [one.tag for one in ferry.other] == ["term", "termNoteGrp", "termCompList", "descripGrp"]
    assert (boat.part_of_speech, boat.other[0].get("type")) == ("noun", "definition")
    made = tbx.serialize(replace(glossary, title="Ships"), ODD["martif"])
    assert made.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<tbx xmlns="urn:iso:std:iso:30042:ed-2"')
    assert tbx.parse(made) == replace(glossary, title="Ships")
    broken = ODD["martif"].replace(b"<term>boat</term>", b"", 1)
    with pytest.raises(BadFile, match=r"^13: a “termSec” has one “term”"):
        tbx.parse(broken)


def test_other_files_are_named() -> None:
    with pytest.raises(BadFile, match="one “tbxHeader”"):
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
