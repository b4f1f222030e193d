"""gettext catalogs that others made: each entry is a unit, its translation goes beside the text."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from hexapla.formats import po
from hexapla.formats.po import Catalog, CatalogEntry
from hexapla.formats.tei import blocks, header, inline
from hexapla.ingest.catalog import body, kinds, left, literal
from hexapla.ingest.catalog import header as head_of
from hexapla.ingest.catalog.parts import comments, parts, target
from hexapla.ingest.reader import Bilingual, Origin
from hexapla.model.catalog import Entry
from hexapla.model.errors import BadFile
from hexapla.model.messages import _
from hexapla.model.report import Report
from hexapla.model.text import Element, Text, element

_SUFFIXES = frozenset({".po", ".pot"})


def accepts() -> str:
    """Return the kinds of files that are read here, in words."""
    return _("gettext (.po)")


def claims(source: bytes, name: str) -> bool:
    """Whether a file is a catalog: its name says so."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def read(source: bytes, origin: Origin) -> tuple[Text, Report]:
    """Return the text that the msgids of a catalog are, each a unit, without the translations."""
    made = bilingual(source, origin)
    return made.text, made.report


def bilingual(source: bytes, origin: Origin) -> Bilingual:
    """Return the msgids of a catalog as a text, each a unit whatever its length, and its translations.

    Nothing in a catalog is markup here: ``<b>`` is text. A translation is *translated*, or needs work where it is
    fuzzy. What an edition has no place for is listed in the report: obsolete entries, further plural forms, flags,
    references. Raises BadFile for a catalog that an edition wrote (that is merged, not added), for one whose
    language nobody names, and what ``formats.po.parse`` raises.
    """
    catalog = po.parse(source, file=origin.name)
    try:
        return _made(catalog, origin)
    except BadFile as error:
        raise error.of(origin.name) from error


def _made(catalog: Catalog, origin: Origin) -> Bilingual:
    if head_of.is_ours(catalog):
        raise BadFile(
            _(
                "This is a catalog of an edition; take it back with “hexapla merge”, it cannot be added as a text."
            )
        )
    lang = head_of.target(catalog, origin.target)
    found: list[Element] = []
    entries: list[Entry] = []
    decisions = list(left.of_header(catalog))
    repeats = Counter(entry.msgid for entry in catalog.entries if not entry.obsolete)
    for line, entry in _placed(catalog):
        decisions += left.of_entry(entry, line)
        if entry.obsolete:
            continue
        said = comments(entry, repeated=repeats[entry.msgid] > 1)
        whole = [part for part in parts(entry) if literal.form(part.msgid)]
        for part in whole:
            number = len(found) + 1
            found.append(_block(entry, part.msgid, number))
            held = target(part, f"u{number}", fuzzy=entry.fuzzy, comments=said)
            entries += [held] if held else []
        if not (lang and whole):
            decisions += left.of_comments(said, line)
    if not lang and any(entry.msgstr for entry in entries):
        raise BadFile(_("The header does not name the language of the translations; name it with --lang."))
    decisions += left.of_tail(catalog, 1 + sum(text.count("\n") for text in _texts(catalog)))
    text = _text(catalog, origin, found)
    return Bilingual(text, Report("po", tuple(decisions)), lang, tuple(entries) if lang else ())


def _text(catalog: Catalog, origin: Origin, found: list[Element]) -> Text:
    lang = head_of.source(catalog, origin.lang)
    title = inline.plain(literal.form(origin.title or head_of.title(catalog))) or PurePath(origin.name).stem
    head = header.make(title, lang, authors=[inline.clean(author) for author in origin.authors])
    whole = element("text", body.body(found), type="source", xml_lang=lang)
    return Text(origin.id, lang, header.title_of(head), head, whole, blocks.find(whole))


def _block(entry: CatalogEntry, msgid: str, number: int) -> Element:
    """Return the block of one unit; a context is its ``n``."""
    content = literal.content(msgid)
    tag = body.TAGS[kinds.kind(entry.extracted, single=len(literal.lines(msgid)) == 1)]
    seg = element("seg", *content, type="unit", xml_id=f"u{number}", n=str(number))
    context = " ".join((entry.msgctxt or "").split())
    return element(tag, seg, **({"n": context} if context else {}))


def _placed(catalog: Catalog) -> Iterator[tuple[int, CatalogEntry]]:
    """Yield the entries with the line that each begins in, blank lines aside."""
    header, *texts = _texts(catalog)
    line = 1 + header.count("\n")
    for entry, text in zip(catalog.entries, texts, strict=True):
        blank = text[: len(text) - len(text.lstrip("\r\n"))]
        yield line + blank.count("\n"), entry
        line += text.count("\n")


def _texts(catalog: Catalog) -> list[str]:
    """Return the file's texts that header and entries were read from."""
    whole = [catalog.lines, *(entry.lines for entry in catalog.entries)]
    return [lines[0] if lines else "" for lines in whole]
