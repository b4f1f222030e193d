"""What is written is read as the same; what is read is written as the same."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_texts import FERRY, HEADER, RIVER, catalog, catalogs, texts
from hexapla.formats.po import Catalog, CatalogEntry, parse, serialize
from hexapla.formats.po.adapter import read_fields, read_text
from hexapla.formats.po.chunks import chunks
from hexapla.formats.po.scan import Chunk, scan
from hexapla.model.errors import BadFile, CannotWrite


@given(catalogs())
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_as_the_same(made: Catalog) -> None:
    written = serialize(made)
    read = parse(written)
    assert read == made
    assert serialize(read) == written


@given(catalogs(), st.integers(0, 3), texts)
@settings(max_examples=100, deadline=None)
def test_a_changed_msgstr_changes_its_entry_alone(made: Catalog, index: int, text: str) -> None:
    read = parse(serialize(made))
    if index >= len(read.entries) or read.entries[index].msgstr_plural or read.entries[index].msgstr == text:
        return
    changed = replace(read.entries[index], msgstr=text)
    entries = (*read.entries[:index], changed, *read.entries[index + 1 :])
    again = parse(serialize(replace(read, entries=entries)))
    assert again == replace(read, entries=entries)
    for position, (before, after) in enumerate(zip(read.entries, again.entries, strict=True)):
        assert before.lines and after.lines
        assert (before.lines[0] == after.lines[0]) == (position != index)


@given(catalogs())
@settings(max_examples=200, deadline=None)
def test_the_quick_way_and_the_scan_come_to_the_same(made: Catalog) -> None:
    text = serialize(replace(made, bom=False)).decode()
    for chunk in chunks(text):
        same_by_scan(text, chunk)


def same_by_scan(text: str, chunk: Chunk) -> None:
    """Hold an entry's chunk to what the scan makes of it, and its texts to what polib reads of the scan's."""
    slow = scan(text, chunk.start)
    assert slow is not None
    assert slow._replace(head="", fields="", texts=None) == chunk._replace(head="", fields="", texts=None)
    assert [line for line in slow.head.split("\n") if line] == [
        line for line in chunk.head.replace("\r", "").split("\n") if line
    ]
    if chunk.texts is None:
        assert slow.fields == chunk.fields
        return
    (fields,) = read_fields(slow.fields)
    previous, msgctxt, msgid, msgstr = (None if one is None else read_text(one) for one in chunk.texts)
    assert (fields.previous_msgid, fields.msgctxt, fields.msgid, fields.msgstr) == (
        previous,
        msgctxt,
        msgid,
        msgstr,
    )
    assert (fields.previous_msgctxt, fields.previous_msgid_plural, fields.msgid_plural) == (None, None, "")


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_the_quick_way_joins_and_unescapes_as_polib_does(newline: str) -> None:
    text = (
        '#, fuzzy\n#| msgid ""\n#| "\\"One\\" \\\\n"\n#| ""\n#| "two"\nmsgctxt  "u\\t1"\nmsgid\t""\n"#| "\n""\n"\\\\"\n'
        'msgstr "\u2028\u0085 \u00a0"\n"\\r\\n"\n\nmsgid " a "\nmsgstr "\u3000"'
    ).replace("\n", newline)
    found = list(chunks(text))
    assert [chunk.texts is None for chunk in found] == [False, False]
    for chunk in found:
        same_by_scan(text, chunk)
    first, second = parse(text.encode()).entries
    assert first.previous_msgid == '"One" \\ntwo'
    assert (first.msgctxt, first.msgid, first.msgstr) == ("u\t1", "#| \\", "\u2028\u0085 \u00a0\r\n")
    assert (second.msgid, second.msgstr) == (" a ", "\u3000")


@pytest.mark.parametrize(
    "body",
    [
        '#| msgctxt "x"\nmsgid "a"\nmsgstr "b"\n',
        '#|msgid "x"\nmsgid "a"\nmsgstr "b"\n',
        '#| msgid "x"\n#|"y"\nmsgid "a"\nmsgstr "b"\n',
        'msgid "\\x41"\nmsgstr "b"\n',
        'msgid "a"\nmsgstr "b"\n "c"\n',
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\n',
        '#~ msgid "a"\n#~ msgstr "b"\n',
        'msgid "a" \nmsgstr "b"\n',
    ],
)
def test_whatever_is_spelled_otherwise_goes_the_long_way(body: str) -> None:
    (chunk,) = chunks(body)
    assert chunk.texts is None
    assert chunk == scan(body, 0)


SOURCE = catalog(
    FERRY,
    '\n#, fuzzy\n#| msgid "Old"\nmsgid "New"\nmsgstr ""\n"Új\\n"\n"sor"\n',
    '\n#~ msgid "x"\n#~ msgstr "y"\n',
)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_damage_is_refused_or_comes_back_byte_for_byte(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(SOURCE)))
    gone = data.draw(st.integers(0, 4))
    put = data.draw(
        st.sampled_from(
            [
                b"",
                b'"',
                b"\\",
                b"\n",
                b"\r",
                b"#",
                b"#~",
                b"#|",
                b"msgid",
                b'msgstr[1] "x"\n',
                b"\0",
                b"\xff",
                b" ",
            ]
        )
    )
    damaged = SOURCE[:at] + put + SOURCE[at + gone :]
    try:
        read = parse(damaged)
    except BadFile as error:
        assert error.reason
    else:
        assert serialize(read) == damaged
        unwrapped = replace(read, entries=tuple(replace(entry, lines=None) for entry in read.entries))
        assert parse(serialize(unwrapped)) == unwrapped


def test_an_entry_is_written_as_gettext_does() -> None:
    entry = CatalogEntry(
        msgid="One\ntwo",
        msgstr='Egy\n"kettő"',
        msgctxt="u1",
        flags=("fuzzy", "no-wrap"),
        comments=("# Anna: sure?",),
        extracted=("kind: p",),
        references=("source/a.xml:u1",),
        previous_msgid="One",
    )
    assert serialize(Catalog(entries=(entry,))).decode() == (
        "\n# Anna: sure?\n#. kind: p\n#: source/a.xml:u1\n#, fuzzy, no-wrap\n"
        '#| msgid "One"\nmsgctxt "u1"\nmsgid ""\n"One\\n"\n"two"\nmsgstr ""\n"Egy\\n"\n"\\"kettő\\""\n'
    )


def test_long_lines_are_not_wrapped() -> None:
    read = parse(catalog(FERRY))
    long = "ára " * 60
    written = serialize(replace(read, entries=(replace(read.entries[0], msgstr=long),))).decode()
    assert f'msgstr "{long}"\n' in written


def test_a_header_is_changed_without_its_neighbours() -> None:
    read = parse(catalog(FERRY, RIVER, header="# Anna, 2026.\n#\n" + HEADER))
    headers = tuple((name, "Anna" if name == "Last-Translator" else value) for name, value in read.headers)
    written = serialize(replace(read, headers=headers))
    assert written == catalog(
        FERRY, RIVER, header="# Anna, 2026.\n#\n" + HEADER.replace(": Hexapla", ": Anna")
    )


def test_an_entry_is_ended_where_another_follows() -> None:
    read = parse(catalog(FERRY, RIVER.rstrip("\n")))
    written = serialize(replace(read, entries=read.entries[::-1]))
    assert parse(written).entries == read.entries[::-1]


def test_an_entry_without_its_own_lines_is_parted_by_a_blank_one() -> None:
    read = parse(catalog(FERRY))
    written = serialize(replace(read, entries=(*read.entries, CatalogEntry("a", "b"))))
    assert written == catalog(FERRY, '\nmsgid "a"\nmsgstr "b"\n')


@pytest.mark.parametrize("char", ["\0", "\b", "\v", "\f", "\x1b", "\ufffe", "\uffff"])
@pytest.mark.parametrize("field", ["msgstr", "msgctxt", "comments", "extracted"])
def test_what_could_not_be_read_back_is_not_written(char: str, field: str) -> None:
    value: object = (f"# {char}",) if field in ("comments", "extracted") else f"a{char}b"
    entry = replace(CatalogEntry("a", "b"), **{field: value})  # type: ignore[arg-type]
    with pytest.raises(CannotWrite, match=f"U\\+{ord(char):04X}"):
        serialize(Catalog(entries=(entry,)))


def test_no_comment_becomes_something_else() -> None:
    hostile = CatalogEntry(
        "a",
        "b",
        comments=('# x\nmsgid "forged"', "#, fuzzy", '#~ msgid "z"', "#. y", "no mark"),
        extracted=('x\nmsgid "forged"',),
        references=("r\r\n#, fuzzy",),
        flags=('x\nmsgid "forged"',),
    )
    (read,) = parse(serialize(Catalog(entries=(hostile,)))).entries
    assert (read.msgid, read.msgstr, read.fuzzy, read.obsolete) == ("a", "b", False, False)
    assert read.comments == ("# x", '# msgid "forged"', "# #, fuzzy", '# #~ msgid "z"', "# #. y", "# no mark")
