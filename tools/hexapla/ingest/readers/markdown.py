"""Markdown, as pandoc knows it: notes, line blocks, numbered lists, attributes, HTML within."""

from pathlib import PurePath

from lxml import etree

from hexapla.formats import pandoc
from hexapla.formats.html import parse
from hexapla.ingest.decode import clean, decode
from hexapla.ingest.html.looks import tag_of
from hexapla.ingest.html.page import of_tree
from hexapla.ingest.pandoc import text_of
from hexapla.ingest.pandoc.unused import kept
from hexapla.ingest.reader import Origin
from hexapla.model.messages import _
from hexapla.model.report import Report
from hexapla.model.text import Text

_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_FORM = (
    "markdown-smart-citations-raw_tex-latex_macros-auto_identifiers-implicit_header_references-example_lists"
)
"""Without what would change a letter, or take one for a command."""
_OPTIONS = ("--standalone", "--wrap=none", "--mathjax", "--no-highlight")


def accepts() -> str:
    """Return the kinds of files that are read here, in words."""
    return _("Markdown (.md)")


def claims(source: bytes, name: str) -> bool:
    """Whether a file is Markdown: its name says so."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def read(source: bytes, origin: Origin) -> tuple[Text, Report]:
    """Return the text of a Markdown file.

    pandoc makes a page of it, since HTML may stand anywhere in Markdown; the page is read as others are. No letter is
    changed: quotation marks and dashes stay as they were typed.
    """
    raw, decisions = clean(decode(source, origin.name), origin.name)
    raw, unused = kept(raw)
    page = pandoc.convert(raw.encode(), _FORM, "html", *_OPTIONS, file=origin.name)
    root = parse(page.decode(), file=origin.name)
    _open_title(root)
    return text_of(of_tree(root), origin, "markdown", (*decisions, *unused))


def _open_title(root: etree._Element) -> None:
    """Make paragraphs of what pandoc set as the page's title, author and date; style sheets of pandoc's own go."""
    for style in list(root.iter("style")):
        parent = style.getparent()
        if parent is not None and tag_of(parent) == "head":
            parent.remove(style)
    header = next((one for one in root.iter("header") if one.get("id") == "title-block-header"), None)
    if header is None or not any(one.get("class") == "title" for one in header.iter("h1")):
        for title in list(root.iter("title")):
            title.text = None  # pandoc’s own word for a page without a title
    if header is None:
        return
    header.tag = "div"
    for child in header.iter("h1", "p"):
        child.tag = "p"
        if child.get("class") in ("author", "date"):
            del child.attrib["class"]
