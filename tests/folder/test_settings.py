"""edition.toml: every mistake is one sentence with its line, and writing leaves a person's layout alone."""

from dataclasses import replace

import pytest

from hexapla.folder import settings
from hexapla.model.catalog import State
from hexapla.model.edition import TextSettings
from hexapla.model.errors import BadFile
from hexapla.model.person import Right

WHOLE = """\
# our own remark
id = "6a0f1f5e-0000-4000-8000-000000000001"
schema = 1
source = "en"
targets = ["de", "pt_br", "zh-hant", "grc", "en-x-foo"]   # in this order
licence = "CC BY 4.0"
date = 2026-05-01

[title]
en = "A Title"
de = "Ein Titel"

[[people]]
id = "anna"
name = "Anna"
rights = ["translate", "review"]
languages = ["de"]

[[text]]
slug = "first"
next = 12

[[text]]
slug = "second"
only = ["grc"]
translators.de = ["Anna"]

[style.de]
quotes = "„“‚‘"

[segment.abbreviations]
de = ["Abb."]

[gate]
least = "reviewed"

[sync]
trust = "text"
"""


def test_reads_all_of_it() -> None:
    made = settings.parse(WHOLE.encode())
    assert made.targets == ("de", "pt-BR", "zh-Hant", "grc", "en-x-foo")
    assert made.date == "2026-05-01"
    assert made.title == {"en": "A Title", "de": "Ein Titel"}
    assert made.people[0].may(Right.REVIEW, "de") and not made.people[0].may(Right.REVIEW, "fr")
    assert [text.slug for text in made.texts] == ["first", "second"]
    assert made.languages_of("first") == made.targets
    assert made.languages_of("second") == ("grc",)
    assert made.texts[1].translators == {"de": ("Anna",)}
    assert (made.gate_least, made.trust) == (State.REVIEWED, "text")
    assert made.abbreviations == {"de": ("Abb.",)}


def wrong(old: str, new: str) -> BadFile:
    with pytest.raises(BadFile) as refused:
        settings.parse(WHOLE.replace(old, new).encode())
    return refused.value


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('licence = "CC BY 4.0"', 'license = "CC BY 4.0"', 6, "license"),
        ('slug = "second"', 'slug = "../second"', 24, "cannot name a text"),
        ('slug = "second"', 'slug = "first"', None, "Two texts"),
        ('source = "en"', 'source = "english please"', 4, "language tag"),
        ('least = "reviewed"', 'least = "perfect"', 35, "gate.least"),
        ("next = 12", 'next = "12"', 21, "a number"),
        ('rights = ["translate", "review"]', 'rights = ["rule"]', 16, "not a right"),
        ("schema = 1", "schema = 99", 3, "newer"),
        ('"grc", "en-x-foo"', '"en"', 5, "among the targets"),
        ("next = 12", "next = 0", 21, "1 or more"),
        ('trust = "text"', 'trust = "text"\nextra = 1', 39, "sync.extra"),
    ],
)
def test_mistakes_are_named_with_their_line(old: str, new: str, line: int | None, words: str) -> None:
    error = wrong(old, new)
    assert words in str(error)
    assert line is None or error.line == line


def test_not_toml_and_not_utf8() -> None:
    with pytest.raises(BadFile, match="not TOML"):
        settings.parse(b"id = \n")
    with pytest.raises(BadFile, match="UTF-8") as refused:
        settings.parse(b'id = "x"\ntitle = "\xff"\n')
    assert refused.value.line == 2


def test_writing_the_same_gives_the_same_bytes() -> None:
    assert settings.render(settings.parse(WHOLE.encode()), WHOLE.encode()) == WHOLE.encode()


def test_writing_a_change_leaves_the_rest_alone() -> None:
    before = settings.parse(WHOLE.encode())
    after = replace(
        before, texts=(replace(before.texts[0], next=15), *before.texts[1:], TextSettings("third", 3))
    )
    made = settings.render(after, WHOLE.encode())
    assert settings.parse(made) == after
    assert "# our own remark" in made.decode() and "# in this order" in made.decode()


def test_a_new_file_reads_back() -> None:
    before = settings.parse(WHOLE.encode())
    fresh = replace(
        before, people=(), style={}, abbreviations={}, gate_least=State.TRANSLATED, trust="states"
    )
    fresh = replace(fresh, texts=(TextSettings("first", 12),))
    assert settings.parse(settings.render(fresh)) == fresh


def test_adding_many_texts_one_by_one_leaves_no_gaps() -> None:
    made = WHOLE.encode()
    for n in range(6):
        before = settings.parse(made)
        made = settings.render(replace(before, texts=(*before.texts, TextSettings(f"more-{n}", n + 1))), made)
    assert settings.parse(made).texts[-1].slug == "more-5"
    assert "\n\n\n" not in made.decode()
