"""One text of the edition: its columns, its rows, its notes."""

from collections.abc import Sequence

from hexapla.model.languages import language
from hexapla.model.parallel import ParallelEdition, ParallelText
from hexapla.publish.html.column import Column, Ids, cell, spoken
from hexapla.publish.html.endnotes import endnotes
from hexapla.publish.html.heads import has_title
from hexapla.publish.html.markup import Html, join, tag
from hexapla.publish.html.notes import with_notes
from hexapla.publish.html.people import credit
from hexapla.publish.html.rows import Row, row, rows


def columns(edition: ParallelEdition, text: ParallelText, ids: Ids) -> tuple[Column, ...]:
    """Return a column for each of the edition's languages that the text exists in, in their order."""
    prefix = f"{text.slug}." if len(edition.texts) > 1 else ""
    blocks = text.source.blocks
    targets = {unit.id: prefix + unit.id for unit in text.source.units}
    targets |= {block.id: prefix + block.units[0].id for block in blocks if block.id and block.units}
    made = [
        Column(
            edition=edition,
            text=text,
            language=language(tag),
            position=position,
            prefix=prefix,
            ids=ids,
            units={unit.id: unit for unit in text.source.units},
            renderings=text.of(tag),
            targets=targets,
        )
        for position, tag in enumerate(edition.languages)
        if tag == text.source.lang or tag in text.renderings
    ]
    return tuple(with_notes(column) for column in made)


def article(shown: Sequence[Column]) -> Html:
    """Set a text in the columns shown, or nothing where it exists in none of the languages."""
    if not shown:
        return Html()
    text = shown[0].text
    parts = [row(one, shown) for one in rows(text.source.blocks)]
    at = _after_title(rows(text.source.blocks)) if has_title(text.source.blocks) else 0
    title = Html() if has_title(text.source.blocks) else _title(text)
    content = join([title, *parts[:at], _byline(shown), *parts[at:], endnotes(shown)], "\n")
    return tag("article", content, id=shown[0].ids.once(text.slug), class_="text")


def _after_title(found: Sequence[Row]) -> int:
    """Return where a text's first words after its heads stand."""
    return next((at for at, one in enumerate(found) if one.kind != "head"), len(found))


def _title(text: ParallelText) -> Html:
    """Set the title that a text's header has, where no head says it."""
    if not text.source.title:
        return Html()
    return tag("h2", text.source.title, class_="title", **spoken(text.source.lang))


def _byline(shown: Sequence[Column]) -> Html:
    """Name the authors of a text that has its own, as an anthology's have."""
    settings = shown[0].edition.settings.text(shown[0].text.slug)
    if settings is None or not settings.authors:
        return Html()
    cells = (
        tag("p", credit(column.edition, "word.by", settings.authors, column.lang), **cell(column, "byline"))
        for column in shown
    )
    return tag("div", join(cells), class_="row byline")
