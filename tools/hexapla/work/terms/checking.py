"""The run of the term checks: every text in every language, its findings at the desk in the place of earlier ones."""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hexapla.checks.terms import NAMES, finding_of, twins
from hexapla.model.checking import Checked, Raised
from hexapla.model.languages import canonical
from hexapla.model.messages import _, shown
from hexapla.model.person import Person
from hexapla.work.edition import WORDS, Edition
from hexapla.work.people import welcome
from hexapla.work.terms import glossary as kept
from hexapla.work.terms import standing, varying
from hexapla.work.terms.waiving import hash_of

TRIES = 3
"""How often entries are looked at again that somebody saved meanwhile."""


def run(edition: Edition, person: Person, step: Callable[[int, int], None] | None = None) -> dict[str, int]:
    """Check all texts in all languages and keep the findings at the desk; returns how many there are of each name."""
    welcome(person)
    every = [
        (one.slug, lang) for one in edition.settings.texts for lang in edition.settings.languages_of(one.slug)
    ]
    counts: dict[str, int] = defaultdict(int)
    varies = {lang: varying.of(edition, lang) for lang in edition.settings.targets}
    for nth, (slug, lang) in enumerate(every):
        if step is not None:
            step(nth, len(every))
        for raised in _kept(edition, slug, lang, varies.get(lang, [])):
            counts[raised.name] += 1
    return dict(counts)


@dataclass(frozen=True)
class Listed:
    """A finding as a list shows it."""

    text: str
    n: str
    units: tuple[str, ...]
    lang: str
    name: str
    severity: str
    subject: str
    message: str
    waived: bool
    detail: dict[str, object]


def listed(edition: Edition, person: Person, slug: str = "", lang: str = "") -> list[Listed]:
    """Return the findings that the last run left, of a text and a language where they are named."""
    welcome(person)
    slugs = {stored.id: stored.slug for stored in edition.desk.texts()}
    found = edition.desk.checking.read(
        edition.text_id(slug) if slug else None, canonical(lang) if lang else None, tuple(NAMES), limit=None
    )
    places = {text: edition.text(slugs[text]).places for text in {one.text for one in found}}
    made = []
    for one in found:
        detail = json.loads(one.raised.detail or "{}")
        made.append(
            Listed(
                slugs[one.text],
                places[one.text][one.units[0]][1].n,
                one.units,
                one.lang,
                one.raised.name,
                str(detail.get("severity") or NAMES[one.raised.name].severity),
                one.raised.subject,
                one.raised.message,
                one.waived,
                detail,
            )
        )
    return made


def _kept(edition: Edition, slug: str, lang: str, varies: Sequence[varying.Varying]) -> list[Raised]:
    """Check one text in one language and keep what was found; what was saved meanwhile is checked once more."""
    text_id = edition.text_id(slug)
    for _attempt in range(TRIES):
        checked = _checked(edition, standing.of(edition, slug, lang), varies)
        if not edition.desk.checking.replace(text_id, lang, tuple(NAMES), checked):
            break
    return [raised for one in checked.values() for raised in one.raised]


def _checked(
    edition: Edition, now: standing.Standing, varies: Sequence[varying.Varying]
) -> dict[str, Checked]:
    glossary = kept.read(edition).glossary
    concepts = {one.name: one for one in glossary.concepts}
    raised: list[list[Raised]] = [[] for _row in now.rows]
    for nth, row in enumerate(now.rows):
        for judged in now.judged[nth]:
            name, message = finding_of(judged, now.pairs[nth].source)
            if not name or not NAMES[name].default:
                continue
            detail = {
                "source": [[one.start, one.end] for one in judged.source],
                "target": [[one.start, one.end] for one in judged.target],
                "rule": str(judged.target[0].rule if judged.target else judged.source[0].rule),
                "wanted": list(judged.wanted),
            }
            hash_ = hash_of(
                row.entry.msgid, row.entry.msgstr, concepts.get(judged.concept), now.lang, now.slug
            )
            raised[nth].append(Raised(name, judged.concept, message, _json(detail), hash_))
    if now.slug != WORDS:
        _twins(now, raised)
        _varying(now, varies, raised)
    return {
        row.entry.context: Checked(row.revision, tuple(found))
        for row, found in zip(now.rows, raised, strict=True)
    }


def _twins(now: standing.Standing, raised: Sequence[list[Raised]]) -> None:
    for name, found, said in (
        (
            "same-source",
            twins.same_source(now.pairs),
            _("The same source is translated in {n} ways: {texts}."),
        ),
        ("same-target", twins.same_target(now.pairs), _("The same words stand for {n} sources: {texts}.")),
    ):
        for some in found:
            texts = ", ".join(f"“{shown(text, 60)}”" for text in some.texts[:3])
            detail = {
                "units": [now.rows[nth].entry.units[0] for nth in some.entries],
                "severity": "note" if some.words < twins.SHORT else "warning",
            }
            for nth in some.entries:
                side = now.pairs[nth].source if name == "same-source" else now.pairs[nth].target or ""
                entry = now.rows[nth].entry
                hash_ = hash_of(entry.msgid, entry.msgstr, None, now.lang, now.slug)
                message = said.format(n=len(some.texts), texts=texts)
                raised[nth].append(Raised(name, shown(side, 80), message, _json(detail), hash_))


def _varying(
    now: standing.Standing, varies: Sequence[varying.Varying], raised: Sequence[list[Raised]]
) -> None:
    """Raise what is rendered in several ways at the entries that have another rendering than the commonest."""
    for one in varies:
        ways = ", ".join(f"“{shown(name, 60)}” {count}" for name, count in one.ways)
        message = _("“{name}” is rendered in several ways: {ways}.").format(
            name=shown(one.name, 60), ways=ways
        )
        for (slug, unit), way in one.units.items():
            if slug == now.slug and way != one.ways[0][0] and unit in now.places:
                detail = {"ways": dict(one.ways), "here": way}
                nth = now.places[unit]
                entry = now.rows[nth].entry
                hash_ = hash_of(entry.msgid, entry.msgstr, None, now.lang, now.slug)
                raised[nth].append(Raised("term-varies", one.subject, message, _json(detail), hash_))


def _json(detail: object) -> str:
    return json.dumps(detail, ensure_ascii=False, sort_keys=True)
