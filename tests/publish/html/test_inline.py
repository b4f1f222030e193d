import pytest

from hexapla.model.text import Block
from publish.html.page import Node, built
from publish.html.sample import edition, text, units


def shown(form: str, *further: str) -> Node:
    page = built(edition(text("t", [Block("p", units(1, form, *further))]), languages=("en",)))
    unit = page.one("main").one(id="u1")
    return Node(
        "span", {}, [part for part in unit.content if isinstance(part, str) or "n" not in part.classes]
    )


@pytest.mark.parametrize(
    ("form", "tag", "class_"),
    [
        ('<hi rend="italic">x</hi>', "i", ""),
        ('<hi rend="bold">x</hi>', "b", ""),
        ('<hi rend="small-caps">x</hi>', "span", "sc"),
        ('<hi rend="sup">x</hi>', "sup", ""),
        ("<emph>x</emph>", "em", ""),
        ("<title>x</title>", "cite", ""),
        ("<q>x</q>", "span", "q"),
        ("<term>x</term>", "span", "term"),
    ],
)
def test_inline_elements_by_the_whitelist(form: str, tag: str, class_: str) -> None:
    node = shown(form).one(tag, class_)
    assert node.text == "x"
    assert set(node.attributes) <= {"class"}


def test_several_renditions_lie_in_one_another() -> None:
    outer = shown('<hi rend="bold italic">x</hi>').one("b")
    assert outer.one("i").text == "x"


@pytest.mark.parametrize(
    "form", ["<persName>x</persName>", '<hi rend="blink">x</hi>', "<hi>x</hi>", '<seg type="other">x</seg>']
)
def test_an_element_that_is_not_named_leaves_its_text(form: str) -> None:
    assert shown(form).content == ["x"]


def test_a_foreign_word_has_its_language_and_direction() -> None:
    node = shown('<foreign xml:lang="ar">جسر</foreign>').one("i")
    assert (node.get("lang"), node.get("dir")) == ("ar", "rtl")


@pytest.mark.parametrize("tag", ["en", "not a tag", ""])
def test_its_own_language_or_none_at_all_is_not_marked(tag: str) -> None:
    assert not shown(f'<foreign xml:lang="{tag}">x</foreign>').one("i").attributes


def test_links_lead_within_the_edition_only() -> None:
    assert shown('see <ref target="#u2">there</ref>', "There.").one("a").get("href") == "#u2"
    for target in ("https://example.org/", "javascript:alert(1)", "#u77", "u2 ", ""):
        node = shown(f'see <ref target="{target}">there</ref>')
        assert not node.all("a"), target
        assert node.text == "see there"


def test_breaks_gaps_and_pictures() -> None:
    node = shown(
        'a<lb/>b<gap reason="illegible"><desc>worm</desc></gap><graphic url="http://example.org/x.png"/>'
    )
    assert len(node.all("br")) == 1
    assert node.text == "ab[…]"


def test_of_a_choice_the_edited_reading_is_shown() -> None:
    assert shown("<choice><sic>brige</sic><corr>bridge</corr></choice>").text == "bridge"
    assert shown("<choice><orig>brigge</orig><unclear>br</unclear></choice>").text == "brigge"
    assert shown("a<choice/>").text == "a"


def test_an_ill_formed_unit_is_shown_as_typed() -> None:
    assert shown("a <b c & d").text == "a <b c & d"
