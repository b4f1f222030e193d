"""What a text is called: what a person or the file says, else its own head, else the file's name."""

from pathlib import PurePath

from hexapla.formats.tei import inline
from hexapla.ingest.reader import Origin
from hexapla.model.text import Element


def title_of(body: Element, origin: Origin, said: str = "") -> str:
    """Return a text's title as plain text; ``said`` is what the file says of itself.

    A head is the title if it stands above all of the text, or if there is but one division: the first of several is
    called as it is, the whole is not.
    """
    whole = origin.title or said or _head(body)
    divisions = [child for child in body.content if isinstance(child, Element) and child.tag == "div"]
    if not whole and len(divisions) == 1:
        whole = _head(divisions[0])
    return inline.clean(whole or PurePath(origin.name).stem.replace("_", " "))


def _head(division: Element) -> str:
    first = division.content[0] if division.content else ""
    if not isinstance(first, Element) or first.tag != "head":
        return ""
    return inline.plain(inline.render(first.content))
