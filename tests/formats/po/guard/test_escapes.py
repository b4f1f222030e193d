"""Escapes: what gettext reads as letters is read as letters."""

import doctest

import pytest

from catalog_texts import catalog
from hexapla.formats.po import parse
from hexapla.formats.po.guard import escapes, text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"\x41", "A"),
        (r"\101\102", "AB"),
        (r"\xc3\xa9", "é"),
        (r"\303\251x", "éx"),
        (r"\\x41", r"\x41"),
        (r"\\\x41", r"\A"),
        (r"\x22\x5c", '"\\'),
        (r"a\x0a b", "a\n b"),
        (r"\x41\n\t\"", 'A\n\t"'),
    ],
)
def test_numbers_are_letters(written: str, meant: str) -> None:
    (entry,) = parse(catalog(f'\nmsgid "{written}"\nmsgstr "x"\n')).entries
    assert entry.msgid == meant


@pytest.mark.parametrize("module", [escapes, text])
def test_the_examples_hold(module: object) -> None:
    results = doctest.testmod(module)  # type: ignore[arg-type]
    assert results.attempted and not results.failed
