"""Glossaries for tests: files with odd but legal shapes, and strategies."""

import re

from hypothesis import strategies as st

from hexapla.model.glossary import Act, Concept, Glossary, Kind, Section, Status, Step, Term
from hexapla.model.text import Element, element

DCA = """<?xml version='1.0' encoding='utf-8'?>
<?xml-model href="TBX-Basic.rng"?>
<!-- made by hand -->
<tbx type='TBX-Basic' style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
\t<tbxHeader><fileDesc><sourceDesc><p>The   harbour.</p></sourceDesc></fileDesc></tbxHeader>
\t<text>
\t\t<body>
\t\t\t<!-- the quay first -->
\t\t\t<conceptEntry id = "k1">
\t\t\t\t<descrip type="subjectField">harbour</descrip>
\t\t\t\t<ref type="crossReference" target="k2">boat</ref>
\t\t\t\t<langSec xml:lang="en">
\t\t\t\t\t<descripGrp><descrip type="definition">Where one   lands.</descrip>\
<admin type="source">ch. 2</admin></descripGrp>
\t\t\t\t\t<termSec id="t1"><term id="x1">quay</term>
\t\t\t\t\t\t<termNote type="partOfSpeech">noun</termNote><!-- sure -->
\t\t\t\t\t\t<termNoteGrp><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>\
<note>since 1931</note></termNoteGrp>
\t\t\t\t\t\t<descrip type="context">The <hi type="bold">quay</hi> is wet.</descrip>
\t\t\t\t\t\t<note>not "pier"</note></termSec>
\t\t\t\t\t<termSec><term><![CDATA[wharf & all]]></term></termSec>
\t\t\t\t</langSec>
\t\t\t\t<langSec xml:lang='pt_br'><termSec><term>cais</term></termSec></langSec>
\t\t\t</conceptEntry>
\t\t\t<!-- and the boat -->
\t\t\t<conceptEntry id="k2"><langSec xml:lang="en"><termSec><term>boat<hi>2</hi></term>\
<termNote type="normativeAuthorization">standardizedTerm</termNote></termSec></langSec></conceptEntry>
\t\t</body>
\t\t<back><refObjectSec type="bibl"><refObject id="r1"><item type="title">Boats</item></refObject></refObjectSec></back>
\t</text>
</tbx>
<!-- end -->
"""
"""Tabs, groups, attributes of every kind, markup in terms, CDATA, comments, a back matter."""

DCT = """<t:tbx xmlns:t="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dct" xml:lang="en"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic" xmlns:my="urn:my">
<t:tbxHeader><t:fileDesc><t:titleStmt><t:title>Mills &amp; weirs</t:title></t:titleStmt>\
<t:sourceDesc><t:p>By hand.</t:p></t:sourceDesc></t:fileDesc></t:tbxHeader>
<t:text><t:body>
  <t:conceptEntry id="w1"><min:subjectField>mills</min:subjectField><my:colour>red</my:colour>
    <t:langSec xml:lang="en"><basic:definition>What the water turns.</basic:definition><t:termSec><t:term>wheel</t:term>
      <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
      <basic:context>A <t:hi>wheel</t:hi> turns.</basic:context></t:termSec></t:langSec>
  </t:conceptEntry>
  <t:conceptEntry><t:langSec xml:lang="en"><t:termSec><t:term>weir</t:term></t:termSec></t:langSec></t:conceptEntry>
</t:body></t:text></t:tbx>
"""
"""The other style, with prefixes, a foreign element, and a concept without an id."""

LINE = (
    '<tbx style="dca" type="TBX-Core" xml:lang="hu" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc>'
    "<sourceDesc><p/></sourceDesc></fileDesc></tbxHeader><text><body>"
    '<conceptEntry id="1"><langSec xml:lang="hu"><termSec><term>malom</term></termSec></langSec></conceptEntry>'
    "</body></text></tbx>"
)
"""Everything on one line."""

FILES = {"dca": DCA, "dct": DCT, "line": LINE}

_SIGNS = st.characters(codec="utf-8", categories=("L", "N", "P", "S"))
WORDS = (
    st.lists(
        st.text(_SIGNS | st.sampled_from("&<>\"'\u00a0"), min_size=1, max_size=5), min_size=1, max_size=3
    )
    .map(lambda words: " ".join(words))
    .filter(lambda text: text.strip())
)
SHORT = st.sampled_from(["rest", "Rest", "debris", "reste & fils", "ледь"])
ATTRIBUTES = st.sampled_from([(), (("id", "a1"),), (("id", "<2>"),)])
NOTES = st.one_of(
    st.builds(lambda text: element("note", text), WORDS),
    st.builds(lambda text: element("note", "so ", element("hi", text), " it is"), WORDS),
    st.builds(lambda text: element("admin", text, type="own"), WORDS),
    st.builds(
        lambda text: element("descripGrp", element("descrip", "a", type="own"), element("note", text)),
        WORDS,
    ),
    st.sampled_from(
        [
            element("note", 'hexapla: {"keep": true}'),
            element("note", 'hexapla: {"note": "x"}'),
            element("note", 'hexapla: {"kind": 3}'),
            element("note", "hexapla: {"),
        ]
    ),
    st.builds(lambda text: Element("{urn:my}own", (), (text,)), WORDS),
)
TERM_NOTES = st.builds(lambda text: element("termNote", text, type="termType"), WORDS)
DEFINED = st.sampled_from(
    [
        (),
        (
            element(
                "descripGrp", element("descrip", type="definition"), element("admin", "p. 9", type="source")
            ),
        ),
        (element("descrip", type="definition", id="d1"), element("descrip", type="definition")),
    ]
)
"""Places for a definition, among what has no field."""
CONTEXTS = st.sampled_from([
    (), (element("descripGrp", element("descrip", type="context"), element("note", "b")),),
    (element("descrip", "The ", element("hi", "quay"), type="context"), element("descrip", type="context", id="c")),
])  # fmt: skip
FORMS = st.lists(
    st.sampled_from(["a  b", "negation … by transcending", "Ältere\n", '"', "</x>"]), max_size=2
).map(tuple)
LINES = st.sampled_from(["", "not “pier” & co.", "<hi>", 'hexapla: {"keep": true}', "hexapla: {}"])
STEPS = st.builds(
    Step,
    st.sampled_from(Act),
    st.sampled_from(["", "anna", " a  b", "<x>"]),
    st.sampled_from(["", "2026-11-22T18:00:00Z", "2026-11-23T07:30:00Z"]),
    SHORT,
    st.none() | st.sampled_from(Status),
    st.sampled_from(["", "since\n\n 1931", '{"act": "proposed"}']),
)
OWN = st.sampled_from([(), (element("term", id="q"),)])


def terms(texts: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[Term]:
    def other(
        own: tuple[Element, ...], notes: list[Element], contexts: tuple[Element, ...], more: list[Element]
    ) -> tuple[Element, ...]:
        return (*own, *notes, *contexts, *more)

    return st.builds(
        Term,
        texts,
        st.none() | st.sampled_from(Status),
        st.sampled_from(["", "noun", "verb", "preposition"]),
        st.sampled_from(["", "neuter"]),
        FORMS,
        st.booleans(),
        st.booleans(),
        st.lists(st.sampled_from(["mill", "ferry"]), max_size=2, unique=True).map(tuple),
        LINES,
        LINES,
        other=st.builds(other, OWN, st.lists(TERM_NOTES, max_size=1), CONTEXTS, st.lists(NOTES, max_size=2)),
    )


def glossaries(texts: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[Glossary]:
    """Glossaries small enough that two of them have much in common."""
    sections = st.builds(
        Section,
        st.sampled_from(["en", "hu", "pt-BR"]),
        st.lists(
            terms(texts),
            max_size=2,
            unique_by=lambda term: (term.text, bool(term.texts), term.texts and term.status),
        ).map(tuple),
        st.just("") | SHORT,
        st.sampled_from(["", "ch. 2", "p. 9"]),
        LINES,
        st.lists(STEPS, max_size=2).map(tuple),
        ATTRIBUTES,
        st.tuples(st.lists(NOTES, max_size=1), DEFINED).map(lambda parts: (*parts[0], *parts[1])),
    )
    concepts = st.builds(
        Concept,
        st.sampled_from(["c1", "c2", "c3", "d9"]),
        st.sampled_from(["", "mills"]),
        st.just("") | SHORT,
        st.sampled_from(["", "ch. 2"]),
        st.sampled_from(Kind),
        LINES,
        st.lists(st.sampled_from(["c1", "c2", "c7"]), max_size=2, unique=True).map(tuple),
        st.lists(sections, max_size=2, unique_by=lambda section: section.lang).map(tuple),
        st.just(()),
        st.tuples(DEFINED, st.lists(NOTES, max_size=1)).map(lambda parts: (*parts[0], *parts[1])),
    )
    return st.builds(
        Glossary,
        st.just("") | WORDS,
        st.sampled_from(["en", "de"]),
        st.lists(concepts, max_size=3, unique_by=lambda concept: concept.id).map(tuple),
        other=st.lists(st.builds(lambda text: element("back", element("item", text)), WORDS), max_size=1).map(
            tuple
        ),
    )


def squeezed(source: bytes) -> bytes:
    """Return a file of ours on a single line."""
    return re.sub(rb">\n *<", b"><", source)


def commented(source: bytes) -> bytes:
    """Return a file of ours as another hand has it: comments, CRLF, tabs, other quotes."""
    text = re.sub(r"^( +)<(conceptEntry|termSec|note)", r"\1<!-- > ' -->\n\1<\2", source.decode(), flags=re.M)
    text = text.replace('type="termType"', "type = 'termType'").replace("\n ", "\n\t")
    return text.replace("\n", "\r\n").encode()
