"""Word documents as texts: with styles and without, in several languages, with tracked changes."""

import io

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from documents import STYLES, W, body, left_out, letters, par, read, run, word
from hexapla.model.errors import BadFile

FOOTNOTES = (
    f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p>{{}}</w:p></w:footnote>'
    f'<w:footnote w:id="3">{par(run("zweite"))}{par(run("weiter"))}</w:footnote></w:footnotes>'
)


def anchor(n: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{n}"/></w:r>'


def test_a_document_with_styles() -> None:
    source = word(
        par(run("Die Fähre"), style="T")
        + par(run("Anna Z."), style="A")
        + par(run("Erstes Ufer"), style="H1")
        + par(run("Ein "), run("mot juste", '<w:i/><w:lang w:val="fr-FR"/>'), run(" und "),
              run("Klein", "<w:smallCaps/>"),
              run("2", '<w:vertAlign w:val="superscript"/>'), anchor(2), run(", dann"), anchor(3), run("."))
        + par(run("So steht es da."), style="Q2")
        + par(run("Bo"), style="Sp") + par(run("Wohin?")) + par(run("Anna"), style="Sp") + par(run("Hinüber."))
        + par(run("Ein Schluss."), style="H1")
        + par(run("Eins fährt,"), style="Ve") + par(run("zwei fährt."), style="Ve") + par()
        + par(run("Drei."), style="Ve")
        + par(run("Anna Z."), style="Si"),
        footnotes=FOOTNOTES.format(run("Note ") + run("eins", "<w:b/>")),
    )  # fmt: skip
    text, report = read(source, "a.docx")
    assert text.title == "Die Fähre"
    assert body(text) == (
        "<head>Die Fähre</head><p>Anna Z.</p>"
        '<div><head>Erstes Ufer</head><p>Ein <hi rend="italic"><foreign xml:lang="fr-FR">mot juste</foreign></hi> und '
        '<hi rend="smallcaps">Klein</hi><hi rend="sup">2</hi>'
        '<note n="1" place="foot">Note <hi rend="bold">eins</hi></note>'
        ', dann<note n="2" place="foot"><p>zweite</p><p>weiter</p></note>.</p>'
        '<quote rend="block"><p>So steht es da.</p></quote>'
        "<sp><speaker>Bo</speaker><p>Wohin?</p></sp><sp><speaker>Anna</speaker><p>Hinüber.</p></sp></div>"
        "<div><head>Ein Schluss.</head><lg><l>Eins fährt,</l><l>zwei fährt.</l></lg><lg><l>Drei.</l></lg>"
        "<closer><signed>Anna Z.</signed></closer></div>"
    )
    assert report.raw[3:7] == ("Ein mot juste und Klein2, dann.", "Note eins", "zweite", "weiter")
    assert letters(text).replace(" ", "") == "".join(
        "DieFähreAnnaZ.ErstesUferEinmotjusteundKlein2Noteeins,dannzweiteweiter.SostehtesdaBoWohin?AnnaHinüber."
        .replace("esda", "esda.") + "EinSchluss.Einsfährt,zweifährt.Drei.AnnaZ."
    )  # fmt: skip


def test_a_document_without_styles() -> None:
    made = docx.Document()
    for words, bold, align in [
        ("Von den Netzen", True, WD_ALIGN_PARAGRAPH.CENTER),
        (
            "Die Netze des Hafens waren nass, und niemand wollte sie tragen, denn die Treppen sind steil.",
            False,
            None,
        ),
        ("Von den Rudern", True, WD_ALIGN_PARAGRAPH.CENTER),
        (
            "Sie schwimmen, was man von allem anderen in den Büchern der Gesellschaft nicht sagen kann.",
            False,
            None,
        ),
    ]:
        paragraph = made.add_paragraph()
        paragraph.add_run(words).bold = bold
        paragraph.alignment = align
    source = io.BytesIO()
    made.save(source)
    text, report = read(source.getvalue(), "a.docx")
    assert [(block.kind, block.level) for block in text.blocks] == [
        ("head", 2),
        ("p", 0),
        ("head", 2),
        ("p", 0),
    ]
    assert [one.kind for one in report.decisions] == ["head", "head"]
    assert text.title == "Von den Netzen"


def change(tag: str, text: str) -> str:
    letters = "delText" if tag == "del" else "t"
    run = f"<w:r><w:{letters}>{text}</w:{letters}></w:r>"
    return f'<w:{tag} w:author="Bo" w:date="2026-01-02T03:04:05Z">{run}</w:{tag}>'


CHANGED = word(
    par(run("Eins.")) + par(run("Das "), change("del", "alte"), change("ins", "neue"), run(" Netz."))
)


def test_tracked_changes_are_accepted_and_reported() -> None:
    text, report = read(CHANGED, "a.docx")
    assert letters(text) == "Eins.DasneueNetz."
    assert [(one.kind, one.line, one.before, one.after) for one in report.decisions] == [
        ("change", 2, "alte", "neue")
    ]
    assert "Bo (2026-01-02)" in report.decisions[0].reason


def test_tracked_changes_are_rejected_where_a_person_says_so() -> None:
    text, report = read(CHANGED, "a.docx", changes="reject")
    assert letters(text) == "Eins.DasalteNetz."
    assert [(one.before, one.after) for one in report.decisions] == [("neue", "alte")]


def test_tracked_changes_are_asked_about() -> None:
    with pytest.raises(
        BadFile, match=r"a\.docx: it has a tracked change; .*--changes accept.*--changes reject"
    ):
        read(CHANGED, "a.docx", changes="ask")
    assert letters(read(word(par(run("Nichts."))), "a.docx", changes="ask")[0]) == "Nichts."


def test_moved_text_and_paragraphs_that_were_joined() -> None:
    moved = (
        par('<w:moveFromRangeStart w:id="1" w:name="m"/>', change("moveFrom", "Hin.").replace("w:t>", "w:delText>"),
            '<w:moveFromRangeEnd w:id="1"/>', run("Da."))
        + par(run("Ein"), properties='<w:rPr><w:del w:author="Bo"/></w:rPr>') + par(run("fall."))
        + par('<w:moveToRangeStart w:id="2" w:name="m"/>', change("moveTo", "Hin."), '<w:moveToRangeEnd w:id="2"/>')
    )  # fmt: skip
    text, _report = read(word(moved), "a.docx")
    assert letters(text) == "Da.Einfall.Hin."
    text, _report = read(word(moved), "a.docx", changes="reject")
    assert letters(text) in ("Hin.Da.Einfall.", "Hin.Da.Einfall")


def test_comments_and_page_heads_are_left_out_and_reported() -> None:
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:author="Bo">{par(run("Wirklich?"))}</w:comment></w:comments>'
    )
    header = f'<w:hdr xmlns:w="{W}">{par(run("Hafenblatt"))}</w:hdr>'
    text, report = read(word(par(run("Text.")), comments=comments, header1=header), "a.docx")
    assert letters(text) == "Text."
    assert left_out(report) == "Wirklich?Hafenblatt"
    assert [one.line for one in report.decisions] == [2, 3]


def test_the_list_of_contents_is_left_out() -> None:
    styles = STYLES.replace('"Zitat"', '"toc 1"')
    text, report = read(word(par(run("Eins\t3"), style="Q") + par(run("Eins.")), styles=styles), "a.docx")
    assert (letters(text), left_out(report)) == ("Eins.", "Eins3")


def test_page_breaks_go_to_the_paragraph_that_begins_the_page() -> None:
    source = word(
        par(run("Eins.")) + par('<w:r><w:br w:type="page"/></w:r>') + par(run("Zwei."), run("Drei."))
    )
    text, _report = read(source, "a.docx")
    assert body(text) == "<p>Eins.</p><p><pb/>Zwei.Drei.</p>"


def test_numbered_lists_go_on_where_they_were() -> None:
    numbering = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="4"/>
    <w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    source = word(
        par(run("4 Netze."), properties=number) + par(run("Ruder."), properties=number), numbering=numbering
    )
    text, _report = read(source, "a.docx")
    assert body(text) == '<list rend="numbered"><item n="4">4 Netze.</item><item n="5">Ruder.</item></list>'


def test_two_thousand_notes() -> None:
    notes = "".join(f'<w:footnote w:id="{n}">{par(run(f"Note {n}."))}</w:footnote>' for n in range(2, 2002))
    paragraphs = "".join(par(run(f"Absatz {n}."), anchor(n)) for n in range(2, 2002))
    text, _report = read(
        word(paragraphs, footnotes=f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'), "a.docx"
    )
    assert sum(block.kind == "note" for block in text.blocks) == 2000
    assert letters(text).endswith("Absatz2001.Note2001.")


LETTER = STYLES.replace(
    "</w:styles>",
    "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
        for name in ("Epigraph", "Salutation", "Closing")
    )
    + "</w:styles>",
)


def test_an_epigraph_that_begins_nothing_is_a_quotation() -> None:
    motto = par(run("Ein Motto."), style="Epigraph")
    head = par(run("Eins"), style="H1")
    source = (
        par(run("Titel"), style="T") + par(run("Für Anna")) + motto + head + motto + par(run("Es regnet."))
    )
    assert body(read(word(source, styles=LETTER), "a.docx")[0]) == (
        '<head>Titel</head><p>Für Anna</p><quote rend="block"><p>Ein Motto.</p></quote>'
        "<div><head>Eins</head><epigraph><p>Ein Motto.</p></epigraph><p>Es regnet.</p></div>"
    )


def test_the_styles_of_a_letter() -> None:
    source = (
        par(run("Eins"), style="H1")
        + par(run("Liebe Anna,"), style="Salutation")
        + par(run("Es regnet."))
        + par(run("Mit Gruß"), style="Closing")
        + par(run("Bo"), style="Si")
        + par(run("Zwei"), style="H1")
        + par(run("Es schneit."))
    )
    assert body(read(word(source, styles=LETTER), "a.docx")[0]) == (
        "<div><head>Eins</head><opener><salute>Liebe Anna,</salute></opener><p>Es regnet.</p>"
        "<closer><signed>Mit Gruß</signed><signed>Bo</signed></closer></div>"
        "<div><head>Zwei</head><p>Es schneit.</p></div>"
    )
