"""The parts of an ODT that hold text, each through the gates of archives and of XML."""

import io
from dataclasses import dataclass

from lxml import etree

from hexapla.formats import archive, xml
from hexapla.formats.packing import packing
from hexapla.model.errors import BadFile
from hexapla.model.messages import _

_MIME = b"application/vnd.oasis.opendocument.text"
_PARTS = ("content.xml", "styles.xml", "meta.xml")


@dataclass(frozen=True)
class Package:
    """The parts of a document that are XML, by name."""

    parts: dict[str, etree._Element]

    def bytes(self) -> "bytes":
        """Return the parts as an ODT, without pictures."""
        made = io.BytesIO()
        with packing(made) as opened:
            opened.add("mimetype", _MIME)
            for name in (name for name in _PARTS if name in self.parts):
                root = self.parts[name]
                opened.add(name, etree.tostring(root, encoding="UTF-8", xml_declaration=True))
        return made.getvalue()


def open(source: bytes, *, file: str = "") -> Package:
    """Open an ODT; raises BadFile for what is none, and what ``archive.open`` and ``xml.parse`` raise."""
    opened = archive.open(source, file=file)
    if "content.xml" not in opened.names:
        raise BadFile(
            _("this is not an OpenDocument text, whatever its name says; save it as .odt."), file=file
        )
    if "META-INF/manifest.xml" in opened.names and b":encryption-data" in opened.read(
        "META-INF/manifest.xml"
    ):
        raise BadFile(_("the document has a password; save it without one."), file=file)
    formulas = [name for name in opened.names if name.endswith("/content.xml")]
    names = [name for name in (*_PARTS, *formulas) if name in opened.names]
    return Package({name: _parsed(opened, name, file) for name in names})


def _parsed(opened: archive.Archive, name: str, file: str) -> etree._Element:
    try:
        return xml.parse(opened.read(name), file=file)
    except BadFile as error:
        raise type(error)(f"{name}: {error.reason}", file=file, line=error.line) from error
