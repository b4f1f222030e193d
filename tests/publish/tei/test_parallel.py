"""Parallel TEI."""

import pytest
from hypothesis import given, settings
from lxml import etree

from hexapla.formats import tei, xml
from hexapla.formats.tei import inline
from hexapla.model.parallel import ParallelEdition, Rendering
from hexapla.publish.tei import parallel, single
from publish.tei.editions import NS, XML_ID, Read, edition, editions, omitted, read, said
from tei_texts import SAMPLE, tei_all


def made(*rows: Rendering) -> Read:
    return read(parallel(edition({"hu": list(rows)}))["harbour.parallel.xml"])


def test_the_file_as_a_whole() -> None:
    file = made(said("u1", "A kikötő"), said("u3", 'Senki<note xml:id="n1"/>.'), said("u4", "Senki."))
    assert [child.tag.removeprefix(NS) for child in file.root] == ["teiHeader", "standOff", "text"]
    assert [
        (text.get(XML_ID), text.get("type")) for text in file.root.iter(f"{NS}text") if text.get(XML_ID)
    ] == [
        ("t.en", "source"),
        ("t.hu", "translation"),
    ]
    assert file.by_id("t.hu").get("corresp") == "#t.en"
    assert file.by_id("t.hu").get("resp") == "#translator.hu"
    assert file.text_of("en.u9") == "Nets are slower."


def test_the_header_names_everybody() -> None:
    header = (
        parallel(edition({"hu": [said("u1", "A kikötő")]}, draft=True))["harbour.parallel.xml"]
        .decode()
        .split("<standOff")[0]
    )
    for part in (
        '<title xml:lang="en">The Harbour</title>',
        '<title xml:lang="hu">A kikötő</title>',
        "<author>I. Nobody</author>",
        '<resp key="trl" xml:lang="en">translator</resp>',
        "<name>Nagy A.</name>",
        "<name>Kis B.</name>",
        "<publisher>Small Press</publisher>",
        '<date when="2026-11">',
        'target="https://example.org/by"',
        "<title>All harbours</title>",
        "<bibl>A leaflet, <date",
        '<language ident="hu">Magyar</language>',
        '<revisionDesc status="draft"',
        "hu: 71 % translated, 0 % reviewed",
    ):
        assert part in header, part


def test_links_are_one_to_one_joined_or_omitted_and_the_untranslated_has_none() -> None:
    file = made(said("u1", "Egy"), said("u6+u7", "Kettő."), omitted("u30", "Nem kell."), said("u2", ""))
    assert file.links("hu") == ["1-1 #en.u1 #hu.u1", "2-1 #en.u6 #en.u7 #hu.u6", "1-0 #en.u30 #hu.u30"]
    assert file.by_id("hu.u6").get("corresp") == "#en.u6 #en.u7"
    gap = file.by_id("hu.u30")
    assert (gap.tag, gap.get("reason"), file.text_of("hu.u30")) == (f"{NS}gap", "omitted", "Nem kell.")
    assert file.shape("hu.b2") == '<head xml:id="hu.b2"><gap/></head>'


def test_a_note_stands_where_the_translation_sets_it() -> None:
    file = made(
        said("u3", "Három"),
        said("u4", "Négy."),
        said("u6", 'Hat<note xml:id="n1"/>!'),
        said("u7", "Hét"),
        said("u30", "x"),
    )
    assert file.text_of("hu.u3") == "Három"
    assert "".join(file.by_id("hu.u6").itertext()).startswith("HatNégy.")
    assert file.by_id("hu.n1").get("corresp") == "#en.n1"


def test_a_note_that_is_not_set_but_translated_stands_at_the_end_of_its_unit() -> None:
    file = made(said("u3", "Három"), said("u4", "Négy."))
    assert file.text_of("hu.u3") == "HáromNégy. "
    assert file.by_id("hu.n1").getparent() is file.by_id("hu.u3")


def test_a_note_of_an_untranslated_unit_follows_the_gap() -> None:
    file = made(said("u4", "Négy."))
    assert file.by_id("hu.n1").getprevious().tag == f"{NS}gap"
    assert file.links("hu") == ["1-1 #en.u4 #hu.u4"]


def test_a_note_with_nothing_to_say_is_left_out_and_one_that_is_omitted_says_so() -> None:
    file = made(said("u3", "Három"), said("u7", "Hét"), omitted("u8", "Magyarul nyilvánvaló."))
    assert not file.root.xpath("//*[@xml:id='hu.n1']")
    assert file.links("hu") == ["1-1 #en.u3 #hu.u3", "1-1 #en.u7 #hu.u7", "1-0 #en.u8 #hu.u8"]


def test_a_note_cannot_be_set_within_itself() -> None:
    file = made(
        said("u3", "Három"), said("u4", 'Négy<note xml:id="n1"/>.'), said("u8", '<note xml:id="n1"/>Nyolc')
    )
    assert file.by_id("hu.n1").getparent() is file.by_id("hu.u3")


def test_a_note_set_twice_stands_once() -> None:
    file = made(said("u3", 'A<note xml:id="n1"/>'), said("u6", 'B<note xml:id="n1"/>'), said("u4", "Négy."))
    assert file.by_id("hu.n1").getparent() is file.by_id("hu.u3")


def test_notes_without_an_id_stand_at_the_end_of_their_unit() -> None:
    source = SAMPLE.replace(' xml:id="n1"', "").replace('<ref target="#u9">the second</ref>', "it").encode()
    rows = [said("u3", "Három<note/> vasárnap"), said("u4", "Négy.")]
    file = read(parallel(edition({"hu": rows}, text=tei.parse(source)))["harbour.parallel.xml"])
    assert file.text_of("hu.u3") == "Három vasárnapNégy. "
    assert len(list(file.by_id("hu.u3").iter(f"{NS}note"))) == 1


def test_translators_notes_and_additions() -> None:
    note = '<note type="translator" place="foot" xml:id="hu.tn1">Szójáték.</note>'
    file = made(said("u3", f'Három{note} <seg type="added">(is)</seg>'))
    assert file.by_id("hu.tn1").get("type") == "translator"
    assert file.text_of("hu.u3") == "HáromSzójáték. (is)"


def test_another_order_and_other_paragraphs() -> None:
    file = made(
        said("u3", "3.", paragraph=True),
        said("u6", "6.", paragraph=True),
        said("u7", "7.", after=""),
        said("u30", "30.", paragraph=False),
    )
    texts = [
        [seg.get(XML_ID) for seg in p if seg.tag == f"{NS}seg"]
        for p in file.by_id("hu.c1")
        if p.tag == f"{NS}p"
    ]
    assert texts == [["hu.u7"], ["hu.u3"], ["hu.u6", "hu.u30"]]


def test_a_paragraph_that_is_drawn_into_the_one_before_keeps_its_pointers() -> None:
    rows = [
        said("u3", "3."),
        said("u6+u7", "6."),
        said("u30", "30.", paragraph=False),
        said("u10", '<ref target="#b30">ott</ref>, <ref target="#u7">itt</ref>'),
    ]
    file = made(*rows)
    assert file.shape("hu.u10").count("<ref") == 2
    assert [ref.get("target") for ref in file.by_id("hu.u10")] == ["#hu.u30", "#hu.u6"]


def test_a_paragraph_joined_into_the_one_before_is_gone() -> None:
    file = made(said("u7+u30", "Együtt."))
    assert not file.root.xpath("//*[@xml:id='hu.b30']")
    assert file.links("hu") == ["2-1 #en.u7 #en.u30 #hu.u7"]


def test_a_pointer_to_what_is_not_translated_leads_to_the_source() -> None:
    file = made(said("u5", 'Lásd <ref target="#u9">itt</ref>, <ref target="#nowhere">ott</ref>.'))
    assert [ref.get("target") for ref in file.by_id("hu.u5")] == ["#en.u9", None]


def test_ill_formed_and_invalid_markup_goes_out_as_text() -> None:
    file = made(
        said("u1", "a < b"),
        said("u2", "<b>x</b>"),
        said("u6", '<hi rend="a" xml:lang="no such">x</hi>'),
        said("u9", "fine"),
    )
    assert [file.text_of(f"hu.{unit}") for unit in ("u1", "u2", "u6")] == [
        "a < b",
        "<b>x</b>",
        '<hi rend="a" xml:lang="no such">x</hi>',
    ]


def test_no_translation_can_take_the_id_of_something_else() -> None:
    file = made(
        said("u1", '<hi xml:id="u2">x</hi> <hi xml:id="mine">y</hi>'), said("u2", '<hi xml:id="mine">z</hi>')
    )
    assert file.by_id("hu.u2").tag == f"{NS}seg"
    assert file.text_of("hu.mine") == "y"


@pytest.mark.parametrize(("lang", "between"), [("hu", "\n"), ("zh-Hant", None), ("en-x-scots", "\n")])
def test_units_are_separated_as_the_language_does(lang: str, between: str | None) -> None:
    file = read(parallel(edition({lang: [said("u3", "A."), said("u6", "B.")]}))["harbour.parallel.xml"])
    assert file.by_id(f"{lang}.u3").tail == between


def test_a_translation_is_in_its_own_language_though_its_source_is_in_another() -> None:
    source = SAMPLE.replace('<p xml:id="b3">', '<p xml:id="b3" xml:lang="fr">').encode()
    file = read(
        parallel(edition({"hu": [said("u3", "Három")]}, text=tei.parse(source)))["harbour.parallel.xml"]
    )
    langs = [
        file.by_id(name).xpath("string(ancestor-or-self::*[@xml:lang][1]/@xml:lang)")
        for name in ("en.u3", "hu.u3")
    ]
    assert langs == ["fr", "hu"]


def test_without_the_source_the_first_language_is_the_pivot() -> None:
    rows = {
        "hu": [said("u1+u2", "Egy"), said("u9", "x")],
        "uk": [said("u1", "Один"), said("u2", "Два"), said("u10", "y")],
    }
    file = read(parallel(edition(rows, languages=("hu", "uk")))["harbour.parallel.xml"])
    assert file.links("uk") == ["1-2 #hu.u1 #uk.u1 #uk.u2"]
    assert b"Nobody sailed" not in parallel(edition(rows, languages=("hu", "uk")))["harbour.parallel.xml"]


def test_one_language_alone_has_no_links() -> None:
    file = read(parallel(edition({}))["harbour.parallel.xml"])
    assert not list(file.root.iter(f"{NS}standOff"))


def test_a_text_without_any_of_the_languages_has_no_file() -> None:
    assert parallel(edition({}, languages=("uk",))) == {}


@settings(max_examples=60, deadline=None)
@given(editions())
def test_every_edition_is_valid_and_no_word_is_lost(edition: ParallelEdition) -> None:
    (text,) = edition.texts
    for name, source in {**parallel(edition), **single(edition)}.items():
        file = read(source)
        for lang in edition.languages:
            if lang == text.source.lang or (f".{lang}." not in name and "parallel" not in name):
                continue
            prefix = f"{lang}." if "parallel" in name else ""
            for row in text.renderings[lang]:
                if row.text.strip():
                    assert inline.plain(row.text).split()[-1] in file.text_of(prefix + row.units[0])
    assert parallel(edition) == parallel(edition)


def test_the_exports_are_valid_against_the_whole_of_tei() -> None:
    """One test, since tei_all takes 10 seconds and more to compile."""
    schema = etree.RelaxNG(xml.parse(tei_all()).getroottree())
    note = '<note type="translator" place="foot" xml:id="hu.tn1">Szójáték.</note>'
    rows = [
        said("u1", "Egy"),
        said("u3", f'Három{note}<note xml:id="n1"/>', paragraph=True),
        said("u4+u5", "Négy <lb/>öt."),
        omitted("u6", "Nem kell."),
        said("u7", "Hét", after=""),
        said("u9", '<seg type="added">x</seg>'),
    ]
    whole = edition({"hu": rows, "zh-Hant": [said("u2", "二")]}, draft=True)
    for source in (*parallel(whole).values(), *single(whole).values()):
        assert schema.validate(xml.parse(source)), schema.error_log[0]
