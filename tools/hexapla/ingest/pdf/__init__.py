"""From the words of a PDF's pages to lines in reading order, with the evidence that only a PDF has.

- ``upright``: which words are read: those that stand upright and can be seen
- ``rows``: words on one baseline, with their superscripts and drop capitals
- ``measures``: how a document is set: size, leading, margins
- ``furniture``: page numbers and running heads, by their places
- ``columns``: rows in the order of reading
- ``aligned``: rows in the middle, and at the right
- ``notes``: which rows at the foot of a page are notes
- ``styles``: italic, bold, small capitals, superscripts, by fonts and shapes
- ``titles``: what the document says of itself
- ``lines``: all of it as lines of ``ingest.layout``
"""

from hexapla.ingest.pdf.lines import Read, lines_of

__all__ = ["Read", "lines_of"]
