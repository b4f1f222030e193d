"""From an entry of a catalog to an entry of the model: text and flags beat the comment."""

from hexapla.formats.po.catalog import CatalogEntry
from hexapla.formats.po.grammar.parted import parted
from hexapla.model.catalog import Closed, Comment, Entry, Meta, State, Suggestion, Waiver, entry_hash


def read(entry: CatalogEntry) -> Entry:
    """Return what an entry says.

    ``fuzzy`` means needs work and an empty msgstr untranslated, whatever a comment says. State, person,
    time and reason count only where the comment's ``base`` is the hash of this very entry: msgmerge copies
    comments to others, and a text that was changed elsewhere is that person's, not ours. Waivers,
    suggestions and comments always count; a place counts for the entry that it names.
    """
    ours, _people = parted(entry.comments, entry.msgctxt or "")
    metas = [remark for remark in ours if isinstance(remark, Meta)]
    meta = _believed(metas, entry)
    state = _state(entry, meta)
    return Entry(
        units=units(entry),
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        state=state,
        previous=entry.previous_msgid if state == State.NEEDS_WORK else None,
        reason=meta.reason if meta and state == State.OMITTED else "",
        place=next((one.place for one in metas if one.place), None),
        by=meta.by if meta else "",
        at=meta.at if meta else "",
        waivers=tuple(remark for remark in ours if isinstance(remark, Waiver)),
        suggestions=tuple(remark for remark in ours if isinstance(remark, Suggestion)),
        comments=tuple(remark for remark in ours if isinstance(remark, Comment)),
    )


def base(entry: CatalogEntry) -> str | None:
    """Return the hash that an entry was written from, as its comment says; None where it says nothing.

    An untranslated entry is written without comment, so one that has none was written as it stands. A
    translation that somebody deletes keeps its comment, and is told apart by it.
    """
    ours, _people = parted(entry.comments, entry.msgctxt or "")
    metas = [remark for remark in ours if isinstance(remark, Meta)]
    if not metas:
        return None if entry.msgstr else entry_hash(entry.msgctxt or "", entry.msgid, "")
    return (_believed(metas, entry) or metas[0]).base


def lineage(entry: CatalogEntry) -> tuple[str, ...]:
    """Return the hashes of the texts that an entry's text was put over, as its comment says, the newest first."""
    ours, _people = parted(entry.comments, entry.msgctxt or "")
    metas = [remark for remark in ours if isinstance(remark, Meta)]
    if not metas:
        return ()
    meta = _believed(metas, entry)
    return meta.over if meta else (metas[0].base, *metas[0].over)


def closed(entry: CatalogEntry) -> tuple[str, ...]:
    """Return the hashes of an entry's remarks that somebody has closed, as its comment says."""
    ours, _people = parted(entry.comments, entry.msgctxt or "")
    return tuple(dict.fromkeys(one for remark in ours if isinstance(remark, Closed) for one in remark.hashes))


def units(entry: CatalogEntry) -> tuple[str, ...]:
    """Return the units of an entry: its msgctxt, parted at ``+``; none where it has no msgctxt."""
    return tuple(entry.msgctxt.split("+")) if entry.msgctxt else ()


def _believed(metas: list[Meta], entry: CatalogEntry) -> Meta | None:
    """Return the comment that was written for this very text; of several (a merge left them) the humblest."""
    here = entry_hash(entry.msgctxt or "", entry.msgid, entry.msgstr) if metas else ""
    return min((meta for meta in metas if meta.base == here), key=lambda meta: meta.state.rank, default=None)


def _state(entry: CatalogEntry, meta: Meta | None) -> State:
    if not entry.msgstr:
        omitted = meta and meta.state == State.OMITTED and meta.reason and not entry.fuzzy
        return State.OMITTED if omitted else State.UNTRANSLATED
    if entry.fuzzy:
        return State.NEEDS_WORK
    if meta and meta.state in (State.REVIEWED, State.APPROVED):
        return meta.state
    return State.TRANSLATED
