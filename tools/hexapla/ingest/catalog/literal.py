"""A text of a catalog as content of TEI: no sign of it is markup, and its line breaks are wanted ones."""

import re

from hexapla.formats.tei import inline
from hexapla.formats.tei.space import WHITE, collapse
from hexapla.model.text import Content, element

_BREAK = re.compile(r"\r\n|\r|\n")
_RUN = re.compile(f"[{WHITE}]+")


def lines(text: str) -> list[str]:
    """Return the lines of a text as they are kept: white space at their ends is not, and a run of it is one space.

    Empty lines at the beginning and the end are none.
    """
    return [_RUN.sub(" ", line.strip(WHITE)) for line in _BREAK.split(text.strip(WHITE))]


def content(text: str) -> Content:
    """Return a text as content; between its lines stands ``lb``."""
    first, *others = lines(text)
    parts = [first, *(part for line in others for part in (element("lb"), line))]
    return collapse(tuple(inline.clean(part) if isinstance(part, str) else part for part in parts))


def form(text: str) -> str:
    """Return a text in the inline form: ``a < b`` is ``a &lt; b``."""
    return inline.form_of(content(text))
