"""The colophon: who made the texts, under which licence, when, and how far a draft has come."""

from hexapla.model.edition import TextSettings
from hexapla.model.languages import language
from hexapla.model.parallel import ParallelEdition, ParallelText
from hexapla.publish.html.column import spoken
from hexapla.publish.html.draft import stamp
from hexapla.publish.html.markup import Html, join, tag
from hexapla.publish.html.people import credit
from hexapla.publish.html.units import said
from hexapla.publish.html.words import word
from hexapla.publish.html.written import date, digits


def colophon(edition: ParallelEdition) -> Html:
    """Set the colophon once in every language, side by side."""
    cells = join(_in(edition, lang, at) for at, lang in enumerate(edition.languages))
    return tag("footer", tag("div", cells, class_="row"), class_="colophon")


def _in(edition: ParallelEdition, lang: str, position: int) -> Html:
    head = tag("h2", said(word(edition, "word.colophon", lang), lang))
    texts = join(_text(edition, text, lang) for text in edition.texts)
    licence = edition.settings.licence
    label = said(word(edition, "word.licence", lang), lang)
    parts = [
        stamp(edition, lang),
        texts,
        tag("p", label, ": ", tag("bdi", licence)) if licence else Html(),
        tag("p", date(edition.date, lang)) if edition.date else Html(),
    ]
    return tag(
        "section",
        head,
        *parts,
        class_="column",
        data_l=lang,
        style=f"--k:{position}",
        **spoken(lang),
    )


def _text(edition: ParallelEdition, text: ParallelText, lang: str) -> Html:
    """Tell a text's original title, authors, date, rights and translators, where the settings name them."""
    settings = edition.settings.text(text.slug) or TextSettings(text.slug)
    named = settings.original_title or text.source.title
    original = tag("cite", named, **spoken(text.source.lang)) if named else Html()
    translators = settings.translators.get(lang) or settings.translators.get(language(lang).tag, ())
    facts = [
        original,
        credit(edition, "word.by", settings.authors, lang) if settings.authors else Html(),
        digits(settings.date, lang),
        tag("bdi", settings.rights) if settings.rights else Html(),
        credit(edition, "word.translated-by", translators, lang) if translators else Html(),
    ]
    told = [fact for fact in facts if fact]
    return tag("p", join(told, " · ")) if len(told) > 1 or translators else Html()
