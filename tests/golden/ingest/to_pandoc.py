"""A careful reading as a document of pandoc's (its JSON form), from which word processors' files and pages are made."""

import re
from dataclasses import dataclass
from typing import Any

from hexapla.model.text import Content, Element, Text

Node = dict[str, Any]


@dataclass(frozen=True)
class Wants:
    """What a kind of file can hold."""

    styles: bool = False
    """Whether paragraphs have named styles: Title, Speaker, Signature."""
    typed: bool = False
    """Whether the numbers of items are typed."""
    breaks: bool = True
    """Whether a head may be of two lines."""
    rules: bool = False
    """Whether a section break is a rule."""
    number: str = "{}. "
    dash: str = "– "


STYLES = {
    "signed": "Signature", "dateline": "Date", "salute": "Salutation", "speaker": "Speaker", "break": "Section Break",
    "epigraph": "Epigraph", "lg": "Verse", "notes": "Endnote Text", "item": "Item", "quote": "Quote",
}  # fmt: skip


def document(text: Text, wants: Wants) -> Node:
    """Return a book as pandoc's JSON document."""
    ends = [note for note in text.body.walk() if note.tag == "note" and note.get("place") == "end"]
    body = next(child for child in text.body.walk() if child.tag == "body")
    return {
        "pandoc-api-version": [1, 23, 1],
        "meta": {
            "lang": {"t": "MetaInlines", "c": _words(text.lang)},
            **({} if wants.styles else {"title": {"t": "MetaInlines", "c": _words(text.title)}}),
        },
        "blocks": _Writer(wants, ends).group(body, 1),
    }


@dataclass(frozen=True)
class _Writer:
    wants: Wants
    ends: list[Element]

    def group(self, element: Element, level: int) -> list[Node]:
        return [
            made
            for child in element.content
            if isinstance(child, Element)
            for made in self.block(child, level)
        ]

    def block(self, element: Element, level: int) -> list[Node]:
        """Return an element as pandoc's blocks."""
        match element.tag:
            case "div":
                made = self.group(element, level + 1)
                return [*made, *self.end_notes()] if element.get("type") == "notes" else made
            case "head":
                return self.head(element, level)
            case "p" if element.get("rend") == "break" and self.wants.rules:
                return [{"t": "HorizontalRule"}]
            case "p" if element.get("rend") == "break":
                return self.styled("break", [self.para(element)])
            case "p":
                return [self.para(element)]
            case "sp":
                return self.turn(element)
            case "list":
                return self.items([child for child in element.content if isinstance(child, Element)])
            case "quote" if not self.wants.styles:
                return [{"t": "BlockQuote", "c": self.group(element, level)}]
            case "quote" | "epigraph":
                return self.styled(element.tag, self.group(element, level))
            case "lg":
                return self.verse(element)
            case "dateline" | "signed" | "salute":
                return self.styled(element.tag, [self.para(element)])
            case _:
                return self.group(element, level)

    def styled(self, kind: str, blocks: list[Node]) -> list[Node]:
        """Return blocks in a named style, where there are such."""
        if not self.wants.styles:
            return blocks
        return [{"t": "Div", "c": [["", [], [["custom-style", STYLES[kind]]]], blocks]}]

    def para(self, element: Element, *lead: Node) -> Node:
        return {"t": "Para", "c": [*lead, *self.inline(element.content)]}

    def head(self, element: Element, level: int) -> list[Node]:
        content = self.inline(element.content)
        if not self.wants.breaks:
            content = [{"t": "Space"} if node["t"] == "LineBreak" else node for node in content]
        if not self.wants.styles:
            return [{"t": "Header", "c": [level, ["", [], []], content]}]
        if level == 1:
            return [{"t": "Div", "c": [["", [], [["custom-style", "Title"]]], [{"t": "Para", "c": content}]]}]
        return [{"t": "Header", "c": [level - 1, ["", [], []], content]}]

    def turn(self, element: Element) -> list[Node]:
        children = [child for child in element.content if isinstance(child, Element)]
        said = [self.para(child) for child in children if child.tag != "speaker"]
        speaker = [self.para(child) for child in children if child.tag == "speaker"]
        if speaker and self.wants.styles and not self.wants.typed:
            return [*self.styled("speaker", speaker), *said]
        dash = _words(self.wants.dash)
        lead = [{"t": "Strong", "c": speaker[0]["c"]}, {"t": "Space"}] if speaker else dash
        said[0]["c"] = [*lead, *said[0]["c"]]
        return said

    def items(self, items: list[Element]) -> list[Node]:
        if self.wants.typed:
            made = [self.para(item, *_words(self.wants.number.format(item.get("n")))) for item in items]
            return self.styled("item", made)
        start = [int(items[0].get("n")), {"t": "Decimal"}, {"t": "Period"}]
        return [{"t": "OrderedList", "c": [start, [[self.para(item)] for item in items]]}]

    def verse(self, element: Element) -> list[Node]:
        lines = [self.inline(line.content) for line in element.content if isinstance(line, Element)]
        if not self.wants.styles:
            return [{"t": "LineBlock", "c": lines}]
        content = [node for line in lines for node in [{"t": "LineBreak"}, *line]][1:]
        return self.styled("lg", [{"t": "Para", "c": content}])

    def end_notes(self) -> list[Node]:
        return self.styled("notes", [self.para(note, *_words(note.get("n") + " ")) for note in self.ends])

    def inline(self, content: Content) -> list[Node]:
        return [
            node
            for child in content
            for node in (_words(child) if isinstance(child, str) else self.tag(child))
        ]

    def tag(self, element: Element) -> list[Node]:
        """Return an inline element as pandoc's."""
        inside = self.inline(element.content)
        match element.tag:
            case "lb":
                return [{"t": "LineBreak"}]
            case "note" if element.get("place") == "end":
                return [{"t": "Superscript", "c": _words(element.get("n"))}]
            case "note":
                return [{"t": "Note", "c": [{"t": "Para", "c": inside}]}]
            case "hi" if element.get("rend") == "sup":
                return [{"t": "Superscript", "c": inside}]
            case "hi" | "emph":
                return [{"t": "Emph", "c": inside}]
            case _:
                return inside


def _words(text: str) -> list[Node]:
    return [
        {"t": "Space"} if part == " " else {"t": "Str", "c": part}
        for part in re.split("( )", re.sub(r"[ \n\t]+", " ", text))
        if part
    ]
