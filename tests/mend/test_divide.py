"""A translation divided as its source was."""

import pytest

from hexapla.mend.divide import divide


@pytest.mark.parametrize(
    ("target", "lang", "parts", "first", "rest"),
    [
        ("Eins. Zwei drei.", "de", ("One.", "Two three."), "Eins.", "Zwei drei."),
        ("Egy kettő. Három. Négy.", "hu", ("One two three.", "Four."), "Egy kettő. Három.", "Négy."),
        ("Одне. Два.", "uk", ("One.", "Two."), "Одне.", "Два."),
        ("一つ。二つ。", "ja", ("One.", "Two."), "一つ。", "二つ。"),
        ("Ada: Ist es bezahlt? Ja.", "de", ("Ada:", "Is it paid? Yes."), "Ada:", "Ist es bezahlt? Ja."),
        ("Ada : Est-ce payé ?", "fr", ("Ada:", "Is it paid?"), "Ada :", "Est-ce payé ?"),
        ("Mit Suppe –, und dann.", "de", ("With soup –", "and then."), "Mit Suppe –,", "und dann."),
        ("أولا، ثم ثانيا.", "ar", ("First,", "then second."), "أولا،", "ثم ثانيا."),
        ("Ohne Ende", "de", ("One.", "Two."), "Ohne Ende", ""),
        ("Ein Satz, nur einer.", "de", ("One.", "Two."), "Ein Satz, nur einer.", ""),
        ("", "de", ("One.", "Two."), "", ""),
        ("a <b. C", "de", ("One.", "Two."), "a <b. C", ""),
        (
            '<hi>Eins. Zwei</hi><note xml:id="n1"/>.',
            "de",
            ("One.", "Two."),
            "<hi>Eins.</hi>",
            '<hi>Zwei</hi><note xml:id="n1"/>.',
        ),
        (
            'Eins.<note xml:id="n1"/> Zwei &amp; drei.',
            "de",
            ("One.", "Two."),
            'Eins.<note xml:id="n1"/>',
            "Zwei &amp; drei.",
        ),
    ],
)
def test_the_nearest_boundary(target: str, lang: str, parts: tuple[str, str], first: str, rest: str) -> None:
    assert divide(target, lang, parts) == (first, rest)
