import pytest

from hexapla.publish.html.written import date, digits, letter, listing, percent


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        ("en", "12a"),
        ("ar", "١٢a"),
        ("ar-MA", "12a"),
        ("fa", "۱۲a"),
        ("mr", "१२a"),
        ("grc", "12a"),
        ("x-elvish", "12a"),
    ],
)
def test_figures_are_the_languages_own(lang: str, written: str) -> None:
    assert digits("12a", lang) == written


@pytest.mark.parametrize(
    ("share", "written"), [(0.719, "71%"), (1.0, "100%"), (0.999, "99%"), (0.29, "29%"), (0.0, "0%")]
)
def test_a_share_is_never_rounded_up(share: float, written: str) -> None:
    assert percent(share, "en") == written


def test_a_share_is_written_as_the_language_does() -> None:
    assert percent(0.5, "de") == "50\xa0%"
    assert "٥٠" in percent(0.5, "ar")


@pytest.mark.parametrize(
    ("lang", "marks"), [("de", "abz"), ("ar", "أبﺯ"), ("he", "אבג"), ("uk", "абв"), ("en-Arab", "أبج")]
)
def test_translators_notes_are_lettered_in_the_script(lang: str, marks: str) -> None:
    assert [letter(1, lang), letter(2, lang)] == list(marks[:2])


def test_letters_go_on_after_the_alphabet() -> None:
    assert [letter(n, "de") for n in (26, 27, 52, 53)] == ["z", "aa", "az", "ba"]


def test_letters_are_all_different() -> None:
    for lang in ("de", "ar", "he", "el", "ru"):
        assert len({letter(n, lang) for n in range(1, 1500)}) == 1499


def test_dates_and_lists() -> None:
    assert date("2026-11-22", "de") == "22. November 2026"
    assert date("1968", "ar") == "١٩٦٨"
    assert date("about 1848", "en") == "about 1848"
    assert listing(3, "de") == "{0}, {1} und {2}"
    assert listing(1, "en") == "{0}"
