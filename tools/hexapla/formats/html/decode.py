"""Bytes of a page as text, in the encoding that it declares (HTML, 13.2.3.2)."""

import codecs
import re

from hexapla.model.errors import BadFile
from hexapla.model.messages import _, shown

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.I,
)
_LATIN = frozenset({"iso8859-1", "ascii", "latin-1"})
_KNOWN = frozenset({
    "utf-8", "cp1252", "koi8-r", "koi8-u", "shift_jis", "euc_jp", "gb2312", "gbk", "gb18030", "big5", "euc_kr",
    "mac-roman", *(f"cp{n}" for n in range(1250, 1259)), *(f"iso8859-{n}" for n in range(2, 17)),
})  # fmt: skip
"""Encodings in which a tag is a tag; UTF-7 and UTF-16 without a mark hide them."""


def decode(source: bytes, file: str) -> str:
    """Return the text of a page, without its byte order mark.

    Raises BadFile, with the line, for a byte that the encoding does not know, and for an encoding that is not known.
    """
    encoding = _encoding(source, file)
    try:
        return source.decode(encoding)
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        reason = _("this line holds a byte that is not {encoding}; save the file as UTF-8.")
        raise BadFile(
            reason.format(encoding=encoding.upper().removesuffix("-SIG")), file=file, line=line
        ) from error


def _encoding(source: bytes, file: str) -> str:
    if source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    found = _DECLARED.search(source, 0, 4096)
    if source.startswith(codecs.BOM_UTF8) or not found:
        return "utf-8-sig"
    declared = (found[1] or found[2]).decode("ascii", "replace")
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        name = ""
    if name.startswith("utf-16"):
        return "utf-8-sig"  # a declaration that could be read as ASCII says so wrongly
    name = "cp1252" if name in _LATIN else name
    if name not in _KNOWN:
        reason = _("the file declares the encoding “{name}”; save it as UTF-8.")
        raise BadFile(reason.format(name=shown(declared, 30)), file=file, line=1)
    return "utf-8-sig" if name == "utf-8" else name
