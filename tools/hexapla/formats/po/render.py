"""The lines of an entry and of a header, as gettext orders them; no line can become one of another kind."""

import re
from collections.abc import Iterator

from hexapla.formats.po.adapter import field_lines
from hexapla.formats.po.catalog import Catalog, CatalogEntry

_BREAK = re.compile(r"[\r\n]+")
_MARKS = (".", ":", ",", "=", "|", "~")
"""What makes a comment something else than a person's."""


def entry_lines(entry: CatalogEntry) -> list[str]:
    """Return an entry's lines: comments of all kinds, references, flags, previous and present fields."""
    return [
        *(part for comment in entry.comments for part in _comment(comment, _MARKS)),
        *_marked(".", entry.extracted),
        *_marked(":", entry.references),
        *([_one_line(f"#, {', '.join(entry.flags)}")] if entry.flags else []),
        *_marked("=", entry.sticky),
        *field_lines(entry),
    ]


def header_lines(catalog: Catalog) -> list[str]:
    """Return the lines of a catalog's header: its comments, and one line a field, whatever a value holds."""
    fields = [
        f"{_one_line(name)}: {_one_line(value)}" if name else _one_line(value)
        for name, value in catalog.headers
    ]
    header = CatalogEntry("", "".join(f"{line}\n" for line in fields))
    return [
        *(part for comment in catalog.comments for part in _comment(comment, ("~",))),
        *field_lines(header),
    ]


def _comment(comment: str, others: tuple[str, ...]) -> Iterator[str]:
    """Give back a comment as it is, unless it would be read as something else."""
    for line in _BREAK.split(comment):
        body = line.lstrip(" \t")
        yield line if body.startswith("#") and not body[1:].startswith(others) else f"# {line}"


def _marked(mark: str, texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        yield f"#{mark} {_one_line(text)}" if text else f"#{mark}"


def _one_line(text: str) -> str:
    """Fold line breaks into spaces: in a header they would forge another one (attack S9)."""
    return _BREAK.sub(" ", text)
