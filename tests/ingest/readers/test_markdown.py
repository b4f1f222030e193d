"""Markdown as texts: no letter is changed, HTML within is read too."""

from documents import body, letters, read

TEXT = """\
---
title: Die Fähre
subtitle: Ein Versuch
author: Anna Z.
lang: de
---

> Ein Motto.

# Erstes Ufer

Ein *Wort* "gerade" -- 'so' [^a] mit <sup>hoch</sup>, @x, $a=b$ und \\foo{bar}.

[^a]: Note **eins**.

    Zweiter Absatz.

| Eins fährt,
|   zwei fährt.
|
| Drei.

7. sieben

    mehr

8. acht

<p align="center">⁂</p>

::: Sprecherin
Anna
:::

Ich sage [mot]{lang=fr}.

::: Unterschrift
Anna Z.
:::
"""


def test_a_text() -> None:
    text, report = read(TEXT, "a.md")
    assert text.title == "Die Fähre"
    assert "Anna Z." in repr(text.header)
    assert body(text) == (
        '<head>Die Fähre</head><head>Ein Versuch</head><p>Anna Z.</p><quote rend="block"><p>Ein Motto.</p></quote>'
        '<div><head>Erstes Ufer</head><p>Ein <hi rend="italic">Wort</hi> "gerade" -- \'so\' '
        '<note n="1" place="foot"><p>Note <hi rend="bold">eins</hi>.</p><p>Zweiter Absatz.</p></note>'
        ' mit <hi rend="sup">hoch</hi>, @x, <hi rend="formula">a=b</hi> und \\foo{bar}.</p>'
        "<lg><l>Eins fährt,</l><l>zwei fährt.</l></lg><lg><l>Drei.</l></lg>"
        '<list rend="numbered"><item n="7"><p>sieben</p><p>mehr</p></item><item n="8">acht</item></list>'
        '<p rend="break">⁂</p>'
        '<sp><speaker>Anna</speaker><p>Ich sage <foreign xml:lang="fr">mot</foreign>.</p></sp>'
        "<closer><signed>Anna Z.</signed></closer></div>"
    )
    assert [one.kind for one in report.decisions] == ["note", "break"]


def test_what_stands_in_the_files_of_programmers() -> None:
    text, _report = read("# Netze\n\nSiehe `a  b`.\n\n```\nx  y\nz\n```\n", "a.markdown")
    assert letters(text) == "NetzeSieheab.xyz"


def test_a_note_that_nothing_points_to_is_a_paragraph_at_the_end() -> None:
    text, report = read(
        "Text [^a], `[^b]`.\n\n[^a]: Nie.\n[^a]: A\n[^b]: Nie *benutzt*,\nfaul.\n\n    Zweiter.\n\nMehr.\n\n"
        "```\n[^x]: y\n```\n",
        "a.md",
    )
    assert body(text).endswith(
        '<p>Mehr.</p><p rend="code">[^x]: y</p><p>Nie.</p>'
        '<p>Nie <hi rend="italic">benutzt</hi>, faul.</p><p>Zweiter.</p>'
    )
    assert [one.reason for one in report.decisions if "“b”" in one.reason] == [
        "Nothing points to the note “b”; it is kept as a paragraph at the end."
    ]


def test_a_text_without_a_title_is_called_by_its_head_or_its_file() -> None:
    assert read("# Netze\n\nNass.\n", "a.md")[0].title == "Netze"
    assert read("---\nauthor: Anna\n---\n\nNass.\n", "netze.md")[0].title == "netze"
