"""What a text is called: what a person or the file says, else its own head, else the file's name."""

from pathlib import PurePath

from hexapla.formats.tei import inline
from hexapla.ingest.reader import Origin
from hexapla.model.text import Element


def title_of(body: Element, origin: Origin, said: str = "") -> str:
    """Return a text's title as plain text: a person's, what the file says of itself (``said``), the head that stands
    above all or comes first, the file's name."""
    first = next((child for child in body.content if isinstance(child, Element) and child.tag == "div"), None)
    head = _head(body) or (_head(first) if first is not None and body.content[0] is first else "")
    return inline.clean(origin.title or said or head or PurePath(origin.name).stem.replace("_", " "))


def _head(division: Element) -> str:
    first = division.content[0] if division.content else ""
    if not isinstance(first, Element) or first.tag != "head":
        return ""
    return inline.plain(inline.render(first.content))
