"""The concordance: words in all their forms, over all texts, with what stands for them in the other languages."""

from dataclasses import dataclass

from hexapla.formats.tei.plain import plain
from hexapla.model.errors import HexaplaError
from hexapla.model.judged import Found
from hexapla.model.languages import canonical
from hexapla.model.messages import _
from hexapla.model.person import Person
from hexapla.terms import Finder
from hexapla.work.edition import Edition
from hexapla.work.people import welcome
from hexapla.work.terms.dossier import Cut, cut

LONGEST = 100


@dataclass(frozen=True)
class Line:
    """One place where the words stand, and the unit in the other languages."""

    slug: str
    unit: str
    n: str
    cut: Cut
    other: dict[str, str]


def of(
    edition: Edition, person: Person, words: str, lang: str, *, limit: int = 200
) -> tuple[list[Line], bool]:
    """Return the lines for some words in a source or target language, in order, and whether there are more.

    Words are found in every form that the language gives them; ``…`` stands for a few other words.
    """
    welcome(person)
    asked, tag = " ".join(words.split()), canonical(lang)
    if not asked or len(asked) > LONGEST:
        raise HexaplaError(_("Ask for some words, {n} characters at the most.").format(n=LONGEST))
    finder = Finder(tag, [asked], table=edition.desk.forms)
    found: list[Line] = []
    for one in edition.settings.texts:
        texts = _texts(edition, one.slug)
        if tag not in texts:
            continue
        for unit, hits in zip(texts[tag], finder.find(texts[tag].values()), strict=True):
            if not hits:
                continue
            if len(found) == limit:
                return found, True
            spans = [Found(hit.start, hit.end, asked, hit.verdict, hit.rule) for hit in hits]
            found.append(
                Line(
                    one.slug,
                    unit,
                    edition.text(one.slug).places[unit][1].n,
                    cut(texts[tag][unit], spans),
                    {other: texts[other][unit] for other in texts if other != tag and texts[other].get(unit)},
                )
            )
    return found, False


def _texts(edition: Edition, slug: str) -> dict[str, dict[str, str]]:
    """Return the plain texts of a text's units by language; a joined entry stands at its first unit."""
    text = edition.text(slug)
    sha = edition.digest(slug)
    source = edition.at_hand(
        f"plain {slug}", sha, lambda: {unit.id: plain(unit.source) for unit in text.units}
    )
    made = {text.lang: source}
    revision = edition.desk.last_revision()
    for lang in edition.settings.languages_of(slug):
        made[lang] = edition.at_hand(
            f"plain {slug} {lang}",
            (sha, revision),
            lambda lang=lang: {  # type: ignore[misc]
                row.entry.units[0]: plain(row.entry.msgstr)
                for row in edition.desk.rows(edition.text_id(slug), lang, limit=None)
            },
        )
    return made
