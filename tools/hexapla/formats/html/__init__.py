"""HTML, as pages and e-books have it: a tree that nothing was fetched for.

- ``decode``: bytes as text, in the encoding that the page declares
- ``parse``: the one HTML parser
- ``css``: what simple rules of style sheets say of letters
"""

from hexapla.formats.html.css import Rule, rules
from hexapla.formats.html.decode import decode
from hexapla.formats.html.parse import parse

__all__ = ["Rule", "decode", "parse", "rules"]
