"""E-books as their packages describe them."""

import pytest

import documents
from hexapla.formats import epub
from hexapla.model.errors import BadFile

PAGES = {"c.xhtml": "<p>Cover</p>", "nav.xhtml": "<nav/>", "b.xhtml": "<p>2</p>", "a%20a.xhtml": "<p>1</p>"}


def test_documents_in_reading_order_with_what_they_are() -> None:
    guide = '<reference type="cover" href="c.xhtml"/><reference type="text" href="b.xhtml"/>'
    source = documents.epub(
        PAGES,
        guide=guide,
        linear={"b.xhtml": "no"},
        css="p { font-style: italic }",
        **{"OEBPS/a a.xhtml": "<p>1</p>"},
    )
    book = epub.parse(source)
    assert (book.title, book.authors, book.lang) == ("Die Fähre", ("Anna Z.",), "de")
    assert [(one.name, one.role) for one in book.chapters] == [
        ("OEBPS/c.xhtml", "cover"),
        ("OEBPS/nav.xhtml", "nav"),
        ("OEBPS/b.xhtml", "aside"),
        ("OEBPS/a a.xhtml", ""),
    ]
    assert book.sheets == (b"p { font-style: italic }",)


def test_a_protected_book_is_refused() -> None:
    lock = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData '
        'xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherData><CipherReference URI="{}"/></CipherData></EncryptedData>'
        "</encryption>"
    )
    fonts = documents.epub({"a.xhtml": "<p>1</p>"}, **{"META-INF/encryption.xml": lock.format("OEBPS/f.otf")})
    assert len(epub.parse(fonts).chapters) == 1
    text = documents.epub(
        {"a.xhtml": "<p>1</p>"}, **{"META-INF/encryption.xml": lock.format("OEBPS/a.xhtml")}
    )
    with pytest.raises(BadFile, match="protected"):
        epub.parse(text)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (documents.zipped({"a.txt": "x"}), "not an e-book"),
        (documents.epub({}), "no documents"),
        (documents.zipped({"META-INF/container.xml": "<x>"}), "container.xml: "),
        (
            documents.zipped({"META-INF/container.xml": '<c><rootfile full-path="../../etc/passwd"/></c>'}),
            "has no",
        ),
    ],
)
def test_what_is_no_book(source: bytes, sentence: str) -> None:
    with pytest.raises(BadFile, match=sentence):
        epub.parse(source, file="a.epub")
