from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.publish.html.markup import Html, join, tag, text
from publish.html.page import parse


def test_what_is_not_markup_is_escaped_once() -> None:
    inner = tag("b", "a < b")
    assert tag("p", inner, " & ", Html("<br/>")) == "<p><b>a &lt; b</b> &amp; <br/></p>"
    assert text(text("&")) == "&amp;"
    assert join(["<", tag("i")], "<") == "&lt;&lt;<i></i>"


def test_markup_and_a_plain_text_are_a_plain_text() -> None:
    assert tag("p", tag("b", "x") + "<") == "<p>&lt;b&gt;x&lt;/b&gt;&lt;</p>"


def test_attributes_are_written_when_they_say_something() -> None:
    made = tag("input", class_="a", data_u="", id=None, checked=True, hidden=False)
    assert made == '<input class="a" checked=""/>'


ANY = st.text(st.characters(codec=None, exclude_categories=[]), max_size=30)


@settings(max_examples=200)
@given(ANY)
def test_any_text_comes_back_from_a_page(value: str) -> None:
    page = tag("p", value, title=value).encode().decode()
    (node,) = parse(page).all("p")
    assert "<" not in page.removeprefix("<p").removesuffix("</p>")
    kept = text(value).encode().decode()
    assert node.text.count("\ufffd") == kept.count("\ufffd")
    if "\ufffd" not in kept:
        assert node.text == value
        assert node.get("title") == value
