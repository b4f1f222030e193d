"""Clones of one edition, each with a desk of its own, that exchange one catalog as git would carry it."""

import os
import shutil
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from editions import ANNA, make, opened, translate
from hexapla.formats import po
from hexapla.formats.po import CatalogEntry
from hexapla.formats.po.grammar import read
from hexapla.model.catalog import Entry, State
from hexapla.model.outcome import Synced
from hexapla.model.person import Person
from hexapla.work import merge as merging
from hexapla.work import sync
from hexapla.work.edition import Edition

CATALOG = Path("locales/de/LC_MESSAGES/mill.po")
UNITS = ("u1", "u2", "u3", "u4")
ESSAY = "The wheel turns. Nobody is there.\n\nThe river goes on. It has no name.\n"


def template(folder: Path, essay: str = ESSAY) -> Path:
    """Make the edition that all clones begin with, without a desk."""
    made = make(folder, targets=("de",), essay=essay)
    shutil.rmtree(made / ".hexapla")
    return made


class Hub:
    """The common repository: every version of the catalog that was pushed."""

    def __init__(self, first: bytes) -> None:
        self.versions = [first]


class Clone:
    """A work tree, its desk, and how much of the hub it has merged."""

    def __init__(self, template: Path, folder: Path, hub: Hub, person: Person = ANNA) -> None:
        shutil.copytree(template, folder, ignore=shutil.ignore_patterns(".hexapla"))
        self.folder, self.hub, self.person = folder, hub, person
        self.merged = 0
        self.past = [self.bytes]
        self._stack = ExitStack()
        self._open()

    def _open(self) -> None:
        self.edition: Edition = self._stack.enter_context(opened(self.folder, self.person))

    def close(self) -> None:
        self._stack.close()

    @property
    def path(self) -> Path:
        return self.folder / CATALOG

    @property
    def bytes(self) -> bytes:
        return self.path.read_bytes()

    def put(self, source: bytes) -> None:
        """Write the file as another program would have some time ago."""
        self.path.write_bytes(source)
        os.utime(self.path, (time.time() - 60,) * 2)

    # What people do

    def save(self, unit: str, text: str, state: State = State.TRANSLATED) -> None:
        translate(self.edition, unit, text, state=state if text else State.UNTRANSLATED, person=self.person)

    def edit(self, unit: str, text: str) -> None:
        """Change a text in the file and nothing else, as Poedit does."""
        self._rewrite(lambda one: (replace(one, msgstr=text),) if unit in units(one) else (one,))

    def join(self, first: str, second: str, text: str) -> bool:
        """Join two units in the file; False if one of them is joined already."""
        found = {one.msgctxt: one for one in self.file()}
        if first not in found or second not in found:
            return False
        made = CatalogEntry(f"{found[first].msgid} {found[second].msgid}", text, f"{first}+{second}")
        self._rewrite(
            lambda one: (made,) if one.msgctxt == first else () if one.msgctxt == second else (one,)
        )
        return True

    def part(self, first: str, second: str, texts: tuple[str, str]) -> bool:
        """Take a join in the file apart; False if there is none."""
        joined = f"{first}+{second}"
        if joined not in {one.msgctxt for one in self.file()}:
            return False
        sources = {unit.id: unit.source for unit in self.edition.text("mill").units}
        made = [
            CatalogEntry(sources[unit], text, unit) for unit, text in zip((first, second), texts, strict=True)
        ]
        self._rewrite(lambda one: made if one.msgctxt == joined else (one,))
        return True

    def _rewrite(self, how) -> None:  # type: ignore[no-untyped-def]
        catalog = po.parse(self.bytes)
        entries = [made for one in catalog.entries for made in how(one)]
        self.put(po.serialize(replace(catalog, entries=tuple(entries))))

    def file(self) -> tuple[CatalogEntry, ...]:
        return tuple(one for one in po.parse(self.bytes).entries if not one.obsolete)

    # What programs do

    def sync(self) -> Synced:
        self.put(self.bytes)
        rows = sync.one(self.edition, self.person, "mill")
        self.put(self.bytes)
        self.past.append(self.bytes)
        found = next(row for row in rows if row.lang == "de")
        assert not found.skipped, found
        return found

    def pull(self, scratch: Path) -> None:
        """Merge the newest version of the hub into the work tree: fast forward, or by the driver."""
        base, theirs, ours = self.hub.versions[self.merged], self.hub.versions[-1], self.bytes
        self.merged = len(self.hub.versions) - 1
        if ours == base:
            self.put(theirs)
        elif theirs not in (base, ours):
            names = [scratch / name for name in ("base", "ours", "theirs")]
            for name, source in zip(names, (base, ours, theirs), strict=True):
                name.write_bytes(source)
            merging.driver(*names, name="mill.po")
            self.put(names[1].read_bytes())

    def push(self, scratch: Path) -> None:
        """Pull, and make the result the hub's newest version."""
        self.pull(scratch)
        if self.bytes != self.hub.versions[-1]:
            self.hub.versions.append(self.bytes)
        self.merged = len(self.hub.versions) - 1

    def take_back(self, file: Path) -> Synced:
        return merging.take_back(self.edition, self.person, file, lang="de", slug="mill")

    def rebuild(self) -> None:
        """Throw the desk away, and make one from the folder."""
        self._stack.close()
        shutil.rmtree(self.folder / ".hexapla")
        self._stack = ExitStack()
        self._open()

    # What there is

    def live(self) -> dict[str, Entry]:
        rows = self.edition.desk.rows(self.edition.text_id("mill"), "de", limit=None)
        return {row.entry.context: row.entry for row in rows}

    def history(self) -> set[str]:
        """Return every text that the desk has ever had."""
        return {one.msgstr for one in self.edition.desk.since(0, limit=1_000_000)}

    def shows(self) -> set[str]:
        """Return the texts of the folder: those that stand, and those that are offered."""
        entries = [read(one) for one in self.file()]
        return {text for one in entries for text in (one.msgstr, *(s.text for s in one.suggestions))}

    def holds(self) -> set[str]:
        """Return every text that is current, in the history, or an open suggestion, on the desk or in the folder."""
        found = self.history()
        for entry in (*self.live().values(), *map(read, self.file())):
            found |= {entry.msgstr, *(one.text for one in entry.suggestions)}
        return found


def units(one: CatalogEntry) -> list[str]:
    return (one.msgctxt or "").split("+")
