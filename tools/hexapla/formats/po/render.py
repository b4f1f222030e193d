"""The lines of an entry and of a header, as gettext orders them; no line can become one of another kind."""

import re
from collections.abc import Iterator

from hexapla.formats.po.adapter import text_lines
from hexapla.formats.po.catalog import Catalog, CatalogEntry
from hexapla.formats.po.guard.text import carried

_BREAK = re.compile(r"[\r\n]+")
_MARKS = (".", ":", ",", "=", "|", "~")
"""What makes a comment something else than a person's."""
_PREVIOUS = (
    ("msgctxt", "previous_msgctxt"),
    ("msgid", "previous_msgid"),
    ("msgid_plural", "previous_msgid_plural"),
)
_IDENTITY = (("msgctxt", "msgctxt"), ("msgid", "msgid"), ("msgid_plural", "msgid_plural"))


def entry_lines(entry: CatalogEntry) -> list[str]:
    """Return an entry's lines: comments of all kinds, references, flags, previous and present fields."""
    mark = "#~ " if entry.obsolete else ""
    fields = (*identity_lines(entry), *translation_lines(entry))
    return [*head_lines(entry), *previous_lines(entry), *(mark + line for line in fields)]


def head_lines(entry: CatalogEntry) -> list[str]:
    """Return the lines before an entry's fields: people's comments, extracted ones, references, flags."""
    lines = [
        *(part for comment in entry.comments for part in _comment(comment, _MARKS)),
        *_marked(".", entry.extracted),
        *_marked(":", entry.references),
        *([_one_line(f"#, {', '.join(entry.flags)}")] if entry.flags else []),
        *_marked("=", entry.sticky),
    ]
    carried("".join(lines), _name(entry))
    return lines


def previous_lines(entry: CatalogEntry) -> list[str]:
    """Return the lines of an entry's previous fields."""
    mark = "#~| " if entry.obsolete else "#| "
    return [mark + line for line in _field_lines(entry, _PREVIOUS)]


def identity_lines(entry: CatalogEntry) -> list[str]:
    """Return the lines of what tells an entry from others, msgctxt and msgid, unmarked if it is obsolete."""
    return list(_field_lines(entry, _IDENTITY))


def translation_lines(entry: CatalogEntry) -> list[str]:
    """Return the lines of an entry's translation in all its forms, unmarked if it is obsolete."""
    if not entry.msgstr_plural:
        return text_lines("msgstr", entry.msgstr, _name(entry))
    return [
        line
        for index, form in enumerate(entry.msgstr_plural)
        for line in text_lines(f"msgstr[{index}]", form, _name(entry))
    ]


def _field_lines(entry: CatalogEntry, fields: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Render these of an entry's fields, keyword and name, that it has."""
    for keyword, field in fields:
        text = getattr(entry, field)
        if text is not None:
            yield from text_lines(keyword, text, _name(entry))


def _name(entry: CatalogEntry) -> str:
    return entry.msgctxt or entry.msgid


def header_lines(catalog: Catalog) -> list[str]:
    """Return the lines of a catalog's header: its comments, and one line a field, whatever a value holds."""
    fields = [
        f"{_one_line(name)}: {_one_line(value)}" if name else _one_line(value)
        for name, value in catalog.headers
    ]
    comments = [part for comment in catalog.comments for part in _comment(comment, ("~",))]
    carried("".join(comments), "header")
    return [
        *comments,
        *text_lines("msgid", "", "header"),
        *text_lines("msgstr", "".join(f"{line}\n" for line in fields), "header"),
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
