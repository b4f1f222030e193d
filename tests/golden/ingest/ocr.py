"""A text as a scanner reads it, and what a careful reader of that very text would make of it."""

import re
from collections import Counter

from lxml import etree

LIGATURES = {"ffi": "ﬃ", "fi": "ﬁ", "fl": "ﬂ"}
CONFUSED = (("rn", "m"), ("cl", "d"), ("mm", "rnm"), ("ri", "n"))
NOISE = ("· .  ,’", "_ ..", "'  -  .", ". ~")
_WORD = re.compile(r"[^\W\d_]+")


def damaged(text: str, careful: bytes, title: str) -> tuple[str, bytes]:
    """Return pdftotext's text with a scanner's faults, and the careful reading with those that change its words.

    Some words are misread wherever they stand, ligatures are one sign, some hyphens at the ends of lines are ``¬``,
    spaces after full stops are lost, blank lines doubled, running heads and page numbers misread, and marks are read
    where there is only dirt.
    """
    root = etree.fromstring(careful)
    body = next(root.iter("{http://www.tei-c.org/ns/1.0}body"))
    words = _misread(text, "".join(str(part) for part in body.itertext()), title)
    for node in body.iter(etree.Element):
        node.text, node.tail = (part and _letters(part, words) for part in (node.text, node.tail))
    pages = [_page(page, nth, words, title) for nth, page in enumerate(text.split("\f"))]
    return "\f".join(pages), etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _misread(text: str, careful: str, title: str) -> dict[str, str]:
    """Return words that the scanner gets wrong; none that is broken at the end of a line."""
    found, known = Counter(_WORD.findall(text)), Counter(_WORD.findall(careful))
    fixed = set(_WORD.findall(title))
    wrong = {}
    for word in sorted(known):
        for sign, read in CONFUSED:
            if sign in word and found[word] == known[word] <= 2 and word not in fixed and len(word) > 4:
                wrong[word] = word.replace(sign, read, 1)
    return dict(sorted(wrong.items())[::3])


def _letters(text: str, words: dict[str, str]) -> str:
    text = _WORD.sub(lambda found: words.get(found[0], found[0]), text)
    for signs, one in LIGATURES.items():
        text = text.replace(signs, one)
    return text


def _page(page: str, nth: int, words: dict[str, str], title: str) -> str:
    lines = []
    for at, line in enumerate(page.split("\n")):
        if not line:
            lines += ["", ""]
        elif line.strip() == title or line.strip().isdigit():
            lines.append(_furniture(line, nth))
        else:
            read = _letters(line, words)
            read = re.sub("-$", "¬", read) if (at + nth) % 3 else read
            lines.append(re.sub(r"(?<=[a-zé]{4}\.) (?=[A-ZÀÉ])", "", read, count=1) if at % 4 == 1 else read)
    if nth % 3 == 1:
        lines += [NOISE[nth % len(NOISE)], ""]
    return "\n".join(lines)


def _furniture(line: str, nth: int) -> str:
    """Return a running head or a page number as it is read on one page or another."""
    if line.strip().isdigit():
        return [line, line.replace("1", "l"), f"- {line} -", line.replace("8", "S").replace("0", "O")][
            nth % 4
        ]
    return [line, line + " .", line.replace("e", "c", 1), line.replace(" ", "  ", 1), "·" + line][nth % 5]
