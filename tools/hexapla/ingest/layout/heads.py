"""Which paragraphs are heads, and which are breaks: short lines on their own, and only with some body after them."""

import re

from hexapla.ingest.layout.measure import ends_sentence
from hexapla.ingest.layout.paragraphs import Paragraph

LONGEST = 120
"""Signs in a head."""
MOST = 0.4
"""If more of the paragraphs than this look like heads, the text is a list or a poem, and none is."""

_BREAK = re.compile(r"[*⁂•·#~=_\-–—+◊❧❦☙†×✻❖◆](?:\s*[*⁂•·#~=_\-–—+◊❧❦☙†×✻❖◆]){0,19}\Z")
_NUMBER = re.compile(r"(\d{1,3}|[IVXLC]{1,7})[.)]?\Z")
_OPENING = re.compile(r"[–—―\-•*]\s")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def kinds(paragraphs: list[Paragraph]) -> list[str]:
    """Return for each paragraph whether it is a ``head``, a ``break`` (a line of asterisks) or a ``p``.

    A head stands alone, before something that is none; it has at most two lines, begins with no small letter and
    no dash, and does not end as a sentence does. A bare number is a head only beside one that is next to it in counting.
    """
    found = ["break" if _is_break(paragraph) else "head" if _may_be_head(paragraph) else "p" for paragraph in paragraphs]
    numbers = {number for one in paragraphs if (number := _number(one)) is not None}
    for place in reversed(range(len(found))):
        number = _number(paragraphs[place])
        is_lonely = number is not None and not {number - 1, number + 1} & numbers
        is_last = place + 1 == len(found) or (found[place + 1] == "break")
        if found[place] == "head" and (is_lonely or is_last):
            found[place] = "p"
    return found
