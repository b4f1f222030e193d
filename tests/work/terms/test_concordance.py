"""The concordance: words in all their forms, over all texts, with the other languages beside them."""

import pytest

from editions import ANNA, translate
from hexapla.model.errors import HexaplaError
from hexapla.work import joining
from hexapla.work.edition import Edition
from hexapla.work.terms import concordance


def found(edition: Edition, words: str, lang: str, limit: int = 200) -> list[tuple[str, str, list[str]]]:
    lines, more = concordance.of(edition, ANNA, words, lang, limit=limit)
    assert more is (len(lines) == limit)
    return [(one.slug, one.unit, [one.cut.text[a:b] for a, b in one.cut.spans]) for one in lines]


def test_words_are_found_in_every_form_and_text(edition: Edition) -> None:
    assert found(edition, "  see ", "en") == [("mill", "u7", ["sees"]), ("ferry", "u4", ["seen"])]
    assert found(edition, "sacks … blades", "en") == [("mill", "u5", ["sacks & the blades"])]
    assert len(found(edition, "mill", "en", limit=3)) == 3
    assert found(edition, "zeppelin", "en") == [] and found(edition, "mill", "fr") == []


def test_translations_are_found_and_stand_beside(edition: Edition) -> None:
    translate(edition, "u2", 'Die 𝔐 &amp; <hi rend="bold">Mühlen</hi> stehen.')
    translate(edition, "u2", "A malom &lt;áll&gt;.", lang="hu")
    [line] = concordance.of(edition, ANNA, "Mühle", "DE")[0]
    assert [line.cut.text[a:b] for a, b in line.cut.spans] == ["Mühlen"]
    assert line.other == {"en": "The mill stands where the river bends.", "hu": "A malom <áll>."}
    translate(edition, "u3", "Niemand mahlt.")
    joining.join(edition, ANNA, "mill", "de", ["u2", "u3"])
    [line] = concordance.of(edition, ANNA, "mahlen", "de")[0]
    assert (line.unit, line.n) == ("u2", "2"), "a joined entry stands at its first unit"


@pytest.mark.parametrize(("words", "lang"), [("", "en"), (" \n", "en"), ("x" * 101, "en"), ("mill", "")])
def test_what_cannot_be_asked(edition: Edition, words: str, lang: str) -> None:
    with pytest.raises(HexaplaError):
        concordance.of(edition, ANNA, words, lang)
