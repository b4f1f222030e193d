"""The glossary for print: one self-contained page, in two forms: the glossary itself, and with how it is kept."""

from hexapla.publish.glossary.html import build

__all__ = ["build"]
