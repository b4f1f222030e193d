"""The only place in the project that builds an HTML parser: nothing is fetched, scripts are text."""

from lxml import etree

from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.messages import _

MAX_DEPTH = 120
"""How deep elements may be nested."""
MAX_MARKS = 1_000_000
"""The most ``<`` in a page: each element costs 100 to 200 bytes."""


def parse(text: str, *, file: str = "") -> etree._Element:
    """Return the ``html`` element of a page, mended as far as a browser would; comments are left out.

    Raises TooLarge for a page of a million tags or elements nested more than 120 deep, BadFile for an empty one.
    """
    if text.count("<") > MAX_MARKS:
        raise TooLarge(_("the file has too many tags; divide it into smaller texts."), file=file)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise _plain(parser, file) from error
    if root is None:
        raise _plain(parser, file)
    if any(entry.type_name in _LIMITS for entry in parser.error_log) or _depth(root) > MAX_DEPTH:
        raise TooLarge(
            _("elements are nested more than {n} deep; simplify the page.").format(n=MAX_DEPTH), file=file
        )
    return root


_LIMITS = frozenset({"ERR_RESOURCE_LIMIT", "ERR_NAME_TOO_LONG"})


def _plain(parser: etree.HTMLParser, file: str) -> BadFile:
    if any(entry.type_name in _LIMITS for entry in parser.error_log):
        return TooLarge(
            _("elements are nested more than {n} deep; simplify the page.").format(n=MAX_DEPTH), file=file
        )
    return BadFile(_("the file is empty, or it is not HTML."), file=file)


def _depth(root: etree._Element) -> int:
    """Return how deep elements are nested, without recursing."""
    deepest = depth = 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
