"""Sentences that are hard in a language, one file each: quotations, speech, ellipses, abbreviations, ordinals."""

from pathlib import Path

import pytest

from hexapla.segment import sentences
from hexapla.segment.languages import known

PROBES = Path(__file__).parent / "probes"
LANGUAGES = sorted(path.stem for path in PROBES.glob("*.txt"))
UNSPACED = {"ja", "zh"}


def probes() -> list[tuple[str, str]]:
    return [
        (lang, line)
        for lang in LANGUAGES
        for line in (PROBES / f"{lang}.txt").read_text("utf-8").splitlines()
    ]


@pytest.mark.parametrize(("lang", "line"), probes())
def test_sentences_are_where_a_reader_sees_them(lang: str, line: str) -> None:
    bar = "|" if lang in UNSPACED else " | "
    expected = line.split(bar)
    text = "".join(expected) if lang in UNSPACED else " ".join(expected)
    assert [text[start:end] for start, end in sentences(text, lang)] == expected


@pytest.mark.parametrize("lang", sorted(known() - {"grc", "yue"}))
def test_every_language_with_rules_has_probes(lang: str) -> None:
    assert len((PROBES / f"{lang}.txt").read_text("utf-8").splitlines()) >= 6
