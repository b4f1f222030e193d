"""OpenDocument texts as texts."""

import pytest

import documents
from documents import body, left_out, letters, read
from hexapla.model.errors import BadFile

AUTOMATIC = """<style:style style:name="T1" style:family="text"><style:text-properties fo:language="fr"
fo:country="FR" fo:font-style="italic"/></style:style><style:style style:name="P9" style:family="paragraph"
style:parent-style-name="Unterschrift"/>"""
NAMED = """<style:default-style style:family="paragraph"><style:text-properties fo:language="de" fo:country="DE"/>
</style:default-style><style:style style:name="Unterschrift" style:family="paragraph"/>"""
BODY = """<text:p text:style-name="Title">Die Fähre</text:p><text:h text:outline-level="1">Ufer</text:h>
<text:p>Ein <text:span text:style-name="T1">mot juste</text:span>, ja.<text:note text:note-class="endnote">
<text:note-citation>i</text:note-citation><text:note-body><text:p>Eine Note.</text:p></text:note-body></text:note>
</text:p>
<text:p text:style-name="Horizontal_20_Line"/><text:p text:style-name="Sprecher">Bo</text:p><text:p>Wohin?</text:p>
<text:p text:style-name="P9">Anna Z.</text:p>"""


def test_a_document_with_styles() -> None:
    text, report = read(documents.odt(BODY, automatic=AUTOMATIC, named=NAMED), "a.odt")
    assert body(text) == (
        "<head>Die Fähre</head><div><head>Ufer</head>"
        '<p>Ein <hi rend="italic"><foreign xml:lang="fr-FR">mot juste</foreign></hi>, ja.'
        '<note n="1" place="end">Eine Note.</note></p><p rend="break"/>'
        "<sp><speaker>Bo</speaker><p>Wohin?</p></sp><closer><signed>Anna Z.</signed></closer></div>"
    )
    assert [one.kind for one in report.decisions] == ["note"]


def test_tracked_changes_are_accepted_or_asked_about() -> None:
    changed = documents.odt(
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Bo</dc:creator>"
        "</office:change-info><text:p>weg</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Dann.</text:p>"
    )
    text, report = read(changed, "a.odt")
    assert letters(text) == "Dann."
    assert [(one.kind, one.before) for one in report.decisions] == [("change", "weg")]
    for wish in ("ask", "reject"):
        with pytest.raises(BadFile, match="--changes accept"):
            read(changed, "a.odt", changes=wish)


def test_comments_are_left_out() -> None:
    comment = "<office:annotation><dc:creator>Bo</dc:creator><text:p>Wo?</text:p></office:annotation>"
    text, report = read(documents.odt(f"<text:p>Da{comment}nn.</text:p>"), "a.odt")
    assert (letters(text), left_out(report)) == ("Dann.", "Wo?")
