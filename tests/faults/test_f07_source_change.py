"""F7: the source changes under its translations: units are known by their ids, nothing that was translated is lost."""

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from editions import ANNA, make, opened, translate
from hexapla.model.catalog import State
from hexapla.work import sync

CHANGES: dict[str, tuple[Callable[[str], str], dict[str, State | None]]] = {
    "edited": (
        lambda text: text.replace("where the river bends", "where the road bends"),
        {"u2": State.NEEDS_WORK, "u3": State.APPROVED},
    ),
    "moved": (
        lambda text: _swapped(text, "u2", "u3"),
        {"u2": State.APPROVED, "u3": State.APPROVED},
    ),
    "removed": (
        lambda text: _without(text, "u3"),
        {"u2": State.APPROVED, "u3": None},
    ),
    "added": (
        lambda text: text.replace("</body>", '<p><seg type="unit" xml:id="u70" n="70">New.</seg></p></body>'),
        {"u2": State.APPROVED, "u70": State.UNTRANSLATED},
    ),
}


def _seg(text: str, unit: str) -> str:
    found = re.search(rf'<seg [^>]*xml:id="{unit}"[^>]*>.*?</seg>', text)
    assert found
    return found[0]


def _swapped(text: str, one: str, other: str) -> str:
    first, second = _seg(text, one), _seg(text, other)
    return text.replace(first, "\0").replace(second, first).replace("\0", second)


def _without(text: str, unit: str) -> str:
    return text.replace(_seg(text, unit), "")


@pytest.mark.parametrize("change", CHANGES)
def test_translations_follow_their_units(tmp_path: Path, change: str) -> None:
    folder = make(tmp_path / "edition", targets=("de",))
    how, expected = CHANGES[change]
    with opened(folder) as edition:
        for unit in ("u2", "u3"):
            translate(edition, unit, f"{unit} auf Deutsch.", state=State.APPROVED)
        sync.sync(edition, ANNA)
        path = folder / "source" / "mill.xml"
        path.write_text(how(path.read_text("utf-8")), "utf-8")
        os.utime(path, (time.time() - 60,) * 2)
        assert not [row.skipped for row in sync.settled(edition, ANNA) if row.skipped]
        rows = {row.entry.context: row.entry for row in edition.desk.rows("mill", "de")}
        for unit, state in expected.items():
            assert (rows[unit].state if unit in rows else None) is state
        assert edition.desk.check() == []
    catalog = polib.pofile(str(folder / "locales/de/LC_MESSAGES/mill.po"))
    kept = {entry.msgstr for entry in catalog}
    assert {"u2 auf Deutsch.", "u3 auf Deutsch."} <= kept, "what was removed stands as obsolete"
    live = [entry.msgctxt for entry in catalog if not entry.obsolete]
    assert live == list(rows), "the catalog follows the order of the text"
    if change == "edited":
        assert catalog.find("u2", by="msgctxt").previous_msgid == "The mill stands where the river bends."
    if change == "removed":
        assert [entry.msgctxt for entry in catalog if entry.obsolete] == ["u3"]
