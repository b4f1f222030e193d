"""Sync of catalogs: the folder's files and the desk, entry by entry, by the five rules of ``merge``.

A file that cannot be read is left alone and told; a file that is missing, short or emptied never deletes work.
"""

from dataclasses import replace
from pathlib import Path

from hexapla.folder import contents, layout
from hexapla.formats.po import Catalog, grammar
from hexapla.merge import Plan, Verdict
from hexapla.merge import plan as merge_plan
from hexapla.merge.catalog import APART, mark, remembered
from hexapla.model import languages
from hexapla.model.catalog import Comment, Entry, Suggestion, Waiver, remark_hash
from hexapla.model.errors import BadFile, BadName, HexaplaError
from hexapla.model.finding import Finding
from hexapla.model.messages import _, ngettext
from hexapla.model.outcome import Synced
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.sync import rendering


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
    known = take != "file" and digest == (known_digest or b"")
    meeting = _Meeting(edition, slug, lang, None if known else found, take_file=take == "file")
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
    meeting = _Meeting(edition, slug, lang, found, mailed=True, trust="" if judges else "text")
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
    meeting = _Meeting(edition, slug, lang, found)
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


class _Meeting:
    """A catalog from outside and the desk's entries, compared; ``plan`` is what is going to happen, or happened."""

    def __init__(
        self,
        edition: Edition,
        slug: str,
        lang: str,
        found: Catalog | None,
        *,
        take_file: bool = False,
        mailed: bool = False,
        trust: str = "",
    ) -> None:
        self._edition, self._slug, self._lang = edition, slug, lang
        self._take_file, self._mailed = take_file, mailed
        self._trust = trust or edition.settings.trust
        self._text_id = edition.text_id(slug)
        self._file = [
            (read := grammar.read(entry), read.hash, grammar.base(entry))
            for entry in (found.entries if found else ())
            if entry.msgctxt and not entry.obsolete
        ]
        self._over = {
            read.hash: over
            for entry in (found.entries if found else ())
            if entry.msgctxt and not entry.obsolete and (over := grammar.lineage(entry))
            for read in (grammar.read(entry),)
        }
        self._closed = {
            entry.msgctxt: closed
            for entry in (found.entries if found else ())
            if not entry.obsolete and (closed := grammar.closed(entry))
        }
        self.closing: list[tuple[str, int]] = []
        """Remarks that are open here and closed in the file: kind and number."""
        self.plan = self._compare()

    def _compare(self) -> Plan:
        if not self._file:
            return Plan()
        desk, text = self._edition.desk, self._edition.text(self._slug)
        source = {unit.id: unit.source for unit in text.units}
        between = " " if languages.language(text.lang).spaced else ""
        rows = desk.rows(self._text_id, self._lang, limit=None)
        synced = desk.meetings.synced(self._text_id, self._lang)
        self._seen = {row.entry.context: row.revision for row in rows}
        self.closing = [
            (kind, one.id)
            for row in rows
            if (closed := self._closed.get(row.entry.context))
            for kind, some in _remarks(row.entry)
            for one in some
            if remark_hash(one) in closed
        ]
        return merge_plan(
            (row.entry for row in rows),
            self._file,
            synced={} if self._mailed else synced,
            known=remembered(desk.meetings.known_hashes(self._text_id, self._lang), synced),
            source=lambda units: between.join(source[unit] for unit in units),
            trust=self._trust,
            take_file=self._take_file,
            over=self._over,
        )

    def apply(self, person: Person, *, believe: bool) -> None:
        """Carry out the plan; what somebody saved in the meantime is compared anew, so that no save is overwritten."""
        desk, plan = self._edition.desk, self.plan
        for kind, number in self.closing:
            desk.remarks.turn(person, kind, number, to_open=False)
        if not (plan.take or plan.suggest or plan.met):
            return
        while True:
            _change, late = desk.meetings.take(
                person,
                self._text_id,
                self._lang,
                plan.take,
                seen=self._seen if self._file else {},
                believe=believe,
                kind="merge" if self._mailed else "sync",
                synced={} if self._mailed else plan.met,
            )
            for ours, text in plan.suggest:
                desk.suggest(person, self._text_id, self._lang, ours.units, text, "sync")
            if not late:
                return
            plan = self._compare()


def _remarks(entry: Entry) -> list[tuple[str, tuple[Waiver | Suggestion | Comment, ...]]]:
    return [("waiver", entry.waivers), ("suggestion", entry.suggestions), ("comment", entry.comments)]


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
    made = rendering.catalog(edition, slug, lang, rows, found)
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
    return written


def _left(slug: str, lang: str) -> str:
    """Return the name under which the desk keeps how it and a catalog stood when both agreed."""
    return f"left/{slug}/{lang}"


def _leave(edition: Edition, slug: str, digest: bytes, number: int) -> bytes:
    return b" ".join((digest, str(number).encode(), edition.digest(slug).encode()))


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
