"""Sentences that a TEI file marks become units, ids and pointers included."""

import pytest

from hexapla.formats import xml
from hexapla.formats.tei.parse import text_of
from hexapla.ingest.adopt import adopt
from hexapla.model.report import Decision

HEADER = "<teiHeader><fileDesc><titleStmt><title>Nets</title></titleStmt></fileDesc></teiHeader>"


def adopted(body: str) -> tuple[list[tuple[str, str, str]], list[Decision]]:
    """Return id, n and form of the units, and what was decided."""
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text><body>\n{body}</body></text></TEI>'
    root = xml.parse(source.encode())
    decisions = adopt(root)
    return [(unit.id, unit.n, unit.source) for unit in text_of(root).units], decisions


def test_sentences_of_a_paragraph() -> None:
    units, decisions = adopted('<p><s>Nets <hi>rot</hi>.</s> <pb n="2"/> <s n="two">Oars float.</s></p>')
    assert units == [("u1", "1", "Nets <hi>rot</hi>."), ("u2", "two", "Oars float.")]
    assert [(decision.kind, decision.line) for decision in decisions] == [("unit", 2)]
    assert decisions[0].reason.startswith("2 sentences")


def test_segments_without_a_type_in_a_block_without_a_name() -> None:
    assert adopted("<ab><seg>Nets rot.</seg><seg>Oars float.</seg></ab>")[0] == [
        ("u1", "1", "Nets rot."),
        ("u2", "2", "Oars float."),
    ]


def test_ids_of_units_stay_and_others_change_in_pointers_too() -> None:
    units, decisions = adopted(
        '<p><s xml:id="u4">See <ref target="#first #u4 http://a.example/#first">there</ref>.</s></p>'
        '<p><s xml:id="first">Nets rot.</s></p>'
    )
    assert units == [
        ("u4", "4", 'See <ref target="#u5 #u4 http://a.example/#first">there</ref>.'),
        ("u5", "5", "Nets rot."),
    ]
    assert "“first” is called u5" in decisions[1].reason


def test_a_unit_with_an_odd_id_gets_another() -> None:
    assert adopted('<p><seg type="unit">Nets rot.</seg> <seg type="unit" xml:id="u2">Oars.</seg></p>')[0] == [
        ("u3", "3", "Nets rot."),
        ("u2", "", "Oars."),
    ]


def test_sentences_in_a_note_of_a_sentence() -> None:
    units, _decisions = adopted('<p><s>Nets<note xml:id="n1"><s>Not ours.</s></note> rot.</s></p>')
    assert units == [("u1", "1", 'Nets<note xml:id="n1"/> rot.'), ("u2", "2", "Not ours.")]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Nets <s>rot.</s></p>",
        "<p><s>Nets rot.</s> And oars</p>",
        "<p><s>Nets rot.</s> <hi>Oars</hi></p>",
        "<p><seg type='clause'>Nets</seg> <seg type='clause'>rot.</seg></p>",
        "<p>Nets <seg type='unit'>rot.</seg></p>",
        "<p><seg/></p>",
    ],
)
def test_what_does_not_make_up_its_block_is_not_adopted(body: str) -> None:
    assert adopted(body) == ([], [])


def test_units_of_ours_are_not_touched() -> None:
    assert adopted('<p><seg type="unit" xml:id="u9" n="ix">Nets.</seg></p>') == ([("u9", "ix", "Nets.")], [])
