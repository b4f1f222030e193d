"""What a word processor's file holds beside its text: comments, heads and feet of pages."""

from collections.abc import Iterable, Iterator

from hexapla.formats.pandoc.ast import Gone
from hexapla.model.messages import _, shown


def beside(found: Iterable[tuple[str, str, str]]) -> Iterator[Gone]:
    """Yield what is left out, from its kind (``comment``, ``furniture``), its author and its text."""
    for kind, author, text in found:
        if kind == "comment":
            yield Gone(
                text, _("A comment of {author} is left out.").format(author=shown(author or "?", 60)), kind
            )
        elif kind == "furniture":
            yield Gone(text, _("What stands at the head or foot of each page is left out."), kind)
