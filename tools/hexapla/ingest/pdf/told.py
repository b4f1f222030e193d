"""What is told of a document as a whole: letters that fonts do not tell, ligatures, text below pictures."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from hexapla.formats.pdf import Document
from hexapla.ingest.pdf.upright import Sheet
from hexapla.model.messages import _, shown
from hexapla.model.report import Decision

_VOWELS = frozenset("aeiouyæœøı")
_ENOUGH, _MOST = 30, 0.4
_PRIVATE = range(0xE000, 0xF900)


def of(document: Document, sheets: Sequence[Sheet]) -> list[Decision]:
    """Return the decisions about a document that have no place of their own."""
    return [Decision(kind, 1, reason=reason) for kind, reason in _told(document, sheets)]


def _told(document: Document, sheets: Sequence[Sheet]) -> list[tuple[str, str]]:
    told = []
    below = sum(sheet.below for sheet in sheets)
    if below:
        reason = _("Text was read that stands unseen below pictures, as OCR puts it; pages: {n}.")
        told.append(("layout", reason.format(n=below)))
    ligatures = sum(page.ligatures for page in document.pages)
    if ligatures:
        reason = _("Ligatures were taken apart into their letters: {n}.").format(n=ligatures)
        told.append(("letters", reason))
    unknown, private = Counter[str](), Counter[str]()
    for sheet in sheets:
        for word in sheet.words:
            name = document.fonts[word.font].name if word.font >= 0 else ""
            unknown[name] += len(word.text) if word.unknown else 0
            private[name] += sum(ord(sign) in _PRIVATE for sign in word.text)
    for name, count in (+unknown).items():
        reason = _(
            "The font “{name}” does not say which letters it draws; look at those that it may have wrong: {n}."
        )
        told.append(("letters", reason.format(name=shown(name), n=count)))
    for name, count in (+private).items():
        reason = _("The font “{name}” has signs of its own that other fonts do not know: {n}.")
        told.append(("letters", reason.format(name=shown(name), n=count)))
    if _lacks_vowels(word.text for sheet in sheets for word in sheet.words):
        told.append(
            (
                "letters",
                _("Most words have no vowels: the fonts may name their letters wrongly; look at the page."),
            )
        )
    return told


def _lacks_vowels(words: Iterable[str]) -> bool:
    """Whether most words of a text in Latin letters cannot be spoken; there must be enough of them."""
    long = [word.lower() for word in words if len(word) > 3 and "a" <= word[1].lower() <= "z"]
    bare = sum(not _VOWELS & set(unicodedata.normalize("NFD", word)) for word in long)
    return len(long) >= _ENOUGH and bare > _MOST * len(long)
