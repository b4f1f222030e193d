"""The worklist of decisions: what is still to be mended, what was, and what was waived."""

from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.checks.terms import finding_of
from hexapla.formats.tei import runs
from hexapla.formats.tei.plain import plain
from hexapla.model.errors import HexaplaError
from hexapla.model.grid import Runs
from hexapla.model.judged import Judged
from hexapla.model.messages import _
from hexapla.model.person import Person, Right
from hexapla.model.worklist import Task, TaskState
from hexapla.terms import inflect
from hexapla.work.edition import Edition
from hexapla.work.people import allow_either, names_of, welcome
from hexapla.work.terms import glossary as kept
from hexapla.work.terms import standing, waiving
from hexapla.work.terms.listing import head

PAGE = 50


@dataclass(frozen=True)
class Work:
    """One task with what is needed to do it: source and target with their terms, and what a save must send back."""

    task: Task
    slug: str
    n: str
    head: str
    source: str
    source_spans: tuple[tuple[int, int], ...]
    target: str
    spans: tuple[tuple[int, int], ...]
    proposal: str
    revision: int
    state: str
    source_runs: Runs
    target_runs: Runs
    by: str
    """The name of who closed it."""


def listed(
    edition: Edition,
    person: Person,
    *,
    concept: str | None = None,
    lang: str | None = None,
    state: TaskState | None = TaskState.OPEN,
    after: int = 0,
) -> tuple[list[Work], bool]:
    """Return up to PAGE tasks with what is needed to do them, and whether there are more.

    What was mended meanwhile, by whatever way, is closed first.
    """
    welcome(person)
    settle(edition, person)
    found = edition.desk.worklist.list(concept=concept, lang=lang, state=state, after=after, limit=PAGE + 1)
    glossary, names = kept.read(edition).glossary, names_of(edition)
    heads = {one.name: head(one, edition.settings.source) for one in glossary.concepts}
    slugs = {stored.id: stored.slug for stored in edition.desk.texts()}
    made = [
        work
        for task in found[:PAGE]
        if task.text in slugs and task.position
        for work in _work(edition, task, slugs[task.text], heads.get(task.concept, task.concept), names)
    ]
    return made, len(found) > PAGE


def counts(edition: Edition, person: Person) -> list[dict[str, object]]:
    """Return how far the worklist of each concept is in each language."""
    welcome(person)
    settle(edition, person)
    heads = {one.name: head(one, edition.settings.source) for one in kept.read(edition).glossary.concepts}
    return [
        {
            "concept": one.concept,
            "head": heads.get(one.concept, one.concept),
            "lang": one.lang,
            "open": one.open,
            "mended": one.mended,
            "waived": one.waived,
        }
        for one in edition.desk.worklist.counts()
    ]


def close(edition: Edition, person: Person, ids: Sequence[int], state: TaskState, reason: str = "") -> int:
    """Close tasks as mended or waived (with a reason), or open them again; returns the change set."""
    welcome(person)
    if state is TaskState.WAIVED and not reason.strip():
        raise HexaplaError(_("Say why it is right as it is: a waiver needs a reason."))
    for lang in {edition.desk.worklist.get(number).lang for number in ids}:
        allow_either(person, (Right.TRANSLATE, Right.REVIEW, Right.TERMS), lang)
    if state is TaskState.OPEN:
        return edition.desk.worklist.reopen(person, ids)
    change = edition.desk.worklist.close(person, ids, state, reason.strip())
    if state is TaskState.WAIVED:
        for number in ids:
            _waive(edition, person, edition.desk.worklist.get(number), reason)
    return change


def _waive(edition: Edition, person: Person, task: Task, reason: str) -> None:
    """Waive the finding that a task's entry has too, for whoever may: nobody has to say the same thing twice."""
    if not any(person.may(right, task.lang) for right in (Right.REVIEW, Right.TERMS)):
        return
    slug = next((stored.slug for stored in edition.desk.texts() if stored.id == task.text), "")
    if not slug or task.lang not in edition.settings.languages_of(slug):
        return
    now = standing.of(edition, slug, task.lang)
    nth = now.places.get(task.units[0])
    judged = _judged(now, nth, task.concept) if nth is not None else None
    if judged is not None and judged.judgement.is_open and nth is not None:
        finding, _message = finding_of(judged, now.pairs[nth].source)
        waiving.waive(edition, person, slug, task.lang, task.units[0], task.concept, finding, reason)


def settle(edition: Edition, person: Person) -> int:
    """Close the open tasks whose entries have the old term no longer, each in the name of who mended it.

    Returns how many; where it is not known who did, it is the person who asks.
    """
    welcome(person)
    found = edition.desk.worklist.list(state=TaskState.OPEN, limit=None)
    slugs = {stored.id: stored.slug for stored in edition.desk.texts()} if found else {}
    standings = {
        (slugs[text], lang): standing.of(edition, slugs[text], lang)
        for text, lang in sorted({(task.text, task.lang) for task in found})
        if text in slugs and lang in edition.settings.languages_of(slugs[text])
    }
    done: dict[str, list[int]] = {}
    for task in found:
        now = standings.get((slugs.get(task.text, ""), task.lang))
        if now and _is_mended(task, now):
            by = now.rows[now.places[task.units[0]]].entry.by
            done.setdefault(by or person.id, []).append(task.id)
    names = names_of(edition) if done else {}
    for by, numbers in done.items():
        who = person if by == person.id else Person(by, names.get(by, by))
        edition.desk.worklist.close(who, tuple(numbers), TaskState.MENDED)
    return sum(map(len, done.values()))


def _is_mended(task: Task, now: standing.Standing) -> bool:
    """Whether an entry that is translated has the new term, or another that would do, and not the old one."""
    nth = now.places.get(task.units[0])
    if nth is None or now.pairs[nth].target is None:
        return False
    judged = _judged(now, nth, task.concept)
    if judged is None:
        return True  # the concept is not in its source any more
    return not judged.judgement.is_open and not any(found.term == task.old for found in judged.target)


def _work(edition: Edition, task: Task, slug: str, name: str, names: dict[str, str]) -> list[Work]:
    """Return a task with what is needed to do it; nothing where its language or entry has just gone."""
    if task.lang not in edition.settings.languages_of(slug):
        return []
    now = standing.of(edition, slug, task.lang)
    if (nth := now.places.get(task.units[0])) is None:
        return []
    row, pair = now.rows[nth], now.pairs[nth]
    judged = _judged(now, nth, task.concept)
    old = [found for found in judged.target if found.term == task.old] if judged else []
    target = pair.target or plain(row.entry.msgstr)
    proposal = (
        inflect.like(target[old[0].start : old[0].end], task.old, task.new, task.lang, edition.desk.forms)
        if old
        else ""
    )
    work = Work(
        task=task,
        slug=slug,
        n=edition.text(slug).places[task.units[0]][1].n,
        head=name,
        source=pair.source,
        source_spans=tuple((found.start, found.end) for found in judged.source) if judged else (),
        target=target,
        spans=tuple((found.start, found.end) for found in old),
        proposal=proposal,
        revision=row.revision,
        state=str(row.entry.state),
        source_runs=runs.to_runs(row.entry.msgid),
        target_runs=runs.to_runs(row.entry.msgstr),
        by=names.get(task.by, task.by),
    )
    return [work]


def _judged(now: standing.Standing, nth: int, concept: str) -> Judged | None:
    return next((one for one in now.judged[nth] if one.concept == concept), None)
