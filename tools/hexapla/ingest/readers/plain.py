"""Plain text: structure from layout, every sign kept."""

import re
from pathlib import PurePath

from hexapla.formats.tei import blocks, header, inline
from hexapla.ingest.decode import bidi, clean, decode
from hexapla.ingest.layout import reading
from hexapla.ingest.layout.lines import split
from hexapla.ingest.reader import Origin
from hexapla.ingest.titles import title_of
from hexapla.model.languages import canonical
from hexapla.model.messages import _
from hexapla.model.report import Report
from hexapla.model.text import Text, element

_RAW = re.compile(r"\r\n|\n|\r")
_SUFFIXES = frozenset({".txt", ".text"})


def accepts() -> str:
    """Return the kinds of files that are read here, in words."""
    return _("plain text (.txt)")


def claims(source: bytes, name: str) -> bool:
    """Whether a file is plain text: its name says so."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def read(source: bytes, origin: Origin) -> tuple[Text, Report]:
    """Return the text in a plain text file; its head is the title, else the file's name.

    Taken away are only the characters that XML refuses, page numbers, and hyphens that the text proves to be
    the typesetter's: each is a decision in the report. Form feeds become ``pb``.
    """
    text, decisions = clean(decode(source, origin.name), origin.name)
    lang = canonical(origin.lang)
    lines = split(text)
    built = reading(lines, lang)
    body, made = built.body, built.decisions
    raw = tuple(_RAW.split(text))
    decisions = sorted([*made, *decisions, *bidi(raw)], key=lambda decision: decision.line)
    head = header.make(
        title_of(body, origin), lang, authors=[inline.clean(author) for author in origin.authors]
    )
    whole = element("text", body, type="source", xml_lang=lang)
    made_text = Text(origin.id, lang, header.title_of(head), head, whole, blocks.find(whole))
    return made_text, Report("plain", tuple(decisions), raw, built.places)
