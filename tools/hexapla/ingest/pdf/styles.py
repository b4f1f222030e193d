"""How letters are set: by the names that fonts have, by what their descriptors say, and by the shapes themselves."""

import re
from collections.abc import Iterable, Sequence
from statistics import median

from hexapla.formats.pdf import Font, Word
from hexapla.ingest.layout.lines import Span
from hexapla.ingest.pdf.rows import Row

_ITALIC = re.compile(
    r"(?i:(?<!dig)(?<!cap)(?<!sp)(?<!orb)ital|obli|kursiv|slanted|inclin|cursiv|corsiv|[-,_]it\b)"
    r"|[a-z]It(?:$|[-A-Z])|^(?:CM|SF|EC|LM)(?:TI|SL|RI)\d|^LM\w+-(?:Obl|It)"
)
_BOLD = re.compile(
    r"(?i:bold|black|heavy|halbfett|fett\b|negr[ei]|gras\b|grassetto|[-,_]bd\b|demi\b)"
    r"|[a-z]Bd(?:$|[-A-Z])|^(?:CM|SF|EC|LM)BX?\d"
)
_CAPS = re.compile(
    r"(?i:small-?caps|smcp|kapit[äa]lchen|[-_]caps|[-_]sc\b)|[a-z]SC(?:$|[-A-Z\d])|^(?:CM|SF|EC|LM)CSC\d"
)
_FEW = 20
LOWER = 0.8
"""Small capitals are lower than small letters with ascenders, by this part at least."""
REDUCED = (0.6, 0.9)
"""The size of small capitals that are made of capitals, as a share of the capital before them."""


class Styles:
    """The ways of setting in one document."""

    def __init__(self, fonts: Sequence[Font], words: Iterable[Word]) -> None:
        self._italic = [bool(_ITALIC.search(font.name)) or font.italic for font in fonts]
        self._bold = [bool(_BOLD.search(font.name)) or font.forced for font in fonts]
        self._caps = [bool(_CAPS.search(font.name)) for font in fonts]
        words = list(words)
        self._tall = _Heights([(word.font, word.tall) for word in words])
        self._dotted = _Heights([(word.font, word.dotted) for word in words])

    def spans(self, row: Row) -> tuple[Span, ...]:
        """Return how the letters of a row are set; offsets in its text."""
        kinds = self._kinds(row)
        spans: list[Span] = []
        at = 0
        open_spans: dict[str, int] = {}
        for joint, word, ways in zip(row.joints, row.words, kinds, strict=True):
            start = at + len(joint)
            for rend in [one for one in open_spans if one not in ways]:
                spans.append(Span(open_spans.pop(rend), at, rend))
            for rend in ways:
                if rend in ("sup", "sub") and joint and rend in open_spans:
                    spans.append(Span(open_spans.pop(rend), at, rend))
                open_spans.setdefault(rend, start)
            at = start + len(word.text)
        spans += [Span(start, at, rend) for rend, start in open_spans.items()]
        return tuple(sorted(spans, key=lambda span: (span.start, _ORDER.index(span.rend))))

    def _kinds(self, row: Row) -> list[set[str]]:
        """Return for each word of a row how it is set."""
        kinds = [self._kind(word, shift) for word, shift in zip(row.words, row.shifts, strict=True)]
        for nth, word in enumerate(row.words[1:], 1):
            before = row.words[nth - 1]
            if row.shifts[nth] or abs(word.y - before.y) > 0.1 * word.size:
                continue
            is_reduced = REDUCED[0] * before.size < word.size < REDUCED[1] * before.size
            if is_reduced and not row.joints[nth] and before.text[-1:].isupper() and word.text[:1].isalpha():
                kinds[nth].add("smallcaps")
                kinds[nth - 1].add("smallcaps")
            elif "smallcaps" in kinds[nth - 1] and word.size == before.size < row.words[0].size:
                kinds[nth].add("smallcaps")
        for nth in range(1, len(kinds) - 1):
            is_between = "smallcaps" in kinds[nth - 1] and "smallcaps" in kinds[nth + 1]
            if is_between and not row.words[nth].tall and row.words[nth].font == row.words[nth - 1].font:
                kinds[nth].add("smallcaps")
        return kinds

    def _kind(self, word: Word, shift: str) -> set[str]:
        ways = set()
        known = 0 <= word.font < len(self._italic)
        if word.skewed or (known and self._italic[word.font]):
            ways.add("italic")
        if word.stroked or (known and self._bold[word.font]):
            ways.add("bold")
        if (known and self._caps[word.font]) or self._is_low(word):
            ways.add("smallcaps")
        if shift or word.raised:
            ways.add(shift or "sup")
        return ways

    def _is_low(self, word: Word) -> bool:
        """Whether small letters are drawn as small capitals: their ascenders, or dots, are missing."""
        if word.tall:
            return word.tall < LOWER * self._tall.usual(word.font)
        return bool(word.dotted) and word.dotted < LOWER * self._dotted.usual(word.font)


class _Heights:
    """How high certain letters usually are, by font; where a font is rare, in the most common one."""

    def __init__(self, found: Iterable[tuple[int, float]]) -> None:
        heights: dict[int, list[float]] = {}
        for font, height in found:
            if height:
                heights.setdefault(font, []).append(height)
        self._by_font = {font: median(some) for font, some in heights.items() if len(some) >= _FEW}
        common = max(heights.values(), key=len, default=[0.0])
        self._common = median(common)

    def usual(self, font: int) -> float:
        """Return the usual height, as a share of the size."""
        return self._by_font.get(font, self._common)


_ORDER = ("sup", "sub", "smallcaps", "italic", "bold")
