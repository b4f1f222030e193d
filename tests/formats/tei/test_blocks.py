"""Blocks in reading order."""

from hypothesis import given, settings

from hexapla.formats import tei
from hexapla.formats.tei import blocks
from hexapla.model.text import KINDS, Block, Element, Text, element
from tei_texts import sample, texts


def seg(name: str, *content: str | Element) -> Element:
    return element("seg", *(content or (name,)), type="unit", xml_id=name)


def found(*children: str | Element) -> tuple[Block, ...]:
    return blocks.find(element("text", element("body", *children)))


def test_the_sample_in_reading_order() -> None:
    rows = [
        (block.kind, [unit.id for unit in block.units], block.group, block.note, block.n)
        for block in sample().blocks
    ]
    assert rows == [
        ("epigraph", ["u20"], "b20", "", ""),
        ("head", ["u1"], "", "", ""),
        ("head", ["u2"], "", "", ""),
        ("p", ["u3", "u6", "u7"], "", "", ""),
        ("note", ["u4", "u5"], "", "n1", "1"),
        ("note", ["u8"], "", "n2", "2"),
        ("p", ["u30"], "", "", ""),
        ("item", ["u10"], "l1", "", "1"),
        ("item", ["u9"], "l1", "", "2"),
        ("quote", ["u11"], "q1", "", ""),
        ("verse", ["u12"], "s1", "", ""),
        ("verse", ["u13"], "s1", "", ""),
        ("speaker", ["u14"], "sp:1", "", ""),
        ("turn", ["u15"], "sp:1", "", ""),
        ("signed", ["u16"], "", "", ""),
    ]


def test_heads_levels_and_speakers() -> None:
    by_unit = {unit.id: block for block in sample().blocks for unit in block.units}
    assert (by_unit["u1"].level, by_unit["u2"].level, by_unit["u3"].level) == (1, 2, 0)
    assert (by_unit["u2"].heads, by_unit["u3"].heads, by_unit["u4"].heads) == (
        (),
        ("Of boats",),
        ("Of boats",),
    )
    assert (by_unit["u14"].speaker, by_unit["u15"].speaker) == ("", "Ada")
    assert (by_unit["u3"].id, by_unit["u15"].id) == ("b3", "")


def test_a_note_in_a_note_follows_the_block_that_it_is_anchored_in() -> None:
    inner = element("note", seg("u3"), xml_id="n2", n="a")
    outer = element("note", element("p", seg("u2", "x", inner)), element("p", seg("u4")), xml_id="n1", n="1")
    rows = [
        (block.note, block.n, [unit.id for unit in block.units])
        for block in found(element("p", seg("u1", outer), seg("u5")))
    ]
    assert rows == [("", "", ["u1", "u5"]), ("n1", "1", ["u2"]), ("n2", "a", ["u3"]), ("n1", "1", ["u4"])]


def test_paragraphs_of_an_item_are_items_and_the_first_has_the_number() -> None:
    item = element("item", element("p", seg("u1")), element("p", seg("u2")), n="7")
    assert [(block.kind, block.n) for block in found(element("list", item))] == [("item", "7"), ("item", "")]


def test_an_item_comes_before_the_list_in_it() -> None:
    inner = element("list", element("item", seg("u2"), n="a"), xml_id="l2")
    outer = element(
        "list", element("item", seg("u1"), inner, n="1"), element("item", seg("u3"), n="2"), xml_id="l1"
    )
    rows = [(block.units[0].id, block.n, block.group) for block in found(outer)]
    assert rows == [("u1", "1", "l1"), ("u2", "a", "l2"), ("u3", "2", "l1")]


def test_text_without_units_makes_blocks_without_units() -> None:
    rows = found(
        element("p", "Plain ", element("hi", "text"), element("note", "N", xml_id="n1")),
        element("p", element("hi", "all of it")),
        element("p", " "),
        element("quote", "Short."),
        element("floatingText", element("body", element("p", "Inner."))),
    )
    assert [(block.kind, block.units, block.note) for block in rows] == [
        ("p", (), ""), ("note", (), "n1"), ("p", (), ""), ("quote", (), ""), ("p", (), ""),
    ]  # fmt: skip


def test_a_quotation_in_a_line_is_part_of_its_block() -> None:
    rows = found(element("p", element("quote", seg("u1")), " ", seg("u2")))
    assert [(block.kind, [unit.id for unit in block.units]) for block in rows] == [("p", ["u1", "u2"])]


def test_a_translators_note_is_part_of_its_unit() -> None:
    note = element("note", "Mine.", type="translator", xml_id="hu.tn1")
    (block,) = found(element("p", seg("u1", "x", note)))
    assert block.units[0].source == 'x<note type="translator" xml:id="hu.tn1">Mine.</note>'


def test_a_unit_within_a_unit_follows_it() -> None:
    (block,) = found(element("p", seg("u1", "a ", seg("u2", "b"))))
    assert [(unit.id, unit.source) for unit in block.units] == [("u1", 'a <seg xml:id="u2"/>'), ("u2", "b")]


@settings(max_examples=60)
@given(texts())
def test_every_unit_is_in_exactly_one_block(text: Text) -> None:
    in_tree = sorted(inner.get("xml:id") for inner in text.body.walk() if inner.is_unit)
    assert sorted(unit.id for unit in text.units) == in_tree
    assert {block.kind for block in text.blocks} <= set(KINDS)
    assert tei.blocks.find(text.body) == text.blocks
