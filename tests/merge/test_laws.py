"""The laws of a three-way merge: what one side changed is taken, equal changes are one, no text disappears.

They hold of a desk that meets a file (``merge.plan``, carried out on a desk that is a list of entries) and of three
catalogs in git (``merge.three``); with joins, omissions, places, other orders, obsolete and doubled entries.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from entry_texts import TEXTS, UNITS, catalog, entries, entry, languages, shuffled, source, written
from hexapla.formats import po
from hexapla.formats.po import Catalog, CatalogEntry, grammar
from hexapla.merge import Plan, plan, three
from hexapla.merge.catalog import mark
from hexapla.model.catalog import Entry, State, Suggestion

MANY = settings(max_examples=100, deadline=None)
Writer = Callable[[Sequence[Entry], Sequence[Entry]], list[CatalogEntry]]


@dataclass
class Desk:
    """What a desk remembers of a language; ``synced`` is its last meeting with the file."""

    entries: list[Entry]
    synced: dict[str, str] = field(default_factory=dict)
    known: dict[str, dict[str, int]] = field(default_factory=dict)
    number: int = 0

    def __post_init__(self) -> None:
        for unit in UNITS:
            self.known.setdefault(unit, {})[entry(unit).hash] = 0
        self.note(self.entries)

    def note(self, entries: Iterable[Entry]) -> None:
        """Remember that entries have been as they are."""
        for one in entries:
            self.number += 1
            self.known.setdefault(one.context, {})[one.hash] = self.number

    def agree(self) -> None:
        """Remember that the file says the same."""
        self.synced = {one.context: mark(one) for one in self.entries}

    def become(self, entries: Sequence[Entry]) -> None:
        """Change all that differs, as people do."""
        self.note(one for one in entries if one not in self.entries)
        self.entries = list(entries)

    def meet(self, file: Iterable[CatalogEntry]) -> Plan:
        """Compare a file and carry out the plan."""
        read = [(grammar.read(one), one) for one in file]
        made = plan(
            self.entries,
            [(entry, entry.hash, grammar.base(one)) for entry, one in read],
            synced=self.synced,
            known=self.known,
            source=source,
            over={entry.hash: over for entry, one in read if (over := grammar.lineage(one))},
        )
        taken = {unit for one in made.take for unit in one.units}
        kept = [one for one in self.entries if not taken.intersection(one.units)]
        self.become([*kept, *map(self._beside, made.take)])
        for mine, text in made.suggest:
            at = next(one for one in self.entries if set(one.units) & set(mine.units))
            offered = replace(at, suggestions=(*at.suggestions, Suggestion(text, origin="sync")))
            self.entries[self.entries.index(at)] = offered
        return made

    def _beside(self, taken: Entry) -> Entry:
        """Keep what was said beside an entry: a desk closes nothing because a file is silent."""
        before = next((one for one in self.entries if one.context == taken.context), taken)
        return replace(
            taken,
            suggestions=tuple(dict.fromkeys((*before.suggestions, *taken.suggestions))),
            comments=tuple(dict.fromkeys((*before.comments, *taken.comments))),
        )

    def texts(self) -> set[str]:
        """Return every text that can still be read, or be taken up again."""
        return {text for one in self.entries for text in (one.msgstr, *(s.text for s in one.suggestions))}


def met(base: Sequence[Entry]) -> Desk:
    desk = Desk(list(base))
    desk.agree()
    return desk


def said(entries: Iterable[Entry]) -> dict[str, tuple[object, ...]]:
    """Return what entries say, but for comments, which nobody takes back by leaving them out."""
    return {one.context: (one.msgid, one.msgstr, one.state, one.reason, one.place) for one in entries}


def commented(entries: Iterable[Entry]) -> set[str]:
    return {comment.text for one in entries for comment in one.comments}


def by_hexapla(base: Sequence[Entry], x: Sequence[Entry]) -> list[CatalogEntry]:
    """Write what another clone has made of a catalog that both had."""
    before = {one.context: written(one) for one in base}
    now = {one.context for one in x}
    made = []
    for one in x:
        instead = [
            before[old.context] for old in base if old.context not in now and set(old.units) & set(one.units)
        ]
        made.append(written(one, before.get(one.context), instead))
    return made


def by_another(base: Sequence[Entry], x: Sequence[Entry]) -> list[CatalogEntry]:
    """Write what another program has made of it: texts and flags are changed, the comments are left as they are.

    Who groups units by hand translates them too: an empty entry without comment is one that was there before.
    """
    before = {one.context: written(one) for one in base}
    return [
        replace(
            before.get(one.context, CatalogEntry(one.msgid, msgctxt=one.context)),
            msgid=one.msgid,
            msgstr=one.msgstr or ("" if one.context in before else "Neu."),
            flags=("fuzzy",) if one.state is State.NEEDS_WORK else (),
        )
        for one in x
    ]


writers = st.sampled_from((by_hexapla, by_another))


# A desk and a file


@MANY
@given(languages(), languages(), st.data())
def test_a_file_that_did_not_change_leaves_the_desk_as_it_is(
    base: list[Entry], x: list[Entry], data: st.DataObject
) -> None:
    """merge(b, x, b) = x."""
    desk = met(base)
    desk.become(x)
    made = desk.meet(data.draw(st.permutations([written(one) for one in base])))
    assert said(desk.entries) == said(x) and made.suggest == ()


@MANY
@given(languages(), shuffled(languages()), writers)
def test_what_only_the_file_changed_is_taken(base: list[Entry], x: list[Entry], write: Writer) -> None:
    """merge(b, b, x) = x."""
    desk, file = met(base), write(base, x)
    made = desk.meet(file)
    assert said(desk.entries) == said(map(grammar.read, file)) and made.suggest == ()
    assert commented([*base, *map(grammar.read, file)]) <= commented(desk.entries)


@MANY
@given(languages(), shuffled(languages()), writers)
def test_equal_changes_are_one(base: list[Entry], x: list[Entry], write: Writer) -> None:
    """merge(b, x, x) = x."""
    desk, file = met(base), write(base, x)
    changed = [grammar.read(one) for one in file]
    desk.become(changed)
    made = desk.meet(file)
    assert said(desk.entries) == said(changed) and made.suggest == ()


@MANY
@given(languages(), languages(), shuffled(languages()), writers, st.data())
def test_no_text_disappears(
    base: list[Entry], x: list[Entry], y: list[Entry], write: Writer, data: st.DataObject
) -> None:
    """Of two sides that changed; with entries missing from the file, and others in it twice."""
    desk = met(base)
    desk.become(x)
    lost = data.draw(st.lists(st.sampled_from(y), unique_by=lambda one: one.context, max_size=2))
    doubled = [replace(data.draw(entries(one.context)), msgid="Of another text.") for one in y[:1]]
    file = write(base, [*(one for one in y if one not in lost), *doubled])
    known = {hash_ for hashes in desk.known.values() for hash_ in hashes}
    desk.meet(file)
    read = [grammar.read(one) for one in file]
    had = {one.msgstr for one in base} | {""}
    assert {one.msgstr for one in x} - had <= desk.texts(), "ours"
    had |= {one.msgstr for one in x}
    assert {one.msgstr for one in read if one.hash not in known} - had <= desk.texts(), "theirs"
    assert commented([*x, *read]) <= commented(desk.entries)
    reasons = {one.reason for one in (*x, *read)} - {one.reason for one in base} - {""}
    assert reasons <= commented(desk.entries) | {one.reason for one in desk.entries}
    assert sorted(unit for one in desk.entries for unit in one.units) == list(UNITS)


@MANY
@given(languages(), languages(), shuffled(languages()), writers)
def test_to_meet_again_changes_nothing(
    base: list[Entry], x: list[Entry], y: list[Entry], write: Writer
) -> None:
    desk, file = met(base), write(base, y)
    desk.become(x)
    made = desk.meet(file)
    desk.synced |= made.met
    after = list(desk.entries)
    again = desk.meet(file)
    assert (said(desk.entries), again.suggest) == (said(after), ())


@st.composite
def histories(draw: st.DrawFn) -> list[list[Entry]]:
    """A language as it was at some times; whatever changed got words that it never had before."""
    past: list[list[Entry]] = []
    for nth in range(draw(st.integers(2, 4))):
        before = {one.context: one for one in past[-1]} if past else {}
        past.append(
            [
                before[one.context]
                if one.context in before and draw(st.booleans())
                else replace(one, msgstr=f"Fassung {nth}.", state=State.TRANSLATED, reason="")
                for one in draw(languages())
            ]
        )
    return past


@MANY
@given(histories(), st.data())
def test_a_copy_of_any_age_put_back_changes_no_text(past: list[list[Entry]], data: st.DataObject) -> None:
    desk = met(past[0])
    files = [[written(one) for one in past[0]]]
    for earlier, now in pairwise(past):
        desk.become(now)
        desk.agree()
        files.append(by_hexapla(earlier, now))
    texts = {one.context: one.msgstr for one in desk.entries}
    made = desk.meet(data.draw(st.sampled_from(files)))
    assert {one.context: one.msgstr for one in desk.entries} == texts
    assert made.suggest == ()


# Three catalogs in git


def catalogs(of: st.SearchStrategy[list[Entry]]) -> st.SearchStrategy[Catalog]:
    gone = st.lists(st.sampled_from(("Weg.", "Fort.")), unique=True, max_size=2)
    return st.builds(lambda made, gone: catalog(*map(written, made), gone=gone), of, gone)


any_catalog = catalogs(shuffled(languages()))


@MANY
@given(any_catalog, any_catalog)
def test_in_git_what_one_side_or_both_alike_changed_is_taken_byte_for_byte(base: Catalog, x: Catalog) -> None:
    for sides in ((base, x, base), (base, base, x), (base, x, x)):
        merged = three.merge(*sides)
        assert po.serialize(merged.catalog) == po.serialize(x)
        assert merged.conflicts == ()


@MANY
@given(any_catalog, any_catalog, any_catalog)
def test_in_git_no_text_disappears(base: Catalog, x: Catalog, y: Catalog) -> None:
    merged = three.merge(base, x, y).catalog
    again = po.parse(po.serialize(merged), file="t.po")
    assert [grammar.read(one) for one in again.entries] == [grammar.read(one) for one in merged.entries]
    before = {(one.msgctxt, one.msgid, one.msgstr, one.obsolete) for one in base.entries}
    changed = [
        one
        for side in (x, y)
        for one in side.entries
        if (one.msgctxt, one.msgid, one.msgstr, one.obsolete) not in before
    ]
    kept = {one.msgstr for one in merged.entries}
    kept |= {offer.text for one in merged.entries for offer in grammar.read(one).suggestions}
    assert {one.msgstr for one in changed} - {""} <= kept
    live = [grammar.read(one) for one in merged.entries if not one.obsolete]
    assert sorted(unit for one in live for unit in one.units) == list(UNITS)


@MANY
@given(any_catalog, any_catalog, any_catalog)
def test_in_git_either_order_ends_with_the_same_words(base: Catalog, x: Catalog, y: Catalog) -> None:
    """Whoever merges first: the two may differ in which text stands, never in which texts there are."""

    def words(sides: tuple[Catalog, Catalog]) -> set[str]:
        made = three.merge(base, *sides).catalog
        offers = {offer.text for one in made.entries for offer in grammar.read(one).suggestions}
        return {one.msgstr for one in made.entries if not one.obsolete} | offers

    new = {one.msgstr for side in (x, y) for one in side.entries} - {""}
    new -= {one.msgstr for one in base.entries}
    assert words((x, y)) & new == words((y, x)) & new


@MANY
@given(catalogs(languages(regroup=False)), st.sampled_from(UNITS), st.sampled_from(UNITS))
def test_in_git_changes_of_different_units_come_together(base: Catalog, one: str, other: str) -> None:
    def changed(units: dict[str, str]) -> Catalog:
        made = tuple(
            replace(old, msgstr=units[str(old.msgctxt)]) if old.msgctxt in units and not old.obsolete else old
            for old in base.entries
        )
        return replace(base, entries=made)

    texts = {unit: f"Neu {unit}." for unit in {one, other}}
    sides = [changed({unit: texts[unit]}) for unit in (one, other)]
    merged = three.merge(base, *sides)
    assert merged.conflicts == ()
    assert po.serialize(merged.catalog) == po.serialize(changed(texts))


def test_the_words_of_these_tests_are_different() -> None:
    assert len({source([unit]) for unit in UNITS}) == len(UNITS) and len(set(TEXTS)) == len(TEXTS)
