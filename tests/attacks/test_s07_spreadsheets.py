"""S7: texts that a spreadsheet would run, and workbooks made to do harm to whoever reads them."""

import csv
import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from hexapla.formats import tabular
from hexapla.formats.tabular.cells import guarded, unguarded
from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.glossary import Concept, Glossary, Section, Term

PAYLOADS = (
    "=HYPERLINK(\"http://x\")", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "|calc", "%0A=1", "'=1", "''=1", "＝1",
    "＋1", "－1", "＠x",
)  # fmt: skip
TAME = ("quay", "'tis", "a=b", "naïve", "", "'", "„so“", "…ness")
BEGINNINGS = "=+-@|%\t\r＝＋－＠"


@pytest.mark.parametrize("text", PAYLOADS + TAME)
def test_a_guard_is_put_on_and_taken_off(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(tuple(BEGINNINGS))
    assert (guarded(text) == text) == (text in TAME)


def armed(text: str) -> Glossary:
    """Return a glossary that says a text wherever it can."""
    term = Term(text, part_of_speech=text, gender=text, forms=(text,), texts=(text,), context=text, note=text)
    section = Section("en", (term,), text, text, text)
    concept = Concept(text, text, text, text, note=text, references=(text,), sections=(section,))
    return Glossary(text, "en", (concept,))


@pytest.mark.parametrize("text", PAYLOADS)
def test_no_cell_of_ours_is_a_formula(text: str) -> None:
    rows = list(csv.reader(io.StringIO(tabular.serialize_csv(armed(text)).decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if cell.startswith(tuple(BEGINNINGS))]
    sheet = load_workbook(io.BytesIO(tabular.serialize_xlsx(armed(text)))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(tuple(BEGINNINGS)))


def workbook(changed: dict[str, bytes]) -> bytes:
    """Return a workbook with members changed or added."""
    plain = io.BytesIO()
    made = Workbook()
    made.active.append(["en", "de"])
    made.active.append(["quay", "Kai"])
    made.save(plain)
    out = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in ({name: old.read(name) for name in old.namelist()} | changed).items():
            new.writestr(name, content)
    return out.getvalue()


FIRST = "xl/worksheets/sheet1.xml"
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = b"<worksheet " + MAIN + b"><sheetData>%s</sheetData>%s</worksheet>"
LAUGHS = b'<!DOCTYPE worksheet [<!ENTITY a "haha"><!ENTITY b "&a;&a;">]>' + SHEET % (
    b'<row><c t="str"><v>&b;</v></c></row>',
    b"",
)
REFUSED = {
    "an entity": (LAUGHS, BadFile),
    "a row far down": (SHEET % (b'<row r="1048576"><c t="str"><v>x</v></c></row>', b""), TooLarge),
    "a cell far right": (SHEET % (b'<row r="1"><c r="XFD1" t="str"><v>x</v></c></row>', b""), TooLarge),
    "a place that is none": (SHEET % (b'<row r="1"><c r="../1" t="str"><v>x</v></c></row>', b""), BadFile),
    "a number too long": (SHEET % (b'<row r="' + b"9" * 9_000 + b'"/>', b""), BadFile),
    "not closed": (b"<worksheet>", BadFile),
    "nothing": (SHEET % (b"", b""), BadFile),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_workbook_made_to_do_harm_is_refused(kind: str) -> None:
    content, error = REFUSED[kind]
    with pytest.raises(error) as caught:
        tabular.read(workbook({FIRST: content}), "words.xlsx")
    assert str(caught.value).startswith("words.xlsx: ")


def test_odd_workbooks_are_read_without_running_or_fetching_anything() -> None:
    cells = (
        b'<row><c t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>kept</v></c><c><f>1/0</f></c>'
        b'<c t="s"><v>99999</v></c><c s="77"><v>1e999</v></c><c t="e"><v>#REF!</v></c>'
        b'<c t="inlineStr"><is><t>a_x0000_b_x000D_</t><rPh><t>no</t></rPh></is></c></row>'
    )
    merged = (
        b'<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A9"/><mergeCell ref="x"/></mergeCells>'
    )
    rels = (
        b'<Relationships><Relationship Id="rId1" TargetMode="External" Type="x/worksheet" Target="http://127.0.0.1:9/"/>'
        b"</Relationships>"
    )
    source = workbook({FIRST: SHEET % (cells, merged), "xl/vbaProject.bin": b"MZ"})
    assert tabular.read(source).columns == ("kept", "", "", "1e999", "", "ab")
    with pytest.raises(BadFile, match="is empty"):
        tabular.read(workbook({"xl/_rels/workbook.xml.rels": rels}))


def test_archives_are_held_to_the_limits_of_all_archives() -> None:
    with pytest.raises(TooLarge, match="times its size"):
        tabular.read(workbook({"bomb": b"\0" * 30_000_000}))
    with pytest.raises(BadFile, match="forbidden name"):
        tabular.read(workbook({"../../evil": b"x"}))
