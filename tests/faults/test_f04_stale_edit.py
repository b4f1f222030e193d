"""F4: several people with old views of the same entries; whatever they save, no text is lost."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desk_texts import numbered, put
from hexapla.desk import Desk
from hexapla.model.catalog import State
from hexapla.model.change import Draft, Save, Saved, Stale
from hexapla.model.person import Person

PEOPLE = [Person(id, id.title()) for id in ("anna", "bela", "olha")]
UNITS = ["u1", "u2"]
people, units = st.sampled_from(PEOPLE), st.sampled_from(UNITS)
texts = st.sampled_from(["", "Egy.", "Egyszer.", "Egy <hi>ízben</hi>.", "Hol volt"])
states = st.sampled_from([State.NEEDS_WORK, State.TRANSLATED, State.REVIEWED])


class Sessions(RuleBasedStateMachine):
    """The desk against dictionaries: what each entry says, what each person has seen, what was ever typed."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.desk = Desk.open(Path(self._folder.name) / "desk.sqlite3")
        put(self.desk, numbered(2))
        self.history: dict[str, list[tuple[int, str, State]]] = {
            u: [(0, "", State.UNTRANSLATED)] for u in UNITS
        }
        self.seen: dict[tuple[str, str], tuple[int, str, State]] = {}
        self.typed: dict[str, set[str]] = {unit: set() for unit in UNITS}
        self.answers: list[tuple[Person, Save, Saved | Stale]] = []
        self.drafts: dict[tuple[str, str], str] = {}

    @initialize()
    def all_look(self) -> None:
        for person in PEOPLE:
            for unit in UNITS:
                self.look(person, unit)

    @rule(person=people, unit=units)
    def look(self, person: Person, unit: str) -> None:
        row = self.desk.row("t1", "hu", unit, person.id)
        self.seen[person.id, unit] = (row.revision, row.entry.msgstr, row.entry.state)
        assert self.seen[person.id, unit] == self.history[unit][-1]
        assert (row.draft.msgstr if row.draft else None) == self.drafts.get((person.id, unit))

    @rule(person=people, unit=units, text=texts, state=states)
    def save(self, person: Person, unit: str, text: str, state: State) -> None:
        (revision, base, seen), now = self.seen[person.id, unit], self.history[unit][-1]
        op = str(len(self.answers))
        change = Save(person.id, op, "t1", "hu", (unit,), text, state, revision, seen)
        answer = self.desk.save(person, change)
        self.answers.append((person, change, answer))
        self.typed[unit].add(text)
        stored = state if text else State.UNTRANSLATED
        if (text, stored) == now[1:]:
            assert isinstance(answer, Saved)
            assert answer.revision == now[0]
        elif (revision, seen) != (now[0], now[2]):
            assert isinstance(answer, Stale)
            assert (answer.base, answer.ours, answer.theirs) == (base, text, now[1])
            assert (answer.revision, answer.state) == (now[0], now[2])
            return
        else:
            assert isinstance(answer, Saved)
            self.history[unit].append((answer.revision, text, stored))
        self.drafts.pop((person.id, unit), None)

    @rule(data=st.data())
    def send_again(self, data: st.DataObject) -> None:
        if self.answers:
            person, change, answer = data.draw(st.sampled_from(self.answers))
            assert self.desk.save(person, change) == answer

    @rule(person=people, unit=units, text=texts)
    def type(self, person: Person, unit: str, text: str) -> None:
        self.desk.drafts.keep(
            person, Draft("t1", "hu", (unit,), text, self.seen[person.id, unit][0], client=person.id)
        )
        self.drafts[person.id, unit] = text

    @rule()
    def restart(self) -> None:
        self.desk.close()
        self.desk = Desk.open(Path(self._folder.name) / "desk.sqlite3")

    @invariant()
    def history_is_what_was_saved(self) -> None:
        numbers = []
        for unit in UNITS:
            made = [(one.number, one.msgstr, one.state) for one in self.desk.revisions("t1", "hu", unit)]
            assert made == self.history[unit][1:]
            numbers += [number for number, _text, _state in made]
        assert sorted(numbers) == list(range(1, self.desk.last_revision() + 1))

    @invariant()
    def no_text_is_lost_and_none_is_kept_twice(self) -> None:
        for unit in UNITS:
            offered = [one.text for one in self.desk.row("t1", "hu", unit).entry.suggestions]
            assert len(offered) == len(set(offered))
            assert self.typed[unit] - {""} <= set(offered) | {
                text for _number, text, _state in self.history[unit]
            }

    def teardown(self) -> None:
        assert self.desk.check() == []
        self.desk.close()
        self._folder.cleanup()


TestSessions = Sessions.TestCase
TestSessions.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
