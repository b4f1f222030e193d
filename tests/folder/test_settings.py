"""edition.toml: every mistake is one sentence with its line, and writing leaves a person's layout alone."""

import difflib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import settings as law

from hexapla.folder import rendered, settings
from hexapla.model.catalog import State
from hexapla.model.edition import Settings, TextSettings
from hexapla.model.errors import BadFile
from hexapla.model.person import Person, Right
from settings_texts import settings as some_settings

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
        ('trust = "text"', 'trust = "text"\n[review]\nown = "no"', 40, "review.own” must be true or false"),
        ('quotes = "„“‚‘"', 'quotes = ["„“"]', None, "style.de"),
        ("[style.de]", "[style]\nde = 3\n[style.fr]", 28, "style.de"),
        ('de = ["Abb."]', 'de = "Abb."', 31, "a list of words"),
        ('translators.de = ["Anna"]', 'translators.de = "Anna"', 26, "a list of words"),
        ('de = "Ein Titel"', '"EN" = "Ein Titel"', 11, "title.en” is there twice"),
        ('name = "Anna"', 'name = "Anna"\n[[people]]\nid = "anna"', None, "Two people"),
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


def test_a_new_file_reads_back_and_leaves_out_what_goes_without_saying() -> None:
    before = settings.parse(WHOLE.encode())
    assert settings.parse(settings.render(before)) == before
    assert settings.render(Settings("6a", "en", texts=(TextSettings("first", 12),))).decode() == (
        'id = "6a"\nschema = 1\nsource = "en"\nunit = "sentence"\n\n[[text]]\nslug = "first"\nnext = 12\n'
    )


def test_who_may_approve_and_who_does_what() -> None:
    assert settings.parse(WHOLE.encode()).own_approval
    more = WHOLE.replace('name = "Anna"', 'name = "Anna"\nroles = ["translator", "editor"]')
    made = settings.parse((more + "\n[review]\nown = false\n").encode())
    assert not made.own_approval
    assert made.roles == {"anna": ("translator", "editor")}


def lines_changed(after: Settings, old: str = WHOLE) -> list[str]:
    """Return the lines that a change takes away and adds, marked as diff marks them."""
    made = settings.render(after, old.encode()).decode()
    assert settings.parse(made.encode()) == after
    diff = difflib.ndiff(old.splitlines(), made.splitlines())
    return [line for line in diff if line[0] in "+-" and line[2:].strip()]


def test_one_change_changes_its_line_alone() -> None:
    before = settings.parse(WHOLE.encode())
    first, second = before.texts
    anna = before.people[0]
    assert lines_changed(replace(before, licence="CC0")) == ['- licence = "CC BY 4.0"', '+ licence = "CC0"']
    assert lines_changed(replace(before, own_approval=False)) == ["+ [review]", "+ own = false"]
    assert lines_changed(replace(before, gate_least=State.TRANSLATED)) == ['- least = "reviewed"']
    assert lines_changed(replace(before, style={"de": {"quotes": "»«"}})) == [
        '- quotes = "„“‚‘"',
        '+ quotes = "»«"',
    ]
    vera = Person("vera", "Vera", frozenset({Right.REVIEW}), frozenset({"hu"}))
    assert lines_changed(replace(before, people=(anna, vera), roles={"vera": ("editor",)})) == [
        "+ [[people]]",
        '+ id = "vera"',
        '+ name = "Vera"',
        '+ roles = ["editor"]',
        '+ rights = ["review"]',
        '+ languages = ["hu"]',
    ]
    dated = replace(first, date="1848", rights="PD", translators={"hu": ("Vera",)})
    assert lines_changed(replace(before, texts=(dated, second))) == [
        '+ date = "1848"',
        '+ rights = "PD"',
        '+ translators = {hu = ["Vera"]}',
    ]
    assert lines_changed(replace(before, texts=(first,))) == [
        "- [[text]]",
        '- slug = "second"',
        '- only = ["grc"]',
        '- translators.de = ["Anna"]',
    ]


def test_texts_are_moved() -> None:
    before = settings.parse(WHOLE.encode())
    assert settings.parse(
        settings.render(replace(before, texts=before.texts[::-1]), WHOLE.encode())
    ) == replace(before, texts=before.texts[::-1])


def test_a_tag_stays_as_a_person_spells_it() -> None:
    old = WHOLE.replace('de = "Ein Titel"', 'pt_br = "Um título"')
    before = settings.parse(old.encode())
    assert lines_changed(replace(before, title=before.title | {"pt-BR": "O título"}), old) == [
        '- pt_br = "Um título"',
        '+ pt_br = "O título"',
    ]


@pytest.mark.parametrize(
    "old",
    [
        'id="x"\nsource="en"\ntext=[{slug="a"},{slug="b"}]\ntitle.en="T"\nstyle.de.q="x"\n',
        'id="x"\nsource="en"\n[[text]]\nslug="a"\n[[people]]\nid="p"\n[[text]]\nslug="b"\n',
        'id="x"\r\nsource="en"\r\ntargets=["pt_br"] # first\r\n[title]\r\nen="x"\r\n',
        'id="x"\nsource="en"\nstyle={de={q="x"}}\ntext=[]\n[preset]\nany="thing"\n',
    ],
)
def test_odd_layouts_are_written_into(old: str) -> None:
    before = settings.parse(old.encode())
    style = {"de": {"q": "y"}, "fr": {"z": "1"}}
    after = replace(before, texts=(*before.texts, TextSettings("c", 2)), title={"en": "N"}, style=style)
    made = settings.render(after, old.encode())
    assert settings.parse(made) == after
    assert made.count(b"\r\n") == (made.count(b"\n") if "\r\n" in old else 0)
    assert ("preset" in old) == (b'any="thing"' in made)


def test_a_layout_that_takes_no_change_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever tomlkit makes of a file, nothing is written that does not read back."""
    monkeypatch.setattr(rendered, "_put", lambda *_words: None)
    with pytest.raises(BadFile, match="cannot be written into this layout"):
        settings.render(replace(settings.parse(WHOLE.encode()), licence="CC0"), WHOLE.encode())


def test_a_damaged_file_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "source" / "edition.toml"
    path.parent.mkdir()
    before = settings.parse(WHOLE.encode())
    for damaged in (WHOLE.encode()[:-3], WHOLE.replace("next = 12", "nxt = 12").encode(), b"\xff"):
        path.write_bytes(damaged)
        with pytest.raises(BadFile, match=r"source/edition\.toml"):
            settings.write(tmp_path, replace(before, licence="CC0"))
        assert path.read_bytes() == damaged


def test_adding_many_texts_one_by_one_leaves_no_gaps() -> None:
    made = WHOLE.encode()
    for n in range(6):
        before = settings.parse(made)
        made = settings.render(replace(before, texts=(*before.texts, TextSettings(f"more-{n}", n + 1))), made)
    assert settings.parse(made).texts[-1].slug == "more-5"
    assert "\n\n\n" not in made.decode()


@law(deadline=None)
@given(made=some_settings())
def test_law_what_is_written_reads_back(made: Settings) -> None:
    """parse ∘ render = identity, and once more in the form of plain tables."""
    assert settings.parse(settings.render(made)) == made
    assert settings.of_table(settings.table(made)) == made


@law(deadline=None)
@given(before=some_settings(), after=some_settings())
@example(before=Settings("6a", "en"), after=Settings("6a", "en", style={"de": {}}, abbreviations={"de": ()}))
def test_law_what_is_written_over_another_reads_back(before: Settings, after: Settings) -> None:
    old = settings.render(before)
    assert settings.parse(settings.render(after, old)) == after


@law(deadline=None)
@given(after=some_settings())
def test_law_what_is_written_over_a_persons_file_reads_back(after: Settings) -> None:
    made = settings.render(after, WHOLE.encode())
    assert settings.parse(made) == after
    assert made.startswith(b"# our own remark\n")
