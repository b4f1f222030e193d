"""What kind of block an entry is, as far as the comments of extractors (po4a, itstool, ours) tell."""

import re
from collections.abc import Sequence

_COMMENT = re.compile(
    r"\(itstool\) path: (?P<path>\S+)|(?:type|kind):\s*(?P<type>.+)|(?P<bare>\w+)", re.IGNORECASE
)
_TITLE = re.compile(r"title\b")
_WORDS = {
    "head": "head",
    "title": "head",
    "item": "item",
    "quote": "quote",
    "blockquote": "quote",
    "verse": "verse",
}


def kind(extracted: Sequence[str], *, single: bool) -> str:
    """Return head, item, quote, verse (of a ``single`` line only) or p, where nothing else is said.

    ``extracted`` are the texts of an entry's ``#.`` lines.
    """
    for comment in extracted:
        match = _COMMENT.fullmatch(comment.strip())
        found = _of(match) if match else ""
        if found and (single or found != "verse"):
            return found
    return "p"


def _of(match: re.Match[str]) -> str:
    if match["path"]:
        steps = match["path"].split("/")
        return _WORDS.get(steps[-1]) or (_WORDS.get("/".join(steps[-2:-1]), "") if steps[-1] == "p" else "")
    if match["type"]:
        said = match["type"].strip().lower()
        return "head" if _TITLE.match(said) else _WORDS.get(said, "")
    return _WORDS.get(match["bare"], "")
