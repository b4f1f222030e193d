"""Chinese: after a closing quotation mark, speaker and verb carry the sentence on (“……。”她说)."""

import re

from hexapla.segment.languages.rules import Rules

_SAID = "说|說|问|問|喊|叫|嚷|吼|骂|罵|叹|嘆|想|(?<!知)道"
_WHO = r"[^。！？，；：“”「」\s不没沒]{0,8}"

RULES = Rules(goes_on=re.compile(rf"(?<=[”」』])(?:{_WHO}(?:{_SAID})|的|[，、；])"), wide=True)
