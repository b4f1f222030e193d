"""The gate for XML: what it reads, what it refuses, and that there is no other one."""

import ast
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import hexapla
from hexapla.formats import xml
from hexapla.model.errors import BadFile, TooLarge

TOOLS = Path(hexapla.__file__).parents[1]
SOURCES = sorted([*TOOLS.rglob("*.py"), *(TOOLS.parent / "ui").rglob("*.py")])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    assert xml.parse("<p>Őszi éj, 秋</p>".encode(encoding)).text == "Őszi éj, 秋"


def test_a_declaration_of_the_encoding_is_followed() -> None:
    assert xml.parse('<?xml version="1.0" encoding="UTF-16"?><p>é</p>'.encode("utf-16")).text == "é"
    assert xml.parse('<?xml version="1.0" encoding="UTF-8"?><p>é</p>'.encode()).text == "é"


@pytest.mark.parametrize("name", ["iso-8859-1", "utf-7", "windows-1250", "rot13", "x" * 200])
def test_other_encodings_are_refused_by_name(name: str) -> None:
    source = f'<?xml version="1.0" encoding="{name}"?><p>+ADw-b/+AD4-</p>'.encode()
    with pytest.raises(BadFile, match=f"“{name[:10]}.*save it as UTF-8"):
        xml.parse(source)


def test_bytes_that_are_no_text_are_refused_with_their_line() -> None:
    with pytest.raises(BadFile) as caught:
        xml.parse(b"<p>\n\n\xe9</p>", file="a.xml")
    assert (caught.value.file, caught.value.line) == ("a.xml", 3)


def test_comments_and_instructions_stay_in_the_tree() -> None:
    root = xml.parse(b'<?xml-stylesheet href="a.xsl"?><p>a<!--b--><?c d?></p>')
    assert [type(node) for node in root] == [etree._Comment, etree._ProcessingInstruction]
    assert root.getprevious().target == "xml-stylesheet"


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        (b"", 1, "empty"),
        (b"  ", 1, "empty"),
        (b"{\\rtf1}", 1, "not XML"),
        (b"<p a=b/>", 1, "not well-formed XML .AttValue"),
        (b"<p>\n<q></p>", 2, "“q” is not closed"),
        (b"<p>\n<q>", 2, "ends before"),
        (b"<p/>\n<p/>", 2, "follows after"),
        (b"<p>\n&nbsp;</p>", 2, "“nbsp”"),
        (b'<p>\n<q a="&nbsp;"/></p>', 2, "“nbsp”"),
        (b"<p>\n\x01</p>", 2, "cannot hold"),
        (b"<p>\n&#0;</p>", 2, "cannot hold"),
        (b"<p>\n<a:q/></p>", 2, "prefix “a”"),
        (b'<p a="1" a="2"/>', 1, "attribute “a” is given twice"),
        (b'<p xml:id="u1">\n<q xml:id="u1"/></p>', 2, "id “u1” is given twice"),
        (b"<p>" + b"\n" * 70_000 + b"<q></p>", 70_001, "“q” is not closed"),
    ],
)
def test_what_is_not_well_formed_is_told_in_a_sentence(source: bytes, line: int, words: str) -> None:
    with pytest.raises(BadFile, match=words) as caught:
        xml.parse(source, file="a.xml")
    assert caught.value.line == line
    assert str(caught.value).startswith(f"a.xml:{line}: ")


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE p>",
        '<!DOCTYPE p SYSTEM "p.dtd">',
        '<!DOCTYPE p PUBLIC "-//a//[b]" "http://example.org/p.dtd">',
        "<!-- <!DOCTYPE p [ --><!DOCTYPE p>",
        "<?a <!DOCTYPE p [ ?>\n<!DOCTYPE p SYSTEM '>['>",
    ],
)
def test_a_doctype_that_declares_nothing_is_passed_over(doctype: str) -> None:
    root = xml.parse(f"{doctype}\n<p>text</p>".encode())
    assert root.text == "text"
    assert root.getroottree().docinfo.doctype == ""


def test_lines_are_counted_through_a_doctype() -> None:
    assert xml.parse(b'<!DOCTYPE p\n SYSTEM\n "p.dtd">\n<p/>').sourceline == 4


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE p []>",
        "<!DOCTYPE p [<!-- nothing -->]>",
        "<!DOCTYPE p [<!ATTLIST p a CDATA 'x'>]>",
        "<!DOCTYPE p [<!NOTATION n SYSTEM 'x'>]>",
        "<!DOCTYPE p SYSTEM 'p.dtd' [<!ENTITY e 'x'>]>",
        "<!DOCTYPE p>\n<!DOCTYPE p [<!ENTITY e 'x'>]>",
        "<!DOCTYPE p SYSTEM 'unclosed>",
    ],
)
def test_a_doctype_that_declares_anything_is_refused(doctype: str) -> None:
    with pytest.raises(BadFile, match="DOCTYPE"):
        xml.parse(f"{doctype}<p>text</p>".encode())


@given(
    st.lists(
        st.sampled_from(
            [
                "<!DOCTYPE p>",
                "<!DOCTYPE p [<!ENTITY e 'X'>]>",
                "<!--",
                "-->",
                "<?a",
                "?>",
                "[",
                "]>",
                "'",
                '"',
                " ",
                "\n",
            ]
        ),
        max_size=8,
    ).map("".join)
)
@settings(max_examples=300)
def test_no_prolog_smuggles_an_entity_in(prolog: str) -> None:
    try:
        root = xml.parse(f"{prolog}<p>&e;</p>".encode())
    except BadFile:
        return
    assert root.tag == "p", "only where all of the reference stands in a comment could this be"
    assert "X" not in "".join(root.itertext())


def test_size_and_depth_end_where_the_limits_say() -> None:
    assert len(xml.parse(b"<p>" * 256 + b"</p>" * 256)) == 1
    with pytest.raises(TooLarge, match="nested more than 256"):
        xml.parse(b"<p>" * 257 + b"</p>" * 257)
    with pytest.raises(TooLarge, match="larger than 20 MB"):
        xml.parse(b" " * (xml.MAX_BYTES + 1))


def test_messages_hold_neither_control_characters_nor_walls_of_text() -> None:
    with pytest.raises(BadFile) as caught:
        xml.parse(f"<p><q\u202e{'x' * 500}></p>".encode())
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300


@given(st.binary(max_size=200) | st.text(alphabet="<>&/!?-[]\"'= ax:#;\n", max_size=60).map(str.encode))
@settings(max_examples=300)
def test_any_bytes_are_a_tree_or_a_bad_file(source: bytes) -> None:
    for whole in (source, b"<p>" + source + b"</p>"):
        try:
            assert isinstance(xml.parse(whole).tag, str)
        except BadFile as error:
            assert error.line


def test_a_fragment_is_mixed_content_in_an_element() -> None:
    root = xml.fragment('One <hi rend="italic">two</hi> &amp; <note xml:id="n1"/>three')
    assert (root.tag, root.text, root[0].tail, root[1].tail) == ("x", "One ", " & ", "three")
    assert root[1].get("{http://www.w3.org/XML/1998/namespace}id") == "n1"
    assert xml.fragment("").text is None


@pytest.mark.parametrize(
    "text",
    [
        "a & b",
        "1 < 2",
        "<hi>open",
        "</x><x>",
        "</x><!-- ",
        "&nbsp;",
        "<tei:hi/>",
        "<!DOCTYPE x [<!ENTITY e 'x'>]>",
        "<?xml version='1.0'?>",
        "<?php evil ?>",
        "a\0b",
        "\ufffe",
        "\ud800",
    ],
)
def test_a_fragment_that_is_ill_formed_is_refused(text: str) -> None:
    with pytest.raises(BadFile):
        xml.fragment(text)


def test_a_fragment_has_an_end() -> None:
    with pytest.raises(TooLarge, match="divide it"):
        xml.fragment("x" * (xml.MAX_UNIT + 1))


@given(st.text(max_size=80))
@settings(max_examples=200)
def test_escaped_text_comes_back_from_a_fragment(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    try:
        assert (xml.fragment(escaped).text or "") == text
    except BadFile:
        assert any(
            ord(sign) < 32 or 0xD800 <= ord(sign) < 0xE000 or ord(sign) in (0xFFFE, 0xFFFF) for sign in text
        )


BANNED_MODULES = (
    "xml", "html.parser", "bs4", "defusedxml", "html5lib", "lxml.html", "lxml.objectify", "lxml.sax",
    "pyexpat",
)  # fmt: skip
BANNED_NAMES = {
    "XMLParser", "XMLPullParser", "HTMLParser", "HTMLPullParser", "ETCompatXMLParser", "XMLTreeBuilder",
    "XSLT", "fromstring", "fromstringlist", "XML", "HTML", "XMLID", "XMLDTDID", "iterparse", "parseid",
    "xinclude", "XInclude", "DTD",
}  # fmt: skip


def parsers_in(source: str) -> list[str]:
    """Return what a module uses that parses, transforms or includes XML by itself."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module or ''}.{alias.name}" for alias in node.names] if not node.level else []
            found += [
                name for name in names if name.startswith("lxml.") and name.split(".")[-1] in BANNED_NAMES
            ]
        elif isinstance(node, ast.Attribute):
            of_etree = isinstance(node.value, ast.Name) and node.value.id == "etree"
            found += [node.attr] if node.attr in BANNED_NAMES or (of_etree and node.attr == "parse") else []
            continue
        else:
            continue
        found += [
            name for name in names if any(f"{name}.".startswith(f"{module}.") for module in BANNED_MODULES)
        ]
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(TOOLS.parent)))
def test_there_is_no_other_parser(path: Path) -> None:
    gates = {
        Path(xml.__file__): {"XMLParser", "fromstring"},
        TOOLS / "hexapla" / "formats" / "html" / "parse.py": {"HTMLParser", "fromstring"},
    }
    assert set(parsers_in(path.read_text("utf-8"))) == gates.get(path, set())


@pytest.mark.parametrize(
    "line",
    [
        "import xml.etree.ElementTree as e",
        "from xml.dom import minidom",
        "from xml import sax",
        "from bs4 import BeautifulSoup",
        "from html.parser import HTMLParser",
        "from lxml import html",
        "from lxml.etree import fromstring",
        "etree.parse('a.xml')",
        "lxml.etree.iterparse('a.xml')",
        "tree.xinclude()",
    ],
)
def test_another_parser_would_be_found(line: str) -> None:
    assert parsers_in(line)
