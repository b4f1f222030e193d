"""Files in: a reader makes a text of a file, and a report of what it decided.

- ``readers``: one file a reader; a new one joins by being there
- ``decode``: bytes as text, with what no text may hold taken out
- ``adopt``: sentences that a TEI file marks become units
- ``catalog``: entries of a gettext catalog become units
- ``layout``: paragraphs, heads and words from the lines of a plain text
"""

from collections.abc import Sequence

from hexapla.formats.files import MAX_BYTES
from hexapla.ingest.reader import Bilingual, BilingualReader, Origin, Reader
from hexapla.ingest.readers import reader_of
from hexapla.model.errors import TooLarge
from hexapla.model.messages import _
from hexapla.model.report import Report
from hexapla.model.text import Text

__all__ = ["Bilingual", "read", "read_bilingual"]


def read(
    source: bytes,
    *,
    name: str,
    lang: str,
    id: str,
    title: str = "",
    authors: Sequence[str] = (),
    changes: str = "accept",
) -> tuple[Text, Report]:
    """Return the text that a file holds, not yet divided into units unless the file says how, and what was
    decided.

    The reader is chosen by the file's ``name`` and content. ``lang`` (BCP 47), ``id``, ``title`` and
    ``authors`` serve where the file does not say. Every character that is not white space is in the text, in
    order, but for those that the report lists. ``changes`` is what becomes of tracked changes: accept, reject, or ask,
    which refuses a file that has some. Raises BadFile for a kind of file that no reader knows, or a damaged one;
    TooLarge over 20 MiB.
    """
    origin = Origin(name=name, lang=lang, id=_as_id(id), title=title, authors=tuple(authors), changes=changes)
    return _within_limits(source, name).read(source, origin)


def read_bilingual(
    source: bytes,
    *,
    name: str,
    lang: str,
    id: str,
    title: str = "",
    authors: Sequence[str] = (),
    target: str = "",
    changes: str = "accept",
) -> Bilingual:
    """Return what ``read`` returns, and with it the translations that a bilingual file holds.

    ``target`` (BCP 47) is the language of these, where a person names it. Of a file of one language alone comes the
    text, without units as yet.
    """
    origin = Origin(
        name=name,
        lang=lang,
        id=_as_id(id),
        title=title,
        authors=tuple(authors),
        target=target,
        changes=changes,
    )
    reader = _within_limits(source, name)
    if isinstance(reader, BilingualReader):
        return reader.bilingual(source, origin)
    text, report = reader.read(source, origin)
    return Bilingual(text, report)


def _within_limits(source: bytes, name: str) -> Reader:
    """Return the reader for a file that is not too large."""
    if len(source) > MAX_BYTES:
        raise TooLarge(_("the file is larger than {n} MB.").format(n=MAX_BYTES // 2**20), file=name)
    return reader_of(source, name)


def _as_id(name: str) -> str:
    """Return a name that may be an ``xml:id``: those begin with a letter."""
    return name if name[:1].isalpha() or name[:1] == "_" else f"t-{name}"
