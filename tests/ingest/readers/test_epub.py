"""E-books as texts: reading order, notes across documents, what is no text."""

import documents
from documents import body, left_out, letters, read

PAGES = {
    "cover.xhtml": '<body epub:type="cover"><p>Umschlag</p></body>',
    "nav.xhtml": '<nav epub:type="toc"><ol><li><a href="a.xhtml">Eins</a></li></ol></nav>',
    "title.xhtml": '<body epub:type="titlepage"><h1>Die Fähre</h1><h2>Ein Versuch</h2><p>Anna Z.</p></body>',
    "list.xhtml": "<h1>Inhalt</h1>"
    + "".join(f'<p><a href="a.xhtml#s{n}">Teil {n}</a></p>' for n in range(5)),
    "a.xhtml": '<h1 id="s1">Eins</h1><p class="z">Es <span class="k">regnet</span>.<a epub:type="noteref" '
    'href="notes.xhtml#n1">1</a> <span epub:type="pagebreak" title="7"/>Weiter.</p>',
    "b.xhtml": '<h1>Zwei</h1><p>Ein <i xml:lang="fr">mot</i>.<a href="notes.xhtml#n2"><sup>2</sup></a></p>'
    '<p class="sidebar">Am Rand.</p>',
    "notes.xhtml": '<body epub:type="endnotes"><h1>Anmerkungen</h1><p id="n1"><a href="a.xhtml">1</a>. Erste.</p>'
    '<p id="n2">2. Zweite.</p><p>Und weiter.</p></body>',
}


def test_a_book() -> None:
    text, report = read(documents.epub(PAGES, css=".k { font-style: italic }"), "a.epub")
    assert text.title == "Die Fähre"
    assert "Anna Z." in repr(text.header)
    assert body(text) == (
        "<head>Die Fähre</head><head>Ein Versuch</head><p>Anna Z.</p>"
        '<div><head>Eins</head><p>Es <hi rend="italic">regnet</hi>.<note n="1" place="foot">Erste.</note> '
        '<pb n="7"/>Weiter.</p></div>'
        '<div><head>Zwei</head><p>Ein <foreign xml:lang="fr"><hi rend="italic">mot</hi></foreign>.'
        '<note n="2" place="foot"><p>Zweite.</p><p>Und weiter.</p></note></p><p>Am Rand.</p></div>'
    )
    assert left_out(report) == "UmschlagEinsInhaltTeil0Teil1Teil2Teil3Teil4Anmerkungen"


def test_documents_outside_of_the_reading_order_are_notes_or_left_out() -> None:
    pages = {"a.xhtml": "<p>Text.</p>", "b.xhtml": "<p>Nebenbei.</p>"}
    text, report = read(documents.epub(pages, linear={"b.xhtml": "no"}), "a.epub")
    assert letters(text) + left_out(report) == "Text.Nebenbei."


def test_a_document_in_another_language() -> None:
    text, _report = read(
        documents.epub({"a.xhtml": "<p>Text.</p>", "b.xhtml": '<body xml:lang="en"><p>A text.</p></body>'}),
        "a.epub",
    )
    assert body(text) == '<p>Text.</p><p><foreign xml:lang="en">A text.</foreign></p>'
