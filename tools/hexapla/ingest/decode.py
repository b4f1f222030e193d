"""Bytes as text: UTF-8 or UTF-16, strictly, and without the characters that no XML document can hold."""

import codecs
import re
from collections.abc import Iterable, Sequence

from hexapla.model.errors import BadFile
from hexapla.model.messages import _, ngettext
from hexapla.model.report import Decision

_REFUSED = re.compile("[^\t\n\v\f\r\u0020-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]+")
"""What is not a Char of XML 1.0, and U+FEFF, which is left over from a file's start. ``\\v`` and ``\\f``
are layout."""


def decode(source: bytes, file: str) -> str:
    """Return the text of a file, without its byte order mark; raise BadFile with the line of a byte that
    is no text."""
    encoding = "utf-16" if source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return source.decode(encoding)
    except UnicodeDecodeError as error:
        line = source[: error.start].decode(encoding, "ignore").count("\n") + 1
        reason = _("this line holds a byte that is not {encoding}; save the file as UTF-8.")
        name = "UTF-16" if encoding == "utf-16" else "UTF-8"
        raise BadFile(reason.format(encoding=name), file=file, line=line) from error


def clean(text: str, file: str) -> tuple[str, list[Decision]]:
    """Return a text without the characters that XML refuses, and a decision for each run of them.

    Controls that separate (U+001C to U+001F) become a space. Raises BadFile where there are so many that the
    file cannot be a text: more than one in a hundred, and more than a hundred.
    """
    refused = list(_REFUSED.finditer(text))
    if sum(len(found[0]) for found in refused) > max(100, len(text) // 100):
        raise BadFile(
            _("this is not a text: it is full of control characters; save it as text in UTF-8."), file=file
        )
    decisions = []
    line, at = 1, 0
    for found in refused:
        line, at = line + len(_LINE_END.findall(text, at, found.start())), found.start()
        decisions.append(Decision("character", line, found[0], _instead(found), _reason(found[0])))
    return _REFUSED.sub(_instead, text) if refused else text, decisions


def bidi(lines: Sequence[str]) -> list[Decision]:
    """Return a decision for each line that holds controls of direction: they stay, but show letters in another order
    than the one they stand in (attack S11)."""
    return directed(enumerate(lines, 1))


def directed(lines: Iterable[tuple[int, str]]) -> list[Decision]:
    """Return what ``bidi`` does, for lines that bring their numbers, from 1."""
    decisions = []
    for number, line in lines:
        found = _BIDI.findall(line)
        if found:
            names = ", ".join(sorted({f"U+{ord(sign):04X}" for sign in found}))
            reason = ngettext(
                "A control of direction is kept, which can show letters in another order: {names}.",
                "{n} controls of direction are kept, which can show letters in another order: {names}.",
                len(found),
            )
            decisions.append(Decision("bidi", number, reason=reason.format(n=len(found), names=names)))
    return decisions


_BIDI = re.compile("[\u061c\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates; LRM and RLM are ordinary letters of right-to-left texts."""
_LINE_END = re.compile(r"\r\n|\r|\n")


def _instead(found: re.Match[str]) -> str:
    return " " if found[0].isspace() else ""


def _reason(removed: str) -> str:
    names = ", ".join(sorted({f"U+{ord(sign):04X}" for sign in removed}))
    if removed.strip("\ufeff"):
        return _("{names} cannot stand in XML.").format(names=names)
    return _("{names} is left over from the beginning of a file.").format(names=names)
