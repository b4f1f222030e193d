"""Japanese: a particle after a closing bracket carries the sentence on (「…。」と言った)."""

import re

from hexapla.segment.languages.rules import Rules

RULES = Rules(goes_on=re.compile(r"(?<=[」』）])[とっをがはもにのでなだやかよねへ、・]"), wide=True)
