"""From the blocks that a reader found to the structure that the author made: divisions, turns, theses, notes.

Every reader ends here: plain text and PDF by way of ``ingest.layout``, word processors and web pages by way of
``ingest.pandoc``. What the file itself says of a block (``Piece.kind``) is believed; the rest is found by evidence,
and each decision is reported.

- ``piece``: a block as a reader hands it over
- ``notes``: notes go to their anchors
- ``heads``: which blocks are heads
- ``levels``: how deep a head is
- ``apart``: quotations, verse, slogans
- ``edges``: what opens and closes a text: datelines, greetings, epigraphs, signatures
- ``turns``: interviews
- ``theses``: numbered paragraphs
- ``text``: the plain text of content, and parts taken away from it
- ``tree``: blocks whose kinds are known as TEI
- ``build``: all of it in order
"""

from hexapla.ingest.structure.build import Built, build
from hexapla.ingest.structure.piece import Piece

__all__ = ["Built", "Piece", "build"]
