"""Web pages as texts: what stands around the text is left out, notes come to their anchors, nothing else is lost."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import body, left_out, letters, read
from hexapla.model.errors import BadFile

PAGE = """<!DOCTYPE html><html lang="de"><head><title>Die Fähre — Hafenblatt</title>
<meta name="author" content="Anna Z.">
<style>.k { font-variant: small-caps } p.r { text-align: right }</style></head><body>
<a class="skip-link" href="#m">Zum Inhalt</a><header><a href="/">Hafenblatt</a></header>
<nav><ul><li><a href="/">Start</a></ul></nav><div id="cookie-banner">Kekse? <button>Ja</button></div>
<main id="m"><article><header><h1>Die <em>Fähre</em></h1></header>
<ul><li><a href="#a">Eins</a><li><a href="#b">Zwei</a><li><a href="#c">Drei</a></ul>
<h2 id="a">Erstes Ufer</h2>
<p>Ein <q>Wort</q>, <i lang="fr">mot</i>, "gerade" -- <span class="k">Klein</span>, H<sub>2</sub>O.<sup><a
 href="#fn1" id="r1">1</a></sup> Mehr.<a id="r2" href="#fn2"><sup>2</sup></a>
<p lang="fr">Tout en français.
<blockquote><p>Zitat eins.<p>Zitat zwei.</blockquote>
<h2>Zweites Ufer</h2><ol start="3"><li>drei<li value="7">sieben<ul><li>darin</ul></ol><hr>
<dl><dt>Fähre<dd>ein Boot</dl><table><caption>Zeiten</caption><tr><th>ab<th>an<tr><td colspan="2">nie</table>
<figure><img src="https://example.org/a.png" alt="Ein Boot"><figcaption>Bild 1</figcaption></figure>
<div class="poem"><div class="stanza"><div>Eins fährt,</div><div>zwei fährt.</div></div>
<div class="stanza"><div>Drei.</div></div></div>
<p><span role="doc-pagebreak" id="p12" aria-label="12"></span>Nach der Seite.
<p hidden>versteckt<div class="share">Teilen: <a href="x">hier</a></div>
<p class="unterschrift">Anna Z.</p><h2>Anmerkungen</h2><ol><li id="fn1">Note <b>eins</b>. <a href="#r1">↩</a>
<li id="fn2"><p>Note zwei.<p>Zweiter Absatz. <a href="#r2">↩︎</a></ol></article></main>
<aside>Werbung</aside><footer>Impressum</footer></body></html>"""


def test_a_page() -> None:
    text, report = read(PAGE, "a.html")
    assert text.title == "Die Fähre"
    assert body(text) == (
        '<head>Die <hi rend="italic">Fähre</hi></head><div><head>Erstes Ufer</head>'
        '<p>Ein <q>Wort</q>, <foreign xml:lang="fr"><hi rend="italic">mot</hi></foreign>, "gerade" -- '
        '<hi rend="smallcaps">Klein</hi>, H<hi rend="sub">2</hi>O.'
        '<note n="1" place="foot">Note <hi rend="bold">eins</hi>.</note> Mehr.'
        '<note n="2" place="foot"><p>Note zwei.</p><p>Zweiter Absatz.</p></note></p>'
        '<p><foreign xml:lang="fr">Tout en français.</foreign></p>'
        '<quote rend="block"><p>Zitat eins.</p><p>Zitat zwei.</p></quote></div>'
        '<div><head>Zweites Ufer</head><list rend="numbered"><item n="3">drei</item>'
        '<item n="7">sieben<list rend="bulleted"><item>darin</item></list></item></list><p rend="break"/>'
        '<list type="gloss"><label>Fähre</label><item>ein Boot</item></list>'
        '<table><head>Zeiten</head><row role="label"><cell>ab</cell><cell>an</cell></row>'
        '<row><cell cols="2">nie</cell></row></table>'
        '<p><figure><head>Bild 1</head><p rend="description">Ein Boot</p></figure></p>'
        "<lg><l>Eins fährt,</l><l>zwei fährt.</l></lg><lg><l>Drei.</l></lg>"
        '<p><pb n="12"/>Nach der Seite.</p><closer><signed>Anna Z.</signed></closer></div>'
    )
    assert left_out(report) == (
        "ZumInhaltHafenblattStartKekse?JaEinsZweiDreiverstecktTeilen:hierAnmerkungenWerbungImpressum"
    )
    raw = "".join("".join(line.split()) for line in report.raw)
    for decision in report.removed:
        raw = raw.replace("".join(decision.before.split()), "", 1)
    assert sorted(raw) == sorted(letters(text))


def test_the_main_part_is_preferred_but_not_at_any_price() -> None:
    kept = "<p>Ein Absatz, der lang genug ist.</p>"
    text, report = read(f"<h1>Netze</h1><main>{kept}</main><p>Rand</p>", "a.html")
    assert (letters(text), left_out(report)) == ("NetzeEinAbsatz,derlanggenugist.", "Rand")
    text, report = read(f"<main>Kurz.</main>{kept}{kept}", "a.html")
    assert left_out(report) == ""
    text, report = read(f'<div class="sidebar">{kept}</div><p>Kurz.</p>', "a.html")
    assert left_out(report) == "", "what is called furniture but holds the page is none"


def test_without_paragraphs() -> None:
    text, _report = read("Eins<br>zwei.<br><br>Drei.<div>Vier.</div>Fünf.", "a.html")
    assert letters(text) == "Einszwei.Drei.Vier.Fünf."
    assert [block.kind for block in text.blocks][-3:] == ["p", "p", "p"]


NOTED = {
    "pandoc": '<p>A.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><section '
    'id="footnotes" class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1"><p>Note.<a href="#fnref1" '
    'class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
    "wiki": '<p>A.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p>'
    '<ol class="references"><li id="cite_note-1">'
    '<span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> '
    "<span>Note.</span></li></ol>",
    "word": '<p>A.<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p><hr><div id="ftn1"><p><a href="#_ftnref1" '
    'name="_ftn1"><span>[1]</span></a> Note.</p></div>',
    "office": '<p>A.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>'
    '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Note.</p>'
    "</div>",
    "gutenberg": '<p>A.<a id="FNanchor_1_1"></a><a href="#Footnote_1_1" class="fnanchor">[1]</a></p>'
    '<div class="footnote"><p><a id="Footnote_1_1"></a><a href="#FNanchor_1_1"><span class="label">[1]</span></a> '
    "Note.</p></div>",
    "epub": '<p>A.<a epub:type="noteref" href="#n">*</a></p>'
    '<aside epub:type="footnote" id="n" style="display:none">Note.</aside>',
    "plain": '<p>A.<sup><a href="#note1">1</a></sup></p><p id="note1">1) Note.</p>',
}


@pytest.mark.parametrize("maker", NOTED)
def test_notes_of_many_makers(maker: str) -> None:
    text, _report = read(NOTED[maker], "a.html")
    assert [(block.kind, block.n) for block in text.blocks] == [
        ("p", ""),
        ("note", "*" if maker == "epub" else "1"),
    ]
    assert letters(text) == "A.Note."


def test_links_that_lead_to_no_note_stay() -> None:
    page = (
        '<p id="s1">Siehe <a href="#s2">2</a> und <a href="https://example.org/?a=1&b=%ZZ">dort</a>, nicht '
        '<a href="javascript:x()">so</a>.</p><p id="s2">Ein Absatz.</p>'
    )
    text, report = read(page, "a.html")
    assert body(text) == (
        '<p>Siehe 2 und <ref target="https://example.org/?a=1&amp;b=%25ZZ">dort</ref>, nicht so.</p><p>Ein Absatz.</p>'
    )
    assert [one.kind for one in report.decisions] == ["link"]


def test_notes_that_only_lead_to_each_other_stay_where_they_are() -> None:
    page = (
        '<ol><li id="fn1">A <sup><a href="#fn2">2</a></sup></li>'
        '<li id="fn2">B <sup><a href="#fn1">1</a></sup></li></ol>'
        '<p id="fn3">C <sup><a href="#fn3">3</a></sup></p>'
    )
    assert letters(read(page, "a.html")[0]) == "A2B1C3"


def test_the_file_s_word_on_its_language_is_reported() -> None:
    _text, report = read('<html lang="en-US"><p>Ein <i lang="en">word</i>.', "a.html", lang="de")
    assert [(one.kind, "en-US" in one.reason) for one in report.decisions] == [("language", True)]


def test_a_page_without_a_text() -> None:
    with pytest.raises(BadFile, match=r"a\.html: there is no text"):
        read("<script>x</script><nav>Start</nav>", "a.html")


WORDS = st.lists(
    st.sampled_from(["eins", "zwei\u00ad", "drei\u00a0", "vier ", "–", "“", "&amp;", "שלום"]),
    min_size=1,
    max_size=4,
)
INLINE = st.recursive(
    WORDS.map("".join),
    lambda inner: st.tuples(
        st.sampled_from([
            "i", "b", "span", "span lang=fr", "sup", "a href=#x", "q", "code", "cite", "u", "small", "br/",
        ]), inner
    ).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>"),
)  # fmt: skip


def closed(tags: str) -> str:
    """Return the end tags of ``ul><li``."""
    return "".join(f"</{tag.split()[0]}>" for tag in reversed(tags.split("><")))


BLOCK = st.recursive(
    INLINE.map(lambda words: f"<p>{words}</p>") | INLINE,
    lambda inner: st.tuples(
        st.sampled_from([
            "div", "blockquote", "ul><li", "ol><li", "section", "table><tr><td", "dl><dd", "h2", "pre", "figure",
            "details",
            "center", "div class=poem", "td", "li",
        ]),
        st.lists(inner, min_size=1, max_size=3),
    ).map(lambda pair: f"<{pair[0]}>{''.join(pair[1])}{closed(pair[0])}"),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCK, min_size=1, max_size=4).map("".join))
def test_no_letter_is_lost_or_reordered(page: str) -> None:
    plain = "".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())
    if plain:
        text, report = read(page, "a.html")
        assert (letters(text), left_out(report)) == (plain, "")


def test_the_name_of_a_site_is_no_part_of_a_title() -> None:
    before = "<p>Ein Absatz.</p>" * 5
    for mark in ("|", "–"):
        page = f"<title>Die Fähre {mark} Hafenblatt</title>{before}<h1>{{}}</h1><p>Mehr.</p>"
        assert read(page.format("Die Fähre"), "a.html")[0].title == "Die Fähre"
        assert read(page.format("Anderes"), "a.html")[0].title == f"Die Fähre {mark} Hafenblatt"
