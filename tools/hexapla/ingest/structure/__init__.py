"""From the blocks that a reader found to the structure that the author made: divisions, turns, theses, notes.

Every reader ends here: plain text and PDF by way of ``ingest.layout``, word processors and web pages by way of
``ingest.pandoc``. What the file itself says of a block (``Piece.kind``) is believed; the rest is found by evidence,
and each decision is reported.

- ``piece``: a block as a reader hands it over
"""

from hexapla.ingest.structure.piece import Piece

__all__ = ["Piece"]
