"""Glossaries as tables: what any program writes is read, columns are guessed, what we write comes back."""

import io
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from hexapla.formats import tabular, tbx
from hexapla.formats.tabular import Column, Field, Mapping, Remark, Sheet
from hexapla.model.errors import BadFile, BadName, TooLarge
from hexapla.model.glossary import Concept, Glossary, Kind, Section, Status, Term

SAMPLE = tbx.parse((Path(__file__).parents[3] / "source" / "glossary.tbx").read_bytes())
F = Field


def said(text: str, languages: tuple[str, ...] = ("en", "de", "fr")) -> list[str]:
    """Return what is guessed of a line of names, as ``language:field``."""
    sheet = Sheet(tuple(text.split(",")), (("x",) * (text.count(",") + 1),))
    return [f"{one.lang}:{one.field}" for one in tabular.guess(sheet, languages).columns]


def taken(source: bytes, name: str = "words.csv", languages: tuple[str, ...] = ("en", "de")) -> Glossary:
    """Return a glossary read as a person would who agrees to everything."""
    sheet = tabular.read(source, name)
    made, remarks, _rows = tabular.glossary(sheet, tabular.guess(sheet, languages), SAMPLE.title, "en")
    assert not remarks, remarks
    return made


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=4).filter(
    lambda text: text.strip()
)
LINES = (
    st.just("")
    | st.lists(WORDS, min_size=1, max_size=2).map(" ".join)
    | st.sampled_from(
        ["a\nb", "=1+1", "'=x", "-ness", "@", "|", "\\", "a|b;c\\|", 'say "no"', "_x0041_", "-", "'"]
    )
)
TEXTS = LINES.map(lambda text: " ".join(text.split())).filter(bool)
TERMS = st.builds(
    Term,
    TEXTS,
    st.none() | st.sampled_from(Status),
    st.sampled_from(["", "noun", "verb", "ideophone"]),
    st.sampled_from(["", "neuter"]),
    st.lists(TEXTS, max_size=2).map(tuple),
    st.booleans(),
    st.booleans(),
    st.lists(st.sampled_from(["mill", "ferry"]), unique=True).map(tuple),
    LINES,
    LINES,
)
SECTIONS = st.builds(
    Section,
    st.sampled_from(["en", "de", "pt-BR", "id", "en-GB", "grc"]),
    st.lists(TERMS, min_size=1, max_size=3, unique_by=lambda term: (term.text, term.texts)).map(tuple),
    LINES,
    LINES,
    LINES,
)
CONCEPTS = st.builds(
    Concept,
    st.sampled_from(["c1", "c2", "=c3", "no"]),
    LINES,
    LINES,
    LINES,
    st.sampled_from(Kind),
    LINES,
    st.lists(st.sampled_from(["c1", "a|b"]), unique=True).map(tuple),
    st.lists(SECTIONS, min_size=1, max_size=3, unique_by=lambda section: section.lang).map(tuple),
)
GLOSSARIES = st.lists(CONCEPTS, min_size=1, max_size=3, unique_by=lambda concept: concept.id).map(
    lambda concepts: Glossary(SAMPLE.title, "en", tuple(concepts))
)


def sorted_sections(glossary: Glossary) -> list[tuple[Concept, list[Section]]]:
    """Return concepts with their sections by language: a table has one order of languages."""
    return [
        (replace(one, sections=()), sorted(one.sections, key=lambda section: section.lang))
        for one in glossary.concepts
    ]


@settings(max_examples=30, deadline=None)
@given(GLOSSARIES)
def test_what_is_written_comes_back(glossary: Glossary) -> None:
    for source in (tabular.serialize_csv(glossary), tabular.serialize_xlsx(glossary)):
        assert sorted_sections(taken(source)) == sorted_sections(glossary)


def test_the_sample_comes_back_and_equal_glossaries_are_equal_bytes() -> None:
    for write in (tabular.serialize_csv, tabular.serialize_xlsx):
        source = write(SAMPLE)
        assert taken(source).concepts == SAMPLE.concepts
        assert write(SAMPLE) == source
    assert tabular.serialize_csv(SAMPLE).startswith("\ufeffid,subject,en,en:status,".encode())


TABLE = "Begriff;Übersetzung\r\nnaïve;“naiv”\r\n\r\nquay;Kai\r\n"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (TABLE.encode(), 0),
        (TABLE.encode("utf-8-sig"), 0),
        (TABLE.encode("utf-16"), 0),
        (TABLE.encode("utf-16-be"), 0),
        (TABLE.encode("cp1252"), 1),
        (TABLE.replace(";", "\t").replace("\r", "").encode(), 0),
        (TABLE.replace(";", ",").encode(), 0),
        (("sep=;\n" + TABLE).encode(), 0),
    ],
)
def test_every_encoding_and_delimiter(source: bytes, told: int) -> None:
    sheet = tabular.read(source, "words.csv")
    assert sheet.columns == ("Begriff", "Übersetzung")
    assert sheet.rows == (("naïve", "“naiv”"), ("", ""), ("quay", "Kai"))
    assert len(sheet.told) == told
    assert not told or "Windows-1252" in sheet.told[0]


def test_what_no_file_can_hold_is_told() -> None:
    sheet = tabular.read(b"en,de\nmi\0ll,M\nquay,Kai\nx\x07,y\n", "words.csv")
    assert sheet.rows[0] == ("mill", "M")
    assert sheet.told == ("2 rows, row 2 the first, had signs in them that are no text; they were left out.",)


def test_quoted_cells_hold_lines_and_marks() -> None:
    source = b'en,note\n"a ""b""","1; 2\n3; 4"\nin 5" pipes,x\n'
    assert tabular.read(source).rows == (('a "b"', "1; 2\n3; 4"), ('in 5" pipes', "x"))


@pytest.mark.parametrize(
    ("source", "error", "words"),
    [
        (b"", BadFile, "is empty"),
        (b"\n\n,,\n", BadFile, "is empty"),
        (b'en,de\na,b\nc,"d\ne,f\n', BadFile, "3: a quotation mark"),
        (b"en,\x81\n", BadFile, "no encoding"),
        (b"\xff\xfea", BadFile, "no encoding"),
        (b"PK\3\4nothing", BadFile, "zip"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, BadFile, "old kind"),
        (b"%PDF-1.7\n1 0 obj", BadFile, "looks like PDF"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, BadFile, "looks like PNG"),
        (b"a,b\n" + bytes(range(32)) * 4, BadFile, "no text"),
        (b'en\n"' + b"x" * 200_000 + b'"', TooLarge, "longer than"),
        (b"a" + b"," * 501 + b"a", TooLarge, "columns"),
        (b"a\n" * 100_001, TooLarge, "rows"),
        (b"," * 499 + b"a\n" + b"a\n" * 5_000, TooLarge, "cells"),
    ],
)
def test_what_is_no_table_is_refused(source: bytes, error: type[BadFile], words: str) -> None:
    with pytest.raises(error, match=words):
        tabular.read(source, "words.csv")


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        ("id,en,de,de:status", [":id", "en:term", "de:term", "de:status"]),
        ("German,English (US),Status", ["de:term", "en:term", "en:status"]),
        ("Englisch,Wortart,Deutsch,Genus", ["en:term", "en:part of speech", "de:term", "de:gender"]),
        ("anglais,allemand,statut (DE),Définition", ["en:term", "de:term", "de:status", ":definition"]),
        ("Term,Translation,Comment", ["en:term", "de:term", ":note"]),
        ("Source,Target,Fachgebiet", ["en:term", "de:term", ":subject"]),
        ("EN term,DE-AT term,German note", ["en:term", "de:term", "de:note"]),
        ("en,definition,de,definition", ["en:term", "en:definition", "de:term", "de:definition"]),
        ("fr_FR,fr_CA,nb,Ukrainian", ["fr:term", "fr-CA:term", "nb:term", "uk:term"]),
        ("Term,Type,Formes,DNT", ["en:term", ":kind", "en:forms", "en:keep"]),
        ("en,Colour,123,", ["en:term", ":", ":", ":"]),
        ("en,en", ["en:term", ":"]),
        (
            "English,German,Français,Note,Part of speech",
            ["en:term", "de:term", "fr:term", ":note", "en:part of speech"],
        ),
        ("de,fr,en,Status,Gender", ["de:term", "fr:term", "en:term", "en:status", "en:gender"]),
        ("en,de,Status,fr,Genus", ["en:term", "de:term", "en:status", "fr:term", "fr:gender"]),
        (
            "grc,grc:part of speech,qqq:status,qqq",
            ["grc:term", "grc:part of speech", "qqq:status", "qqq:term"],
        ),
    ],
)
def test_columns_are_guessed(names: str, columns: list[str]) -> None:
    assert said(names) == columns


def test_a_table_without_names_is_all_terms() -> None:
    sheet = tabular.read(b"quay,Kai\nwharf,Werft\n")
    mapping = tabular.guess(sheet, ("en", "de"))
    assert mapping == Mapping((Column(F.TERM, "en"), Column(F.TERM, "de")), header=False)
    made, remarks, _rows = tabular.glossary(sheet, mapping, "", "en")
    assert [one.name for one in made.concepts] == ["en quay", "en wharf"] and not remarks
    assert tabular.guess(sheet, ("en",)).columns == (Column(), Column())


@pytest.mark.parametrize(
    ("first", "header"),
    [
        ("war,Krieg", False),  # a code of CLDR (Waray), and a word
        ("war,pus", False),
        ("form,Gestalt", False),
        ("Polish,Politur", False),
        ("war,German", True),
        ("WAR,Begriff", True),
        ("is,it", True),
        ("en", True),
    ],
)
def test_a_first_row_with_fewer_than_two_names_is_terms(first: str, header: bool) -> None:
    mapping = tabular.guess(Sheet(tuple(first.split(",")), (("peace", "Frieden"),)), ("en", "de"))
    assert mapping.header is header
    assert header or [one.lang for one in mapping.columns] == ["en", "de"]


def test_rows_are_read_as_people_write_them() -> None:
    source = """id,en,status,de,de:status,de:gender,de:forms,notes,kind
c2,quay,preferred,Kai|Kaje,bevorzugt,m,Kais|,,
,no id,forbidden,,,,,,
c2,dock,allowed,,,,,second,
,,,,veraltet,,,only a note,
c9,Kharkiv,Approved,Charkiw,sehr gut,,,,Eigenname
,,,,,,,,
c4,one,,eins,,,,,whim
"""
    sheet = tabular.read(source.encode())
    made, remarks, rows = tabular.glossary(sheet, tabular.guess(sheet, ("en", "de")), "Words", "en")
    quay, unnamed, kharkiv, one = made.concepts
    assert quay.sections[0].terms == (Term("quay", Status.PREFERRED), Term("dock", Status.ADMITTED))
    assert quay.sections[1].terms == (
        Term("Kai", Status.PREFERRED, gender="masculine", forms=("Kais",)),
        Term("Kaje", Status.ADMITTED),
    )
    assert (quay.note, unnamed.id, kharkiv.kind, one.kind) == ("second", "", Kind.NAME, Kind.TERM)
    assert rows == (2, 3, 6, 8)
    assert unnamed.sections[0].terms == (Term("no id", Status.DEPRECATED),)
    assert remarks == (
        Remark(5, "the row has no term; it was left out."),
        Remark(6, "“sehr gut” is no status that is known here; it was left out."),
        Remark(8, "“whim” is no kind that is known here; it was left out."),
    )


def test_columns_that_say_the_same_are_put_together() -> None:
    sheet = Sheet(("a", "b", "c", "d"), (("quay", "wharf", "x", "y"),))
    mapping = Mapping((Column(F.TERM, "en"), Column(F.TERM, "en"), Column(F.NOTE), Column(F.NOTE)))
    (concept,) = tabular.glossary(sheet, mapping, "", "en")[0].concepts
    assert ([term.text for term in concept.sections[0].terms], concept.note) == (["quay", "wharf"], "x\ny")
    with pytest.raises(BadName):
        tabular.glossary(sheet, Mapping((Column(F.TERM, "../x"),)), "", "en")


def workbook() -> Workbook:
    made = Workbook()
    sheet = made.active
    for row in (
        ["en", "de", "note"],
        ["quay", "Kai", date(2026, 11, 22)],
        [None, "Kaje", time(8, 30)],
        ["x", 7, True],
    ):
        sheet.append(row)
    return made


def saved(made: Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_workbook_is_read_as_it_looks() -> None:
    made = workbook()
    made.active.merge_cells("A2:A3")
    made.active["E1"] = "=1+1"
    made.active["E2"] = "#N/A"
    made.active["E2"].data_type = "e"
    hidden = made.create_sheet("hidden", 0)
    hidden["A1"], hidden.sheet_state = "no", "hidden"
    made.create_sheet("empty", 0)
    sheet = tabular.read(saved(made), "words.xlsx")
    assert sheet.columns == ("en", "de", "note")
    assert sheet.rows == (("quay", "Kai", "2026-11-22"), ("quay", "Kaje", "08:30:00"), ("x", "7", "yes"))
    assert sheet.told == ("Of the workbook’s 2 sheets, “Sheet” was read.",)


def test_a_document_is_no_workbook() -> None:
    out = io.BytesIO()
    with ZipFile(out, "w") as made:
        made.writestr("word/document.xml", "<a/>")
    with pytest.raises(BadFile, match="no workbook"):
        tabular.read(out.getvalue(), "words.docx")


def test_our_workbooks_hold_nothing_but_texts() -> None:
    odd = Glossary("", "en", (Concept("=1+1", sections=(Section("en", (Term("=cmd|'/c calc'!A1"),)),)),))
    source = tabular.serialize_xlsx(odd)
    sheet = load_workbook(io.BytesIO(source)).active
    assert [cell.data_type for cell in sheet[2][:2]] == ["s", "s"] and sheet["B2"].quotePrefix
    assert sheet["B2"].value == "=cmd|'/c calc'!A1".replace("|", "\\|")
    with pytest.raises(TooLarge, match="export TBX"):
        tabular.serialize_xlsx(Glossary("", "en", (Concept("c", definition="x" * 40_000),)))
