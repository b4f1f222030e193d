"""Chinese: after a closing quotation mark, speaker and verb carry the sentence on (“……。”她说)."""

import re

from hexapla.segment.languages.rules import Rules

RULES = Rules(goes_on=re.compile(r"(?<=[”」』])[^。！？，；：“”「」\s]{0,6}[说說问問道喊叫]"), wide=True)
