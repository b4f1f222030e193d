"""One page as numbers: its box, label, words, rules, and whether it is a picture."""

from ctypes import byref, c_float, c_int, create_string_buffer
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from hexapla.formats.pdf.child.hyphens import true_hyphens
from hexapla.formats.pdf.child.letters import Letter, letters
from hexapla.formats.pdf.child.words import words

OBJECTS = 50_000
"""How many drawn things of a page are looked at."""
THIN = 2.0
SHORT = 20.0
"""A rule is at most so high and at least so long, in points."""
COVERED = 0.5
"""Pictures that cover this part of a page make it a scan; some are cut into strips."""


class Fonts:
    """The fonts met so far, numbered in the order of their coming."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, int, int]] = []
        self._known: dict[tuple[str, int, int], int] = {}

    def number(self, text_object: Any) -> int:
        """Return the number of a text object's font; -1 where it has none."""
        font = pdfium.FPDFTextObj_GetFont(text_object)
        if not font:
            return -1
        size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
        name = create_string_buffer(min(max(size, 1), 400))
        pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
        angle = c_int(0)
        pdfium.FPDFFont_GetItalicAngle(font, byref(angle))
        row = (name.value.decode("utf-8", "replace"), pdfium.FPDFFont_GetFlags(font), angle.value)
        if row not in self._known:
            self._known[row] = len(self.rows)
            self.rows.append(row)
        return self._known[row]


def page(document: Any, nth: int, fonts: Fonts, most: int) -> dict[str, Any] | None:
    """Return a page as JSON takes it; None where it has more letters than ``most``."""
    opened = document[nth]
    text = pdfium.FPDFText_LoadPage(opened.raw)
    if not text:
        opened.close()
        return {"damaged": True}
    try:
        count = pdfium.FPDFText_CountChars(text)
        if count > most:
            return None
        found = letters(text, count, fonts.number)
    finally:
        pdfium.FPDFText_ClosePage(text)
    rules, pictured = _drawn(opened)
    made = {
        "letters": max(count, 0),
        "box": _box(opened),
        "label": _label(document, nth),
        "ligatures": sum(new.piece and not old.piece for old, new in pairwise(found)),
        "rules": rules,
        "pictured": pictured,
        "words": words(_with_hyphens(opened, found)),
    }
    opened.close()
    return made


def _with_hyphens(opened: Any, found: list[Letter]) -> list[Letter]:
    """Return the letters with the hyphens at the ends of lines as the file has them; this changes the page."""
    return true_hyphens(opened, found) if any(letter.hyphen for letter in found) else found


def _box(opened: Any) -> list[float]:
    box = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(opened.raw, byref(box)):
        return [round(side, 2) for side in (box.left, box.bottom, box.right, box.top)]
    return [0.0, 0.0, 612.0, 792.0]


def _label(document: Any, nth: int) -> str:
    size = pdfium.FPDF_GetPageLabel(document.raw, nth, None, 0)
    if not 2 < size <= 200:
        return ""
    label = create_string_buffer(size)
    pdfium.FPDF_GetPageLabel(document.raw, nth, label, size)
    return label.raw.decode("utf-16-le", "replace").rstrip("\0")


def _drawn(opened: Any) -> tuple[list[list[float]], bool]:
    """Return the rules of a page, and whether a picture covers it."""
    left, bottom, right, top = _box(opened)
    whole = max((right - left) * (top - bottom), 1.0)
    rules: list[list[float]] = []
    covered = 0.0
    sides = [c_float() for _side in range(4)]
    for nth in range(min(pdfium.FPDFPage_CountObjects(opened.raw), OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(opened.raw, nth)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            continue
        if not pdfium.FPDFPageObj_GetBounds(drawn, *map(byref, sides)):
            continue
        x0, y0, x1, y1 = (side.value for side in sides)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            if y1 - y0 <= THIN and x1 - x0 >= SHORT:
                rules.append([round(x0, 2), round(x1, 2), round((y0 + y1) / 2, 2)])
        else:
            covered += (x1 - x0) * (y1 - y0)
    return rules, covered >= COVERED * whole
