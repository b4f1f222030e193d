"""Tracked changes: what was inserted, deleted and moved, by whom, and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from hexapla.formats.docx.package import W

INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})

END = "¶"
"""What stands for the end of a paragraph in a change."""


@dataclass(frozen=True)
class Change:
    """One change: what stood there ``before`` and ``after``, its author and its day."""

    before: str
    after: str
    author: str
    day: str


def changes(paragraph: etree._Element) -> list[Change]:
    """Return the changes in a paragraph; what one person deleted and inserted in one place is one change."""
    found: list[tuple[Change, etree._Element]] = []
    for element in paragraph.iter(*INSERTED, *DELETED):
        own = next(element.iterancestors(f"{W}p"), None) is paragraph
        if not own or any(
            parent.tag in INSERTED | DELETED for parent in element.iterancestors(etree.Element)
        ):
            continue
        text = "".join(_texts(element))
        if not text:
            continue
        before, after = ("", text) if element.tag in INSERTED else (text, "")
        made = Change(before, after, *_signed(element))
        if found and element.getprevious() is found[-1][1] and (joined := _joined(found[-1][0], made)):
            found[-1] = (joined, element)
        else:
            found.append((made, element))
    return [*(change for change, _element in found), *_ends(paragraph)]


def _ends(paragraph: etree._Element) -> Iterator[Change]:
    """Yield the change by which the end of a paragraph was set or taken away."""
    for element in paragraph.iterfind(f"{W}pPr/{W}rPr/*"):
        if element.tag in INSERTED | DELETED:
            before, after = ("", END) if element.tag in INSERTED else (END, "")
            yield Change(before, after, *_signed(element))


def _signed(element: etree._Element) -> tuple[str, str]:
    return str(element.get(f"{W}author", "")), str(element.get(f"{W}date", ""))[:10]


def _joined(one: Change, other: Change) -> Change | None:
    """Return two changes as one, if they replace a text by another."""
    if one.author != other.author or (one.before and other.before) or (one.after and other.after):
        return None
    return Change(one.before or other.before, one.after or other.after, one.author, one.day)


def _texts(element: etree._Element) -> Iterator[str]:
    for part in element.iter(f"{W}t", f"{W}delText"):
        yield part.text or ""


def settle(root: etree._Element, *, reject: bool) -> dict[etree._Element, etree._Element]:
    """Accept or reject the tracked changes of a part, in place.

    Returns the paragraphs that are gone since their ends are, each with the one that its text went to.
    """
    gone, stays = (INSERTED, DELETED) if reject else (DELETED, INSERTED)
    for row in list(root.iter(f"{W}tr")):
        if any(row.find(f"{W}trPr/{tag}") is not None for tag in gone):
            _take(row)
    joined = {}
    for paragraph in list(root.iter(f"{W}p")):
        if any(paragraph.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in gone):
            after = paragraph.getnext()
            if after is not None and after.tag == f"{W}p":
                _prepend(paragraph, after)
                joined[paragraph] = after
    for element in list(root.iter(*gone)):
        if not _is_mark(element):
            _take(element)
    for element in list(root.iter(*stays)):
        if not _is_mark(element):
            _unwrap(element)
    for element in list(root.iter(f"{W}delText", f"{W}delInstrText")):
        element.tag = f"{W}t" if element.tag == f"{W}delText" else f"{W}instrText"
    return joined


def _is_mark(element: etree._Element) -> bool:
    """Whether an element only says that a paragraph's end or a row was changed."""
    parent = element.getparent()
    return parent is None or parent.tag in (f"{W}rPr", f"{W}trPr")


def _take(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)


def _prepend(paragraph: etree._Element, after: etree._Element) -> None:
    """Put the content of a paragraph before that of the next one, whose properties hold for both (17.13.5.15)."""
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    place = 1 if len(after) and after[0].tag == f"{W}pPr" else 0
    after[place:place] = content
    _take(paragraph)
