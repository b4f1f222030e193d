"""From an entry of the model to an entry of a catalog, keeping what others have put there."""

import re
from dataclasses import replace
from functools import lru_cache

from hexapla.formats.po.catalog import CatalogEntry
from hexapla.formats.po.grammar import remarks
from hexapla.formats.po.grammar.parted import parted
from hexapla.formats.po.grammar.read import read
from hexapla.formats.po.grammar.remarks import Remark
from hexapla.model.catalog import Entry, Meta, State

LONGEST_HEAD = 80
"""Characters of a heading in a comment; a heading of a page long is no help."""


def write(
    entry: Entry,
    *,
    kind: str,
    heads: tuple[str, ...],
    speaker: str,
    reference: str,
    old: CatalogEntry | None,
) -> CatalogEntry:
    """Return the entry for a catalog; ``old`` itself, whose bytes then stay, if it says the same already.

    ``kind``, ``heads`` (outermost first, plain text) and ``speaker`` tell a translator where the unit
    stands; ``reference`` is file and id, ``source/on-carrying.xml:u12``. People's comments and foreign
    flags of ``old`` stay; lost are the plural forms and previous msgctxt of a foreign entry, since ours
    have none.
    """
    lines = _lines(entry)
    made = CatalogEntry(
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        msgctxt=entry.context,
        flags=_flags(entry, old),
        comments=(*_people(old, lines), *lines),
        extracted=_where(kind, heads, speaker),
        references=(reference,),
        sticky=old.sticky if old else (),
        previous_msgid=entry.previous if _is_fuzzy(entry) else None,
        lines=old.lines if old else None,
    )
    if old is None or old.obsolete:
        return made
    around = (made.extracted, made.references) == (old.extracted, old.references)
    return old if around and (made == old or _says(old, entry)) else made


def _says(old: CatalogEntry, entry: Entry) -> bool:
    """Whether a catalog's entry says all that ours does.

    Who and when may differ where the catalog names somebody for the very same text: two desks that share
    it have each taken the other's text at a time of its own, and would change the line back and forth.
    """
    found = read(old)
    return found == entry or (bool(found.at) and replace(found, by=entry.by, at=entry.at) == entry)


def _is_fuzzy(entry: Entry) -> bool:
    return entry.state == State.NEEDS_WORK and bool(entry.msgstr)


def _flags(entry: Entry, old: CatalogEntry | None) -> tuple[str, ...]:
    foreign = tuple(flag for flag in old.flags if flag != "fuzzy") if old else ()
    return ("fuzzy", *foreign) if _is_fuzzy(entry) else foreign


def _people(old: CatalogEntry | None, ours: tuple[str, ...]) -> list[str]:
    """Return people's lines of an entry. Our own at its end need no reading where they are the same as ``ours``."""
    if old is None:
        return []
    same = bool(ours) and old.comments[-len(ours) :] == ours
    return parted(old.comments[: -len(ours)] if same else old.comments, old.msgctxt or "")[1]


def _lines(entry: Entry) -> tuple[str, ...]:
    """Return our comment lines; an untranslated entry has nothing to say, and a new catalog is quiet."""
    said: tuple[Remark, ...] = (*entry.waivers, *entry.suggestions, *entry.comments)
    meta = Meta(entry.hash, entry.state, entry.by, entry.at, entry.reason, entry.place)
    quiet = entry.state == State.UNTRANSLATED and entry.place is None
    return tuple(remarks.write(remark, entry.context) for remark in (said if quiet else (meta, *said)))


@lru_cache(maxsize=256)  # a division's units stand one after the other
def _where(kind: str, heads: tuple[str, ...], speaker: str) -> tuple[str, ...]:
    lines = [f"kind: {kind}"]
    if path := " › ".join(short for head in heads if (short := _short(head))):
        lines.append(f"in: {path}")
    if name := _short(speaker):
        lines.append(f"speaker: {name}")
    return tuple(lines)


def _short(text: str) -> str:
    """Return a text on one line, cut at a word if it is long."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_HEAD:
        return line
    return re.sub(r"\s\S*\Z", "", line[:LONGEST_HEAD]) + "…"
