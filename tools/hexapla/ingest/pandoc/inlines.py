"""Letters and what is set apart in them, as the content of a TEI element."""

import re

from hexapla.formats.pandoc.ast import Break, Image, Inline, Inlines, Link, Note, Page, Raw, Span, plain
from hexapla.formats.tei.space import collapse
from hexapla.formats.tei.write import clean
from hexapla.ingest.pandoc import finished, raw
from hexapla.ingest.pandoc.sheet import Sheet
from hexapla.model.errors import BadName
from hexapla.model.languages import canonical
from hexapla.model.messages import _, shown
from hexapla.model.text import Content, Element, element

_RENDS = {
    "emph": "italic",
    "strong": "bold",
    "underline": "underline",
    "strikeout": "strikethrough",
    "sup": "sup",
    "sub": "sub",
    "smallcaps": "smallcaps",
    "code": "code",
    "formula": "formula",
}
_ADDRESS = re.compile(r"(?:https?://|mailto:)[!#-;=?-\[\]_a-z~]+\Z", re.IGNORECASE)
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def content(parts: Inlines, sheet: Sheet) -> Content:
    """Return the content that inlines are, white space collapsed, and write their notes' lines."""
    return collapse(flow(parts, sheet))


def flow(parts: Inlines, sheet: Sheet) -> Content:
    """Return the content that inlines are, with the white space that they have."""
    return tuple(made for part in parts for made in _inline(part, sheet))


def tag_of(lang: str) -> str:
    """Return a language tag in its canonical form; empty where it is none."""
    try:
        return canonical(lang) if lang else ""
    except BadName:
        return ""


def foreign(made: Content, lang: str, text: str, sheet: Sheet) -> Content:
    """Return content as ``foreign`` where a language is named that is not the text's, and there are letters."""
    tag = tag_of(lang)
    if not tag or tag in ("und", "zxx") or not any(sign.isalpha() for sign in text):
        return made
    if tag.split("-")[0] in {own.split("-")[0] for own in (sheet.lang, *sheet.own)}:
        return made
    return (element("foreign", *made, xml_lang=tag),)


def _inline(part: Inline, sheet: Sheet) -> Content:
    if isinstance(part, str):
        return (clean(part),) if part else ()
    if isinstance(part, Span):
        return _span(part, sheet)
    if isinstance(part, Break):
        return (element("lb"),)
    if isinstance(part, Page):
        return (page(part.n),)
    if isinstance(part, Link):
        return _link(part, sheet)
    if isinstance(part, Image):
        return image(part, sheet)
    if isinstance(part, Note):
        return (note(part, sheet),)
    return raw.content(part, sheet) if isinstance(part, Raw) else ()


def page(n: str) -> Element:
    """Return the beginning of a page."""
    number = " ".join(clean(n).split())
    return element("pb", **({"n": number} if number else {}))


def _span(part: Span, sheet: Sheet) -> Content:
    if part.kind == "place":
        return ()
    made = flow(part.content, sheet)
    text = plain(part.content)
    if part.kind == "q":
        made = _quoted(made, part, sheet)
    elif part.kind == "title":
        made = (element("title", *made),)
    elif part.kind in _RENDS and not _is_empty(made):
        made = _set(made, _RENDS[part.kind])
    return foreign(made, part.attr.get("lang") or part.attr.get("xml:lang"), text, sheet)


def _is_empty(made: Content) -> bool:
    return not any(isinstance(part, Element) or part.strip() for part in made)


def _set(made: Content, rend: str) -> Content:
    """Return content as ``hi``; the white space at its ends stays outside, and once is enough."""
    if len(made) == 1 and isinstance(made[0], Element) and made[0].tag == "hi":
        inner = made[0]
        words = dict.fromkeys([*inner.get("rend").split(), rend])
        return (inner.with_attributes(rend=" ".join(sorted(words))),)
    return (element("hi", *made, rend=rend),)


def _quoted(made: Content, part: Span, sheet: Sheet) -> Content:
    """Return a quotation: with the characters of its marks where they are a command's, else as ``q``."""
    before, after = sheet.marks(part)
    return (before, *made, after) if before else (element("q", *made),)


def _link(part: Link, sheet: Sheet) -> Content:
    made = flow(part.content, sheet)
    if not part.target or part.target.startswith("#") or _is_empty(made):
        return made
    target = _PERCENT.sub("%25", clean(part.target).strip())
    if _ADDRESS.match(target):
        return (element("ref", *made, target=target),)
    reason = _("A link to “{target}” leads out of the book; its text is kept.")
    sheet.decide("link", reason.format(target=shown(part.target)))
    return made


def image(part: Image, sheet: Sheet, caption: Content = ()) -> Content:
    """Return the place of a picture with what is said about it; the picture itself is not kept.

    What is said is a paragraph: a ``figDesc`` cannot hold units (TEI P5, 14.4).
    """
    said = flow(part.content, sheet)
    reason = _("The picture “{name}” is not kept, only what is said about it.")
    sheet.decide("image", reason.format(name=shown(part.source.rpartition("/")[2] or part.source or "?", 60)))
    head = [element("head", *caption)] if caption else []
    described = [] if _is_empty(said) else [element("p", *collapse(said), rend="description")]
    return (element("figure", *head, *described),) if head or described else ()


def note(part: Note, sheet: Sheet) -> Element:
    """Return a note at its anchor; it takes the next number where it has none."""
    sheet.notes += 1
    n = " ".join(clean(part.n).split()) or str(sheet.notes)
    first = len(sheet.raw) + 1
    body = finished.within(part.blocks, sheet)
    return finished.lined(element("note", *body, n=n, place=part.place), first, sheet)
