"""From the documents of an e-book to the tree of one document.

- ``whole``: the documents as one page, in which links lead to where they led
"""

from hexapla.ingest.epub.whole import document

__all__ = ["document"]
