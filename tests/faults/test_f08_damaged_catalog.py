"""Fault F8: a catalog that was cut, mangled or merged badly is refused with its line, or it is whole."""

import random

import pytest

from catalog_texts import FERRY, RIVER, catalog
from hexapla.formats.po import parse, serialize
from hexapla.model.errors import BadFile

SMALL = catalog(
    '\n# Anna: sure?\n#. kind: p\n#: source/ferry.xml:u1\n#, fuzzy\n#| msgid "The boat"\n'
    'msgctxt "u1"\nmsgid "The ferry"\nmsgstr ""\n"A \\"komp\\" "\n"késik"\n',
    '\nmsgid "one"\nmsgid_plural "more"\nmsgstr[0] "egy"\nmsgstr[1] "több"\n',
    '\n#~| msgid "older"\n#~ msgid "old"\n#~ msgstr "régi"\n',
)


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"], ids=["lf", "crlf"])
def test_cut_at_each_byte_it_is_refused_or_whole_so_far(newline: bytes) -> None:
    source = SMALL.replace(b"\n", newline)
    whole = parse(source)
    refused = 0
    for end in range(len(source)):
        cut = source[:end]
        try:
            read = parse(cut)
        except BadFile as error:
            refused += 1
            assert error.line is None or 1 <= error.line <= cut.count(b"\n") + 1
            continue
        assert serialize(read) == cut
        for entry, full in zip(read.entries, whole.entries, strict=False):
            assert (entry.msgctxt, entry.msgid) == (full.msgctxt, full.msgid)
            assert full.msgstr.startswith(entry.msgstr)
    assert refused > len(source) // 2


def test_a_flipped_byte_is_refused_or_comes_back() -> None:
    dice = random.Random(8)
    for _try in range(1500):
        mangled = bytearray(SMALL)
        mangled[dice.randrange(len(mangled))] = dice.choice(b'"\\#\n\r msgidtr[]~|x\x00\xff\xc3')
        try:
            read = parse(bytes(mangled))
        except BadFile:
            continue
        assert serialize(read) == bytes(mangled)


def test_lines_in_any_order_are_refused_or_come_back() -> None:
    dice = random.Random(9)
    lines = SMALL.splitlines(keepends=True)
    for _try in range(500):
        shuffled = b"".join(dice.sample(lines, dice.randrange(1, len(lines))))
        try:
            read = parse(shuffled)
        except BadFile:
            continue
        assert serialize(read) == shuffled


def test_a_conflict_that_git_left_is_named() -> None:
    source = catalog(
        FERRY, "\n<<<<<<< HEAD", RIVER, "=======\n", RIVER.replace("nem", "soha"), ">>>>>>> anna\n"
    )
    with pytest.raises(BadFile, match="merge conflict") as caught:
        parse(source, file="locales/hu/LC_MESSAGES/ferry.po")
    assert caught.value.line == source[: source.index(b"<<<<<<<")].count(b"\n") + 1
    assert caught.value.file == "locales/hu/LC_MESSAGES/ferry.po"


def test_a_file_that_a_full_disk_emptied_is_no_catalog() -> None:
    with pytest.raises(BadFile, match="no entry"):
        parse(b"", file="hu.po")


def test_binary_is_refused() -> None:
    dice = random.Random(10)
    for size in (1, 10, 100, 5000):
        with pytest.raises(BadFile):
            parse(dice.randbytes(size))


def test_hostile_shapes_are_read_in_one_pass() -> None:
    """Each of these makes a scan that goes back over what it has read take minutes."""
    many = 200_000
    with pytest.raises(BadFile):
        parse(catalog("\n", "# x\n" * many, '"orphan"\n'))
    with pytest.raises(BadFile):
        parse(catalog('\nmsgid ""\n', '"x"\n' * many, "garbage\n"))
    with pytest.raises(BadFile):
        parse(catalog('\nmsgid "' + "\\\\" * many + "\n"))
    assert len(parse(catalog("\n#, " + "'" * many + '\nmsgid "a"\nmsgstr "b"\n')).entries) == 1
    assert len(parse(catalog('\nmsgid "a"\nmsgstr "b"\n', "\n" * many)).entries) == 1
