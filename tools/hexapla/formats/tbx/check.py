"""The structure of TBX version 3 (ISO 30042:2019): what stands where, or BadFile with the line."""

from functools import lru_cache
from itertools import chain

from lxml import etree

from hexapla.formats.tbx.categories import NAMESPACES
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


def parts(root: etree._Element) -> tuple[etree._Element, etree._Element]:
    """Return the header and the body of a TBX document; raises BadFile where they or their root are not TBX's."""
    name = etree.QName(root)
    if name.localname == "martif":
        raise _bad(root, _("this is TBX of version 2 (martif); save it as TBX of version 3."))
    if name.localname != "tbx" or not _is_home(name.namespace or ""):
        raise _bad(
            root, _("this is not a TBX file: its root is “{name}”.").format(name=shown(name.localname, 40))
        )
    top = [child for child in root if isinstance(child.tag, str)]
    if [local(child) for child in top] != ["tbxHeader", "text"]:
        raise _bad(root, _("a “tbx” has one “tbxHeader” and one “text”, and nothing else."))
    bodies = children(top[1], "body")
    if len(bodies) != 1:
        raise _bad(top[1], _("a “text” has one “body”."))
    return top[0], bodies[0]


def structure(root: etree._Element) -> None:
    """Check every concept, section and term; raises BadFile for the first that is not as TBX has it."""
    ids: set[str] = set()
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
    texts = chain([node.text], (child.tail for child in node))
    if name in _HOMES.values() and any(text and text.strip() for text in texts):
        raise _bad(node, _("text stands in “{name}”, where only elements may.").format(name=name))


def _bad(node: etree._Element, reason: str) -> BadFile:
    return BadFile(reason, line=line_of(node))
