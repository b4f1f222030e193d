"""Everything that can go wrong, as one tree; each class has a stable exit code.

HexaplaError                3  something went wrong that has no class of its own
├── NotAnEdition            4  no edition here, or it is damaged
├── BadName                 5  a name that could escape its folder, or an unknown language tag
├── BadFile                 6  a file that cannot be read as what it claims to be
│   └── TooLarge            7  a file, an archive or a text beyond our limits
├── CannotWrite             8  a full disk, a missing permission
├── ProgramFailed           9  a foreign program failed, or is missing
├── NotFound               10  no such text, language, unit, person
├── Denied                 11  the person may not do this
├── Conflict               12  somebody saved in between
└── DeskError              13  the desk cannot be opened or does not answer

Codes 0 to 2 are the shell's: done, blocked by findings, wrong usage.
A message is one sentence that names the file, the place and the way out.
"""


class HexaplaError(Exception):
    """Something went wrong; ``str(error)`` is one sentence for a person."""

    code = 3


class NotAnEdition(HexaplaError):
    """There is no edition here, or its settings are damaged."""

    code = 4


class BadName(HexaplaError):
    """A name breaks the rules for slugs, ids or language tags."""

    code = 5


class BadFile(HexaplaError):
    """A file cannot be read as what it claims to be; carries the file's name and line where known."""

    code = 6

    def __init__(self, reason: str, *, file: str = "", line: int | None = None) -> None:
        self.reason, self.file, self.line = reason, file, line
        place = ":".join(str(part) for part in (file, line) if part not in ("", None))
        super().__init__(f"{place}: {reason}" if place else reason)

    def of(self, file: str) -> "BadFile":
        """Return the same error with the name of the file that it was found in."""
        return type(self)(self.reason, file=file, line=self.line)


class TooLarge(BadFile):
    """A file goes beyond a limit; nothing of it was used."""

    code = 7


class CannotWrite(HexaplaError):
    """A file could not be written; what was there before is whole."""

    code = 8


class ProgramFailed(HexaplaError):
    """A foreign program is missing, failed, or took too long."""

    code = 9


class NotFound(HexaplaError):
    """There is no such text, language, unit or person."""

    code = 10


class Denied(HexaplaError):
    """The person may not do this."""

    code = 11


class Conflict(HexaplaError):
    """Somebody saved in between; ``base``, ``ours`` and ``theirs`` are inline forms."""

    code = 12

    def __init__(self, message: str, *, base: str = "", ours: str = "", theirs: str = "") -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        super().__init__(message)


class DeskError(HexaplaError):
    """The desk cannot be opened, is of another edition, or does not answer."""

    code = 13
