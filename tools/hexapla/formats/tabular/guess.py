"""What the columns of a table probably say, by their names; a person looks at it before anything is stored."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache

from babel import Locale

from hexapla.formats.tabular.columns import OF_CONCEPT, OF_EITHER, OF_TERM, Column, Field, Mapping, Sheet
from hexapla.formats.tabular.words import FIELDS, SOURCES, TARGETS, plain
from hexapla.model.errors import BadName
from hexapla.model.languages import canonical, language, name_in

_SPEAK = ("en", "de", "fr")
"""The languages in which columns are named."""
_BETWEEN = re.compile(r"[\s:()\[\],;/|.–—-]+")
_JOINTS = frozenset({"in", "of", "auf", "en", "the", "de la", "du", "des", "for", "fur", "pour", "im", "am"})
_LABEL = 40
"""The most characters of a name; a longer one is a text."""


def guess(sheet: Sheet, languages: Sequence[str] = ()) -> Mapping:
    """Return what a sheet's columns say, as far as their names do, in English, German or French, or by language tags.

    ``languages`` are the edition's, the source language first: a file's ``en-US`` is taken for its only ``en``. A
    status, a gender and the like that name no language are of the term before them, or of the first language where
    several stand before them side by side; a definition or note is of the term before it if there are several. A table
    of as many columns as languages, or fewer, of whose first row not two cells are names is terms without names.
    """
    known = tuple(dict.fromkeys((*map(canonical, languages), *_said(sheet.columns))))
    columns = [_column(name, known) for name in sheet.columns]
    sure = [not _is_word(name, column, known) for name, column in zip(sheet.columns, columns, strict=True)]
    if not any(sure):  # “war” is a language’s code, and also just a word
        columns = [Column()] * len(columns)
    named = [plain(name) for name in sheet.columns]
    if known and TARGETS & set(named):
        columns = [
            Column(Field.TERM, known[0]) if name in ("source", "quelle") else column
            for name, column in zip(named, columns, strict=True)
        ]
    named_cells = sum(column.field is not Field.IGNORE for column in columns)
    used = [
        nth for nth, name in enumerate(sheet.columns) if name.strip() or any(row[nth] for row in sheet.rows)
    ]
    if named_cells < 2 <= len(used) <= len(known):
        places = dict(zip(used, known, strict=False))
        terms = [
            Column(Field.TERM, places[nth]) if nth in places else Column() for nth in range(len(columns))
        ]
        return Mapping(tuple(terms), header=False)
    made: list[Column] = []
    for nth in range(len(columns)):
        column = _near(columns, nth, known)
        if column in made:  # of two kinds of English, the second is what it says
            column = _column(sheet.columns[nth], ())
        made.append(Column() if column in made else column)
    return Mapping(tuple(made))


def _said(names: Sequence[str]) -> Iterator[str]:
    """Yield the tags of names such as ``grc:status``, which nobody writes who means anything else."""
    for name in names:
        head, colon, tail = name.partition(":")
        if colon and plain(tail) in FIELDS:
            with suppress(BadName):
                yield canonical(head.strip())


def _is_word(name: str, column: Column, known: tuple[str, ...]) -> bool:
    """Whether a name says nothing, or may well be an ordinary word that is some language’s code too."""
    if column.field is Field.IGNORE:
        return True
    small = name.strip()
    return (
        column.field is Field.TERM
        and column.lang not in known
        and len(small) > 2
        and small == small.lower()
        and plain(name) not in FIELDS
        and plain(name) not in _names(known)
        and _tag(small, known) == column.lang
    )


def _near(columns: list[Column], nth: int, known: tuple[str, ...]) -> Column:
    """Give what names no language, but is said of a term, that of the term before it, else of the next one.

    Where several terms stand before it side by side, it is meant for that of the source language, or the first of them.
    """
    column = columns[nth]
    several = column.field in OF_EITHER and columns.count(column) > 1
    if column.lang or not (column.field in OF_TERM or several):
        return column
    before = [one.lang for one in columns[:nth] if one.field is Field.TERM][-1:]
    after = [one.lang for one in columns[nth:] if one.field is Field.TERM][:1]
    if not several and len(side := _side_by_side(columns[:nth])) > 1:
        own = [one.lang for one in columns[:nth] if one.field is Field.TERM and one.lang in known[:1]]
        before = own or side
    langs = before if several else before + after
    return replace(column, lang=langs[0]) if langs else column if several else Column()


def _side_by_side(columns: list[Column]) -> list[str]:
    """Return the languages of the last terms between which nothing else stands."""
    side: list[str] = []
    for one in reversed(columns):
        if one.field is Field.TERM:
            side.insert(0, one.lang)
        elif side:
            break
    return side


def _column(name: str, known: tuple[str, ...]) -> Column:
    """Return what one name says."""
    head, colon, tail = name.partition(":")
    if colon and (lang := _tag(head.strip(), known)) and plain(tail) in FIELDS:
        return Column(FIELDS[plain(tail)], lang)
    small = plain(name)
    if not small or len(small) > _LABEL:
        return Column()
    if small in SOURCES and known:
        return Column(Field.TERM, known[0])
    if small in TARGETS and len(known) > 1:
        return Column(Field.TERM, known[1])
    if small in FIELDS and not (small in known and small != "id"):
        field = FIELDS[small]
        return Column(field, known[0]) if field is Field.TERM and known else Column(field)
    if lang := _lang(name, known):
        return Column(Field.TERM, lang)
    return _both(name, known)


def _both(name: str, known: tuple[str, ...]) -> Column:
    """Return what a name of a field and a language says: ``German term``, ``Status (DE)``, ``fr_note``."""
    words = [word for word in _BETWEEN.split(name.replace("_", " ")) if word]
    for length in range(len(words) - 1, 0, -1):
        for field, lang in ((words[:length], words[length:]), (words[-length:], words[:-length])):
            while len(lang) > 1 and plain(lang[0]) in _JOINTS:
                lang = lang[1:]
            found, tag = (
                FIELDS.get(plain(" ".join(field))),
                _lang(" ".join(lang), known) or _lang("-".join(lang), known),
            )
            if found and tag and found not in OF_CONCEPT:
                return Column(found, tag)
    return Column()


def _lang(text: str, known: tuple[str, ...]) -> str:
    """Return the language that a text names, by its tag or its name; empty where it names none."""
    found = _names(known).get(plain(text)) or _tag(text.strip(), known)
    if found:
        return found
    named = re.fullmatch(r"(.+?)\s*[(\[]\s*([\w-]+)\s*[)\]]", text.strip())
    return _lang(named[1], known) if named else ""


def _tag(text: str, known: tuple[str, ...]) -> str:
    """Return the language of a tag: a known one where that is it, or the only one of its kind."""
    try:
        tag = canonical(text)
    except BadName:
        return ""
    if tag in known:
        return tag
    base = tag.partition("-")[0]
    if base not in _codes() and base not in {one.partition("-")[0] for one in known} and base != "x":
        return ""
    like = [one for one in known if one.partition("-")[0] == base]
    return like[0] if len(like) == 1 and base != "x" else tag


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    """Return the tags of the languages that CLDR has a name for."""
    return frozenset(Locale.parse("en").languages)


@lru_cache(maxsize=16)
def _names(known: tuple[str, ...]) -> dict[str, str]:
    """Return languages by their names, the known ones by their own too."""
    names: dict[str, str] = {}
    for speaker in _SPEAK:
        for code, name in Locale.parse(speaker).languages.items():
            if tag := _tag(code.replace("_", "-"), known):
                names.setdefault(plain(name), tag)
    for tag in known:
        for name in (language(tag).name, *(name_in(tag, speaker) for speaker in _SPEAK)):
            names[plain(name)] = tag
    return names
