"""Word documents, as far as pandoc drops it: records of paragraphs, languages, pages, changes."""

import pytest

import documents
from documents import W, par, run, word
from hexapla.formats import docx
from hexapla.model.errors import BadFile

FRENCH = '<w:lang w:val="fr-FR"/>'


def marked(body: str, **parts: str) -> docx.Marked:
    return docx.mark(docx.open(word(body, **parts)))


def said(body: str) -> list[dict[str, str]]:
    return [dict(record) for record in marked(body).records]


def test_what_a_paragraph_is() -> None:
    body = (
        par(run("Die Fähre", '<w:sz w:val="44"/>'), style="T", properties='<w:jc w:val="center"/>')
        + par(run("Ein langer Absatz, der den Ton angibt, was die Größe betrifft."))
        + par(run(" ")) + par()
        + par(run("fett", "<w:b/>"), run("!", ""), properties='<w:outlineLvl w:val="1"/>')
        + par(run("kursiv", "<w:i/>"), run("nicht", '<w:i w:val="0"/>'), style="Q2")
    )  # fmt: skip
    title, plain, bold, letter = said(body)
    assert title == {"custom-style": "Title\nNormal", "align": "center", "size": "2.00"}
    assert plain == {}
    assert bold == {"level": "2", "rend": "bold", "gap": "1"}
    assert letter == {"custom-style": "Brief\nZitat\nNormal"}


def test_the_language_of_most_letters_is_the_documents() -> None:
    body = par(
        run("Un mot", FRENCH), run(" 7 ", ""), run("et deux", FRENCH), run(", sagt man hier so oft.", "")
    )
    made = marked(body)
    assert made.language == "de-DE"
    text = "".join(docx.open(made.source).parts["word/document.xml"].itertext())
    french, german = made.marks.language("fr-FR"), made.marks.language("")
    marked_text = f"{french}Un mot{german} 7 {french}et deux{german}, sagt man hier so oft."
    assert text == made.marks.paragraph(0) + marked_text


def test_a_character_style_has_a_language_too() -> None:
    made = marked(par(run("mot", '<w:rStyle w:val="Fr"/>'), run(" und noch mehr Wörter", "")))
    text = "".join(docx.open(made.source).parts["word/document.xml"].itertext())
    assert f"{made.marks.language('fr-FR')}mot{made.marks.language('')} und" in text


def test_pages_that_an_author_broke_and_no_others() -> None:
    body = (
        par('<w:r><w:br w:type="page"/><w:t>eins</w:t></w:r>')
        + par("<w:r><w:lastRenderedPageBreak/><w:t>zwei</w:t><w:br/></w:r>")
        + par(run("drei"), properties="<w:pageBreakBefore/>")
    )
    made = marked(body)
    text = "".join(docx.open(made.source).parts["word/document.xml"].itertext())
    assert text.count(made.marks.page()) == 2


def change(tag: str, text: str, author: str = "Bo") -> str:
    letters = "delText" if tag in ("del", "moveFrom") else "t"
    run = f"<w:r><w:{letters}>{text}</w:{letters}></w:r>"
    return f'<w:{tag} w:author="{author}" w:date="2026-01-02T03:04:05Z">{run}</w:{tag}>'


def test_what_was_deleted_and_inserted_in_one_place_is_one_change() -> None:
    made = marked(
        par(run("a "), change("del", "alt"), change("ins", "neu"), run(" b "), change("ins", "mehr", "Cy"))
        + par(run("c"), properties='<w:rPr><w:del w:author="Di"/></w:rPr>')
    )
    assert [(one.before, one.after, one.author, one.day) for one in made.changes.values()] == [
        ("alt", "neu", "Bo", "2026-01-02"),
        ("", "mehr", "Cy", "2026-01-02"),
        ("¶", "", "Di", ""),
    ]


def test_comments_and_heads_of_pages_are_beside_the_text() -> None:
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:author="Bo">{par(run("Wirklich?"))}</w:comment></w:comments>'
    )
    header = f'<w:hdr xmlns:w="{W}">{par(run("Hafenblatt"))}{par(run("3"))}</w:hdr>'
    assert marked(par(run("Text")), comments=comments, header1=header).beside == (
        ("comment", "Bo", "Wirklich?"),
        ("furniture", "", "Hafenblatt\n3"),
    )


def test_styles_that_are_based_on_each_other_end() -> None:
    circle = (
        f'<w:styles xmlns:w="{W}">'
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    made = docx.mark(docx.open(word(par(run("x"), style="A"), styles=circle)))
    assert dict(made.records[0])["custom-style"] == "A\nB"


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "old Word file"),
        (b"hello", "not a zip archive"),
        (documents.zipped({"a.txt": "x"}), "not a Word document"),
        (documents.zipped({"word/document.xml": '<x xmlns="y"'}), "word/document.xml: "),
        (
            documents.zipped(
                {"word/document.xml": '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'}
            ),
            "Strict",
        ),
    ],
)
def test_what_is_no_word_document(source: bytes, sentence: str) -> None:
    with pytest.raises(BadFile, match=sentence):
        docx.open(source, file="a.docx")
