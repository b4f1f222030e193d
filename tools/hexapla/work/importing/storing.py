"""A text on its way in becomes one of the edition, or a revision of the one that has its slug."""

from dataclasses import replace

from hexapla.model import names
from hexapla.model.importing import ImportState, Stored
from hexapla.model.person import Person, Right
from hexapla.work import ingest, originals, revise
from hexapla.work.edition import Edition
from hexapla.work.importing import planned, present
from hexapla.work.importing.begin import title_of
from hexapla.work.importing.present import Present
from hexapla.work.ingest import Incoming
from hexapla.work.rights import allow


def store(
    edition: Edition,
    person: Person,
    number: int,
    version: int,
    *,
    slug: str = "",
    title: str = "",
    agreed: str = "",
    minor: bool = False,
) -> Stored:
    """Store the text of an import under a slug, its own unless one is given.

    Where the edition has a text of this slug, the answer is first what a revision would do (``Stored.plan``); it is
    done when ``agreed`` says that just this plan was seen. ``minor``: what was edited was only corrected. Raises
    Conflict for a version that is not the present one, and as ``ingest.store`` and ``revise.apply`` do.
    """
    allow(person, Right.MANAGE)
    edition.renew()
    made = present.seen(edition, number, version)
    name = names.slug(slug) if slug else made.row.slug
    incoming = _incoming(edition, made, name, title_of(title) or made.text.title)
    if edition.settings.text(name) is None:
        rows = ingest.store(edition, person, incoming)
    else:
        plan = revise.plan(edition, person, name, incoming)
        if agreed != planned.digest(plan):
            said = planned.lines(plan)
            return Stored(name, False, said, planned.digest(plan), edited=bool(plan.edited))
        rows = [] if plan.is_empty else revise.apply(edition, person, plan, minor=minor)
    edition.desk.incoming.end(person, number, version, ImportState.STORED, name)
    return Stored(name, True, findings=tuple(finding.message for row in rows for finding in row.findings))


def _incoming(edition: Edition, made: Present, slug: str, title: str) -> Incoming:
    """Return what is to be stored; of a bilingual file its translations, too."""
    row = made.row
    source = edition.desk.incoming.source(row.id)
    if row.target:
        return ingest.of_bytes(edition, source, name=row.name, slug=slug, title=title, lang=row.target)
    text = ingest.with_free_id(edition, replace(made.text, title=title), slug)
    return Incoming(
        slug, text, made.report, made.next, file=row.name, original=_original(edition, made, source, slug)
    )


def _original(edition: Edition, made: Present, source: bytes, slug: str) -> bytes:
    """Return the file to keep with the text; none where it is kept: a revision would take it for no change."""
    if not made.steps or edition.settings.text(slug) is None:
        return source
    known = originals.of(edition, edition.text_id(slug))
    same = known is not None and known.is_same(source, made.report.reader, "accept")
    return b"" if same else source
