"""The inline form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.formats.tei import inline
from hexapla.formats.tei.write import flat
from hexapla.model.errors import BadFile
from hexapla.model.text import Element, element
from tei_texts import CONTENT, sample


@pytest.mark.parametrize(
    ("form", "normal"),
    [
        ("  Two \t\r\n words  ", "Two words"),
        ("a <hi> b</hi>", "a <hi>b</hi>"),
        ("a<hi> b </hi> c", "a<hi> b </hi>c"),
        ("<hi>end </hi> ", "<hi>end</hi>"),
        (" <hi> start</hi>", "<hi>start</hi>"),
        ("a <lb/> b", "a <lb/> b"),
        ('x<note xml:id="n1"></note> y', 'x<note xml:id="n1"/> y'),
        ("<hi rend='a' n=\"b\">x</hi>", '<hi n="b" rend="a">x</hi>'),
        ("<![CDATA[a < b]]>", "a &lt; b"),
        ("a<!-- no -->b", "ab"),
        ("5 &gt; 3 &#38; \"so\" 'on'", "5 &gt; 3 &amp; \"so\" 'on'"),
        ('<title n="&quot;&lt;">x</title>', '<title n="&quot;&lt;">x</title>'),
        ("a\u00a0 \u202f\u3000", "a\u00a0 \u202f\u3000"),
        (
            '<note type="translator" xml:id="hu.tn1"> its  own </note> x',
            '<note type="translator" xml:id="hu.tn1">its own</note> x',
        ),
        ("a < b", "a < b"),
        ("", ""),
    ],
)
def test_normal_form(form: str, normal: str) -> None:
    assert inline.normal(form) == normal


@settings(max_examples=150)
@given(CONTENT)
def test_rendering_is_stable_and_the_inverse_of_parsing(content: tuple[str | Element, ...]) -> None:
    form = inline.render(content)
    assert inline.normal(form) == form
    assert inline.render(inline.parse(form)) == form
    assert inline.normal(flat(content)) == form


@settings(max_examples=150)
@given(st.text(max_size=40) | st.text("<>/&;ahi \"='lb", max_size=30))
def test_any_text_at_all(form: str) -> None:
    assert inline.normal(inline.normal(form)) == inline.normal(form)
    content = inline.content_of(form)
    assert inline.parse(inline.render(content)) == content
    if not inline.is_well_formed(form):
        with pytest.raises(BadFile):
            inline.parse(form)
        assert all(isinstance(part, str) for part in content)


@pytest.mark.parametrize(
    "form",
    [
        "<p>x</p>",
        "<script>x</script>",
        '<hi onclick="x">y</hi>',
        '<pb n="1"/>',
        '<a xmlns="u">x</a>',
        "<hi>",
        "a & b",
        '<seg type="unit" xml:id="u1">x</seg>',
        "<list><item>x</item></list>",
        "<?x y?>",
        "\ud800",
        "\x00",
    ],
)
def test_what_is_no_inline_form(form: str) -> None:
    assert not inline.is_well_formed(form)
    assert inline.content_of(form) == tuple(filter(None, [inline.clean(form)]))


def test_a_source_unit_shows_embedded_units_as_empty_tags_and_no_milestones() -> None:
    forms = {unit.id: unit.source for unit in sample().units}
    assert forms["u3"] == 'Nobody sailed<note xml:id="n1"/> on Sunday.'
    assert forms["u6"] == "The nets were wet."
    assert forms["u7"] == 'They stank<note xml:id="n2"/>.'


def test_what_the_form_does_not_know_is_unwrapped() -> None:
    content = (
        element("w", "Word", lemma="word"),
        " ",
        element("hi", "x", facs="#a", rend="b"),
        Element("{u}math", (), ("2",)),
    )
    assert inline.render(content) == 'Word <hi rend="b">x</hi>2'


def test_a_list_that_holds_units_is_an_empty_tag() -> None:
    unit = element("seg", "x", type="unit", xml_id="u2")
    assert inline.render((element("list", element("item", unit), xml_id="l1"),)) == '<list xml:id="l1"/>'
    assert inline.is_well_formed('<list xml:id="l1"/>')
    assert not inline.is_well_formed('<list rend="x"/>')


def test_plain_text() -> None:
    form = 'One<lb/>two <note xml:id="n1"/> <hi>th</hi>ree<note type="translator">gone</note> &amp; x'
    assert inline.plain(form) == "One two three & x"
    assert inline.plain("a < b") == "a < b"


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("", 0),
        ("—", 0),
        ("One two", 2),
        ("on-carrying is Arbeiter:innen", 3),
        ("one—two", 2),
        ("中文字", 3),
        ("漢字かな abc", 5),
        ("हिन्दी भाषा", 2),
        ("한국어 문장", 2),
        ("<hi>a</hi>b <note>c d</note>", 1),
        ("3,5 %", 1),
    ],
)
def test_words(form: str, words: int) -> None:
    assert inline.words(form) == words


def test_bound_tags_are_named_in_order() -> None:
    form = (
        '<note xml:id="n1"/><hi><ref target="#u5">x<lb/></ref></hi><gap reason="lost"/><seg xml:id="u9"/>'
        '<note type="translator" xml:id="hu.tn1">a<lb/></note><seg type="added">b</seg><emph/>'
    )
    assert inline.bound(form) == ("note n1", "ref #u5", "lb", "gap", "seg u9")


def test_clean() -> None:
    assert inline.clean("a\x00b\x0b\ud800\ufffe\uffffc\td\u0085\u200f") == "abc\td\u0085\u200f"


@given(st.text(st.sampled_from("ab &<>\t\n\r\u00a0\u2028\u0085\x7f\x00\ufffe]é😀"), max_size=8))
def test_a_text_without_markup_is_rendered_as_any_other(text: str) -> None:
    """What most units are takes a shorter way, and comes to the same."""
    assert inline.render((text,)) == inline.form_of((text,)) == inline.render(("", text))
