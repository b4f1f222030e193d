"""The letters of a page as pdfium has them: what is the same for a whole text object is asked for once."""

import math
from collections.abc import Callable
from ctypes import byref, c_double, c_uint, c_void_p, cast
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

STRAIGHT = 5
"""A line that leans by no more degrees than this, as in scans, is taken for a straight one."""
SKEW = 0.1
"""How much letters must lean, as a share of their height, to be a slanted style."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the letters of a text object are set."""

    object: int
    font: int
    size: float
    angle: int
    skewed: bool
    stroked: bool
    hidden: bool


@dataclass(slots=True)
class Letter:
    """A letter or a space: where it begins and ends, and the height of its shape over the baseline."""

    sign: str
    setting: Setting
    x0: float
    x1: float
    y: float
    bottom: float
    top: float
    hyphen: bool
    unknown: bool
    piece: bool
    """It is drawn by the sign of the letter before: a ligature."""
    gap: bool = False
    """To pdfium, what follows seems to stand apart."""


def letters(text: Any, count: int, font_of: Callable[[Any], int]) -> list[Letter]:
    """Return the letters of a text page in its order, and the spaces that really stand there."""
    x, y = c_double(), c_double()
    box = [c_double() for _side in range(4)]
    loose = pdfium.FS_RECTF()
    known: dict[int, Setting] = {}
    found: list[Letter] = []
    last: tuple[int, float, float] | None = None
    half = 0
    for nth in range(count):
        owner = pdfium.FPDFText_GetTextObject(text, nth)
        address = cast(owner, c_void_p).value
        code = pdfium.FPDFText_GetUnicode(text, nth)
        if address is None:  # pdfium's own spaces and line ends
            if found and code == 0x20:
                found[-1].gap = True
            continue
        if 0xD800 <= code <= 0xDBFF:
            half = code
            continue
        if 0xDC00 <= code <= 0xDFFF and half:
            code = 0x10000 + ((half - 0xD800) << 10) + code - 0xDC00
        half = 0
        unknown = not 0 < code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF or code in (0xFFFD, 0xFFFE, 0xFFFF)
        if address not in known:
            known[address] = _setting(text, nth, owner, address, font_of(owner))
        setting = known[address]
        pdfium.FPDFText_GetCharOrigin(text, nth, byref(x), byref(y))
        pdfium.FPDFText_GetLooseCharBox(text, nth, byref(loose))
        pdfium.FPDFText_GetCharBox(text, nth, *map(byref, box))
        left, right, bottom, top = (side.value for side in box)
        place = (address, x.value, y.value)
        x0, y0, x1, low, high = _turned(
            setting.angle, (x.value, y.value), (loose.left, loose.bottom, loose.right, loose.top),
            (left, bottom, right, top),
        )  # fmt: skip
        found.append(
            Letter(
                "\ufffd" if unknown else chr(code),
                setting,
                x0,
                max(x1, x0),
                y0,
                low - y0,
                high - y0,
                hyphen=code == 2 and bool(pdfium.FPDFText_IsHyphen(text, nth)),
                unknown=unknown or pdfium.FPDFText_HasUnicodeMapError(text, nth) == 1,
                piece=place == last and chr(code) != " ",
            )
        )
        last = place
    return found


Box = tuple[float, float, float, float]


def _turned(
    angle: int, origin: tuple[float, float], loose: Box, tight: Box
) -> tuple[float, float, float, float, float]:
    """Return a letter's x, y, end, and the foot and head of its shape, with its page turned to have it upright."""
    if angle == 0:
        return origin[0], origin[1], loose[2], tight[1], tight[3]
    radians = -math.radians(angle)
    cos, sin = math.cos(radians), math.sin(radians)

    def corners(box: Box) -> list[tuple[float, float]]:
        return [(cos * x - sin * y, sin * x + cos * y) for x in box[::2] for y in box[1::2]]

    x, y = cos * origin[0] - sin * origin[1], sin * origin[0] + cos * origin[1]
    heights = [corner[1] for corner in corners(tight)]
    return x, y, max(corner[0] for corner in corners(loose)), min(heights), max(heights)


def _setting(text: Any, nth: int, owner: Any, address: int, font: int) -> Setting:
    """Return how a text object is set."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text, nth, byref(matrix)):
        matrix.a = matrix.d = 1.0
    lean = math.degrees(math.atan2(matrix.b, matrix.a))
    nearest = round(lean / 90) * 90
    straight = abs(lean - nearest) <= STRAIGHT
    length = math.hypot(matrix.a, matrix.b) or 1.0
    height = abs(matrix.a * matrix.d - matrix.b * matrix.c) / length
    shear = (matrix.a * matrix.c + matrix.b * matrix.d) / length / (height or 1.0)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(owner)
    colour = [c_uint(255) for _part in range(4)]
    seen = not pdfium.FPDFText_GetFillColor(text, nth, *map(byref, colour)) or colour[3].value > 0
    return Setting(
        object=address,
        font=font,
        size=round(pdfium.FPDFText_GetFontSize(text, nth) * (height or 1.0), 2),
        angle=(nearest if straight else round(lean)) % 360,
        skewed=shear > SKEW,
        stroked=mode in (pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE, pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP),
        hidden=mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP) or not seen,
    )
