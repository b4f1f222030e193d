"""The sample edition's texts, read afresh without any id, get every id back: heads, verse, lists, turns and notes."""

from dataclasses import replace
from pathlib import Path

import pytest

from hexapla import segment
from hexapla.formats import tei
from hexapla.model.text import Element, Text
from hexapla.revise import revised
from hexapla.revise.flow import unwrapped

SOURCES = sorted(path for path in (Path(__file__).parents[2] / "source").glob("*.xml"))


def without_ids(element: Element) -> Element:
    content = tuple(part if isinstance(part, str) else without_ids(part) for part in element.content)
    if any(isinstance(part, Element) and part.is_unit for part in content):
        content = unwrapped(content)
    return Element(element.tag, element.attributes, content).with_attributes(xml_id=None)


def bare(text: Text) -> Text:
    body = without_ids(text.body)
    return replace(text, body=body, blocks=tei.blocks.find(body))


@pytest.mark.parametrize("path", SOURCES, ids=[path.stem for path in SOURCES])
def test_a_text_without_ids_gets_them_back(path: Path) -> None:
    source = path.read_bytes()
    old = tei.parse(source)
    new, _next = segment.units(bare(old), next=1)
    made = revised(old, new, next=1)
    assert made.text == old
    assert tei.serialize(made.text, source) == source
