"""What the terminology pages are shown, as JSON: offsets in UTF-16 units, as browsers count."""

from dataclasses import asdict
from typing import Any

from hexapla.model.glossary import Concept
from hexapla.model.judged import Found
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.status import titles
from hexapla.work.terms import atsight, dossier, impact, worklist
from hexapla.work.terms.concordance import Line as ConcordanceLine
from hexapla.work.terms.triage import Offered

Json = dict[str, Any]
Spans = tuple[tuple[int, int], ...]


def units(text: str, place: int) -> int:
    """Return an offset in UTF-16 units."""
    if text.isascii():
        return place
    return place + sum(sign > "\uffff" for sign in text[:place])


def spans(text: str, some: Spans) -> list[list[int]]:
    """Return spans in UTF-16 units."""
    return [[units(text, start), units(text, end)] for start, end in some]


def cut(one: dossier.Cut) -> Json:
    """Return some words of a text."""
    return {
        "text": one.text,
        "spans": spans(one.text, one.spans),
        "before": one.before,
        "after": one.after,
    }


def rights(edition: Edition, person: Person) -> Json:
    """Return in which languages the person may decide, and whether in all."""
    langs = (edition.settings.source, *edition.settings.targets)
    return {
        "rights": {lang: person.may(Right.TERMS, lang) for lang in langs},
        "may": person.may(Right.TERMS) and not person.languages,
    }


def concept(one: Concept) -> Json:
    """Return a concept as the dossier shows it."""
    return {
        "id": one.name,
        "kind": str(one.kind),
        "subject": one.subject,
        "definition": one.definition,
        "source": one.source,
        "note": one.note,
        "references": list(one.references),
        "sections": [
            {
                "lang": part.lang,
                "definition": part.definition,
                "source": part.source,
                "note": part.note,
                "terms": [_without_rest(asdict(term)) for term in part.terms],
                "log": [asdict(step) for step in part.log],
            }
            for part in one.sections
        ],
    }


def whole(edition: Edition, person: Person, made: dossier.Dossier) -> Json:
    """Return a dossier."""
    names = titles(edition)
    return {
        "concept": concept(made.concept),
        "head": made.head,
        "number": made.number,
        "of": made.of,
        "previous": made.previous,
        "next": made.next,
        "occurrences": made.occurrences,
        "texts": made.texts,
        "names": made.names,
        "counts": made.counts,
        "lines": [
            {
                "slug": line.slug,
                "title": names.get(line.slug, line.slug),
                "unit": line.unit,
                "n": line.n,
                "group": line.group,
                "source": cut(line.source),
                "cells": [asdict(cell) | {"cut": cut(cell.cut)} for cell in line.cells],
            }
            for line in made.lines
        ],
        **rights(edition, person),
    }


def touched(edition: Edition, made: impact.Impact) -> Json:
    """Return what a decision would touch."""
    names = titles(edition)
    entries = [
        asdict(entry)
        | {"title": names.get(entry.slug, entry.slug), "spans": spans(entry.target, entry.spans)}
        for entry in made.entries
    ]
    return asdict(made) | {"entries": entries}


def work(edition: Edition, one: worklist.Work) -> Json:
    """Return a task."""
    return {
        "id": one.task.id,
        "concept": one.task.concept,
        "head": one.head,
        "slug": one.slug,
        "title": titles(edition).get(one.slug, one.slug),
        "lang": one.task.lang,
        "units": list(one.task.units),
        "n": one.n,
        "old": one.task.old,
        "new": one.task.new,
        "state": str(one.task.state),
        "reason": one.task.reason,
        "by": one.by,
        "at": one.task.at,
        "source": one.source,
        "source_spans": spans(one.source, one.source_spans),
        "target": one.target,
        "spans": spans(one.target, one.spans),
        "proposal": one.proposal,
        "row": {
            "units": list(one.task.units),
            "revision": one.revision,
            "state": one.state,
            "source": one.source_runs,
            "target": one.target_runs,
        },
    }


def offered(edition: Edition, one: Offered) -> Json:
    """Return a candidate."""
    names = titles(edition)
    contexts = [
        {
            "slug": some.slug,
            "title": names.get(some.slug, some.slug),
            "unit": some.unit,
            "n": some.n,
            "cut": cut(some.cut),
        }
        for some in one.contexts
    ]
    return asdict(one) | {"contexts": contexts}


def concordance(edition: Edition, line: ConcordanceLine) -> Json:
    """Return a line of the concordance."""
    return {
        "slug": line.slug,
        "title": titles(edition).get(line.slug, line.slug),
        "unit": line.unit,
        "n": line.n,
        "cut": cut(line.cut),
        "other": line.other,
    }


def seen(at: atsight.At) -> list[Json]:
    """Return the judgements of an entry."""
    return [
        {
            "concept": one.judged.concept,
            "head": one.head,
            "judgement": str(one.judged.judgement),
            "source": [_found(at.source, found) for found in one.judged.source],
            "target": [_found(at.target, found) for found in one.judged.target],
            "wanted": list(one.judged.wanted),
            "fewer": one.judged.fewer,
            "finding": one.finding,
            "message": one.message,
            "waived": one.waived,
        }
        for one in at.seen
    ]


def _found(text: str, found: Found) -> Json:
    return asdict(found) | {"start": units(text, found.start), "end": units(text, found.end)}


def _without_rest(term: Json) -> Json:
    return {name: value for name, value in term.items() if name not in ("attributes", "other")}
