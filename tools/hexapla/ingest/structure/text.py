"""The text of a piece's content, and content with a part of it taken away."""

from collections.abc import Callable
from dataclasses import replace

from hexapla.ingest.structure.piece import Piece
from hexapla.model.text import Content, Element

OPAQUE = frozenset({"note"})
"""Elements whose text is not that of the block."""


def plain(content: Content) -> str:
    """Return the text of content; a line break is ``\\n``, notes are left out."""
    parts = []
    for part in content:
        if isinstance(part, str):
            parts.append(part)
        elif part.tag == "lb":
            parts.append("\n")
        elif part.tag not in OPAQUE:
            parts.append(plain(part.content))
    return "".join(parts)


def without(content: Content, start: int, end: int) -> Content:
    """Return content without the characters between two offsets of its plain text; empty elements go with them."""
    return _edited(content, start, end, lambda _first: None)[0]


def unset(content: Content, rend: str) -> Content:
    """Return content without the ``hi`` of one kind, but with what stands in it."""
    made: list[str | Element] = []
    for part in content:
        if isinstance(part, Element) and part.tag == "hi" and part.get("rend") == rend:
            made += unset(part.content, rend)
        elif isinstance(part, Element):
            made.append(replace(part, content=unset(part.content, rend)))
        else:
            made.append(part)
    return tuple(made)


def replaced(content: Content, start: int, end: int, instead: Element) -> Content:
    """Return content with an element in the place of the characters between two offsets of its plain text."""
    return _edited(content, start, end, lambda first: instead if first else None)[0]


def _edited(
    content: Content,
    start: int,
    end: int,
    instead: Callable[[bool], Element | None],
    at: int = 0,
    done: bool = False,
) -> tuple[Content, int, bool]:
    made: list[str | Element] = []
    for part in content:
        if isinstance(part, Element) and (part.tag == "lb" or part.tag in OPAQUE or not part.content):
            made.append(part)
            at += part.tag == "lb"
            continue
        if isinstance(part, Element):
            inner, at, done = _edited(part.content, start, end, instead, at, done)
            if (
                part.tag == "hi"
                and inner
                and all(isinstance(one, Element) and one.tag == "note" for one in inner)
            ):
                made += inner  # a raised mark was all that the markup was for
            elif inner:
                made.append(replace(part, content=inner))
            continue
        first, last = max(start - at, 0), min(end - at, len(part))
        if first < last:
            new = instead(not done)
            done = done or new is not None
            made += [one for one in (part[:first], new, part[last:]) if one]
        else:
            made.append(part)
        at += len(part)
    return tuple(made), at, done


def last_page(piece: Piece) -> int:
    """Return the count of the page that a piece ends on."""
    return piece.page + sum(isinstance(part, Element) and part.tag == "pb" for part in piece.content[1:])


def lines(content: Content) -> list[Content]:
    """Return the lines that line breaks part content into; a page that begins with a line goes with it."""
    parts: list[list[str | Element]] = [[]]
    for part in content:
        if isinstance(part, Element) and part.tag == "lb":
            parts.append([])
        else:
            parts[-1].append(part)
    return [tuple(part) for part in parts]


def stripped(content: Content) -> Content:
    """Return content without white space at its ends, nor behind a page break that it begins with."""
    made = list(content)
    for nth, part in enumerate(made):
        if isinstance(part, str):
            made[nth] = part.lstrip(" \t\n")
            if made[nth]:
                break
        elif part.content or part.tag == "lb":
            break
    if made and isinstance(made[-1], str):
        made[-1] = made[-1].rstrip(" \t\n")
    return tuple(part for part in made if part != "")
