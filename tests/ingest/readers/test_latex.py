"""LaTeX as texts: what it sets, and what is said about commands that are not understood."""

import pytest

from documents import body, letters, read
from hexapla.model.errors import BadFile

TEXT = r"""\documentclass{book}\usepackage[german]{babel}\usepackage{unknown}\PassOptionsToPackage{x}{y}
\title{Die F\"ahre}\author{Anna Z.}
\begin{document}\maketitle\tableofcontents
\chapter{Erstes Ufer}
Ein \enquote{Wort} -- \emph{x}, \textsc{y}, \foreignlanguage{french}{mot}, H$_2$O.\footnote{Note \textit{eins}.}
% nichts
\begin{verse}Eins,\\
zwei.

Drei,\\ vier.\end{verse}
\begin{enumerate}\setcounter{enumi}{4}\item f\"unf\item sechs\end{enumerate}
\mystery{Wort}
\begin{flushright}\textit{Anna Zoll}\end{flushright}
\end{document}
"""


def test_a_text() -> None:
    text, report = read(TEXT, "a.tex")
    assert text.title == "Die Fähre"
    assert body(text) == (
        "<head>Die Fähre</head><p>Anna Z.</p>"
        '<div><head>Erstes Ufer</head><p>Ein „Wort“ – <hi rend="italic">x</hi>, <hi rend="smallcaps">y</hi>, '
        '<foreign xml:lang="fr">mot</foreign>, H<hi rend="sub">2</hi>O.'
        '<note n="1" place="foot">Note <hi rend="italic">eins</hi>.</note></p>'
        "<lg><l>Eins,</l><l>zwei.</l></lg><lg><l>Drei,</l><l>vier.</l></lg>"
        '<list rend="numbered"><item n="5">fünf</item><item n="6">sechs</item></list><p>Wort</p>'
        '<closer><signed><hi rend="italic">Anna Zoll</hi></signed></closer></div>'
    )
    assert [one.reason for one in report.decisions if one.kind == "markup"] == [
        r"This markup is not understood; the words in it are kept: \mystery{Wort}"
    ]


def test_marks_of_quotations_without_a_command_for_them() -> None:
    assert letters(read(r"\begin{document}``Wort''\end{document}", "a.tex")[0]) == "“Wort”"


def test_an_encoding_that_is_declared() -> None:
    source = r"\documentclass{a}\usepackage[latin1]{inputenc}\begin{document}Fähre\end{document}".encode(
        "cp1252"
    )
    assert letters(read(source, "a.tex")[0]) == "Fähre"


def test_files_that_are_not_read_are_named() -> None:
    _text, report = read(r"\begin{document}Text.\input{kapitel1}\end{document}", "a.tex")
    assert [("kapitel1" in one.reason) for one in report.decisions if one.kind == "input"] == [True]


def set_in(inner: str, before: str = "") -> str:
    return rf"\documentclass{{book}}{before}\begin{{document}}{inner}\end{{document}}"


def test_an_abstract_and_a_dedication_are_paragraphs() -> None:
    opening = r"\title{T}\dedication{F\"ur \emph{Anna}}"
    text, report = read(
        set_in(r"\maketitle\begin{abstract}Kurz.\end{abstract}\chapter{Eins}Text.", opening), "a.tex"
    )
    assert body(text) == (
        '<head>T</head><p>Für <hi rend="italic">Anna</hi></p><p>Kurz.</p><div><head>Eins</head><p>Text.</p></div>'
    )
    assert [(one.kind, one.line) for one in report.decisions] == [("dedication", 2), ("abstract", 3)]


def test_notes_of_other_packages_stand_at_their_places() -> None:
    source = (
        r"Wort\endnote{Am \emph{Ende}.} weiter\footnotemark{} dann\marginpar{Rand} und\sidenote[2]{Seite} aus."
        r"\footnotetext{Unten {x}.}"
    )
    assert body(read(set_in(source), "a.tex")[0]) == (
        '<p>Wort<note n="1" place="end">Am <hi rend="italic">Ende</hi>.</note> weiter'
        '<note n="2" place="foot">Unten x.</note> dann<note n="3" place="foot">Rand</note>'
        ' und<note n="4" place="foot">Seite</note> aus.</p>'
    )


def test_notes_that_do_not_end_or_lie_deep() -> None:
    with pytest.raises(BadFile, match=r"a\.tex: the file is damaged"):
        read(set_in(r"Eins\footnotemark\footnotetext{zwei"), "a.tex")
    deep = r"a\footnotemark\footnotetext{b" * 9 + "}" * 9
    assert letters(read(set_in(deep), "a.tex")[0]).count("b") == 9


def test_a_mark_within_what_is_not_understood_leaves_no_trace() -> None:
    assert letters(read(set_in(r"A \mystery{b\endnote{c}} d."), "a.tex")[0]) == "Abcd."


def test_hyphens_in_shorthands_of_german_are_hyphens() -> None:
    source = r'Dampf"=Schiff, Ur"-instinkt, Ein"~ und Aus, \verb|a"=b|, 5"-.'
    german = r"\usepackage[ngerman]{babel}"
    text, report = read(set_in(source, german), "a.tex")
    assert letters(text) == 'Dampf-Schiff,Urinstinkt,Ein-undAus,a"=b,5"-.'
    assert ["3 hyphens" in one.reason for one in report.decisions if one.kind == "hyphen"] == [True]
    assert '"=' in letters(read(set_in(source), "a.tex")[0])


def test_what_is_said_of_markup_is_what_became_of_it() -> None:
    text, report = read(set_in(r"Text \cite{foo}, \foo{Wort \ref{x}}.\includegraphics{a.png}"), "a.tex")
    assert "Text,Wort." in letters(text)
    assert [one.reason for one in report.decisions if one.kind in ("markup", "input")] == [
        r"This markup is not understood and is taken out: \cite{foo}",
        r"This markup is not understood; the words in it are kept, but not \ref{x}: \foo{Wort \ref{x}}",
    ]
