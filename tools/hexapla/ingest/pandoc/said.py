"""What the attributes of an element say: what kind it is, and where it stands."""

from hexapla.formats.pandoc.ast import Attr
from hexapla.ingest.pandoc import styles


def kind_of(attr: Attr) -> str:
    """Return the kind that a style or the classes of an element name."""
    own, *based = attr.get("custom-style").split("\n")
    # A style that is based on that of titles may be an author's; on that of quotations, it is a quotation's.
    found = styles.first((own, *attr.classes)) or styles.first(tuple(based))
    return (
        ""
        if found in ("title", "subtitle") and found not in map(styles.kind, (own, *attr.classes))
        else found
    )


def align_of(attr: Attr) -> str:
    """Return ``center`` or ``right`` where an element is set so."""
    said = f"{attr.get('style')};{attr.get('align')};{' '.join(attr.classes)}".replace(" ", "").casefold()
    if "text-align:center" in said or ";center;" in said or said.endswith((";center", ";textcenter")):
        return "center"
    return (
        "right" if "text-align:right" in said or ";right;" in said or said.endswith((";flushright",)) else ""
    )
