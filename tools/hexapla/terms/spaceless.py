"""Terms in scripts that set no spaces: sign by sign, with the words of a frequency list around single signs."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from hexapla.model.glossary import Term
from hexapla.model.terms import Hit, Rule, Verdict
from hexapla.terms.usage import shares, simplified

_REACH = 8
"""How many signs on each side are read to see where a word ends."""
_LONGEST = 6
_ROWS = {
    "く": "かきくけこいっ", "ぐ": "がぎぐげごい", "す": "さしすせそ", "つ": "たちつてとっ", "ぬ": "なにぬねのん",
    "ぶ": "ばびぶべぼん", "む": "まみむめもん", "る": "らりるれろっ", "う": "わいうえおっ", "い": "いかくけさ",
}  # fmt: skip
"""What the last sign of a Japanese verb or adjective becomes before its endings."""


class Signs:
    """Terms of one language, kept by their first two signs."""

    def __init__(self, lang: str, terms: Sequence[Term]) -> None:
        self._lang = lang.split("-", maxsplit=1)[0]
        self._starts: dict[str, list[tuple[str, int, Rule]]] = defaultdict(list)
        for index, term in enumerate(terms):
            for nth, text in enumerate((term.text, *term.forms)):
                plain = "".join(text.casefold().split()) if _is_signs(text) else text.casefold()
                self._add(plain, index, Rule.FORM if nth else Rule.EXACT)
                if self._lang == "ja" and not nth:
                    for shape in shapes(plain):
                        self._add(shape, index, Rule.ENDING)

    def _add(self, text: str, index: int, rule: Rule) -> None:
        if text:
            self._starts[text[:2]].append((text, index, rule))

    def find(self, segment: str) -> list[Hit]:
        """Return the hits in a segment."""
        low = segment.lower() if len(segment.lower()) == len(segment) else segment
        found: dict[tuple[int, int], Hit] = {}
        for at in range(len(low)):
            for start in (low[at : at + 2], low[at]):
                for text, index, rule in self._starts.get(start, ()):
                    if not low.startswith(text, at) or (len(text) == 1) != (len(start) == 1):
                        continue
                    verdict = self._verdict(low, at, text)
                    known = found.get((at, index))
                    if verdict is not None and (known is None or known.end < at + len(text)):
                        found[at, index] = Hit(at, at + len(text), index, verdict, rule)
            if at + 1 == len(low):
                break
        return sorted(found.values())

    def _verdict(self, text: str, at: int, term: str) -> Verdict | None:
        end = at + len(term)
        if not _is_signs(term):
            outside = text[at - 1 : at] + text[end : end + 1]
            return None if any(sign.isascii() and sign.isalnum() for sign in outside) else Verdict.CONFIRMED
        if all(map(_is_katakana, term)):
            outside = text[at - 1 : at] + text[end : end + 1]
            return None if any(map(_is_katakana, outside)) else Verdict.CONFIRMED
        if len(term) > 1 and not all(map(_is_hiragana, term)):
            return Verdict.CONFIRMED
        return Verdict.CONFIRMED if _stands_alone(text, at, end, self._lang) else None


def shapes(word: str) -> tuple[str, ...]:
    """Return a Japanese verb or adjective in the shapes that it has before its endings."""
    if word.endswith("する") and len(word) > 3:
        return tuple(word[:-2] + sign for sign in "しさせす")
    row = _ROWS.get(word[-1:], "")
    if len(word) < 2 or not row or not _is_han(word[0]):
        return ()
    stem = word[:-1]
    made = [stem + sign for sign in row if sign != word[-1]]
    if word.endswith("る") and len(stem) >= 2:
        made.append(stem)
    return tuple(made)


def _stands_alone(text: str, at: int, end: int, lang: str) -> bool:
    """Whether some signs are a word, or several, in the likeliest division of what is around them."""
    first = max(0, at - _REACH)
    spans = divided(text[first : end + _REACH], lang)
    return any(start == at - first for start, _end in spans) and any(
        stop == end - first for _start, stop in spans
    )


@lru_cache(maxsize=4096)
def divided(text: str, lang: str) -> frozenset[tuple[int, int]]:
    """Return the likeliest division of a text into words, by how frequent each is."""
    known = _frequencies(lang)
    text = simplified(text) if lang in ("zh", "yue") else text
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        choices = []
        for start in range(max(0, end - _LONGEST), end):
            word = text[start:end]
            weight = known.get(word)
            if weight is None and end - start > 1:
                continue
            choices.append((best[start][0] + (weight if weight is not None else -18.0), start))
        best.append(max(choices))
    spans, end = set(), len(text)
    while end:
        start = best[end][1]
        spans.add((start, end))
        end = start
    return frozenset(spans)


@lru_cache(maxsize=2)
def _frequencies(lang: str) -> Mapping[str, float]:
    """Return the logarithms of how frequent words are."""
    return {word: math.log(share) for word, share in shares(lang).items()}


def _is_katakana(sign: str) -> bool:
    return "\u30a1" <= sign <= "\u30fc"


def _is_hiragana(sign: str) -> bool:
    return "\u3041" <= sign <= "\u309f"


def _is_signs(text: str) -> bool:
    return any(ord(sign) >= 0x0E00 for sign in text)


def _is_han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff"
