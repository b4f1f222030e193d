"""Mixed content as a flow of tokens, so that a run of text can be followed across the tags in it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from hexapla.model.text import Content, Element


@dataclass(frozen=True)
class Open:
    """The start tag of an element that text flows through."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Close:
    """The end tag of the element that was opened last."""


Token: TypeAlias = "str | Open | Close | Element"  # noqa: S105 - no password
"""Text, a start tag, an end tag, or an element that stands in the text like one character."""


def stands(element: Element) -> bool:
    """Whether an inline element stands like a character: an empty one; a note, whose text is its own flow."""
    return not element.content or element.tag == "note"


def is_between_units(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token stands between two units and nothing else."""
    around = (*tokens[max(place - 1, 0) : place], *tokens[place + 1 : place + 2])
    return len(around) == 2 and all(isinstance(token, Element) and token.is_unit for token in around)


def flatten(content: Content, stands: Callable[[Element], bool] = stands) -> list[Token]:
    """Return mixed content as tokens; an element that ``stands`` is one token with all that it holds."""
    tokens: list[Token] = []
    for child in content:
        if isinstance(child, str) or stands(child):
            tokens.append(child)
        else:
            tokens.append(Open(child.tag, child.attributes))
            tokens.extend(flatten(child.content, stands))
            tokens.append(Close())
    return tokens


def build(tokens: Iterable[Token]) -> Content:
    """Return the content that balanced tokens describe; neighbouring texts are joined."""
    stack: list[list[str | Element]] = [[]]
    opened: list[Open] = []
    for token in tokens:
        if isinstance(token, Open):
            opened.append(token)
            stack.append([])
        elif isinstance(token, Close):
            content, start = stack.pop(), opened.pop()
            stack[-1].append(Element(start.tag, start.attributes, tuple(content)))
        elif isinstance(token, Element):
            stack[-1].append(token)
        elif token and stack[-1] and isinstance(last := stack[-1][-1], str):
            stack[-1][-1] = last + token
        elif token:
            stack[-1].append(token)
    return tuple(stack[0])
