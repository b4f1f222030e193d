"""Emphasis that is a whole paragraph's: evidence of what it is, and no emphasis within a head."""

from dataclasses import replace

from hexapla.formats.pandoc.ast import Break, Inline, Inlines, Note, Page, Span


def rend(content: Inlines) -> str:
    """Return ``bold`` or ``italic`` where all letters are set so; bold goes first."""
    if _all(content, "strong"):
        return "bold"
    return "italic" if _all(content, "emph") else ""


def without(content: Inlines) -> Inlines:
    """Return content without the bold and the italic that all of its letters share."""
    for kind in ("strong", "emph", "underline"):
        if _all(content, kind):
            content = _stripped(content, kind)
    return content


def _all(content: Inlines, kind: str) -> bool:
    """Whether there are letters, and each lies in a span of a kind; notes aside."""
    return _letters(content) and not _outside(content, kind)


def _letters(content: Inlines) -> bool:
    return any(_letters(inner) if (inner := _inner(part)) else _is_text(part) for part in content)


def _outside(content: Inlines, kind: str) -> bool:
    """Whether there are letters outside of all spans of a kind."""
    for part in content:
        if isinstance(part, Span) and part.kind == kind:
            continue
        inner = _inner(part)
        if _outside(inner, kind) if inner else _is_text(part):
            return True
    return False


def _stripped(content: Inlines, kind: str) -> Inlines:
    made: list[Inline] = []
    for part in content:
        if isinstance(part, Span) and part.kind == kind:
            made.extend(_stripped(part.content, kind))
        elif isinstance(part, Span):
            made.append(replace(part, content=_stripped(part.content, kind)))
        else:
            made.append(part)
    return tuple(made)


def _inner(part: Inline) -> Inlines:
    return () if isinstance(part, str | Break | Page | Note) else getattr(part, "content", ())


def _is_text(part: Inline) -> bool:
    return isinstance(part, str) and bool(part.strip())
