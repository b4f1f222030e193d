"""pandoc's JSON as a typed tree."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.formats import pandoc
from hexapla.formats.pandoc import ast
from hexapla.formats.pandoc.depth import depth
from hexapla.formats.pandoc.numbers import number, numbers
from hexapla.model.errors import BadFile, TooLarge

MARKDOWN = """\
---
title: Nets
author: [A. A., B. B.]
---

# Of *Nets*

Wet “nets”, `x`, $H_2O$ and H$_2$O.[^a]

[^a]: A note.

| one
| two

3) three
4) four

Oar
:   It floats.

| A | B |
|---|---|
| 1 | 2 |

![A net](net.png)
"""


def parsed(*blocks: object) -> pandoc.Document:
    return pandoc.parse(json.dumps({"meta": {}, "blocks": blocks}).encode())


def test_everything_that_markdown_has() -> None:
    document = pandoc.read(MARKDOWN.encode(), "markdown", file="nets.md")
    assert [ast.plain(one) for one in document.get("author")] == ["A. A.", "B. B."]
    head, para, verse, listing, terms, table, figure = document.blocks
    assert isinstance(head, ast.Head)
    assert head.content == ("Of ", ast.Span("emph", ("Nets",)))
    assert isinstance(para, ast.Para)
    assert ast.plain(para.content) == "Wet “nets”, x, H_2O and H2O."
    assert [part.kind for part in para.content if isinstance(part, ast.Span)] == ["code", "formula", "sub"]
    assert para.content[-1] == ast.Note((ast.Para(("A note.",)),))
    assert verse == ast.Verse((("one",), ("two",)))
    assert isinstance(listing, ast.Listing)
    assert listing.numbers == ("3", "4")
    assert isinstance(terms, ast.Terms)
    assert terms.items == ((("Oar",), (ast.Para(("It floats.",)),)),)
    assert isinstance(table, ast.Table)
    assert [row.label for row in table.rows] == [True, False]
    assert isinstance(figure, ast.Figure)


def test_what_pandoc_does_not_write_is_refused() -> None:
    for source in (
        b"",
        b"[]",
        b"{}",
        b'{"meta": {}, "blocks": [{"t": "New", "c": []}]}',
        b'{"meta": 1, "blocks": []}',
    ):
        with pytest.raises(BadFile, match="in a form that is not known"):
            pandoc.parse(source)


def test_half_a_character_becomes_a_whole_one() -> None:
    document = parsed({"t": "Para", "c": [{"t": "Str", "c": "a\ud800b"}]})
    assert document.blocks == (ast.Para(("a\ufffdb",)),)


def test_too_deep_a_tree_is_not_recursed_into() -> None:
    block = b'{"t":"Para","c":[]}'
    for _level in range(5000):
        block = b'{"t":"BlockQuote","c":[' + block + b"]}"
    with pytest.raises(TooLarge, match="too deeply"):
        pandoc.parse(b'{"meta":{},"blocks":[' + block + b"]}")


def test_depth_counts_no_brackets_in_strings() -> None:
    assert depth(b'{"a\\"[[[": ["[[[[[", [1]]}') == 3
    assert depth(b'"') == 0


@given(st.recursive(st.text('[]{}"\\a'), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_depth_is_that_of_the_value(value: object) -> None:
    def deep(one: object) -> int:
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else None
        return 0 if inner is None else 1 + max(map(deep, inner), default=0)

    assert depth(json.dumps(value).encode()) == deep(value)


@pytest.mark.parametrize(
    ("n", "style", "printed"),
    [(3, "Decimal", "3"), (27, "LowerAlpha", "aa"), (26, "UpperAlpha", "Z"), (1949, "LowerRoman", "mcmxlix"),
     (4, "UpperRoman", "IV"), (0, "LowerRoman", "0"), (-2, "DefaultStyle", "-2"), (5000, "UpperRoman", "5000")],
)  # fmt: skip
def test_numbers_as_they_are_printed(n: int, style: str, printed: str) -> None:
    assert number(n, style) == printed
    assert numbers(n, 1, style) == (printed,)
