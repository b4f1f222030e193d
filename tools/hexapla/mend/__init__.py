"""Mending a source text in place: words, markup, blocks, notes and units, and what that does to translations.

- ``apply``: carries out a mend of ``model.mend``; ``Mended`` is what it gives
- ``correct``, ``mark``, ``units``, ``blocks``, ``notes``, ``kind``: a mend each
- ``carry``: translations follow the words of their units; ``united`` makes one of several, ``divide`` parts one
- ``said``: a mend in words
- ``tree``, ``leaves``, ``names``, ``step``: what they share
"""

from hexapla.mend.apply import Mended, apply
from hexapla.mend.carry import carry, united

__all__ = ["Mended", "apply", "carry", "united"]
