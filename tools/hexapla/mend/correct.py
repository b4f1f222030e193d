"""Other words for a unit: what it embeds and the original's page breaks stay, its bound tags must."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hexapla.formats.tei import inline
from hexapla.formats.tei.elements import ATTRIBUTES, MILESTONES
from hexapla.mend import tree
from hexapla.mend.leaves import Leaf, Plain, built, embeds, inserted, leaves, placed, plain
from hexapla.mend.step import Source, Step
from hexapla.model.errors import BadFile, HexaplaError
from hexapla.model.mend import Correct
from hexapla.model.messages import _, shown
from hexapla.model.text import Content, Element


def correct(source: Source, mend: Correct) -> Step:
    """Give a unit its new words; raises HexaplaError where tags would be lost, BadFile for what is no text."""
    _block, seg = tree.unit(source.body, mend.unit)
    old, form = inline.render(seg.content), inline.form_of(_parsed(mend))
    if form == old:
        return Step(source.body)
    if inline.parse(old) != inline.parse(inline.render(_stub(seg.content))) or not _is_told(seg.content):
        raise HexaplaError(
            _("Unit {unit} holds markup that only an editor of TEI files can keep; correct it there.").format(
                unit=mend.unit
            )
        )
    _refuse_lost(mend.unit, old, form)
    now = _embedded(leaves(inline.parse(form)), seg.content)
    content = built(_with_milestones(leaves(seg.content), now))
    body = tree.put(source.body, seg, replace(seg, content=content))
    return Step(body, minor=frozenset() if mend.changes_meaning else frozenset({mend.unit}))


def _parsed(mend: Correct) -> Content:
    try:
        content = inline.parse(mend.source)
    except BadFile as error:
        raise BadFile(
            _("The new words of {unit} are no text: {reason}").format(unit=mend.unit, reason=error.reason)
        ) from error
    if not inline.plain(inline.form_of(content)):
        raise HexaplaError(_("Unit {unit} cannot be left without words.").format(unit=mend.unit))
    if any(inline.is_translators_note(part) for part in _elements(content)):
        raise HexaplaError(_("A translator’s note has no place in the source."))
    return content


def _elements(content: Content) -> list[Element]:
    return [inner for part in content if isinstance(part, Element) for inner in part.walk()]


def _refuse_lost(unit: str, old: str, new: str) -> None:
    """Refuse words that lack a bound tag of the old ones, or have another."""
    before, after = Counter(inline.bound(old)), Counter(inline.bound(new))
    for tags, sentence in (
        (before - after, _("The new words of {unit} lack {tags}; put it back where it belongs.")),
        (after - before, _("The new words of {unit} have {tags}, which the old ones did not have.")),
    ):
        if tags:
            raise HexaplaError(sentence.format(unit=unit, tags=shown(", ".join(tags.elements()), 80)))


def _stub(content: Content) -> Content:
    """Return content without milestones, each embedded element as its empty tag."""
    made: list[str | Element] = []
    for part in content:
        if isinstance(part, str):
            made.append(part)
        elif embeds(part):
            made.append(Element(part.tag, tree.only("xml:id", part.get("xml:id"))))
        elif part.tag not in MILESTONES:
            made.append(replace(part, content=_stub(part.content)))
    return tuple(made)


def _is_told(content: Content) -> bool:
    """Whether the inline form tells all of some content: it has no other elements and attributes."""
    try:
        inline.parse(inline.form_of(_stub(content)))
    except BadFile:
        return False
    return all(
        name in ATTRIBUTES
        for part in content
        if isinstance(part, Element) and not embeds(part) and part.tag not in MILESTONES
        for inner in part.walk()
        for name, _value in inner.attributes
    )


def _embedded(new: Sequence[Leaf], old: Content) -> list[Leaf]:
    """Put the notes and other embedded elements of the old words into the place of their tags."""
    waiting = [
        leaf.content for leaf in leaves(old) if isinstance(leaf.content, Element) and embeds(leaf.content)
    ]
    made = []
    for leaf in new:
        found = next((one for one in waiting if _is_tag_of(leaf.content, one)), None)
        if found is not None:
            waiting = [one for one in waiting if one is not found]
            leaf = replace(leaf, content=found)
        made.append(leaf)
    return made


def _is_tag_of(part: str | Element, embedded: Element) -> bool:
    return (
        isinstance(part, Element)
        and part.tag == embedded.tag
        and not part.content
        and part.get("xml:id") == embedded.get("xml:id")
    )


def _with_milestones(old: Sequence[Leaf], new: list[Leaf]) -> list[Leaf]:
    """Set the milestones of the old words where the same words stand now."""
    before = plain(old)
    for start, leaf in placed(old):
        if leaf.is_milestone and isinstance(leaf.content, Element):
            offset = sum(place < start for place in before.places)
            now = plain(new)
            at = _same_place(before.text, now, offset, spaced_before=_is_after_space(old, start))
            new = inserted(new, at, leaf.content)
    return new


def _is_after_space(old: Sequence[Leaf], start: int) -> bool:
    return "".join(leaf.text for leaf in old)[:start].endswith(" ")


def _same_place(before: str, now: Plain, offset: int, *, spaced_before: bool) -> int:
    """Return the place in the new words of a place in the old: by what stayed at both ends, else by proportion."""
    after, most = now.text, min(len(before), len(now.text))
    head = next((n for n in range(most) if before[n] != after[n]), most)
    tail = next((n for n in range(most - head) if before[-1 - n] != after[-1 - n]), most - head)
    if offset <= head:
        there = offset
    elif offset >= len(before) - tail:
        there = offset + len(after) - len(before)
    else:
        share = (offset - head) / (len(before) - tail - head)
        there = head + round(share * (len(after) - tail - head))
        there = after.rfind(" ", 0, there + 1) + 1  # before a word, never in it
    if spaced_before and there < len(after):
        return now.start(there)
    return now.end(there)
