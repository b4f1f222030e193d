"""OpenDocument texts, as far as pandoc drops it."""

import pytest

import documents
from hexapla.formats import odt
from hexapla.model.errors import BadFile

AUTOMATIC = """<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Mein_20_Zitat">
<style:paragraph-properties fo:text-align="end" fo:break-before="page"/><style:text-properties fo:font-size="20pt"/>
</style:style><style:style style:name="T1" style:family="text"><style:text-properties fo:language="fr"
fo:country="FR"/></style:style>"""
NAMED = """<style:default-style style:family="paragraph"><style:text-properties fo:language="de" fo:country="DE"
fo:font-size="10pt"/></style:default-style><style:style style:name="Mein_20_Zitat" style:display-name="Mein Zitat"
style:family="paragraph" style:parent-style-name="Quotations"/>"""
TEXT = "<text:p>Ein Absatz, der lang genug ist, damit seine Größe die übliche wird.</text:p>"


def marked(body: str, **parts: str) -> odt.Marked:
    return odt.mark(odt.open(documents.odt(body, automatic=AUTOMATIC, named=NAMED, **parts)))


def content(made: odt.Marked) -> str:
    return "".join(str(part) for part in odt.open(made.source).parts["content.xml"].itertext())


def test_what_a_paragraph_is() -> None:
    made = marked(
        f'{TEXT}<text:p/><text:p text:style-name="P1">Hier</text:p><text:p text:style-name="Title">T</text:p>'
    )
    assert [dict(record) for record in made.records] == [
        {},
        {"custom-style": "Mein Zitat", "align": "right", "size": "2.00", "gap": "1"},
        {"custom-style": "Title"},
    ]
    assert f"{made.marks.page()}Hier" in content(made)


def test_languages_that_are_not_the_documents() -> None:
    made = marked(f'{TEXT}<text:p>Ein <text:span text:style-name="T1">mot</text:span>, ja.</text:p>')
    french, german = made.marks.language("fr-FR"), made.marks.language("")
    assert f"Ein {french}mot{german}, ja." in content(made)


def test_comments_and_deleted_text_are_no_text() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Bo</dc:creator>"
        "</office:change-info><text:p>weg</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Da<office:annotation><dc:creator>Cy</dc:creator><text:p>Wo?</text:p></office:annotation>nn.</text:p>"
    )
    made = marked(body)
    assert made.beside == (("change", "Bo", "weg"), ("comment", "Cy", "Wo?"))
    assert content(made).strip() == f"{made.marks.paragraph(0)}Dann."


def test_formulas_and_rules_are_kept() -> None:
    body = (
        '<text:p>Es ist <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>.</text:p>'
        '<text:p text:style-name="Horizontal_20_Line"/>'
    )
    math = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>a</mi><mo>=</mo><mn>2</mn></math>'
    made = marked(body, **{"Object 1/content.xml": math})
    assert "Es ist a=2." in content(made)
    assert dict(made.records[1]) == {"custom-style": "Separator"}


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ({"a.txt": "x"}, "not an OpenDocument text"),
        ({"content.xml": "x", "META-INF/manifest.xml": "<manifest:encryption-data/>"}, "password"),
        ({"content.xml": "<x>"}, "content.xml: "),
    ],
)
def test_what_is_no_open_document(members: dict[str, str], sentence: str) -> None:
    with pytest.raises(BadFile, match=sentence):
        odt.open(documents.zipped(members), file="a.odt")
