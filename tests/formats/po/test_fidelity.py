"""What other programs write, and polib, Babel or gettext lose: it comes back as it was, touched or not."""

from dataclasses import dataclass, replace

import pytest

from catalog_texts import FERRY, HEADER, RIVER, catalog
from hexapla.formats.po import CatalogEntry, parse, serialize


@dataclass(frozen=True)
class Case:
    """A catalog body, and what must still stand in it once its translations have changed."""

    name: str
    body: str
    kept: tuple[str, ...] = ()


CASES = (
    Case(
        "unknown flags",
        '\n#, priority:10, x-own, fuzzy\nmsgid "a"\nmsgstr "b"\n',
        ("#, priority:10, x-own, fuzzy\n",),
    ),
    Case("a comma in a flag", '\n#, x:\'a,b\', fuzzy\nmsgid "a"\nmsgstr "b"\n', ("#, x:'a,b', fuzzy\n",)),
    Case("flags without spaces", '\n#,fuzzy,no-wrap\nmsgid "a"\nmsgstr "b"\n', ("#, fuzzy, no-wrap\n",)),
    Case(
        "comments of people",
        '\n# Anna:\n#\n#   indented\n# last\nmsgid "a"\nmsgstr "b"\n',
        ("# Anna:\n#\n#   indented\n# last\n",),
    ),
    Case("a comment without space", '\n#nospace\n#!bang\nmsgid "a"\nmsgstr "b"\n', ("#nospace\n#!bang\n",)),
    Case("comments after extracted ones", '\n#. x\n# y\nmsgid "a"\nmsgstr "b"\n', ("# y\n#. x\n",)),
    Case(
        "a long extracted comment",
        f'\n#. {"word " * 40}end\nmsgid "a"\nmsgstr "b"\n',
        (f"#. {'word ' * 40}end\n",),
    ),
    Case("an empty extracted comment", '\n#. x\n#.\n#. y\nmsgid "a"\nmsgstr "b"\n', ("#. x\n#.\n#. y\n",)),
    Case("sticky flags", '\n#= c-format\nmsgid "a"\nmsgstr "b"\n', ("#= c-format\n",)),
    Case(
        "references with odd names",
        '\n#: a b:1 \u2068c d.c\u2069:2\n#: e\nmsgid "a"\nmsgstr "b"\n',
        ("#: a b:1 \u2068c d.c\u2069:2\n#: e\n",),
    ),
    Case(
        "a previous msgid",
        '\n#, fuzzy\n#| msgctxt "x"\n#| msgid ""\n#| "old "\n#| "one"\nmsgid "a"\nmsgstr "b"\n',
        ('#| msgctxt "x"\n#| msgid "old one"\n',),
    ),
    Case(
        "an empty context",
        '\nmsgctxt ""\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "b"\n',
        ('msgctxt ""\n',),
    ),
    Case(
        "an empty msgid in a context", '\nmsgctxt "u1"\nmsgid ""\nmsgstr "b"\n', ('msgctxt "u1"\nmsgid ""\n',)
    ),
    Case(
        "plural forms",
        '\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] "c"\n\nmsgid "x"\nmsgstr "y"\n',
        ('msgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] "c"\n',),
    ),
    Case(
        "an empty plural",
        '\nmsgid "a"\nmsgid_plural ""\nmsgstr[0] "b"\n\nmsgid "x"\nmsgstr "y"\n',
        ('msgid_plural ""\n',),
    ),
    Case("letters as numbers", '\nmsgid "\\x41\\102 \\303\\xa9"\nmsgstr "b"\n', ('msgid "AB é"\n',)),
    Case("separators of Unicode", '\nmsgid "a\u2028b\u0085c"\nmsgstr "b"\n', ('msgid "a\u2028b\u0085c"\n',)),
    Case(
        "wrapped lines",
        '\nmsgid ""\n"The ferry "\n"is late."\nmsgstr ""\n"Késik "\n"a komp."\n',
        ('msgid "The ferry is late."\n',),
    ),
    Case("no space after the keyword", '\nmsgid"a"\nmsgstr\t"b"\n', ('msgid "a"\n',)),
    Case("odd spacing", '\n\n  \n  # x\n\tmsgid   "a"  \n msgstr "b" \n   "c"\n\n\n', ("# x\n",)),
    Case(
        "entries without a blank line",
        '\nmsgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n',
        ('msgstr "b!"\nmsgid "c"\n',),
    ),
    Case("no final newline", '\nmsgid "a"\nmsgstr "b"'),
    Case("comments at the end", '\nmsgid "a"\nmsgstr "b"\n\n# the end\n', ("\n# the end\n",)),
    Case(
        "an empty obsolete line",
        '\n#~ msgid "x"\n#~ msgstr "y"\n#~\n\nmsgid "a"\nmsgstr "b"\n',
        ('#~ msgid "x"\n#~ msgstr "y"\n',),
    ),
)


@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["", "bom"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_untouched_it_comes_back_byte_for_byte(case: Case, newline: str, bom: str) -> None:
    source = (bom + HEADER + case.body).replace("\n", newline).encode()
    assert serialize(parse(source)) == source


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_written_anew_it_loses_its_wrapping_alone(
    case: Case, newline: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(serialize.__globals__, "parts", lambda _text: None)
    read = parse((HEADER + case.body).replace("\n", newline).encode())
    touched = tuple(
        entry if entry.obsolete or entry.msgstr_plural else replace(entry, msgstr=entry.msgstr + "!")
        for entry in read.entries
    )
    written = serialize(replace(read, entries=touched)).decode()
    assert parse(written.encode()).entries == touched
    assert written.count("\n") == written.count(newline)
    for kept in case.kept:
        assert kept.replace("\n", newline) in written


OBSOLETE = '\n# Anna: good\n#, fuzzy\n#~| msgid "older"\n#~ msgctxt "u7"\n#~ msgid "old"\n#~ msgstr "régi"\n'


def test_an_obsolete_entry_keeps_its_previous_msgid() -> None:
    read = parse(catalog(FERRY, OBSOLETE))
    old = read.entries[1]
    assert (old.obsolete, old.previous_msgid, old.msgctxt) == (True, "older", "u7")
    assert serialize(replace(read, entries=(read.entries[0], replace(old, lines=None)))) == catalog(
        FERRY, OBSOLETE
    )


def test_live_and_obsolete_entries_may_share_an_identity() -> None:
    source = catalog(
        '\nmsgid "a"\nmsgstr "b"\n', '\n#~ msgid "a"\n#~ msgstr "c"\n', '\n#~ msgid "a"\n#~ msgstr "d"\n'
    )
    assert [entry.msgstr for entry in parse(source).entries] == ["b", "c", "d"]


def test_a_catalog_without_header_gets_none() -> None:
    source = FERRY.lstrip().encode()
    read = parse(source)
    assert read.headers == ()
    assert [entry.msgctxt for entry in read.entries] == ["u1"]
    assert serialize(read) == source


def test_header_order_and_unknown_headers_are_kept() -> None:
    source = catalog(
        header='msgid ""\nmsgstr ""\n"X-Own:  1\\n"\n"Language: hu\\n"\n"no colon\\n"\n"X-Own: 2\\n"\n'
    )
    read = parse(source)
    assert read.headers == (("X-Own", "1"), ("Language", "hu"), ("", "no colon"), ("X-Own", "2"))
    assert serialize(read) == source


def test_a_template_keeps_its_fuzzy_header() -> None:
    source = catalog(FERRY, header="# (c) Anna\n#, fuzzy\n" + HEADER.replace("UTF-8", "CHARSET"))
    read = parse(source)
    assert read.comments == ("# (c) Anna", "#, fuzzy")
    written = serialize(replace(read, headers=(*read.headers, ("X-Own", "1"))))
    assert written.startswith(b'# (c) Anna\n#, fuzzy\nmsgid ""\n')


def test_fields_are_read_as_gettext_reads_them() -> None:
    (entry,) = parse(
        catalog(
            '\n# one\n#. two\n#: three:3\n#, fuzzy, x\n#| msgid "four"\n'
            'msgctxt "u1"\nmsgid ""\n"a\\t\\"b\\"\\n"\n"c\\\\n"\nmsgstr "d"\n'
        )
    ).entries
    assert entry == CatalogEntry(
        msgid='a\t"b"\nc\\n',
        msgstr="d",
        msgctxt="u1",
        flags=("fuzzy", "x"),
        comments=("# one",),
        extracted=("two",),
        references=("three:3",),
        previous_msgid="four",
    )
    assert entry.fuzzy


def test_the_second_of_two_entries_changes_nothing_of_the_first() -> None:
    read = parse(catalog('\nmsgid ""\n"The "\n"ferry"\nmsgstr "x"\n', RIVER))
    written = serialize(replace(read, entries=(read.entries[0], replace(read.entries[1], msgstr="Y"))))
    assert written == catalog('\nmsgid ""\n"The "\n"ferry"\nmsgstr "x"\n', RIVER.replace("A folyó nem.", "Y"))
