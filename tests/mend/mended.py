"""A text for mending, with everything in it, and short ways to mend it and to look at what came out."""

from typing import Any

from hexapla.formats import tei
from hexapla.formats.tei import inline, schema
from hexapla.mend import Mended, apply
from hexapla.model.mend import Mend
from hexapla.model.text import Text

SOURCE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="quay" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>The Quay</title></titleStmt>
<publicationStmt><p>Ours.</p></publicationStmt><sourceDesc><p>Ours.</p></sourceDesc></fileDesc></teiHeader>
<text type="source" xml:lang="en"><body><div type="text" xml:id="d1">
<head xml:id="b1"><seg type="unit" n="1" xml:id="u1">The Quay</seg></head>
<p xml:id="b2"><seg type="unit" n="2" xml:id="u2">The <hi rend="italic">tide goes out; the</hi> rope\
<note place="foot" n="1" xml:id="n1"><seg type="unit" n="3" xml:id="u3">It is hemp.</seg></note> hangs slack.</seg>
<seg type="unit" n="4" xml:id="u4">Nobody <pb n="2"/>minds* it.</seg> <pb n="3"/>
<seg type="unit" n="5" xml:id="u5">See <ref target="#u12">the list</ref> below.</seg></p>
<p xml:id="b3"><seg type="unit" n="6" xml:id="u6">And the crew<note place="foot" n="2" xml:id="n2">\
<seg type="unit" n="7" xml:id="u7">Nine of them.</seg></note> sleeps.</seg></p>
<p xml:id="b4"><seg type="unit" n="8" xml:id="u8">* They mind at night.</seg></p>
<div type="section" xml:id="d2"><head xml:id="b5"><seg type="unit" n="9" xml:id="u9">What is owed</seg></head>
<p xml:id="b6"><seg type="unit" n="10" xml:id="u10">Old Ada: Is it paid?</seg>
<seg type="unit" n="11" xml:id="u11">I ask.</seg></p>
<list rend="numbered" xml:id="l1"><item n="4" xml:id="b7"><seg type="unit" n="12" xml:id="u12">One rope.</seg></item>
<item n="5" xml:id="b8"><seg type="unit" n="13" xml:id="u13">Two bells.</seg></item></list>
<p xml:id="b9"><seg type="unit" n="14" xml:id="u14">The wind lies down,<lb/>the gull goes by.<lb/>A bell</seg>
<seg type="unit" n="15" xml:id="u15">is rung.</seg></p>
<quote rend="block" xml:id="q1"><p xml:id="b10"><seg type="unit" n="16" xml:id="u16">Row.</seg></p></quote>
<p xml:id="b11"><seg type="unit" n="17" xml:id="u17">She said so.</seg></p>
<quote rend="block" xml:id="q2"><p xml:id="b12"><seg type="unit" n="18" xml:id="u18">Do not talk.</seg></p></quote>
<sp xml:id="s1"><speaker xml:id="b13"><seg type="unit" n="19" xml:id="u19">Ben:</seg></speaker>
<p xml:id="b14"><seg type="unit" n="20" xml:id="u20">Who pays?</seg></p></sp>
<p xml:id="b15"><seg type="unit" n="21" xml:id="u21">The crew, 1931</seg></p></div></div></body></text></TEI>
"""


def quay() -> Text:
    return tei.parse(SOURCE.encode())


def mend(text: Text, *mends: Mend, **options: Any) -> Text:
    """Carry out mends one after the other."""
    for one in mends:
        text = done(text, one, **options).text
    return text


def done(text: Text, one: Mend, **options: Any) -> Mended:
    """Carry out a mend, and see that what comes out is what would be read from its file, and valid."""
    made = apply(text, one, next=22, **options)
    source = tei.serialize(made.text)
    assert tei.parse(source) == made.text
    assert schema.validate(source) == ()
    return made


def sources(text: Text) -> dict[str, str]:
    return {unit.id: unit.source for unit in text.units}


def offset(text: Text, unit: str, words: str) -> int:
    """Return where words stand in a unit's plain text."""
    return inline.plain(sources(text)[unit]).index(words)


def kinds(text: Text) -> list[tuple[str, str]]:
    """Return the blocks as pairs of kind and units."""
    return [(block.kind, " ".join(unit.id for unit in block.units)) for block in text.blocks]


def body(text: Text) -> str:
    """Return the text's body as it is written, without layout."""
    return "".join(line.strip() for line in tei.serialize(text).decode().partition("<body>")[2].splitlines())
