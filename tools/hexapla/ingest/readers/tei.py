"""TEI: what an edition can keep is taken as it is, the rest made so; sentences that the file marks become units."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree

from hexapla.formats import xml
from hexapla.formats.tei import blocks, header, remarks
from hexapla.formats.tei.layout import is_spaced, settle
from hexapla.formats.tei.parse import text_of
from hexapla.formats.tei.tree import line_of
from hexapla.ingest.adopt import adopt
from hexapla.ingest.decode import directed
from hexapla.ingest.foreign import finish, naturalize
from hexapla.ingest.reader import Origin
from hexapla.model.errors import BadFile
from hexapla.model.languages import canonical
from hexapla.model.messages import _
from hexapla.model.report import Decision, Report
from hexapla.model.text import Element, Text

_SUFFIXES = frozenset({".xml", ".tei"})
_ROOT = re.compile(rb"<(?:[\w.-]+:)?(?:TEI|teiCorpus)(?:\.2)?[\s>]")


def accepts() -> str:
    """Return the kinds of files that are read here, in words."""
    return _("TEI P5 (.xml)")


def claims(source: bytes, name: str) -> bool:
    """Whether a file is TEI, by its name and its root; UTF-16 is looked at without its NUL bytes."""
    return PurePath(name).suffix.lower() in _SUFFIXES and bool(_ROOT.search(source.replace(b"\0", b"")))


def read(source: bytes, origin: Origin) -> tuple[Text, Report]:
    """Return the text of a TEI file; its own id, language, title and header go before what is known
    otherwise.

    Lost are comments and processing instructions inside of it, each listed; what other projects write in another way
    is changed, with a decision (``ingest.foreign``). Raises what ``formats.tei.parse`` raises, but for odd ids of
    units: those are replaced; and BadFile, with the line, for what an edition could not keep.
    """
    root = xml.parse(source, file=origin.name)
    turned = directed(_lines(root))
    try:
        decisions = naturalize(root, canonical(origin.lang))
        decisions += [*adopt(root), *finish(root)]
        text = text_of(root)
    except BadFile as error:
        raise error.of(origin.name) from error
    lang = canonical(origin.lang) if text.lang == "und" else text.lang
    head = (
        text.header
        if text.title
        else header.with_title(text.header, origin.title or PurePath(origin.name).stem)
    )
    body = settle(text.body, is_spaced(lang))
    own, body = _identity(text.id or body.get("xml:id"), origin.id, body)
    made = Text(own, lang, header.title_of(head), head, body, blocks.find(body))
    lost = _("Comments and instructions inside of a text are not kept.")
    comments = [Decision("comment", line, markup, "", lost) for line, markup in remarks.find(source)]
    decisions += [*turned, *comments]
    return made, Report("tei", tuple(sorted(decisions, key=lambda decision: decision.line)))


def _lines(root: etree._Element) -> Iterator[tuple[int, str]]:
    """Yield line and letters of each element: those right in it, and those behind the elements in it."""
    for node in root.iter("*"):
        yield line_of(node) or 1, "".join([node.text or "", *(inner.tail or "" for inner in node)])


def _identity(said: str, known: str, body: Element) -> tuple[str, Element]:
    """Return a text's id and its body: the id is the root's alone, whoever had it before."""
    if said and body.get("xml:id") == said:
        body = body.with_attributes(xml_id=None)
    taken = {inner.get("xml:id") for inner in body.walk()}
    wanted = said or known
    free = (f"{wanted}-{n}" for n in range(2, len(taken) + 3))
    return (wanted if wanted not in taken else next(name for name in free if name not in taken)), body
