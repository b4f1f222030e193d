"""Markup that pandoc did not understand: its commands go, the words in its braces stay."""

import re
from typing import TYPE_CHECKING

from hexapla.formats.pandoc.ast import Raw
from hexapla.formats.tei.write import clean
from hexapla.model.messages import _, shown
from hexapla.model.text import Content

if TYPE_CHECKING:
    from hexapla.ingest.pandoc.sheet import Sheet

_FILES = re.compile(
    r"\\(?:input|include|includeonly|openin|read|subfile|import|includegraphics|bibliography|addbibresource|"
    r"lstinputlisting|verbatiminput|usepackage|documentclass|write|immediate|closein|newread|newwrite|openout|"
    r"catcode|label|ref|pageref|cite\w*|index|hypersetup|setcounter|addtocounter|setlength|vspace|hspace|"
    r"pagestyle|thispagestyle|thanks|bibliographystyle|selectlanguage|begin|end)\b"
    r"\*?(?:\s*\[[^\]]*\])*(?:\s*\{[^{}]*\})*"
)
"""Commands whose arguments are no words of the text."""
_COMMAND = re.compile(r"\\(?:[A-Za-z@]+\*?(?:\s*\[[^\]]*\])*|.)")
_COMMENT = re.compile(r"(?<!\\)%.*")


def content(part: Raw, sheet: "Sheet") -> Content:
    """Return the words in markup that was not understood."""
    made = words(part, sheet)
    return (clean(made),) if made else ()


def words(part: Raw, sheet: "Sheet") -> str:
    """Return the words in markup that was not understood, and report it, with what is no word of the text."""
    markup = " ".join(part.text.split())
    if markup and markup not in _LAYOUT:
        gone = " ".join(found[0].strip() for found in _FILES.finditer(markup)) if kept(part) else ""
        if not kept(part):
            reason = _("This markup is not understood and is taken out: {markup}")
        elif gone:
            reason = _("This markup is not understood; the words in it are kept, but not {gone}: {markup}")
        else:
            reason = _("This markup is not understood; the words in it are kept: {markup}")
        sheet.decide("markup", reason.format(markup=shown(markup, 120), gone=shown(gone, 120)))
    return kept(part)


def kept(part: Raw) -> str:
    """Return the words in markup that was not understood; of a page's, none: its words stand beside it."""
    return _words(part.text) if part.format in ("tex", "latex") else ""


_LAYOUT = frozenset({
    r"\maketitle", r"\newpage", r"\clearpage", r"\cleardoublepage", r"\pagebreak", r"\bigskip", r"\medskip",
    r"\smallskip",
    r"\noindent", r"\indent", r"\par", r"\tableofcontents", r"\frontmatter", r"\mainmatter", r"\backmatter", r"\hfill",
    r"\vfill", r"\centering", r"\raggedleft", r"\raggedright", r"\appendix",
})  # fmt: skip
"""Commands of layout, which nobody misses."""


def _words(text: str) -> str:
    text = _COMMAND.sub(" ", _FILES.sub(" ", _COMMENT.sub(" ", text)))
    return " ".join(text.replace("{", " ").replace("}", " ").split())
