"""Comments and processing instructions in a TEI file, which are lost when it is written again."""

from lxml import etree

from hexapla.formats import xml
from hexapla.formats.tei.tree import line_of


def find(source: bytes, *, file: str = "") -> tuple[tuple[int, str], ...]:
    """Return line and markup of each comment and processing instruction within a document's root.

    What stands before or after the root is kept by ``serialize`` and not listed. Raises what ``xml.parse``
    raises.
    """
    root = xml.parse(source, file=file)
    return tuple(
        (line_of(node) or 0, etree.tostring(node, encoding="unicode", with_tail=False))
        for node in root.iter(etree.Comment, etree.ProcessingInstruction)
    )
