"""LaTeX as texts: what it sets, and what is said about commands that are not understood."""

from documents import body, letters, read

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
