"""Files of other projects, whole: what comes out is valid, comes back as it went, and no letter went untold."""

from collections import Counter

import pytest
from lxml import etree

from foreign_texts import ALL, EDITION, ENDNOTES, GROUP, P4, PRINTED, TOKENS
from hexapla import ingest
from hexapla.formats import tei
from hexapla.formats.tei.schema import validate
from hexapla.model.report import Report
from hexapla.model.text import Element, Text


def read(source: str, lang: str = "en") -> tuple[Text, Report]:
    return ingest.read(source.encode(), name="nets.xml", lang=lang, id="nets")


def body(source: str) -> str:
    """Return the body that comes of a document, without the layout."""
    written = tei.serialize(read(source)[0]).decode()
    inside = written.split("<body>")[1].split("</body>")[0]
    return "".join(
        line.strip() if line.startswith(" ") else f" {line}" for line in inside.splitlines()
    ).strip()


def letters(node: Element | str) -> str:
    if isinstance(node, str):
        return "".join(node.split())
    return "".join(letters(child) for child in node.content)


@pytest.mark.parametrize("name", ALL)
def test_what_comes_out_is_valid_and_comes_back(name: str) -> None:
    text, _report = read(ALL[name])
    written = tei.serialize(text)
    assert validate(written) == ()
    assert tei.parse(written) == text


@pytest.mark.parametrize("name", ALL)
def test_no_letter_goes_untold(name: str) -> None:
    root = etree.fromstring(ALL[name])
    source = next(node for node in root.iter("{*}text"))
    there = Counter("".join("".join(str(part) for part in source.itertext()).split()))
    text, report = read(ALL[name])
    for one in report.removed:
        there.subtract("".join(one.before.split()))
        there.update("".join(one.after.split()))
    there.subtract(letters(text.body))
    assert {sign: n for sign, n in there.items() if n} == {}


@pytest.mark.parametrize("name", ["printed", "tokens", "edition", "p4", "group"])
def test_letters_keep_their_order(name: str) -> None:
    root = etree.fromstring(ALL[name])
    source = "".join("".join(str(part) for part in next(root.iter("{*}text")).itertext()).split())
    made = iter(source)
    assert all(sign in made for sign in letters(read(ALL[name])[0].body))


def test_lines_of_a_print() -> None:
    made = body(PRINTED)
    assert "der fange bei den Löchern an und beſchreibe ſie mit Garn" in made
    assert 'der knü<pb facs="#f0002" n="2"/>pfe <hi rendition="#g">weiter</hi>.' in made
    assert "<head>Erſtes Capitel.<lb/> Vom Knüpfen.</head>" in made
    assert "wenn niemand hinſieht, und wer" in made
    assert [one.before for one in read(PRINTED)[1].decisions if one.kind == "furniture"] == [
        "pft",
        "Von den Netzen.",
    ]


def test_a_sitting_word_by_word() -> None:
    text, report = read(TOKENS)
    assert [unit.source for unit in text.units] == [
        "Nets rot.",
        "Do they all?",
        '<name type="PER">Anna</name> says no.',
    ]
    assert [(block.kind, block.speaker) for block in text.blocks if block.units] == [
        ("turn", "The Chair:"),
        ("turn", ""),
    ]
    assert '<sp ana="#chair" who="#Chair" xml:id="sitting.u1"><speaker>The Chair:</speaker>' in body(TOKENS)
    assert '<note type="kinesic">Applause</note>' in body(TOKENS)
    assert any(one.reason.startswith("8 elements “w”") for one in report.decisions)


def test_an_edition_with_its_apparatus() -> None:
    made = body(EDITION)
    assert made.startswith('<div type="edition"><p n="1">Retia putrescuntque <abbr>d~</abbr> natant remi')
    assert made.endswith("Saltmarsh <unclear>iacet</unclear> hic.</p></div>")
    assert [one.before for one in read(EDITION)[1].decisions if one.kind == "reading"] == [
        "putrescant",
        "fluunt",
    ]


def test_notes_go_to_their_anchors() -> None:
    made = body(ENDNOTES)
    assert 'rot.<note n="1" place="end" xml:id="n1">They do.</note> Oars float' in made
    assert (
        '<anchor xml:id="a2"/><note place="end" xml:id="n2">Most of them.</note>, see <ref target="#n1">the'
        in made
    )
    assert '.<note n="3" place="end" xml:id="n3"><p>First.</p><p>Second.</p></note></p>' in made


def test_a_file_of_the_nineties() -> None:
    text, _report = read(P4)
    assert (text.id, text.lang, text.title) == ("nets", "en", "Nets")
    assert '<ref target="#c2">below</ref>' in body(P4)


def test_a_group_of_texts() -> None:
    assert body(GROUP) == (
        '<div type="text" xml:id="t1"><head>Nets</head><p>Nets rot.</p></div>'
        '<div type="text" xml:id="t2"><div type="front"><head>Oars</head></div>'
        '<div type="body"><p>Oars float.</p></div></div>'
    )
