"""Candidates for terms: what the sources use like terms and the glossary does not have, for somebody to sort."""

from dataclasses import dataclass

from hexapla.model.candidates import Candidate
from hexapla.model.errors import HexaplaError
from hexapla.model.glossary import Kind
from hexapla.model.judged import Found
from hexapla.model.languages import canonical
from hexapla.model.messages import _
from hexapla.model.person import Person, Right
from hexapla.model.terms import Rule, Verdict
from hexapla.terms import Finder
from hexapla.terms.renderings import is_shown
from hexapla.work.edition import Edition
from hexapla.work.people import allow, welcome
from hexapla.work.terms import acts, mined
from hexapla.work.terms import glossary as kept
from hexapla.work.terms.changing import LONGEST
from hexapla.work.terms.dossier import Cut, cut

MOST = 200
"""How many candidates are offered at once."""
CONTEXTS = 5
RENDERINGS = 3


@dataclass(frozen=True)
class Context:
    """One place where a candidate stands."""

    slug: str
    unit: str
    n: str
    cut: Cut


@dataclass(frozen=True)
class Rendering:
    """What a translation says for a candidate: its commonest form, how often, and in what share of the places."""

    text: str
    count: int
    share: float


@dataclass(frozen=True)
class Offered:
    """A candidate with some of its contexts, and what the translations say for it."""

    name: str
    key: str
    kind: str
    count: int
    score: float
    contexts: tuple[Context, ...]
    renderings: dict[str, tuple[Rendering, ...]]


def offered(edition: Edition, person: Person, lang: str = "") -> tuple[list[Offered], int]:
    """Return the candidates in a source language, the likeliest first, and how many have been rejected."""
    welcome(person)
    tag = canonical(lang) if lang else edition.settings.source
    rejected = edition.desk.candidates.rejected(tag)
    units, found = mined.units(edition, tag), mined.candidates_of(edition, tag)
    known = _known(edition, tag, found)
    left = [one for one in found if one.lemma not in rejected and one.name not in known][:MOST]
    ready: dict[str, Offered] = edition.at_hand(f"offered {tag}", mined.version(edition, units), dict)
    for one in left:
        if one.lemma not in ready:
            ready[one.lemma] = _offered(edition, one, units)
    return [ready[one.lemma] for one in left], len(rejected)


def accept(
    edition: Edition,
    person: Person,
    lang: str,
    name: str,
    *,
    kind: Kind = Kind.TERM,
    rendered_as: dict[str, str] | None = None,
) -> acts.Added:
    """Make a candidate a concept, with renderings proposed for it, all in one change set."""
    allow(person, Right.TERMS)
    return acts.add(
        edition, person, lang or edition.settings.source, name, kind=kind, rendered_as=rendered_as
    )


def reject(edition: Edition, person: Person, lang: str, key: str) -> int:
    """Reject a candidate: it is not offered again."""
    allow(person, Right.TERMS)
    if not key or len(key) > LONGEST:
        raise HexaplaError(_("This is no candidate."))
    return edition.desk.candidates.reject(person, canonical(lang or edition.settings.source), key)


def restore(edition: Edition, person: Person, lang: str, key: str) -> int:
    """Let a rejected candidate be offered again."""
    allow(person, Right.TERMS)
    return edition.desk.candidates.restore(person, canonical(lang or edition.settings.source), key)


def rejected(edition: Edition, person: Person, lang: str = "") -> list[str]:
    """Return the keys of the candidates that were rejected in a source language, in order."""
    welcome(person)
    return sorted(edition.desk.candidates.rejected(canonical(lang) if lang else edition.settings.source))


def _known(edition: Edition, lang: str, found: list[Candidate]) -> set[str]:
    """Return the names of candidates that the glossary has already, in whatever form."""
    terms = [
        term
        for concept in kept.read(edition).glossary.concepts
        for part in concept.sections
        if part.lang == lang
        for term in part.terms
    ]
    names = [one.name for one in found]
    hits = Finder(lang, terms, table=edition.desk.forms).find(names)
    return {
        name
        for name, some in zip(names, hits, strict=True)
        if any((hit.start, hit.end) == (0, len(name)) and hit.verdict is Verdict.CONFIRMED for hit in some)
    }


def _offered(edition: Edition, one: Candidate, units: list[mined.Unit]) -> Offered:
    contexts: list[Context] = []
    for nth, start, end in one.places:
        unit = units[nth]
        if len(contexts) == CONTEXTS:
            break
        span = Found(start, end, one.name, Verdict.CONFIRMED, Rule.EXACT)
        n = edition.text(unit.slug).places[unit.id][1].n
        contexts.append(Context(unit.slug, unit.id, n, cut(unit.text, [span])))
    return Offered(
        one.name,
        one.lemma,
        str(one.kind),
        one.count,
        one.score,
        tuple(contexts),
        _rendered(edition, one, units),
    )


def _rendered(edition: Edition, one: Candidate, units: list[mined.Unit]) -> dict[str, tuple[Rendering, ...]]:
    """Return what the translations say for a candidate, by language."""
    made: dict[str, tuple[Rendering, ...]] = {}
    for lang in edition.settings.targets:
        ready = mined.renderings(edition, lang, units)
        found = [some for some in ready.of(one.places) if is_shown(some)][:RENDERINGS]
        if found:
            made[lang] = tuple(Rendering(some.name, some.count, round(some.share, 2)) for some in found)
    return made
