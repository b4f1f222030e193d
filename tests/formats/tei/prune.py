"""Make hexapla.rng, the schema that ships, from tei_all.rng: ``python prune.py tei_all.rng > hexapla.rng``.

Every element that is not wanted becomes ``notAllowed``; what can then never match is taken out (RELAX NG
specification, 4.20), and with it the definitions that nothing refers to any more and all annotations.
Choices are only ever removed, so that whatever is valid here is valid in tei_all. ``python prune.py
--elements tei_all.rng`` prints the elements of TEI that can hold no text, from which
``hexapla.formats.tei.elements.STRUCTURE`` is written.
"""

import sys
from pathlib import Path

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"

HEADER = [
    "teiHeader", "fileDesc", "titleStmt", "title", "author", "editor", "respStmt", "resp", "name",
    "persName", "orgName", "placeName", "rs", "funder", "sponsor", "principal", "editionStmt", "edition",
    "extent", "publicationStmt", "publisher", "distributor", "authority", "pubPlace", "date", "idno",
    "availability", "licence", "seriesStmt", "notesStmt", "sourceDesc", "bibl", "biblStruct", "monogr",
    "analytic", "imprint", "biblScope", "listBibl", "relatedItem", "encodingDesc", "projectDesc",
    "samplingDecl", "editorialDecl", "segmentation", "normalization", "hyphenation", "quotation",
    "correction", "punctuation", "interpretation", "refsDecl", "citeStructure", "citeData", "classDecl",
    "taxonomy", "category", "catDesc", "tagsDecl", "rendition", "namespace", "tagUsage", "appInfo",
    "application", "profileDesc", "abstract", "creation", "langUsage", "language", "textClass", "keywords",
    "term", "catRef", "classCode", "particDesc", "listPerson", "person", "revisionDesc", "listChange",
    "change", "email", "address", "addrLine", "forename", "surname", "desc",
]  # fmt: skip
"""What we write into a header, and what is common in the headers of others."""

TEXT = [
    "TEI", "text", "front", "body", "back", "group", "div", "head", "p", "quote", "epigraph", "cit", "bibl",
    "list", "item", "label", "sp", "speaker", "stage", "lg", "l", "note", "seg", "hi", "emph", "foreign",
    "title", "q", "ref", "ptr", "gap", "lb", "pb", "cb", "gb", "milestone", "anchor", "opener", "closer",
    "dateline", "salute", "signed", "postscript", "trailer", "byline", "argument", "titlePage", "docTitle",
    "titlePart", "docAuthor", "docImprint", "docDate", "docEdition", "imprimatur", "figure", "figDesc",
    "graphic", "table", "row", "cell", "date", "time", "name", "num", "measure", "term", "mentioned",
    "soCalled", "gloss", "said", "distinct", "abbr", "expan", "choice", "sic", "corr", "orig", "reg",
    "unclear", "supplied", "add", "del", "standOff", "linkGrp", "link",
]  # fmt: skip
"""The elements of a text."""

WANTED = frozenset({*HEADER, *TEXT})

ATTRIBUTION = """
The schema of Hexapla: a subset of TEI P5, made from tei_all.rng by tests/formats/tei/prune.py. TEI P5,
version 4.3.0, 31st August 2021, revision b4f72b1ff. Copyright the TEI Consortium (https://tei-c.org/). The
TEI material is made available under both the CC BY and the BSD-2-Clause licences; for further information
or clarification, please contact the TEI Consortium (info@tei-c.org).
"""

BSD = """
Redistribution and use in source and binary forms, with or without modification, are permitted provided that
the following conditions are met: redistributions of source code must retain the above copyright notice,
this list of conditions and the following disclaimer; redistributions in binary form must reproduce the
above copyright notice, this list of conditions and the following disclaimer in the documentation and/or
other materials provided with the distribution. This software is provided by the copyright holders and
contributors "as is" and any express or implied warranties, including, but not limited to, the implied
warranties of merchantability and fitness for a particular purpose are disclaimed. In no event shall the
copyright holder or contributors be liable for any direct, indirect, incidental, special, exemplary, or
consequential damages (including, but not limited to, procurement of substitute goods or services; loss of
use, data, or profits; or business interruption) however caused and on any theory of liability, whether in
contract, strict liability, or tort (including negligence or otherwise) arising in any way out of the use of
this software, even if advised of the possibility of such damage.
"""


def prune(source: bytes) -> bytes:
    """Return hexapla.rng as bytes, made from tei_all.rng."""
    root = etree.fromstring(source)
    _strip_annotations(root)
    defines = {define.get("name"): define for define in root.iter(f"{RNG}define")}
    for element in list(root.iter(f"{RNG}element")):
        if element.get("name") not in WANTED:
            _replace(element, "notAllowed")
    while _simplify(root, _dead(defines)):
        pass
    _drop_unreachable(root, defines)
    return _written(root)


def elements_without_text(source: bytes) -> list[str]:
    """Return the elements that can hold no text of their own, sorted; empty ones are among them."""
    root = etree.fromstring(source)
    _strip_annotations(root)
    defines = {define.get("name"): define for define in root.iter(f"{RNG}define")}
    memory: dict[str, bool] = {}

    def holds_text(pattern: etree._Element) -> bool:
        if pattern.tag in (f"{RNG}text", f"{RNG}data", f"{RNG}value", f"{RNG}list"):
            return True
        if pattern.tag in (f"{RNG}element", f"{RNG}attribute"):
            return False
        if pattern.tag != f"{RNG}ref":
            return any(map(holds_text, pattern))
        name = pattern.get("name")
        if name not in memory:
            memory[name] = False  # recursion through a definition adds nothing
            memory[name] = any(map(holds_text, defines[name]))
        return memory[name]

    named = [element for element in root.iter(f"{RNG}element") if element.get("name")]
    return sorted(element.get("name") for element in named if not any(map(holds_text, element)))


def _strip_annotations(root: etree._Element) -> None:
    etree.strip_tags(root, etree.Comment)
    for foreign in [node for node in root.iter() if not node.tag.startswith(RNG)]:
        if foreign.getparent() is not None:
            foreign.getparent().remove(foreign)
    for node in root.iter():
        node.tail = None
        if node.tag not in (f"{RNG}value", f"{RNG}param"):
            node.text = None


def _replace(node: etree._Element, name: str) -> None:
    node.getparent().replace(node, etree.Element(RNG + name))


def _dead(defines: dict[str, etree._Element]) -> set[str]:
    """Return the definitions that can never match: an empty one is an empty group, and always does."""
    return {
        name for name, define in defines.items() if any(child.tag == f"{RNG}notAllowed" for child in define)
    }


def _simplify(root: etree._Element, dead: set[str]) -> bool:
    """Take one step of simplification everywhere, from the leaves up; return whether anything changed."""
    changed = False
    for node in reversed(list(root.iter())):
        if node.getparent() is None:
            continue
        refused = [child for child in node if child.tag == f"{RNG}notAllowed"]
        if node.tag == f"{RNG}ref" and node.get("name") in dead:
            _replace(node, "notAllowed")
        elif node.tag == f"{RNG}choice" and refused:
            for child in refused:
                node.remove(child)
            if not len(node):
                _replace(node, "notAllowed")
        elif node.tag in (f"{RNG}optional", f"{RNG}zeroOrMore") and refused:
            _replace(node, "empty")
        elif node.tag in _WHOLE and refused:
            _replace(node, "notAllowed")
        elif node.tag in (f"{RNG}group", f"{RNG}choice", f"{RNG}interleave") and len(node) == 1:
            node.getparent().replace(node, node[0])
        elif node.tag in (f"{RNG}optional", f"{RNG}zeroOrMore", f"{RNG}oneOrMore") and _is_empty(node):
            _replace(node, "empty")
        elif (
            node.tag in (f"{RNG}group", f"{RNG}element", f"{RNG}define")
            and len(node) > 1
            and _drop_empty(node)
        ):
            pass
        else:
            continue
        changed = True
    return changed


_WHOLE = tuple(
    RNG + name for name in ("group", "oneOrMore", "interleave", "element", "attribute", "list", "mixed")
)


def _is_empty(node: etree._Element) -> bool:
    return len(node) == 1 and node[0].tag == f"{RNG}empty"


def _drop_empty(node: etree._Element) -> bool:
    """Remove ``empty`` from a sequence that holds something else; return whether any was there."""
    empties = [child for child in node if child.tag == f"{RNG}empty"]
    for child in empties[: len(node) - 1]:
        node.remove(child)
    return bool(empties)


def _drop_unreachable(root: etree._Element, defines: dict[str, etree._Element]) -> None:
    seen: set[str] = set()
    waiting = [ref.get("name") for ref in root.find(f"{RNG}start").iter(f"{RNG}ref")]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting.extend(ref.get("name") for ref in defines[name].iter(f"{RNG}ref"))
    for name, define in defines.items():
        if name not in seen:
            root.remove(define)


def _written(root: etree._Element) -> bytes:
    clean = etree.Element(f"{RNG}grammar", nsmap={None: RNG[1:-1]})
    clean.attrib.update(root.attrib)
    clean.append(etree.Comment(ATTRIBUTION))
    clean.append(etree.Comment(BSD))
    clean.extend(list(root))
    etree.cleanup_namespaces(clean)
    etree.indent(clean, " ")
    return etree.tostring(clean, xml_declaration=True, encoding="UTF-8") + b"\n"


if __name__ == "__main__":
    wanted, path = sys.argv[1:-1], Path(sys.argv[-1])
    if wanted == ["--elements"]:
        print(*elements_without_text(path.read_bytes()))
    else:
        sys.stdout.buffer.write(prune(path.read_bytes()))
