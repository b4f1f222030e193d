"""A glossary as rows: names of columns, then one row a concept; only columns in which something stands."""

from collections.abc import Callable

from hexapla.formats.tabular.cells import joined
from hexapla.formats.tabular.columns import Field
from hexapla.model.glossary import Concept, Glossary, Kind, Section, Term

SEPARATOR, FORMS = "|", ";"
"""Between the terms of a cell, and between the forms (or texts) of one term."""
YES = "yes"

_OF_CONCEPT: dict[Field, Callable[[Concept], str]] = {
    Field.KIND: lambda concept: concept.kind if concept.kind is not Kind.TERM else "",
    Field.SUBJECT: lambda concept: concept.subject,
    Field.DEFINITION: lambda concept: concept.definition,
    Field.SOURCE: lambda concept: concept.source,
    Field.NOTE: lambda concept: concept.note,
    Field.REFERENCES: lambda concept: joined(list(concept.references), SEPARATOR),
}
_OF_TERM: dict[Field, Callable[[Term], str]] = {
    Field.TERM: lambda term: term.text,
    Field.STATUS: lambda term: term.status or "",
    Field.PART_OF_SPEECH: lambda term: term.part_of_speech,
    Field.GENDER: lambda term: term.gender,
    Field.FORMS: lambda term: joined(list(term.forms), FORMS),
    Field.EXACT_CASE: lambda term: YES if term.exact_case else "",
    Field.KEEP: lambda term: YES if term.keep else "",
    Field.TEXTS: lambda term: joined(list(term.texts), FORMS),
    Field.CONTEXT: lambda term: term.context,
    Field.TERM_NOTE: lambda term: term.note,
}
_OF_SECTION: dict[Field, Callable[[Section], str]] = {
    Field.DEFINITION: lambda section: section.definition,
    Field.SOURCE: lambda section: section.source,
    Field.NOTE: lambda section: section.note,
}
_ALWAYS = (Field.TERM, Field.STATUS)
_LANGUAGE_OR_FIELD = frozenset(Field) | {"no"}


def rows_of(glossary: Glossary) -> list[list[str]]:
    """Return the names of the columns, and a row for each concept; languages as they first appear."""
    concepts = glossary.concepts
    langs = dict.fromkeys(section.lang for concept in concepts for section in concept.sections)
    columns = [["id", *(concept.id for concept in concepts)]]
    for field, read in _OF_CONCEPT.items():
        _add(columns, field, [read(concept) for concept in concepts])
    for lang in langs:
        sections = [[one for one in concept.sections if one.lang == lang] for concept in concepts]
        for field, of_term in _OF_TERM.items():
            cells = [_terms(of_term, field, found) for found in sections]
            name = f"{lang}:{field}" if field is not Field.TERM or lang in _LANGUAGE_OR_FIELD else lang
            _add(columns, name, cells, always=field in _ALWAYS)
        for field, of_section in _OF_SECTION.items():
            cells = ["\n".join(filter(None, map(of_section, found))) for found in sections]
            _add(columns, f"{lang}:{field}", cells)
    return [list(row) for row in zip(*columns, strict=True)]


def _terms(read: Callable[[Term], str], field: Field, sections: list[Section]) -> str:
    """Return a field of all terms of a language as one cell, empty where it is empty for all."""
    values = [read(term) for section in sections for term in section.terms]
    return joined(values, SEPARATOR) if any(values) or field is Field.TERM else ""


def _add(columns: list[list[str]], name: str, cells: list[str], *, always: bool = False) -> None:
    if always or any(cells):
        columns.append([str(name), *cells])
