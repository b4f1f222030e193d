"""What Hexapla says in a catalog: entries of the model as entries of gettext, and back.

- ``remarks``: what a ``# hexapla:`` line says; ``parted`` tells these lines from people's
- ``read``, ``base`` and ``lineage``: an entry of a catalog as an entry of the model, and what its text came from;
  text and flags beat the comment
- ``write``: the other way, keeping what other people and programs have put there
- ``new_catalog``: the header of a catalog that we begin
"""

from hexapla.formats.po.grammar.new import new_catalog
from hexapla.formats.po.grammar.read import base, closed, lineage, read
from hexapla.formats.po.grammar.write import overwritten, write

__all__ = ["base", "closed", "lineage", "new_catalog", "overwritten", "read", "write"]
