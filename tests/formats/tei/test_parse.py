"""Reading TEI, and refusing what is none."""

from dataclasses import replace

import pytest

from hexapla.formats import tei
from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.text import Element
from tei_texts import SAMPLE, sample

HEAD = "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>"


def document(text: str, *, header: str = HEAD, attributes: str = "") -> bytes:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0" {attributes}>\n{header}\n{text}</TEI>'.encode()


def body(inside: str, lang: str = "en") -> Element:
    return tei.parse(document(f'<text xml:lang="{lang}"><body>{inside}</body></text>')).body


def test_identity_language_and_title() -> None:
    text = sample()
    assert (text.id, text.lang, text.title) == ("harbour", "en", "The Harbour")


def test_the_texts_own_language_comes_first_and_is_made_canonical() -> None:
    text = "<text xml:lang='pt_br'><body><p>x</p></body></text>"
    assert tei.parse(document(text, attributes='xml:lang="de"')).lang == "pt-BR"
    assert tei.parse(document("<text><body><p>x</p></body></text>", attributes='xml:lang="de"')).lang == "de"
    assert tei.parse(document("<text><body><p>x</p></body></text>")).lang == "und"


def test_white_space_that_is_layout_goes_and_the_rest_is_one_space() -> None:
    (p,) = body("<div>\n  <p>\n   A  <hi> b</hi>\n<lb/>c\n  </p>\n </div>").content[0].content[0].content
    assert p == Element("p", (), ("A ", Element("hi", (), ("b",)), " ", Element("lb"), "c"))


@pytest.mark.parametrize(("lang", "between"), [("en", (" ",)), ("ja", ())])
def test_white_space_between_units_is_a_space_or_nothing(lang: str, between: tuple[str, ...]) -> None:
    for gap in ("\n   ", " "):
        p = body(
            f'<p><seg type="unit" xml:id="u1">A. </seg>{gap}<seg type="unit" xml:id="u2"> B.</seg></p>', lang
        )
        first, second = (
            Element("seg", (("type", "unit"), ("xml:id", name)), (words,))
            for name, words in [("u1", "A."), ("u2", "B.")]
        )
        assert p.content[0].content[0] == Element("p", (), (first, *between, second))


def test_a_space_inside_the_edge_of_a_unit_moves_out() -> None:
    p = (
        body('<p><seg type="unit" xml:id="u1">A. </seg><seg type="unit" xml:id="u2">B.</seg></p>')
        .content[0]
        .content[0]
    )
    assert [child if isinstance(child, str) else child.content for child in p.content] == [
        ("A.",),
        " ",
        ("B.",),
    ]


def test_unknown_elements_and_other_vocabularies_are_kept_in_the_header() -> None:
    header = HEAD.replace(
        "</teiHeader>", '<xenoData><r:x xmlns:r="urn:r" r:a="1"> <r:y/>\n</r:x></xenoData><zzz/></teiHeader>'
    )
    text = tei.parse(document("<text><body><p>x</p></body></text>", header=header))
    inner = Element("{urn:r}x", (("{urn:r}a", "1"),), (" ", Element("{urn:r}y"), "\n"))
    assert text.header.content[1:] == (Element("xenoData", (), (inner,)), Element("zzz"))
    assert tei.parse(tei.serialize(text)) == text


def test_comments_are_left_out_and_can_be_listed() -> None:
    source = document("<text><body><p>a<!-- c -->b<?pi x?></p></body></text>")
    assert body("<p>a<!-- c -->b<?pi x?></p>").content[0].content[0] == Element("p", (), ("ab",))
    assert tei.remarks.find(b"<!-- kept -->" + source) == ((3, "<!-- c -->"), (3, "<?pi x?>"))


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        (b"", 1, "XML"),
        (b"<TEI>\n", 2, ""),
        (b"<html/>", 1, "“html”"),
        (b"<TEI/>", 1, "namespace"),
        (b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"/>', 1, "corpus"),
        (document("<text><body><p/></body></text>", header=""), 1, "no teiHeader"),
        (document(""), 1, "no text"),
        (document("<text><front/></text>"), 3, "no body"),
        (document("<text><group><text><body><p/></body></text></group></text>"), 3, "group"),
        (document("<text><body>\n<p>\n<seg type='unit'>x</seg></p></body></text>"), 5, "no xml:id"),
        (document("<text><body>\n<p><seg type='unit' xml:id='s1'>x</seg></p></body></text>"), 4, "“s1”"),
        (document("<text><body>\n<p xml:id='a'/>\n<p xml:id='a'/></body></text>"), 5, "“a”"),
        (document("<text xml:lang='not a tag'><body><p/></body></text>"), 3, "not a language tag"),
    ],
)  # fmt: skip
def test_what_is_no_text_of_an_edition(source: bytes, line: int, words: str) -> None:
    with pytest.raises(BadFile) as error:
        tei.parse(source, file="x.xml")
    assert (error.value.file, error.value.line) == ("x.xml", line)
    assert words in error.value.reason


def test_elements_nested_as_deep_as_they_may_be() -> None:
    nested = f"{'<div>' * 97}<p>x</p>{'</div>' * 97}"
    text = tei.parse(document(f"<text><body>{nested}</body></text>"))
    assert tei.parse(tei.serialize(text)) == text
    source = document(f"<text><body>{nested}</body></text>")
    assert tei.serialize(replace(text, title="Other"), source).count(b"<div>") == 97


def test_elements_nested_too_deep() -> None:
    with pytest.raises(TooLarge):
        tei.parse(document(f"<text><body>{'<div>' * 120}<p/>{'</div>' * 120}</body></text>"))


def test_entities_are_refused() -> None:
    with pytest.raises(BadFile):
        tei.parse(b'<!DOCTYPE TEI [<!ENTITY x "y">]>' + SAMPLE.split("\n", 1)[1].encode())
