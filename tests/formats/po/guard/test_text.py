"""From bytes to text: the quick look for what XML cannot carry finds whatever the slow one finds."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hexapla.formats.po.guard.text import NOT_IN_XML, decode
from hexapla.model.errors import BadFile


@pytest.mark.parametrize("code", [*range(0x100), 0xD7FF, 0xE000, *range(0xFFF0, 0x10010), 0x1FFFE, 0x10FFFF])
def test_each_character_is_let_through_or_refused_by_the_rule_of_xml(code: int) -> None:
    text = f"ára\n{chr(code)}\n"
    if NOT_IN_XML.search(text):
        with pytest.raises(BadFile, match=f"U\\+{code:04X}") as caught:
            decode(text.encode())
        assert caught.value.line == 2
    else:
        assert decode(text.encode()) == text


@given(st.text(st.characters(codec="utf-8"), max_size=30))
@example("\ufffe")
@example("a\uffffb")
@example("\x7f\x80")
def test_no_text_that_xml_cannot_carry_is_decoded(text: str) -> None:
    source = text.replace("\r", "").encode()
    try:
        decoded = decode(source)
    except BadFile:
        assert NOT_IN_XML.search(text)
    else:
        assert decoded.encode() == source
        assert not NOT_IN_XML.search(decoded)


@pytest.mark.parametrize(("source", "line"), [(b"a\r\nb\rc", 2), (b"\r", 1), (b"a\r\r\n", 1)])
def test_a_lone_carriage_return_is_named_with_its_line(source: bytes, line: int) -> None:
    with pytest.raises(BadFile, match="lone carriage return") as caught:
        decode(source)
    assert caught.value.line == line
