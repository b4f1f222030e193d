"""What is said in the comments of an entry that two sides changed: people's lines, remarks, and our first line."""

from collections.abc import Sequence
from dataclasses import replace

from hexapla.formats.po import CatalogEntry
from hexapla.formats.po.grammar import remarks as lines
from hexapla.formats.po.grammar.parted import parted
from hexapla.formats.po.grammar.remarks import Remark
from hexapla.merge import remarks
from hexapla.model.catalog import Closed, Comment, Entry, Meta, Suggestion, entry_hash, remark_hash


def address(one: CatalogEntry) -> str:
    """Return the hash of an entry as it stands."""
    return entry_hash(one.msgctxt or "", one.msgid, one.msgstr)


def has_first_line(one: CatalogEntry) -> bool:
    """Whether Hexapla has written an entry."""
    return any(isinstance(remark, Meta) for remark in parted(one.comments, one.msgctxt or "")[0])


def rewritten(
    made: CatalogEntry,
    says: Entry,
    people: Sequence[str],
    over: Sequence[str],
    *,
    known_here: bool,
    base: str | None = None,
    closed: Sequence[str] = (),
) -> CatalogEntry:
    """Give an entry its comments: people's lines, then a first line (if it is ``known_here``) and the remarks.

    ``base`` is the text that the entry was made from where that is not its own: an edit by another program.
    """
    said: tuple[Remark, ...] = (*says.waivers, *says.suggestions, *says.comments)
    there = {remark_hash(one) for one in says.remarks}
    if gone := tuple(one for one in dict.fromkeys(closed) if one not in there):
        said += (Closed(gone),)
    meta = Meta(base or address(made), says.state, says.by, says.at, says.reason, says.place, tuple(over))
    context = made.msgctxt or ""
    ours = tuple(lines.write(remark, context) for remark in ((meta, *said) if known_here else said))
    return replace(made, comments=(*people, *ours))


def people(was: CatalogEntry | None, mine: CatalogEntry, other: CatalogEntry) -> list[str]:
    """Return people's lines of both sides: ours without what theirs took out, then what theirs added."""
    before, ours, theirs = (
        parted(one.comments, one.msgctxt or "")[1] if one else [] for one in (was, mine, other)
    )
    kept = [line for line in ours if line not in before or line in theirs]
    return [*kept, *(line for line in theirs if line not in before and line not in kept)]


def with_remarks(says: Entry, was: Entry | None, mine: Entry, other: Entry) -> Entry:
    """Give what an entry says the waivers, suggestions and comments of both sides that nobody has closed."""
    return replace(
        says,
        waivers=remarks.merged(was.waivers if was else (), mine.waivers, other.waivers),
        suggestions=remarks.merged(was.suggestions if was else (), mine.suggestions, other.suggestions),
        comments=remarks.merged(was.comments if was else (), mine.comments, other.comments),
    )


def with_offers(says: Entry, texts: Sequence[str], author: Entry) -> Entry:
    """Add texts that did not win as suggestions, with their author as the file names them."""
    offers = [Suggestion(text, author.by, author.at, "sync") for text in texts if text]
    return replace(says, suggestions=remarks.united(says.suggestions, offers))


def with_reason(says: Entry, lost: Entry, was: Entry | None) -> Entry:
    """Keep the reason of an omission that did not come about as a comment: somebody has thought about it."""
    if not lost.reason or lost.reason == says.reason or (was is not None and lost.reason == was.reason):
        return says
    return replace(says, comments=remarks.united(says.comments, [Comment(lost.reason, lost.by, lost.at)]))
