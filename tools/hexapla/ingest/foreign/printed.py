"""The printed page: its lines, with words broken at their ends, and its furniture."""

from collections import Counter
from dataclasses import dataclass, replace

from lxml import etree

from hexapla.formats.tei.tree import line_of
from hexapla.ingest.foreign.branches import drop_all, each, name_of, removal, tei, text_of
from hexapla.ingest.layout import hyphens
from hexapla.ingest.layout.lines import Line
from hexapla.model.messages import _, ngettext
from hexapla.model.report import Decision

_KEEPING = frozenset(
    {"head", "titlePart", "l", "signed", "dateline", "salute", "byline", "cell", "docTitle", "trailer"}
)
"""Blocks whose lines somebody wanted."""
_OBLIQUE = "⸗"
"""The hyphen of blackletter type."""
_HYPHENS = ("-", "‐", "¬", "\u00ad", _OBLIQUE)
_MARKS = frozenset({"lb", "pb", "cb", "gb", "milestone"})
OFTEN = 3
"""Line breaks are those of a printed page if one paragraph has so many, or if they say so themselves."""


def settle(text: etree._Element, lang: str) -> list[Decision]:
    """Take out furniture, and the line breaks of the page that the text was printed on."""
    furniture = [node for node in each(text, "fw") if next(node.iterancestors(tei("fw")), None) is None]
    decisions = [removal("furniture", node, _("This is furniture of the page.")) for node in furniture]
    drop_all(furniture)
    breaks = [node for node in each(text, "lb") if not _is_wanted(node)]
    if not breaks or not _are_printed(breaks):
        return decisions
    ends = _ends(breaks)
    use = hyphens.usage([line for end in ends for line in end.lines()], lang)
    reason = ngettext(
        "One line break is that of the printed page; it is a space now.",
        "{n} line breaks are those of the printed page; they are spaces now.",
        len(breaks),
    ).format(n=len(breaks))
    decisions.append(Decision("layout", line_of(breaks[0]) or 1, reason=reason))
    for end in ends:
        decisions += end.joined(use)
    drop_all(breaks)
    return decisions


def _is_wanted(node: etree._Element) -> bool:
    """Whether a line break stands in a head, a line of verse, a signature."""
    blocks = {*_KEEPING, "p", "ab", "note", "item"}
    block = next((one for one in node.iterancestors() if name_of(one) in blocks), None)
    return block is not None and name_of(block) in _KEEPING


def _are_printed(breaks: list[etree._Element]) -> bool:
    """Whether line breaks are those of a printed page and nobody's wish."""
    if any(node.get("n") or node.get("break") or node.get("facs") for node in breaks):
        return True
    return max(Counter(id(node.getparent()) for node in breaks).values()) >= OFTEN


def _ends(breaks: list[etree._Element]) -> list["_End"]:
    """Return the ends of lines: line breaks and milestones with nothing but white space between them are one."""
    seen: set[etree._Element] = set()
    ends = []
    for node in breaks:
        if node not in seen:
            end = _End(node, _run(node))
            seen.update(end.marks)
            ends.append(end)
    return ends


def _run(node: etree._Element) -> list[etree._Element]:
    """Return the marks of pages and lines around one, in order."""
    run = [node]
    while (
        (before := run[0].getprevious()) is not None and name_of(before) in _MARKS and _is_blank(before.tail)
    ):
        run.insert(0, before)
    while (after := run[-1].getnext()) is not None and name_of(after) in _MARKS and _is_blank(run[-1].tail):
        run.append(after)
    return run


def _is_blank(text: str | None) -> bool:
    return not (text or "").strip()


@dataclass(frozen=True)
class _End:
    """The end of a printed line: its first line break, and the marks that stand there."""

    node: etree._Element
    marks: list[etree._Element]

    @property
    def before(self) -> str:
        """The text before it; that at the end of an inline element, where it stands right behind one."""
        node, slot = _slot(self.marks[0])
        return str(getattr(node, slot) or "").rstrip()

    @property
    def after(self) -> str:
        """The text after it, into the next tag."""
        text, following = str(self.marks[-1].tail or ""), self.marks[-1].getnext()
        if _is_blank(text) and following is not None and name_of(following) not in ("", "note"):
            text = text_of(following)
        return text.lstrip()

    @property
    def evidence(self) -> str:
        """The text before it with a hyphen that nobody doubts as such."""
        text = self.before
        sure = any(mark.get("break") == "no" for mark in self.marks) or text.endswith(_OBLIQUE)
        return text[:-1] + "¬" if sure and text.endswith(_HYPHENS) else text

    def lines(self) -> tuple[Line, Line]:
        """Return it as two lines."""
        number = line_of(self.node) or 1
        return Line(number, self.evidence), Line(number, self.after)

    def joined(self, use: hyphens.Usage) -> list[Decision]:
        """Set what stands for the line breaks, before they are taken out: a space, or nothing in a word."""
        before, first = self.before, self.marks[0].getprevious() is None
        node, slot = _slot(self.marks[0])
        mended = hyphens.mend(self.evidence, self.after, line_of(self.node) or 1, use)
        whole = mended is not None or any(mark.get("break") == "no" for mark in self.marks)
        if mended:
            kept = len(mended.before) == len(before)
            setattr(node, slot, (before if kept else before[:-1]) + mended.between)
        else:
            setattr(node, slot, before if whole or (first and not before) else f"{before} ")
        for mark in self.marks[:-1]:
            mark.tail = None
        self.marks[-1].tail = str(self.marks[-1].tail or "").lstrip()
        return [_with_sign(mended.decision, before[-1])] if mended else []


def _with_sign(made: Decision, sign: str) -> Decision:
    """Return a decision on a hyphen with the sign that the file has."""
    after = made.after.replace("-", sign) if sign == _OBLIQUE else made.after
    return replace(made, before=made.before.replace("¬", sign), after=after)


def _slot(mark: etree._Element) -> tuple[etree._Element, str]:
    """Return where the text before a mark is kept: a node, and whether it is its text or its tail."""
    before, parent = mark.getprevious(), mark.getparent()
    if before is None:
        return (mark if parent is None else parent), "text"
    while not before.tail and isinstance(before.tag, str) and name_of(before) not in (*_MARKS, "note"):
        if not len(before):
            return (before, "text") if before.text else (before, "tail")
        before = before[-1]
    return before, "tail"
