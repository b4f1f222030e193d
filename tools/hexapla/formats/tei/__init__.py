"""TEI P5: the form in which an edition keeps its texts.

- ``parse``, ``serialize``: a file and a ``model.text.Text``; ``parse_edited`` forgives what an XML editor lets happen
- ``blocks``: the blocks and units of a body, in reading order
- ``inline``: the inline form of a unit, what msgid and msgstr hold
- ``runs``: the same for a browser, without XML
- ``header``: making a header, and the title in it
- ``schema``: validation; ``hexapla.rng`` is a subset of tei_all
- ``remarks``: comments in a file, which do not survive a change
"""

from hexapla.formats.tei import blocks, header, inline, remarks, runs, schema
from hexapla.formats.tei.parse import id_of, parse, parse_edited
from hexapla.formats.tei.serialize import in_frame, serialize

__all__ = [
    "blocks",
    "header",
    "id_of",
    "in_frame",
    "inline",
    "parse",
    "parse_edited",
    "remarks",
    "runs",
    "schema",
    "serialize",
]
