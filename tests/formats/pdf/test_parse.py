"""The gate for PDFs: words with their places out, one sentence for what cannot be read."""

from pathlib import Path

import pytest

from hexapla.formats import pdf, program
from hexapla.model.errors import BadFile, TooLarge
from pdf_texts import FONT, ITALIC, PICTURE, assembled, said, stream
from pdf_texts import pdf as made

GOLDEN = Path(__file__).parents[2] / "golden" / "ingest" / "pdf"


def only(source: bytes) -> tuple[pdf.Word, ...]:
    """Return the words of the only page."""
    (page,) = pdf.parse(source).pages
    return page.words


def test_words_have_places_sizes_and_fonts() -> None:
    document = pdf.parse(made(said("Two words") + said("small", 60, 300, size=8), font=ITALIC), file="a.pdf")
    (page,) = document.pages
    assert [(word.text, word.x0, word.y, word.size, word.spaced) for word in page.words] == [
        ("Two", 50, 500, 12, False),
        ("words", page.words[1].x0, 500, 12, True),
        ("small", 60, 300, 8, False),
    ]
    assert 70 < page.words[0].x1 < page.words[1].x0 < 80
    assert page.box == (0, 0, 400, 600)
    assert document.fonts == (pdf.Font("Times-Italic"),)


def test_a_size_is_that_which_is_seen() -> None:
    (word,) = only(made(b"q .5 0 0 .5 0 0 cm " + said("small", size=20) + b"Q"))
    assert (word.size, word.x0, word.y) == (10, 25, 250)


def test_an_angle_is_told_and_its_words_are_as_if_upright() -> None:
    word = only(made(b"BT /F 12 Tf 0 1 -1 0 100 200 Tm (Upward) Tj ET"))[0]
    assert (word.angle, word.x0, word.y) == (90, 200, -100)
    assert only(made(b"BT /F 12 Tf 1 .02 -.02 1 50 200 Tm (Leaning) Tj ET"))[0].angle == 0


@pytest.mark.parametrize(
    ("drawing", "flag"),
    [("3 Tr", "hidden"), ("2 Tr", "stroked"), ("1 0 .3 1 0 0 Tm", "skewed")],
)
def test_what_a_word_shows_of_itself(drawing: str, flag: str) -> None:
    (word,) = only(made(said("word", before=drawing)))
    (plain,) = only(made(said("word")))
    assert (getattr(word, flag), getattr(plain, flag)) == (True, False)


def test_a_space_may_be_a_gap() -> None:
    found = only(made(b"BT /F 10 Tf 50 500 Td [(one)-250(two)-80(three)] TJ ET"))
    assert [(word.text, word.spaced) for word in found] == [("one", False), ("twothree", True)]


def test_letters_set_wide_apart_are_one_word_in_a_file_that_writes_spaces() -> None:
    found = only(made(said("These are words, and some more") + said("Sperrsatz", y=400, before="2.5 Tc")))
    assert [word.text for word in found if word.y == 400] == ["Sperrsatz"]


def mapped(*pairs: tuple[str, str]) -> tuple[bytes, tuple[bytes, ...]]:
    """Return a font with letters that mean others, in hexadecimal, and the objects that it needs."""
    lines = "\n".join(f"<{code}> <{letters}>" for code, letters in pairs).encode()
    table = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange %d beginbfchar %s endbfchar endcmap"
    return FONT[:-2] + b"/ToUnicode 6 0 R>>", (stream(table % (len(pairs), lines)),)


def test_hyphens_at_the_ends_of_lines_are_what_the_file_says() -> None:
    """pdfium hides whether it is a soft one."""
    font, more = mapped(("7E", "00AD"))
    drawn = [
        said("Wasser~"),
        said("fall und", y=486),
        said("Nord-", y=472),
        said("see, Ost~", y=458),
        said("see", y=444),
    ]
    found = only(made(b"".join(drawn), font=font, more=more))
    assert [word.text for word in found] == [
        "Wasser\u00ad",
        "fall",
        "und",
        "Nord-",
        "see,",
        "Ost\u00ad",
        "see",
    ]


def test_ligatures_are_letters_and_counted() -> None:
    font, more = mapped(("41", "006600660069"))
    (page,) = pdf.parse(made(said("A", size=10), font=font, more=more)).pages
    assert ([word.text for word in page.words], page.ligatures) == (["ffi"], 1)


@pytest.mark.parametrize("code", ["0000", "0007", "FFFE", "D800"])
def test_what_no_text_can_hold_is_an_unknown_letter(code: str) -> None:
    font, more = mapped(("41", code))
    found = only(made(said("xAx"), font=font, more=more))
    assert all(
        sign.isprintable() and not "\ud800" <= sign <= "\udfff" for word in found for sign in word.text
    )
    if code != "D800":  # pdfium goes by the font's encoding there
        assert any(word.unknown for word in found)


def test_letters_beyond_the_first_plane_are_one_sign() -> None:
    font, more = mapped(("41", "D835DC00"))
    assert [word.text for word in only(made(said("A"), font=font, more=more))] == ["\U0001d400"]


def test_rules_and_pictures_are_seen() -> None:
    drawn = b"50 100 m 150 100 l S q 400 0 0 600 0 0 cm /I Do Q " + said("below")
    (page,) = pdf.parse(made(drawn, resources=b"/XObject<</I 6 0 R>>", more=(PICTURE,))).pages
    assert page.pictured
    (rule,) = page.rules
    assert (rule.x0, rule.x1, rule.y) == pytest.approx((50, 150, 100), abs=1)


def test_pages_have_labels_and_the_document_its_words_of_itself() -> None:
    source = made(
        said("page"),
        catalog=b"/PageLabels<</Nums[0<</S/r/St 4>>]>>",
        more=(b"<</Title(On Nets)/Author(A. Nobody)>>",),
        trailer=b"/Info 6 0 R",
    )
    document = pdf.parse(source)
    assert (document.pages[0].label, document.title, document.author) == ("iv", "On Nets", "A. Nobody")


def test_a_page_that_is_damaged_is_said_to_be() -> None:
    document = pdf.parse(made(said("page"), kids=b"2 0 R 3 0 R", count=2))
    assert any(page.damaged for page in document.pages)


EMPTY = assembled(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>")
LOCKED = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(%s)/U(%s)>>/ID[(1)(1)]" % (b"o" * 32, b"u" * 32)

BAD = {
    "empty": (b"", "this is not a PDF"),
    "text": (b"A text.", "this is not a PDF"),
    "no more than a head": (b"%PDF-1.7\n", "this PDF is damaged"),
    "cut": ((GOLDEN / "lavoirs.pdf").read_bytes()[:30_000], "this PDF is damaged"),
    "without pages": (EMPTY, "this PDF is damaged"),
    "locked": (made(said("secret"), trailer=LOCKED), "locked by a password; save a copy without it"),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_pdf_is_one_sentence(kind: str) -> None:
    source, sentence = BAD[kind]
    with pytest.raises(BadFile, match=sentence) as caught:
        pdf.parse(source, file="nets.pdf")
    assert str(caught.value).startswith("nets.pdf: ")
    assert str(caught.value).count(".") == 2


def test_a_child_that_says_nonsense_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    for out in (
        b"",
        b"{}",
        b"[]\n[]",
        b'{"title":"","author":""}\n{"words":1}\n{"fonts":[]}',
        b"\xff",
        b"1\n2",
    ):
        monkeypatch.setattr(program, "run", lambda *_a, out=out, **_more: out)
        with pytest.raises(TooLarge):
            pdf.parse(b"%PDF-")


def test_without_pdfium_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "run", lambda *_a, **_more: b'{"error":"missing"}\n')
    with pytest.raises(BadFile, match="pypdfium2, which is not installed"):
        pdf.parse(b"%PDF-")
