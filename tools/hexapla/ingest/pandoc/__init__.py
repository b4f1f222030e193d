"""From the tree of a word processor's or web page's document to pieces of text, and to the text itself.

- ``sheet``: the raw paragraphs and the decisions, as they come
- ``styles``: what names of styles and classes say
- ``inlines``: letters and what is set apart in them
- ``whole``: emphasis that is a whole paragraph's
- ``finished``: blocks within lists, tables and notes
- ``said``: what attributes say of a block
- ``verse``: line ends within paragraphs
- ``pieces``: blocks as ``ingest.structure.Piece``
- ``settled``: turns, and edges at the edges
- ``beside``: comments, heads and feet of pages
- ``latex``: what LaTeX has words for that pandoc does not know
- ``unused``: notes of Markdown that nothing points to
- ``text``: the text of a document, and the report
"""

from hexapla.ingest.pandoc.text import text_of

__all__ = ["text_of"]
