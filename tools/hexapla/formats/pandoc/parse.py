"""pandoc's JSON as a typed tree."""

import json
import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

from hexapla.formats.pandoc import ast
from hexapla.formats.pandoc.ast import Attr, Block, Blocks, Document, Inline, Inlines
from hexapla.formats.pandoc.depth import depth
from hexapla.formats.pandoc.numbers import numbers
from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.messages import _

MAX_DEPTH = 400
"""Brackets that may be open at once: about a hundred quotations in each other."""

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def parse(source: bytes, *, file: str = "") -> Document:
    """Return the document in pandoc's JSON (``--to json``).

    Raises TooLarge for one that is nested more than a hundred times, BadFile for what pandoc does not write.
    """
    if depth(source) > MAX_DEPTH:
        raise TooLarge(_("quotations, lists or tables are nested too deeply; divide the file."), file=file)
    try:
        whole = _dict(json.loads(source))
        about = tuple((name, _values(value)) for name, value in _dict(whole["meta"]).items())
        return Document(about, _blocks(whole["blocks"]))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        reason = _("pandoc answered in a form that is not known here; its version may be too new.")
        raise BadFile(reason, file=file) from error


def _dict(value: Json) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _str(value: Json) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    # JSON can name half a character, which no text can hold.
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _int(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value


def _node(value: Json) -> tuple[str, Json]:
    node = _dict(value)
    return _str(node["t"]), node.get("c")


def _values(value: Json) -> tuple[Inlines, ...]:
    """Return a field of the metadata as texts; a map (a name in parts) is its texts in order."""
    kind, content = _node(value)
    if kind == "MetaInlines":
        return (_inlines(content),)
    if kind == "MetaString":
        return ((_str(content),),)
    if kind == "MetaBlocks":
        return tuple(block.content for block in _blocks(content) if isinstance(block, ast.Para | ast.Head))
    if kind == "MetaList":
        return tuple(text for part in _list(content) for text in _values(part))
    if kind == "MetaMap":
        return tuple(text for part in _dict(content).values() for text in _values(part))
    return ()


def _attr(value: Json) -> Attr:
    id, classes, values = _list(value)
    pairs = tuple((_str(_list(pair)[0]), _str(_list(pair)[1])) for pair in _list(values))
    return Attr(_str(id), tuple(_str(name) for name in _list(classes)), pairs)


def _inlines(value: Json) -> Inlines:
    """Return inlines with words and spaces run together."""
    joined: list[Inline] = []
    for part in _each(_inline, _list(value)):
        if isinstance(part, str) and joined and isinstance(last := joined[-1], str):
            joined[-1] = last + part
        else:
            joined.append(part)
    return tuple(joined)


def _each(read: "Callable[[Json], Iterable[Inline]]", values: list[Json]) -> Iterable[Inline]:
    for value in values:
        yield from read(value)


_MARKED = {
    "Emph": "emph",
    "Strong": "strong",
    "Underline": "underline",
    "Strikeout": "strikeout",
    "Superscript": "sup",
    "Subscript": "sub",
    "SmallCaps": "smallcaps",
}


def _inline(value: Json) -> Iterable[Inline]:
    kind, content = _node(value)
    if kind == "Str":
        return (_str(content),)
    if kind in ("Space", "SoftBreak"):
        return (" ",)
    if kind == "LineBreak":
        return (ast.Break(),)
    if kind in _MARKED:
        return (ast.Span(_MARKED[kind], _inlines(content)),)
    if kind == "Note":
        return (ast.Note(_blocks(content)),)
    parts = _list(content)
    if kind == "Quoted":
        single = _node(parts[0])[0] == "SingleQuote"
        return (ast.Span("q", _inlines(parts[1]), Attr(classes=("single",) if single else ("double",))),)
    if kind == "Cite":
        return _inlines(parts[1])
    if kind == "Code":
        return (ast.Span("code", (_str(parts[1]),), _attr(parts[0])),)
    if kind == "Math":
        return (_formula(_str(parts[1])),)
    if kind == "RawInline":
        return (ast.Raw(_str(parts[0]), _str(parts[1])),)
    if kind == "Link":
        return (ast.Link(_inlines(parts[1]), _str(_list(parts[2])[0]), _attr(parts[0])),)
    if kind == "Image":
        return (ast.Image(_inlines(parts[1]), _str(_list(parts[2])[0])),)
    if kind == "Span":
        return (ast.Span("span", _inlines(parts[1]), _attr(parts[0])),)
    raise KeyError(kind)


_RAISED = re.compile(r"\s*([_^])\s*\{?\s*(?:\\(?:text|mathrm|textrm)\s*\{)?([\w+\-– ]+)\}{0,2}\s*\Z")


def _formula(tex: str) -> ast.Span:
    """Return a formula; one that only raises or lowers letters (``H$_2$O``) is no formula."""
    raised = _RAISED.match(tex)
    if raised:
        return ast.Span("sub" if raised[1] == "_" else "sup", (raised[2].strip(),))
    return ast.Span("formula", (tex.strip(),))


def _blocks(value: Json) -> Blocks:
    return tuple(block for part in _list(value) if (block := _block(part)) is not None)


def _block(value: Json) -> Block | None:
    kind, content = _node(value)
    if kind in ("Para", "Plain"):
        return ast.Para(_inlines(content))
    if kind == "HorizontalRule":
        return ast.Rule()
    if kind == "BlockQuote":
        return ast.Quote(_blocks(content))
    if kind == "BulletList":
        items = tuple(_blocks(item) for item in _list(content))
        return ast.Listing(items, ("",) * len(items))
    if kind == "LineBlock":
        return ast.Verse(tuple(_inlines(line) for line in _list(content)))
    if kind == "DefinitionList":
        return ast.Terms(tuple(_term(item) for item in _list(content)))
    if kind == "Null":
        return None
    return _attributed(kind, _list(content))


def _attributed(kind: str, parts: list[Json]) -> Block:
    if kind == "Header":
        return ast.Head(_int(parts[0]), _inlines(parts[2]), _attr(parts[1]))
    if kind == "Div":
        return ast.Div(_blocks(parts[1]), _attr(parts[0]))
    if kind == "CodeBlock":
        return ast.Code(_str(parts[1]))
    if kind == "RawBlock":
        return ast.Raw(_str(parts[0]), _str(parts[1]))
    if kind == "OrderedList":
        start, style, _delimiter = _list(parts[0])
        items = tuple(_blocks(item) for item in _list(parts[1]))
        return ast.Listing(items, numbers(_int(start), len(items), _node(style)[0]))
    if kind == "Figure":
        return ast.Figure(_caption(parts[1]), _blocks(parts[2]))
    if kind == "Table":
        return _table(parts)
    raise KeyError(kind)


def _term(value: Json) -> tuple[Inlines, Blocks]:
    term, definitions = _list(value)
    return _inlines(term), tuple(block for part in _list(definitions) for block in _blocks(part))


def _caption(value: Json) -> Blocks:
    return _blocks(_list(value)[1])


def _table(parts: list[Json]) -> ast.Table:
    """Return a table: attributes, caption, columns, head, bodies, foot."""
    rows = list(_rows(_list(parts[3])[1], label=True))
    for body in _list(parts[4]):
        _attributes, _heads, head, own = _list(body)
        rows += [*_rows(head, label=True), *_rows(own, label=False)]
    rows += _rows(_list(parts[5])[1], label=False)
    return ast.Table(_caption(parts[1]), tuple(rows))


def _rows(value: Json, *, label: bool) -> Iterable[ast.Row]:
    for row in _list(value):
        yield ast.Row(tuple(_cell(cell) for cell in _list(_list(row)[1])), label)


def _cell(value: Json) -> ast.Cell:
    _attributes, _align, rows, columns, blocks = _list(value)
    return ast.Cell(_blocks(blocks), _int(rows), _int(columns))
