"""Searching the edition: one small language, read by ``asked``, answered by ``find``."""

from hexapla.work.search.asked import FILTERS, asked
from hexapla.work.search.find import find

__all__ = ["FILTERS", "asked", "find"]
