"""F9: what Poedit, Weblate, OmegaT and gettext's own programs make of a catalog comes back without loss.

A desk with something of everything in one catalog; the file is rewritten, and met again.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions import ANNA, VERA
from entry_texts import catalog, entries, entry, languages, written
from hexapla.formats import po
from hexapla.formats.po import Catalog, grammar
from hexapla.model.catalog import Comment, Entry, Place, State, Suggestion, Waiver
from properties.clones import CATALOG, Clone, Hub, template
from tools import need

LONG = "Das Rad dreht sich – und niemand weiß, „für wen“ und seit wann. " * 4 + "Ende."
SAID = (
    Entry(
        ("u1",),
        "",
        LONG,
        State.APPROVED,
        suggestions=(Suggestion('Ein "anderes" Rad.\\n', origin="person"),),
        comments=(Comment("Seit wann? " * 20, question="author"),),
        waivers=(Waiver("length", "", ("u1",), "0a1b", "so gewollt"),),
    ),
    Entry(("u2",), "", "Niemand.", State.NEEDS_WORK),
    Entry(("u3", "u4"), "", 'Der <hi rend="italic">Fluss</hi> fließt\xa0namenlos.', State.REVIEWED),
    Entry(("u5",), "", "", State.OMITTED, reason="doppelt gesagt"),
    Entry(("u6",), "", "Sechs.", State.TRANSLATED, place=Place("u4", paragraph=True)),
    Entry(("u7",), ""),
)
ESSAY = """\
The wheel turns. Nobody is there.

The river goes on. It has no name. It was said before. The sixth one is moved. The last one waits.
"""


class Desk(Clone):
    """A desk and its folder; ``meet`` lets another program's file come back."""

    def meet(self, source: bytes) -> tuple[int, int]:
        """Return how many texts were taken, and how many became suggestions."""
        self.put(source)
        outcome = self.sync()
        return outcome.taken, outcome.suggested

    def says(self) -> dict[str, Entry]:
        return {context: replace(one, by="", at="") for context, one in self.live().items()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition, without a desk: each test makes its own from the folder."""
    folder = tmp_path_factory.mktemp("f09")
    desk = Desk(template(folder / "edition", essay=ESSAY), folder / "filled", Hub(b""))
    desk.edition.desk.fill(ANNA, desk.edition.text_id("mill"), "de", SAID, kind="import")
    desk.sync()
    text = desk.bytes.decode().replace("#. kind: p", "# Anna: so lassen?\n#\n#   eingerückt\n#. kind: p", 1)
    assert desk.meet(text.encode()) == (0, 0)
    desk.close()
    return folder / "filled"


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    found = Desk(made, tmp_path / "clone", Hub(b""), VERA)
    yield found
    found.close()


# How others write


def rewrapped(source: bytes, width: int) -> str:
    """Break strings behind spaces, as editors do, each in a way of its own."""

    def broken(match: re.Match[str]) -> str:
        word, text = match.groups()
        parts = re.findall(r'(?:[^"\\]|\\.)+?(?: |\\n|$)', text)
        if len(word) + len(text) + 3 <= width or len(parts) < 2:
            return match[0]
        lines = [""]
        for part in parts:
            if len(lines[-1]) + len(part) + 2 > width and lines[-1]:
                lines.append("")
            lines[-1] += part
        return "\n".join([f'{word} ""', *(f'"{line}"' for line in lines)])

    return re.sub(r'^(msg\w+|#\| msgid) "(.*)"$', broken, source.decode(), flags=re.M)


def with_header(text: str, *lines: str) -> str:
    return text.replace('"MIME-Version', "".join(f'"{line}\\n"\n' for line in lines) + '"MIME-Version', 1)


def poedit(source: bytes) -> bytes:
    """Wraps at 79, names itself in the header, and leaves comments where they are."""
    text = re.sub(
        '"Last-Translator: .*"', r'"Last-Translator: Olha <olha@example.org>\\n"', rewrapped(source, 79)
    )
    return with_header(text, "X-Generator: Poedit 3.4.2", "X-Poedit-Basepath: .").encode()


def weblate(source: bytes) -> bytes:
    """Wraps at 77, dates and signs the header, and puts the flags of an entry in an order of its own."""
    text = re.sub(
        '"PO-Revision-Date: .*"', r'"PO-Revision-Date: 2026-11-24 09:00+0000\\n"', rewrapped(source, 77)
    )
    return with_header(text, "X-Generator: Weblate 5.14.3").encode()


def omegat(source: bytes) -> bytes:
    """Writes each string in one line, with the line ends of its system, and keeps comments as lines."""
    return source.replace(b"\n", b"\r\n")


def lokalize(source: bytes) -> bytes:
    """Wraps narrowly, and comments the head."""
    text = rewrapped(source, 60).replace('msgid ""\n', '# Olha <olha@example.org>, 2026.\nmsgid ""\n', 1)
    return with_header(text, "X-Generator: Lokalize 24.08").encode()


def polib_saves(source: bytes) -> bytes:
    """Puts comments of people before others, drops their empty lines, and breaks at 78."""
    return str(polib.pofile(source.decode(), wrapwidth=78)).encode() + b"\n"


def reordered(source: bytes) -> bytes:
    """As a program that sorts by msgid does."""
    read = po.parse(source)
    return po.serialize(replace(read, entries=tuple(sorted(read.entries, key=lambda one: one.msgid))))


def gettext(*command: str) -> Callable[[bytes], bytes]:
    """A program of gettext that reads a catalog and writes it."""

    def rewritten(source: bytes) -> bytes:
        program = need(command[0])
        done = subprocess.run([program, *command[1:], "-"], input=source, capture_output=True, check=True)
        return done.stdout

    rewritten.__name__ = "-".join(word.strip("-") for word in command)
    return rewritten


WHOLE: list[Callable[[bytes], bytes]] = [
    poedit,
    weblate,
    omegat,
    lokalize,
    polib_saves,
    reordered,
    gettext("msgcat"),
    gettext("msgcat", "--no-wrap"),
    gettext("msgcat", "--sort-output"),
    gettext("msgattrib", "--no-obsolete"),
    gettext("msgconv", "--to-code=UTF-8"),
    gettext("msguniq"),
]
REWRITINGS = [*WHOLE, gettext("msgattrib", "--translated")]
"""Also what leaves out entries without a text, omitted ones among them: a desk that has them keeps them."""
any_rewriting = pytest.mark.parametrize("rewrite", REWRITINGS, ids=lambda one: one.__name__)


# What comes of it


@any_rewriting
def test_a_rewritten_catalog_brings_nothing_and_loses_nothing(
    desk: Desk, rewrite: Callable[[bytes], bytes]
) -> None:
    before, source = desk.says(), desk.bytes
    assert len(before["u1"].comments) == len(before["u1"].suggestions) == len(before["u1"].waivers) == 1
    assert desk.meet(rewrite(source)) == (0, 0)
    assert desk.says() == before
    assert b"# Anna: so lassen?" in desk.bytes
    settled = desk.bytes
    assert desk.meet(settled) == (0, 0) and desk.bytes == settled, "and there is peace"
    checked(desk)


@any_rewriting
def test_an_edit_in_a_rewritten_catalog_is_the_only_thing_taken(
    desk: Desk, rewrite: Callable[[bytes], bytes]
) -> None:
    before = desk.says()
    source = desk.bytes.replace(b'msgstr "Sechs."', 'msgstr "Sechs, später."'.encode())
    assert desk.meet(rewrite(source)) == (1, 0)
    after = desk.says()
    assert after.pop("u6") == replace(before.pop("u6"), msgstr="Sechs, später.")
    assert after == before
    checked(desk)


@pytest.mark.parametrize("rewrite", WHOLE, ids=lambda one: one.__name__)
def test_a_rewritten_catalog_fills_an_empty_desk(
    desk: Desk, made: Path, tmp_path: Path, rewrite: Callable[[bytes], bytes]
) -> None:
    before = desk.says()
    other = shutil.copytree(made, tmp_path / "anew", ignore=shutil.ignore_patterns(".hexapla"))
    (other / CATALOG).write_bytes(rewrite(desk.bytes))
    rebuilt = Desk(other, tmp_path / "rebuilt", Hub(b""))
    assert rebuilt.says() == before
    rebuilt.close()


@any_rewriting
def test_a_rewritten_catalog_may_be_mailed(
    desk: Desk, tmp_path: Path, rewrite: Callable[[bytes], bytes]
) -> None:
    before, file = desk.says(), tmp_path / "mailed.po"
    file.write_bytes(rewrite(desk.bytes))
    outcome = desk.take_back(file)
    assert (outcome.taken, outcome.suggested) == (0, 0)
    assert desk.says() == before


def test_a_state_that_another_program_sets_is_taken(desk: Desk) -> None:
    """Poedit's "needs work" and its end; an approved text that somebody marks is no longer approved."""
    fuzzy = desk.bytes.replace(b'msgctxt "u6"', b'#, fuzzy\nmsgctxt "u6"')
    assert desk.meet(fuzzy)[0] == 1
    assert desk.says()["u6"].state is State.NEEDS_WORK
    text = re.sub(r"#, fuzzy\n(?:#\|.*\n)*", "", desk.bytes.decode())
    assert desk.meet(text.encode())[0] == 2
    assert {desk.says()[unit].state for unit in ("u2", "u6")} == {State.TRANSLATED}
    assert desk.says()["u1"].state is State.APPROVED


def test_cleared_fuzzy_by_gettext_is_a_change_of_state_alone(desk: Desk) -> None:
    before = desk.says()
    assert desk.meet(gettext("msgattrib", "--clear-fuzzy")(desk.bytes)) == (1, 0)
    assert desk.says() == before | {"u2": replace(before["u2"], state=State.TRANSLATED)}


def test_msgmerge_with_a_template_of_the_same_source_brings_nothing(desk: Desk, tmp_path: Path) -> None:
    before, now = desk.says(), po.parse(desk.bytes)
    empty = [replace(one, msgstr="", comments=(), flags=(), previous_msgid=None) for one in now.entries]
    (tmp_path / "a.po").write_bytes(desk.bytes)
    (tmp_path / "a.pot").write_bytes(po.serialize(replace(now, entries=tuple(empty))))
    done = subprocess.run(
        [need("msgmerge"), "-q", "--previous", "a.po", "a.pot"], cwd=tmp_path, capture_output=True, check=True
    )
    assert desk.meet(done.stdout) == (0, 0)
    assert desk.says() == before


def test_msgmerge_with_a_template_that_lost_half_deletes_nothing(desk: Desk, tmp_path: Path) -> None:
    """What it makes obsolete is missing from the file, which says nothing; it is written again."""
    before, now = desk.says(), po.parse(desk.bytes)
    half = [replace(one, msgstr="", comments=(), flags=()) for one in now.entries[::2]]
    (tmp_path / "a.po").write_bytes(desk.bytes)
    (tmp_path / "a.pot").write_bytes(po.serialize(replace(now, entries=tuple(half))))
    done = subprocess.run(
        [need("msgmerge"), "-q", "--no-fuzzy-matching", "a.po", "a.pot"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert b"#~ msgstr" in done.stdout
    assert desk.meet(done.stdout) == (0, 0)
    assert desk.says() == before
    checked(desk)


def test_what_others_put_into_header_and_file_stays(desk: Desk) -> None:
    foreign = '\nmsgid "Open"\nmsgstr "Öffnen"\n\n#~ msgctxt "u99"\n#~ msgid "Gone."\n#~ msgstr "Weg."\n'
    desk.meet(with_header(desk.bytes.decode(), "X-Olha: 1").encode() + foreign.encode())
    desk.save("u7", "Sieben.")
    desk.sync()
    text = desk.bytes.decode()
    for line in ('"X-Olha: 1\\n"', 'msgstr "Öffnen"', '#~ msgstr "Weg."', 'msgstr "Sieben."'):
        assert line in text, line
    checked(desk)


def checked(desk: Desk) -> None:
    """Ask gettext; where it is missing, our own reader has had its say."""
    done = subprocess.run(
        [need("msgfmt"), "--check", "-o", os.devnull, str(desk.path)], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


# The laws


@settings(max_examples=100, deadline=None)
@given(languages(), st.lists(st.sampled_from(("Weg.", "Fort.")), unique=True, max_size=2))
def test_what_is_written_is_read_as_the_same(language: list[Entry], gone: list[str]) -> None:
    made = catalog(*map(written, language), gone=gone)
    source = po.serialize(made)
    assert po.parse(source) == made and po.serialize(po.parse(source)) == source
    assert [grammar.read(one) for one in made.entries if not one.obsolete] == language


@settings(max_examples=100, deadline=None)
@given(
    st.lists(entries("u1"), min_size=1, max_size=5), st.sampled_from((poedit, weblate, omegat, polib_saves))
)
def test_any_history_of_an_entry_survives_any_rewriting(
    past: list[Entry], rewrite: Callable[[bytes], bytes]
) -> None:
    made = written(past[0])
    for one in past[1:]:
        made = written(one, made)
    whole = catalog(made, written(entry("u2", LONG)))
    again: Catalog = po.parse(rewrite(po.serialize(whole)))
    assert [grammar.read(one) for one in again.entries] == [grammar.read(one) for one in whole.entries]
    assert [(grammar.base(one), grammar.lineage(one)) for one in again.entries] == [
        (grammar.base(one), grammar.lineage(one)) for one in whole.entries
    ]
