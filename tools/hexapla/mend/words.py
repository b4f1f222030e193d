"""Places in a unit, named by its words, as a command line names them."""

from dataclasses import replace

from hexapla.formats.tei import inline
from hexapla.mend.leaves import built, cut, leaves, placed, plain
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.messages import _, ngettext, shown


def found(form: str, words: str, nth: int = 0) -> tuple[int, int]:
    """Return where words stand in a form's plain text, first offset and the one behind the last.

    ``nth`` says which of several, from 1. Raises NotFound where they do not stand, HexaplaError for several places.
    """
    text, wanted = inline.plain(form), " ".join(words.split())
    places: list[int] = []
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        places.append(at)
        at = text.find(wanted, at + 1)
    if not places or nth > len(places) or nth < 0:
        raise NotFound(
            ngettext(
                "“{words}” stands there {n} time; the words are: {text}",
                "“{words}” stands there {n} times; the words are: {text}",
                len(places),
            ).format(words=shown(words, 60), n=len(places), text=shown(text, 200))
        )
    if len(places) > 1 and not nth:
        raise HexaplaError(
            _("“{words}” stands there {n} times; name more of the words, or say which with --nth 2.").format(
                words=shown(words, 60), n=len(places)
            )
        )
    start = places[nth - 1 if nth else 0]
    return start, start + len(wanted)


def instead(form: str, start: int, end: int, words: str) -> str:
    """Return a form with other words between two offsets of its plain text; tags and notes there stay."""
    some = leaves(inline.parse(form))
    text = plain(some)
    first, last = text.start(start), text.end(end)
    made, done = [], False
    for at, leaf in placed(cut(some, first, last)):
        if isinstance(leaf.content, str) and first <= at and at + len(leaf.text) <= last:
            put = "" if done else words
            leaf, done = replace(leaf, content=put, text=put), True
        made.append(leaf)
    return inline.form_of(built(leaf for leaf in made if leaf.content != ""))
