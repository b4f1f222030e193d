"""Language tags: canonical form, and what is known of a language."""

import re
import shutil
import subprocess

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.model.errors import BadName
from hexapla.model.languages import canonical, code, language, name_in


@pytest.mark.parametrize(
    ("tag", "form"),
    [
        ("de", "de"),
        ("DE", "de"),
        ("pt_BR", "pt-BR"),
        ("pt-br", "pt-BR"),
        ("zh-hant", "zh-Hant"),
        ("ZH_HANT_TW", "zh-Hant-TW"),
        ("sr-latn", "sr-Latn"),
        ("sr_Latn_RS", "sr-Latn-RS"),
        ("es-419", "es-419"),
        ("grc", "grc"),
        ("ang", "ang"),
        ("en-x-FOO", "en-x-foo"),
        ("x-Elvish", "x-elvish"),
        ("de-CH-1996", "de-CH-1996"),
        ("ca-Valencia", "ca-valencia"),
        ("de-u-co-phonebk", "de-u-co-phonebk"),
        ("zh-yue", "zh-yue"),
        ("iw", "he"),
        ("in-ID", "id-ID"),
    ],
)
def test_a_tag_has_one_canonical_form(tag: str, form: str) -> None:
    assert canonical(tag) == form
    assert canonical(canonical(tag)) == form
    assert canonical(code(tag)) == form


NO_TAGS = [
    "", "e", "english!", "en-", "-en", "en--US", "123", "en US", "en_US.UTF-8", "sr@latin", "pt-B", "en-x",
    "toolonglanguage", "x", "en-x-toolongpart", "de-1", "ру", "en\n", "../de", "aaa-x" + "-a" * 40,
]  # fmt: skip


@pytest.mark.parametrize("tag", NO_TAGS)
def test_what_is_no_tag_is_refused(tag: str) -> None:
    with pytest.raises(BadName, match="is not a language tag; write it as BCP 47 does"):
        canonical(tag)
    with pytest.raises(BadName):
        language(tag)


def test_catalogs_have_the_form_of_gettext() -> None:
    assert [code(tag) for tag in ("de", "pt-BR", "zh-Hant", "en-x-scots")] == [
        "de",
        "pt_BR",
        "zh_Hant",
        "en_x_scots",
    ]
    assert language("pt_BR").code == "pt_BR"


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("hu", "Magyar"),
        ("pt-BR", "Português (Brasil)"),
        ("zh-Hant", "中文 (繁體)"),
        ("sr-Latn", "Srpski (latinica)"),
        ("ar", "العربية"),
        ("he", "עברית"),
        ("iw", "עברית"),
        ("grc", "Ἑλληνική"),
        ("grc-x-koine", "Ἑλληνική (koine)"),
        ("ang", "Englisc"),
        ("en-x-foo", "English (foo)"),
        ("en-US-x-twain", "English (United States, twain)"),
        ("de-1996", "Deutsch (1996)"),
        ("de-CH-1996", "Deutsch (Schweiz, 1996)"),
        ("ca-valencia", "Català (valencia)"),
        ("de-u-co-phonebk", "Deutsch (u-co-phonebk)"),
        ("ja-Latn", "日本語 (Latn)"),
        ("zh-Latn-pinyin", "中文 (Latn-pinyin)"),
        ("en-XX", "English (XX)"),
        ("mn-Mong", "Монгол (Mong)"),
        ("tlh", "tlh"),
        ("und", "und"),
        ("x-elvish", "x-elvish"),
    ],
)
def test_a_language_has_its_own_name(tag: str, name: str) -> None:
    assert language(tag).name == name


def test_two_languages_of_an_edition_never_look_alike() -> None:
    tags = [
        "de",
        "de-AT",
        "de-CH",
        "de-1901",
        "de-x-leicht",
        "sr",
        "sr-Latn",
        "sr-Cyrl",
        "zh-Hans",
        "zh-Hant",
        "zh-TW",
    ]
    assert len({language(tag).name for tag in tags}) == len(tags)


@pytest.mark.parametrize(
    ("tag", "other", "name"),
    [
        ("hu", "en", "Hungarian"),
        ("en", "fr", "anglais"),
        ("pt-BR", "de", "Portugiesisch (Brasilien)"),
        ("grc", "en", "Ancient Greek"),
        ("grc", "de", "Altgriechisch"),
        ("en-x-foo", "hu", "angol (foo)"),
        ("hu", "grc", "Magyar"),
        ("ang", "grc", "Englisc"),
        ("x-elvish", "en", "x-elvish"),
    ],
)
def test_a_language_has_a_name_in_another_one(tag: str, other: str, name: str) -> None:
    assert name_in(tag, other) == name


@pytest.mark.parametrize(
    "tag", ["ar", "he", "yi", "fa", "ur", "ckb", "syc", "arc", "ar-x-foo", "az-Arab", "pa-PK", "uz-AF"]
)
def test_written_from_right_to_left(tag: str) -> None:
    assert language(tag).direction == "rtl"


@pytest.mark.parametrize(
    "tag", ["en", "grc", "ang", "zh-Hant", "he-Latn", "az", "en-x-foo", "tlh", "und", "x-elvish"]
)
def test_written_from_left_to_right(tag: str) -> None:
    assert language(tag).direction == "ltr"


def test_directions_are_those_of_cldr() -> None:
    """Upright Mongolian is the exception: ``dir`` has no word for it."""
    for name in locale_identifiers():
        if "Mong" not in name:
            assert language(name).direction == Locale.parse(name).text_direction, name


def test_sentences_are_spaced_or_not() -> None:
    spaceless = {"zh", "zh-Hant", "zh-x-foo", "lzh", "yue", "ja", "th", "lo", "km", "my", "bo"}
    spaced = {"ko", "en", "grc", "vi", "ja-Latn", "zh-Latn-pinyin", "x-elvish"}
    assert {tag for tag in spaceless | spaced if not language(tag).spaced} == spaceless


@pytest.mark.parametrize(
    ("tag", "forms", "samples"),
    [
        ("en", 2, {0: 1, 1: 0, 2: 1}),
        ("hu", 2, {0: 1, 1: 0, 2: 1}),
        ("pt-BR", 2, {0: 0, 1: 0, 2: 1}),
        ("ja", 1, {0: 0, 1: 0}),
        ("uk", 3, {1: 0, 2: 1, 5: 2, 11: 2, 21: 0}),
        ("sr-Latn", 3, {1: 0, 2: 1, 5: 2}),
        ("ar", 6, {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5}),
        ("grc", 2, {1: 0, 2: 1}),
        ("ar-x-foo", 6, {100: 5}),
    ],
)
def test_plural_forms_choose_as_the_language_does(tag: str, forms: int, samples: dict[int, int]) -> None:
    found = re.fullmatch(r"nplurals=(\d); plural=(.+);", language(tag).plural_forms)
    assert found
    assert int(found[1]) == forms
    assert {n: chosen(found[2], n) for n in samples} == samples


def chosen(expression: str, n: int) -> int:
    """Work out a plural expression: C's, turned into Python's."""
    inner = expression.replace("&&", " and ").replace("||", " or ").replace("!=", "<>").replace("!", " not ")
    inner = inner.replace("<>", "!=")
    if inner.startswith("(") and inner.endswith(")"):
        inner = inner[1:-1]
    condition, question, rest = inner.partition("?")
    if not question:
        return int(eval(inner, {"n": n}))
    yes, _colon, no = rest.partition(":")
    return int(eval(yes, {"n": n})) if eval(condition, {"n": n}) else chosen(no, n)


def test_every_plural_header_is_one_that_gettext_accepts() -> None:
    """No header has an empty or doubled end; gettext itself is asked where it is installed."""
    headers = {language(name).plural_forms for name in locale_identifiers()}
    assert all(re.fullmatch(r"nplurals=[1-6]; plural=[^;]+;", header) for header in headers)
    msgfmt = shutil.which("msgfmt")
    for header in headers if msgfmt else ():
        count = int(header[9])
        entry = 'msgid "one"\nmsgid_plural "many"\n' + "".join(f'msgstr[{n}] "x"\n' for n in range(count))
        headed = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: {header}\\n"\n\n'
        done = subprocess.run(
            [str(msgfmt), "--check-format", "--output-file=/dev/null", "-"],
            input=(headed + entry).encode(),
            capture_output=True,
        )
        assert done.returncode == 0, (header, done.stderr)


@given(
    st.from_regex(
        r"[A-Za-z]{2,3}([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|[0-9]{3}))?([-_]x[-_][a-z0-9]{1,8})?",
        fullmatch=True,
    )
)
@settings(max_examples=200)
def test_any_well_formed_tag_is_a_language(tag: str) -> None:
    found = language(tag)
    assert found.tag == canonical(tag)
    assert found.name
    assert found.direction in ("ltr", "rtl")
    assert found.plural_forms.startswith("nplurals=")
