"""A file is brought and kept in the desk; the worker reads it, so that a damaged or hostile one harms no page."""

from dataclasses import replace
from pathlib import PurePosixPath

from hexapla.formats import tei
from hexapla.formats.files import MAX_BYTES
from hexapla.model import languages, names
from hexapla.model.errors import BadFile, BadName, HexaplaError, TooLarge
from hexapla.model.importing import Import, ImportState, Read, Waiting
from hexapla.model.job import Job
from hexapla.model.messages import _, shown
from hexapla.model.person import Person, Right
from hexapla.model.report import Report
from hexapla.work import ingest, people
from hexapla.work.edition import Edition
from hexapla.work.importing import reports
from hexapla.work.jobs import asking
from hexapla.work.rights import allow

JOB = "read-in"
LIMIT = MAX_BYTES
"""Bytes of a file that is brought."""
LONGEST = 300
"""Characters of a title: it stands in heads and lists."""


def begin(
    edition: Edition,
    person: Person,
    source: bytes,
    *,
    name: str,
    slug: str = "",
    title: str = "",
    lang: str = "",
) -> int:
    """Keep a file that somebody has brought, and have it read; returns the import's number.

    ``name`` may be a whole path of whatever system: only its last part is used. ``lang`` is the language of the
    translations in a bilingual file. Raises TooLarge, BadFile for an empty file, BadName for a slug or a language that
    cannot be one.
    """
    allow(person, Right.MANAGE)
    file = file_name(name)
    if len(source) > MAX_BYTES:
        raise TooLarge(_("the file is larger than {n} MB.").format(n=MAX_BYTES // 2**20), file=file)
    if not source:
        raise BadFile(_("the file is empty."), file=file)
    number = edition.desk.incoming.add(
        person,
        name=file,
        source=source,
        slug=names.slug(slug) if slug else names.slug_from(PurePosixPath(file).stem),
        title=title_of(title),
        target=languages.canonical(lang) if lang else "",
    )
    asking.ask(edition, person, JOB, {"import": number})
    return number


def file_name(said: str) -> str:
    """Return the last part of a path as a browser sends it; raises BadName where nothing is left of it."""
    name = PurePosixPath(said.replace("\\", "/")).name.strip()
    if name in ("", ".", "..") or len(name) > 200 or not name.isprintable():
        raise BadName(_("“{name}” cannot be the name of a file.").format(name=shown(said, 60)))
    return name


def title_of(said: str) -> str:
    """Return a title in one line; raises BadName for one that is too long, or holds what no file can hold."""
    title = " ".join(said.split())
    if len(title) > LONGEST or not title.isprintable():
        raise BadName(_("A title has at most {n} characters, all of which can be printed.").format(n=LONGEST))
    return title


def read(edition: Edition, person: Person, number: int) -> None:
    """Read the file of an import and keep what was read; a file that cannot be read is refused with a sentence."""
    allow(person, Right.MANAGE)
    row = edition.desk.incoming.get(number)
    if row.state is not ImportState.READING:
        return
    source = edition.desk.incoming.source(number)
    try:
        made = ingest.of_bytes(
            edition, source, name=row.name, slug=row.slug, title=row.title, lang=row.target
        )
    except HexaplaError as error:
        edition.desk.incoming.refuse(number, str(error))
        return
    report = with_lines(made.report, source, made)
    document = tei.serialize(made.text)
    kept = Read(document, document, made.next, made.next, reports.write(report))
    edition.desk.incoming.put_reading(
        number, kept, title=made.text.title, lang=made.text.lang, target=made.lang
    )


def with_lines(report: Report, source: bytes, made: ingest.Incoming) -> Report:
    """Return a report with the lines of the file, and where each block stands in them, as far as that can be found."""
    raw = report.raw or reports.lines_of(source)
    if raw[-1:] == ("",):  # what follows the last line end is no line
        raw = raw[:-1]
    fits = bool(report.raw) and len(report.places) == len(made.text.blocks)
    places = report.places if fits else reports.found(raw, made.text.blocks)
    return replace(report, raw=raw, places=places)


def standing(edition: Edition, person: Person, number: int) -> tuple[Import, Job | None]:
    """Return how far an import is, with the job that reads it while it is being read.

    One that nobody reads (a desk that was restored has no jobs) is read now. A reading that was broken off by a fault
    is told by its job, and begun again by nobody of itself: it might do the same to the next worker.
    """
    allow(person, Right.MANAGE)
    row = edition.desk.incoming.get(number)
    if row.state is not ImportState.READING:
        return row, None
    wanted = {"import": number}
    found = next(
        (job for job in edition.desk.jobs.listed(limit=200) if (job.kind, job.wanted) == (JOB, wanted)), None
    )
    if found is None:
        asking.ask(edition, person, JOB, wanted, once=True)
    return row, found


def waiting(edition: Edition, person: Person) -> tuple[Waiting, ...]:
    """Return the imports that are not over, the newest first."""
    allow(person, Right.MANAGE)
    called = people.names_of(edition)
    return tuple(
        Waiting(
            id=row.id,
            name=row.name,
            title=row.title,
            slug=row.slug,
            by=called.get(row.by, row.by),
            at=row.changed,
            version=row.version,
            reading=row.state is ImportState.READING,
        )
        for row in edition.desk.incoming.listed()
    )


def again(edition: Edition, person: Person, number: int) -> None:
    """Have a file read once more whose reading was broken off."""
    allow(person, Right.MANAGE)
    asking.ask(edition, person, JOB, {"import": edition.desk.incoming.get(number).id}, once=True)
