"""What is known of words: found under the version that it was put under, whoever else puts at the same time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hexapla.desk import Desk, forms
from hexapla.desk.connect import Connections
from hexapla.desk.doors.forms import Forms as Door
from hexapla.desk.turns import Turns
from hexapla.model.terms import Forms, FormTable


def test_words_are_remembered_by_language_and_version(where: str | Path) -> None:
    known = {
        "árufantomokat": Forms(("árufantom",), stem="árufant"),
        "x') OR 1=1 --": Forms(("a\nb", "„c”", ""), "guess"),
        "": Forms(),
    }
    with Desk.open(where, edition="e1") as desk:
        table: FormTable = desk.forms
        table.put("hu", "1", known)
        assert table.get("hu", "1", [*known, "árufantom", "a\0b", "half \ud800"]) == known
        assert table.get("de", "1", list(known)) == table.get("hu", "2", list(known)) == {}
        table.put("hu", "2", {"": Forms(("new",)), "a\0b": Forms(), "half \ud800": Forms()})
        assert table.get("hu", "2", ["", "a\0b", "half \ud800"]) == {"": Forms(("new",))}
        assert table.get("hu", "1", list(known)).keys() == known.keys() - {""}, "the older one was replaced"
        many = {f"szó{number}": Forms((f"szó{number}",)) for number in range(forms.SOME + 1)}
        table.put("hu", "1", many)
        assert table.get("hu", "1", list(many)) == many
        assert desk.changes.listed() == []


def test_several_put_the_same_words_at_once(where: str | Path) -> None:
    """Each through connections and a queue of its own, as processes have."""
    words = {f"szó{number}": Forms((f"szó{number}",)) for number in range(300)}

    def put(desk: Desk, version: str) -> None:
        connections = Connections(desk._database)
        connections._turns = Turns()
        table: FormTable = Door(connections)
        table.put("hu", version, words)
        connections.close()

    with Desk.open(where, edition="e1") as desk, ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: put(desk, str(number % 2)), range(8)))
        found = [len(desk.forms.get("hu", version, list(words))) for version in ("0", "1")]
    assert sum(found) == 300
