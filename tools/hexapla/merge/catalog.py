"""The plan for one catalog: what each of its entries does to the desk, before anything is done.

A join made on one side only is taken like a change of text: entries are compared in clusters that share units, and a
cluster whose shape differs is taken from the file only if the desk has not touched any of it since the last meeting.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from hexapla.merge.entry import Verdict, decide, state_of_same, state_of_theirs
from hexapla.model.catalog import Entry, State


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
    sides will remember as agreed (context → "hash state"), ``unknown`` contexts that no unit of the text answers to.
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


def mark(hash_: str, state: State) -> str:
    """Write what two sides agreed on: the content's hash and the state."""
    return f"{hash_} {state}"


def unmark(synced: str | None) -> tuple[str | None, State | None]:
    """Read what ``mark`` wrote."""
    if not synced:
        return None, None
    hash_, _space, state = synced.partition(" ")
    return hash_, State(state) if state else None


def plan(
    ours: Iterable[Entry],
    file: Iterable[tuple[Entry, str, str | None]],
    *,
    synced: Mapping[str, str],
    known: Mapping[str, Mapping[str, int]],
    source: Callable[[tuple[str, ...]], str],
    trust: str = "states",
    take_file: bool = False,
) -> Plan:
    """Plan a catalog. ``file`` holds (entry, hash as written, base); ``synced`` and ``known`` are the desk's memory.

    ``source`` returns the present msgid of one or more units.
    """
    by_context = {entry.context: entry for entry in ours}
    owner = {unit: entry for entry in by_context.values() for unit in entry.units}
    made = _Plan(trust=trust, take_file=take_file, synced=synced, known=known, source=source)
    entries = list(file)
    claims = Counter(unit for entry, _hash, _base in entries for unit in entry.units)
    for entry, hash_, base in entries:
        mine = by_context.get(entry.context)
        if mine is not None:
            made.same_shape(mine, entry, hash_, base)
        elif all(unit in owner for unit in entry.units):
            once = all(claims[unit] == 1 for unit in entry.units)
            made.other_shape([owner[unit] for unit in entry.units], entry, once=once)
        else:
            made.unknown.append(entry.context)
    return made.done()


class _Plan:
    """A plan in the making."""

    def __init__(
        self,
        *,
        trust: str,
        take_file: bool,
        synced: Mapping[str, str],
        known: Mapping[str, Mapping[str, int]],
        source: Callable[[tuple[str, ...]], str],
    ) -> None:
        self.trust, self.take_file, self.synced, self.known, self.source = (
            trust,
            take_file,
            synced,
            known,
            source,
        )
        self.take: list[Entry] = []
        self.suggest: list[tuple[Entry, str]] = []
        self.met: dict[str, str] = {}
        self.steps: list[Step] = []
        self.unknown: list[str] = []
        self.reshaped: list[tuple[list[Entry], Entry]] = []

    def same_shape(self, mine: Entry, theirs: Entry, hash_: str, base: str | None) -> None:
        """Decide an entry that both sides have."""
        agreed, agreed_state = unmark(self.synced.get(mine.context))
        first = agreed is None
        if first and mine.state == State.UNTRANSLATED:
            agreed, agreed_state = (
                mine.hash,
                mine.state,
            )  # what is empty here yields to any text
        verdict = decide(
            file=hash_,
            ours=mine.hash,
            base=base,
            synced=agreed,
            known=self.known.get(mine.context, {}),
            take_file=self.take_file,
        )
        self.steps.append(Step(verdict, mine, theirs))
        if verdict == Verdict.SAME:
            state = state_of_same(file=theirs.state, ours=mine.state, synced=agreed_state, trust=self.trust)
            new = replace(
                mine,
                state=state,
                reason=theirs.reason if state == theirs.state else mine.reason,
                place=theirs.place if first else mine.place,
            )
            if first:
                new = replace(new, by=theirs.by or mine.by, at=theirs.at or mine.at, previous=theirs.previous)
            self._keep(mine, _with_remarks(new, theirs))
        elif verdict == Verdict.THEIRS:
            self._keep(mine, self._taken(mine.msgid, theirs))
        elif verdict == Verdict.CONFLICT and theirs.msgstr:
            self.suggest.append((mine, theirs.msgstr))
        self.met[mine.context] = mark(hash_, theirs.state)

    def other_shape(self, mine: list[Entry], theirs: Entry, *, once: bool) -> None:
        """Note an entry whose units the desk holds in another shape; it is decided with its whole cluster.

        One whose units the file has in a second entry (not ``once``) can only be kept as a suggestion.
        """
        if once:
            self.reshaped.append((list(dict.fromkeys(mine)), theirs))
        else:
            self._keep_beside(mine, theirs)

    def _keep_beside(self, mine: list[Entry], theirs: Entry) -> None:
        self.steps.append(Step(Verdict.CONFLICT, mine[0], theirs))
        if theirs.msgstr and theirs.msgstr not in [entry.msgstr for entry in mine]:
            self.suggest.append((mine[0], theirs.msgstr))

    def done(self) -> Plan:
        """Decide the clusters, and close the plan."""
        for mine, theirs in self.reshaped:
            covered = {unit for entry in mine for unit in entry.units}
            siblings = [other for _mine, other in self.reshaped if set(other.units) <= covered]
            whole = {unit for other in siblings for unit in other.units} == covered
            untouched = all(unmark(self.synced.get(e.context))[0] == e.hash or not e.msgstr for e in mine)
            if whole and (untouched or self.take_file):
                self.steps.append(Step(Verdict.THEIRS, mine[0], theirs))
                self.take.append(self._taken(self.source(theirs.units), theirs))
                self.met[theirs.context] = mark(theirs.hash, theirs.state)
            else:
                self._keep_beside(mine, theirs)
        return Plan(tuple(self.take), tuple(self.suggest), self.met, tuple(self.steps), tuple(self.unknown))

    def _taken(self, msgid: str, theirs: Entry) -> Entry:
        """Return the file's text as an entry of ours: a translation of another source needs work."""
        state = state_of_theirs(theirs.state, self.trust)
        previous = theirs.previous
        if theirs.msgid != msgid and theirs.msgstr:
            state, previous = State.NEEDS_WORK, theirs.msgid
        return replace(theirs, msgid=msgid, state=state, previous=previous)

    def _keep(self, mine: Entry, new: Entry) -> None:
        if new != mine:
            self.take.append(new)


def _with_remarks(mine: Entry, theirs: Entry) -> Entry:
    """Add the waivers, suggestions and comments that only the file has."""
    return replace(
        mine,
        waivers=_both(mine.waivers, theirs.waivers),
        suggestions=_both(mine.suggestions, theirs.suggestions),
        comments=_both(mine.comments, theirs.comments),
    )


def _both(mine: tuple, theirs: tuple) -> tuple:  # type: ignore[type-arg]
    return mine + tuple(one for one in theirs if one not in mine)
