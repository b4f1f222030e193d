"""A block made a note at a place of a unit; notes keep the order of their numbers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hexapla.formats.tei import inline
from hexapla.mend import tree
from hexapla.mend.leaves import Leaf, Plain, built, cut, inserted, leaves, placed, plain
from hexapla.mend.step import Source, Step
from hexapla.model.errors import HexaplaError
from hexapla.model.mend import AttachNote
from hexapla.model.messages import _, shown
from hexapla.model.text import Content, Element

_SIGNS = "*†‡§¶"
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(rf"[{re.escape(_SIGNS)}]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_RAISED = frozenset({"sup", "super", "superscript"})
_OWN = re.compile(rf"\(?(?P<mark>[{re.escape(_SIGNS)}]+|[0-9⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}})[.)]*\s*(?=\S)")
_REFUSED = frozenset({"head", "speaker", "note", "cell", "label", "titlePart"})


def attach(source: Source, mend: AttachNote) -> Step:
    """Make a block a note; raises HexaplaError where it cannot be one, or where there is no such place."""
    block = tree.block(source.body, mend.block).element
    holder, seg = tree.unit(source.body, mend.unit)
    if block.tag in _REFUSED:
        raise HexaplaError(_("This block ({kind}) cannot become a note.").format(kind=block.tag))
    if block is holder.element or any(part is seg for part in block.walk()):
        raise HexaplaError(_("A block cannot be a note to one of its own units."))
    parts = leaves(seg.content)
    text = plain(parts)
    if not 0 <= mend.offset <= len(text.text):
        raise HexaplaError(_("Unit {unit} has no such place.").format(unit=mend.unit))
    parts, at, sign = _unmarked(parts, text, mend.offset)
    content, own, minor = _without_own(block.content, sign)
    name = source.names.new("n")
    note = Element("note", (("place", "foot"), ("xml:id", name)), content)
    if lang := block.get("xml:lang"):
        note = note.with_attributes(xml_lang=lang)
    anchored = replace(seg, content=built(inserted(parts, at, note)))
    if not inline.plain(inline.render(anchored.content)):
        raise HexaplaError(
            _("Unit {unit} holds nothing but the mark of a note.").format(unit=shown(mend.unit, 40))
        )
    body = _pruned(tree.put(source.body, seg, anchored), block)
    return Step(_numbered(body, name, own or sign), minor=frozenset({mend.unit, *minor}))


def _unmarked(parts: list[Leaf], text: Plain, offset: int) -> tuple[list[Leaf], int, str]:
    """Take a note's mark that stands at a place out; returns the leaves, the place as it is then, and the mark."""
    first, last = _mark_at(parts, text, offset)
    if first == last:
        return parts, text.end(offset), ""
    sign = text.text[first:last]
    if first and text.text[first - 1] == " " and not text.text[last : last + 1].isalnum():
        first -= 1
    start, end = text.start(first), text.end(last)
    kept = [
        leaf
        for at, leaf in placed(cut(parts, start, end))
        if not (leaf.text and start <= at and at + len(leaf.text) <= end)
    ]
    return kept, start, sign.translate(_DIGITS)


def _mark_at(parts: Sequence[Leaf], text: Plain, offset: int) -> tuple[int, int]:
    """Return where the mark at a place begins and ends: asterisks and the like, or raised figures."""
    for found in _MARK.finditer(text.text):
        if found.start() <= offset <= found.end():
            return found.span()
    for at, leaf in placed(parts):
        raised = any(_RAISED & set(dict(tag.attributes).get("rend", "").split()) for _n, tag in leaf.path)
        if raised and leaf.text.strip().isdecimal():
            inside = [nth for nth, place in enumerate(text.places) if at <= place < at + len(leaf.text)]
            if inside and inside[0] <= offset <= inside[-1] + 1:
                return inside[0], inside[-1] + 1
    return offset, offset


def _without_own(content: Content, sign: str) -> tuple[Content, str, tuple[str, ...]]:
    """Take the mark that a note begins with out of its first unit: a sign, or the figure that the place had.

    Returns the content, the mark, and the unit that was changed.
    """
    seg = next((part for part in content if isinstance(part, Element) and part.is_unit), None)
    if seg is None:
        return content, "", ()
    parts = leaves(seg.content)
    text = plain(parts)
    found = _OWN.match(text.text)
    if not found:
        return content, "", ()
    mark = found["mark"].translate(_DIGITS)
    if mark.isdecimal() and mark != sign and found["mark"].isascii():
        return content, "", ()
    end = text.end(found.end())
    kept = [leaf for at, leaf in placed(cut(parts, end)) if at >= end or not leaf.text]
    new = replace(seg, content=built(kept))
    return tuple(new if part is seg else part for part in content), mark, (seg.get("xml:id"),)


def _pruned(body: Element, block: Element) -> Element:
    """Take a block out, and with it what held nothing else; marks of pages stay."""
    chain = tree.way(body, block)
    gone = chain[-1]
    kept: Content = ()
    for holder in reversed(chain[:-1]):
        before, after = tree.around(holder, gone)
        if tree.solid((*before, *after)) or holder.tag in ("div", "body", "front", "back"):
            break
        gone, kept = holder, (*_pages(before), *kept, *_pages(after))
    return tree.put(body, gone, *kept)


def _pages(content: Content) -> Content:
    return tuple(part for part in content if isinstance(part, Element))


def _numbered(body: Element, name: str, sign: str) -> Element:
    """Give a new note its number, and those after it theirs as far as they would come out of order."""
    notes = [part for part in body.walk() if part.tag == "note" and not inline.is_translators_note(part)]
    at = next(nth for nth, note in enumerate(notes) if note.get("xml:id") == name)
    before = _figure(notes[at - 1]) if at else 0
    after = _figure(notes[at + 1]) if at + 1 < len(notes) else 0
    others = [note.get("n") for note in notes if note.get("xml:id") != name]
    if sign and not sign.isdecimal() and not any(map(str.isdecimal, others)):
        return tree.put(body, notes[at], notes[at].with_attributes(n=sign))
    number = int(sign) if sign.isdecimal() else 0
    fits = number > before and (number < after or not after)
    figures = [_figure(note) for nth, note in enumerate(notes) if nth != at]
    # Where all are counted from 1 on they go on being so, also those that the block has taken along.
    counted = list(range(1, len(notes)))
    if sorted(figures) == counted and not (fits and figures == counted):
        return _with_numbers(body, {note.get("xml:id"): str(n) for n, note in enumerate(notes, 1)})
    if not fits:
        number = before + 1 if before or not after else max(after - 1, 1)
    numbers = {name: str(number)}
    for nth, note in enumerate(notes[at + 1 :], number):
        if _figure(note) != nth or not note.get("xml:id"):
            break
        numbers[note.get("xml:id")] = str(nth + 1)
    return _with_numbers(body, numbers)


def _with_numbers(element: Element, numbers: Mapping[str, str]) -> Element:
    """Return a tree whose notes, by their ids, have other numbers."""
    content = tuple(
        part if isinstance(part, str) else _with_numbers(part, numbers) for part in element.content
    )
    made = replace(element, content=content)
    number = numbers.get(element.get("xml:id")) if element.tag == "note" else None
    return made.with_attributes(n=number) if number else made


def _figure(note: Element) -> int:
    return int(note.get("n")) if note.get("n").isdecimal() else 0
