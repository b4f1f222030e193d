"""One TEI file a language."""

from hexapla.formats import tei
from hexapla.publish.tei import single
from publish.tei.editions import NS, edition, omitted, read, said
from tei_texts import sample


def test_the_source_is_the_text_as_it_is() -> None:
    files = single(edition({"hu": []}))
    assert list(files) == ["harbour.en.xml", "harbour.hu.xml"]
    assert files["harbour.en.xml"] == tei.serialize(sample())


def test_a_translation_has_the_sources_ids_and_a_header_of_its_own() -> None:
    rows = [
        said("u1", "A kikötő"),
        said("u6+u7", "Hat, <ref target='#u7'>hét</ref>."),
        omitted("u30", "Nem kell."),
    ]
    source = single(edition({"hu": rows}))["harbour.hu.xml"]
    file, text = read(source), tei.parse(source)
    assert (text.id, text.lang, text.title) == ("harbour.hu", "hu", "A kikötő")
    assert {unit.id: unit.source for unit in text.units} == {
        "u1": "A kikötő",
        "u6": 'Hat, <ref target="#u6">hét</ref>.',
    }
    assert file.by_id("u30").get("reason") == "omitted"
    assert file.by_id("translator.hu").tag == f"{NS}respStmt"
    assert b"Nobody sailed" not in source


def test_a_title_that_is_no_head_stays_in_its_own_language() -> None:
    assert tei.parse(single(edition({"hu": [said("u2", "Hajók")]}))["harbour.hu.xml"]).title == "The Harbour"


def test_a_pointer_to_what_is_not_there_loses_its_target() -> None:
    file = read(
        single(
            edition(
                {
                    "hu": [
                        said("u5", '<ref target="#u9">itt</ref>'),
                        said("u1", '<ref target="https://example.org/#u9">kint</ref>'),
                    ]
                }
            )
        )["harbour.hu.xml"]
    )
    assert file.by_id("u5")[0].get("target") is None
    assert file.by_id("u1")[0].get("target") == "https://example.org/#u9"
