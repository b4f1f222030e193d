"""LaTeX: read by pandoc in its sandbox; commands that it does not know go, the words in them stay."""

import re
from dataclasses import replace
from pathlib import PurePath

from hexapla.formats import pandoc
from hexapla.formats.pandoc import ast
from hexapla.formats.pandoc.ast import Block, Blocks
from hexapla.formats.pandoc.marks import resolved
from hexapla.ingest.decode import clean, decode
from hexapla.ingest.pandoc import text_of
from hexapla.ingest.pandoc.latex import RECORDS, said
from hexapla.ingest.pandoc.text import titled
from hexapla.ingest.reader import Origin
from hexapla.model.messages import _
from hexapla.model.report import Decision, Report
from hexapla.model.text import Text

_SUFFIXES = frozenset({".tex", ".latex", ".ltx"})
_ENCODING = re.compile(
    rb"\\usepackage\s*\[\s*(latin1|latin9|cp1252|ansinew|cp1251|koi8-r|cp1250)\s*\]\s*\{inputenc\}"
)
_ENVIRONMENT = re.compile(r"\\begin\{(\w+)\*?\}(?:\[[^\]]*\])?(.*)\\end\{\1\*?\}\Z", re.DOTALL)
_LATER = re.compile(
    r"(\\begin\{enumerate\})((?:\s*\\(?:def|renewcommand|tightlist)[^\n]*\n)+)"
    r"\s*(\\setcounter\{enumi+\}\{\d+\})"
)
"""A list's first number, which pandoc only sees right behind the list's beginning."""
_PICTURES = frozenset({"tikzpicture", "picture", "pspicture", "axis", "filecontents", "comment"})
_FORM = "latex+raw_tex"
_NAMES = {"latin1": "cp1252", "latin9": "iso8859-15", "ansinew": "cp1252"}
_OTHERS = re.compile(
    r"^[^%\n]*?(\\(?:input|include|subfile|import)(?![A-Za-z@])\s*\{?\s*([^}\s]*)\}?)", re.MULTILINE
)

_ENGLISH = "“”‘’"
_QUOTES = {
    "de": "„“‚‘", "fr": "«»‹›", "it": "«»“”", "es": "«»“”", "pt": "«»“”", "ru": "«»„“", "uk": "«»„“", "pl": "„”«»",
    "cs": "„“‚‘", "sk": "„“‚‘", "hu": "„”»«", "ro": "„”«»", "el": "«»“”", "da": "»«›‹", "sv": "””’’", "fi": "””’’",
    "bg": "„“’’", "hr": "„”‚’", "sl": "„“‚‘", "nl": "“”‘’", "ja": "「」『』", "zh": "“”‘’",
}  # fmt: skip
"""What ``\\enquote`` sets in each language (csquotes); two grave accents set English marks in all of them."""


def accepts() -> str:
    """Return the kinds of files that are read here, in words."""
    return _("LaTeX (.tex)")


def claims(source: bytes, name: str) -> bool:
    """Whether a file is LaTeX: its name says so."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def read(source: bytes, origin: Origin) -> tuple[Text, Report]:
    """Return the text of a LaTeX file; what other files hold is not read, and said so.

    Dashes and quotation marks become those that LaTeX sets.
    """
    raw, decisions = clean(_decoded(source, origin.name), origin.name)
    known = said(raw)
    document = pandoc.read(_LATER.sub(r"\1\3\2", known.text).encode(), _FORM, file=origin.name)
    body = _without_preamble(document.blocks, raw.partition(r"\begin{document}")[0])
    printed = pandoc.Document(document.about, _opened(titled(document, body), origin.name))
    told = (*decisions, *known.decisions, *_left(raw))
    whole = resolved(printed, known.marks, RECORDS)
    return text_of(whole, origin, "latex", told, placed=known.placed, quotes=_quotes(raw, origin.lang))


def _quotes(raw: str, lang: str) -> tuple[str, str, str, str]:
    """Return the marks that a quotation has: those of its language only where a command asks for them."""
    marks = _QUOTES.get(lang.partition("-")[0].lower(), _ENGLISH) if r"\enquote" in raw else _ENGLISH
    return marks[0], marks[1], marks[2], marks[3]


def _without_preamble(blocks: Blocks, preamble: str) -> Blocks:
    """Return blocks without the commands of the preamble that pandoc did not know."""
    known = " ".join(preamble.split())
    for nth, block in enumerate(blocks):
        parts = block.content if isinstance(block, ast.Para) else (block,)
        raws = [part.text for part in parts if isinstance(part, ast.Raw)]
        others = [part for part in parts if not isinstance(part, ast.Raw | str)]
        if others or not raws or not all(" ".join(text.split()) in known for text in raws):
            return blocks[nth:]
    return blocks


def _opened(blocks: Blocks, file: str, depth: int = 0) -> Blocks:
    """Return blocks with what stands in environments that pandoc does not know, read as text of their own."""
    made: list[Block] = []
    for block in blocks:
        found = _ENVIRONMENT.match(block.text.strip()) if isinstance(block, ast.Raw) else None
        if found and depth < 3 and found[1] not in _PICTURES:
            inner = pandoc.read(found[2].encode(), _FORM, file=file)
            made.append(ast.Div(_opened(inner.blocks, file, depth + 1), ast.Attr(classes=(found[1],))))
        elif isinstance(block, ast.Div):
            made.append(replace(block, blocks=_opened(block.blocks, file, depth)))
        else:
            made.append(block)
    return tuple(made)


def _decoded(source: bytes, file: str) -> str:
    declared = _ENCODING.search(source)
    if not declared:
        return decode(source, file)
    name = declared[1].decode()
    return source.decode(_NAMES.get(name, name), "replace")


def _left(raw: str) -> list[Decision]:
    """Return a decision for each file that the file would take in."""
    reason = _(
        "The file “{name}” is not read; put its text in the place of this command, or add it as a text."
    )
    return [Decision("input", 1, reason=reason.format(name=found[2][:60])) for found in _OTHERS.finditer(raw)]
