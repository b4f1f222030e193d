"""Which hyphens stand at the ends of lines: pdfium hides them, since it takes all of them for the typesetter's.

It does so only where the next letter stands on another line. So the text objects are moved to one line, far from each
other, and the page is read once more: the hyphens are then what the file says, ``-`` or U+00AD.
"""

from ctypes import c_void_p, cast
from dataclasses import replace
from typing import Any

import pypdfium2.raw as pdfium

from hexapla.formats.pdf.child.letters import Letter

APART = 5000


def true_hyphens(page: Any, letters: list[Letter]) -> list[Letter]:
    """Return letters with each hidden hyphen made known; ``-`` where that cannot be found out.

    The page is of no use afterwards.
    """
    starts: dict[int, tuple[float, float]] = {}
    wanted: dict[int, list[int]] = {}
    for nth, letter in enumerate(letters):
        starts.setdefault(letter.setting.object, (letter.x0, letter.y))
        if letter.hyphen:
            wanted.setdefault(letter.setting.object, []).append(nth)
    for nth in range(pdfium.FPDFPage_CountObjects(page.raw)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, nth)
        start = starts.get(cast(drawn, c_void_p).value or 0)
        if start:
            pdfium.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, nth * APART - start[0], -start[1])
    signs = _last_signs(page)
    found = list(letters)
    for address, places in wanted.items():
        for place in places:
            sign = signs.get(address, "-")
            found[place] = replace(letters[place], sign=sign if sign in "-\u00ad" else "-")
    return found


def _last_signs(page: Any) -> dict[int, str]:
    """Return the last sign of each text object that is not a space."""
    text = pdfium.FPDFText_LoadPage(page.raw)
    if not text:
        return {}
    signs: dict[int, str] = {}
    for nth in range(pdfium.FPDFText_CountChars(text)):
        address = cast(pdfium.FPDFText_GetTextObject(text, nth), c_void_p).value
        code = pdfium.FPDFText_GetUnicode(text, nth)
        if address is not None and code > 0x20:
            signs[address] = chr(min(code, 0x10FFFF))
    pdfium.FPDFText_ClosePage(text)
    return signs
