"""TBX v3 (ISO 30042:2019), both styles: DCA, and DCT as far as it is read and kept.

- ``parse``: a file as a glossary; what has no name in the model is kept as elements
- ``serialize``: a glossary as a file; concepts that did not change keep their bytes
"""

from hexapla.formats.tbx.parse import parse
from hexapla.formats.tbx.serialize import serialize

__all__ = ["parse", "serialize"]
