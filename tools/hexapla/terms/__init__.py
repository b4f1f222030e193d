"""Terms: finding them in every form that a language gives them, weighing candidates, mining renderings.

- ``find``: the occurrences of terms in segments
- ``Finder``: the same, made ready once
"""

from hexapla.terms.find import Finder, find

__all__ = ["Finder", "find"]
