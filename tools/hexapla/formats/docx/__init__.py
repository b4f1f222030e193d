"""DOCX (ECMA-376, part 1), as far as pandoc drops it: languages, alignment, sizes, page breaks, tracked changes.

- ``package``: the parts of a document that hold text
- ``styles``: what styles say, with those that they are based on
- ``runs``: how letters are set, and in which language
- ``changes``: tracked changes
- ``mark``: the document with marks for what pandoc drops
"""

from hexapla.formats.docx.changes import Change
from hexapla.formats.docx.mark import Marked, mark
from hexapla.formats.docx.package import Package, open

__all__ = ["Change", "Marked", "Package", "mark", "open"]
