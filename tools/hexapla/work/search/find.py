"""Answering a search: names resolved, patterns tried, a page at a time."""

from dataclasses import replace
from typing import Any

import re2

from hexapla.desk.words import folded
from hexapla.formats import tbx
from hexapla.formats.tei import inline
from hexapla.model import languages
from hexapla.model.change import Row
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.messages import _, shown
from hexapla.model.person import Person
from hexapla.model.search import Cursor, Hit, Hits, Query, Side, Words
from hexapla.work.edition import Edition
from hexapla.work.people import names_of, welcome
from hexapla.work.search.asked import Asked, Pattern, asked
from hexapla.work.sync.glossary import GLOSSARY

Regexp = Any
"""A compiled pattern of RE2, which has no types of its own."""
LIMIT = 200
"""Hits of one page at most."""
TRIED = 5_000
"""Texts that patterns are tried on for one page: a page may be short, and the next one goes on from there."""


def find(edition: Edition, person: Person, line: str, *, after: str = "", limit: int = 50) -> Hits:
    """Return a page of what a line asks for; ``after`` is what the page before said.

    Raises HexaplaError for a line that cannot be read, NotFound for names that are not known.
    """
    welcome(person)
    wanted = asked(line[:1000])
    query, patterns = _resolved(edition, person, wanted), _compiled(wanted.patterns)
    cursor, limit = _cursor(edition, after), max(1, min(limit, LIMIT))
    hits: list[Hit] = []
    tried, slugs = 0, {stored.id: stored.slug for stored in edition.desk.texts()}
    size = 500 if patterns else limit
    while True:
        some = edition.desk.search.page(query, after=cursor, limit=size)
        for cursor, row in some:
            if all(_fits(row, side, pattern, absent) for pattern, side, absent in patterns):
                hits.append(_hit(slugs[cursor.text], cursor, row))
            if len(hits) == limit:
                return Hits(tuple(hits), _written(slugs, cursor))
        tried += len(some)
        if len(some) < size or cursor is None:
            return Hits(tuple(hits))
        if tried >= TRIED:
            return Hits(tuple(hits), _written(slugs, cursor))


def _resolved(edition: Edition, person: Person, wanted: Asked) -> Query:
    query = wanted.query
    texts = frozenset(edition.text_id(slug) for slug in wanted.slugs) or _texts(edition)
    return replace(
        query,
        texts=texts,
        langs=query.langs or frozenset(edition.settings.targets),
        by=_id(edition, person, query.by),
        assigned=_id(edition, person, query.assigned),
        either=tuple(words for concept in wanted.concepts for words in _terms(edition, concept)),
    )


def _texts(edition: Edition) -> frozenset[str]:
    """Return the ids of the edition's own texts: the desk may hold some that were taken out."""
    return frozenset(stored.id for stored in edition.desk.texts() if edition.settings.text(stored.slug))


def _id(edition: Edition, person: Person, said: str) -> str:
    """Return the id of a person that was named by it, by name, or as ``me``."""
    if said in ("", "me"):
        return said and person.id
    for id_, name in names_of(edition).items():
        if said.casefold() in (id_.casefold(), name.casefold()):
            return id_
    raise NotFound(_("Nobody is known here as {id}.").format(id=shown(said)))


def _terms(edition: Edition, concept: str) -> list[Words]:
    """Return the terms of a concept in the language of the edition, to be looked for in sources."""
    source = edition.desk.document(GLOSSARY)
    glossary = tbx.parse(source, file=GLOSSARY) if source else None
    for one in glossary.concepts if glossary else ():
        if one.id == concept:
            return [
                Words(tuple(folded(term.text)), Side.SOURCE, begins=True)
                for section in one.sections
                if languages.canonical(section.lang) == edition.settings.source
                for term in section.terms
                if folded(term.text)
            ]
    raise NotFound(_("The glossary has no concept “{id}”.").format(id=shown(concept)))


def _compiled(patterns: tuple[Pattern, ...]) -> list[tuple[Regexp, Side, bool]]:
    made = []
    for one in patterns:
        try:
            made.append((re2.compile(one.text, _quiet()), one.side, one.absent))
        except re2.error as error:
            reason = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error)
            raise HexaplaError(
                _("“{pattern}” is no pattern that can be searched for: {reason}.").format(
                    pattern=shown(one.text, 60), reason=shown(reason, 100)
                )
            ) from error
    return made


def _quiet() -> Any:
    """Return options with which RE2 writes no line of its own to standard error."""
    options = re2.Options()
    options.log_errors = False
    return options


def _fits(row: Row, side: Side, pattern: Regexp, absent: bool) -> bool:
    sides = {
        Side.SOURCE: (row.entry.msgid,),
        Side.TARGET: (row.entry.msgstr,),
        Side.ANY: (row.entry.msgid, row.entry.msgstr),
    }
    return any(pattern.search(inline.plain(text)) for text in sides[side]) is not absent


def _hit(slug: str, place: Cursor, row: Row) -> Hit:
    entry = row.entry
    return Hit(
        slug,
        place.lang,
        entry.units,
        row.position,
        inline.plain(entry.msgid),
        inline.plain(entry.msgstr),
        entry.state,
        entry.by,
        entry.at,
    )


def _written(slugs: dict[str, str], cursor: Cursor) -> str:
    return f"{slugs[cursor.text]}:{cursor.lang}:{cursor.position}"


def _cursor(edition: Edition, after: str) -> Cursor | None:
    if not after:
        return None
    slug, _colon, rest = after.partition(":")
    lang, _colon, position = rest.partition(":")
    if not position.isdecimal() or len(position) > 12:
        raise HexaplaError(
            _("“{after}” is no place that a search has stopped at.").format(after=shown(after))
        )
    return Cursor(edition.text_id(slug), languages.canonical(lang), int(position))
