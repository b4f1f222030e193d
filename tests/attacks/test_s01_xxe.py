"""Attack S1: XML that reads our files or calls a server, through every format that is XML."""

import http.server
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from hexapla.formats import tbx, tei, xml
from hexapla.model.errors import BadFile

CANARY = "canary-7d1f"


@dataclass(frozen=True)
class Reader:
    """One way in: how to read bytes, and a document with places for a DOCTYPE and for content."""

    name: str
    parse: Callable[[bytes], object]
    document: str


TEI = (
    '{doctype}<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t" xml:lang="en"><teiHeader><fileDesc>'
    "<titleStmt><title>Text</title></titleStmt><publicationStmt><p>None.</p></publicationStmt>"
    "<sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><text><body><p>"
    '<seg type="unit" xml:id="u1" n="1">{content}</seg></p></body></text></TEI>'
)

TBX = (
    '{doctype}<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dca" type="TBX-Basic" xml:lang="en"><tbxHeader>'
    "<fileDesc><sourceDesc><p>None.</p></sourceDesc></fileDesc></tbxHeader><text><body>"
    '<conceptEntry id="c1"><note>{content}</note><langSec xml:lang="en"><termSec><term>{content}</term></termSec>'
    "</langSec></conceptEntry></body></text></tbx>"
)

MARTIF = (
    '{doctype}<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>None.</p></sourceDesc>'
    '</fileDesc></martifHeader><text><body><termEntry id="c1"><note>{content}</note><langSet xml:lang="en"><ntig>'
    "<termGrp><term>{content}</term></termGrp></ntig></langSet></termEntry></body></text></martif>"
)

READERS = [
    Reader("xml", xml.parse, "{doctype}<root>{content}</root>"),
    Reader("tei", tei.parse, TEI),
    Reader("tbx", tbx.parse, TBX),
    Reader("martif", tbx.parse, MARTIF),
]
"""A new format that is XML joins here."""

EVIL = {
    "internal entity": ("<!DOCTYPE root [<!ENTITY e 'canary-7d1f'>]>", "&e;"),
    "external entity, file": ("<!DOCTYPE root [<!ENTITY e SYSTEM '{file}'>]>", "&e;"),
    "external entity, http": ("<!DOCTYPE root [<!ENTITY e SYSTEM '{http}/e'>]>", "&e;"),
    "external entity, public": ("<!DOCTYPE root [<!ENTITY e PUBLIC '-//e' '{http}/e'>]>", "&e;"),
    "unparsed entity": ("<!DOCTYPE root [<!NOTATION n SYSTEM 'n'><!ENTITY e SYSTEM '{file}' NDATA n>]>", "e"),
    "parameter entity, file": ("<!DOCTYPE root [<!ENTITY % p SYSTEM '{dtd}'> %p;]>", "&e;"),
    "parameter entity, http": ("<!DOCTYPE root [<!ENTITY % p SYSTEM '{http}/p'> %p;]>", "&e;"),
    "entity of an external DTD, file": ("<!DOCTYPE root SYSTEM '{dtd}'>", "&e;"),
    "entity of an external DTD, http": ("<!DOCTYPE root SYSTEM '{http}/d'>", "&e;"),
    "entity of a public DTD": ("<!DOCTYPE root PUBLIC '-//d' '{http}/d'>", "&e;"),
    "entity in an attribute": ("<!DOCTYPE root SYSTEM '{dtd}'>", "<hi rend='&e;'>x</hi>"),
    "second DOCTYPE": ("<!DOCTYPE root><!DOCTYPE root [<!ENTITY e SYSTEM '{file}'>]>", "&e;"),
}
"""Each is refused: a DOCTYPE and the content that would use it."""

TAME = {
    "external DTD, file": ("<!DOCTYPE root SYSTEM '{file}'>", "text"),
    "external DTD, http": ("<!DOCTYPE root SYSTEM '{http}/d'>", "text"),
    "XInclude, file": (
        "",
        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{file}' parse='text'/>",
    ),
    "XInclude, http": ("", "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{http}/i'/>"),
    "stylesheet": ("<?xml-stylesheet type='text/xsl' href='{http}/s.xsl'?>", "text"),
    "schema": ("<?xml-model href='{http}/s.rng'?>", "text"),
}
"""Each may be refused or read; what it names is not opened."""


@dataclass(frozen=True)
class World:
    """What an attack could reach: files with a canary, and a server that remembers who called."""

    places: dict[str, str]
    calls: list[str]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    calls: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calls.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(f"<!ENTITY e '{CANARY}'>".encode())

        def log_message(self, *args: object) -> None:
            """Stay quiet."""

    (tmp_path / "canary.txt").write_text(CANARY)
    (tmp_path / "canary.dtd").write_text(f"<!ENTITY e '{CANARY}'>")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    places = {
        "file": (tmp_path / "canary.txt").as_uri(),
        "dtd": (tmp_path / "canary.dtd").as_uri(),
        "http": f"http://127.0.0.1:{server.server_port}",
    }
    yield World(places, calls)
    server.shutdown()
    server.server_close()


def document(reader: Reader, payload: tuple[str, str], places: dict[str, str]) -> bytes:
    """Return a document of the reader's format with the payload in it."""
    root = {"tei": "TEI", "tbx": "tbx", "martif": "martif"}.get(reader.name, "root")
    doctype, content = (part.format(**places).replace("DOCTYPE root", f"DOCTYPE {root}") for part in payload)
    return reader.document.format(doctype=doctype, content=content).encode()


def everything_in(result: object) -> str:
    """Return all that a reader made of a document, as text."""
    return etree.tostring(result, encoding="unicode") if isinstance(result, etree._Element) else repr(result)


readers = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)


@readers
def test_the_document_itself_is_fine(reader: Reader) -> None:
    assert "harmless" in everything_in(reader.parse(document(reader, ("", "harmless"), {})))


@readers
@pytest.mark.parametrize("kind", EVIL)
def test_every_kind_of_entity_is_refused(reader: Reader, kind: str, world: World, tmp_path: Path) -> None:
    with pytest.raises(BadFile) as caught:
        reader.parse(document(reader, EVIL[kind], world.places))
    assert CANARY not in str(caught.value)
    assert str(tmp_path) not in str(caught.value)
    assert world.calls == []


@readers
@pytest.mark.parametrize("kind", TAME)
def test_what_is_only_named_is_not_opened(reader: Reader, kind: str, world: World) -> None:
    try:
        result = everything_in(reader.parse(document(reader, TAME[kind], world.places)))
    except BadFile as error:
        result = str(error)
    assert CANARY not in result
    assert world.calls == []


@readers
def test_a_named_dtd_is_not_even_looked_at(reader: Reader, world: World) -> None:
    """The canary is no DTD: whoever reads it as one fails."""
    assert "text" in everything_in(reader.parse(document(reader, TAME["external DTD, file"], world.places)))


def test_a_careless_parser_falls_for_it(world: World) -> None:
    """The control: files and DTDs as above do give a canary away to a parser with the wrong switches."""
    careless = etree.XMLParser(resolve_entities=True, load_dtd=True)
    for kind in ("external entity, file", "entity of an external DTD, file"):
        root = etree.fromstring(document(READERS[0], EVIL[kind], world.places), careless)
        assert CANARY in everything_in(root)
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(document(READERS[0], TAME["external DTD, file"], world.places), careless)


def test_the_listener_hears_a_call(world: World) -> None:
    import urllib.request

    assert CANARY in urllib.request.urlopen(f"{world.places['http']}/control").read().decode()
    assert world.calls == ["/control"]
