"""XLSX: the cells of a workbook as texts.

Read from the members of the archive through our own gates: openpyxl, which opens the archive and parses the XML itself,
lends only what it knows of dates. Formulas, macros and links are not looked at, only the results that stand in cells.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import join, normpath

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from hexapla.formats import archive, xml
from hexapla.formats.tabular.columns import Sheet
from hexapla.formats.tabular.limits import MAX_COLUMNS, MAX_ROWS, Counted
from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.messages import _, shown

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})\Z", re.ASCII)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class _Book:
    """What all cells of a workbook share."""

    texts: tuple[str, ...]
    dates: frozenset[int]
    """The numbers of the styles that show a date."""
    mac: bool
    file: str


def read_xlsx(source: bytes, file: str = "") -> Sheet:
    """Return the first sheet of a workbook that is not hidden and not empty; raises as ``read`` does."""
    opened = archive.open(source, file=file)
    if "xl/workbook.xml" not in opened.names:
        reason = _("this is a zip archive, but no workbook; save the table as .xlsx or CSV.")
        raise BadFile(reason, file=file)
    workbook = _part(opened, "xl/workbook.xml", file)
    targets = _targets(opened, file)
    sheets = [node for node in _all(workbook, "sheet") if node.get("state", "visible") == "visible"]
    book = _Book(
        texts=tuple(_text(one) for one in _under(opened, targets.get("sharedStrings", ""), "si", file)),
        dates=_dates(opened, targets.get("styles", ""), file),
        mac=any(node.get("date1904") in ("1", "true") for node in _all(workbook, "workbookPr")),
        file=file,
    )
    for node in sheets:
        ids = [str(value) for name, value in node.attrib.items() if str(name).endswith("}id")]
        member = targets.get(ids[0], "") if ids else ""
        if member not in opened.names:
            continue
        counted = Counted(file)
        rows = [counted.row(row) for row in _rows(_part(opened, member, file), book)]
        if any(rows):
            told = _("Of the workbook’s {n} sheets, “{name}” was read.").format(
                n=len(sheets), name=shown(str(node.get("name", "")), 40)
            )
            return counted.sheet(rows, (told,) if len(sheets) > 1 else ())
    raise BadFile(_("the table is empty."), file=file)


def _part(opened: archive.Archive, name: str, file: str) -> etree._Element:
    """Parse a member of a workbook."""
    try:
        return xml.parse(opened.read(name))
    except BadFile as error:
        reason = _("“{name}” in the workbook: {reason}").format(name=shown(name, 60), reason=error.reason)
        raise type(error)(reason, file=file) from error


def _under(opened: archive.Archive, name: str, tag: str, file: str) -> list[etree._Element]:
    """Return the elements of a name in a member, none where a workbook has no such member."""
    return list(_all(_part(opened, name, file), tag)) if name in opened.names else []


def _all(node: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the elements of a name, in whichever of the two namespaces of the format."""
    return node.iter(f"{{*}}{tag}")


def _targets(opened: archive.Archive, file: str) -> dict[str, str]:
    """Return the members that a workbook refers to, by their ids, and by the kind of the one that there is once."""
    found: dict[str, str] = {}
    for node in _under(opened, "xl/_rels/workbook.xml.rels", "Relationship", file):
        if node.get("TargetMode") == "External":
            continue
        target = normpath(join("/xl", str(node.get("Target", "")))).lstrip("/")
        found[str(node.get("Id", ""))] = target
        found.setdefault(str(node.get("Type", "")).rpartition("/")[2], target)
    return found


def _dates(opened: archive.Archive, name: str, file: str) -> frozenset[int]:
    """Return the numbers of the styles that show a number as a date or time."""
    if name not in opened.names:
        return frozenset()
    styles = _part(opened, name, file)
    formats = {str(number): code for number, code in BUILTIN_FORMATS.items()}
    formats |= {str(node.get("numFmtId")): str(node.get("formatCode", "")) for node in _all(styles, "numFmt")}
    used = [
        str(node.get("numFmtId")) for group in _all(styles, "cellXfs") for node in group.iterfind("{*}xf")
    ]
    return frozenset(nth for nth, number in enumerate(used) if is_date_format(formats.get(number)))


def _rows(sheet: etree._Element, book: _Book) -> list[list[str]]:
    """Return the rows of a sheet; a cell that is merged downwards stands in each of its rows."""
    rows: list[list[str]] = []
    for row in _all(sheet, "row"):
        number = _number(str(row.get("r") or len(rows) + 1), book.file)
        if number > MAX_ROWS:
            raise TooLarge(
                _("the table has more than {n} rows; divide it.").format(n=MAX_ROWS), file=book.file
            )
        while len(rows) < number:
            rows.append([])
        cells = rows[number - 1]
        column = 0
        for cell in row.iterfind("{*}c"):
            column = _column(str(cell.get("r")), book.file) if cell.get("r") else column + 1
            if not (text := _cell(cell, book)):
                continue
            if column > MAX_COLUMNS:
                reason = _("the table has more than {n} columns; divide it.").format(n=MAX_COLUMNS)
                raise TooLarge(reason, file=book.file)
            cells += [""] * (column - len(cells))
            cells[column - 1] = text
    for node in _all(sheet, "mergeCell"):
        _fill(rows, str(node.get("ref", "")))
    return rows


def _fill(rows: list[list[str]], ref: str) -> None:
    """Write what stands in the first cell of a merged range into the cells below it."""
    first, _colon, last = (_PLACE.match(part) for part in (*ref.partition(":"),))
    if not first or not last:
        return
    column, top, bottom = _letters(first[1]), int(first[2]), min(int(last[2]), len(rows))
    text = rows[top - 1][column - 1] if 0 < top <= len(rows) and column <= len(rows[top - 1]) else ""
    for cells in rows[top:bottom] if text else ():
        cells += [""] * (column - len(cells))
        cells[column - 1] = cells[column - 1] or text


def _cell(cell: etree._Element, book: _Book) -> str:
    """Return what a cell shows: a text, a number, a date as ISO 8601; nothing for an error."""
    kind = str(cell.get("t", "n"))
    if kind == "inlineStr":
        return _text(cell)
    value = "".join(str(node.text or "") for node in cell.iterfind("{*}v"))
    if kind == "s":
        index = _number(value, book.file) if value else -1
        return book.texts[index] if 0 <= index < len(book.texts) else ""
    if kind == "str":
        return _unescaped(value)
    if kind == "b":
        return {"1": "yes", "0": "no"}.get(value, "")
    if kind == "d":
        return value.removesuffix("T00:00:00")
    if kind != "n":
        return ""
    style = str(cell.get("s", ""))
    return _date(value, book) if style.isdecimal() and int(style[:9]) in book.dates else value


def _date(value: str, book: _Book) -> str:
    """Return a number as the day or time that it stands for, or as it is."""
    try:
        made = from_excel(float(value), MAC_EPOCH if book.mac else WINDOWS_EPOCH)
    except (ValueError, OverflowError):
        return value
    return str(made.isoformat()).removesuffix("T00:00:00") if hasattr(made, "isoformat") else value


def _text(node: etree._Element) -> str:
    """Return a text that may be in runs, without the readings beside its characters."""
    pieces = (
        str(one.text or "")
        for one in _all(node, "t")
        if not any(etree.QName(around).localname == "rPh" for around in one.iterancestors())
    )
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    """Return a text with the characters that XML cannot hold, or that the format writes as numbers, left out or in."""
    return _ESCAPED.sub(lambda found: _sign(int(found[1], 16)), text)


def _sign(number: int) -> str:
    allowed = number in (9, 10, 13) or (32 <= number < 0xD800) or (0xE000 <= number < 0xFFFE)
    return chr(number).replace("\r", "") if allowed else ""


def _column(place: str, file: str) -> int:
    found = _PLACE.match(place)
    if not found:
        raise _damaged(file)
    return _letters(found[1])


def _letters(name: str) -> int:
    """Return the number of a column: 1 for A, 27 for AA."""
    number = 0
    for sign in name:
        number = number * 26 + ord(sign) - 64
    return number


def _number(text: str, file: str) -> int:
    if not re.fullmatch("[0-9]{1,9}", text, re.ASCII):
        raise _damaged(file)
    return int(text)


def _damaged(file: str) -> BadFile:
    return BadFile(_("the workbook is damaged; save it again, or as CSV."), file=file)
