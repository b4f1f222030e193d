"""A document as nested pieces of its very text, so that a change touches only what it changes.

The text has passed ``formats.xml``: it is well-formed, and its DOCTYPE declares nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

_MARK = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<!DOCTYPE(?:[^\"'>]|\"[^\"]*\"|'[^']*')*+>"
    r"|<(?P<end>/?)(?:[^\"'>]|\"[^\"]*\"|'[^']*')*+>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"(?P<space>\s+)(?P<name>[^\s=/>]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")


@dataclass(frozen=True)
class Raw:
    """One element: its tags as they are written, between them text (with comments and the like) and elements.

    ``close`` is empty where ``open`` is a tag that closes itself.
    """

    open: str
    content: "tuple[str | Raw, ...]" = ()
    close: str = ""

    def __str__(self) -> str:
        return "".join(self._pieces())

    @property
    def elements(self) -> "list[Raw]":
        """The elements in it, as lxml lists them."""
        return [part for part in self.content if isinstance(part, Raw)]

    @property
    def gaps(self) -> list[str]:
        """The texts before each of the elements, and the one after the last."""
        gaps = [""]
        for part in self.content:
            if isinstance(part, str):
                gaps[-1] += part
            else:
                gaps.append("")
        return gaps

    def holding(self, content: "tuple[str | Raw, ...]") -> "Raw":
        """Return the element with another content; a tag that closes itself is opened."""
        if self.close or not content:
            return replace(self, content=content)
        name = re.split(r"[\s/>]", self.open[1:], maxsplit=1)[0]
        return Raw(self.open[:-2].rstrip() + ">", content, f"</{name}>")

    def with_child(self, old: "Raw", new: "Raw | str") -> "Raw":
        """Return the element with one child in the place of another."""
        return replace(self, content=tuple(new if part is old else part for part in self.content))

    def with_attributes(self, values: Mapping[str, str]) -> "Raw":
        """Return the element with attributes set (values already escaped); an empty value takes one away."""
        left = dict(values)

        def written(found: re.Match[str]) -> str:
            if found["name"] not in left:
                return found[0]
            value = left.pop(found["name"])
            return f'{found["space"]}{found["name"]}="{value}"' if value else ""

        tag = _ATTRIBUTE.sub(written, self.open)
        end = len(tag) - (2 if tag.endswith("/>") else 1)
        added = "".join(f' {name}="{value}"' for name, value in left.items() if value)
        tag = tag[:end].rstrip() + added + tag[end:] if added else tag
        return replace(self, open=tag)

    def _pieces(self) -> Iterator[str]:
        """Yield the text, piece by piece; without recursion, since documents may be deep."""
        stack: list[str | Raw] = [self]
        while stack:
            part = stack.pop()
            if isinstance(part, str):
                yield part
                continue
            yield part.open
            stack.append(part.close)
            stack.extend(reversed(part.content))


def white_end(text: str) -> str:
    """Return the white space (XML's) at the end of a text."""
    return text[len(text.rstrip(" \t\r\n")) :]


def scan(text: str) -> tuple[str, Raw, str]:
    """Return what stands before the root of a well-formed document, the root, and what stands after it."""
    before = ""
    stack: list[tuple[str, list[str | Raw]]] = []
    root: Raw | None = None
    at = 0
    for mark in _MARK.finditer(text):
        piece = mark[0]
        if mark["end"] is None:
            continue  # a comment and the like is part of the text around it
        if not stack:
            before = text[: mark.start()]
        elif mark.start() > at:
            stack[-1][1].append(text[at : mark.start()])
        at = mark.end()
        if not mark["end"] and not piece.endswith("/>"):
            stack.append((piece, []))
            continue
        if mark["end"]:
            opened, content = stack.pop()
            made = Raw(opened, tuple(content), piece)
        else:
            made = Raw(piece)
        if stack:
            stack[-1][1].append(made)
        else:
            root = made
    if root is None:
        raise ValueError("a document without an element")
    return before, root, text[at:]
