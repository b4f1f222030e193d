"""The ``#`` lines of an entry, told apart by the character that follows the ``#``."""

import re
from functools import lru_cache
from typing import TypeAlias

Texts: TypeAlias = "tuple[str, ...]"

_FLAG = re.compile(r"""(?:"[^"]*"|'[^']*'|[^,])+""")
"""One flag; Weblate's may quote a comma."""


def sorted_out(head: str) -> tuple[Texts, Texts, Texts, Texts, Texts]:
    """Return flags, people's comments (whole lines), and the texts of extracted comments, references, sticky flags.

    ``head`` is what stands before an entry's fields. Previous fields (``#|``) are polib's, and left out.
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
        elif line and kind not in ("|", "~"):
            people.append(line)
    return flags, tuple(people), tuple(extracted), tuple(references), tuple(sticky)


@lru_cache(maxsize=1024)
def _flags(line: str) -> Texts:
    return tuple(flag for part in _FLAG.findall(line[2:]) if (flag := part.strip()))
