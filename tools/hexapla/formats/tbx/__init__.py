"""TBX version 3 (ISO 30042:2019): the glossary, in both styles; new files are written as DCA. Version 2 is read.

- ``parse``, ``serialize``: a file and a ``model.glossary.Glossary``
"""

from hexapla.formats.tbx.parse import parse
from hexapla.formats.tbx.serialize import serialize

__all__ = ["parse", "serialize"]
