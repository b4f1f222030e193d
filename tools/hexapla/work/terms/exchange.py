"""Glossaries in and out: TBX, CSV, XLSX; what comes in is looked at first, and merged, never put in place of ours."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count

from hexapla.desk import clock
from hexapla.formats import tabular, tbx
from hexapla.merge import glossary as merging
from hexapla.model.errors import BadName
from hexapla.model.glossary import Concept, Glossary, Step
from hexapla.model.languages import canonical
from hexapla.model.messages import _, shown
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.people import allow, welcome
from hexapla.work.sync.glossary import GLOSSARY
from hexapla.work.terms import glossary as kept

FORMATS = ("tbx", "csv", "xlsx")
ROWS = 5
"""How many rows of a table are shown before it is taken in."""
LIMIT = 50 * 2**20
"""Bytes of a file at the most."""
_NUMBERED = re.compile(r"c[0-9]{1,15}")


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


@dataclass(frozen=True)
class Imported:
    """What an import did: concepts new and changed, terms new, and what of the file did not win."""

    change: int
    added: int
    changed: int
    terms: int
    conflicts: tuple[str, ...]


def read(edition: Edition, source: bytes, name: str, columns: dict[str, str] | None = None) -> Incoming:
    """Read a file; ``columns`` says what columns of a table are, by their heads: ``de``, ``de:status``, ``-`` for none.

    Raises BadFile with line and rule, or row, for what it is not.
    """
    ending = name.rsplit(".", 1)[-1].lower()
    if ending in ("tbx", "tbxm", "xml") or source.lstrip()[:1] == b"<":
        return Incoming(tbx.parse(source, file=name), ())
    settings = edition.settings
    sheet = tabular.read(source, name)
    mapping = tabular.guess(sheet, (settings.source, *settings.targets))
    if columns:
        mapping = _mapped(sheet, mapping, columns)
    made, remarks = tabular.glossary(sheet, mapping, name, settings.source)
    told = tuple(_("row {n}: {reason}").format(n=one.row, reason=one.reason) for one in remarks)
    said = tuple((head, spoken(column)) for head, column in zip(sheet.columns, mapping.columns, strict=True))
    return Incoming(made, sheet.told + told, said, sheet.rows[:ROWS])


def take_in(edition: Edition, person: Person, incoming: Glossary) -> Imported:
    """Merge a glossary into the edition’s: what both have stays ours, what only theirs has is added."""
    allow(person, Right.TERMS)
    before: list[Glossary] = []
    merged: list[merging.Merged] = []

    def made(ours: Glossary) -> Glossary:
        theirs = replace(
            incoming,
            lang=ours.lang,
            title=ours.title,
            header=ours.header,
            dialect=ours.dialect,
        )
        before[:] = [ours]
        merged[:] = [merging.merge(None, ours, _said_by(person, ours, _adopted(ours, theirs)))]
        return merged[0].glossary

    note = _("glossary imported: {n} concepts").format(n=len(incoming.concepts))
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


def _adopted(ours: Glossary, theirs: Glossary) -> Glossary:
    """Give concepts the id of ours that has their term; those without an id, or with another concept's, a free one."""
    known = {text: one.name for one in ours.concepts for text in one.texts}
    there = {one.name: one for one in ours.concepts}
    ids = [one.id for side in (ours, theirs) for one in side.concepts]
    free = count(1 + max((int(id_[1:]) for id_ in ids if _NUMBERED.fullmatch(id_)), default=0))
    names: dict[str, str] = {}
    merged: dict[str, Concept] = {}
    for one in theirs.concepts:
        mine = there.get(one.id)
        found = next((known[text] for text in sorted(one.texts) if text in known), "")
        if mine is not None and mine.texts & one.texts:
            id_ = one.id
        elif found or (one.id and (mine is None or not mine.texts or not one.texts)):
            id_ = found or one.id
        else:
            id_ = f"c{next(free)}"
        names.setdefault(one.id, id_)
        same = replace(one, id=id_)
        merged[id_] = merging.together(merged[id_], same)[0] if id_ in merged else same
    return replace(
        theirs,
        concepts=tuple(
            replace(one, references=tuple(names.get(id_, id_) for id_ in one.references))
            for one in merged.values()
        ),
    )


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
