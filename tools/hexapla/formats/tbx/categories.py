"""What TBX calls our fields, in both of its styles: DCA (``type`` attributes) and DCT (elements of their own)."""

from hexapla.model.glossary import Status

NS = "urn:iso:std:iso:30042:ed-2"
NAMESPACES = ("urn:iso:std:iso:30042:ed", "")
"""How the namespaces of version 3 begin; old drafts have ``ed:3.0``, and some makers none."""
MODULES = "http://www.tbxinfo.net/ns/"
DCT = frozenset({f"{MODULES}min", f"{MODULES}basic"})
"""The namespaces of DCT; makers take one for the other."""

FIELDS: dict[str, dict[str, tuple[str, str]]] = {
    "conceptEntry": {
        "subject": ("descrip", "subjectField"),
        "definition": ("descrip", "definition"),
        "note": ("note", ""),
    },
    "langSec": {"definition": ("descrip", "definition"), "note": ("note", "")},
    "termSec": {
        "part_of_speech": ("termNote", "partOfSpeech"),
        "gender": ("termNote", "grammaticalGender"),
        "status": ("termNote", "administrativeStatus"),
        "context": ("descrip", "context"),
        "note": ("note", ""),
    },
}
"""The fields of each level that are an element's text, in the order in which they are written: element, and ``type``
in DCA (empty: it has none)."""

SOURCE = ("admin", "source")
"""Where a definition is from, in one ``descripGrp`` with it."""
LISTS: dict[str, dict[str, tuple[str, str]]] = {
    "conceptEntry": {"references": ("ref", "crossReference")},
    "langSec": {},
    "termSec": {"texts": ("admin", "projectSubset")},
}
"""The fields that are one element for each of their values."""

STATUS = "{}Term-admn-sts"
STATUSES = {STATUS.format(status): status for status in Status}
"""The values of administrativeStatus; a file's other ones, in a dialect that has more, are kept and say nothing."""

VALUES = {
    "administrativeStatus": frozenset(STATUSES),
    "partOfSpeech": frozenset({"noun", "verb", "adjective", "adverb", "other"}),
    "grammaticalGender": frozenset({"masculine", "feminine", "neuter", "other"}),
    "transactionType": frozenset({"origination", "modification"}),
}
"""The values that some categories have in the dialects below."""
DIALECTS = frozenset({"TBX-Basic", "TBX-Min", "TBX-Core"})
"""The dialects whose rules we know; a file that declares another one is held to TBX's structure only."""
FREE = "TBX-Default"
"""The dialect of a file that keeps to the rules of none of those."""

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
