"""The ways of other projects one by one: what each becomes, and what is said of it."""

import pytest

from foreign_texts import HEADER, document
from hexapla import ingest
from hexapla.formats import tei
from hexapla.formats.tei.schema import validate
from hexapla.model.errors import BadFile
from hexapla.model.report import Report
from hexapla.model.text import Text

NS = ' xmlns="http://www.tei-c.org/ns/1.0"'


def read(source: str) -> tuple[Text, Report]:
    return ingest.read(source.encode(), name="nets.xml", lang="en", id="nets")


def made(content: str, back: str = "") -> str:
    """Return the body that comes of one, in one line; it is valid and comes back."""
    text, _report = read(document(content, back=back))
    written = tei.serialize(text)
    assert validate(written) == ()
    assert tei.parse(written) == text
    inside = written.decode().split("<body>")[1].split("</body>")[0]
    return "".join(line.strip() for line in inside.splitlines())


def said(content: str) -> list[tuple[str, str, str]]:
    """Return kind, before and reason of the decisions on a body."""
    return [(one.kind, one.before, one.reason) for one in read(document(content))[1].decisions]


def test_what_an_edition_knows_is_not_touched() -> None:
    content = (
        '<div xml:id="c1"><head>Nets<lb/>and Oars</head><p xml:id="p1" rend="break">* * *</p>'
        '<p>12 Quay Street<lb/>Saltmarsh<note n="1" place="foot" xml:id="n1">So.</note></p>'
        "<sp><speaker>A:</speaker><p>Yes.</p></sp></div>"
    )
    assert made(content).replace(' xml:id="', ' xml:id="') == content.replace(
        'xml:id="p1" rend="break"', 'rend="break" xml:id="p1"'
    )
    assert said(content) == []


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<choice><orig>olde</orig><reg>old</reg></choice> nets", "old nets"),
        ("<choice><abbr>Mr</abbr><expan>Mister</expan></choice> Pell", "Mister Pell"),
        ("<choice><orig>a<choice><sic>b</sic><corr>c</corr></choice></orig><reg>d</reg></choice> e", "d e"),
        ("a <app><rdgGrp><rdg>b</rdg><rdg>c <hi>d</hi></rdg></rdgGrp></app> e", "a b e"),
        ("a <app><lem>b <hi>c</hi></lem>\n<rdg>d</rdg></app>, e", "a b <hi>c</hi>, e"),
        ("a<app><lem/><rdg>z</rdg></app>.", "a."),
        ("a <subst><del>b</del><add>c</add></subst>", "a c"),
    ],
)
def test_one_of_several_readings(content: str, text: str) -> None:
    assert made(f"<p>{content}</p>") == f"<p>{text}</p>"
    assert all(kind == "reading" and before and reason for kind, before, reason in said(f"<p>{content}</p>"))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Nets<lb n='2'/>rot", "Nets rot"),
        ("Nets <lb n='2'/> rot", "Nets rot"),
        ("<lb n='1'/>Nets rot", "Nets rot"),
        ("fish-<lb break='no'/>ing", "fishing"),
        ("fish<lb break='no'/>ing", "fishing"),
        ("fish¬<lb/>ing, oars<lb/>and<lb/>nets", "fishing, oars and nets"),
        ("<hi>fish-</hi><lb break='no'/>ing", "<hi>fish</hi>ing"),
        ("a net-maker; a net-<lb n='2'/>maker", "a net-maker; a net-maker"),
        ("so<lb n='2'/><pb n='4'/><lb n='1'/>it went", 'so <pb n="4"/>it went'),
    ],
)
def test_lines_of_the_page(content: str, text: str) -> None:
    assert made(f"<p>{content}</p>") == f"<p>{text}</p>"


def test_a_line_break_that_somebody_wanted() -> None:
    assert made("<p>Quay Street<lb/>Saltmarsh</p>") == "<p>Quay Street<lb/>Saltmarsh</p>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w>Nets</w> <w>rot</w><pc>.</pc>", "Nets rot."),
        ("<w>Nets</w><w>rot</w><pc>.</pc><w>Oars</w>", "Nets rot. Oars"),
        ("<w>Nets</w><c> </c><w>rot</w>", "Nets rot"),
        ("<w>Nets</w>\n<w join='right'>rot</w>\n<pc>.</pc>", "Nets rot."),
        ("<w>Nets</w>\n<pc join='right'>(</pc>\n<w>old</w>", "Nets (old"),
        ("<hi><w>Nets</w></hi> <w>rot</w>", "<hi>Nets</hi> rot"),
    ],
)
def test_words_and_marks(content: str, text: str) -> None:
    assert made(f"<p>{content}</p>") == f"<p>{text}</p>"


def test_ids_that_are_free_stay() -> None:
    content = '<ab xml:id="u3"><s xml:id="a">See <ref target="#a #u3">it</ref>.</s> <s>Two.</s></ab>'
    assert made(content) == (
        '<p xml:id="u3"><seg n="4" type="unit" xml:id="u4">See <ref target="#u4 #u3">it</ref>.</seg>'
        '<seg n="5" type="unit" xml:id="u5">Two.</seg></p>'
    )


def test_speech() -> None:
    assert made('<u who="#A">Loose talk <pause/>and <vocal><desc>cough</desc></vocal>more.</u>') == (
        '<sp who="#A"><p>Loose talk and <note type="vocal">cough</note>more.</p></sp>'
    )


@pytest.mark.parametrize(
    ("content", "back", "text"),
    [
        (
            '<p>a<ref target="#n">[1]</ref> b</p>',
            '<note xml:id="n">N.</note>',
            '<p>a<note n="1" place="end" xml:id="n">N.</note> b</p>',
        ),
        (
            '<p>a<ptr target="#n"/> b</p>',
            '<note xml:id="n" n="7">N.</note>',
            '<p>a<note n="7" place="end" xml:id="n">N.</note> b</p>',
        ),
        (
            '<p>a <seg xml:id="x">word</seg> b</p>',
            '<note target="#x">N.</note>',
            '<p>a <seg xml:id="x">word<note place="end">N.</note></seg> b</p>',
        ),
        (
            '<p xml:id="x">a</p>',
            '<noteGrp><note target="#x">N.</note></noteGrp>',
            '<p xml:id="x">a<note place="end">N.</note></p>',
        ),
        (
            '<p>a, see <ref target="#n">the note</ref></p>',
            '<note xml:id="n">N.</note>',
            '<p>a, see <ref target="#n">the note</ref></p>',
        ),
        ("<p>a</p>", '<note target="#nowhere">N.</note>', "<p>a</p>"),
    ],
)
def test_notes_from_the_back(content: str, back: str, text: str) -> None:
    assert made(content, f"<back><div>{back}</div></back>") == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<div1><div2><p>a</p></div2></div1>", "<div><div><p>a</p></div></div>"),
        (
            "<castList><castItem><role>R</role>, a king</castItem></castList>",
            "<list><item>R, a king</item></list>",
        ),
        ("<p>a <handShift/>b<index/></p>", "<p>a b</p>"),
        (
            "<p>He read:</p><floatingText><body><head>H</head><p>a</p></body></floatingText>",
            '<p>He read:</p><quote rend="block"><p>H</p><p>a</p></quote>',
        ),
        ("<p><geogName>Saltmarsh</geogName> <damage>b</damage></p>", "<p>Saltmarsh b</p>"),
        ('<p>a <x xmlns="urn:x">b</x></p>', "<p>a b</p>"),
        ("<div>a <hi>b</hi><p>c</p> d</div>", "<div><p>a <hi>b</hi></p><p>c</p><p>d</p></div>"),
        ("<div><p>a</p></div><p>b</p>", "<div><p>a</p></div><div><p>b</p></div>"),
        ('<p><date when="about">1</date></p>', "<p><date>1</date></p>"),
        ('<p speed="9">a</p>', "<p>a</p>"),
    ],
)
def test_blocks_and_the_rest(content: str, text: str) -> None:
    assert made(content) == text
    assert said(content) != []


def test_values_and_names_are_told() -> None:
    assert said('<p speed="9">a</p>') == [("attribute", "", "The attribute “speed” is not kept.")]
    assert "“about”" in said('<p><date when="about">1</date></p>')[0][2]


def test_a_document_without_a_namespace() -> None:
    text, report = read(document("<p>Nets.</p>").replace(NS, ""))
    assert text.title == "Nets"
    assert [one.kind for one in report.decisions] == ["document"]


def test_the_only_text_of_a_corpus() -> None:
    text, _report = read(f"<teiCorpus{NS}>{HEADER}{document('<p>Nets.</p>')}</teiCorpus>")
    assert tei.parse(tei.serialize(text)) == text


def test_several_texts_in_one_document() -> None:
    more = document("<p>a</p>").replace("</TEI>", "<text><body><p>b</p></body></text></TEI>")
    written = tei.serialize(read(more)[0]).decode()
    assert written.count('<div type="text">') == 2


@pytest.mark.parametrize(
    "header",
    [
        "<teiHeader/>",
        "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><sourceDesc><msDesc/></sourceDesc></fileDesc></teiHeader>",
        "<teiHeader><profileDesc><particDesc><listPerson><person sex='1'><persName>Q</persName></person></listPerson>"
        "</particDesc></profileDesc></teiHeader>",
        "<teiHeader><fileDesc><titleStmt><author>A</author><title>T</title></titleStmt><editionStmt><odd>q</odd>"
        "</editionStmt><publicationStmt><date when='??'>x</date></publicationStmt></fileDesc>"
        "<xenoData>z</xenoData></teiHeader>",
    ],
)
def test_a_header_that_an_edition_cannot_keep(header: str) -> None:
    text, _report = read(document("<p>Nets.</p>", header=header))
    assert validate(tei.serialize(text)) == ()
    assert text.title in ("T", "nets")


def test_an_id_that_the_text_would_have_twice() -> None:
    text, _report = read(document('<p xml:id="nets">Nets.</p>'))
    assert text.id == "nets-2"
    assert tei.parse(tei.serialize(text)) == text


@pytest.mark.parametrize(
    ("source", "named"),
    [
        (document("<p>a</p>\n<lg><p>b</p></lg>"), "“p”"),
        (document("<div><p>a</p>\n<head>H</head></div>"), "“head”"),
        (f"<teiCorpus{NS}>{HEADER}\n{document('<p/>')}{document('<p/>')}</teiCorpus>", "one by one"),
    ],
)
def test_what_has_no_place_is_one_sentence(source: str, named: str) -> None:
    with pytest.raises(BadFile, match=named) as caught:
        read(source)
    assert caught.value.file == "nets.xml"
    assert caught.value.line
