"""From an entry of the model to an entry of a catalog, keeping what others have put there."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from hexapla.formats.po.catalog import CatalogEntry
from hexapla.formats.po.grammar import remarks
from hexapla.formats.po.grammar.parted import parted
from hexapla.formats.po.grammar.read import closed, lineage, read
from hexapla.formats.po.grammar.remarks import Remark
from hexapla.model.catalog import Closed, Entry, Meta, State, entry_hash, remark_hash

LONGEST_HEAD = 80
"""Characters of a heading in a comment; a heading of a page long is no help."""
MOST_CLOSED = 24
"""How many closed remarks an entry names: more than are closed between two visits of a clone."""
MOST_OVER = 6
"""How many texts an entry names that it was put over: so often can a text change between two visits of a clone."""


def write(
    entry: Entry,
    *,
    kind: str,
    heads: tuple[str, ...],
    speaker: str,
    reference: str,
    old: CatalogEntry | None,
    instead: Sequence[CatalogEntry] = (),
) -> CatalogEntry:
    """Return the entry for a catalog; ``old`` itself, whose bytes then stay, if it says the same already.

    ``instead`` are entries of the same units in another shape that go: a join for its parts, parts for their join.

    ``kind``, ``heads`` (outermost first, plain text) and ``speaker`` tell a translator where the unit
    stands; ``reference`` is file and id, ``source/on-carrying.xml:u12``. People's comments and foreign
    flags of ``old`` stay; lost are the plural forms and previous msgctxt of a foreign entry, since ours
    have none.
    """
    where = _where(kind, heads, speaker), (reference,)
    if old and not old.obsolete and (old.extracted, old.references) == where and _says(old, entry):
        return old
    olds = [*((old,) if old else ()), *instead]
    lines = _lines(entry, overwritten(entry.hash, olds), closed_since(entry, olds))
    made = CatalogEntry(
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        msgctxt=entry.context,
        flags=_flags(entry, old),
        comments=(*_people(old, lines), *lines),
        extracted=where[0],
        references=where[1],
        sticky=old.sticky if old else (),
        previous_msgid=entry.previous if _is_fuzzy(entry) else None,
        lines=old.lines if old else None,
    )
    return old if old and made == old else made


def _says(old: CatalogEntry, entry: Entry) -> bool:
    """Whether a catalog's entry says all that ours does.

    Who and when may differ where the catalog names somebody for the very same words: two desks that share
    it have each taken the other's words at a time of its own, and would change the line back and forth.
    """
    found = read(old)
    if found == entry:
        return True
    if found.at:
        found = replace(found, by=entry.by, at=entry.at)
    return _unsigned(found) == _unsigned(entry)


def _unsigned(entry: Entry) -> Entry:
    """Return an entry without who said what beside it, and when."""
    return replace(
        entry,
        waivers=tuple(replace(one, by="", at="") for one in entry.waivers),
        suggestions=tuple(replace(one, by="", at="") for one in entry.suggestions),
        comments=tuple(replace(one, by="", at="") for one in entry.comments),
    )


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


def overwritten(hash_: str, olds: Sequence[CatalogEntry]) -> tuple[str, ...]:
    """Return what a text with this hash is put over when it is written in the place of these entries.

    A text that took the place of others names them, and what they were put over: who has had one of them, and it
    alone, can then tell a later text from an older copy, also where the very same text has been there before.
    """
    earlier = [lineage(old) for old in olds]
    found = [
        entry_hash(old.msgctxt or "", old.msgid, old.msgstr)
        for old, before in zip(olds, earlier, strict=True)
        # An entry that was always empty has nothing to tell, unless that its units were joined.
        if old.msgstr or before or "+" in (old.msgctxt or "")
    ]
    most = max(MOST_OVER, len(found))
    found += (one for before in earlier for one in before)
    return tuple(one for one in dict.fromkeys(found) if one != hash_)[:most]


def closed_since(entry: Entry, olds: Sequence[CatalogEntry]) -> tuple[str, ...]:
    """Return the remarks that earlier entries had, or knew as closed, and that this one has no longer.

    Whoever shares the catalog and has them open closes them too, instead of writing them back for ever.
    """
    there = {remark_hash(one) for one in entry.remarks}
    found: list[str] = []
    for old in olds:
        found += (remark_hash(one) for one in read(old).remarks)
        found += closed(old)
    return tuple(one for one in dict.fromkeys(found) if one not in there)[:MOST_CLOSED]


def _lines(entry: Entry, over: tuple[str, ...], gone: tuple[str, ...]) -> tuple[str, ...]:
    """Return our comment lines; an untranslated entry has nothing to say, and a new catalog is quiet."""
    said: tuple[Remark, ...] = (*entry.waivers, *entry.suggestions, *entry.comments)
    said += (Closed(gone),) if gone else ()
    meta = Meta(entry.hash, entry.state, entry.by, entry.at, entry.reason, entry.place, over)
    quiet = entry.state == State.UNTRANSLATED and entry.place is None and not over
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
