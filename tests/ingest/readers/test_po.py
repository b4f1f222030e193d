"""Foreign catalogs: each entry a unit, its translation beside it, and nothing lost unseen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla import ingest
from hexapla.formats import po, tei
from hexapla.formats.po import Catalog, CatalogEntry
from hexapla.formats.tei import inline, schema
from hexapla.model.catalog import Comment, Entry, State
from hexapla.model.errors import BadFile, BadName

HEADER = 'msgid ""\nmsgstr ""\n"Project-Id-Version: The ferry\\n"\n"Language: de\\n"\n'


def read(*bodies: str, header: str = HEADER, target: str = "", name: str = "ferry.po") -> ingest.Bilingual:
    source = "\n".join([header, *bodies]).encode()
    return ingest.read_bilingual(source, name=name, lang="en", id="ferry", target=target)


def entry(msgid: str, msgstr: str, before: str = "") -> str:
    return f"{before}msgid {po_text(msgid)}\nmsgstr {po_text(msgstr)}\n"


def po_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def sources(made: ingest.Bilingual) -> list[str]:
    return [unit.source for unit in made.text.units]


def kinds(made: ingest.Bilingual) -> list[str]:
    return [decision.kind for decision in made.report.decisions]


def test_each_entry_is_one_unit_however_long() -> None:
    made = read(entry("It is late. It is always late.", "Spät."), entry("The rope", ""))
    assert sources(made) == ["It is late. It is always late.", "The rope"]
    assert [(unit.id, unit.n) for unit in made.text.units] == [("u1", "1"), ("u2", "2")]
    assert (made.text.id, made.text.lang, made.text.title) == ("ferry", "en", "The ferry")
    assert (made.lang, made.report.reader, kinds(made)) == ("de", "po", [])
    said = Entry(("u1",), "It is late. It is always late.", "Spät.", State.TRANSLATED)
    assert made.entries == (said,)


def test_what_looks_like_markup_is_text() -> None:
    made = read(entry("<b>One</b> &amp; <lb/> ]]>", 'Eins <i> "&"'))
    assert sources(made) == ["&lt;b&gt;One&lt;/b&gt; &amp;amp; &lt;lb/&gt; ]]&gt;"]
    assert inline.plain(sources(made)[0]) == "<b>One</b> &amp; <lb/> ]]>"
    assert made.entries[0].msgstr == 'Eins &lt;i&gt; "&amp;"'


def test_line_breaks_are_kept_and_other_white_space_is_reported() -> None:
    made = read(entry(" A\tB \n\n C\n", "A\nB"))
    assert sources(made) == ["A B<lb/><lb/>C"]
    assert made.entries[0].msgstr == "A<lb/>B"
    (decision,) = made.report.decisions
    assert (decision.kind, decision.before, decision.after) == ("space", " A\tB \n\n C\n", "A B\n\nC")
    assert not made.report.removed


def test_escapes_are_decoded() -> None:
    assert sources(read('msgid "\\x41\\303\\251 \\" \\\\"\nmsgstr ""\n')) == ['Aé " \\']


def test_fuzzy_needs_work_and_keeps_what_it_was_made_for() -> None:
    old = '#, fuzzy, c-format\n#| msgid "The <b>'
    made = read(entry("The ropes", "Das Seil", old + 'rope"\n'), entry("The bell", "", old + 'horn"\n'))
    (said,) = made.entries
    assert (said.state, said.msgstr, said.previous) == (State.NEEDS_WORK, "Das Seil", "The &lt;b&gt;rope")
    assert [one.before for one in made.report.decisions] == ["c-format", "c-format"]


def test_a_previous_text_of_a_good_translation_is_reported() -> None:
    made = read(entry("The ropes", "Die Seile", '#| msgid "The rope"\n'))
    assert made.entries[0].previous is None
    assert [(one.kind, one.before) for one in made.report.decisions] == [("previous", "The rope")]


def test_a_plural_is_a_unit_behind_its_singular() -> None:
    plural = (
        'msgid "one rope"\nmsgid_plural "%d ropes"\nmsgstr[0] "eins"\nmsgstr[1] "zwei"\nmsgstr[2] "viele"\n'
    )
    made = read(plural)
    assert sources(made) == ["one rope", "%d ropes"]
    assert [said.msgstr for said in made.entries] == ["eins", "zwei"]
    assert [(one.kind, one.before, one.after) for one in made.report.decisions] == [
        ("plural", "%d ropes", "%d ropes"),
        ("plural", "viele", ""),
    ]


def test_a_language_without_plural_has_its_one_form_in_both_units() -> None:
    made = read('msgid "one rope"\nmsgid_plural "%d ropes"\nmsgstr[0] "Seil"\n')
    assert [said.msgstr for said in made.entries] == ["Seil", "Seil"]


def test_contexts_tell_equal_msgids_apart() -> None:
    made = read(
        entry("Open", "Öffnen", 'msgctxt "menu"\n'),
        entry("Open", "Offen", 'msgctxt "state"\n'),
        entry("Close", "Schließen", 'msgctxt "menu"\n'),
    )
    assert sources(made) == ["Open", "Open", "Close"]
    assert [said.comments for said in made.entries] == [
        (Comment("msgctxt: menu", every_language=True),),
        (Comment("msgctxt: state", every_language=True),),
        (),
    ]
    assert tei.serialize(made.text).count(b'<p n="menu"><seg') == 2
    assert kinds(made) == ["context"] * 3


def test_comments_of_people_are_comments_of_the_entry() -> None:
    made = read(entry("The rope", "", "# Anna: which one?\n#\n# The long one.\n"))
    assert made.entries[0].comments == (Comment("Anna: which one?\n\nThe long one."),)
    assert (made.entries[0].state, made.entries[0].msgstr) == (State.UNTRANSLATED, "")


def test_what_has_no_place_is_in_the_report_with_its_line() -> None:
    header = "# Anna, 2026.\n" + HEADER + '"Last-Translator: Anna\\n"\n'
    made = read(
        entry("  ", "Nichts", "# To nobody\n"),
        entry("The rope", "", "#. where: deck\n#: ferry.c:7\n#, no-wrap\n#= sticky\n"),
        '# kept\n#~ msgid "The oar"\n#~ msgstr "Das Ruder"\n',
        "# the end\n",
        header=header,
    )
    assert sources(made) == ["The rope"]
    assert [(one.kind, one.line, one.before) for one in made.report.decisions] == [
        ("header", 1, "# Anna, 2026."),
        ("header", 1, "Last-Translator: Anna"),
        ("space", 8, "  "),
        ("empty", 8, "Nichts"),
        ("comment", 8, "To nobody"),
        ("flags", 12, "no-wrap, sticky"),
        ("reference", 12, "ferry.c:7"),
        ("extracted", 12, "where: deck"),
        ("obsolete", 19, "kept\nThe oar\nDas Ruder"),
        ("comment", 22, "# the end"),
    ]
    assert all(one.reason for one in made.report.decisions)


def test_comments_of_extractors_give_the_kind_of_block() -> None:
    made = read(
        entry("To whom", "", "#. type: Plain text\n"),
        entry("The Ferry", "", "#. (itstool) path: page/title\n"),
        entry("Ropes", "", "#. head\n"),
        entry("hemp", "", "#. (itstool) path: item/p\n"),
        entry("flax", "", "#. kind: item\n"),
        entry("Late, said the ferryman.", "", "#. (itstool) path: quote/p\n"),
        entry("How wide it is", "", "#. type: verse\n"),
        entry("Two lines\nof it", "", "#. type: verse\n"),
        entry("Bells", "", "#. type: Title ==\n"),
    )
    assert [block.kind for block in made.text.blocks] == [
        "p", "head", "head", "item", "item", "quote", "verse", "p", "head",
    ]  # fmt: skip
    assert [element.tag for element in made.text.body.walk() if element.tag in ("div", "list", "lg")] == [
        "div", "list", "lg", "div",
    ]  # fmt: skip
    assert not schema.validate(tei.serialize(made.text))


def test_a_template_has_a_text_and_no_translations() -> None:
    made = read(
        entry("The rope", "", "# hm\n"), header='msgid ""\nmsgstr "Language: \\n"\n', name="ferry.pot"
    )
    assert (made.lang, made.entries, sources(made)) == ("", (), ["The rope"])
    assert [(one.kind, one.before) for one in made.report.decisions] == [("comment", "hm")]


@pytest.mark.parametrize(
    ("said", "named", "lang"),
    [
        ("pt_BR", "", "pt-BR"),
        ("sr@latin", "", "sr-Latn"),
        ("sr_RS@cyrillic", "", "sr-Cyrl-RS"),
        ("ca@valencia", "", "ca-valencia"),
        ("de_DE.UTF-8", "", "de-DE"),
        ("de_AT", "de", "de"),
        ("German, please", "de", "de"),
    ],
)
def test_the_language_is_the_headers_unless_it_is_named(said: str, named: str, lang: str) -> None:
    header = f'msgid ""\nmsgstr "Language: {said}\\n"\n'
    assert read(entry("The rope", "Seil"), header=header, target=named).lang == lang


def test_a_missing_or_odd_language_asks_for_a_name() -> None:
    with pytest.raises(BadFile, match="--lang"):
        read(entry("The rope", "Seil"), header="")
    with pytest.raises(BadFile, match=r"“German, please”.*--lang"):
        read(entry("The rope", "Seil"), header='msgid ""\nmsgstr "Language: German, please\\n"\n')
    with pytest.raises(BadName):
        read(entry("The rope", "Seil"), target="no language")


@pytest.mark.parametrize(("said", "lang"), [("en_US", "en"), ("hu", "hu"), ("", "en")])
def test_the_source_language_is_the_editions_unless_the_header_names_another(said: str, lang: str) -> None:
    header = f'msgid ""\nmsgstr "Language: de\\nX-Source-Language: {said}\\n"\n'
    assert read(entry("The rope", "Seil"), header=header).text.lang == lang


@pytest.mark.parametrize(
    ("header", "body"),
    [
        (HEADER + '"X-Hexapla-Edition: 6a\\n"\n', entry("The rope", "")),
        (HEADER, entry("The rope", "Seil", '# hexapla: {"base": "0123456789ab", "state": "translated"}\n')),
        (HEADER, entry("The rope", "Seil", 'msgctxt "u12+u13"\n')),
    ],
)
def test_a_catalog_of_an_edition_is_not_a_text(header: str, body: str) -> None:
    with pytest.raises(BadFile, match="hexapla merge") as caught:
        read(body, header=header)
    assert caught.value.file == "ferry.po"


def test_a_damaged_catalog_is_refused_with_its_line() -> None:
    with pytest.raises(BadFile) as caught:
        read('msgid "The ro')
    assert (caught.value.file, caught.value.line) == ("ferry.po", 6)


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    body = "\n".join([HEADER, entry("The rope\nand\n", "Seil\n", "# Anna?\n#: a.c:1\n")])
    marked = b"\xef\xbb\xbf" + body.replace("\n", "\r\n").encode()
    plain, other = (
        ingest.read_bilingual(source, name="ferry.po", lang="en", id="ferry")
        for source in (body.encode(), marked)
    )
    assert other == plain and plain.entries


def test_read_gives_the_text_alone() -> None:
    source = (HEADER + "\n" + entry("The rope", "Seil")).encode()
    text, report = ingest.read(source, name="ferry.po", lang="en", id="ferry")
    assert [unit.source for unit in text.units] == ["The rope"] and report.reader == "po"


TEXT = st.text(st.characters(categories=["L", "P", "S", "Zs"], include_characters='\n\t<>&\\"'), max_size=20)
ENTRIES = st.lists(
    st.builds(CatalogEntry, msgid=TEXT, msgstr=TEXT, flags=st.sampled_from([(), ("fuzzy",)])),
    max_size=6,
    unique_by=lambda one: one.msgid,
).map(lambda found: tuple(one for one in found if one.msgid))


def flow(text: str) -> str:
    return "".join(sign for sign in text if sign not in " \t\r\n")


@settings(deadline=None)
@given(entries=ENTRIES)
def test_law_every_sign_is_in_the_text_or_in_the_report(entries: tuple[CatalogEntry, ...]) -> None:
    catalog = Catalog(headers=(("Language", "de"),), entries=entries)
    made = ingest.read_bilingual(po.serialize(catalog), name="f.po", lang="en", id="f")
    kept = "".join(inline.plain(source) for source in sources(made))
    assert flow(kept) == flow("".join(one.msgid for one in entries))
    said = "".join(inline.plain(one.msgstr) for one in made.entries)
    lost = "".join(one.before for one in made.report.decisions if one.kind == "empty")
    assert sorted(flow(said + lost)) == sorted(flow("".join(one.msgstr for one in entries)))
    assert all(one.state in (State.TRANSLATED, State.NEEDS_WORK) for one in made.entries)
    assert tei.parse(tei.serialize(made.text)) == made.text
