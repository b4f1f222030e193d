"""Pages as trees: encodings, limits, and the simple rules of style sheets."""

import pytest

from hexapla.formats.html import decode, parse, rules
from hexapla.formats.html.css import Rule, declarations
from hexapla.model.errors import BadFile, TooLarge


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>für".encode(), "<p>für"),
        ("\ufeff<p>für".encode(), "<p>für"),
        ("\ufeff<p>für".encode("utf-16-le"), "<p>für"),
        ('<meta charset="ISO-8859-1"><p>“für”'.encode("cp1252"), '<meta charset="ISO-8859-1"><p>“für”'),
        (b"<meta charset=utf-16><p>x", "<meta charset=utf-16><p>x"),
        (
            "<?xml version='1.0' encoding='koi8-r'?><p>да".encode("koi8-r"),
            "<?xml version='1.0' encoding='koi8-r'?><p>да",
        ),
    ],
)
def test_a_page_in_the_encoding_that_it_declares(source: bytes, text: str) -> None:
    assert decode(source, "a.html") == text


@pytest.mark.parametrize("name", ["utf-7", "rot13", "zlib", "x-unknown", "cp037"])
def test_an_encoding_in_which_tags_hide_is_refused(name: str) -> None:
    with pytest.raises(BadFile, match="declares the encoding"):
        decode(f"<meta charset={name}><p>x".encode(), "a.html")


def test_a_byte_that_is_no_text_has_a_line() -> None:
    with pytest.raises(BadFile, match=r"a.html:2: .*UTF-8"):
        decode(b"<p>\n\xff", "a.html")


def test_tags_that_are_not_closed() -> None:
    root = parse("<p>a<p>b<table><tr><th>c<td>d")
    assert [one.tag for one in root.iter()] == ["html", "body", "p", "p", "table", "tr", "th", "td"]


def test_limits() -> None:
    with pytest.raises(TooLarge, match="nested"):
        parse("<div>" * 10_000)
    with pytest.raises(TooLarge, match="nested"):
        parse("<div>" * 125)
    with pytest.raises(TooLarge, match="too many tags"):
        parse("<" * 1_000_001)
    for source in ("", "<!-- -->"):
        with pytest.raises(BadFile, match="empty"):
            parse(source)


def test_simple_rules_are_read_and_others_are_not() -> None:
    sheet = """@charset "utf-8"; @import url(http://example.org/a.css);
    /* .no { font-style: italic } */
    .i, em.x { Font-Style: Italic !important; color: red }
    @media print { .p { font-weight: bold } .q { font-weight: bold } }
    nav a { display: none } #n{display:none} p { color: red }"""
    italic = (("font-style", "italic"),)
    assert rules(sheet) == (
        Rule("", "i", "", italic),
        Rule("em", "x", "", italic),
        Rule("", "", "n", (("display", "none"),)),
    )


def test_style_sheets_that_do_not_end() -> None:
    assert rules(".i { font-style: italic") == ()
    assert rules("@media { .i { font-style: italic }") == ()
    assert rules("/* .i { font-style: italic }") == ()
    assert declarations("font-weight") == ()
