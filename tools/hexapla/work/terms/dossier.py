"""The dossier of a concept: every occurrence in every text and language, as concordance lines with their verdicts."""

from dataclasses import dataclass

from hexapla.model.glossary import Concept
from hexapla.model.judged import Found, Judgement
from hexapla.model.person import Person
from hexapla.work.edition import Edition
from hexapla.work.people import names_of, welcome
from hexapla.work.terms import glossary as kept
from hexapla.work.terms import standing, waiving
from hexapla.work.terms.listing import head

LOOK, PLAUSIBLE, CONFIRMED, REST = "look", "plausible", "confirmed", "rest"
"""The groups of the lines: to look at, plausible, confirmed, and what is undecided or not translated."""
_GROUPS = {
    Judgement.PLAUSIBLE: PLAUSIBLE,
    Judgement.NEARBY: PLAUSIBLE,
    Judgement.CONFIRMED: CONFIRMED,
    Judgement.UNDECIDED: REST,
    Judgement.UNTRANSLATED: REST,
}
REACH = 60
"""How many characters on each side of an occurrence a line shows."""


@dataclass(frozen=True)
class Cut:
    """Some words of a text around what was found in it; ``spans`` are offsets in these words."""

    text: str
    spans: tuple[tuple[int, int], ...]
    before: bool
    """Whether something was cut off before them, and after."""
    after: bool


@dataclass(frozen=True)
class Cell:
    """What became of the concept in one language: the words, the verdict, and which rule says so."""

    lang: str
    cut: Cut
    judgement: str
    rule: str
    term: str
    waived: str = ""
    """The reason of a waiver, if somebody has given one."""
    units: tuple[str, ...] = ()
    state: str = ""


@dataclass(frozen=True)
class Line:
    """One place where the concept occurs."""

    slug: str
    unit: str
    n: str
    source: Cut
    cells: tuple[Cell, ...]
    group: str


@dataclass(frozen=True)
class Dossier:
    """A concept with its occurrences; ``counts`` by language and group."""

    concept: Concept
    head: str
    number: int
    """Its place in the glossary, from 1."""
    of: int
    previous: str
    """The ids of the concepts before and after it, empty at the ends."""
    next: str
    lines: tuple[Line, ...]
    counts: dict[str, dict[str, int]]
    occurrences: int
    texts: int
    names: dict[str, str]
    """The names of the people that its log speaks of."""


def of(edition: Edition, person: Person, id_: str, langs: tuple[str, ...] = ()) -> Dossier:
    """Return the dossier of a concept, in some or all target languages; raises NotFound."""
    welcome(person)
    glossary, settings = kept.read(edition).glossary, edition.settings
    one = kept.concept(glossary, id_)
    wanted = tuple(lang for lang in settings.targets if not langs or lang in langs)
    lines = [
        line
        for text in settings.texts
        for line in _lines(
            edition,
            text.slug,
            id_,
            tuple(lang for lang in wanted if lang in settings.languages_of(text.slug)),
        )
    ]
    counts: dict[str, dict[str, int]] = {lang: {} for lang in wanted}
    for line in lines:
        for cell in line.cells:
            group = group_of(cell)
            counts[cell.lang][group] = counts[cell.lang].get(group, 0) + 1
    occurring = {
        text.slug: number
        for text in settings.texts
        for lang in settings.languages_of(text.slug)[:1]
        if (number := standing.occurrences(standing.of(edition, text.slug, lang))[id_])
    }
    by = {step.by for part in one.sections for step in part.log}
    names = {id_: name for id_, name in names_of(edition).items() if id_ in by}
    return Dossier(
        one,
        head(one, settings.source),
        (number := glossary.concepts.index(one) + 1),
        len(glossary.concepts),
        glossary.concepts[number - 2].name if number > 1 else "",
        glossary.concepts[number].name if number < len(glossary.concepts) else "",
        tuple(lines),
        counts,
        sum(occurring.values()),
        len(occurring),
        names,
    )


def group_of(cell: Cell) -> str:
    """Return the group of a cell; what was waived is as good as confirmed."""
    return CONFIRMED if cell.waived else _GROUPS.get(Judgement(cell.judgement), LOOK)


def _lines(edition: Edition, slug: str, id_: str, langs: tuple[str, ...]) -> list[Line]:
    """Return the lines of one text: by the units of its source, with a cell for each language."""
    cells: dict[str, list[Cell]] = {}
    sources: dict[str, Cut] = {}
    text = edition.text(slug)
    for lang in langs:
        now = standing.of(edition, slug, lang)
        waived = waiving.of_text(edition, now)
        for nth, entry in enumerate(now.judged):
            judged = next((some for some in entry if some.concept == id_), None)
            if judged is None:
                continue
            row, pair = now.rows[nth], now.pairs[nth]
            unit = row.entry.units[0]
            sources.setdefault(unit, cut(pair.source, judged.source))
            bad = [found for found in judged.target if found.term not in judged.wanted]
            shown = bad or judged.target
            reason = waived.get((row.entry.units, id_), "") if judged.judgement.is_open else ""
            cells.setdefault(unit, []).append(
                Cell(
                    lang,
                    cut(pair.target or "", shown),
                    str(judged.judgement),
                    str(shown[0].rule) if shown else "",
                    shown[0].term if shown else "",
                    reason,
                    row.entry.units,
                    str(row.entry.state),
                )
            )
    order = {unit.id: nth for nth, unit in enumerate(text.units)}
    return [
        Line(
            slug,
            unit,
            text.places[unit][1].n,
            sources[unit],
            tuple(cells[unit]),
            min((group_of(cell) for cell in cells[unit]), key=_RANK.__getitem__),
        )
        for unit in sorted(cells, key=lambda one: order.get(one, 0))
    ]


_RANK = {LOOK: 0, PLAUSIBLE: 1, REST: 2, CONFIRMED: 3}


def cut(text: str, found: tuple[Found, ...] | list[Found]) -> Cut:
    """Return a text around what was found in it, cut at words; of a text where nothing was found, its beginning."""
    spans = sorted((one.start, one.end) for one in found)
    first, last = (spans[0][0], spans[-1][1]) if spans else (0, REACH)
    start, end = max(0, first - REACH), min(len(text), last + REACH)
    while start and not text[start - 1].isspace() and first - start < REACH + 20:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - last < REACH + 20:
        end += 1
    inside = tuple((a - start, b - start) for a, b in spans)
    return Cut(text[start:end], inside, start > 0, end < len(text))
