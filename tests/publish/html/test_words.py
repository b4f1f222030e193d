import pytest

from hexapla.model.words import FIXED
from hexapla.publish.html import words
from hexapla.publish.html.words import Word, control, word
from publish.html.sample import edition


def test_the_editions_word_comes_first_then_the_sources_then_english() -> None:
    made = edition(words={"de": {"word.notes": "<hi>Noten</hi>"}, "en": {"word.notes": "Remarks"}})
    assert word(made, "word.notes", "de") == Word("Noten", "de")
    assert word(made, "word.notes", "uk") == Word("Remarks", "en")
    assert word(made, "word.licence", "uk") == Word("Licence", "en")


def test_a_blank_word_counts_for_nothing() -> None:
    assert word(edition(words={"de": {"word.notes": "  "}}), "word.notes", "de") == Word("Notes", "en")


@pytest.mark.parametrize("name", FIXED)
def test_every_fixed_word_has_an_english_form(name: str) -> None:
    assert word(edition(), name, "en") == Word(FIXED[name], "en")


def test_the_programs_own_words_stand_where_it_speaks_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    class Danish:
        def gettext(self, message: str) -> str:
            return {"Notes": "Noter", "Columns": "Spalter"}[message]

    monkeypatch.setattr(words, "_catalog", lambda lang: Danish() if lang == "da" else None)
    made = edition(languages=("uk", "da"))
    assert word(made, "word.notes", "da") == Word("Noter", "da")
    assert control(made, "Columns") == Word("Spalter", "da")
    assert control(edition(languages=("uk",)), "Columns") == Word("Columns", "en")
