"""People and clones in any order of saves, edits, syncs, exchanges, old copies and mails: no text is ever lost."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from editions import ANNA, VERA
from hexapla.formats.po.grammar import read
from hexapla.model.person import ALL, Person
from properties.clones import CATALOG, UNITS, Clone, Hub, template

RUNS = settings(
    max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
PEOPLE = (ANNA, VERA, Person("olha", "Olha", ALL))
clones, units = st.sampled_from((0, 0, 0, 1, 1, 2)), st.sampled_from(UNITS[:3])
"""Few of each, and some more often than others: what matters is that they meet."""
pairs = st.sampled_from([("u1", "u2"), ("u2", "u3")])


class Together(RuleBasedStateMachine):
    """Three clones around a hub; ``confirmed`` is every text that a desk has accepted."""

    def __init__(self, made: Path) -> None:
        super().__init__()
        self._made = made
        self._folder = Path(mkdtemp(dir=made.parent))
        self.count = 0
        self.confirmed: set[str] = set()
        self.superseded: set[str] = set()
        """Texts that somebody has put another one over, or that were typed a second time."""

    @initialize()
    def clone(self) -> None:
        hub = Hub((self._made / CATALOG).read_bytes())
        self.clones = [Clone(self._made, self._folder / one.id, hub, one) for one in PEOPLE]

    def text(self, old: int | None = None) -> str:
        """Return a new text, or one that has been there before."""
        if old is not None and self.count:
            return f"Satz {1 + old % self.count}."
        self.count += 1
        return f"Satz {self.count}."

    @rule(at=clones, unit=units, old=st.none() | st.integers(0, 50))
    def save(self, at: int, unit: str, old: int | None) -> None:
        text = self.text(old)
        self.superseded |= self.stands(at, unit) | ({text} if text in self.confirmed else set())
        self.clones[at].save(unit, text)
        self.confirmed.add(text)

    def stands(self, at: int, unit: str) -> set[str]:
        """Return the text that a person sees who changes a unit on a desk."""
        return {one.msgstr for one in self.clones[at].live().values() if unit in one.units}

    def written(self, at: int, *units: str) -> set[str]:
        """Return the texts that a person sees who changes units in a file."""
        found = [read(one) for one in self.clones[at].file()]
        return {one.msgstr for one in found if set(units) & set(one.units)}

    @rule(at=clones, unit=units)
    def empty(self, at: int, unit: str) -> None:
        self.superseded |= self.stands(at, unit)
        self.clones[at].save(unit, "")

    @rule(at=clones, unit=units)
    def edit_the_file(self, at: int, unit: str) -> None:
        self.superseded |= self.written(at, unit)
        self.clones[at].edit(unit, self.text())

    @rule(at=clones, pair=pairs)
    def join_in_the_file(self, at: int, pair: tuple[str, str]) -> None:
        before = self.written(at, *pair)
        if self.clones[at].join(*pair, self.text()):
            self.superseded |= before

    @rule(at=clones, pair=pairs)
    def part_in_the_file(self, at: int, pair: tuple[str, str]) -> None:
        before = self.written(at, *pair)
        if self.clones[at].part(*pair, (self.text(), self.text())):
            self.superseded |= before

    @rule(at=clones)
    def sync(self, at: int) -> None:
        """What the file says from now on counts as confirmed: the desk has seen it."""
        said = {one.msgstr for one in self.clones[at].file()}
        self.clones[at].sync()
        assert said - {""} <= self.clones[at].holds()
        self.confirmed |= said - {""}

    @rule(at=clones)
    def pull(self, at: int) -> None:
        self.clones[at].pull(self._folder)

    @rule(at=clones)
    def push(self, at: int) -> None:
        self.clones[at].push(self._folder)

    @rule(at=clones, nth=st.integers(0, 20))
    def put_an_old_copy_back(self, at: int, nth: int) -> None:
        """By a person who sees to it that the desk meets it before anybody else does."""
        self.sync(at)
        past = self.clones[at].past
        self.clones[at].put(past[nth % len(past)])
        self.sync(at)

    @rule(of=clones, to=clones, nth=st.integers(0, 20))
    def mail_a_copy(self, of: int, to: int, nth: int) -> None:
        past = self.clones[of].past
        file = self._folder / "mailed.po"
        file.write_bytes(past[nth % len(past)])
        self.clones[to].take_back(file)

    @rule(at=clones)
    def rebuild_the_desk(self, at: int) -> None:
        """Whoever throws a desk away throws away its history, but nothing that stands or is offered."""
        clone = self.clones[at]
        self.sync(at)
        before = {context: (one.msgstr, one.state) for context, one in clone.live().items()}
        offers = {text for one in clone.live().values() for text in (s.text for s in one.suggestions)}
        clone.rebuild()
        assert {context: (one.msgstr, one.state) for context, one in clone.live().items()} == before
        assert offers <= clone.holds()
        self.confirmed &= self.held()

    def held(self) -> set[str]:
        return set().union(*(clone.holds() for clone in self.clones))

    def teardown(self) -> None:
        if not hasattr(self, "clones"):
            return
        try:
            assert self.confirmed <= self.held(), "no text that was confirmed is lost"
            for clone in (*self.clones, *self.clones, *self.clones):
                clone.sync()
                clone.pull(self._folder)
                clone.sync()
                clone.push(self._folder)
            assert self.confirmed <= self.held(), "nor when all have exchanged"
            self._agree()
            for clone in self.clones:
                hidden = self.confirmed - self.superseded - clone.shows()
                assert not hidden, "what nobody has put another text over is in sight of everybody"
            assert all(clone.edition.desk.check() == [] for clone in self.clones)
        finally:
            for clone in self.clones:
                clone.close()
            shutil.rmtree(self._folder)

    def _agree(self) -> None:
        """Every folder holds the same text for each unit, or a suggestion with the others' texts."""
        sides = [
            {unit: one for one in map(read, clone.file()) for unit in one.units} for clone in self.clones
        ]
        for unit in UNITS:
            entries = [side[unit] for side in sides]
            for one in entries:
                for other in entries:
                    known = {one.msgstr, "", *(offer.text for offer in one.suggestions)}
                    assert other.msgstr in known, (unit, [(e.context, e.msgstr) for e in entries])


def test_no_text_is_lost_in_any_order_of_work(tmp_path: Path) -> None:
    made = template(tmp_path / "edition")
    run_state_machine_as_test(lambda: Together(made), settings=RUNS)
