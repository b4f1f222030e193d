"""From a page's tree to the tree of a document.

pandoc reads pages too, but drops what classes, languages and style sheets say of paragraphs, and where tags are not
closed it loses tables; so pages (and those of e-books) are read here, into the same tree.

- ``looks``: how letters look by tags, attributes and style sheets
- ``notes``: notes that links lead to, brought to their anchors
- ``furniture``: what stands around a text on a page
- ``blocks``, ``inlines``: elements as blocks and letters
- ``page``: one page, from its text to its document
"""

from hexapla.ingest.html.page import document

__all__ = ["document"]
