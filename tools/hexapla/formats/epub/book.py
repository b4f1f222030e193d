"""A book as its package describes it (EPUB 3.3, 5)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Chapter:
    """One document of the reading order: its name in the archive, its bytes, and why it is no part of the text.

    ``role`` is ``nav``, ``cover``, ``toc``, or ``aside`` for a document outside of the reading order proper
    (``linear="no"``); empty for the text itself.
    """

    name: str
    source: bytes
    role: str = ""


@dataclass(frozen=True)
class Book:
    """A book: title, authors, language (each as the package has it), its documents and its style sheets."""

    title: str
    authors: tuple[str, ...]
    lang: str
    chapters: tuple[Chapter, ...]
    sheets: tuple[bytes, ...] = ()
