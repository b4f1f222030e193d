"""Sync of catalogs: the folder's files and the desk, entry by entry, by the five rules of ``merge``.

A file that cannot be read is left alone and told; a file that is missing, short or emptied never deletes work.
"""

from dataclasses import replace
from pathlib import Path

from hexapla.folder import contents, layout
from hexapla.formats.po import Catalog, grammar
from hexapla.merge import Plan, Verdict
from hexapla.merge.catalog import APART, mark
from hexapla.model.errors import BadFile, BadName, HexaplaError
from hexapla.model.finding import Finding
from hexapla.model.messages import _, ngettext
from hexapla.model.outcome import Synced
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.sync import earlier, rendering
from hexapla.work.sync.meeting import Meeting


def sync(
    edition: Edition,
    root: Path,
    person: Person,
    slug: str,
    lang: str,
    *,
    dry_run: bool = False,
    take: str = "",
) -> Synced:
    """Sync one catalog: read the file, store what it changed, write what the desk has and the file lacks.

    ``take`` "file" lets the file win, also where it holds an older copy. While somebody is writing the file, only a
    sync that changes nothing goes through; another says ``again``.
    """
    outcome, digest = _outcome(root, slug, lang), contents.catalog_digest(root, slug, lang)
    if not take and _is_as_left(edition, slug, lang, digest):
        return outcome
    number = edition.desk.watching.last()
    known_digest = edition.desk.document(_remembered(slug, lang))
    moving = layout.is_moving(
        root, layout.catalog_path(root, slug, lang), ours=digest == (known_digest or b"")
    )
    try:
        found = contents.read_catalog(root, slug, lang)
    except (BadFile, BadName) as error:
        return waiting(outcome) if moving else _refused(outcome, error)
    # A file that says what it said at the last meeting has nothing to say: only the desk's side is looked at.
    # Where the text has changed since, what it keeps of units that were not there may belong to one now.
    said = found
    if take != "file" and digest == (known_digest or b""):
        said = None if _text_as_left(edition, slug, lang) else _unmet(edition, slug, lang, found)
    meeting = Meeting(edition, slug, lang, said, take_file=take == "file")
    if dry_run or moving:
        writes = _would_write(edition, slug, lang, found, meeting.plan)
        if moving and (writes or meeting.plan.take or meeting.plan.suggest or meeting.closing):
            return waiting(outcome)
        if dry_run:
            return replace(_told(outcome, meeting.plan), written=writes)
    meeting.apply(person, believe=False)
    if contents.catalog_digest(root, slug, lang) != digest:  # somebody was quicker: theirs is read next time
        return waiting(outcome)
    return replace(_told(outcome, meeting.plan), written=_write(edition, root, slug, lang, found, number))


def take_back(
    edition: Edition, person: Person, slug: str, lang: str, found: Catalog, *, name: str, dry_run: bool
) -> Synced:
    """Take a catalog back that is not the folder's own: by the same rules, without a memory of earlier meetings.

    It raises no state for somebody who may not review, nor where nobody may review their own text: it would be theirs.
    Raises BadFile where none of its entries belongs to the text.
    """
    judges = person.may(Right.REVIEW, lang) and edition.settings.own_approval
    meeting = Meeting(edition, slug, lang, found, mailed=True, trust="" if judges else "text")
    if meeting.plan.unknown and not meeting.plan.steps:
        raise BadFile(
            _("None of its entries belongs to the text “{text}”; name another one with --text.").format(
                text=slug
            ),
            file=name,
        )
    if not dry_run:
        meeting.apply(person, believe=False)
    return _told(Synced(name, slug, lang), meeting.plan)


def waiting(outcome: Synced) -> Synced:
    """Say of a file that it has to wait."""
    reason = _("the file is being written just now; sync again in a moment")
    return Synced(outcome.file, outcome.text, outcome.lang, skipped=reason, again=True)


def take_in(edition: Edition, root: Path, person: Person, slug: str, *, changes: bool = True) -> list[Synced]:
    """Read what changed in a text's catalogs since the desk last read or wrote them; writes no file.

    Without ``changes`` only what the desk has never seen is read. A language that the desk has never seen is filled:
    authors and times are believed, once. A file that cannot be read, or that somebody is writing just now, is left
    for later.
    """
    return [
        outcome
        for lang in edition.settings.languages_of(slug)
        if (outcome := _take_in(edition, root, person, slug, lang, changes=changes)) is not None
    ]


def _take_in(
    edition: Edition, root: Path, person: Person, slug: str, lang: str, *, changes: bool
) -> Synced | None:
    name, text_id = _remembered(slug, lang), edition.text_id(slug)
    known, source = edition.desk.document(name), contents.catalog_digest(root, slug, lang)
    fresh = known is None and not edition.desk.has_revisions(text_id, lang)
    if (
        source == (known or b"")
        or not (fresh or changes)
        or (not fresh and not layout.is_still(layout.catalog_path(root, slug, lang)))
    ):
        return None
    outcome = _outcome(root, slug, lang)
    try:
        found = contents.read_catalog(root, slug, lang)
    except (BadFile, BadName) as error:
        return _refused(outcome, error)
    meeting = Meeting(edition, slug, lang, found)
    meeting.apply(person, believe=fresh)
    edition.desk.put_document(name, source)
    return _told(outcome, meeting.plan)


def _outcome(root: Path, slug: str, lang: str) -> Synced:
    return Synced(contents.shown_catalog(root, slug, lang), slug, lang)


def _refused(outcome: Synced, error: HexaplaError) -> Synced:
    finding = Finding("sync-unreadable", str(error), text=outcome.text, lang=outcome.lang)
    return replace(outcome, skipped=str(error), findings=(finding,))


def _remembered(slug: str, lang: str) -> str:
    """Return the name under which the desk keeps the digest of a catalog as it last read or wrote it."""
    return f"digest/{slug}/{lang}"


def _told(outcome: Synced, plan: Plan) -> Synced:
    """Say what a plan does, and what a person should look at."""
    found = [
        Finding(
            "sync-conflict",
            _(
                "Unit {unit} was changed here and in {file}; yours stays, the file's text is kept as a suggestion."
            ).format(unit=step.ours.context, file=outcome.file),
            text=outcome.text,
            lang=outcome.lang,
            units=step.ours.units,
        )
        for step in plan.steps
        if step.verdict == Verdict.CONFLICT and step.theirs.msgstr
    ]
    if plan.unknown:
        message = ngettext(
            "One entry of {file} belongs to no unit of the text ({units}); it stays in the file.",
            "{n} entries of {file} belong to no unit of the text ({units}); they stay in the file.",
            len(plan.unknown),
        ).format(
            n=len(plan.unknown),
            file=outcome.file,
            units=", ".join(plan.unknown[:5])[:100],
        )
        found.append(Finding("sync-unknown-unit", message, text=outcome.text, lang=outcome.lang))
    return replace(
        outcome,
        taken=len(plan.take),
        suggested=len(plan.suggest),
        older=len(plan.older),
        findings=tuple(found),
    )


def _write(edition: Edition, root: Path, slug: str, lang: str, found: Catalog | None, number: int) -> bool:
    """Write the desk's entries into the catalog, and remember that both sides agree on them."""
    text_id = edition.text_id(slug)
    rows = edition.desk.rows(text_id, lang, limit=None)
    made = rendering.catalog(edition, slug, lang, rows, found, earlier.waiting(edition, slug, lang))
    written = made != found and contents.write_catalog(root, slug, lang, made)
    over = {entry.msgctxt: grammar.lineage(entry) for entry in made.entries if not entry.obsolete}
    apart = dict.fromkeys(edition.desk.meetings.synced(text_id, lang), APART)
    edition.desk.meetings.set_synced(
        text_id,
        lang,
        apart | {row.entry.context: mark(row.entry, over.get(row.entry.context, ())) for row in rows},
    )
    digest = contents.catalog_digest(root, slug, lang)
    edition.desk.put_document(_remembered(slug, lang), digest)
    edition.desk.put_document(_left(slug, lang), _leave(edition, slug, digest, number))
    earlier.done(edition, slug, lang)
    return written


def _left(slug: str, lang: str) -> str:
    """Return the name under which the desk keeps how it and a catalog stood when both agreed."""
    return f"left/{slug}/{lang}"


def _unmet(edition: Edition, slug: str, lang: str, found: Catalog | None) -> Catalog | None:
    """Return what a catalog holds that the desk has not met: entries that it keeps aside, or of units unknown then."""
    met = edition.desk.meetings.synced(edition.text_id(slug), lang)
    left = [one for one in (found.entries if found else ()) if one.obsolete or one.msgctxt not in met]
    return replace(found, entries=tuple(left)) if found and left else None


def _leave(edition: Edition, slug: str, digest: bytes, number: int) -> bytes:
    return b" ".join((digest, str(number).encode(), edition.digest(slug).encode()))


def _text_as_left(edition: Edition, slug: str, lang: str) -> bool:
    """Whether the text is the one that it was when the desk and a catalog last agreed."""
    said = (edition.desk.document(_left(slug, lang)) or b"").split(b" ")
    return said[-1] == edition.digest(slug).encode()


def _is_as_left(edition: Edition, slug: str, lang: str, digest: bytes) -> bool:
    """Whether neither the file, nor the text, nor anything said of its entries has changed since both agreed."""
    said = (edition.desk.document(_left(slug, lang)) or b"").split(b" ")
    known, number, text = said if len(said) == 3 else (b"", b"", b"")
    if not digest or known != digest or text != edition.digest(slug).encode():
        return False
    return not edition.desk.watching.since(edition.text_id(slug), lang, int(number))[1]


def _would_write(edition: Edition, slug: str, lang: str, found: Catalog | None, plan: Plan) -> bool:
    """Whether the file would change once the plan is carried out."""
    taken = {unit for entry in plan.take for unit in entry.units}
    rows = edition.desk.rows(edition.text_id(slug), lang, limit=None)
    kept = [row for row in rows if not taken.intersection(row.entry.units)]
    made = rendering.catalog(edition, slug, lang, kept, found)
    before = {entry.msgctxt: entry for entry in found.entries} if found else {}
    return found is None or any(before.get(entry.msgctxt) != entry for entry in made.entries)
