"""What the elements of TEI P5 are to Hexapla: structure, blocks, inline markup, milestones."""

NS = "http://www.tei-c.org/ns/1.0"

KINDS = {
    "head": "head",
    "p": "p",
    "ab": "p",
    "item": "item",
    "quote": "quote",
    "epigraph": "epigraph",
    "l": "verse",
    "speaker": "speaker",
    "note": "note",
    "dateline": "dateline",
    "salute": "salute",
    "signed": "signed",
    "postscript": "postscript",
    "trailer": "trailer",
    "label": "label",
    "cell": "cell",
    "titlePart": "head",
}
"""The kind of block (``model.text.KINDS``) that an element makes by itself."""

INHERITED = frozenset({"item", "quote", "epigraph", "sp", "note", "postscript"})
"""Elements that give their kind to the paragraphs in them."""

GROUPS = frozenset({"lg", "sp", "list", "quote", "epigraph"})
"""Elements that group blocks: a stanza, a turn, a list, a quotation."""

BLOCKS = frozenset(KINDS) - {"note", "quote", "label"} | {
    "lg", "sp", "list", "table", "row", "div", "body", "front", "back", "group", "text", "opener", "closer",
    "byline", "argument", "titlePage", "docTitle", "figDesc", "stage", "floatingText", "listBibl", "eg",
}  # fmt: skip
"""Elements that always stand on lines of their own. ``note``, ``quote``, ``label`` and ``q`` may stand in a
line.
"""

FREE = frozenset({
    "hi", "emph", "foreign", "title", "q", "quote", "term", "mentioned", "soCalled", "gloss", "said",
    "distinct", "name", "persName", "orgName", "placeName", "rs", "date", "time", "num", "measure", "abbr",
    "expan", "sic", "corr", "orig", "reg", "choice", "unclear", "supplied", "add", "del", "seg", "bibl",
    "cit",
})  # fmt: skip
"""Inline elements that are a translator's own business."""

BOUND = frozenset({
    "note", "ref", "ptr", "gap", "lb", "graphic", "figure",
})  # fmt: skip
"""Inline elements that a translation must have too."""

INLINE = FREE | BOUND | {"desc"}
"""Everything that may stand in the inline form (``desc`` in a ``gap``)."""

EMBEDDED = frozenset({"note", "seg", "figure", "list", "table", "lg", "quote", "q", "cit", "floatingText"})
"""Elements that may hold units inside a unit: in the form they are empty tags with their ``xml:id``, and
bound.
"""

MILESTONES = frozenset({"pb", "cb", "gb", "milestone", "anchor"})
"""Marks of the original's pages and columns: they stay in the TEI and are never part of a unit."""

ATTRIBUTES = frozenset({
    "xml:id", "xml:lang", "n", "rend", "rendition", "type", "subtype", "target", "place", "level", "ref",
    "key", "when", "from", "to", "notBefore", "notAfter", "cert", "resp", "reason", "unit", "quantity",
    "extent", "corresp", "source", "who", "url", "width", "height", "scale", "mimeType", "break", "ed",
    "ana", "cRef", "role", "calendar", "value", "commodity", "sameAs", "style", "anchored",
})  # fmt: skip
"""The attributes that may stand in the inline form; which of them an element may have is the schema's to
say.
"""

POINTERS = frozenset({
    "target", "corresp", "ref", "resp", "source", "who", "ana", "ed", "facs", "sameAs", "copyOf", "next",
    "prev", "decls", "change", "synch", "select", "exclude", "rendition", "wit", "hand", "inst", "edRef",
    "given", "scribeRef",
})  # fmt: skip
"""Attributes whose words may point to an ``xml:id`` (TEI class att.global.linking and others)."""

VERBATIM = frozenset({"code", "eg", "egXML", "formula", "xenoData"})
"""Elements whose white space is kept as it is, as under ``xml:space="preserve"``."""
