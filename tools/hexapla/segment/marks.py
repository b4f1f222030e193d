"""The marks that end sentences, and those that stand around them, in all scripts."""

import re
from functools import cache

FULL_STOP = "."
"""The mark that ends a sentence or an abbreviation."""

TRAILING = "…‥"
"""Marks that trail off, at the end of a sentence or in the middle."""

CALLS = "?!؟‽⁇⁈⁉‼։۔।॥"
"""Marks that end nothing but sentences: those of questions and exclamations, and the full stops of Armenian, Urdu and
Hindi."""

WIDE = "。！？．｡܀܁܂߹။።፧፨᙮។៕᠃᠉᥄᥅꓿꘎꘏꛳꛷꩝꩞꩟꯫"
"""Marks of Chinese and Japanese, Burmese, Khmer, Ethiopic …, after which no space is needed."""

LISTED = FULL_STOP + TRAILING + CALLS + WIDE

BRACKETS = ")]}）］】〕"
"""Marks that close a bracket."""

_CLOSING = "”’」』》〉" + BRACKETS
"""Marks that close what a sentence ended in."""

_EITHER = "\"'“‘»«›‹*_"
"""Marks that close in one language and open in another: they close where white space follows."""

_SET_APART = re.compile(
    rf"[ \u00a0\u202f](?:(?P<bracket>[{re.escape(BRACKETS)}])|(?P<quote>[\"»«”]|''))(?=\s|\Z)"
)
"""What closes, although a space stands before it: French sets one, and so do the tools of linguists."""

_BULLETS = "•●▪■◦☑✅✓✔❌❗➡➤➔⭐🔸🔹🔺"
_FACE = r"[:;=]['’]?-?[)(DPp*]+"
_PICTURE = rf"(?![{_BULLETS}])[\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\u2800\U0001f000-\U0001faff]"
_AFTER = re.compile(rf"(?:\s?(?:(?:{_PICTURE})++|{_FACE}(?=\s|\Z)|\[\d{{1,3}}\]))++|[⁰¹²³⁴-⁹]++")
"""What belongs to the sentence before it: faces, pictures, and the numbers of notes."""

_OPENING = re.compile(
    rf"(?P<signs>(?:[\s\"'`“”„‟‘’‚‛«»‹›(\[{{¿¡–—―\-…*_,#{_BULLETS}]|(?<=['’‘`])[stnk]\s(?=[A-Z])){{0,24}}+)"
    r"(?P<word>[^\W\d_]*)(?P<tail>['’.]?)"
)
"""What may stand before the first word of a sentence, and that word; two commas are a Dutch quotation mark, and
“’s Avonds” begins with its second word."""

_ITEM = re.compile(r"\(?(?:[^\W\d_]|[ivx]{1,4}|\d{1,2})\)\s")

DASHES = "–—―-"

_SMALL, _LARGE = "a-zß-öø-ÿа-яёіїєґα-ω", "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐΑ-Ω"
"""The letters by which a full stop is seen that has lost the space after it."""


@cache
def candidates(more: str, wide: bool) -> re.Pattern[str]:
    """Return the pattern for a place where a sentence may end: ``marks``, then ``closing`` ones.

    ``more`` are further marks of a language. White space has to follow but where a mark or the language is
    ``wide``, or where it seems to be lost. Dots with spaces between them are marks of one place. It never looks
    at a run of marks twice.
    """
    ends, shut, either, broad = (re.escape(signs) for signs in (LISTED + more, _CLOSING, _EITHER, WIDE))
    dense = r"|[^\x00-\x7f]" if wide else ""
    glued = rf"|(?<=[{_SMALL}]{{2}}[.?!])[{_LARGE}][{_SMALL}\s'’]"
    marks = rf"(?<![{ends}])(?P<marks>(?:\.[ \u00a0](?=\.)){{0,5}}+[{ends}]++)"
    closing = rf"(?P<closing>[{shut}]*+(?:[{shut}{either}]++(?=\s|\Z))?)"
    then = rf"(?=\s|\Z{dense}{glued}|(?<=[{broad}])|(?<=[{broad}][{shut}])|{_PICTURE}|[\[⁰¹²³⁴-⁹])"
    return re.compile(marks + closing + then)


def following(text: str, end: int) -> re.Match[str]:
    """Return what stands behind ``end``: ``signs`` that open, and the first ``word``, empty for a number."""
    found = _OPENING.match(text, end)
    assert found is not None  # noqa: S101  # every part of it may be empty
    return found


def set_apart(text: str, end: int) -> re.Match[str] | None:
    """Return what closes behind ``end`` and one space: a ``bracket``, or a ``quote`` that may also open."""
    return _SET_APART.match(text, end)


def after(text: str, end: int) -> int:
    """Return where that ends which belongs to a sentence that ends at ``end``: pictures, numbers of notes."""
    found = _AFTER.match(text, end)
    return found.end() if found else end


def is_item(text: str, start: int) -> bool:
    """Whether the letter or number of an item stands at a place: “b)”, “(ii)”."""
    return bool(_ITEM.match(text, start))
