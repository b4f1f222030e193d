"""Attack S1: documents, pages and e-books that name our files or a server: nothing is opened, nobody is called."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypandoc
import pytest

import documents
from documents import par, run
from hexapla import ingest
from hexapla.formats import program, tei
from hexapla.model.errors import BadFile
from listening import CANARY, World, listening


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with listening(tmp_path) as made:
        yield made


def outcome(source: bytes, name: str) -> str:
    """Return all that comes of a file: its text and report, or the sentence why there is none."""
    try:
        text, report = ingest.read(source, name=name, lang="en", id="x")
    except BadFile as error:
        return f"refused: {error}"
    return tei.serialize(text).decode() + repr(report)


WORD = {
    "document": lambda doctype, entity: documents.word(par(run(f"harmless {entity}")), before=doctype),
    "styles": lambda doctype, entity: documents.word(
        par(run("harmless")),
        styles=documents.STYLES.replace("Title", f"Title{entity}").replace("<w:", f"{doctype}<w:", 1),
    ),
    "footnotes": lambda doctype, entity: documents.word(
        par(run("harmless")),
        footnotes=f'{doctype}<w:footnotes xmlns:w="{documents.W}">{par(run(entity))}</w:footnotes>',
    ),
}
ODT = {
    "content": lambda doctype, entity: documents.odt(f"<text:p>harmless {entity}</text:p>", before=doctype),
    "formula": lambda doctype, entity: documents.odt(
        "<text:p>harmless</text:p>", **{"Object 1/content.xml": f"{doctype}<math>{entity}</math>"}
    ),
}
EPUB = {
    "package": lambda doctype, entity: documents.epub(
        {"a.xhtml": "<p>harmless</p>"}, title=entity or "x", before=doctype
    ),
}
FORMATS: dict[str, tuple[str, Callable[[str, str], bytes]]] = {
    **{f"docx {part}": ("a.docx", make) for part, make in WORD.items()},
    **{f"odt {part}": ("a.odt", make) for part, make in ODT.items()},
    **{f"epub {part}": ("a.epub", make) for part, make in EPUB.items()},
}
EVIL = {
    "internal": "<!DOCTYPE x [<!ENTITY e 'canary-7d1f'>]>",
    "file": "<!DOCTYPE x [<!ENTITY e SYSTEM '{file}'>]>",
    "http": "<!DOCTYPE x [<!ENTITY e SYSTEM '{http}/e'>]>",
    "parameter": "<!DOCTYPE x [<!ENTITY % p SYSTEM '{http}/p'> %p;]>",
    "external dtd, file": "<!DOCTYPE x SYSTEM '{file}'>",
    "external dtd, http": "<!DOCTYPE x PUBLIC '-//x' '{http}/d'>",
}


@pytest.mark.parametrize("kind", EVIL)
@pytest.mark.parametrize("part", FORMATS)
def test_entities_in_the_xml_of_documents_are_refused(
    part: str, kind: str, world: World, tmp_path: Path
) -> None:
    name, make = FORMATS[part]
    said = outcome(make(EVIL[kind].format(**world.places), "&e;"), name)
    assert said.startswith("refused: a.")
    assert CANARY not in said
    assert str(tmp_path) not in said
    assert world.calls == []


@pytest.mark.parametrize("part", FORMATS)
def test_the_documents_themselves_are_fine(part: str) -> None:
    name, make = FORMATS[part]
    assert "harmless" in outcome(make("", ""), name)


NAMING = {
    "image": '<img src="{url}" srcset="{url} 2x" alt="a">',
    "frame": '<iframe src="{url}"></iframe><frameset><frame src="{url}"></frameset>',
    "object": '<object data="{url}"></object><embed src="{url}"><applet code="{url}"></applet>',
    "sheet": '<link rel="stylesheet" href="{url}"><style>@import "{url}"; p {{ background: url({url}) }}</style>',
    "script": '<script src="{url}"></script>',
    "base": '<base href="{url}/"><img src="a.png">',
    "refresh": '<meta http-equiv="refresh" content="0; url={url}">',
    "media": '<video src="{url}" poster="{url}"></video><audio><source src="{url}"></audio>',
    "svg": '<svg><image href="{url}"/><use xlink:href="{url}#a"/></svg>',
    "form": '<form action="{url}"><input type="image" src="{url}"></form>',
    "link": '<p><a href="{url}">x</a></p>',
    "include": '<xi:include href="{url}" parse="text"/>',
    "entity": "<!DOCTYPE html [<!ENTITY e SYSTEM '{url}'>]><p>&e;",
}
MAKERS: dict[str, Callable[[str], bytes]] = {
    "a.html": lambda page: f"{page}<p>harmless".encode(),
    "a.md": lambda page: f"harmless\n\n{page}\n\n![x]({{url}})\n".encode(),
    "a.epub": lambda page: documents.epub({"a.xhtml": f"<p>harmless</p>{page}"}, css='@import "{url}";'),
}


@pytest.mark.parametrize("place", ["file", "http"])
@pytest.mark.parametrize("kind", NAMING)
@pytest.mark.parametrize("name", MAKERS)
def test_what_a_page_names_is_not_opened(name: str, kind: str, place: str, world: World) -> None:
    source = MAKERS[name](NAMING[kind].format(url=world.places[place]))
    said = outcome(source, name)
    assert "harmless" in said
    assert CANARY not in said
    assert world.calls == []


COMMANDS = [
    r"\input{{{path}}}", r"\include{{{tex}}}", r"\input {path} ", r"\subfile{{{path}}}", r"\import{{/}}{{{path}}}",
    r"\openin5={path} \read5 to\x \x", r"\lstinputlisting{{{path}}}", r"\verbatiminput{{{path}}}",
    r"\includegraphics{{{path}}}", r"\includegraphics{{{http}/a.png}}", r"\usepackage{{{tex}}}",
    r"\immediate\write18{{curl {http}}}", r"\bibliography{{{path}}}", r"\def\x{{\input}}\x{{{path}}}",
    r"\csname input\endcsname{{{path}}}",
    r"\InputIfFileExists{{{path}}}{{}}{{}}", r"\CatchFileDef{{\x}}{{{path}}}{{}}\x",
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_latex_takes_no_other_file_in(command: str, world: World) -> None:
    source = rf"\begin{{document}}harmless. {command.format(**world.places)} harmless.\end{{document}}"
    said = outcome(source.encode(), "a.tex")
    assert CANARY not in said
    assert world.calls == []


def test_without_the_sandbox_latex_would(world: World) -> None:
    """The control: the canary can be read by a pandoc that is started carelessly."""
    source = rf"\begin{{document}}\input{{{world.places['path']}}}\end{{document}}".encode()
    command = [str(pypandoc.get_pandoc_path()), "--from", "latex", "--to", "plain"]
    assert CANARY in program.run(command, source=source, seconds=30, memory=6 * 2**30).decode()


@pytest.mark.parametrize("field", ["css", "template", "bibliography", "csl", "include-before", "filters"])
def test_fields_of_markdown_name_no_files(field: str, world: World) -> None:
    for place in ("path", "http"):
        said = outcome(f"---\n{field}: {world.places[place]}\n---\n\nharmless\n".encode(), "a.md")
        assert "harmless" in said
        assert CANARY not in said
    assert world.calls == []
