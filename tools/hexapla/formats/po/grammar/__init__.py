"""What Hexapla says in a catalog: entries of the model as entries of gettext, and back.

- ``remarks``: what a ``# hexapla:`` line says; ``parted`` tells these lines from people's
- ``read`` and ``base``: an entry of a catalog as an entry of the model; text and flags beat the comment
- ``write``: the other way, keeping what other people and programs have put there
- ``new_catalog``: the header of a catalog that we begin
"""

from hexapla.formats.po.grammar.new import new_catalog
from hexapla.formats.po.grammar.read import base, read
from hexapla.formats.po.grammar.write import write

__all__ = ["base", "new_catalog", "read", "write"]
