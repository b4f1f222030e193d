"""Line ends within paragraphs: the lines of verse, and paragraphs that empty lines part."""

from dataclasses import replace

from hexapla.formats.pandoc import ast
from hexapla.formats.pandoc.ast import Inline, Inlines, Span
from hexapla.ingest.pandoc.finished import is_empty


def has_break(content: Inlines) -> bool:
    """Whether a line end was wanted in a paragraph."""
    return any(
        isinstance(part, ast.Break) or (isinstance(part, Span) and has_break(part.content))
        for part in content
    )


def parted(content: Inlines) -> list[Inlines]:
    """Return a paragraph as the paragraphs that empty lines within it make; none begins or ends with a line end."""
    parts: list[list[Inline]] = [[]]
    breaks = 0
    for part in content:
        now = parts[-1]
        if isinstance(part, ast.Break):
            breaks += 1
        elif isinstance(part, str) and not part.strip() and (breaks or not now):
            continue
        else:
            if breaks >= 2 and now:
                now = []
                parts.append(now)
            elif breaks and now:
                now.append(ast.Break())
            begins = not now or isinstance(now[-1], ast.Break)
            now.append(part.lstrip(" ") if isinstance(part, str) and begins else part)
            breaks = 0
    return [tuple(part) for part in parts if not is_empty(tuple(part))]


def lines_of(content: Inlines) -> list[Inlines]:
    """Return a paragraph as the lines that its line ends make of it."""
    lines: list[list[Inline]] = [[]]
    for part in content:
        if isinstance(part, ast.Break):
            lines.append([])
        elif isinstance(part, Span) and has_break(part.content):
            inner = [replace(part, content=line) for line in lines_of(part.content)]
            lines[-1].append(inner[0])
            lines += [[line] for line in inner[1:]]
        else:
            lines[-1].append(part)
    return [tuple(line) for line in lines if not is_empty(tuple(line))]
