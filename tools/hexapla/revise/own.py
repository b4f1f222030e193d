"""Units of a text's own TEI that somebody edited: known by their ids, where these are still to be believed."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from hexapla.formats.tei.twins import twin_of
from hexapla.model.names import UNIT, unit_number
from hexapla.revise import beads
from hexapla.revise.exact import Pairs
from hexapla.revise.similar import Bead
from hexapla.revise.unit import Sentence


@dataclass
class Given:
    """The ids that a file gives its units, ``""`` where it gives none that counts."""

    ids: list[str]
    pairs: Pairs = field(default_factory=dict)
    """Units that are an old one by their id."""
    back: dict[int, str] = field(default_factory=dict)
    """Units that had been removed and are there again, under the id that they had."""
    numbers: list[int] = field(default_factory=list)
    """The numbers after those that the file has given, to whatever: they are never given again."""


def nothing(count: int) -> Given:
    """Return what a file gives that knows nothing of the text's ids."""
    return Given([""] * count)


def given(old: Sequence[Sentence], new: Sequence[Sentence], gone: Mapping[str, str]) -> Given:
    """Return what a file of the text's own gives; of several units with one id that is the old one which says most of
    the same."""
    where = {one.id: place for place, one in enumerate(old)}
    found, claims = nothing(len(new)), defaultdict(list)
    for place, one in enumerate(new):
        name = twin_of(one.id) or one.id
        if UNIT.match(name):
            claims[name].append(place)
            found.numbers.append(unit_number(name) + 1)
    for name, places in claims.items():
        if name in where:
            was = old[where[name]]
            heir = max(places, key=lambda place: _likeness(was, new[place]))
            found.ids[heir] = name
            found.pairs[heir] = where[name]
        elif name not in gone:
            found.ids[places[0]] = name
        elif (back := _come_back(gone[name], new, places)) is not None:
            found.back[back] = found.ids[back] = name
    return found


def _likeness(old: Sentence, new: Sentence) -> float:
    if old.source == new.source:
        return 2.0
    return float(Indel.normalized_similarity(old.folded, new.folded))


def _come_back(source: str, new: Sequence[Sentence], places: Sequence[int]) -> int | None:
    """Return which unit is the one that was removed, if one is: an id is never reused for another sentence."""
    rated = [(Indel.normalized_similarity(source, new[place].source), -place) for place in places]
    alike, place = max(rated)
    return -place if alike >= beads.ALIKE else None


def parted(
    pairs: Pairs, old: Sequence[Sentence], new: Sequence[Sentence], held: Collection[int]
) -> list[Bead]:
    """Take from the pairs of changed units those whose words went to, or came from, a neighbour without a pair."""
    taken_old, taken_new = set(pairs.values()), {*pairs, *held}
    found = []
    for place, was in sorted(pairs.items()):
        if old[was].form == new[place].form:
            continue
        bead = _grown(Bead((was,), (place,)), old, new, taken_old, taken_new)
        if len(bead.old) + len(bead.new) > 2:
            taken_old.update(bead.old)
            taken_new.update(bead.new)
            found.append(bead)
    for bead in found:
        for place in bead.new:
            pairs.pop(place, None)
    return found


def _grown(
    bead: Bead, old: Sequence[Sentence], new: Sequence[Sentence], taken_old: set[int], taken_new: set[int]
) -> Bead:
    """Return a bead with the neighbours that it is worth more with; they are all on one side."""
    best, worth = bead, _worth(bead, old, new)
    for _step in range(2):
        first, last, top, end = best.new[0], best.new[-1], best.old[0], best.old[-1]
        wider = []
        if len(best.old) == 1:
            wider += [Bead(best.old, (*best.new, last + 1))] if _free(last + 1, new, taken_new) else []
            wider += [Bead(best.old, (first - 1, *best.new))] if _free(first - 1, new, taken_new) else []
        if len(best.new) == 1:
            wider += [Bead((*best.old, end + 1), best.new)] if _free(end + 1, old, taken_old) else []
            wider += [Bead((top - 1, *best.old), best.new)] if _free(top - 1, old, taken_old) else []
        for candidate in wider:
            if (gain := _worth(candidate, old, new)) > worth:
                best, worth = candidate, gain
    return best


def _free(place: int, units: Sequence[Sentence], taken: set[int]) -> bool:
    return 0 <= place < len(units) and place not in taken


def _worth(bead: Bead, old: Sequence[Sentence], new: Sequence[Sentence]) -> float:
    return beads.score([old[place].folded for place in bead.old], [new[place].folded for place in bead.new])
