"""Text that stands in a division and in no paragraph, as it does where unknown elements lost their tags."""

from collections.abc import Iterator

from lxml import etree

from hexapla.formats.tei.elements import FREE
from hexapla.formats.tei.tree import line_of
from hexapla.ingest.foreign.branches import each, elements, name_of, refill, tei
from hexapla.model.messages import _, ngettext
from hexapla.model.report import Decision

_DIVISIONS = ("body", "front", "back", "div")
_FLOWING = (FREE - {"quote", "cit", "q", "bibl"}) | {"ref", "ptr", "gap", "lb"}
_ANYWHERE = frozenset({"note", "pb", "cb", "gb", "lb", "milestone", "anchor", "gap", "figure"})
"""What makes no body by itself."""
_BLOCKS = frozenset({"p", "lg", "l", "list", "sp", "table", "listBibl", "stage", "label"})
_EITHER = frozenset({"note", "quote", "q", "cit", "bibl", "pb", "cb", "milestone", "anchor", "figure"})
"""What may stand in a paragraph and between two."""


def settle(text: etree._Element) -> list[Decision]:
    """Put text that stands in no paragraph into paragraphs."""
    decisions = _after_divisions(text)
    made = [paragraph for division in each(text, *_DIVISIONS) for paragraph in _paragraphs(division)]
    for body in each(text, "body"):
        if all(name_of(child) in _ANYWHERE for child in elements(body)):
            etree.SubElement(body, tei("p"))
    if not made:
        return decisions
    reason = ngettext(
        "Text that stood in no paragraph is one now.",
        "Text that stood in no paragraph is {n} now.",
        len(made),
    )
    return [Decision("markup", line_of(made[0]) or 1, reason=reason.format(n=len(made))), *decisions]


def _after_divisions(text: etree._Element) -> list[Decision]:
    """Make divisions of the blocks that follow one: TEI has no place for them."""
    decisions = []
    for outer in each(text, *_DIVISIONS):
        own: etree._Element | None = None
        seen = False
        for child in list(elements(outer)):
            seen = seen or name_of(child) == "div"
            if name_of(child) not in _BLOCKS:
                own = own if own is not None and name_of(child) in _EITHER else None
            elif seen and own is None:
                own = etree.Element(tei("div"))
                child.addprevious(own)
                reason = _("What followed a division is one of its own now.")
                decisions.append(Decision("markup", line_of(child) or 1, reason=reason))
            if own is not None:
                own.append(child)
    return decisions


def _paragraphs(division: etree._Element) -> list[etree._Element]:
    """Make paragraphs of the text and the inline elements that stand in a division itself."""
    texts = [division.text, *[child.tail for child in division]]
    flowing = any(name_of(child) in _FLOWING for child in elements(division))
    if not flowing and not any((text or "").strip() for text in texts):
        return []
    made: list[etree._Element] = []
    content: list[str | etree._Element] = []
    open_: list[str | etree._Element] | None = None
    runs: list[list[str | etree._Element]] = []
    for part in _content(division):
        is_text = isinstance(part, str) and bool(part.strip())
        flows = not isinstance(part, str) and name_of(part) in _FLOWING
        if open_ is None and (is_text or flows):
            open_ = []
            runs.append(open_)
            made.append(etree.Element(tei("p")))
            content.append(made[-1])
        if open_ is not None and (isinstance(part, str) or flows or name_of(part) in (*_EITHER, "")):
            open_.append(part)
        else:
            open_ = None
            content.append(part)
    for paragraph, run in zip(made, runs, strict=True):
        refill(paragraph, run)
    refill(division, content)
    return made


def _content(node: etree._Element) -> Iterator[str | etree._Element]:
    yield str(node.text or "")
    for child in node:
        yield child
        yield str(child.tail or "")
