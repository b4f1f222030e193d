"""From the lines of a plain text to its paragraphs, heads and words, by the evidence that the layout gives.

- ``lines``: lines as they stand, with their indents and the pages that begin with them
- ``pages``: page numbers, found by their regularity
- ``measure``: how this text is laid out: width of lines, indents
- ``paragraphs``: which lines belong together
- ``hyphens``: whether a hyphen at the end of a line is the author's or the typesetter's
- ``joining``: the lines of a paragraph as one text
- ``heads``: which paragraphs are heads, which are breaks
- ``tree``: all of it as TEI
"""
