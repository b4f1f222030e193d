"""Rows of a table as a glossary."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from hexapla.formats.tabular.cells import divided
from hexapla.formats.tabular.columns import OF_TERM, Field, Mapping, Remark, Sheet
from hexapla.formats.tabular.table import FORMS
from hexapla.formats.tabular.words import GENDERS, KINDS, PARTS_OF_SPEECH, STATUSES, TRUTHS, plain
from hexapla.model.glossary import Concept, Glossary, Kind, Section, Status, Term
from hexapla.model.languages import canonical
from hexapla.model.messages import _, ngettext, shown

T = TypeVar("T")
D = TypeVar("D")
_FOR_ALL = (Field.STATUS, Field.PART_OF_SPEECH, Field.EXACT_CASE, Field.KEEP)
"""What is meant for all terms of a cell if it is said once."""


@dataclass
class _Row:
    """One row: its number, what was remarked, and its cells by field and language."""

    number: int
    cells: dict[tuple[Field, str], str]
    separator: str
    remarks: list[str] = field(default_factory=list)

    def text(self, name: Field, lang: str = "") -> str:
        return self.cells.get((name, lang), "")

    def word(self, name: Field, cell: str, words: dict[str, T], default: D) -> T | D:
        """Return what a word means; one that is unknown is remarked."""
        if not cell.strip():
            return default
        found = words.get(plain(cell))
        if found is None:
            reason = _("“{value}” is no {field} that is known here; it was left out.")
            self.remarks.append(reason.format(value=shown(cell, 40), field=name))
            return default
        return found

    def values(self, name: Field, lang: str, count: int) -> list[str]:
        """Return a field's values for each of the terms of a language."""
        cell = self.text(name, lang)
        values = divided(cell, self.separator)
        if count == 1 and len(values) > 1 and name in (Field.CONTEXT, Field.TERM_NOTE):
            values = [cell]
        if count == 1 and len(values) > 1 and name in (Field.FORMS, Field.TEXTS):
            values = [FORMS.join(values)]
        if len(values) > count:
            reason = ngettext(
                "{lang} has {n} term, but the column “{field}” has {m} values; the last were left out.",
                "{lang} has {n} terms, but the column “{field}” has {m} values; the last were left out.",
                count,
            )
            self.remarks.append(reason.format(lang=lang, n=count, field=name, m=len(values)))
        if len(values) == 1 and name in _FOR_ALL:
            values = values * count
        return (values + [""] * count)[:count]


def glossary(
    sheet: Sheet, mapping: Mapping, title: str, lang: str
) -> tuple[Glossary, tuple[Remark, ...], tuple[int, ...]]:
    """Return the glossary of a sheet, by rows what was left out of it, and the first row of each concept.

    ``lang`` is the working language. Rows of one id are one concept; a row without an id is one without an id. One
    status for several terms that are preferred is the first one's, the others are admitted. Raises BadName for a
    language of the mapping that is no tag.
    """
    columns = [replace(one, lang=canonical(one.lang)) if one.lang else one for one in mapping.columns]
    langs = tuple(dict.fromkeys(one.lang for one in columns if one.lang))
    remarks: list[Remark] = []
    concepts: dict[str | int, Concept] = {}
    begun: dict[str | int, int] = {}
    rows = sheet.rows if mapping.header else (sheet.columns, *sheet.rows)
    first = 2 if mapping.header else 1
    for number, cells in enumerate(rows, start=first):
        if not any(cell.strip() for cell in cells):
            continue
        named: dict[tuple[Field, str], str] = {}
        for column, cell in zip(columns, cells, strict=False):
            if column.field is not Field.IGNORE and cell.strip():
                key = column.field, column.lang
                between = mapping.separator if column.field in OF_TERM else "\n"
                named[key] = f"{named[key]}{between}{cell.strip()}" if key in named else cell.strip()
        row = _Row(number, named, mapping.separator)
        concept = _concept(row, langs)
        if not any(section.terms for section in concept.sections) and not concept.id:
            remarks.append(Remark(number, _("the row has no term; it was left out.")))
            continue
        name = concept.id or number
        known = concepts.get(name)
        begun.setdefault(name, number)
        concepts[name] = _together(known, concept, row) if known else concept
        remarks += [Remark(number, reason) for reason in row.remarks]
    return Glossary(title, canonical(lang), tuple(concepts.values())), tuple(remarks), tuple(begun.values())


def _concept(row: _Row, langs: tuple[str, ...]) -> Concept:
    """Return the concept of one row."""
    sections = (_section(row, lang) for lang in langs)
    return Concept(
        id=" ".join(row.text(Field.ID).split()),
        subject=row.text(Field.SUBJECT),
        definition=row.text(Field.DEFINITION),
        source=row.text(Field.SOURCE),
        kind=row.word(Field.KIND, row.text(Field.KIND), KINDS, Kind.TERM),
        note=row.text(Field.NOTE),
        references=tuple(filter(None, divided(row.text(Field.REFERENCES), row.separator))),
        sections=tuple(one for one in sections if one != Section(one.lang)),
    )


def _section(row: _Row, lang: str) -> Section:
    """Return what one row says in one language."""
    texts = [" ".join(text.split()) for text in divided(row.text(Field.TERM, lang), row.separator)]
    if not row.text(Field.TEXTS, lang):
        texts = list(dict.fromkeys(texts))
    texts = [text for text in texts if text]
    values = {name: row.values(name, lang, len(texts)) for name in OF_TERM - {Field.TERM}} if texts else {}
    if not texts and (lost := [name for name in OF_TERM - {Field.TERM} if row.text(name, lang)]):
        reason = _("{lang} has no term that the column “{field}” could be of; it was left out.")
        row.remarks += [reason.format(lang=lang, field=name) for name in sorted(lost)]
    terms = tuple(
        Term(
            text=text,
            status=row.word(Field.STATUS, values[Field.STATUS][nth], STATUSES, None),
            part_of_speech=_known(values[Field.PART_OF_SPEECH][nth], PARTS_OF_SPEECH),
            gender=_known(values[Field.GENDER][nth], GENDERS),
            forms=tuple(filter(None, divided(values[Field.FORMS][nth], FORMS))),
            exact_case=row.word(Field.EXACT_CASE, values[Field.EXACT_CASE][nth], TRUTHS, default=False),
            keep=row.word(Field.KEEP, values[Field.KEEP][nth], TRUTHS, default=False),
            texts=tuple(filter(None, divided(values[Field.TEXTS][nth], FORMS))),
            context=values[Field.CONTEXT][nth],
            note=values[Field.TERM_NOTE][nth],
        )
        for nth, text in enumerate(texts)
    )
    return Section(
        lang,
        _one_preferred(_once(terms, row), divided(row.text(Field.STATUS, lang), row.separator)),
        definition=row.text(Field.DEFINITION, lang),
        source=row.text(Field.SOURCE, lang),
        note=row.text(Field.NOTE, lang),
    )


def _once(terms: tuple[Term, ...], row: _Row) -> tuple[Term, ...]:
    """Return the terms without repetitions; one may be there again for other texts."""
    made: dict[tuple[str, tuple[str, ...]], Term] = {}
    for term in terms:
        if made.setdefault((term.text, term.texts), term) != term:
            reason = _("“{term}” is there twice for the same texts; the second was left out.")
            row.remarks.append(reason.format(term=shown(term.text, 60)))
    return tuple(made.values())


def _one_preferred(terms: tuple[Term, ...], given: Sequence[str]) -> tuple[Term, ...]:
    """Where one status was given for several terms, let only the first of them be preferred."""
    if len(given) != 1 or len(terms) < 2 or terms[0].status is not Status.PREFERRED:
        return terms
    return (terms[0], *(replace(term, status=Status.ADMITTED) for term in terms[1:]))


def _known(cell: str, words: dict[str, str]) -> str:
    """Return TBX's word for a value, or the value as it is."""
    return words.get(plain(cell), cell) if cell else ""


def _together(known: Concept, more: Concept, row: _Row) -> Concept:
    """Add to a concept what another row says of it; of what it says otherwise, the first row's stays."""
    sections = {section.lang: section for section in known.sections}
    for section in more.sections:
        was = sections.get(section.lang, Section(section.lang))
        there = {(term.text, term.texts) for term in was.terms}
        sections[section.lang] = replace(
            was,
            terms=(*was.terms, *(term for term in section.terms if (term.text, term.texts) not in there)),
            definition=_first(was.definition, section.definition, "definition", row),
            source=_first(was.source, section.source, "source", row),
            note=_first(was.note, section.note, "note", row),
        )
    return replace(
        known,
        subject=_first(known.subject, more.subject, "subject", row),
        definition=_first(known.definition, more.definition, "definition", row),
        source=_first(known.source, more.source, "source", row),
        note=_first(known.note, more.note, "note", row),
        kind=known.kind if known.kind is not Kind.TERM else more.kind,
        references=tuple(dict.fromkeys((*known.references, *more.references))),
        sections=tuple(sections.values()),
    )


def _first(was: str, now: str, name: str, row: _Row) -> str:
    """Return the first of two texts; another one is remarked."""
    if was and now and was != now:
        reason = _("the {field} differs from that of an earlier row of the same id; it was left out.")
        row.remarks.append(reason.format(field=name))
    return was or now
