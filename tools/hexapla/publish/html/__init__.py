"""Parallel HTML: one self-contained page that fetches nothing and is complete without JavaScript."""

from hexapla.publish.html.build import build

__all__ = ["build"]
