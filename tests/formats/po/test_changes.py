"""One translation changed in an odd catalog: its entry's lines change, and not a byte around them."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_texts import HEADER, catalog, entries, spans, translated_anew
from hexapla.formats.po import Catalog, CatalogEntry, parse, serialize
from tools import need

CLEAN = (
    HEADER.replace("Language-Team: Magyar", 'Language-Team: "\n"Magyar')
    + """
# Anna: the harbour, not the city
#
#   indented,\ttabbed
#. kind: p
#.
#: a.xml:1 b.xml:2
#: c.xml:3
#, fuzzy, no-wrap, priority:10
#| msgctxt "u0"
#| msgid ""
#| "The boat "
#| "is late."
msgctxt "u1"
msgid ""
"The ferry "
"is late."
msgstr ""
"Késik "
"a komp."

msgctxt "u2"
msgid "\\x41\\102 \\303\\xa9"
msgstr "AB é"
msgctxt "u3"
msgid "no blank line before it"
msgstr ""


#nospace
#!bang
#= no-wrap
msgid"One mill"
msgid_plural "Many mills"
msgstr[0] "Egy malom"
msgstr[1] ""
"Sok "
"malom"

  # indented
\tmsgctxt   "u4"
 msgid "Two lines\\n"
   "and a \\"quotation\\"\\\\\\n"
msgstr "Két sor\\n"
"és\u2028egy \\"idézet\\"\u0085\\\\\\n"

msgctxt ""
msgid "a"
msgstr "b"

msgid "a"
msgstr "c"

#, fuzzy
#~| msgctxt "u6"
#~| msgid "older"
#~ msgctxt "u7"
#~ msgid "old"
#~ msgstr ""
#~ "ré"
#~ "gi"

#~ msgid "gone"
#~ msgstr "twice"
#~

#~ msgid "A house"
#~ msgid_plural "Houses"
#~ msgstr[0] "Ház"
#~ msgstr[1] "Házak"

# Béla: the end
"""
)
"""A catalog with every spelling that gettext takes and other programs write."""

SOURCES = {
    "lf": CLEAN.encode(),
    "crlf": CLEAN.replace("\n", "\r\n").encode(),
    "bom": ("\ufeff" + CLEAN).encode(),
    "bom and crlf": ("\ufeff" + CLEAN.replace("\n", "\r\n")).encode(),
    "no header": CLEAN.removeprefix(CLEAN[: CLEAN.index("\n# Anna")]).encode(),
    "no last line end": CLEAN[: CLEAN.index("\n# Béla")].rstrip("\n").encode(),
}


@pytest.fixture(params=SOURCES, ids=str)
def source(request: pytest.FixtureRequest) -> bytes:
    return SOURCES[request.param]


def test_untouched_it_comes_back_byte_for_byte(source: bytes) -> None:
    assert serialize(parse(source)) == source


def test_one_changed_translation_changes_its_entry_alone(source: bytes) -> None:
    read = parse(source)
    assert len(read.entries) == 10
    for index, (start, end) in enumerate(spans(read)):
        made = with_new_text(read, index)
        written = serialize(made)
        assert written.startswith(source[:start])
        assert written.endswith(source[end:])
        inside = written[start : len(written) - len(source[end:])]
        assert inside != source[start:end]
        assert inside.count(b"\n") == inside.count(read.newline.encode())
        assert parse(written) == made


def test_around_the_changed_text_the_entry_keeps_its_comments() -> None:
    source = SOURCES["crlf"]
    read = parse(source)
    start, end = spans(read)[0]
    written = serialize(with_new_text(read, 0))
    comments = source[start : source.index(b"#, fuzzy", start)]
    assert comments.count(b"\r\n") == 8
    assert written[start : start + len(comments)] == comments
    assert b'msgstr ""\r\n"K\xc3\xa9sik a komp. \xc3\xa9s\\n"\r\n' in written[start : end + 100]


def test_a_change_that_is_taken_back_leaves_no_trace(source: bytes) -> None:
    read = parse(source)
    changed = tuple(map(translated_anew, read.entries))
    back = tuple(
        replace(new, msgstr=old.msgstr, msgstr_plural=old.msgstr_plural)
        for new, old in zip(changed, read.entries, strict=True)
    )
    assert serialize(replace(read, entries=changed)) != source
    assert serialize(replace(read, entries=back)) == source


def test_of_an_ordinary_entry_only_the_changed_part_is_new() -> None:
    source = catalog(ORDINARY)
    read = parse(source)
    (entry,) = read.entries

    def changed(**values: object) -> str:
        made = replace(entry, **values)  # type: ignore[arg-type]
        written = serialize(replace(read, entries=(made,)))
        assert parse(written).entries == (made,)
        return written.decode().removeprefix(HEADER)

    assert changed(msgstr="A komp késik.") == ORDINARY.replace(
        'msgstr ""\n"Késik "\n"a komp."\n', 'msgstr "A komp késik."\n'
    )
    assert changed(flags=("no-wrap",)) == ORDINARY.replace(HEAD, HEAD_WITHOUT_FUZZY)
    assert changed(previous_msgid=None) == ORDINARY.replace('#| msgid ""\n#| "The "\n#| "boat"\n', "")
    assert changed(previous_msgid="A\nboat") == ORDINARY.replace(
        '#| "The "\n#| "boat"\n', '#| "A\\n"\n#| "boat"\n'
    )
    assert changed(msgid="The ferry") == ORDINARY.replace(IDENTITY, 'msgctxt "u1"\nmsgid "The ferry"\n')
    assert changed(msgctxt=None) == ORDINARY.replace(IDENTITY, 'msgid "The ferry is late."\n')
    assert changed(obsolete=True) == (
        f'{HEAD_WITHOUT_FUZZY.replace("#, ", "#, fuzzy, ")}#~| msgid "The boat"\n#~ msgctxt "u1"\n'
        '#~ msgid "The ferry is late."\n#~ msgstr "Késik a komp."\n'
    )


HEAD = "\n\n#.  kind: p\n# Anna: the harbour\n\n#: a.xml:1\n#,fuzzy,no-wrap\n"
HEAD_WITHOUT_FUZZY = "\n\n# Anna: the harbour\n#.  kind: p\n#: a.xml:1\n#, no-wrap\n"
IDENTITY = 'msgctxt  "u1"\nmsgid ""\n"The ferry "\n"is late."\n'
ORDINARY = f'{HEAD}#| msgid ""\n#| "The "\n#| "boat"\n{IDENTITY}msgstr ""\n"Késik "\n"a komp."\n'


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_whatever_changes_is_read_back(data: st.DataObject) -> None:
    read = parse(SOURCES[data.draw(st.sampled_from(sorted(SOURCES)))])
    index = data.draw(st.integers(0, len(read.entries) - 1))
    other, old = data.draw(entries()), read.entries[index]
    fields = data.draw(st.sets(st.sampled_from(FIELDS)))
    if fields & {"msgctxt", "obsolete"}:  # no second entry with the identity of another
        fields.add("msgid")
    new = replace(old, **{name: getattr(other, name) for name in fields})
    if "msgid_plural" in fields:
        new = replace(new, msgstr_plural=other.msgstr_plural)
    if new.msgstr_plural:
        new = replace(new, msgstr="")
    made = replace(read, entries=(*read.entries[:index], new, *read.entries[index + 1 :]))
    written = serialize(made)
    assert parse(written) == made
    start, end = spans(read)[index]
    source = serialize(read)
    assert written.startswith(source[:start])
    assert written.endswith(source[end:])


FIELDS = sorted(set(CatalogEntry.__dataclass_fields__) - {"lines", "msgstr_plural"})


def test_msgfmt_finds_nothing_in_a_changed_catalog(tmp_path: Path) -> None:
    read = parse(SOURCES["lf"])
    assert checked(serialize(read), tmp_path) == (0, "")
    for index in range(len(read.entries)):
        entry = translated_anew(read.entries[index])
        if entry.msgid.endswith("\n"):
            entry = replace(entry, msgstr=entry.msgstr + "\n")
        else:
            entry = replace(entry, msgstr=entry.msgstr.replace("\n", " "))
        entries = (*read.entries[:index], entry, *read.entries[index + 1 :])
        assert checked(serialize(replace(read, entries=entries)), tmp_path) == (0, "")


def with_new_text(read: Catalog, index: int) -> Catalog:
    new = translated_anew(read.entries[index])
    return replace(read, entries=(*read.entries[:index], new, *read.entries[index + 1 :]))


def checked(source: bytes, folder: Path) -> tuple[int, str]:
    """Return what msgfmt says of a catalog."""
    file = folder / "a.po"
    file.write_bytes(source)
    done = subprocess.run(
        [need("msgfmt"), "--check", "-o", "/dev/null", str(file)], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr
