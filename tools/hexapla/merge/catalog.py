"""The plan for one catalog: what each of its entries does to the desk, before anything is done.

A join made on one side only is taken like a change of text: entries are compared in clusters that share units, and a
cluster whose shape differs is taken from the file only if the desk has not touched any of it since. Whatever the
verdict, what the file says beside a text (suggestions, comments, waivers) is added to what is said here.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hexapla.merge.beside import with_reason, with_remarks, with_said
from hexapla.merge.cluster import Theirs, verdicts
from hexapla.merge.entry import Verdict, decide, state_of_same, state_of_theirs
from hexapla.model.catalog import Entry, State, entry_hash

Known = Mapping[str, Mapping[str, int]]
"""Every hash that an entry has had, by its context, with the number of the newest revision that had it."""


@dataclass(frozen=True)
class Step:
    """One entry's part in a plan: the verdict, the desk's entry and the file's."""

    verdict: Verdict
    ours: Entry
    theirs: Entry


@dataclass(frozen=True)
class Plan:
    """What a file does to a language of a text.

    ``take`` are entries to store, ``suggest`` pairs of an entry of ours and the file's losing text, ``met`` what both
    sides will remember as agreed (context → ``mark``), ``unknown`` contexts that no unit of the text answers to.
    """

    take: tuple[Entry, ...] = ()
    suggest: tuple[tuple[Entry, str], ...] = ()
    met: dict[str, str] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def older(self) -> tuple[Step, ...]:
        """Entries of the file that are older copies of ours."""
        return tuple(step for step in self.steps if step.verdict == Verdict.OLDER)


APART = ""
"""The mark of a context that was regrouped: both sides agree that there is no such entry."""


def mark(entry: Entry, over: Sequence[str] = ()) -> str:
    """Write what two sides agreed on: the content's hash, the state, a digest of reason and place, earlier texts.

    A desk that was made anew has no history; from the marks it still knows an older copy when it sees one.
    """
    return f"{entry.hash} {entry.state} {_aside(entry)} {','.join(over)}".rstrip()


def unmark(synced: str | None) -> tuple[str | None, State | None, str]:
    """Read what ``mark`` wrote; Nones for a context that was never agreed on, or is apart."""
    if not synced:
        return None, None, ""
    hash_, state, aside = (*synced.split(" "), "", "")[:3]
    return hash_, State(state) if state else None, aside


def remembered(known: Known, synced: Mapping[str, str]) -> Known:
    """Return the hashes that entries have had here, and those that the marks still name, which are older (-1)."""
    earlier = {
        context: dict.fromkeys(value.split(" ")[3].split(","), -1)
        for context, value in synced.items()
        if value.count(" ") == 3
    }
    return {**known, **{context: {**hashes, **known.get(context, {})} for context, hashes in earlier.items()}}


def _aside(entry: Entry) -> str:
    """Return a digest of what an entry says that neither its hash nor its state tell; empty if that is nothing."""
    if not entry.reason and entry.place is None:
        return ""
    return hashlib.sha256(repr((entry.reason, entry.place)).encode()).hexdigest()[:8]


def plan(
    ours: Iterable[Entry],
    file: Iterable[tuple[Entry, str, str | None]],
    *,
    synced: Mapping[str, str],
    known: Known,
    source: Callable[[tuple[str, ...]], str],
    trust: str = "states",
    take_file: bool = False,
    over: Mapping[str, tuple[str, ...]] | None = None,
) -> Plan:
    """Plan a catalog. ``file`` holds (entry, hash as written, base); ``synced`` and ``known`` are the desk's memory.

    ``source`` returns the present msgid of one or more units; ``over`` what the file's texts were put over, by the
    hash as written.
    """
    by_context = {entry.context: entry for entry in ours}
    owner = {unit: entry for entry in by_context.values() for unit in entry.units}
    made = _Plan(trust=trust, take_file=take_file, synced=synced, known=known, source=source)
    entries = [Theirs(entry, hash_, base, (over or {}).get(hash_, ())) for entry, hash_, base in file]
    claims = Counter(unit for one in entries for unit in one.entry.units)
    chosen = _chosen(entries, by_context)
    for one in entries:
        mine = by_context.get(one.entry.context)
        if mine is not None and chosen[one.entry.context] is one:
            made.same_shape(mine, one)
        elif all(unit in owner for unit in one.entry.units):
            holders = list(dict.fromkeys(owner[unit] for unit in one.entry.units))
            made.other_shape(holders, one, once=all(claims[unit] == 1 for unit in one.entry.units))
        else:
            made.unknown.append(one.entry.context)
    return made.done()


def _chosen(entries: list[Theirs], ours: Mapping[str, Entry]) -> dict[str, Theirs]:
    """Return by context the entry that counts: of several with different msgids the one with ours, else the first."""
    chosen: dict[str, Theirs] = {}
    for one in entries:
        context = one.entry.context
        mine = ours.get(context)
        fits = mine is not None and one.entry.msgid == mine.msgid
        if context not in chosen or (fits and chosen[context].entry.msgid != one.entry.msgid):
            chosen[context] = one
    return chosen


class _Plan:
    """A plan in the making."""

    def __init__(
        self,
        *,
        trust: str,
        take_file: bool,
        synced: Mapping[str, str],
        known: Known,
        source: Callable[[tuple[str, ...]], str],
    ) -> None:
        self.trust, self.take_file, self.synced, self.known, self.source = (
            trust,
            take_file,
            synced,
            known,
            source,
        )
        self.take: dict[str, Entry] = {}
        self.suggest: list[tuple[Entry, str]] = []
        self.met: dict[str, str] = {}
        self.steps: list[Step] = []
        self.unknown: list[str] = []
        self.reshaped: list[tuple[list[Entry], Theirs]] = []

    def same_shape(self, mine: Entry, one: Theirs) -> None:
        """Decide an entry that both sides have."""
        theirs = one.entry
        agreed, agreed_state, aside = unmark(self.synced.get(mine.context))
        first = agreed is None
        if mine.state == State.UNTRANSLATED and agreed_state in (None, State.UNTRANSLATED):
            agreed, agreed_state = mine.hash, mine.state  # what has been empty here yields to any text
        verdict = decide(
            file=one.hash,
            ours=mine.hash,
            base=one.base,
            synced=agreed,
            known=self.known.get(mine.context, {}),
            take_file=self.take_file,
            over=one.over,
            unrevised=entry_hash(mine.context, mine.previous, mine.msgstr) if mine.previous else None,
        )
        self.steps.append(Step(verdict, mine, theirs))
        if verdict == Verdict.SAME:
            self._keep(mine, self._same(mine, theirs, agreed_state, aside, first=first))
        elif verdict == Verdict.THEIRS:
            taken = self._taken(mine.msgid, theirs)
            self._keep(mine, with_reason(taken, mine) if _aside(mine) != aside else taken)
        else:
            if verdict == Verdict.CONFLICT:
                self._offer(mine, theirs.msgstr)
            new = with_remarks(mine, theirs)
            self._keep(mine, with_reason(new, theirs) if _aside(theirs) != aside else new)
        self.met[mine.context] = mark(theirs, one.over)

    def _same(self, mine: Entry, theirs: Entry, agreed: State | None, aside: str, *, first: bool) -> Entry:
        """Return our entry with the state, the reason and the place that the side that moved them has given it.

        At a first meeting the file is believed beside an entry that nobody has touched here, and no other.
        """
        state = state_of_same(file=theirs.state, ours=mine.state, synced=agreed, trust=self.trust)
        fresh = first and not (mine.by or mine.at or mine.place)
        moved = fresh or (not first and _aside(mine) == aside != _aside(theirs))
        of_theirs = state == theirs.state and (moved or state != mine.state)
        new = replace(
            mine,
            state=state,
            reason=theirs.reason if of_theirs else mine.reason,
            place=theirs.place if moved else mine.place,
        )
        if fresh:
            new = replace(new, by=theirs.by, at=theirs.at, previous=theirs.previous)
        for side in (mine, theirs):
            if _aside(side) != aside:
                new = with_reason(new, side)
        return with_remarks(new, theirs)

    def other_shape(self, mine: list[Entry], theirs: Theirs, *, once: bool) -> None:
        """Note an entry whose units the desk holds in another shape; it is decided with its whole cluster.

        One whose units the file has in a second entry (not ``once``) can only be kept as a suggestion.
        """
        if once:
            self.reshaped.append((mine, theirs))
        else:
            self._beside(mine, theirs.entry, Verdict.CONFLICT)

    def _beside(self, mine: list[Entry], theirs: Entry, verdict: Verdict) -> None:
        """Leave our entries as they are, and keep what the file's says beside the first of them."""
        self.steps.append(Step(verdict, mine[0], theirs))
        new = with_remarks(self.take.get(mine[0].context, mine[0]), theirs)
        if _aside(theirs) != unmark(self.synced.get(theirs.context))[2]:
            # An omission has the hash of an empty entry: its age cannot be told.
            new = with_reason(new, theirs)
        if verdict == Verdict.CONFLICT and theirs.msgstr not in [entry.msgstr for entry in mine]:
            self._offer(mine[0], theirs.msgstr)
        self._keep(mine[0], new)

    def _offer(self, mine: Entry, text: str) -> None:
        if text and (mine, text) not in self.suggest and text not in [one.text for one in mine.suggestions]:
            self.suggest.append((mine, text))

    def done(self) -> Plan:
        """Decide the clusters, and close the plan."""
        decided = self._decided() if self.reshaped else []
        for (mine, theirs), verdict in zip(self.reshaped, decided, strict=True):
            if verdict == Verdict.THEIRS:
                self.steps.append(Step(verdict, mine[0], theirs.entry))
                taken = self._taken(self.source(theirs.entry.units), theirs.entry)
                first = [entry for entry in mine if entry.units[0] in taken.units]
                for entry in first:
                    if _aside(entry) != unmark(self.synced.get(entry.context))[2]:
                        taken = with_reason(taken, entry)
                self.take[taken.context] = with_said(taken, first)
                self.met |= dict.fromkeys((entry.context for entry in mine), APART)
            else:
                self._beside(mine, theirs.entry, verdict)
        for (_mine, theirs), verdict in zip(self.reshaped, decided, strict=True):
            if verdict == Verdict.THEIRS:
                self.met[theirs.entry.context] = mark(theirs.entry, theirs.over)
        return Plan(
            tuple(self.take.values()), tuple(self.suggest), self.met, tuple(self.steps), tuple(self.unknown)
        )

    def _decided(self) -> list[Verdict]:
        known = {hash_: n for hashes in self.known.values() for hash_, n in hashes.items()}
        agreed = {context: unmark(value)[:2] for context, value in self.synced.items()}
        return verdicts(self.reshaped, agreed, known, take_file=self.take_file)

    def _taken(self, msgid: str, theirs: Entry) -> Entry:
        """Return the file's text as an entry of ours: a translation of another source needs work."""
        state = state_of_theirs(theirs.state, self.trust)
        previous = theirs.previous
        if theirs.msgid != msgid and theirs.msgstr:
            state, previous = State.NEEDS_WORK, theirs.msgid
        return replace(theirs, msgid=msgid, state=state, previous=previous)

    def _keep(self, mine: Entry, new: Entry) -> None:
        """Take an entry that differs from ours, with whatever was to be kept beside it already."""
        beside = self.take.get(mine.context)
        if beside is not None:
            new = with_remarks(new, beside)
        if new != mine:
            self.take[mine.context] = new
