"""Corrected and marked words: what is bound must stay, what is embedded and the pages do."""

import pytest

from hexapla.formats import tei
from hexapla.mend import words
from hexapla.model.errors import BadFile, BadName, HexaplaError, NotFound
from hexapla.model.mend import Correct, Mark
from mend.mended import done, mend, offset, quay, sources


def test_other_words_keep_notes_and_page_breaks() -> None:
    text = quay()
    made = done(
        text, Correct("u2", 'The <hi rend="italic">ebb</hi> is here; the rope<note xml:id="n1"/> hangs.')
    )
    assert sources(made.text)["u3"] == "It is hemp."
    assert made.minor == {"u2"} and made.carried == ()
    for form, written in (
        ("No-one minds* it.", 'No-one <pb n="2"/>minds* it.'),
        ("Nobody minds.", 'Nobody <pb n="2"/>minds.'),
        ("All.", '<pb n="2"/>All.'),
    ):
        assert written in tei.serialize(mend(text, Correct("u4", form))).decode()
    assert done(text, Correct("u4", "All.", changes_meaning=True)).minor == frozenset()


def test_the_same_words_are_no_change() -> None:
    text = quay()
    assert done(text, Correct("u4", "Nobody  minds* it.")).text is text


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("The rope hangs.", "lack note n1"),
        ('The rope<note xml:id="n9"/>.', "lack note n1"),
        ('The rope<note xml:id="n1"/><note xml:id="n1"/>.', "given twice"),
        ('The <ref target="#u9">rope</ref><note xml:id="n1"/>.', "have ref #u9"),
        ('The rope<note xml:id="n1"/><lb/>.', "have lb"),
        ('<note xml:id="n1"/>', "without words"),
        ('The rope<note xml:id="n1"/><note type="translator">x</note>', "no place in the source"),
    ],
)
def test_bound_tags_must_survive(form: str, said: str) -> None:
    with pytest.raises(HexaplaError, match=said):
        done(quay(), Correct("u2", form))


@pytest.mark.parametrize("form", ["a <hi>b", "<p>a</p>", '<seg type="unit" xml:id="u9">a</seg>', "&nope;"])
def test_what_is_no_text_is_refused(form: str) -> None:
    with pytest.raises(BadFile, match="The new words of u4 are no text"):
        done(quay(), Correct("u4", form))


def test_an_id_that_stands_elsewhere_is_refused() -> None:
    with pytest.raises(HexaplaError, match="“b3” would stand in the text twice"):
        done(quay(), Correct("u4", 'Nobody <hi xml:id="b3">minds</hi>.'))


def test_markup_that_the_form_does_not_know_is_not_lost() -> None:
    source = (
        tei.serialize(quay()).decode().replace("One rope.", 'One <formula notation="TeX">x</formula> rope.')
    )
    with pytest.raises(HexaplaError, match="only an editor of TEI files"):
        done(tei.parse(source.encode()), Correct("u12", "Two x ropes."))


def test_words_are_marked_and_bare_again() -> None:
    text = quay()
    at = offset(text, "u2", "hangs")
    for tag, lang, form in (
        ("hi", "", '<hi rend="italic">hangs</hi>'),
        ("foreign", "pt_br", '<foreign xml:lang="pt-BR">hangs</foreign>'),
        ("title", "", "<title>hangs</title>"),
        ("q", "", "<q>hangs</q>"),
        ("sic", "", "<sic>hangs</sic>"),
    ):
        one = Mark("u2", at - 1, at + 6, tag, lang)
        made = done(text, one)
        assert sources(made.text)["u2"].endswith(f" {form} slack.")
        assert made.minor == {"u2"}
        assert mend(made.text, one) == text


def test_a_mark_across_tags_and_around_them() -> None:
    text = quay()
    form = sources(mend(text, Mark("u2", 0, 8, "title")))["u2"]
    assert form.startswith(
        '<title>The <hi rend="italic">tide</hi></title><hi rend="italic"> goes out; the</hi> rope'
    )
    inside = sources(mend(text, Mark("u2", 4, 8, "title")))["u2"]
    assert inside.startswith('The <hi rend="italic"><title>tide</title> goes out; the</hi>')
    whole = sources(mend(text, Mark("u2", 0, 27, "q")))["u2"]
    assert whole.startswith(
        '<q>The <hi rend="italic">tide goes out; the</hi> rope</q><note xml:id="n1"/> hangs'
    )


def test_a_part_of_marked_words_is_bare_again() -> None:
    form = sources(mend(quay(), Mark("u2", 9, 13, "hi")))["u2"]
    assert form.startswith('The <hi rend="italic">tide </hi>goes<hi rend="italic"> out; the</hi>')


@pytest.mark.parametrize(
    ("one", "error", "said"),
    [
        (Mark("u5", 0, 7, "hi"), HexaplaError, "end of a reference"),
        (Mark("u5", 3, 4, "hi"), HexaplaError, "no words to mark"),
        (Mark("u5", 3, 3, "hi"), HexaplaError, "no words to mark"),
        (Mark("u5", -2, 3, "hi"), HexaplaError, "no words to mark"),
        (Mark("u5", 0, 999, "hi"), HexaplaError, "no words to mark"),
        (Mark("u5", 0, 3, "script"), NotFound, "not as “script”"),
        (Mark("u5", 0, 3, "foreign"), HexaplaError, "which language"),
        (Mark("u5", 0, 3, "foreign", "no language"), BadName, "not a language tag"),
    ],
)
def test_what_cannot_be_marked_is_refused(one: Mark, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        done(quay(), one)


def test_places_are_named_by_words() -> None:
    form = 'The <hi>bell</hi>, the bell &amp; <note xml:id="n1"/>the rope.'
    assert words.found(form, "bell , the".replace(" ,", ",")) == (4, 13)
    assert words.found(form, "bell", 2) == (14, 18)
    with pytest.raises(HexaplaError, match="stands there 2 times; name more"):
        words.found(form, "bell")
    for wanted, nth in (("fox", 0), ("bell", 3), ("", 0)):
        with pytest.raises(NotFound, match="the words are: The bell, the bell & the rope"):
            words.found(form, wanted, nth)


def test_words_are_put_for_others_and_tags_stay() -> None:
    form = 'The <hi>bell</hi>, the bell &amp; <note xml:id="n1"/>the rope.'
    assert (
        words.instead(form, 4, 8, "gull <3")
        == 'The <hi>gull &lt;3</hi>, the bell &amp; <note xml:id="n1"/>the rope.'
    )
    assert words.instead(form, 14, 24, "all") == 'The <hi>bell</hi>, the all<note xml:id="n1"/> rope.'
    assert words.instead(form, 0, 4, "") == '<hi>bell</hi>, the bell &amp; <note xml:id="n1"/>the rope.'
