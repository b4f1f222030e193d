"""The one parallel edition that every exporter is given, made from the desk."""

from collections.abc import Sequence

from hexapla.formats.tei import inline
from hexapla.model import languages
from hexapla.model.catalog import Entry, State
from hexapla.model.errors import NotFound
from hexapla.model.messages import _
from hexapla.model.parallel import ParallelEdition, ParallelText, Rendering
from hexapla.work.edition import WORDS, Edition
from hexapla.work.status import status


def parallel(edition: Edition, wanted: Sequence[str] = (), *, draft: bool = False) -> ParallelEdition:
    """Build the parallel edition in some languages, in column order; all of them, source first, by default."""
    settings = edition.settings
    every = (settings.source, *settings.targets)
    chosen = tuple(dict.fromkeys(languages.canonical(tag) for tag in wanted)) or every
    for tag in chosen:
        if tag not in every:
            raise NotFound(
                _("This edition has no language {tag}; it has {every}.").format(
                    tag=tag, every=", ".join(every)
                )
            )
    shares = {
        tag: (_share(edition, tag, State.TRANSLATED), _share(edition, tag, State.REVIEWED)) for tag in chosen
    }
    targets = [tag for tag in chosen if tag != settings.source]
    return ParallelEdition(
        settings=settings,
        languages=chosen,
        texts=tuple(_text(edition, text.slug, targets) for text in settings.texts if text.slug != WORDS),
        words={tag: _words(edition, tag) for tag in chosen},
        draft=draft,
        translated={tag: shares[tag][0] for tag in targets},
        reviewed={tag: shares[tag][1] for tag in targets},
        date=settings.date,
    )


def _text(edition: Edition, slug: str, targets: Sequence[str]) -> ParallelText:
    own = edition.settings.languages_of(slug)
    rows = {
        tag: tuple(_rendering(row.entry) for row in edition.desk.rows(edition.text_id(slug), tag, limit=None))
        for tag in targets
        if tag in own
    }
    return ParallelText(slug=slug, source=edition.text(slug), renderings=rows)


def _rendering(entry: Entry) -> Rendering:
    return Rendering(entry.units, entry.msgstr, entry.state, entry.reason, entry.place)


def _share(edition: Edition, lang: str, least: State) -> float:
    """Return the share of an edition's units that are at least in a state, over all texts."""
    some = [one for one in status(edition) if one.lang == lang]
    total = sum(one.total for one in some)
    return sum(one.share(least) * one.total for one in some) / total if total else 1.0


def _words(edition: Edition, lang: str) -> dict[str, str]:
    """Return the edition-wide words of a language by the id of their block; what is untranslated is left out."""
    if edition.settings.text(WORDS) is None:
        return {"title": inline.render((edition.settings.title.get(lang, ""),))}
    text = edition.text(WORDS)
    forms = {unit.id: unit.source for unit in text.units}
    if lang != text.lang:
        rows = edition.desk.rows(edition.text_id(WORDS), lang, limit=None)
        forms = {unit: row.entry.msgstr for row in rows for unit in row.entry.units}
    found = {block.id: " ".join(forms.get(unit.id, "") for unit in block.units) for block in text.blocks}
    return {key: form for key, form in found.items() if form.strip()}
