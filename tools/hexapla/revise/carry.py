"""What becomes of a language's entries when units of their text were split, merged or removed, or are there again."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hexapla.model.catalog import Comment, Entry, State, Suggestion
from hexapla.model.languages import language
from hexapla.model.mend import Effect
from hexapla.model.revised import Fate, Fated
from hexapla.model.text import Text

ORIGIN = "revise"
"""The origin of a suggestion that is the translation of words that were removed and are there again."""


@dataclass(frozen=True)
class Carrier:
    """Carries the entries of each language over from a text to its revision (``model.change.Carry``).

    ``aside`` are the entries of each language whose units are gone, and ``known`` the units that the text had once.
    """

    text: Text
    fates: Sequence[Fated]
    aside: Mapping[str, Sequence[Entry]]
    known: Collection[str] = ()

    def __call__(self, lang: str, entries: tuple[Entry, ...]) -> Iterator[Entry]:
        """Yield the entries that stand for those of changed units, and what is offered for new ones."""
        became = {unit: one.after for one in self.fates for unit in one.before}
        for group in _groups(entries, became):
            yield from self._carried(lang, group, became)
        yield from self._offers(lang)

    def _carried(
        self, lang: str, group: Sequence[Entry], became: Mapping[str, tuple[str, ...]]
    ) -> Iterator[Entry]:
        every = (unit for one in group for old in one.units for unit in became.get(old, (old,)))
        units = tuple(dict.fromkeys(every))
        if not units or (len(group) == 1 and units == group[0].units):
            return
        if len(group) == 1 and len(group[0].units) == 1:
            yield from _omitted(group[0], units)
            return
        between = " " if language(self.text.lang).spaced else ""
        source = between.join(self.text.places[unit][1].source for unit in units)
        same = source == between.join(one.msgid for one in group)
        yield _joined(group, units, between=between, target=" " if language(lang).spaced else "", same=same)

    def _offers(self, lang: str) -> Iterator[Entry]:
        """Offer what was made for words that had been removed, where they are there again."""
        made: defaultdict[str, list[Entry]] = defaultdict(list)
        for one in self.aside.get(lang, ()):
            if one.msgstr:
                made[one.msgid].append(one)
        for fated in self.fates:
            if not made or fated.fate is not Fate.NEW or fated.after[0] in self.known:
                continue
            source = self.text.places[fated.after[0]][1].source
            offered = {
                one.msgstr: Suggestion(one.msgstr, one.by, one.at, ORIGIN) for one in made.get(source, ())
            }
            if offered:
                yield Entry(fated.after, source, suggestions=tuple(offered.values()))


def _groups(entries: Sequence[Entry], became: Mapping[str, tuple[str, ...]]) -> Iterable[list[Entry]]:
    """Return the entries that share what their units became, in their order."""
    group_of: dict[str, list[int]] = {}
    for nth, one in enumerate(entries):
        units = [unit for old in one.units for unit in became.get(old, (old,))]
        others = {id(group_of[unit]): group_of[unit] for unit in units if unit in group_of}
        whole = sorted({nth, *(place for group in others.values() for place in group)})
        for place in whole:
            for old in entries[place].units:
                group_of.update(dict.fromkeys(became.get(old, (old,)), whole))
    groups = {group[0]: group for group in group_of.values()}
    return [[entries[place] for place in groups[first]] for first in sorted(groups)]


def _omitted(one: Entry, units: tuple[str, ...]) -> Iterator[Entry]:
    """What was left out on purpose stays so in all of its parts; a text stays with the first, as any text does."""
    if one.state is State.OMITTED:
        for unit in units:
            yield Entry((unit,), "", state=one.state, reason=one.reason, place=one.place)


def _joined(
    group: Sequence[Entry], units: tuple[str, ...], *, between: str, target: str, same: bool
) -> Entry:
    """Return one entry of all units with everything that was said in, and of, those that it is made of."""
    texts = [one for one in group if one.msgstr]
    first = texts[0] if texts else group[0]
    reasons = [one for one in group if one.state is State.OMITTED]
    whole = not texts or len(texts) == len(group)
    states = [one.state for one in texts or group]
    state = min(states, key=lambda state: state.rank) if same and whole else State.NEEDS_WORK
    if not texts:
        state = State.OMITTED if len(reasons) == len(group) else State.UNTRANSLATED
    notes = [Comment(one.reason, one.by, one.at) for one in reasons if state is not State.OMITTED]
    return replace(
        first,
        units=units,
        msgstr=target.join(one.msgstr for one in texts),
        state=state,
        previous=between.join(one.previous or one.msgid for one in group)
        if state is State.NEEDS_WORK
        else None,
        reason="; ".join(dict.fromkeys(one.reason for one in reasons)) if state is State.OMITTED else "",
        waivers=tuple(waiver for one in group for waiver in one.waivers),
        suggestions=tuple(offered for one in group for offered in one.suggestions),
        comments=(*(said for one in group for said in one.comments), *notes),
    )


def effect(
    lang: str, entries: Iterable[Entry], fates: Sequence[Fated], minor: Collection[str] = ()
) -> Effect:
    """Return what a revision does to the translations of a language; ``minor`` are units that were only corrected."""
    fate_of = {unit: one for one in fates for unit in one.before}
    count: Counter[str] = Counter()
    states: Counter[State] = Counter()
    words: dict[tuple[str, ...], int] = {}
    for one in entries:
        if not one.msgstr and one.state is not State.OMITTED:
            continue
        fated = {fate_of[unit].after: fate_of[unit] for unit in one.units if unit in fate_of}
        kind = _kind(one, list(fated.values()), minor)
        count[kind] += len(one.units)
        if kind != "kept":
            states[one.state] += len(one.units)
        if kind in ("work", "divided"):
            words.update((after, each.words) for after, each in fated.items() if after)
    ordered = tuple((state, states[state]) for state in State if states[state])
    return Effect(
        lang, count["kept"], count["work"], count["divided"], count["aside"], sum(words.values()), ordered
    )


def _kind(one: Entry, fated: Sequence[Fated], minor: Collection[str]) -> str:
    found = {each.fate for each in fated if not (each.fate is Fate.EDITED and each.after[0] in minor)}
    if found == {Fate.REMOVED}:
        return "aside"
    if one.state is State.OMITTED:
        return "kept"
    if found & {Fate.SPLIT, Fate.MERGED}:
        return "divided"
    return "work" if found & {Fate.EDITED, Fate.REMOVED} else "kept"
