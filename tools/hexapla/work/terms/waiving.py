"""Waiving a finding about a term: it is right as it is, for a reason, until the texts or the decision change."""

import hashlib
from collections.abc import Iterable
from typing import TypeAlias

from hexapla.checks.terms import NAMES
from hexapla.model.catalog import Waiver
from hexapla.model.change import Row
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.glossary import Concept, Glossary, in_text
from hexapla.model.messages import _, shown
from hexapla.model.person import Person, Right
from hexapla.model.worklist import TaskState
from hexapla.work.edition import Edition
from hexapla.work.people import allow_either
from hexapla.work.terms import glossary as kept
from hexapla.work.terms.standing import Standing

Waived: TypeAlias = dict[tuple[tuple[str, ...], str], str]
"""The reasons of waivers, by the units of the entry and concept."""
UNDECIDED = frozenset({"same-source", "same-target", "term-varies"})
"""Findings that nothing in the glossary says: their subjects are words, and they are waived for the texts alone."""


def waive(
    edition: Edition, person: Person, slug: str, lang: str, unit: str, concept: str, finding: str, reason: str
) -> int:
    """Waive a finding about a concept in an entry; returns the waiver's number.

    Those of UNDECIDED are named by their subject in the place of a concept. Raises Denied, NotFound, and HexaplaError
    where there is no reason.
    """
    tag, text_id = edition.language(slug, lang), edition.text_id(slug)
    allow_either(person, (Right.REVIEW, Right.TERMS), tag)
    if finding not in NAMES:
        raise NotFound(_("There is no finding “{name}”.").format(name=shown(finding, 40)))
    if not reason.strip():
        raise HexaplaError(_("Say why it is right as it is: a waiver needs a reason."))
    one = None if finding in UNDECIDED else kept.concept(kept.read(edition).glossary, concept)
    entry = edition.desk.row(text_id, tag, unit).entry
    made = Waiver(
        finding,
        concept,
        entry.units,
        hash_of(entry.msgid, entry.msgstr, one, tag, slug),
        " ".join(reason.split())[:2000],
    )
    number = edition.desk.remarks.waive(person, text_id, tag, entry.units, made)
    left = edition.desk.worklist.list(concept=concept, lang=tag, state=TaskState.OPEN, limit=None)
    same = [task.id for task in left if task.text == text_id and set(task.units) & set(entry.units)]
    if same:
        edition.desk.worklist.close(person, same, TaskState.WAIVED, made.reason)
    return number


def waived(glossary: Glossary, rows: Iterable[Row], lang: str, slug: str) -> Waived:
    """Return the waivers of these rows of a text that still hold; rows are to be fresh: a waiver makes no revision."""
    concepts = {one.name: one for one in glossary.concepts}
    return {
        (row.entry.units, one.subject): one.reason
        for row in rows
        for one in row.entry.waivers
        if one.subject in concepts
        and one.hash == hash_of(row.entry.msgid, row.entry.msgstr, concepts[one.subject], lang, slug)
    }


def of_text(edition: Edition, now: Standing) -> Waived:
    """Return the waivers of a text in a language, if anything there wants somebody’s attention."""
    if not any(judged.judgement.is_open for entry in now.judged for judged in entry):
        return {}
    rows = edition.desk.rows(edition.text_id(now.slug), now.lang, limit=None)
    return waived(kept.read(edition).glossary, rows, now.lang, now.slug)


def hash_of(msgid: str, msgstr: str, concept: Concept | None, lang: str, slug: str) -> str:
    """Return what a waiver holds for: the entry's inline forms, and the concept's terms with their statuses there."""
    terms = sorted(
        f"{term.text}={term.status or ''}"
        for part in (concept.sections if concept else ())
        if part.lang == lang
        for term in in_text(part.terms, slug)
        if term is not None
    )
    return hashlib.sha256("\0".join((msgid, msgstr, *terms)).encode()).hexdigest()[:12]
