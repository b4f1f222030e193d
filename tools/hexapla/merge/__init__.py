"""Merging what two sides made of the same entry, by unit and by content, never by line.

- ``entry``: the five rules of sync for one entry, and who may raise a state
- ``catalog``: the plan for a whole catalog, joins included
- ``settings``: edition.toml, key by key
- ``glossary``: the glossary, by concept, language, term and field
- ``union``: sequences of things that have names
"""

from hexapla.merge.catalog import Plan, Step, plan
from hexapla.merge.entry import Verdict, decide

__all__ = ["Plan", "Step", "Verdict", "decide", "plan"]
