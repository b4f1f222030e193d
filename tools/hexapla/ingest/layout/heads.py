"""Which paragraphs are heads, and which are breaks: short lines on their own, and only with a body after
them."""

import re
from itertools import groupby, pairwise

from hexapla.ingest.layout.measure import Layout, ends_sentence
from hexapla.ingest.layout.paragraphs import Paragraph

LONGEST = 120
"""How many signs a head has at most."""
RUN = 3
"""How many heads may follow each other; what has more of them is a list."""
MOST = 0.6
"""If more of the paragraphs than this look like heads, the text is a list or a poem, and none is."""

_MARK = r"[*⁂•·#~=_\-–—+◊❧❦☙†×✻❖◆]"
_BREAK = re.compile(rf"{_MARK}(?:\s*{_MARK}){{0,19}}\Z")
_NUMBER = re.compile(r"(?:(\d{1,3})|([IVXLC]{1,7}))[.)]?\Z")
_NO_OPENING = re.compile(r"[–—―\-•*]\s")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def kinds(paragraphs: list[Paragraph], layout: Layout) -> list[str]:
    """Return for each paragraph whether it is a ``head``, a ``break`` (a line of asterisks) or a ``p``.

    A head stands alone, with a body after it; it has at most two lines, begins with no small letter and no
    dash, and does not end as a sentence does, unless it is in capitals. A bare number is a head only if the
    text has the number before it or after it too.
    """
    numbers = {number for one in paragraphs if (number := _number(one)) is not None}
    looks = [_look(one, layout, numbers) for one in paragraphs]
    found: list[str] = []
    runs = [(kind, len(list(run))) for kind, run in groupby(looks)]
    for (kind, length), (after, _length) in pairwise([*runs, ("", 0)]):
        is_head = kind == "head" and after == "p" and length <= RUN
        found += [kind if is_head or kind == "break" else "p"] * length
    heads = found.count("head")
    if heads > RUN and heads > MOST * len(found):
        return ["p" if kind == "head" else kind for kind in found]
    return found


def _look(paragraph: Paragraph, layout: Layout, numbers: set[int]) -> str:
    """Return what a paragraph looks like by itself."""
    alone = (paragraph.free_before or paragraph.lines[0].indent > 0) and paragraph.free_after
    if not (alone or layout.each_line):
        return "p"
    if len(paragraph.lines) == 1 and _BREAK.match(paragraph.lines[0].text):
        return "break"
    number = _number(paragraph)
    if number is not None:
        return "head" if {number - 1, number + 1} & numbers else "p"
    return "head" if _may_be_head([line.text for line in paragraph.lines], layout) else "p"


def _may_be_head(lines: list[str], layout: Layout) -> bool:
    if len(lines) > (1 if layout.keeps_lines else 2) or sum(map(len, lines)) > LONGEST:
        return False
    whole = " ".join(lines)
    first = next((sign for sign in whole if sign.isalnum()), "")
    if not first or first.islower() or _NO_OPENING.match(whole):
        return False
    if whole.isupper() and whole.endswith("."):
        return True
    has_label = len(lines) == 2 and lines[0].endswith(":") and not whole.endswith((".", ":"))
    return has_label or not (ends_sentence(whole) or whole.endswith((",", ";", "،", "、", "，")))


def _number(paragraph: Paragraph) -> int | None:
    """Return the value of a paragraph that is nothing but a number, arabic or Roman."""
    found = _NUMBER.match(paragraph.lines[0].text) if len(paragraph.lines) == 1 else None
    if not found:
        return None
    if found[1]:
        return int(found[1])
    values = [_ROMAN[sign] for sign in found[2]]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
