r"""One line of a field: ``msgid "…"``, ``msgstr[1] "…"``, or a quoted continuation.

polib calls the text whatever lies between the first and the last character of a line: an unterminated
``msgid "long`` is read as ``lon``, and of ``msgstr[12]`` it reads the 1.
"""

import re

from hexapla.formats.po.guard.escapes import respell
from hexapla.formats.po.guard.text import shown
from hexapla.model.errors import BadFile
from hexapla.model.messages import _

MOST_FORMS = 6
"""Plural forms of one entry: Arabic has six, no language of CLDR has more."""

_KEYWORD = r"(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,9})\])?)[ \t]*)?"
_FIELD = re.compile(_KEYWORD + r'("[^"\\]*(?:\\[\\nrt"][^"\\]*)*")')
"""A line that needs no second look: keyword (none on a continuation), plural index, quoted text."""
_ODD = re.compile(_KEYWORD + r'("[^"\\]*(?:\\.[^"\\]*)*")')
"""The same with any escape."""
_OPEN = re.compile(_KEYWORD + r'"[^"\\]*(?:\\.[^"\\]*)*\\?')
_BEGUN = re.compile(_KEYWORD + '"')
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def field(body: str) -> tuple[str | None, str | None, str]:
    """Return a line as keyword, plural index and quoted text in polib's spelling, or raise BadFile."""
    if match := _FIELD.fullmatch(body):
        keyword, index, quoted = match.groups()
        return keyword, index, quoted
    if odd := _ODD.fullmatch(body):
        return odd[1], odd[2], respell(odd[3])
    raise BadFile(_complaint(body))


def _complaint(body: str) -> str:
    if body.startswith(_CONFLICT):
        return _("A merge conflict of git stands here; keep one side of it and remove the marks.")
    if _OPEN.fullmatch(body):
        return _("The text has no closing quotation mark: “{line}”; the file may be cut off here.").format(
            line=shown(body)
        )
    if _BEGUN.match(body):
        return _("A quotation mark stands inside the text without a backslash: “{line}”.").format(
            line=shown(body)
        )
    return _("This is no line of a catalog: “{line}”.").format(line=shown(body))
