"""Something worth a reader's attention."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A finding: its name in the table of findings, where it is, and one sentence of what to do."""

    name: str
    message: str
    text: str = ""
    lang: str = ""
    units: tuple[str, ...] = ()
    subject: str = ""
