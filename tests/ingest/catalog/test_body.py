"""Blocks in a body: heads begin divisions, neighbours are grouped, and the schema agrees."""

import pytest

from hexapla.formats import tei
from hexapla.formats.tei import blocks, header, schema
from hexapla.ingest.catalog.body import body
from hexapla.model.text import Element, Text, element

TAGS = {"h": "head", "p": "p", "i": "item", "q": "quote", "v": "l"}


def made(kinds: str) -> Element:
    segs = [element("seg", "Rope", type="unit", xml_id=f"u{n}", n=f"{n}") for n in range(1, len(kinds) + 1)]
    return body(element(TAGS[kind], seg) for kind, seg in zip(kinds, segs, strict=True))


def shape(tree: Element) -> str:
    inner = "".join(
        shape(child) for child in tree.content if isinstance(child, Element) and not child.is_unit
    )
    letter = {"head": "h", "item": "i", "quote": "q", "l": "v"}.get(tree.tag, tree.tag)
    return f"{letter}({inner})" if inner else letter


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("pp", "body(pp)"),
        ("hp", "body(div(hp))"),
        ("phphhp", "body(pdiv(hp)div(hhp))"),
        ("piipi", "body(plist(ii)plist(i))"),
        ("vvpq", "body(lg(vv)pq)"),
        ("h", "body(div(h))"),
    ],
)
def test_shapes_are_valid_tei(kinds: str, expected: str) -> None:
    tree = made(kinds)
    assert shape(tree) == expected
    whole = element("text", tree, type="source", xml_lang="en")
    text = Text("ferry", "en", "The ferry", header.make("The ferry", "en"), whole, blocks.find(whole))
    assert len(text.units) == len(kinds)
    assert not schema.validate(tei.serialize(text))
