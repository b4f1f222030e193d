"""The document with marks for what pandoc drops, and what these marks say."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

from hexapla.formats.docx.changes import Change, changes, settle
from hexapla.formats.docx.package import Package, W
from hexapla.formats.docx.runs import Run, runs
from hexapla.formats.docx.styles import Styles, is_on, styles, value
from hexapla.formats.pandoc.marks import Marks, Record, marks

Kind = TypeVar("Kind", str, int)
NOTES = ("footnotes.xml", "endnotes.xml")


@dataclass(frozen=True)
class Marked:
    """A marked document: its bytes, its marks, a record for each paragraph, its changes by name, and its language.

    ``beside`` are the texts that are no part of the text: comments with their author, heads and feet of pages.
    """

    source: bytes
    marks: Marks
    records: tuple[Record, ...]
    changes: dict[str, Change]
    language: str
    beside: tuple[tuple[str, str, str], ...]
    """Kind (``comment``, ``furniture``), author, and text."""


@dataclass(frozen=True)
class _Body:
    """What most letters of a document are: the language, and the size in half points."""

    language: str
    size: int


def mark(package: Package, *, reject: bool = False) -> Marked:
    """Mark a document, in place, with its tracked changes accepted, or rejected."""
    seen = styles(package)
    roots = [("", package.parts[package.main])]
    roots += [
        ("end" if name == "endnotes.xml" else "", root)
        for name in NOTES
        if (root := package.part(name)) is not None
    ]
    own = marks(["".join(str(part) for part in root.itertext()) for _place, root in roots])
    changed: dict[str, Change] = {}
    places = {id(root): _settled(root, changed, reject=reject) for _place, root in roots}
    paragraphs = [
        (place, one, runs(one, seen), places[id(root)].get(one, []))
        for place, root in roots
        for one in root.iter(f"{W}p")
    ]
    body = _body([run for _place, _one, found, _names in paragraphs for run in found])
    records: list[Record] = []
    waiting: list[str] = []
    gap = False
    for place, paragraph, found, names in paragraphs:
        waiting += names
        _mark_pages(paragraph, own)
        first = next((run for run in found if (run.text.text or "").strip()), None)
        if first is None:
            gap = not found
            continue
        record = (*_record(paragraph, found, seen, body), *([("place", place)] if place else []))
        _mark_languages(found, own, body.language)
        opening = own.paragraph(len(records)) + "".join(map(own.place, waiting))
        first.text.text = opening + (first.text.text or "")
        records.append((*record, ("gap", "1")) if gap else record)
        gap, waiting = False, []
    return Marked(package.bytes(), own, tuple(records), changed, body.language, tuple(_beside(package)))


def _settled(
    root: etree._Element, changed: dict[str, Change], *, reject: bool
) -> dict[etree._Element, list[str]]:
    """Accept or reject the changes of a part, and return their names by the paragraph that they are in afterwards."""
    names: dict[etree._Element, list[str]] = {}
    for paragraph in root.iter(f"{W}p"):
        for change in changes(paragraph):
            name = f"c{len(changed)}"
            changed[name] = change
            names.setdefault(paragraph, []).append(name)
    joined = settle(root, reject=reject)
    for paragraph in joined:
        after = joined[paragraph]
        while after in joined:
            after = joined[after]
        names[after] = [*names.pop(paragraph, []), *names.get(after, [])]
    return _standing(root, names)


def _standing(
    root: etree._Element, names: dict[etree._Element, list[str]]
) -> dict[etree._Element, list[str]]:
    """Return the names by paragraph; those of a paragraph that is gone, with its row, go to the first that is not."""
    standing = set(root.iter(f"{W}p"))
    lost = [name for paragraph, found in names.items() if paragraph not in standing for name in found]
    kept = {paragraph: found for paragraph, found in names.items() if paragraph in standing}
    first = next(root.iter(f"{W}p"), None)
    if first is not None and lost:
        kept[first] = [*lost, *kept.get(first, [])]
    return kept


def _body(found: list[Run]) -> _Body:
    languages: Counter[str] = Counter()
    sizes: Counter[int] = Counter()
    for run in found:
        languages[run.language] += run.letters
        sizes[run.size] += run.letters
    return _Body(_most(languages, ""), _most(sizes, 0))


def _most(counted: Counter[Kind], otherwise: Kind) -> Kind:
    return counted.most_common(1)[0][0] if counted else otherwise


def _mark_pages(paragraph: etree._Element, own: Marks) -> None:
    """Put marks in the place of page breaks that an author made."""
    for line in list(paragraph.iter(f"{W}br")):
        if line.get(f"{W}type") == "page":
            line.tag = f"{W}t"
            line.attrib.clear()
            line.text = own.page()
    properties = paragraph.find(f"{W}pPr")
    if properties is not None and is_on(properties, "pageBreakBefore"):
        first = next(paragraph.iter(f"{W}t"), None)
        if first is not None:
            first.text = own.page() + (first.text or "")


def _mark_languages(found: list[Run], own: Marks, usual: str) -> None:
    """Put a mark where the language changes; marks and figures of another language do not change it."""
    now = usual
    for run in found:
        if run.language != now and (run.letters or run.language == usual):
            now = run.language
            run.text.text = own.language("" if now == usual else now) + (run.text.text or "")


def _record(paragraph: etree._Element, found: list[Run], seen: Styles, body: _Body) -> Record:
    """Return what the file says of a paragraph."""
    own = paragraph.find(f"{W}pPr")
    said = list(seen.paragraphs(own))
    names = seen.names(value(own, "pStyle"))
    align = next((align for one in said if (align := value(one, "jc"))), "")
    outline = next((level for one in said if (level := value(one, "outlineLvl"))), "")
    sizes: Counter[int] = Counter()
    for run in found:
        sizes[run.size] += run.letters
    lettered = [run for run in found if run.letters]
    rend = "bold" if lettered and all(run.bold for run in lettered) else ""
    rend = rend or ("italic" if lettered and all(run.italic for run in lettered) else "")
    size = _most(sizes, 0)
    values = {
        "custom-style": "\n".join(names),
        "align": {"center": "center", "right": "right", "end": "right"}.get(align, ""),
        "size": f"{size / body.size:.2f}" if size and body.size and size != body.size else "",
        "level": str(int(outline) + 1) if outline.isdecimal() and int(outline) < 9 else "",
        "rend": rend,
    }
    return tuple((name, text) for name, text in values.items() if text)


def _beside(package: Package) -> Iterator[tuple[str, str, str]]:
    """Yield the texts of comments, and of the heads and feet of pages."""
    comments = package.part("comments.xml")
    for comment in () if comments is None else comments.iterfind(f"{W}comment"):
        yield "comment", str(comment.get(f"{W}author", "")), _text(comment)
    for name, root in package.parts.items():
        part = name.rpartition("/")[2]
        if part.startswith(("header", "footer")) and _text(root):
            yield "furniture", "", _text(root)


def _text(root: etree._Element) -> str:
    lines = ("".join(text.text or "" for text in one.iter(f"{W}t")).strip() for one in root.iter(f"{W}p"))
    return "\n".join(line for line in lines if line)
