"""The title page, with the title in every language."""

from hexapla.formats.tei.inline import plain
from hexapla.model.parallel import ParallelEdition
from hexapla.publish.html.column import spoken
from hexapla.publish.html.draft import stamp
from hexapla.publish.html.markup import Html, join, tag


def title(edition: ParallelEdition, lang: str) -> str:
    """Return the edition's title in a language as plain text, or an empty text."""
    return plain(edition.words.get(lang, {}).get("title", "")) or edition.settings.title.get(lang, "")


def title_page(edition: ParallelEdition) -> Html:
    """Set titles, subtitles and imprints; the first title is the page's ``h1``, the others are its equals."""
    parts = [_in(edition, lang, first=not at) for at, lang in enumerate(edition.languages)]
    return tag("header", join(parts), class_="cover")


def _in(edition: ParallelEdition, lang: str, *, first: bool) -> Html:
    words = edition.words.get(lang, {})
    lines = [
        ("h1" if first else "p", "name", title(edition, lang)),
        ("p", "subtitle", plain(words.get("subtitle", ""))),
        ("p", "imprint", plain(words.get("imprint", ""))),
    ]
    parts = [tag(element, line, class_=class_) for element, class_, line in lines if line]
    return tag("div", *parts, stamp(edition, lang), data_l=lang, **spoken(lang))
