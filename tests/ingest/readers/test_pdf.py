"""PDF: a text and a report, or one sentence with the way out; nothing leaves the text unlisted."""

import pytest

from hexapla import ingest
from hexapla.formats import tei
from hexapla.formats.tei import inline
from hexapla.model.errors import BadFile
from hexapla.model.report import Report
from hexapla.model.text import Text
from pdf_texts import FONT, PICTURE, pdf, said, stream

PARAGRAPH = [
    "The nets were mended on the quay, in the sun, by those who",
    "had torn them, and by those who had not; nobody asked which",
    "was which, and in the evening there were fish for them all.",
]


def read(source: bytes, *, title: str = "", lang: str = "en") -> tuple[Text, Report]:
    return ingest.read(source, name="nets.pdf", lang=lang, id="nets", title=title)


def lines(*texts: str, y: float = 500) -> bytes:
    return b"".join(said(text, y=y - 14 * nth) for nth, text in enumerate(texts))


def plain(text: Text) -> str:
    return inline.plain(inline.render(text.body.content))


def test_lines_are_joined_and_the_text_is_tei() -> None:
    text, report = read(pdf(lines(*PARAGRAPH)))
    assert plain(text) == " ".join(PARAGRAPH)
    assert (text.lang, text.id, report.reader, report.raw) == ("en", "nets", "pdf", tuple(PARAGRAPH))
    assert tei.parse(tei.serialize(text)) == text


def test_its_name_says_what_it_is() -> None:
    with pytest.raises(BadFile, match="PDF"):
        ingest.read(pdf(said("A text")), name="nets.xyz", lang="en", id="nets")
    with pytest.raises(BadFile, match="this is not a PDF"):
        read(b"A text.")


def test_the_title_is_the_one_that_the_text_says_too() -> None:
    more = {"more": (b"<</Title(ON NETS)/Author(A. Nobody)>>",), "trailer": b"/Info 6 0 R"}
    text, _report = read(pdf(said("On Nets", size=20, y=550) + lines(*PARAGRAPH), **more))  # type: ignore[arg-type]
    assert text.title == "ON NETS"
    assert "A. Nobody" in tei.serialize(text).decode()
    text, _report = read(pdf(lines(*PARAGRAPH), **more), title="Mending")  # type: ignore[arg-type]
    assert text.title == "Mending"
    text, _report = read(pdf(lines(*PARAGRAPH)))
    assert text.title == "nets"


def test_what_is_left_out_is_in_the_report() -> None:
    source = pdf(
        lines(*PARAGRAPH)
        + b"BT /F 12 Tf 0 1 -1 0 20 100 Tm (A stamp) Tj ET "
        + said("Unseen", y=300, before="3 Tr")
    )
    text, report = read(source)
    assert plain(text) == " ".join(PARAGRAPH)
    assert [one.before for one in report.removed] == ["A stamp", "Unseen"]
    assert all(report.raw[one.line - 1] == one.before for one in report.removed)


def test_the_text_below_a_scan_is_read() -> None:
    drawn = b"q 400 0 0 600 0 0 cm /I Do Q "
    unseen = b"".join(said(text, y=500 - 14 * nth, before="3 Tr") for nth, text in enumerate(PARAGRAPH))
    text, report = read(pdf(drawn + unseen, resources=b"/XObject<</I 6 0 R>>", more=(PICTURE,)))
    assert plain(text) == " ".join(PARAGRAPH)
    assert any("OCR" in one.reason for one in report.decisions)


def test_bidi_controls_and_private_letters_are_told() -> None:
    table = (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"2 beginbfchar <7E> <E001> <7B> <202E> endbfchar endcmap"
    )
    _text, report = read(
        pdf(lines(*PARAGRAPH, "and ~ {more"), font=FONT[:-2] + b"/ToUnicode 6 0 R>>", more=(stream(table),))
    )
    assert any(one.kind == "letters" and "Times-Roman" in one.reason for one in report.decisions)
    assert ["U+202E" in one.reason for one in report.decisions if one.kind == "bidi"] == [True]


UNREADABLE = {
    "a scan": (
        pdf(b"q 400 0 0 600 0 0 cm /I Do Q", resources=b"/XObject<</I 6 0 R>>", more=(PICTURE,)),
        "this PDF is a scan, pictures without text; run OCR on it first",
    ),
    "an empty page": (pdf(b""), "this PDF holds no text"),
    "fonts that tell nothing": (
        pdf(
            said("ABC"),
            font=b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/CharProcs<</a 6 0 R>>"
            b"/Encoding<</Differences[65/a/a/a]>>/FirstChar 65/LastChar 67/Widths[5 5 5]/Resources<<>>>>",
            more=(stream(b"5 0 d0 0 0 4 4 re f"),),
        ),
        "do not say which letters they draw; run OCR on it first",
    ),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_read_is_one_sentence_with_the_way_out(kind: str) -> None:
    source, sentence = UNREADABLE[kind]
    with pytest.raises(BadFile, match=sentence) as caught:
        read(source)
    assert str(caught.value).startswith("nets.pdf: ")
