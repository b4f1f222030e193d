"""Inline markup around some words of a unit, or taken from them."""

from collections import Counter
from dataclasses import replace

from hexapla.formats.tei import inline
from hexapla.formats.tei.flow import Open
from hexapla.mend import tree
from hexapla.mend.leaves import Leaf, Plain, built, common_length, cut, leaves, placed, plain
from hexapla.mend.step import Source, Step
from hexapla.model import languages
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.mend import Mark
from hexapla.model.messages import _, shown

TAGS = ("hi", "foreign", "title", "q", "sic")


def mark(source: Source, mend: Mark) -> Step:
    """Mark words, or take the very markup off where all of them bear it; raises HexaplaError, NotFound, BadName."""
    wanted = _tag(mend)
    _block, seg = tree.unit(source.body, mend.unit)
    parts = leaves(seg.content)
    start, end = _range(mend, plain(parts))
    chosen = [
        (leaf, start <= at and at + len(leaf.text) <= end and (bool(leaf.text) or start < at < end))
        for at, leaf in placed(cut(parts, start, end))
    ]
    marked = [leaf for leaf, inside in chosen if inside]
    if all(_bears(leaf, wanted) for leaf in marked if leaf.text.strip()):
        made = [_without(leaf, wanted) if inside else leaf for leaf, inside in chosen]
    else:
        made = _with(chosen, marked, wanted)
    content = built(made)
    if Counter(inline.bound(inline.render(content))) != Counter(inline.bound(inline.render(seg.content))):
        raise HexaplaError(_("These words reach across the end of a reference; mark its parts one by one."))
    body = tree.put(source.body, seg, replace(seg, content=content))
    return Step(body, minor=frozenset({mend.unit}))


def _tag(mend: Mark) -> Open:
    if mend.tag not in TAGS:
        raise NotFound(
            _("Words can be marked as {all}, not as “{tag}”.").format(
                all=", ".join(TAGS), tag=shown(mend.tag, 40)
            )
        )
    if mend.tag == "foreign":
        if not mend.lang:
            raise HexaplaError(_("Say which language the foreign words are in."))
        return Open("foreign", (("xml:lang", languages.canonical(mend.lang)),))
    return Open(mend.tag, (("rend", "italic"),) if mend.tag == "hi" else ())


def _range(mend: Mark, text: Plain) -> tuple[int, int]:
    """Return where the words stand, without white space at their ends."""
    start, end = max(mend.start, 0), min(mend.end, len(text.text))
    words = text.text[start:end]
    if not words.strip() or mend.start < 0 or mend.end > len(text.text):
        raise HexaplaError(_("There are no words to mark at this place of {unit}.").format(unit=mend.unit))
    first = start + len(words) - len(words.lstrip())
    return text.start(first), text.end(first + len(words.strip()))


def _bears(leaf: Leaf, wanted: Open) -> bool:
    return any(_same(tag, wanted) for _number, tag in leaf.path)


def _same(tag: Open, wanted: Open) -> bool:
    """Whether two start tags say the same; an id says nothing."""
    return tag.tag == wanted.tag and [one for one in tag.attributes if one[0] != "xml:id"] == list(
        wanted.attributes
    )


def _without(leaf: Leaf, wanted: Open) -> Leaf:
    return replace(leaf, path=tuple(pair for pair in leaf.path if not _same(pair[1], wanted)))


def _with(chosen: list[tuple[Leaf, bool]], marked: list[Leaf], wanted: Open) -> list[Leaf]:
    """Open one tag around all words, within what is open around all of them; the same tag inside goes."""
    depth = min((common_length(marked[0].path, leaf.path) for leaf in marked), default=0)
    depth = min(depth, *(len(leaf.path) for leaf in marked)) if marked else depth
    made = []
    for leaf, inside in chosen:
        if inside:
            bare = leaf.path[:depth], tuple(pair for pair in leaf.path[depth:] if not _same(pair[1], wanted))
            leaf = replace(leaf, path=(*bare[0], (-1, wanted), *bare[1]))
        made.append(leaf)
    return made
