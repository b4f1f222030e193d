"""The document with marks for what pandoc drops, and what these marks say."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from hexapla.formats.odt.package import Package
from hexapla.formats.odt.styles import FO, OFFICE, STYLE, TEXT, Styles, styles
from hexapla.formats.pandoc.marks import Marks, Record, marks

DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_APART = frozenset({f"{TEXT}note", f"{OFFICE}annotation", f"{TEXT}tracked-changes", f"{TEXT}bookmark"})
_SIZE = re.compile(r"(\d+(?:\.\d+)?)pt")


@dataclass(frozen=True)
class Marked:
    """A marked document: its bytes, its marks, and a record for each paragraph.

    ``beside`` are texts that are no part of the text, each its kind (``comment``, ``furniture``, ``change``), its
    author, and its letters.
    """

    source: bytes
    marks: Marks
    records: tuple[Record, ...]
    beside: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class _Piece:
    """A run of letters in a paragraph: the element, ``text`` or ``tail`` of it, and how it is set."""

    element: etree._Element
    where: str
    language: str
    size: float
    bold: bool
    italic: bool

    @property
    def text(self) -> str:
        return str(getattr(self.element, self.where) or "")

    @property
    def letters(self) -> int:
        return sum(sign.isalpha() for sign in self.text)


def mark(package: Package) -> Marked:
    """Mark a document, in place; tracked changes are accepted, comments taken out."""
    root = package.parts["content.xml"]
    seen = styles(package)
    beside = [*_taken(root), *_frames(package)]
    _put_formulas(package, root)
    own = marks(["".join(str(part) for part in root.itertext())])
    paragraphs = [(one, list(_pieces(one, seen))) for one in root.iter(*_PARAGRAPHS)]
    languages: Counter[str] = Counter()
    sizes: Counter[float] = Counter()
    for _one, found in paragraphs:
        for piece in found:
            languages[piece.language] += piece.letters
            sizes[piece.size] += piece.letters
    usual = languages.most_common(1)[0][0] if languages else ""
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    records: list[Record] = []
    gap = False
    for paragraph, found in paragraphs:
        if not any(piece.text.strip() for piece in found):
            gap = True
            if _is_rule(paragraph, seen):
                paragraph.text = own.paragraph(len(records))
                records.append((("custom-style", "Separator"),))
            continue
        record = _record(paragraph, found, seen, size)
        _mark_languages(found, own, usual)
        name = str(paragraph.get(f"{TEXT}style-name", ""))
        page = own.page() if seen.said("paragraph", name, "paragraph", f"{FO}break-before") == "page" else ""
        paragraph.text = own.paragraph(len(records)) + page + (paragraph.text or "")
        records.append((*record, ("gap", "1")) if gap else record)
        gap = False
    return Marked(package.bytes(), own, tuple(records), tuple(beside))


def _pieces(paragraph: etree._Element, seen: Styles) -> Iterator[_Piece]:
    """Yield the runs of letters of a paragraph, without its notes."""
    name = str(paragraph.get(f"{TEXT}style-name", ""))
    chains = [("paragraph", name)]

    def walk(element: etree._Element, chains: list[tuple[str, str]]) -> Iterator[_Piece]:
        if element.text:
            yield _piece(element, "text", chains, seen)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _APART and child.tag not in _PARAGRAPHS:
                style = str(child.get(f"{TEXT}style-name", ""))
                yield from walk(child, [("text", style), *chains] if child.tag == f"{TEXT}span" else chains)
            if child.tail:
                yield _piece(child, "tail", chains, seen)

    yield from walk(paragraph, chains)


def _piece(element: etree._Element, where: str, chains: list[tuple[str, str]], seen: Styles) -> _Piece:
    def said(attribute: str) -> str:
        found = (value for family, name in chains if (value := seen.said(family, name, "text", attribute)))
        return next(found, "") or seen.default("paragraph", "text", attribute)

    country = said(f"{FO}country")
    language = said(f"{FO}language")
    tag = f"{language}-{country}" if language and country not in ("", "none") else language
    size = _SIZE.match(said(f"{FO}font-size"))
    return _Piece(
        element,
        where,
        "" if tag in ("none", "zxx") else tag,
        float(size[1]) if size else 0.0,
        said(f"{FO}font-weight") in ("bold", "600", "700", "800", "900"),
        said(f"{FO}font-style") in ("italic", "oblique"),
    )


def _mark_languages(found: list[_Piece], own: Marks, usual: str) -> None:
    """Put a mark where the language changes; marks and figures of another language do not change it."""
    now = usual
    for piece in found:
        if piece.language != now and (piece.letters or piece.language == usual):
            now = piece.language
            setattr(piece.element, piece.where, own.language("" if now == usual else now) + piece.text)


def _record(paragraph: etree._Element, found: list[_Piece], seen: Styles, usual: float) -> Record:
    """Return what the file says of a paragraph."""
    name = str(paragraph.get(f"{TEXT}style-name", ""))
    align = seen.said("paragraph", name, "paragraph", f"{FO}text-align")
    sizes: Counter[float] = Counter()
    for piece in found:
        sizes[piece.size] += piece.letters
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    lettered = [piece for piece in found if piece.letters]
    rend = "bold" if lettered and all(piece.bold for piece in lettered) else ""
    rend = rend or ("italic" if lettered and all(piece.italic for piece in lettered) else "")
    note = next(paragraph.iterancestors(f"{TEXT}note"), None)
    values = {
        "custom-style": "\n".join(seen.names(name)),
        "align": {"center": "center", "end": "right", "right": "right"}.get(align, ""),
        "size": f"{size / usual:.2f}" if size and usual and size != usual else "",
        "rend": rend,
        "place": "end" if note is not None and note.get(f"{TEXT}note-class") == "endnote" else "",
    }
    return tuple((key, text) for key, text in values.items() if text)


def _is_rule(paragraph: etree._Element, seen: Styles) -> bool:
    """Whether an empty paragraph draws a line across the page."""
    name = str(paragraph.get(f"{TEXT}style-name", ""))
    return any(one.casefold() == "horizontal line" for one in seen.names(name))


def _taken(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Take tracked deletions and comments out, and yield what they were."""
    for changes in list(root.iter(f"{TEXT}tracked-changes")):
        for region in changes:
            creator = next(
                (one.text or "" for one in region.iter("{http://purl.org/dc/elements/1.1/}creator")), ""
            )
            deleted = next(iter(region.iter(f"{TEXT}deletion")), None)
            yield "change", creator, _text(deleted) if deleted is not None else ""
        _drop(changes)
    for comment in list(root.iter(f"{OFFICE}annotation")):
        creator = next(
            (one.text or "" for one in comment.iter("{http://purl.org/dc/elements/1.1/}creator")), ""
        )
        yield "comment", creator, _text(comment)
        _drop(comment)


def _put_formulas(package: Package, root: etree._Element) -> None:
    """Put the signs of formulas, which stand in files of their own, in their places."""
    for found in list(root.iter(f"{DRAW}object")):
        name = str(found.get("{http://www.w3.org/1999/xlink}href", "")).removeprefix("./").rstrip("/")
        formula = package.parts.get(f"{name}/content.xml")
        frame = next(found.iterancestors(f"{DRAW}frame"), None)
        if formula is None or frame is None or not str(formula.tag).endswith("}math"):
            continue
        signs = [part.text or "" for part in formula.iter() if str(part.tag).rpartition("}")[2] in _SIGNS]
        frame.tail = "".join(signs) + (frame.tail or "")
        _drop(frame)


_SIGNS = ("mi", "mo", "mn", "mtext", "ms")


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    element.tail = None
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _frames(package: Package) -> Iterator[tuple[str, str, str]]:
    """Yield the texts of the heads and feet of pages."""
    root = package.parts.get("styles.xml")
    for tag in ("header", "footer", "header-left", "footer-left"):
        for frame in () if root is None else root.iter(f"{STYLE}{tag}"):
            if text := _text(frame):
                yield "furniture", "", text


def _text(root: etree._Element) -> str:
    lines = ("".join(str(part) for part in one.itertext()).strip() for one in root.iter(*_PARAGRAPHS))
    return "\n".join(line for line in lines if line)
