"""From the lines of a text to its paragraphs and words, by the evidence that the layout gives.

- ``lines``: lines as they stand, with their indents and the pages that begin with them
- ``guess``: where pages begin in a text without form feeds
- ``pages``: page numbers and running heads, found by their regularity
- ``margins``: indents, measured from the margin of each page
- ``measure``: how this text is laid out: width of lines, indents
- ``footnotes``: what stands at the foot of pages
- ``paragraphs``: which lines belong together
- ``hyphens``: whether a hyphen at the end of a line is the author's or the typesetter's
- ``joining``: the lines of a paragraph as one text
- ``reading``: all of it
"""

from hexapla.ingest.layout.reading import reading

__all__ = ["reading"]
