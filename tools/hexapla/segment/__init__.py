"""Segmenting: from paragraphs to sentences, and from a text to a text with units.

- ``sentences``: where the sentences of a paragraph are
- ``marks``, ``place``: the punctuation that all languages share, and a place where it stands
- ``stops``, ``calls``: whether a sentence ends there, at a full stop and at other marks
- ``languages``: what is special in a language, one file each
- ``oracle``: abbreviations that no list of ours has
- ``units``: a text's blocks get their units
- ``cut``: a block's content is divided, tags and notes included
- ``numbers``: ids that are free
"""

from hexapla.segment.sentences import sentences
from hexapla.segment.units import units

__all__ = ["sentences", "units"]
