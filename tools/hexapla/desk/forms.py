"""What is known of written words: a memory that several processes fill at once, and that may be lost at any time."""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import Connection, func, select, text

from hexapla.desk.tables import form
from hexapla.model.terms import Forms

SOME = 2000
"""Words that are asked for, or stored, at once."""
T = TypeVar("T")
_UNFIT = re.compile("[\0\ud800-\udfff]")
"""A NUL, or half a character: no database holds a word with one."""

# Both kinds of databases speak this. Whoever knows a word by another version is written over: it is asked for no more.
_PUT = text(
    "INSERT INTO form (lang, word, version, lemmas, guess, stem)"
    " VALUES (:lang, :word, :version, :lemmas, :guess, :stem)"
    " ON CONFLICT (lang, word) DO UPDATE SET version = excluded.version, lemmas = excluded.lemmas,"
    " guess = excluded.guess, stem = excluded.stem"
)


def get(connection: Connection, lang: str, version: str, words: Collection[str]) -> dict[str, Forms]:
    """Return what is remembered of these words under just this version."""
    found = {}
    for some in _some([word for word in words if _can_be_kept(word)]):
        rows = connection.execute(
            select(form.c.word, form.c.lemmas, form.c.guess, form.c.stem).where(
                form.c.lang == lang, form.c.version == version, form.c.word.in_(some)
            )
        )
        for word, lemmas, guess, stem in rows:
            found[word] = Forms(tuple(json.loads(lemmas)), guess, stem)
    return found


def counts(connection: Connection) -> dict[str, int]:
    """Count the words that are remembered, by language."""
    rows = connection.execute(select(form.c.lang, func.count()).group_by(form.c.lang).order_by(form.c.lang))
    return {lang: int(number) for lang, number in rows}


def put(connection: Connection, lang: str, version: str, forms: Mapping[str, Forms]) -> None:
    """Remember; a word that no database can hold is passed over."""
    for some in _some([word for word in forms if _can_be_kept(word)]):
        connection.execute(_PUT, [_row(lang, version, word, forms[word]) for word in some])


def _row(lang: str, version: str, word: str, known: Forms) -> dict[str, str]:
    lemmas = json.dumps(known.lemmas, ensure_ascii=False)
    return {
        "lang": lang,
        "word": word,
        "version": version,
        "lemmas": lemmas,
        "guess": known.guess,
        "stem": known.stem,
    }


def _can_be_kept(word: str) -> bool:
    return not _UNFIT.search(word)


def _some(all_of_them: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(all_of_them), SOME):
        yield all_of_them[start : start + SOME]
