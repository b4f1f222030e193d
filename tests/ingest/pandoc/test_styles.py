"""What names of styles say, in the languages that word processors name them in."""

import pytest

from hexapla.ingest.pandoc import styles


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Intense Quote", "quote"), ("Zitat Zchn", "quote"), ("Citation", "quote"), ("block-text", "quote"),
        ("Sprecherin", "speaker"), ("SPEAKER", "speaker"), ("Épigraphe", "epigraph"), ("Motto", "epigraph"),
        ("Unterschrift", "signed"), ("Titel", "title"),
        ("Título", "title"), ("Стихи", "verse"), ("line-block", "verse"),
        ("Normal", ""), ("Text Body", ""), ("", ""), ("Quotes and more", ""),
    ],
)  # fmt: skip
def test_kinds(name: str, kind: str) -> None:
    assert styles.kind(name) == kind


@pytest.mark.parametrize(
    ("name", "level"),
    [("heading 1", 1), ("Überschrift 3", 3), ("Titre 2", 2), ("Kop1", 1), ("Heading", 0), ("Titre", 0)],
)
def test_levels(name: str, level: int) -> None:
    assert styles.level(name) == level


@pytest.mark.parametrize(
    ("name", "is_one"), [("toc 1", True), ("TOC Heading", True), ("Contents 2", True), ("Contents", False)]
)
def test_lists_of_contents(name: str, is_one: bool) -> None:
    assert styles.is_contents(name) is is_one
