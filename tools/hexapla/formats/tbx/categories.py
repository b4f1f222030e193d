"""What TBX calls our fields, in both of its styles: DCA (``type`` attributes) and DCT (elements of their own)."""

from hexapla.model.glossary import Status

NS = "urn:iso:std:iso:30042:ed-2"
NAMESPACES = ("urn:iso:std:iso:30042:ed", "")
"""How the namespaces of version 3 begin; old drafts have ``ed:3.0``, and some makers none."""
MODULES = "http://www.tbxinfo.net/ns/"
"""Where the namespaces of DCT begin: ``min`` and ``basic`` follow."""

FIELDS: dict[str, dict[str, tuple[str, str]]] = {
    "conceptEntry": {"subject": ("descrip", "subjectField"), "definition": ("descrip", "definition")},
    "langSec": {"definition": ("descrip", "definition")},
    "termSec": {
        "part_of_speech": ("termNote", "partOfSpeech"),
        "gender": ("termNote", "grammaticalGender"),
        "status": ("termNote", "administrativeStatus"),
    },
}
"""The fields of each level, in the order in which they are written: element and ``type`` in DCA."""

STATUSES = {f"{status}Term-admn-sts": status for status in Status}
"""The values of administrativeStatus; a file's other ones are kept and say nothing."""

CATEGORIES = {
    "administrativeStatus": ("termNote", "min"),
    "customerSubset": ("admin", "min"),
    "externalCrossReference": ("xref", "min"),
    "partOfSpeech": ("termNote", "min"),
    "subjectField": ("descrip", "min"),
    "context": ("descrip", "basic"),
    "crossReference": ("ref", "basic"),
    "definition": ("descrip", "basic"),
    "geographicalUsage": ("termNote", "basic"),
    "grammaticalGender": ("termNote", "basic"),
    "grammaticalNumber": ("termNote", "basic"),
    "projectSubset": ("admin", "basic"),
    "register": ("termNote", "basic"),
    "responsibility": ("transacNote", "basic"),
    "source": ("admin", "basic"),
    "termLocation": ("termNote", "basic"),
    "termType": ("termNote", "basic"),
    "transactionType": ("transac", "basic"),
    "xGraphic": ("xref", "basic"),
}
"""The categories of TBX-Basic: the element that holds each in DCA, and the module of its namespace in DCT."""

STRUCTURE = frozenset({
    "tbx", "tbxHeader", "fileDesc", "titleStmt", "publicationStmt", "sourceDesc", "encodingDesc",
    "revisionDesc", "change", "text", "body", "back", "refObjectSec", "refObject", "itemSet", "itemGrp",
    "conceptEntry", "langSec", "termSec", "descripGrp", "termNoteGrp", "adminGrp", "transacGrp",
})  # fmt: skip
"""Elements that hold no text: white space in them is layout."""
