"""What a reading says, counted in letters: the body's flow, then the notes in the order of their anchors.

A letter is any character but white space; a position is the count of letters before it. So a reading can be compared
with another one whatever either does with spaces, ``hi`` or ids.
"""

from dataclasses import dataclass, field

from hexapla.model.text import Content, Element

LEAVES = frozenset({
    "head", "p", "ab", "l", "speaker", "item", "label", "dateline", "salute", "signed", "trailer", "byline", "cell",
    "titlePart", "stage",
})  # fmt: skip
"""Elements whose ends are ends of paragraphs."""
GROUPS = frozenset({
    "text", "front", "body", "back", "div", "sp", "lg", "list", "quote", "epigraph", "opener", "closer", "postscript",
    "table", "row", "titlePage", "docTitle", "figure", "argument", "group", "cit",
})  # fmt: skip
"""Elements that hold paragraphs, where they do not stand in one."""
HOLDERS = frozenset({"", "item", "note", "cell"})
"""Leaves that may hold paragraphs all the same, and the empty name of a group."""
INLINE = frozenset({"quote", "figure", "cit"})
"""Groups that may stand in a paragraph: there they are part of it."""
MARKED = frozenset({"sp", "speaker", "item", "quote", "epigraph", "l", "lg", "dateline", "salute", "signed"})
"""Elements that are found or missed as a kind of their own, besides heads, notes, breaks and pages."""


@dataclass(frozen=True)
class Mark:
    """One thing that a reader must find: its kind, the letters it spans, its number or level where it has one."""

    kind: str
    start: int
    end: int
    n: str = ""


@dataclass
class Outline:
    """The letters of a reading; the ends of its paragraphs; those that one may see or not (in a head of two lines);
    the ends of its units; its marks; ``flow`` is the count of letters before the notes begin."""

    letters: str = ""
    flow: int = 0
    ends: set[int] = field(default_factory=set)
    may: set[int] = field(default_factory=set)
    units: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


def outline(body: Element, *, rules: bool = False) -> Outline:
    """Return the outline of a ``text`` element; with ``rules``, section breaks count as having no letters."""
    found = _Walk(rules=rules)
    found.group(body, 0)
    found.out.flow = len(found.letters)
    for note in found.notes:  # grows while it is read: a note may have a note
        found.block(note, 0)
    found.out.letters = "".join(found.letters)
    found.out.ends -= {0, len(found.letters), found.out.flow}
    return found.out


def letters(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


class _Walk:
    """Where a walk through a reading has come to."""

    def __init__(self, *, rules: bool) -> None:
        self.rules = rules
        self.out = Outline()
        self.letters: list[str] = []
        self.notes: list[Element] = []

    def cut(self) -> None:
        """Say that a paragraph ends here."""
        self.out.ends.add(len(self.letters))

    def mark(self, kind: str, start: int, n: str = "") -> None:
        """Say that a thing goes from ``start`` to here."""
        self.out.marks.append(Mark(kind, start, len(self.letters), n))

    def group(self, element: Element, level: int) -> None:
        """Walk through an element that holds paragraphs."""
        level += element.tag == "div"
        start = len(self.letters)
        heads: list[Element] = []
        for child in element.content:
            if isinstance(child, str):
                self.flow((child,), level)
            elif _is_heading_of_notes(child):
                continue
            elif child.tag == "head" and element.tag in ("div", "body", "front", "back"):
                heads.append(child)
                self.block(child, level)
                self.out.may.add(len(self.letters))
                continue
            else:
                self.heads(heads, level)
                heads = []
                self.inside(child, level, "")
        self.heads(heads, level)
        self.finished(element, start)

    def heads(self, heads: list[Element], level: int) -> None:
        """Mark heads that follow one another as one; what stands between them is no end that one must see."""
        if not heads:
            return
        self.out.may.discard(len(self.letters))
        size = sum(_size(head) for head in heads)
        self.mark("head", len(self.letters) - size, str(level + 1))

    def block(self, element: Element, level: int) -> None:
        """Walk through a paragraph or another element that ends where it ends."""
        self.cut()
        start = len(self.letters)
        if not (self.rules and element.get("rend") == "break"):
            self.flow(element.content, level, of=element.tag)
        self.cut()
        self.finished(element, start)

    def finished(self, element: Element, start: int) -> None:
        """Mark an element that has been walked through."""
        if element.tag in MARKED:
            self.mark(element.tag, start, element.get("n") if element.tag == "item" else "")
        elif element.tag == "p" and element.get("rend") == "break":
            self.mark("break", start)

    def flow(self, content: Content, level: int, of: str = "") -> None:
        """Walk through the content of a paragraph."""
        for child in content:
            if isinstance(child, str):
                self.letters += letters(child)
            elif child.tag == "lb" and of == "head":
                self.out.may.add(len(self.letters))
            else:
                self.inside(child, level, of)

    def inside(self, element: Element, level: int, of: str) -> None:
        """Walk through an element that stands in another, ``of`` a name."""
        if element.tag == "note":
            self.mark("note", len(self.letters), element.get("n"))
            self.notes.append(element)
        elif element.tag == "pb":
            self.mark("pb", len(self.letters), element.get("n"))
        elif element.is_unit:
            self.flow(element.content, level, of)
            self.out.units.append(len(self.letters))
        elif element.tag in LEAVES:
            self.block(element, level)
        elif element.tag in GROUPS and (of in HOLDERS or element.tag not in INLINE):
            self.cut()
            self.group(element, level)
            self.cut()
        else:
            self.flow(element.content, level, of)


def _is_heading_of_notes(element: Element) -> bool:
    """Whether a division held notes that are at their anchors now: its head alone is no part of the text."""
    children = [child for child in element.content if isinstance(child, Element)]
    is_bare = all(child.tag == "head" for child in children)
    return element.tag == "div" and element.get("type") == "notes" and is_bare


def _size(element: Element) -> int:
    """Count the letters of an element, notes aside."""
    return sum(
        len(letters(child)) if isinstance(child, str) else _size(child)
        for child in element.content
        if isinstance(child, str) or child.tag != "note"
    )
