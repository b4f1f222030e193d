"""TEI exports: each text with all of its languages in one aligned file, or one file a language.

- ``parallel``: ``<slug>.parallel.xml``
- ``single``: ``<slug>.<language>.xml``
"""

from hexapla.publish.tei.parallel import parallel
from hexapla.publish.tei.single import single

__all__ = ["parallel", "single"]
