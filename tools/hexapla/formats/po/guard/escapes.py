r"""The escapes that polib leaves standing: ``\x41`` and ``\101`` are a letter to gettext, text to polib."""

import re

from hexapla.formats.po.guard.text import NOT_IN_XML
from hexapla.model.errors import BadFile
from hexapla.model.messages import _

_ESCAPES = re.compile(r"(?:\\x[0-9A-Fa-f]{1,2}(?![0-9A-Fa-f])|\\[0-7]{1,3})+|\\.")
"""A run of bytes (one character may take several), or any other escape."""
_BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]+)|([0-7]+))")
_KEPT = frozenset([r"\\", r"\"", r"\n", r"\r", r"\t"])
_CONTROL = {r"\a": "\a", r"\b": "\b", r"\f": "\f", r"\v": "\v"}


def respell(quoted: str) -> str:
    r"""Return a quoted line with the escapes that polib reads: ``\\``, ``\"``, ``\n``, ``\r``, ``\t``.

    Bytes are those of UTF-8. BadFile is raised for escapes that gettext does not know either, and for
    characters that no XML can carry.

    >>> respell(r'"\x41\102 \303\xa9 \x22"')
    '"AB é \\""'
    """

    def plain(match: re.Match[str]) -> str:
        escape = match[0]
        if escape in _KEPT:
            return escape
        char = _CONTROL.get(escape) or _decoded(escape)
        if not char:
            raise BadFile(
                _("gettext knows no escape “{escape}”; write a backslash as “\\\\”.").format(escape=escape)
            )
        if bad := NOT_IN_XML.search(char):
            raise BadFile(
                _(
                    "The escape “{escape}” stands for U+{code:04X}, which cannot stand in XML; remove it."
                ).format(escape=escape, code=ord(bad[0]))
            )
        return char.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n").replace("\r", r"\r")

    return _ESCAPES.sub(plain, quoted)


def _decoded(escape: str) -> str:
    """Return the text of a run of byte escapes; "" where it is none, or not UTF-8."""
    values = [int(hexa, 16) if hexa else int(octal, 8) for hexa, octal in _BYTE.findall(escape)]
    try:
        return bytes(values).decode("utf-8")
    except ValueError:
        return ""
