"""Sync of TEI documents: what one side changed goes to the other whole; what both changed is left to a person."""

from dataclasses import replace
from pathlib import Path

from hexapla.folder import contents, layout
from hexapla.formats import tei
from hexapla.merge import Verdict, decide
from hexapla.model import names
from hexapla.model.errors import BadFile, HexaplaError, NotFound
from hexapla.model.finding import Finding
from hexapla.model.messages import _, shown
from hexapla.model.outcome import Synced
from hexapla.model.person import Person
from hexapla.model.stored import StoredText
from hexapla.model.text import Text
from hexapla.work import revising
from hexapla.work.edition import Edition, put
from hexapla.work.sync import memory
from hexapla.work.sync.catalogs import waiting


def sync(
    edition: Edition, root: Path, person: Person, slug: str, *, dry_run: bool = False, take: str = ""
) -> Synced:
    """Sync one text both ways; ``take`` "file" or "desk" decides where both changed, and "file" for an older copy."""
    outcome, stored, moving = _outcome(slug), _stored(edition, slug), False
    try:
        source = contents.read_if_there(root, slug)
        moving = _is_moving(edition, root, slug, source)
        ours = edition.desk.tei(stored.id) if stored else None
        if source is None and ours is None:
            raise NotFound(
                _("{file} is missing; put it back, or take the text out of edition.toml.").format(
                    file=outcome.file
                )
            )
        verdict = _verdict(edition, outcome.file, ours, source, take=take)
        if moving and verdict is not Verdict.SAME:
            return waiting(outcome)
        if verdict is Verdict.CONFLICT:
            return _both(outcome)
        if verdict is Verdict.THEIRS and source is not None:
            if dry_run:
                _readable(edition, slug, source, stored)
                return replace(outcome, taken=1)
            document = _take(edition, person, slug, source, stored)
            written = document != source and contents.write_text(root, slug, document)
            memory.keep_digest(edition.desk, outcome.file, document)
            return replace(outcome, taken=1, written=written)
    except (BadFile, HexaplaError) as error:
        return waiting(outcome) if moving else _refused(outcome, error)
    writes = ours is not None and ours != source
    if ours is not None and not dry_run:
        if writes:
            contents.write_text(root, slug, ours)
        memory.keep_digest(edition.desk, outcome.file, ours)
    return replace(outcome, written=writes, older=int(verdict is Verdict.OLDER))


def take_in(edition: Edition, root: Path, person: Person, slug: str, *, changes: bool) -> Synced:
    """Bring a text that is new or changed in the folder to the desk, and open languages that it lacks entries in.

    Raises BadFile or NotFound for a text that the desk does not know and that cannot be read.
    """
    outcome, stored = _outcome(slug), _stored(edition, slug)
    if stored is None:
        _take(edition, person, slug, contents.read_bytes(root, slug), None)
        return outcome
    if any(not edition.desk.count(stored.id, lang) for lang in edition.settings.languages_of(slug)):
        put(edition, person, edition.text(slug), slug, edition.desk.tei(stored.id))
    if not changes:
        return outcome
    try:
        source = contents.read_if_there(root, slug)
        if source is None or _is_moving(edition, root, slug, source):
            return outcome
        verdict = _verdict(edition, outcome.file, edition.desk.tei(stored.id), source)
        if verdict is Verdict.CONFLICT:
            return _both(outcome)
        if verdict is not Verdict.THEIRS:
            return outcome
        _take(edition, person, slug, source, stored)
    except (BadFile, HexaplaError) as error:
        return _refused(outcome, error)
    return replace(outcome, taken=1)


def _is_moving(edition: Edition, root: Path, slug: str, source: bytes | None) -> bool:
    known = memory.digests(edition.desk, f"source/{slug}.xml")
    ours = source is None or known[-1:] == [memory.digest_of(source)]
    return layout.is_moving(root, layout.text_path(root, slug), ours=ours)


def _verdict(
    edition: Edition, file: str, ours: bytes | None, source: bytes | None, *, take: str = ""
) -> Verdict:
    """Decide a whole document as sync decides an entry; a file that is missing says nothing."""
    if source is None:
        return Verdict.OURS
    if ours is None:
        return Verdict.THEIRS
    theirs, mine = memory.digest_of(source), memory.digest_of(ours)
    known = memory.digests(edition.desk, file) or [
        mine
    ]  # before the first meeting only the folder could change
    if (edition.desk.document(_completed(file)) or b"").decode() == mine:
        mine = known[-1]  # what differs are ids that the file lacks: nobody has changed anything here
    older = theirs if theirs in known[:-1] else None
    verdict = decide(
        file=theirs, ours=mine, base=older, synced=known[-1], known=known, take_file=take == "file"
    )
    return Verdict.OURS if verdict is Verdict.CONFLICT and take == "desk" else verdict


def _take(edition: Edition, person: Person, slug: str, source: bytes, stored: StoredText | None) -> bytes:
    """Take the file's document; returns it as the desk has it, with ids for units that lack them.

    A text that is there already is revised: its units are known by their ids or their words. Raises BadFile for a
    document that is damaged, or is another text's.
    """
    file = f"source/{slug}.xml"
    if stored is None:
        text, position = (
            tei.parse(source, file=file),
            [one.slug for one in edition.settings.texts].index(slug),
        )
        put(edition, person, text, slug, source, position)
        highest = max((names.unit_number(unit.id) for unit in text.units), default=0)
        revising.raise_next(edition, slug, highest + 1, write=False)
        memory.keep_digest(edition.desk, file, source)
        return source
    text, marked = _readable(edition, slug, source, stored)
    before = revising.aside(edition, stored.id, edition.text(slug))
    made = revising.compare(edition, slug, text, before, is_own=True, marked=marked)
    document = tei.serialize(made.text, tei.parse_edited(source, file=file)[1])
    revising.put(edition, person, slug, made, document, before, note=file, write=False)
    if document != source:
        edition.desk.put_document(_completed(file), memory.digest_of(document).encode())
    memory.keep_digest(edition.desk, file, source)
    return document


def _completed(file: str) -> str:
    """Return the name under which the desk keeps the digest of a document that it has given ids."""
    return f"completed/{file}"


def _readable(
    edition: Edition, slug: str, source: bytes, stored: StoredText | None
) -> tuple[Text, frozenset[str]]:
    """Return the text that a file holds, and the units that it marks; raises BadFile for one that is damaged, or is
    another text's."""
    file = f"source/{slug}.xml"
    if stored is None:
        text = tei.parse(source, file=file)
        return text, frozenset(unit.id for unit in text.units)
    text, marked, _next = revising.edited_text(edition, slug, source, file=file)
    if text.id != stored.id:
        raise BadFile(
            _("This is another text ({id}, not {own}); give it a name of its own.").format(
                id=shown(text.id), own=shown(stored.id)
            ),
            file=file,
        )
    return text, marked


def _stored(edition: Edition, slug: str) -> StoredText | None:
    return next((one for one in edition.desk.texts() if one.slug == slug), None)


def _outcome(slug: str) -> Synced:
    return Synced(f"source/{slug}.xml", slug)


def _both(outcome: Synced) -> Synced:
    message = _(
        "{file} was changed here and in the file; neither was touched."
        " “hexapla sync --take file” takes the file’s, “--take desk” the desk’s."
    ).format(file=outcome.file)
    return replace(outcome, skipped=message, findings=(Finding("sync-conflict", message, text=outcome.text),))


def _refused(outcome: Synced, error: HexaplaError) -> Synced:
    finding = Finding("sync-unreadable", str(error), text=outcome.text)
    return replace(outcome, skipped=str(error), findings=(finding,))
