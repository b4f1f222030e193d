"""Notes that links lead to, brought to their anchors: their bodies are taken out of the page."""

import re
from collections.abc import Iterator

from lxml import etree

from hexapla.ingest.html.looks import classes, said, tag_of, types

ANCHOR = "hx-note"
"""The element that a link to a note becomes."""
_REFERS = frozenset({
    "noteref", "footnote-ref", "footnoteref", "fnref", "reference", "sdfootnoteanc", "sdendnoteanc", "fn-ref",
    "footnote-reference", "footnote-anchor", "endnote-ref",
})  # fmt: skip
_BODIES = frozenset({"footnote", "endnote", "rearnote", "note"})
_SECTIONS = frozenset({
    "footnotes", "endnotes", "rearnotes", "notes", "footnotes-end-of-document", "footnotes-end-of-section",
    "references",
    "footnote-list", "notes-list", "fussnoten", "fußnoten", "anmerkungen",
})  # fmt: skip
_MARK = re.compile(
    r"[\[({]?\s*(?:[A-Za-z]{0,5}\.?\s?\d{1,4}|[*†‡§¶‖#]{1,4}|[a-z]|[ivxlc]{1,6})\s*[\])}.:]?\Z", re.IGNORECASE
)
_ID = re.compile(
    r"_?(?:ftn|fn|note|footnote|endnote|edn|sdfootnote|sdendnote|cite_note|en|anm)[-_.:]?\w*\Z", re.IGNORECASE
)
_BACK = re.compile(r"[\s↩↑^⤴⮌←↵️︎]*(?:back|return|zurück|retour)?[\s↩↑^⤴⮌←↵️︎]*\Z", re.IGNORECASE)
_BLOCKS = ("p", "li", "aside", "div", "dd", "td", "section", "blockquote")


def attach(root: etree._Element) -> dict[etree._Element, tuple[etree._Element, ...]]:
    """Turn links to notes into anchors, take the notes' bodies out, and return these by their anchors.

    A link is one to a note if it looks like a mark, and where it leads to looks like a note, leads back, or is called
    one. A note that several links lead to stands at the first of them. Links within notes are followed too, but for
    those in notes that nothing outside leads to.
    """
    ids = _ids(root)
    wanted = [(link, body) for link in root.iter("a") if (body := _body(link, ids)) is not None]
    bodies = {body for _link, body in wanted}
    made: dict[etree._Element, tuple[etree._Element, ...]] = {}
    reached = {id(root)}
    taken: set[etree._Element] = set()
    waiting = wanted
    while waiting:
        ready = [(link, body) for link, body in waiting if _home(link, bodies, root, reached)]
        if not ready:
            break
        for link, body in ready:
            if body not in taken:
                taken.add(body)
                reached.add(id(body))
                made[_anchored(link, body)] = (body, *_following(body, bodies))
        done = {id(link) for link, _body_of in ready}
        waiting = [(link, body) for link, body in waiting if id(link) not in done]
    backs = _names(list(made))
    for anchor, parts in made.items():
        _unmark(anchor.get("n", ""), parts, backs)
    _take(made)
    return made


def _ids(root: etree._Element) -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    for element in root.iter(etree.Element):
        for name in (element.get("id"), element.get("name") if tag_of(element) == "a" else None):
            if name:
                found.setdefault(name, element)
    return found


def _body(link: etree._Element, ids: dict[str, etree._Element]) -> etree._Element | None:
    """Return the body of the note that a link leads to; None if it leads to no note."""
    href = link.get("href", "")
    target = ids.get(href[1:]) if href.startswith("#") else None
    if target is None:
        return None
    own = said(link).strip()
    named = bool(types(link) & {"noteref"} or {name.lower() for name in classes(link)} & _REFERS)
    if not named and not (_MARK.match(own) and own):
        return None
    if len(own) > 12 or _is_back(link, own):
        return None
    body = target if tag_of(target) in _BLOCKS else next(iter(target.iterancestors(*_BLOCKS)), None)
    if body is None or body in set(link.iterancestors(etree.Element)) or not _text(body):
        return None
    return body if _is_note(link, own, target, body, named=named) else None


def _is_back(link: etree._Element, own: str) -> bool:
    """Whether a link leads back from a note to its anchor."""
    names = {name.lower() for name in classes(link)}
    return bool(types(link) & {"backlink"}) or any("back" in name for name in names) or bool(_BACK.match(own))


def _is_note(
    link: etree._Element, mark: str, target: etree._Element, body: etree._Element, *, named: bool
) -> bool:
    if types(body) & _BODIES or _section(body) is not None:
        return True
    names = _own_names(link)
    back = any(
        inner.get("href", "")[1:] in names
        for inner in body.iter("a")
        if inner.get("href", "").startswith("#")
    )
    raised = any(tag_of(parent) == "sup" for parent in (link.getparent(), *link) if parent is not None)
    begins = _text(body).lstrip("[( ").startswith(mark.strip("[]().: "))
    called = bool(_ID.match(target.get("id", "") or target.get("name", "")))
    return (back and (begins or raised or named)) or (named and called) or (raised and (begins or called))


def _section(body: etree._Element) -> etree._Element | None:
    """Return the section of notes around a body, if there is one."""
    for parent in body.iterancestors(etree.Element):
        names = {name.lower() for name in (*classes(parent), parent.get("id", ""))}
        if (types(parent) | names) & _SECTIONS:
            return parent
    return None


def _own_names(link: etree._Element) -> set[str]:
    """Return the ids by which an anchor may be meant: its own, and that of what holds nothing but it."""
    near = [link, *link.iterdescendants(etree.Element)]
    parent = link.getparent()
    if parent is not None:
        near += [parent, *[sibling for sibling in (link.getprevious(),) if sibling is not None]]
    return {name for element in near for name in (element.get("id"), element.get("name")) if name}


def _home(
    link: etree._Element, bodies: "set[etree._Element]", root: etree._Element, reached: set[int]
) -> bool:
    """Whether a link stands in the page itself, or in a note that has been reached."""
    home = next((parent for parent in link.iterancestors(etree.Element) if parent in bodies), root)
    return id(home) in reached


def _anchored(link: etree._Element, body: etree._Element) -> etree._Element:
    """Turn a link into the anchor of a note; what is raised with it, and brackets around it, go along."""
    mark = said(link).strip().strip("[](){}.: ")
    names = " ".join(sorted(_own_names(link)))
    anchor = link
    parent = anchor.getparent()
    while (
        parent is not None
        and tag_of(parent) in ("sup", "span")
        and _text(parent).strip("[]() ") == _text(anchor).strip("[]() ")
    ):
        anchor, parent = parent, parent.getparent()
    tail = anchor.tail
    anchor.clear()
    anchor.tail = tail
    anchor.tag = ANCHOR
    anchor.set("n", mark)
    anchor.set("names", names)
    if types(body) & {"endnote", "rearnote"}:
        anchor.set("place", "end")
    return anchor


def _following(body: etree._Element, bodies: "set[etree._Element]") -> Iterator[etree._Element]:
    """Yield the paragraphs that go on with a note, in a section of notes."""
    if tag_of(body) != "p" or _section(body) is None:
        return
    for sibling in body.itersiblings(etree.Element):
        if sibling in bodies or tag_of(sibling) not in ("p", "blockquote", "ul", "ol") or sibling.get("id"):
            return
        yield sibling


def _names(anchors: "list[etree._Element]") -> set[str]:
    return {name for anchor in anchors for name in anchor.get("names", "").split()}


def _unmark(n: str, parts: "tuple[etree._Element, ...]", backs: set[str]) -> None:
    """Take out of a note what leads back to its anchor, and the mark that it begins with; an item's is no text."""
    for part in parts:
        for link in list(part.iter("a")):
            if _leads_back(link, backs):
                _drop(link)
    mark = rf"{re.escape(n)}(?=\W|\Z)" if n and tag_of(parts[0]) != "li" else ""
    for pattern in (rf"\A[\s\[(]*{mark}" if mark else "", r"\A\s*(?:[.):\]](?!\.))?\s*"):
        first = _first_text(parts[0]) if pattern else None
        if first is not None:
            element, where, text = first
            setattr(element, where, re.sub(pattern, "", text))


def _leads_back(link: etree._Element, backs: set[str]) -> bool:
    """Whether a link in a note is nothing but the way back to the note's anchor."""
    href, own = link.get("href", ""), said(link).strip()
    if href.startswith("#") and href[1:] in backs:
        return not own or bool(_MARK.match(own)) or _is_back(link, own)
    return _is_back(link, own) and bool(own) and bool(_BACK.match(own))


def _first_text(part: etree._Element) -> "tuple[etree._Element, str, str] | None":
    """Return where the first letters of an element stand."""
    for event, element in etree.iterwalk(part, events=("start", "end")):
        where = "text" if event == "start" else "tail"
        if where == "tail" and element is part:
            return None
        text = element.text if where == "text" else element.tail
        if text and text.strip():
            return element, where, text
    return None


def _drop(element: etree._Element) -> None:
    """Take an element out, and those around it that are empty then; what follows them stays."""
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    element.tail = None
    parent.remove(element)
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    if tag_of(parent) in ("sup", "span", "b", "i", "em", "small") and not _text(parent) and not len(parent):
        _drop(parent)


def _take(made: "dict[etree._Element, tuple[etree._Element, ...]]") -> None:
    """Take the bodies of notes out of the page, and what is left empty by that."""
    for parts in made.values():
        for part in parts:
            parent = part.getparent()
            part_tail, part.tail = part.tail, None
            if parent is not None:
                before = part.getprevious()
                parent.remove(part)
                if part_tail and part_tail.strip():
                    if before is not None:
                        before.tail = (before.tail or "") + part_tail
                    else:
                        parent.text = (parent.text or "") + part_tail
                _prune(parent)


def _prune(parent: etree._Element) -> None:
    """Take an element out that holds nothing any more."""
    while tag_of(parent) in ("ol", "ul", "dl", "section", "div", "aside", "footer", "table", "tbody", "tr"):
        above = parent.getparent()
        left = [child for child in parent if tag_of(child) not in ("hr", "br")]
        if above is None or left or _text(parent):
            return
        _drop(parent)
        parent = above


def _text(element: etree._Element) -> str:
    return said(element).strip()
