"""pandoc, started as a program: what it reads comes back as a typed tree.

- ``ast``: the tree, as far as a text has use for it; readers of our own build the same one
- ``run``: pandoc in its sandbox, within limits
- ``parse``: pandoc's JSON as that tree
"""

from hexapla.formats.pandoc.ast import Document
from hexapla.formats.pandoc.parse import parse
from hexapla.formats.pandoc.run import convert, read

__all__ = ["Document", "convert", "parse", "read"]
