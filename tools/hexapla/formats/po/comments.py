"""The ``#`` lines of an entry, told apart by the character that follows the ``#``."""

import re
from functools import lru_cache

from hexapla.formats.po.catalog import Texts

_FLAG = re.compile(r"""(?:"[^"]*"|'[^']*'|[^,])+""")
"""One flag; Weblate's may quote a comma."""


def sorted_out(head: str) -> tuple[Texts, Texts, Texts, Texts, Texts]:
    """Return flags, people's comments, extracted comments, references and sticky flags, in this order.

    People's are whole lines, the others what follows the mark. ``head`` is what stands before an entry's
    fields; previous fields (``#|``) are none of it.
    """
    people: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    sticky: list[str] = []
    flags: Texts = ()
    for line in head.replace("\r", "").split("\n"):
        kind = line[1:2]
        if kind == ":":
            references.append(line[3:] if line[2:3] == " " else line[2:])
        elif kind == ".":
            extracted.append(line[3:] if line[2:3] == " " else line[2:])
        elif kind == ",":
            flags += _flags(line)
        elif kind == "=":
            sticky.append(line[3:] if line[2:3] == " " else line[2:])
        elif line:
            people.append(line)
    return flags, tuple(people), tuple(extracted), tuple(references), tuple(sticky)


@lru_cache(maxsize=1024)
def _flags(line: str) -> Texts:
    parts = _FLAG.findall(line[2:]) if '"' in line or "'" in line else line[2:].split(",")
    return tuple([flag for part in parts if (flag := part.strip())])
