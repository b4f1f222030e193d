"""The files that texts were made of, kept in the desk with what their readers decided."""

import json
from dataclasses import asdict, dataclass

from hexapla.model.report import Report
from hexapla.work.edition import Edition

_WITH_CHANGES = frozenset({"docx", "odt"})
"""The readers to whom tracked changes mean something."""


@dataclass(frozen=True)
class Original:
    """A file as somebody brought it, its name, who read it, and what became of its tracked changes."""

    name: str
    reader: str
    source: bytes
    changes: str = "accept"

    def is_same(self, source: bytes, reader: str, changes: str) -> bool:
        """Whether this is the very file, read in the very way; what has no changes is read alike in any."""
        alike = self.changes == changes or reader not in _WITH_CHANGES
        return self.source == source and self.reader == reader and alike


def keep(
    edition: Edition, text_id: str, name: str, source: bytes, report: Report, changes: str = "accept"
) -> None:
    """Keep the file that a text was made of, in place of an earlier one."""
    decisions = [asdict(decision) for decision in report.decisions]
    said = {"name": name, "reader": report.reader, "changes": changes, "decisions": decisions}
    about = json.dumps(said, ensure_ascii=False).encode()
    edition.desk.put_document(_name(text_id), source)
    edition.desk.put_document(_about(text_id), about)


def of(edition: Edition, text_id: str) -> Original | None:
    """Return the file that a text was last made of, None where that is not known."""
    source, about = edition.desk.document(_name(text_id)), edition.desk.document(_about(text_id))
    if source is None or about is None:
        return None
    said = json.loads(about)
    return Original(
        str(said["name"]), str(said["reader"]), source, changes=str(said.get("changes", "accept"))
    )


def _name(text_id: str) -> str:
    return f"original/{text_id}"


def _about(text_id: str) -> str:
    return f"original/{text_id}:about"  # no id of a text has a colon
