"""Suggestions, comments and the history of a unit: reading, adding, closing, accepting, restoring."""

from hexapla.formats.tei import runs
from hexapla.model.catalog import State
from hexapla.model.change import Row, Save
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.grid import Answer, Runs
from hexapla.model.messages import _, shown
from hexapla.model.person import Person, Right
from hexapla.model.remarks import QUESTIONS, Offer, Past, Said, UnitRemarks
from hexapla.work import save as saving
from hexapla.work.edition import Edition
from hexapla.work.people import allow, names_of, welcome

LONGEST = 4000
"""Characters of a comment."""
KINDS = ("comment", "suggestion", "waiver")


def unit(edition: Edition, person: Person, slug: str, lang: str, unit_id: str) -> UnitRemarks:
    """Return the open comments (of other languages too), the open suggestions and the history of a unit."""
    welcome(person)
    tag, text_id = edition.language(slug, lang), edition.text_id(slug)
    row, names = edition.desk.row(text_id, tag, unit_id), names_of(edition)
    comments = [
        Said(one.id, one.text, names.get(one.by, one.by), one.at, one.question, one.every_language, one.lang)
        for one in (*row.entry.comments, *row.shared)
    ]
    suggestions = [
        Offer(one.id, runs.to_runs(one.text), names.get(one.by, one.by), one.at, one.origin)
        for one in row.entry.suggestions
    ]
    history = [
        Past(
            one.number,
            runs.to_runs(one.msgstr),
            str(one.state),
            names.get(one.by, one.by),
            one.at,
            one.kind,
            one.units,
            one.live,
        )
        for one in reversed(edition.desk.revisions(text_id, tag, unit_id))
    ]
    return UnitRemarks(tuple(comments), tuple(suggestions), tuple(history))


def comment(
    edition: Edition,
    person: Person,
    slug: str,
    lang: str,
    unit_id: str,
    text: str,
    *,
    question: str = "",
    every_language: bool = False,
) -> int:
    """Add a comment, or a question to one of QUESTIONS; returns its number."""
    welcome(person)
    if not text.strip() or len(text) > LONGEST:
        raise HexaplaError(_("A comment has between 1 and {n} characters.").format(n=LONGEST))
    if question and question not in QUESTIONS:
        raise NotFound(
            _("A question goes to one of {all}, not to “{whom}”.").format(
                all=", ".join(QUESTIONS), whom=shown(question)
            )
        )
    text_id, tag, row = _row(edition, slug, lang, unit_id)
    return edition.desk.remarks.comment(
        person, text_id, tag, row.entry.units, text, question=question, every_language=every_language
    )


def suggest(edition: Edition, person: Person, slug: str, lang: str, unit_id: str, target: Runs) -> int:
    """Offer another text for a unit; returns the change set, 0 if the same is offered already."""
    welcome(person)
    text_id, tag, row = _row(edition, slug, lang, unit_id)
    text = runs.from_runs(target)
    if not text.strip() or text == row.entry.msgstr:
        raise HexaplaError(_("A suggestion is a text other than the one that is there."))
    return edition.desk.suggest(person, text_id, tag, row.entry.units, text, "person")


def turn(edition: Edition, person: Person, kind: str, number: int, *, to_open: bool = False) -> int:
    """Close or open a comment, a suggestion or a waiver; returns the change set, 0 if it is so already.

    One's own remarks, and those in a language that one may translate or review; a waiver takes the right to review.
    """
    welcome(person)
    if kind not in KINDS:
        raise NotFound(_("There are no remarks of the kind “{kind}”.").format(kind=shown(kind)))
    _text, lang, _units, by = edition.desk.remarks.where(kind, number)
    if kind == "waiver":
        allow(person, Right.REVIEW, lang)
    elif by != person.id and not person.may(Right.REVIEW, lang):
        allow(person, Right.TRANSLATE, lang)
    return edition.desk.remarks.turn(person, kind, number, to_open=to_open)


def accept(
    edition: Edition,
    person: Person,
    slug: str,
    lang: str,
    unit_id: str,
    number: int,
    *,
    client: str,
    op: str,
    revision: int,
    seen: State,
) -> Answer:
    """Make a suggestion the unit's text, as *translated*; answered like a save, stale if it comes too late."""
    text_id, tag, row = _row(edition, slug, lang, unit_id)
    allow(person, Right.TRANSLATE, tag)
    change = Save(client, op, text_id, tag, row.entry.units, "", State.TRANSLATED, revision, seen)
    return saving.answer(edition, edition.desk.remarks.accept(person, number, change))


def restore(
    edition: Edition,
    person: Person,
    slug: str,
    lang: str,
    unit_id: str,
    number: int,
    *,
    client: str,
    op: str,
    revision: int,
    seen: State,
) -> Answer:
    """Save the text of an earlier revision again, to be looked at: as *needs work* where its source was another."""
    text_id, tag, row = _row(edition, slug, lang, unit_id)
    allow(person, Right.TRANSLATE, tag)
    found = next((one for one in edition.desk.revisions(text_id, tag, unit_id) if one.number == number), None)
    if found is None or found.units != row.entry.units:
        raise NotFound(_("Revision {n} is not one of this unit as it stands now.").format(n=number))
    state = State.TRANSLATED if found.msgid == row.entry.msgid else State.NEEDS_WORK
    change = Save(client, op, text_id, tag, row.entry.units, found.msgstr, state, revision, seen)
    return saving.answer(edition, edition.desk.save(person, change))


def _row(edition: Edition, slug: str, lang: str, unit_id: str) -> tuple[str, str, Row]:
    tag, text_id = edition.language(slug, lang), edition.text_id(slug)
    return text_id, tag, edition.desk.row(text_id, tag, unit_id)
