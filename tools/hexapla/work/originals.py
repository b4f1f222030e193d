"""The files that texts were made of, kept in the desk with what their readers decided."""

import json
from dataclasses import asdict, dataclass

from hexapla.model.report import Report
from hexapla.work.edition import Edition


@dataclass(frozen=True)
class Original:
    """A file as somebody brought it, its name, and who read it."""

    name: str
    reader: str
    source: bytes


def keep(edition: Edition, text_id: str, name: str, source: bytes, report: Report) -> None:
    """Keep the file that a text was made of, in place of an earlier one."""
    decisions = [asdict(decision) for decision in report.decisions]
    about = {"name": name, "reader": report.reader, "decisions": decisions}
    edition.desk.put_document(_name(text_id), source)
    edition.desk.put_document(_about(text_id), json.dumps(about, ensure_ascii=False).encode())


def of(edition: Edition, text_id: str) -> Original | None:
    """Return the file that a text was last made of, None where that is not known."""
    source, about = edition.desk.document(_name(text_id)), edition.desk.document(_about(text_id))
    if source is None or about is None:
        return None
    said = json.loads(about)
    return Original(str(said["name"]), str(said["reader"]), source)


def _name(text_id: str) -> str:
    return f"original/{text_id}"


def _about(text_id: str) -> str:
    return f"original/{text_id}:about"  # no id of a text has a colon
