"""Notes that stand together elsewhere go to where they are anchored (TEI P5, 3.9)."""

from lxml import etree

from hexapla.formats.tei.tree import line_of
from hexapla.ingest.foreign.branches import ID, drop, each, elements, name_of, text_of, unwrap
from hexapla.model.messages import _, ngettext, shown
from hexapla.model.report import Decision

_HOLDERS = frozenset(
    {"div", *(f"div{n}" for n in range(8)), "noteGrp", "back", "list", "listAnnotation", "item", "p"}
)


def settle(text: etree._Element, lang: str) -> list[Decision]:
    """Move notes to the places that they point to, or that point to them; their old place goes if it is empty."""
    places = {str(node.get(ID)): node for node in text.iter(etree.Element) if node.get(ID)}
    pointing = _pointing(text)
    decisions: list[Decision] = []
    moved = []
    for note in each(text, "note"):
        holder = note.getparent()
        anchor, mark = _anchor(note, places, pointing)
        if anchor is None or holder is None or _is_around(note, anchor):
            continue
        moved.append(note)
        decisions += _move(note, anchor, mark=mark)
        _tidy(holder)
    for group in each(text, "noteGrp"):
        unwrap(group)
    if not moved:
        return decisions
    reason = ngettext(
        "One note was moved to its anchor.", "{n} notes were moved to their anchors.", len(moved)
    )
    return [Decision("note", line_of(moved[0]) or 1, reason=reason.format(n=len(moved))), *decisions]


def _pointing(text: etree._Element) -> dict[str, etree._Element]:
    """Return the first reference to each id."""
    found: dict[str, etree._Element] = {}
    for node in each(text, "ref", "ptr"):
        for word in str(node.get("target", "")).split():
            if word.startswith("#"):
                found.setdefault(word[1:], node)
    return found


def _anchor(
    note: etree._Element, places: dict[str, etree._Element], pointing: dict[str, etree._Element]
) -> tuple[etree._Element | None, bool]:
    """Return where a note is anchored, and whether that is a mark that the note takes the place of."""
    for word in str(note.get("target", "")).split():
        place = places.get(word.removeprefix("#")) if word.startswith("#") else None
        if place is not None and place is not note:
            return place, name_of(place) in ("ref", "ptr")
    place = pointing.get(str(note.get(ID, "")))
    if place is None or not _is_mark(place) or _is_around(note, place):
        return None, False
    return place, True


def _is_mark(ref: etree._Element) -> bool:
    """Whether a reference is a note's mark and not a mention of it: short, or said to be one."""
    text = text_of(ref).strip("[]()")
    return ref.get("type") in ("noteAnchor", "note", "noteref") or len(text) <= 3


def _is_around(note: etree._Element, anchor: etree._Element) -> bool:
    """Whether one of the two stands in the other."""
    return anchor in note.iter() or note in anchor.iter()


def _move(note: etree._Element, anchor: etree._Element, *, mark: bool) -> list[Decision]:
    """Put a note at its anchor; a mark becomes its number, an element that is annotated is followed by it."""
    drop(note)
    note.attrib.pop("target", "")
    note.attrib.pop("targetEnd", "")
    if not note.get("place"):
        note.set("place", "end")
    parent = anchor.getparent()
    if parent is not None and not _holds_paragraphs(anchor):
        tail, anchor.tail, note.tail = anchor.tail, None, None
        anchor.addnext(note)
        note.tail = tail
    else:
        note.tail = None
        anchor.append(note)
    if not mark:
        return []
    number = text_of(anchor)
    bare = number.strip("[]() ") or str(anchor.get("n", ""))
    if bare and not note.get("n"):
        note.set("n", bare)
    line = line_of(anchor) or 1
    outer = _raising(anchor)
    drop(anchor)
    if outer is not None:
        unwrap(outer)
    if not number:
        return []
    return [
        Decision(
            "note", line, number, "", _("The mark of a note; it is its number now.").format(n=shown(bare))
        )
    ]


def _raising(anchor: etree._Element) -> etree._Element | None:
    """Return the element that raises a mark and holds nothing else."""
    outer = anchor.getparent()
    if outer is None or name_of(outer) != "hi" or (outer.text or "").strip():
        return None
    others = [child for child in elements(outer) if child is not anchor and name_of(child) != "note"]
    return None if others or any((child.tail or "").strip() for child in outer) else outer


def _holds_paragraphs(node: etree._Element) -> bool:
    """Whether a note must stand in an element and not after it: after a paragraph there is no place for one."""
    return name_of(node) in ("p", "ab", "l", "head", "item", "cell", "speaker", "signed", "seg", "s")


def _tidy(holder: etree._Element) -> None:
    """Take out what held nothing but notes that are gone."""
    parent = holder.getparent()
    empty = not len(holder) and not (holder.text or "").strip()
    if empty and parent is not None and name_of(holder) in _HOLDERS:
        drop(holder)
        _tidy(parent)
