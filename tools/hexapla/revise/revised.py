"""A new state of a text takes over the ids of the old one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from hexapla import segment
from hexapla.formats.tei import blocks, inline
from hexapla.formats.tei import header as headers
from hexapla.formats.tei.words import count
from hexapla.model.revised import TOUCHED, Fate, Fated
from hexapla.model.text import Element, Text
from hexapla.revise import division, exact, inherit, markup, naming, own, similar
from hexapla.revise.chain import longest
from hexapla.revise.diff import diff
from hexapla.revise.division import Divide
from hexapla.revise.flow import holders, replaced
from hexapla.revise.similar import Bead
from hexapla.revise.unit import Sentence, sentences_of, words_of


@dataclass(frozen=True)
class Revised:
    """A revised text, the next free number, and the fate of every unit: in its order, then those that are gone."""

    text: Text
    next: int
    fates: tuple[Fated, ...]
    renamed: Mapping[str, str]
    """What the units of the file are called now, by what they were called in it."""


def revised(
    old: Text,
    new: Text,
    *,
    next: int,
    is_own: bool = False,
    marked: Collection[str] = (),
    gone: Mapping[str, str] | None = None,
    has_header: bool = False,
    by_sentence: bool = True,
    divide: Divide = segment.sentences,
) -> Revised:
    """Return a new state of a text, in which what is the same bears the ids of the old one.

    ``new`` is segmented; its ids mean nothing unless it is the text's own TEI (``is_own``). ``marked`` are the ids of
    the units that the file itself divides; elsewhere decisions by hand hold where their words stay. ``gone`` are the
    units that the text had once, and what they said: no other sentence gets their ids. Unless the file ``has_header``
    that of the old text stays. ``by_sentence`` and ``divide`` are how the text is segmented.
    """
    body, aside = new.body, gone or {}
    if len(marked) < len(new.units):
        was, now = holders(old.body, old.lang), holders(body, new.lang)
        body = division.divided(was, now, body, divide, by_sentence=by_sentence, marked=marked)
    if is_own:
        body = inherit.untwinned(body)
    before, after = sentences_of(old.body, old.lang), sentences_of(body, new.lang)
    given = own.given(before, after, aside) if is_own else own.nothing(len(after))
    beads = _matched(before, after, given)
    names = naming.Names({*(one.id for one in before), *aside}, max([next, *given.numbers]))
    ids = naming.named(beads, [one.id for one in before], given.ids, names, given.back)
    body = replaced(
        body, _units(before, after, beads, ids, is_own=is_own, has_markup=markup.has_markup(body))
    )
    renamed = {one.id: name for one, name in zip(after, ids, strict=True)}
    if not is_own:
        body = inherit.inherited(old.body, body, renamed)
    text = _text(old, new, body, is_own=is_own, has_header=has_header)
    return Revised(text, names.next, _fates(text, before, beads), renamed)


def _matched(old: Sequence[Sentence], new: Sequence[Sentence], given: own.Given) -> list[Bead]:
    """Return which old units are which new ones: by id, by their text, by likeness in the order of the text."""
    pairs = dict(given.pairs)
    parted = own.parted(pairs, old, new, given.back)
    held = {place for bead in parted for place in bead.old}, {place for bead in parted for place in bead.new}
    for name in ("form", "plain"):
        exact.match(
            _left(old, name, {*held[0], *pairs.values()}),
            _left(new, name, {*held[1], *given.back, *pairs}),
            pairs,
        )
    made = [*(Bead((was,), (now,)) for now, was in pairs.items()), *parted]
    olds, news = _left(old, "folded", {*held[0], *pairs.values()}), _left(new, "folded", {*held[1], *pairs})
    return sorted([*made, *similar.match(olds, news, made, given.back)], key=lambda bead: bead.new)


def _left(units: Sequence[Sentence], name: str, held: set[int]) -> list[str]:
    """Return what of units is compared, nothing for those whose match is known: it need not be worked out."""
    return ["" if place in held else str(getattr(one, name)) for place, one in enumerate(units)]


def _units(
    old: Sequence[Sentence],
    new: Sequence[Sentence],
    beads: Sequence[Bead],
    ids: Sequence[str],
    *,
    is_own: bool,
    has_markup: bool,
) -> dict[int, Element]:
    """Return the new units with their ids and numbers, by the identity of their elements."""
    n: str | None
    numbers: dict[int, str | None] = {}
    contents: dict[int, Element] = {}
    for bead in beads:
        first = old[bead.old[0]]
        own_n = first.element.get("n")
        for place in bead.new:
            keeps = ids[place] in {old[was].id for was in bead.old}
            numbers[place] = (own_n or None) if keeps else naming.number(ids[place], own_n)
        if len(bead.old) == len(bead.new) == 1 and not (is_own or has_markup):
            now = new[bead.new[0]]
            if first.plain == now.plain and first.form != now.form:
                contents[bead.new[0]] = markup.kept(first.element, now.element)
    made = {}
    for place, one in enumerate(new):
        element = contents.get(place, one.element)
        n = numbers.get(place, ids[place][1:])
        if is_own and one.id == ids[place]:
            n = element.get("n") or None  # such as the file has it
        made[id(one.element)] = element.with_attributes(xml_id=ids[place], n=n)
    return made


def _text(old: Text, new: Text, body: Element, *, is_own: bool, has_header: bool) -> Text:
    if is_own:
        return replace(new, body=body, blocks=blocks.find(body))
    if has_header:
        return replace(new, id=old.id, lang=old.lang, body=body, blocks=blocks.find(body))
    title, head = old.title, old.header
    if new.title != title and title == _first_head(old):
        title, head = new.title, headers.with_title(head, new.title)
    body = Element(body.tag, old.body.attributes, body.content)
    return Text(old.id, old.lang, title, head, body, blocks.find(body))


def _first_head(text: Text) -> str:
    """Return what the head says that a text begins with: plain files have their title from it."""
    first = text.blocks[0] if text.blocks else None
    if first is None or first.kind != "head":
        return ""
    return " ".join(inline.plain(unit.source) for unit in first.units)


def _fates(text: Text, old: Sequence[Sentence], beads: Sequence[Bead]) -> tuple[Fated, ...]:
    """Return the fate of every unit."""
    single = [(bead.new[0], bead.old[0]) for bead in beads if len(bead.new) == len(bead.old) == 1]
    in_order = dict(longest(single))
    of = {place: bead for bead in beads for place in bead.new}
    every = [of.get(place, Bead((), (place,))) for place in range(len(text.units))]
    firsts = [bead for place, bead in enumerate(every) if bead.new[0] == place]
    held = {place for bead in beads for place in bead.old}
    return (
        *(_fated(text, old, bead, moved=bead.new[0] not in in_order) for bead in firsts),
        *(
            Fated(Fate.REMOVED, (one.id,), (), count(one.plain))
            for place, one in enumerate(old)
            if place not in held
        ),
    )


def _fated(text: Text, old: Sequence[Sentence], bead: Bead, *, moved: bool) -> Fated:
    """Return the fate of the units of a bead."""
    before, after = [old[place] for place in bead.old], [text.units[place] for place in bead.new]
    now = " ".join(words_of(unit.source) for unit in after)
    if not before:
        fate = Fate.NEW
    elif len(after) > len(before):
        fate = Fate.SPLIT
    elif len(before) > len(after):
        fate = Fate.MERGED
    elif before[0].source != after[0].source:
        fate = Fate.EDITED
    else:
        fate = Fate.MOVED if moved else Fate.SAME
    changed = diff(" ".join(one.plain for one in before), now) if fate in TOUCHED else ()
    ids = tuple(one.id for one in before), tuple(unit.id for unit in after)
    return Fated(fate, *ids, count(now), changed)
