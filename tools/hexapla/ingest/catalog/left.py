"""What a catalog says that an edition has no place for, listed so that nothing is lost unseen."""

from collections.abc import Iterator

from hexapla.formats.po import Catalog, CatalogEntry
from hexapla.ingest.catalog import literal
from hexapla.ingest.catalog.parts import Part, parts
from hexapla.model.catalog import Comment
from hexapla.model.messages import _
from hexapla.model.report import Decision

USED = frozenset({"project-id-version", "language", "x-source-language", "mime-version", "content-type"}) | {
    "content-transfer-encoding", "plural-forms"
}  # fmt: skip
"""The header's fields that are used, or that every catalog has alike."""


def of_header(catalog: Catalog) -> Iterator[Decision]:
    """Yield what the header says of people, programs and dates."""
    reason = _("The header of a catalog is not part of a text; name people in edition.toml.")
    for comment in catalog.comments:
        if comment.strip("# "):
            yield Decision("header", 1, comment, "", reason)
    for name, value in catalog.headers:
        if name.lower() not in USED and value:
            yield Decision("header", 1, f"{name}: {value}" if name else value, "", reason)


def of_entry(entry: CatalogEntry, line: int) -> Iterator[Decision]:
    """Yield what is left of one entry; ``line`` is where it begins."""
    if entry.obsolete:
        reason = _("An obsolete entry belongs to no unit.")
        yield Decision("obsolete", line, "\n".join(_texts(entry)), "", reason)
        return
    if entry.msgctxt is not None:
        reason = _("The context stays in the TEI, as @n of the block.")
        yield Decision("context", line, entry.msgctxt, entry.msgctxt, reason)
    if entry.msgid_plural is not None:
        yield from _plural(entry, line)
    for part in parts(entry):
        yield from _white(part, line)
    yield from _marks(entry, line)


def of_comments(comments: tuple[Comment, ...], line: int) -> Iterator[Decision]:
    """Yield the comments of an entry that has no unit, or is of a template: there is no catalog for them."""
    for comment in comments:
        yield Decision(
            "comment", line, comment.text, "", _("There is no translation that this comment is on.")
        )


def of_tail(catalog: Catalog, line: int) -> Iterator[Decision]:
    """Yield what stands behind the last entry, from a line on."""
    if said := catalog.tail.strip():
        yield Decision("comment", line, said, "", _("A comment behind the last entry belongs to no unit."))


def _plural(entry: CatalogEntry, line: int) -> Iterator[Decision]:
    plural = str(entry.msgid_plural)
    reason = _("The plural is a unit of its own, behind the singular.")
    if len(entry.msgstr_plural) == 1:
        reason = _(
            "The plural is a unit of its own, behind the singular; both have the one form of the translation."
        )
    yield Decision("plural", line, plural, plural, reason)
    for nth, form in enumerate(entry.msgstr_plural[2:], 2):
        if form:
            reason = _("A unit has one translation: msgstr[{nth}] has no place.").format(nth=nth)
            yield Decision("plural", line, form, "", reason)


def _white(part: Part, line: int) -> Iterator[Decision]:
    for text, empty in (
        (part.msgid, _("An entry without text is no unit.")),
        (part.msgstr, _("A translation of white space is none.")),
    ):
        kept = "\n".join(literal.lines(text))
        if kept != text:
            ends = _("Runs of white space, and what of it stands at the ends of lines, are not kept.")
            yield Decision("space", line, text, kept, ends if kept else empty)
    if not literal.form(part.msgid) and literal.form(part.msgstr):
        yield Decision("empty", line, part.msgstr, "", _("A translation of nothing belongs to no unit."))


def _marks(entry: CatalogEntry, line: int) -> Iterator[Decision]:
    """Yield flags, references and other marks around the texts."""
    flags = ", ".join([*(flag for flag in entry.flags if flag != "fuzzy"), *entry.sticky])
    previous = [
        text
        for text in (
            entry.previous_msgctxt,
            *(() if entry.fuzzy else (entry.previous_msgid, entry.previous_msgid_plural)),
        )
        if text
    ]
    for kind, said, reason in (
        ("flags", flags, _("Flags for programs are not kept.")),
        ("reference", "\n".join(entry.references), _("Where the entry was taken from is not kept.")),
        (
            "extracted",
            "\n".join(entry.extracted),
            _("Comments of extractors serve to find the kind of block."),
        ),
        (
            "previous",
            "\n".join(previous),
            _("A previous text counts only for a translation that needs work."),
        ),
    ):
        if said:
            yield Decision(kind, line, said, "", reason)


def _texts(entry: CatalogEntry) -> list[str]:
    texts = (*(line[1:].strip() for line in entry.comments), entry.msgctxt, entry.msgid, entry.msgid_plural)
    return [text for text in (*texts, entry.msgstr, *entry.msgstr_plural) if text]
