"""White space in mixed content: a run of spaces, tabs and line breaks is one space, with none at the ends.

Only XML's own white space is meant; U+00A0, U+202F and U+3000 are letters here. A run may cross tags: in
``a <hi> b</hi>`` the space stands before the tag.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from hexapla.formats.tei.flow import Close, Open, Token, build, flatten, stands
from hexapla.model.text import Content, Element

WHITE = " \t\r\n"
_RUN = re.compile(f"[{WHITE}]+")


def is_white(text: str) -> bool:
    """Whether a text is nothing but XML white space."""
    return not text.strip(WHITE)


def collapse(content: Content) -> Content:
    """Return inline content with its white space collapsed; the text of a note is a flow of its own."""
    return build(collapse_tokens(flatten(content), within))


def within(element: Element) -> Element:
    """Return an element that stands in a flow with its own content collapsed."""
    return replace(element, content=collapse(element.content)) if element.content else element


def collapse_tokens(tokens: list[Token], within: Callable[[Element], Element]) -> list[Token]:
    """Return tokens with white space collapsed; ``within`` settles the elements that stand in the flow."""
    settled: list[Token] = []
    after_space = True
    for token in tokens:
        if isinstance(token, str):
            text = _RUN.sub(" ", token)
            text = text.removeprefix(" ") if after_space else text
            if text:
                settled.append(text)
                after_space = text.endswith(" ")
        elif isinstance(token, Element):
            settled.append(within(token))
            after_space = False
        else:
            settled.append(token)
    return _stripped(settled)


def _stripped(tokens: list[Token]) -> list[Token]:
    """Take the last space out, if nothing but end tags and empty tags follow it."""
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if isinstance(token, str):
            return [*tokens[:place], token.removesuffix(" "), *tokens[place + 1 :]]
        if not isinstance(token, Open | Close):
            break
    return tokens


def edges(content: Content) -> tuple[bool, bool]:
    """Return whether white space stands at the start and at the end of content, looking through tags."""
    tokens = [token for token in flatten(content, stands) if not isinstance(token, Open | Close)]
    first, last = (tokens[0], tokens[-1]) if tokens else ("", "")
    return (
        isinstance(first, str) and first.startswith(tuple(WHITE)),
        isinstance(last, str) and last.endswith(tuple(WHITE)),
    )
