"""Revising: a new state of a text takes over the ids of the old one, so that translations stay where they belong.

- ``revised``: the whole of it, from two texts to one and the fate of every unit
- ``division``: units that were divided by hand stay so where their words are untouched
- ``flow``: the blocks of a text, and their running text
- ``exact``, ``similar``, ``beads``: which unit is which
- ``naming``: ids of units; ``inherit``: ids of notes, blocks and divisions
- ``mended``: a TEI file that somebody edited by hand gets what its units lack
- ``carry``: what becomes of the entries of a language; ``diff``: which words changed
"""

from hexapla.revise.revised import Revised, revised

__all__ = ["Revised", "revised"]
