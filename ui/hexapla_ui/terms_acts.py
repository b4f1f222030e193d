"""Acts on the glossary, out of bodies: ``do`` names one, the other fields are checked here and nowhere else.

- ``only`` names one of a term's entries by its texts (empty: the one for all)
- ``add`` {lang, text, kind, subject, definition} · ``propose`` {concept, lang, text, words} · ``discuss`` {concept,
  lang, words, term} · ``decide`` {concept, lang, text, status, words, before, texts} · ``withdraw`` {concept, lang,
  text, words, only}
- ``describe`` {concept, subject, definition, source, kind, note, references} · ``describe-in`` {concept, lang,
  definition, source, note} · ``amend`` {concept, lang, text, part_of_speech, gender, forms, exact_case, keep, texts,
  context, note, only} · ``remove`` {concept} · ``merge`` {into, concept} · ``undo`` {change}
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from hexapla.model.glossary import Kind, Status
from hexapla.model.person import Person
from hexapla.work import changes
from hexapla.work.edition import Edition
from hexapla.work.terms import acts, describing
from hexapla_ui import bodies
from hexapla_ui.messages import _

LONG = 4000
LONGEST = 200
Body = dict[str, Any]
Choice = TypeVar("Choice", bound=StrEnum)


def act(edition: Edition, person: Person, body: Body) -> Body:
    """Carry out an act and return its change set, and the concept's id where one was made."""
    acting = _ACTS.get(bodies.word(body, "do", most=20))
    if acting is None:
        raise bodies.BadBody(_("“{name}” must be one of {all}.").format(name="do", all=", ".join(_ACTS)))
    return acting(edition, person, body)


def choice(body: Body, name: str, kinds: type[Choice], default: Choice | None = None) -> Choice:
    """Take one of a few words."""
    if default is not None and not body.get(name):
        return default
    try:
        return kinds(bodies.word(body, name, most=40))
    except ValueError as error:
        raise bodies.BadBody(
            _("“{name}” must be one of {all}.").format(name=name, all=", ".join(kinds))
        ) from error


def term(body: Body, name: str) -> str:
    """Take a term, or a candidate’s key: it may hold signs that join or part letters, which nobody sees."""
    value = body.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        raise bodies.BadBody(_("“{name}” is missing or too long.").format(name=name))
    return value


def words_by_language(body: Body, name: str) -> dict[str, str]:
    """Take a text for each of some languages."""
    value = body.get(name) or {}
    if not isinstance(value, dict) or len(value) > 100:
        raise bodies.BadBody(_("“{name}” must be an object of texts.").format(name=name))
    return {lang: term(value, lang) for lang in value}


def _add(edition: Edition, person: Person, body: Body) -> Body:
    made = acts.add(
        edition,
        person,
        bodies.word(body, "lang"),
        term(body, "text"),
        kind=choice(body, "kind", Kind, Kind.TERM),
        subject=text(body, "subject"),
        definition=text(body, "definition"),
    )
    return {"change": made.change, "id": made.id}


def _propose(edition: Edition, person: Person, body: Body) -> Body:
    return _done(acts.propose(edition, person, *_place(body), term(body, "text"), text(body, "words")))


def _discuss(edition: Edition, person: Person, body: Body) -> Body:
    about = term(body, "term") if body.get("term") else ""
    return _done(acts.discuss(edition, person, *_place(body), text(body, "words"), about))


def _decide(edition: Edition, person: Person, body: Body) -> Body:
    number = acts.decide(
        edition,
        person,
        *_place(body),
        term(body, "text"),
        status=choice(body, "status", Status, Status.PREFERRED),
        words=text(body, "words"),
        before=choice(body, "before", Status, Status.SUPERSEDED),
        texts=_words(body, "texts"),
    )
    return _done(number)


def _withdraw(edition: Edition, person: Person, body: Body) -> Body:
    return _done(
        acts.withdraw(
            edition, person, *_place(body), term(body, "text"), text(body, "words"), only=_only(body)
        )
    )


def _describe(edition: Edition, person: Person, body: Body) -> Body:
    fields: Body = {
        name: text(body, name) for name in ("subject", "definition", "source", "note") if name in body
    }
    if "kind" in body:
        fields["kind"] = choice(body, "kind", Kind)
    if "references" in body:
        fields["references"] = _words(body, "references")
    return _done(describing.describe(edition, person, bodies.word(body, "concept"), **fields))


def _describe_in(edition: Edition, person: Person, body: Body) -> Body:
    fields = {name: text(body, name) for name in ("definition", "source", "note") if name in body}
    return _done(describing.describe_in(edition, person, *_place(body), **fields))


def _amend(edition: Edition, person: Person, body: Body) -> Body:
    fields: Body = {
        name: text(body, name) for name in ("part_of_speech", "gender", "context", "note") if name in body
    }
    fields |= {name: _words(body, name) for name in ("forms", "texts") if name in body}
    fields |= {name: _switch(body, name) for name in ("exact_case", "keep") if name in body}
    return _done(
        describing.amend(edition, person, *_place(body), term(body, "text"), only=_only(body), **fields)
    )


def _remove(edition: Edition, person: Person, body: Body) -> Body:
    return _done(describing.remove(edition, person, bodies.word(body, "concept")))


def _merge(edition: Edition, person: Person, body: Body) -> Body:
    return _done(describing.merge(edition, person, bodies.word(body, "into"), bodies.word(body, "concept")))


def _undo(edition: Edition, person: Person, body: Body) -> Body:
    return _done(changes.undo(edition, person, bodies.number(body, "change")).change)


def _place(body: Body) -> tuple[str, str]:
    return bodies.word(body, "concept"), bodies.word(body, "lang")


def _only(body: Body) -> tuple[str, ...] | None:
    """Take the texts of the entry that is meant; nothing: all entries of the term."""
    return _words(body, "only") if "only" in body else None


def _done(number: int) -> Body:
    return {"change": number}


def text(body: Body, name: str) -> str:
    """Take a text of several lines, which may be missing."""
    value = body.get(name) or ""
    if not isinstance(value, str) or len(value) > LONG:
        raise bodies.BadBody(_("“{name}” is missing or too long.").format(name=name))
    return value


def _switch(body: Body, name: str) -> bool:
    if not isinstance(body[name], bool):
        raise bodies.BadBody(_("“{name}” must be true or false.").format(name=name))
    return body[name] is True


def _words(body: Body, name: str) -> tuple[str, ...]:
    """Take a list of short texts, which may be missing."""
    value = body.get(name) or []
    if not isinstance(value, list) or len(value) > 100:
        raise bodies.BadBody(_("“{name}” must be a list of texts.").format(name=name))
    return tuple(term({name: one}, name) for one in value)


_ACTS: dict[str, Callable[[Edition, Person, Body], Body]] = {
    "add": _add,
    "propose": _propose,
    "discuss": _discuss,
    "decide": _decide,
    "withdraw": _withdraw,
    "describe": _describe,
    "describe-in": _describe_in,
    "amend": _amend,
    "remove": _remove,
    "merge": _merge,
    "undo": _undo,
}
