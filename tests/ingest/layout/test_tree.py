"""Parts as a body: divisions with their heads."""

from hexapla.ingest.layout.tree import body
from hexapla.model.text import Element, element


def made(*kinds: str) -> Element:
    return body([(kind, (str(n),)) for n, kind in enumerate(kinds)])


def shape(tree: Element) -> str:
    """Write a tree in one line: ``body(head p div(head p))``."""
    inner = " ".join(shape(child) for child in tree.content if isinstance(child, Element))
    return f"{tree.tag}({inner})" if inner else tree.tag


def test_a_first_head_is_that_of_the_text_and_others_begin_divisions() -> None:
    assert shape(made("head", "p", "head", "p", "p", "head", "p")) == "body(head p div(head p p) div(head p))"


def test_a_text_may_begin_without_a_head() -> None:
    assert shape(made("p", "head", "p")) == "body(p div(head p))"


def test_heads_that_follow_each_other_head_one_division() -> None:
    assert shape(made("p", "head", "head", "p")) == "body(p div(head head p))"
    assert shape(made("head", "head", "p", "head", "p")) == "body(head div(head p) div(head p))"


def test_heads_at_the_beginning_of_a_text_without_divisions_are_all_its_own() -> None:
    assert shape(made("head", "head", "p")) == "body(head head p)"


def test_a_break_is_a_paragraph_of_its_own() -> None:
    assert body([("break", ("*",))]) == element("body", element("p", "*", rend="break"))


def test_an_empty_text_has_a_body() -> None:
    assert shape(body([])) == "body(p)"
