"""Glossaries in and out: TBX, CSV, XLSX; what comes in is looked at first, and merged, never put in place of ours."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from hexapla.desk import clock
from hexapla.formats import tabular, tbx
from hexapla.merge import glossary as merging
from hexapla.model.errors import BadName
from hexapla.model.glossary import Concept, Glossary, Step
from hexapla.model.languages import canonical
from hexapla.model.messages import _, ngettext, shown
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.people import allow, welcome
from hexapla.work.sync.glossary import GLOSSARY
from hexapla.work.terms import glossary as kept
from hexapla.work.terms.incoming import alike, looked_at, taken_as
from hexapla.work.terms.joining import called, joined

FORMATS = ("tbx", "csv", "xlsx")
ROWS = 5
"""How many rows of a table are shown before it is taken in."""
LIMIT = 50 * 2**20
"""Bytes of a file at the most."""


@dataclass(frozen=True)
class Incoming:
    """A glossary that was read and not yet taken in."""

    glossary: Glossary
    remarks: tuple[str, ...]
    """What was left out, or decided in reading."""
    mapping: tuple[tuple[str, str], ...] = ()
    """Of a table: the head of each column, and what it was taken for."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table: its first rows."""
    joins: tuple[str, ...] = ()
    """Which of its concepts would join which of ours, as the glossary is now."""
    is_unnamed: bool = False
    """Whether it is a table none of whose columns was taken for terms."""


@dataclass(frozen=True)
class Imported:
    """What an import did: concepts new and changed, terms new, and what of the file did not win."""

    change: int
    added: int
    changed: int
    terms: int
    conflicts: tuple[str, ...]
    joins: tuple[str, ...] = ()
    """Which concepts of the file joined which of ours, and which could not."""


def read(edition: Edition, source: bytes, name: str, columns: dict[str, str] | None = None) -> Incoming:
    """Read a file; ``columns`` says what columns of a table are, by their heads: ``de``, ``de:status``, ``-`` for none.

    Raises BadFile with line and rule, or row, for what it is not.
    """
    ending = name.rsplit(".", 1)[-1].lower()
    if ending in ("tbx", "tbxm", "xml") or source.lstrip()[:1] == b"<":
        made = tbx.parse(source, file=name)
        source_lang = edition.settings.source
        places = tuple(called(one, source_lang) for one in made.concepts)
        return _looked_at(edition, Incoming(made, ()), places)
    return _table(edition, source, name, columns or {})


def take_in(edition: Edition, person: Person, incoming: Glossary) -> Imported:
    """Merge a glossary into the edition’s: what both have stays ours, what only theirs has is added."""
    allow(person, Right.TERMS)
    before: list[Glossary] = []
    merged: list[merging.Merged] = []
    told: list[str] = []

    def made(ours: Glossary) -> Glossary:
        theirs = replace(
            incoming,
            lang=ours.lang,
            title=ours.title,
            header=ours.header,
            dialect=ours.dialect,
        )
        found = joined(ours, theirs, edition.settings.source)
        before[:], told[:] = [ours], found.told
        merged[:] = [merging.merge(None, ours, _said_by(person, ours, found.glossary))]
        return merged[0].glossary

    note = ngettext(
        "glossary imported: {n} concept", "glossary imported: {n} concepts", len(incoming.concepts)
    ).format(n=len(incoming.concepts))
    number = kept.change(edition, person, note, made)
    old = {one.name: one for one in before[0].concepts}
    new = {one.name: one for one in merged[0].glossary.concepts}
    conflicts = tuple(
        _("{concept} {term}: {field} stays “{ours}”, the file says “{theirs}”.").format(
            concept=shown(one.concept),
            term=shown(f"{one.lang} {one.term}".strip()),
            field=one.field or _("it"),
            ours=shown(one.ours),
            theirs=shown(one.theirs),
        )
        for one in merged[0].conflicts
    )
    return Imported(
        number,
        len(new.keys() - old.keys()),
        sum(1 for name, one in new.items() if name in old and one != old[name]),
        sum(len(one.texts) for one in new.values()) - sum(len(one.texts) for one in old.values()),
        conflicts,
        tuple(told),
    )


def choices(edition: Edition) -> list[str]:
    """Return what a column of a table may be taken for, in this edition's languages."""
    langs = (edition.settings.source, *edition.settings.targets)
    of_concept = [str(one) for one in (*tabular.OF_CONCEPT, *tabular.OF_EITHER)]
    of_term = [
        f"{lang}:{one}"
        for lang in langs
        for one in sorted({*tabular.OF_EITHER, *tabular.OF_TERM} - {tabular.Field.TERM})
    ]
    return ["-", *langs, *sorted(of_concept), *of_term]


def written(edition: Edition, person: Person, format_: str) -> bytes:
    """Return the glossary as a file of a format; the TBX is that of the folder, byte for byte."""
    welcome(person)
    made: dict[str, Callable[[Glossary], bytes]] = {
        "tbx": lambda glossary: edition.desk.document(GLOSSARY) or tbx.serialize(glossary),
        "csv": tabular.serialize_csv,
        "xlsx": tabular.serialize_xlsx,
    }
    if format_ not in made:
        raise BadName(
            _("“{name}” is no format of glossaries; there are {all}.").format(
                name=shown(format_, 20), all=", ".join(FORMATS)
            )
        )
    return made[format_](kept.read(edition).glossary)


def spoken(column: tabular.Column) -> str:
    """Return what a column is, as ``columns`` takes it."""
    if column.field is tabular.Field.IGNORE:
        return "-"
    if column.field is tabular.Field.TERM:
        return column.lang
    return f"{column.lang}:{column.field}" if column.lang else str(column.field)


def _table(edition: Edition, source: bytes, name: str, columns: dict[str, str]) -> Incoming:
    """Read a table; what its columns were taken for is shown, and so is it where its first row has no names."""
    settings = edition.settings
    langs = tuple(dict.fromkeys((settings.source, *settings.targets)))
    sheet = tabular.read(source, name)
    mapping = tabular.guess(sheet, langs)
    remarks = list(sheet.told)
    if not mapping.header:
        by_place = ", ".join(spoken(one) for one in mapping.columns if one.field is tabular.Field.TERM)
        remarks.append(
            _(
                "The first row was taken as terms ({langs}), for it names no columns; if it does, write tags there."
            ).format(langs=by_place)
        )
    if columns:
        mapping = _mapped(sheet, mapping, columns)
    remarks += dict.fromkeys(_taken(sheet, mapping, langs))
    made, left, rows = tabular.glossary(sheet, mapping, name, settings.source)
    remarks += [_("row {n}: {reason}").format(n=one.row, reason=one.reason) for one in left]
    said = tuple((head, spoken(column)) for head, column in zip(sheet.columns, mapping.columns, strict=True))
    unnamed = not any(one.field is tabular.Field.TERM for one in mapping.columns)
    if unnamed:
        remarks.append(_("No column was taken for terms; say which one is."))
    found = Incoming(made, tuple(remarks), said, sheet.rows[:ROWS], is_unnamed=unnamed)
    return _looked_at(edition, found, tuple(_("row {n}").format(n=row) for row in rows))


def _taken(sheet: tabular.Sheet, mapping: tabular.Mapping, langs: tuple[str, ...]) -> Iterator[str]:
    """Say which tags in the heads of columns were taken for other languages."""
    for head, column in zip(sheet.columns, mapping.columns, strict=True):
        with suppress(BadName):
            tag = canonical(head.partition(":")[0].strip())
            if column.lang and tag != column.lang and alike(tag, langs) == column.lang:
                yield taken_as(tag, column.lang)


def _looked_at(edition: Edition, found: Incoming, places: tuple[str, ...]) -> Incoming:
    settings = edition.settings
    made, told = looked_at(found.glossary, (settings.source, *settings.targets), places)
    joins = joined(kept.read(edition).glossary, made, settings.source).told
    return replace(found, glossary=made, remarks=(*dict.fromkeys((*found.remarks, *told)),), joins=joins)


def _mapped(sheet: tabular.Sheet, mapping: tabular.Mapping, columns: dict[str, str]) -> tabular.Mapping:
    if unknown := columns.keys() - set(sheet.columns):
        raise BadName(_("The table has no column “{name}”.").format(name=shown(sorted(unknown)[0], 60)))
    made = [
        _column(columns[head]) if head in columns else column
        for head, column in zip(sheet.columns, mapping.columns, strict=True)
    ]
    return replace(mapping, columns=tuple(made))


def _column(said: str) -> tabular.Column:
    if said in ("", "-"):
        return tabular.Column()
    lang, colon, field = said.rpartition(":")
    known = {str(one): one for one in tabular.Field if one}
    if field in known:
        return tabular.Column(known[field], canonical(lang) if colon else "")
    return tabular.Column(tabular.Field.TERM, canonical(said))


def _said_by(person: Person, ours: Glossary, theirs: Glossary) -> Glossary:
    """Let what a file says of its makers not be believed: whoever brings it in says it now, if we did not have it."""
    at = clock.now()
    heard = {
        (one.name, part.lang, step.act, step.term, step.status, step.words): step
        for one in ours.concepts
        for part in one.sections
        for step in part.log
    }

    def said(one: Concept, lang: str, step: Step) -> Step:
        here = heard.get((one.name, lang, step.act, step.term, step.status, step.words))
        return here or replace(step, by=person.id, at=at)

    concepts = (
        replace(
            one,
            sections=tuple(
                replace(part, log=tuple(dict.fromkeys(said(one, part.lang, step) for step in part.log)))
                for part in one.sections
            ),
        )
        for one in theirs.concepts
    )
    return replace(theirs, concepts=tuple(concepts))
