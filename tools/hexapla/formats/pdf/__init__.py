"""PDF, read only: the words of its pages, where they stand, and how they are set (ISO 32000).

- ``document``: pages, words and fonts as values
- ``parse``: bytes to a document; the work is done in a child process, within limits
- ``child``: what runs there: the only place that knows pdfium
"""

from hexapla.formats.pdf.document import Document, Font, Page, Rule, Word
from hexapla.formats.pdf.parse import parse

__all__ = ["Document", "Font", "Page", "Rule", "Word", "parse"]
