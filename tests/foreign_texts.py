"""TEI as other projects write it: their ways, our words."""

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>Nets</title><author>A. Hand</author></titleStmt>"
    "<publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>"
)

PRINTED = f"""\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de">{HEADER}
<text>
<front><titlePage type="main"><docTitle><titlePart type="main">Von den<lb/>
Netzen.</titlePart></docTitle><byline>Von <docAuthor>A. Hand</docAuthor></byline></titlePage></front>
<body><div n="1"><head>Erſtes Capitel.<lb/>
Vom Knüpfen.</head><lb/>
<p>Wer ein Netz knüpft, der fan⸗<lb/>
ge bei den Löchern an und beſchreibe ſie<lb/>
mit Garn. Das Netz<note place="foot" n="*)">Alſo das Ge⸗<lb/>
webe.</note> fehlt, wenn niemand <choice><sic>hinſeht</sic><corr>hinſieht</corr></choice>, und<lb/>
wer hinſieht, der knü⸗<lb/>
<fw place="bottom" type="catch">pft</fw>
<pb n="2" facs="#f0002"/><fw place="top" type="header">Von den Netzen.</fw><lb/>
pfe <hi rendition="#g">weiter</hi>.</p><lb/>
<lg type="poem"><l>Ein Netz iſt Luft,</l><lb/>
<l>um die man bindet.</l></lg></div></body>
<back><div type="advertisement"><p>Bei demſelben Verleger.</p></div></back></text></TEI>
"""
"""Lines, pages and furniture of an early print, as the great archive of German texts has them."""

TOKENS = f"""\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="sitting" xml:lang="en">{HEADER}
<text ana="#reference"><body><div type="debateSection">
<note type="speaker">The Chair:</note>
<u who="#Chair" xml:id="sitting.u1" ana="#chair"><seg
 xml:id="sitting.seg1"><s xml:id="sitting.s1"><w xml:id="w1" lemma="net" msd="N">Nets</w>
<w lemma="rot" join="right">rot</w><pc>.</pc></s>
<s><w>Do</w> <w>they</w> <w join="right">all</w><pc>?</pc></s></seg></u>
<u who="#M"><seg><s><name type="PER"><w>Anna</w></name>
<w>says</w> <w join="right">no</w><pc>.</pc></s></seg><kinesic type="applause"><desc>Applause</desc></kinesic></u>
</div></body></text></TEI>
"""
"""A sitting of a parliament, each word an element, white space mere layout."""

EDITION = f"""\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="la">{HEADER}
<facsimile><surface xml:id="s1"><zone xml:id="z1"/></surface></facsimile>
<text><body><div type="edition"><ab n="1"><lb n="1" facs="#z1"/>Retia
<app><lem wit="#A">putrescunt</lem><rdg wit="#B">pu<ex>tre</ex>scant</rdg></app>
<lb n="2" break="no"/>que <abbr>d<am>~</am></abbr>
<subst><del>fluunt</del><add place="above">natant</add></subst> remi<supplied
 reason="lost">.</supplied>
<geogName ref="#x">Saltmarsh</geogName>
<damage><unclear>iacet</unclear></damage> <handShift/>hic.</ab></div></body></text></TEI>
"""
"""A diplomatic and critical edition, its apparatus in the line."""

ENDNOTES = f"""\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{HEADER}
<text><body><div xml:id="c1"><p xml:id="p1">Nets rot.<ref target="#n1" type="noteAnchor"><hi rend="sup">1</hi></ref>
Oars float<anchor xml:id="a2"/>, see <ref target="#n1">the note on nets</ref>.<hi rend="sup"><ref
 target="#n3">3</ref></hi></p></div></body>
<back><div type="notes"><head>Notes</head>
<note xml:id="n1" place="end">They do.</note>
<note xml:id="n2" target="#a2">Most of them.</note>
<note xml:id="n3"><p>First.</p><p>Second.</p></note></div></back></text></TEI>
"""
"""Notes that are collected behind the text."""

P4 = """\
<TEI.2><teiHeader type="text"><fileDesc><titleStmt><title>Nets</title></titleStmt><publicationStmt><p>None.</p>
</publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
<text lang="en" id="nets"><body><div1 type="chapter" id="c1"><head>Nets</head>
<p>Nets rot; see <ref target="c2">below</ref>.</p></div1>
<div1 id="c2" type="chapter"><p>Oars float.</p></div1></body></text></TEI.2>
"""
"""A file of the nineties."""

GROUP = f"""\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{HEADER}
<text><front><titlePage><docTitle><titlePart>Two Texts</titlePart></docTitle></titlePage></front><group>
<text xml:id="t1"><body><head>Nets</head><p>Nets rot.</p></body></text>
<text xml:id="t2"><front><titlePage><docTitle><titlePart>Oars</titlePart></docTitle></titlePage></front>
<body><p>Oars float.</p></body></text></group></text></TEI>
"""
"""An anthology as a group of texts."""

ALL = {
    "printed": PRINTED, "tokens": TOKENS, "edition": EDITION, "endnotes": ENDNOTES, "p4": P4, "group": GROUP,
}  # fmt: skip


def document(body: str, *, header: str = HEADER, back: str = "", attributes: str = "") -> str:
    """Return a TEI P5 document around a body."""
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"{attributes}>{header}\n'
        f"<text><body>{body}</body>{back}</text></TEI>"
    )
