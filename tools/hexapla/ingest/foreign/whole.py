"""The document as a whole: its namespace, P4, corpora of one text, groups of texts."""

import re

from lxml import etree

from hexapla.formats.tei.tree import XML, line_of
from hexapla.ingest.foreign.branches import drop, each, elements, name_of, tei
from hexapla.model.errors import BadFile
from hexapla.model.messages import _, ngettext
from hexapla.model.report import Decision

_POINTING = ("target", "targets", "corresp", "who", "ana", "resp", "next", "prev", "sameAs", "wit")
"""What points to ids in P4, without “#”."""
_NAME = re.compile(r"[^\W\d][\w.-]*\Z")


def settle(root: etree._Element) -> list[Decision]:
    """Make one TEI P5 document of one text; raise BadFile for a corpus of several."""
    decisions = [*_namespaced(root), *_from_p4(root), *_only_one(root)]
    return [*decisions, *_beside(root), *_gathered(root)]


def text_of(root: etree._Element) -> etree._Element | None:
    """Return the text of a document; None where there is none."""
    return next((child for child in elements(root) if child.tag == tei("text")), None)


def lang_of(root: etree._Element, text: etree._Element) -> str:
    """Return the language that a document says it is in; empty where it does not."""
    return str(text.get(f"{XML}lang") or root.get(f"{XML}lang") or "")


def _namespaced(root: etree._Element) -> list[Decision]:
    """Put a document without a namespace into that of TEI."""
    if etree.QName(root).namespace:
        return []
    for node in root.iter(etree.Element):
        if not etree.QName(node).namespace:
            node.tag = tei(str(node.tag))
    if name_of(root) == "TEI.2":
        return []  # nobody expects one there
    return [
        Decision(
            "document", line_of(root) or 1, reason=_("The file names no namespace; it was read as TEI P5.")
        )
    ]


def _from_p4(root: etree._Element) -> list[Decision]:
    """Read what P4 writes in another way: the root, ids, languages, pointers."""
    if name_of(root) not in ("TEI.2", "teiCorpus.2"):
        return []
    root.tag = tei(name_of(root).removesuffix(".2"))
    for node in each(root, "TEI.2"):
        node.tag = tei("TEI")
    ids: set[str] = set()
    for node in root.iter(etree.Element):
        _named_as_in_p5(node, ids)
    for node in root.iter(etree.Element):
        _pointing_as_in_p5(node, ids)
    return [Decision("document", line_of(root) or 1, reason=_("The file is TEI P4; it was read as P5."))]


def _named_as_in_p5(node: etree._Element, ids: set[str]) -> None:
    """Write id and language of an element as P5 does; an id that another element has goes."""
    id_, lang = (str(node.attrib.pop(name, "")) for name in ("id", "lang"))
    if _NAME.match(id_) and id_ not in ids:
        node.set(f"{XML}id", id_)
        ids.add(id_)
    if lang:
        node.set(f"{XML}lang", lang)


def _pointing_as_in_p5(node: etree._Element, ids: set[str]) -> None:
    for name in _POINTING:
        words = str(node.get(name, "")).split()
        if any(word in ids for word in words):
            node.attrib.pop(name)
            pointers = " ".join(f"#{word}" if word in ids else word for word in words)
            node.set("target" if name == "targets" else name, pointers)


def _only_one(root: etree._Element) -> list[Decision]:
    """Take the only text of a corpus out of it, with its own header."""
    if root.tag != tei("teiCorpus"):
        return []
    inner = each(root, "TEI")
    if len(inner) != 1:
        return []  # refused, with the way out, where the document is read
    for child in list(root):
        root.remove(child)
    root.tag = tei("TEI")
    root.attrib.update({str(name): str(value) for name, value in inner[0].attrib.items()})
    root.extend(list(inner[0]))
    reason = _("The corpus holds one text; the header of the corpus is left out.")
    return [Decision("document", line_of(inner[0]) or 1, reason=reason)]


def _beside(root: etree._Element) -> list[Decision]:
    """Tell what stands beside header and text: facsimiles and annotations have no place in a text."""
    decisions = []
    for child in list(elements(root)):
        if root.tag == tei("TEI") and name_of(child) not in ("teiHeader", "text", "TEI"):
            reason = _("“{name}” beside the text is not kept.").format(name=name_of(child))
            decisions.append(Decision("beside", line_of(child) or 1, reason=reason))
            drop(child)
    return decisions


def _gathered(root: etree._Element) -> list[Decision]:
    """Make divisions of the texts of a group, or of several texts in one document."""
    texts = [child for child in elements(root) if child.tag == tei("text")] if root.tag == tei("TEI") else []
    if not texts:
        return []
    if len(texts) == 1 and not any(True for _group in texts[0].iterchildren(tei("group"))):
        return []
    first = texts[0]
    parts = [_as_division(text) for text in texts[1:]]
    count = len(parts)
    for group in list(first.iterchildren(tei("group"))):
        inner = [deeper for deeper in each(group, "group") if deeper is not group]
        count += len(each(group, "text"))
        for text in reversed(each(group, "text")):
            _as_division(text)
        group.tag = tei("body")
        for deeper in inner:
            deeper.tag = tei("div")
    body = first.find(tei("body"))
    if body is None:
        raise BadFile(_("the text has no body; add one."), line=line_of(first))
    if parts and any(True for _child in elements(body)):
        own = etree.Element(tei("div"), type="text")
        own.extend(list(body))
        body.append(own)
        count += 1
    body.extend(parts)
    reason = ngettext("One text of a group became a division.", "{n} texts became divisions of one.", count)
    return [Decision("document", line_of(first) or 1, reason=reason.format(n=count))]


def _as_division(text: etree._Element) -> etree._Element:
    """Make a division of a text: front, body and back follow one another."""
    text.tag = tei("div")
    text.set("type", "text")
    for part in list(elements(text)):
        if name_of(part) == "body" and not _divides(text):
            place = text.index(part)
            for child in reversed(list(part)):
                text.insert(place, child)
            text.remove(part)
        elif name_of(part) in ("front", "body", "back"):
            part.set("type", name_of(part))
            part.tag = tei("div")
    return text


def _divides(text: etree._Element) -> bool:
    """Whether a text has more parts than its body, so that each must be a division."""
    parts = [name_of(part) for part in elements(text)]
    return len(parts) > 1
