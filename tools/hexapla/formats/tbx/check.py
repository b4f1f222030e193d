"""The structure of TBX version 3 (ISO 30042:2019): what stands where, or BadFile with the line.

Not refused, since makers' files have them and nothing is lost by it: concepts without an id, sections without a term,
references to what is not in the file, ids given twice below concepts, other orders than the schema's.
"""

from functools import lru_cache
from itertools import chain

from lxml import etree

from hexapla.formats.tbx import rules
from hexapla.formats.tbx.categories import CATEGORIES, DCT, NAMESPACES
from hexapla.formats.tei.tree import XML, line_of
from hexapla.model.errors import BadFile, BadName
from hexapla.model.languages import canonical
from hexapla.model.messages import _, shown

_V2 = {
    "martif": "tbx",
    "termEntry": "conceptEntry",
    "langSet": "langSec",
    "tig": "termSec",
    "ntig": "termSec",
}
"""The names of version 2, and what they are now."""
_HOMES = {"conceptEntry": "body", "langSec": "conceptEntry", "termSec": "langSec", "term": "termSec"}
"""The only element that each may stand in."""
_LEVELS = frozenset({"conceptEntry", "langSec", "termSec"})
_GROUPS = {"descripGrp": "descrip", "termNoteGrp": "termNote", "adminGrp": "admin", "transacGrp": "transac"}
"""The groups, and what each is about."""
_INSIDE = frozenset({
    "admin", "adminGrp", "adminNote", "date", "descrip", "descripGrp", "descripNote", "note", "ref", "termCompList",
    "termNote", "termNoteGrp", "transac", "transacGrp", "transacNote", "xref", *_HOMES,
})  # fmt: skip
"""What may stand in levels and groups, with what version 2 had there."""
_STYLES = ("dca", "dct")


def parts(root: etree._Element) -> tuple[etree._Element, etree._Element]:
    """Return the header and the body of a TBX document; raises BadFile where they or their root are not TBX's."""
    name = etree.QName(root)
    if name.localname != "tbx" or not _is_home(name.namespace or ""):
        raise _bad(
            root, _("this is not a TBX file: its root is “{name}”.").format(name=shown(name.localname, 40))
        )
    style = str(root.get("style") or _STYLES[0])
    if style not in _STYLES:
        raise _bad(root, _("the style is “{name}”; TBX has “dca” and “dct”.").format(name=shown(style, 40)))
    top = [child for child in root if isinstance(child.tag, str)]
    if [local(child) for child in top] != ["tbxHeader", "text"]:
        raise _bad(root, _("a “tbx” has one “tbxHeader” and one “text”, and nothing else."))
    bodies = children(top[1], "body")
    if len(bodies) != 1:
        raise _bad(top[1], _("a “text” has one “body”."))
    return top[0], bodies[0]


def structure(root: etree._Element, *, dialect: str = "") -> None:
    """Check every concept, section and term; raises BadFile for the first that is not as TBX has it.

    With the name of a ``dialect`` whose rules we know, those are checked too.
    """
    ids: set[str] = set()
    strict = rules.is_strict(dialect)
    home = etree.QName(root).namespace
    for node in root.iter(etree.Element):
        name = local(node)
        if name and etree.QName(node).namespace != home:
            raise _bad(
                node, _("“{name}” is in another namespace than its root.").format(name=shown(name, 40))
            )
        if name in _V2:
            reason = _("“{name}” is of TBX version 2; version 3 has “{new}” here.")
            raise _bad(node, reason.format(name=name, new=_V2[name]))
        _check_place(node, name)
        if strict:
            _check_rules(node, name, dialect)
        if name == "conceptEntry" and (given := str(node.get("id", ""))):
            if given in ids:
                raise _bad(node, _("the id “{name}” is given twice.").format(name=shown(given, 40)))
            ids.add(given)
        elif name == "langSec":
            lang(node)
        elif name == "termSec" and len(children(node, "term")) != 1:
            raise _bad(node, _("a “termSec” has one “term”."))
        elif name == "term" and not "".join(map(str, node.itertext(etree.Element))).strip():
            raise _bad(node, _("a “term” has no text."))


def lang(node: etree._Element) -> str:
    """Return the language that an element must name, in canonical form."""
    tag = str(node.get(f"{XML}lang", ""))
    if not tag:
        raise _bad(node, _("“{name}” has no xml:lang.").format(name=local(node)))
    try:
        return canonical(tag)
    except BadName as error:
        raise BadFile(str(error), line=line_of(node)) from error


def children(node: etree._Element, name: str) -> list[etree._Element]:
    """Return the child elements of a name of TBX's own."""
    return [child for child in node if local(child) == name]


def local(node: etree._Element) -> str:
    """Return the name of an element of TBX's own namespace, empty for every other node."""
    return _local(node.tag) if isinstance(node.tag, str) else ""


@lru_cache(1024)
def _local(tag: str) -> str:
    name = etree.QName(tag)
    return name.localname if _is_home(name.namespace or "") else ""


def _is_home(namespace: str) -> bool:
    start, empty = NAMESPACES
    return namespace.startswith(start) or namespace == empty


def _check_place(node: etree._Element, name: str) -> None:
    """Check that an element stands where it belongs, and that no text stands between elements of structure."""
    parent = node.getparent()
    around = local(parent) if parent is not None else ""
    if name in _HOMES and around != _HOMES[name]:
        reason = _("“{name}” stands in “{around}”; it belongs in “{home}”.")
        raise _bad(node, reason.format(name=name, around=shown(around, 40), home=_HOMES[name]))
    if around == "body" and name != "conceptEntry":
        raise _bad(node, _("a “body” has only “conceptEntry” in it."))
    if around in _LEVELS or around in _GROUPS:
        _check_part(node, name, around)
    if name in _GROUPS and sum(_category(child)[0] == _GROUPS[name] for child in node) != 1:
        raise _bad(node, _("a “{name}” has one “{part}”.").format(name=name, part=_GROUPS[name]))
    texts = chain([node.text], (child.tail for child in node))
    if name in _HOMES.values() and any(text and text.strip() for text in texts):
        raise _bad(node, _("text stands in “{name}”, where only elements may.").format(name=name))


def _check_part(node: etree._Element, name: str, around: str) -> None:
    """Check that TBX has an element of this name in a level or a group; those of other namespaces are free."""
    if name and name not in _INSIDE:
        reason = _("“{name}” is no element of TBX that may stand in “{around}”.")
        raise _bad(node, reason.format(name=shown(name, 40), around=around))


def _check_rules(node: etree._Element, name: str, dialect: str) -> None:
    """Check an element of a category against the rules of a dialect."""
    tag, category = _category(node)
    level = _level(node)
    if not tag or not level or tag in _LEVELS:
        return
    if not name:  # the examples of the DCT style have notes of a term everywhere
        level = "termSec" if tag == "termNote" else level
    value = " ".join("".join(map(str, node.itertext(etree.Element))).split())
    if found := rules.fault(level, tag, category, value, dialect):
        raise _bad(node, found)


def _category(node: etree._Element) -> tuple[str, str]:
    """Return the name and the category of an element in the DCA style, whatever its own."""
    if not isinstance(node.tag, str):
        return "", ""
    name = etree.QName(node)
    if name.namespace in DCT and name.localname in CATEGORIES:
        return CATEGORIES[name.localname][0], name.localname
    return local(node), str(node.get("type", "")) if local(node) else ""


def _level(node: etree._Element) -> str:
    """Return the name of the level that an element stands in, empty outside of concepts."""
    return next((name for one in node.iterancestors() if (name := local(one)) in _LEVELS), "")


def _bad(node: etree._Element, reason: str) -> BadFile:
    return BadFile(reason, line=line_of(node))
