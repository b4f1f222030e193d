"""How entries stood in their catalogs before a text was mended: taking the mend back leaves the very same bytes.

A catalog's entry says what its text was put over. That is right for a text that is put over another one; but a mend
that is taken back leaves everything as if it had never been, comments of people and the order of lines included.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from hexapla.folder import contents
from hexapla.formats import po
from hexapla.formats.po import CatalogEntry
from hexapla.model.errors import BadFile, BadName
from hexapla.work.edition import Edition

_NEXT = b"\0"
"""Between catalogs that wait together: no catalog holds it."""
_MOST = 50
"""How many mends can be taken back between two writings of a catalog, and leave it as it was."""


def read(root: Path, slug: str, langs: Iterable[str], units: Collection[str]) -> dict[str, bytes]:
    """Return by language the entries of a text's catalogs that hold some of these units, as a catalog of their own."""
    found = {}
    for lang in langs:
        try:
            catalog = contents.read_catalog(root, slug, lang)
        except (BadFile, BadName):
            continue  # a damaged file has nothing that could be left as it was
        entries = tuple(
            entry
            for entry in (catalog.entries if catalog else ())
            if not entry.obsolete and not set(units).isdisjoint((entry.msgctxt or "").split("+"))
        )
        if catalog and entries:
            found[lang] = po.serialize(replace(catalog, entries=entries, tail=""))
    return found


def keep(edition: Edition, change: int, slug: str, found: Mapping[str, bytes]) -> None:
    """Keep entries as they stood before a change set."""
    for lang, source in found.items():
        edition.desk.put_document(f"before/{change}/{slug}/{lang}", source)


def back(edition: Edition, change: int) -> None:
    """Let the next writing of catalogs put entries as they stood before a change set, where they say so again."""
    for text in edition.settings.texts:
        for lang in edition.settings.languages_of(text.slug):
            source = edition.desk.document(f"before/{change}/{text.slug}/{lang}")
            if source:
                known = edition.desk.document(_waiting(text.slug, lang)) or b""
                parts = [source, *known.split(_NEXT)][:_MOST]
                edition.desk.put_document(_waiting(text.slug, lang), _NEXT.join(filter(None, parts)))


def waiting(edition: Edition, slug: str, lang: str) -> dict[str, list[CatalogEntry]]:
    """Return the entries that wait to be put as they stood, by context; of several taken back the last one first."""
    found: defaultdict[str, list[CatalogEntry]] = defaultdict(list)
    for source in (edition.desk.document(_waiting(slug, lang)) or b"").split(_NEXT):
        for entry in po.parse(source).entries if source else ():
            found[entry.msgctxt or ""].append(entry)
    return found


def done(edition: Edition, slug: str, lang: str) -> None:
    """Forget the entries that waited: the catalog is written."""
    if edition.desk.document(_waiting(slug, lang)):
        edition.desk.put_document(_waiting(slug, lang), b"")


def _waiting(slug: str, lang: str) -> str:
    return f"again/{slug}/{lang}"
