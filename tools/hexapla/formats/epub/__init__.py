"""EPUB 2 and 3: what a book says of itself, and its documents in reading order."""

from hexapla.formats.epub.book import Book, Chapter
from hexapla.formats.epub.parse import parse

__all__ = ["Book", "Chapter", "parse"]
