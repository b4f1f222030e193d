"""The pairs of source and translation in an entry: one, or two where it has a plural."""

from dataclasses import dataclass

from hexapla.formats.po import CatalogEntry
from hexapla.ingest.catalog import literal
from hexapla.model.catalog import Comment, Entry, State


@dataclass(frozen=True)
class Part:
    """A source and its translation as the catalog writes them; ``previous`` is the source it was made for."""

    msgid: str
    msgstr: str
    previous: str | None = None


def parts(entry: CatalogEntry) -> tuple[Part, ...]:
    """Return what becomes units: the msgid, then a plural with the second form (the only one, if there is no other)."""
    if entry.msgid_plural is None:
        return (Part(entry.msgid, entry.msgstr, entry.previous_msgid),)
    forms = entry.msgstr_plural or ("",)
    return (
        Part(entry.msgid, forms[0], entry.previous_msgid),
        Part(entry.msgid_plural, forms[min(1, len(forms) - 1)], entry.previous_msgid_plural),
    )


def target(part: Part, unit: str, *, fuzzy: bool, comments: tuple[Comment, ...]) -> Entry | None:
    """Return what a catalog says of a unit, None where it says nothing; never above *translated*."""
    msgstr = literal.form(part.msgstr)
    if not msgstr and not comments:
        return None
    state = State.NEEDS_WORK if fuzzy else State.TRANSLATED
    return Entry(
        units=(unit,),
        msgid=literal.form(part.msgid),
        msgstr=msgstr,
        state=state if msgstr else State.UNTRANSLATED,
        previous=literal.form(part.previous) if fuzzy and msgstr and part.previous else None,
        comments=comments,
    )


def comments(entry: CatalogEntry, *, repeated: bool) -> tuple[Comment, ...]:
    """Return people's comments as one, and the msgctxt where the msgid is there more than once.

    The context holds for every language: without it nobody could tell one “Open” from another.
    """
    said = "\n".join(line[1:].strip() for line in entry.comments).strip()
    context = (
        (Comment(f"msgctxt: {entry.msgctxt}", every_language=True),) if repeated and entry.msgctxt else ()
    )
    return (*context, *((Comment(said),) if said else ()))
