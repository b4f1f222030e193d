"""Documents for tests: Word, OpenDocument, e-books and pages, made from texts of our own."""

import io
import re
import zipfile
from collections.abc import Mapping

from hexapla import ingest, segment
from hexapla.formats import tei
from hexapla.formats.tei import schema
from hexapla.model.report import Report
from hexapla.model.text import Element, Text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
STYLES = f"""<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/>
<w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:basedOn w:val="N"/></w:style>
<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Author"/><w:basedOn w:val="T"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/></w:style>
<w:style w:type="paragraph" w:styleId="Sp"><w:name w:val="Sprecherin"/><w:basedOn w:val="N"/></w:style>
<w:style w:type="paragraph" w:styleId="Ve"><w:name w:val="Gedicht"/><w:basedOn w:val="N"/></w:style>
<w:style w:type="paragraph" w:styleId="Si"><w:name w:val="Unterschrift"/><w:basedOn w:val="N"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Zitat"/><w:basedOn w:val="N"/></w:style>
<w:style w:type="paragraph" w:styleId="Q2"><w:name w:val="Brief"/><w:basedOn w:val="Q"/></w:style>
<w:style w:type="character" w:styleId="Fr"><w:name w:val="Fremd"/><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:style>
</w:styles>"""


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members.items():
            opened.writestr(name, content)
    return made.getvalue()


def word(body: str, *, styles: str = STYLES, before: str = "", **parts: str) -> bytes:
    """Return a DOCX with a body in WordprocessingML; ``parts`` are further ones: ``footnotes``, ``comments``."""
    named = {"styles": styles, **parts}
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for n, name in enumerate(named)
    )
    office = f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELS.format(office),
            "word/_rels/document.xml.rels": _RELS.format(links),
            "word/document.xml": f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
            **{f"word/{name}.xml": content for name, content in named.items()},
        }
    )


def par(*runs: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def odt(body: str, *, automatic: str = "", named: str = "", before: str = "", **parts: str) -> bytes:
    """Return an ODT with a body in OpenDocument."""
    content = (
        f"{before}<office:document-content {ODF}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    styles = f"<office:document-styles {ODF}><office:styles>{named}</office:styles></office:document-styles>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "styles.xml": styles,
            **parts,
        }
    )


def epub(
    pages: Mapping[str, str],
    *,
    title: str = "Die Fähre",
    guide: str = "",
    css: str = "",
    before: str = "",
    linear: Mapping[str, str] | None = None,
    **members: str,
) -> bytes:
    """Return an e-book of pages (their bodies, with ``<body>`` where it says something), in order."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if name == 'nav.xhtml' else ''}/>"
        for n, name in enumerate(pages)
    )
    spine = "".join(
        f'<itemref idref="i{n}" linear="{(linear or {}).get(name, "yes")}"/>' for n, name in enumerate(pages)
    )
    opf = (
        f'{before}<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        "<dc:creator>Anna Z.</dc:creator><dc:language>de</dc:language></metadata>"
        f'<manifest>{items}<item id="css" href="s.css" media-type="text/css"/></manifest>'
        f"<spine>{spine}</spine><guide>{guide}</guide></package>"
    )
    head = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head/>'
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            '<rootfiles><rootfile full-path="OEBPS/b.opf"/></rootfiles></container>',
            "OEBPS/b.opf": opf,
            "OEBPS/s.css": css,
            **{
                f"OEBPS/{name}": f"{head}{page if page.startswith('<body') else f'<body>{page}</body>'}</html>"
                for name, page in pages.items()
            },
            **members,
        }
    )


def read(source: bytes | str, name: str, lang: str = "de", changes: str = "accept") -> tuple[Text, Report]:
    """Return what a file is read as; the text is valid, and comes back from its file."""
    raw = source.encode() if isinstance(source, str) else source
    text, report = ingest.read(raw, name=name, lang=lang, id="x", changes=changes)
    written = tei.serialize(text)
    assert schema.validate(written) == ()
    assert tei.parse(written) == text
    divided, _following = segment.units(text)
    assert schema.validate(tei.serialize(divided)) == ()
    assert len(report.places) == len(text.blocks)
    assert [one.line for one in report.decisions] == sorted(one.line for one in report.decisions)
    assert not report.decisions or report.decisions[-1].line <= max(1, len(report.raw))
    return text, report


def body(text: Text) -> str:
    """Return the body of a text as TEI on one line, without white space between blocks."""
    written = tei.serialize(text).decode()
    found = re.search(r"<body>(.*)</body>", written, re.DOTALL)
    assert found
    return re.sub(r"\s*\n\s*", "", found[1])


def letters(text: Text) -> str:
    """Return the letters of a text in order, notes where they are anchored; ``n`` is none."""
    return "".join(_strings(text.body))


def _strings(element: Element) -> list[str]:
    return [
        piece
        for part in element.content
        for piece in (["".join(part.split())] if isinstance(part, str) else _strings(part))
    ]


def left_out(report: Report) -> str:
    """Return the letters that a report says were left out, of what the raw lines hold."""
    return "".join("".join(one.before.split()) for one in report.removed if one.kind != "change")
