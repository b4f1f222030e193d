"""What a piece of work did, for a person to read."""

from dataclasses import dataclass, field

from hexapla.model.finding import Finding


@dataclass(frozen=True)
class Synced:
    """What sync did, or would do, with one file of the folder."""

    file: str
    """The file as a person knows it: ``locales/hu/LC_MESSAGES/mill.po``."""
    text: str = ""
    lang: str = ""
    """Empty where the file is of no text, or of no target language."""
    taken: int = 0
    """Entries (of a glossary: terms; of the settings: keys) that were taken from the file; a text counts as one."""
    suggested: int = 0
    """Entries that both sides changed: the file's text was kept as a suggestion."""
    older: int = 0
    """Entries of the file that are older copies of the desk's."""
    written: bool = False
    """Whether the file was written."""
    skipped: str = ""
    """Why the file was left alone this time."""
    again: bool = False
    """Whether a moment's patience will help: somebody is writing the file."""
    findings: tuple[Finding, ...] = ()

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to tell."""
        return not (
            self.taken or self.suggested or self.older or self.written or self.skipped or self.findings
        )


@dataclass(frozen=True)
class Exported:
    """What an export made: file names and their bytes, and what stood in its way."""

    files: dict[str, bytes] = field(default_factory=dict)
    blocked: tuple[Finding, ...] = ()
