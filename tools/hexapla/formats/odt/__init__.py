"""ODT (OpenDocument 1.3), as far as pandoc drops it: styles, languages, alignment, sizes, page breaks.

- ``package``: the parts of a document that hold text
- ``styles``: what styles say, with those that they are based on
- ``mark``: the document with marks for what pandoc drops
"""

from hexapla.formats.odt.mark import Marked, mark
from hexapla.formats.odt.package import Package, open

__all__ = ["Marked", "Package", "mark", "open"]
