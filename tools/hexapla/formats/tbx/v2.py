"""TBX of version 2 (ISO 30042:2008, ``martif``), renamed in place to what version 3 calls it; lines stay."""

from lxml import etree

from hexapla.formats.tbx.categories import FREE, NS, VALUES
from hexapla.formats.tei.tree import XML

_NAMES = {
    "martif": "tbx",
    "martifHeader": "tbxHeader",
    "termEntry": "conceptEntry",
    "langSet": "langSec",
    "tig": "termSec",
    "ntig": "termSec",
    "refObjectList": "refObjectSec",
}
"""The names that changed; every other one is what it was."""


def is_old(root: etree._Element) -> bool:
    """Whether a document is of version 2."""
    return etree.QName(root).localname == "martif"


def renew(root: etree._Element) -> None:
    """Make a document of version 2 one of version 3: names, namespace, ``xml:lang``, terms without their groups.

    A file that names no working language gets that of its first section, as few makers of old files wrote one.
    """
    home = etree.QName(root).namespace
    for node in root.iter(etree.Element):
        name = etree.QName(node)
        if name.namespace != home:
            continue
        node.tag = f"{{{NS}}}{_NAMES.get(name.localname, name.localname)}"
        if node.get("type") == "partOfSpeech" and (node.text or "").strip().lower() in VALUES["partOfSpeech"]:
            node.text = (node.text or "").strip().lower()  # the largest collections write “Noun”
        old = node.attrib.pop("lang", "")
        if old and not node.get(f"{XML}lang"):
            node.set(f"{XML}lang", old)
    for group in list(root.iter(f"{{{NS}}}termGrp")):
        _unwrap(group)
    if not root.get(f"{XML}lang"):
        first = next(root.iter(f"{{{NS}}}langSec"), None)
        root.set(f"{XML}lang", (first.get(f"{XML}lang") if first is not None else None) or "en")
    root.set("type", root.get("type") or FREE)
    root.set("style", "dca")


def _unwrap(group: etree._Element) -> None:
    """Put what a ``termGrp`` holds in its own place, and its attributes where none is in their way."""
    around = group.getparent()
    if around is None or len(group) == 0:
        return
    for name, value in group.attrib.items():
        home = next((node for node in (around, *group) if node.get(name) is None), None)
        if home is not None:
            home.set(name, value)
    place = around.index(group)
    text, tail = group.text or "", group.tail or ""
    if place:
        before = around[place - 1]
        before.tail = (before.tail or "") + text
    else:
        around.text = (around.text or "") + text
    group[-1].tail = (group[-1].tail or "") + tail
    for child in reversed(list(group)):
        around.insert(place, child)
    group.tail = None
    around.remove(group)
