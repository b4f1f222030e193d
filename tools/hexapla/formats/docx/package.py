"""The parts of a DOCX that hold text, each through the gates of archives and of XML."""

import io
from dataclasses import dataclass
from pathlib import PurePosixPath

from lxml import etree

from hexapla.formats import archive, xml
from hexapla.formats.packing import packing
from hexapla.model.errors import BadFile
from hexapla.model.messages import _

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "/officeDocument"
_TYPES = (".xml", ".rels")
_OLE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Package:
    """The parts of a document that are XML, by name, and the name of the main one."""

    parts: dict[str, etree._Element]
    main: str

    def part(self, name: str) -> etree._Element | None:
        """Return a part beside the main one: ``styles.xml``, ``footnotes.xml``; None where there is none."""
        return self.parts.get(str(PurePosixPath(self.main).with_name(name)))

    def bytes(self) -> "bytes":
        """Return the parts as a DOCX, without pictures and whatever else is no text."""
        made = io.BytesIO()
        with packing(made) as opened:
            for name, root in self.parts.items():
                opened.add(
                    name, etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
                )
        return made.getvalue()


def open(source: bytes, *, file: str = "") -> Package:
    """Open a DOCX; raises BadFile for what is none, and what ``archive.open`` and ``xml.parse`` raise."""
    if source.startswith(_OLE):
        raise BadFile(
            _("this is an old Word file, or one with a password; save it as .docx without one."), file=file
        )
    opened = archive.open(source, file=file)
    parts = {name: _parsed(opened, name, file) for name in opened.names if name.endswith(_TYPES)}
    main = _main(parts)
    if main not in parts:
        raise BadFile(_("this is not a Word document, whatever its name says; save it as .docx."), file=file)
    if parts[main].tag == f"{{{_STRICT}}}document":
        raise BadFile(_("this is a “Strict Open XML” document; save it as an ordinary .docx."), file=file)
    return Package(parts, main)


def _parsed(opened: archive.Archive, name: str, file: str) -> etree._Element:
    try:
        return xml.parse(opened.read(name), file=file)
    except BadFile as error:
        raise type(error)(f"{name}: {error.reason}", file=file, line=error.line) from error


def _main(parts: dict[str, etree._Element]) -> str:
    """Return the name of the main part, as the relationships of the package say."""
    relations = parts.get("_rels/.rels")
    for one in () if relations is None else relations:
        if isinstance(one.tag, str) and str(one.get("Type", "")).endswith(_OFFICE):
            return str(one.get("Target", "")).removeprefix("/")
    return "word/document.xml"
