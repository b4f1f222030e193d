"""The glossary and term report: what is decided, in which forms it stands, and what is still to be looked at."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from hexapla.model.glossary import Term
from hexapla.model.judged import Judgement
from hexapla.model.messages import _
from hexapla.model.person import Person
from hexapla.model.termreport import ReportedColumn, ReportedConcept, ReportedTerm, TermReport
from hexapla.publish import glossary as html
from hexapla.work.edition import WORDS, Edition
from hexapla.work.people import welcome
from hexapla.work.terms import glossary as kept
from hexapla.work.terms import standing, waiving
from hexapla.work.terms.listing import head


def of(
    edition: Edition, person: Person, langs: tuple[str, ...] = (), *, appendix: bool = False
) -> TermReport:
    """Return the report for some or all target languages; an ``appendix`` leaves out what is the makers’ business."""
    welcome(person)
    settings, glossary = edition.settings, kept.read(edition).glossary
    wanted = tuple(lang for lang in settings.targets if not langs or lang in langs)
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    forms: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    look: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    occurrences: Counter[str] = Counter()
    for slug in (one.slug for one in settings.texts):
        langs_here, text = settings.languages_of(slug), edition.text(slug)
        for lang in langs_here[:1]:
            occurrences.update(standing.occurrences(standing.of(edition, slug, lang)))
        for lang in (one for one in wanted if one in langs_here):
            now = standing.of(edition, slug, lang)
            waived = waiving.of_text(edition, now)
            for nth, entry in enumerate(now.judged):
                for judged in entry:
                    is_open = judged.judgement.is_open
                    if is_open and (now.rows[nth].entry.units, judged.concept) in waived:
                        is_open = False
                    said = Judgement.CONFIRMED if is_open != judged.judgement.is_open else judged.judgement
                    counts[judged.concept, lang][str(said)] += 1
                    for found in judged.target:
                        form = (now.pairs[nth].target or "")[found.start : found.end]
                        forms[judged.concept, lang, found.term][form] += 1
                    if is_open and slug != WORDS:
                        unit = now.rows[nth].entry.units[0]
                        number = text.places[unit][1].n
                        look[judged.concept, lang].append((text.title, number, str(judged.judgement)))
    concepts = [
        ReportedConcept(
            one.name,
            head(one, settings.source),
            str(one.kind),
            one.subject,
            one.definition or next((part.definition for part in one.sections if part.definition), ""),
            occurrences[one.name],
            tuple(
                ReportedColumn(
                    lang,
                    tuple(
                        ReportedTerm(
                            term.text,
                            str(term.status or ""),
                            sum(forms[one.name, lang, term.text].values()),
                            () if appendix else tuple(forms[one.name, lang, term.text].most_common()),
                        )
                        for part in one.sections
                        if part.lang == lang
                        for term in _once(part.terms)
                        if not appendix or term.status in (None, "preferred", "admitted")
                    ),
                    {} if appendix else dict(counts[one.name, lang]),
                    "",
                    () if appendix else tuple(look[one.name, lang]),
                )
                for lang in wanted
            ),
        )
        for one in glossary.concepts
    ]
    return TermReport(
        settings.title.get(settings.source, ""),
        settings.source,
        wanted,
        tuple(sorted(concepts, key=lambda one: one.head.casefold())),
        _words(),
        settings.date,
    )


def _once(terms: Sequence[Term]) -> list[Term]:
    """Return one entry a term: the one that holds by default, if there is one."""
    made: dict[str, Term] = {}
    for one in terms:
        if one.text not in made or not one.texts:
            made[one.text] = one
    return list(made.values())


def page(report: TermReport) -> bytes:
    """Return a report as a page for screen and paper."""
    return html.build(report)


def _words() -> dict[str, str]:
    return {
        "glossary": _("Glossary"),
        "occurrences": _("occurrences"),
        "none": _("not decided"),
        "empty": _("The glossary is empty."),
        str(Judgement.MISSING): _("missing"),
        str(Judgement.DEPRECATED): _("deprecated"),
        str(Judgement.SUPERSEDED): _("superseded"),
        str(Judgement.ALTERED): _("not as in the source"),
    }
