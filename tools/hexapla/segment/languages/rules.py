"""What a language may add to the rules that all languages share."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Rules:
    """Further marks that end a sentence, and what, standing right after a possible end, shows that it goes
    on."""

    marks: str = ""
    goes_on: re.Pattern[str] | None = None
    wide: bool = False
    """Whether no mark needs a space after it."""
