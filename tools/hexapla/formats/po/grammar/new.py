"""The header of a catalog that we begin: what gettext's own checks ask for, and nothing of the clock's."""

from hexapla.formats.po.catalog import Catalog
from hexapla.model.languages import Language

_NEVER = "1970-01-01T00:00:00Z"


def new_catalog(*, text_title: str, language: Language, edition_id: str, revised: str = "") -> Catalog:
    """Return a catalog without entries; the same arguments give the same bytes.

    ``revised`` is the time of the newest entry, UTC, ``2026-11-22T18:00:00Z``; without one the header says
    1970, since ``msgfmt --check`` warns of a missing or unfilled date. No header holds a line break,
    whatever the title does.
    """
    date, _t, time = (revised or _NEVER).partition("T")
    headers = {
        "Project-Id-Version": text_title or edition_id,
        "PO-Revision-Date": f"{date} {time[:5]}+0000",
        "Last-Translator": "Hexapla",
        "Language-Team": language.name,
        "Language": language.code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": language.plural_forms,
        "X-Generator": "Hexapla",
        "X-Hexapla-Edition": edition_id,
    }
    return Catalog(headers=tuple((name, " ".join(value.split())) for name, value in headers.items()))
