"""TEI in: what the file says goes first, and comments are told."""

import pytest

from hexapla import ingest, segment
from hexapla.formats import tei
from hexapla.model.errors import BadFile
from hexapla.model.report import Report
from hexapla.model.text import Text
from tei_texts import SAMPLE, sample


def read(source: str, **known: str) -> tuple[Text, Report]:
    return ingest.read(source.encode(), **{"name": "nets.xml", "lang": "de", "id": "nets", **known})


def bare(body: str, title: str = "", attributes: str = "") -> str:
    header = f"<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt></fileDesc></teiHeader>"
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"{attributes}>{header}<text><body>{body}</body></text></TEI>'
    )


def test_a_text_with_units_comes_in_as_it_is() -> None:
    text, report = read(SAMPLE)
    assert tei.serialize(text) == tei.serialize(sample())
    assert text.blocks == sample().blocks
    assert report == Report("tei")


def test_what_the_file_does_not_say_is_taken_from_elsewhere() -> None:
    text, _report = read(bare("<p>Netze.</p>"), title="Netze")
    assert (text.id, text.lang, text.title) == ("nets", "de", "Netze")
    assert read(bare("<p>Netze.</p>"))[0].title == "nets"
    assert tei.parse(tei.serialize(text)) == text


def test_what_the_file_says_goes_first() -> None:
    text, _report = read(bare("<p>Nets.</p>", "Of Nets", ' xml:id="old" xml:lang="en"'), title="Netze")
    assert (text.id, text.lang, text.title) == ("old", "en", "Of Nets")


def test_marked_sentences_become_units_and_the_others_follow() -> None:
    text, report = read(bare('<p><s xml:id="u5">Nets rot.</s> <s>Oars float.</s></p><p>They are. Sold.</p>'))
    divided, following = segment.units(text)
    assert [(unit.id, unit.source) for unit in divided.units] == [
        ("u5", "Nets rot."),
        ("u6", "Oars float."),
        ("u7", "They are."),
        ("u8", "Sold."),
    ]
    assert following == 9
    assert [decision.kind for decision in report.decisions] == ["unit"]
    assert tei.parse(tei.serialize(text)) == text


def test_comments_are_listed_with_their_lines() -> None:
    _text, report = read(bare("\n<p>Nets.<!-- sic --></p>\n<?page 3?>"))
    assert [(one.kind, one.line, one.before, one.after) for one in report.decisions] == [
        ("comment", 2, "<!-- sic -->", ""),
        ("comment", 3, "<?page 3?>", ""),
    ]


def test_sentences_of_a_language_without_spaces_touch() -> None:
    text, _report = read(bare("<p><s>雨停了。</s> <s>没有人。</s></p>"), lang="zh")
    assert tei.parse(tei.serialize(text)) == text


@pytest.mark.parametrize(
    "source", [bare("<p>Nets"), "<TEI><text/></TEI>", bare("<p/>").replace("<text>", "<text xml:lang='%'>")]
)
def test_a_damaged_file_is_named(source: str) -> None:
    with pytest.raises(BadFile) as caught:
        read(source)
    assert caught.value.file == "nets.xml"


def test_controls_of_direction_are_told() -> None:
    _text, report = read(bare("\n<p>Nets.</p>\n<p>Oars <hi>rot</hi>\u202e &#x2066;now.</p>"))
    assert [(one.kind, one.line) for one in report.decisions] == [("bidi", 3)]
    assert "U+202E, U+2066" in report.decisions[0].reason
