"""The stamp of a draft: how much of it is translated and reviewed, said in every language."""

from hexapla.model.languages import name_in
from hexapla.model.parallel import ParallelEdition
from hexapla.publish.html.column import spoken
from hexapla.publish.html.markup import Html, join, tag
from hexapla.publish.html.units import said
from hexapla.publish.html.words import word
from hexapla.publish.html.written import percent


def stamp(edition: ParallelEdition, lang: str) -> Html:
    """Return the stamp in a language with its own shares; one without shares tells those of all others."""
    if not edition.draft:
        return Html()
    told = (
        [lang]
        if lang in edition.translated
        else [tag for tag in edition.languages if tag in edition.translated]
    )
    named = len(told) > 1
    shares = [join([f"{name_in(one, lang)}: " if named else "", _shares(edition, one, lang)]) for one in told]
    words = join([said(word(edition, "word.draft", lang), lang), *shares], " · ")
    return tag("p", words, class_="draft", **spoken(lang))


def _shares(edition: ParallelEdition, of: str, lang: str) -> Html:
    return join(
        [
            join([percent(share, lang), " ", said(word(edition, name, lang), lang)])
            for share, name in (
                (edition.translated[of], "word.translated"),
                (edition.reviewed.get(of, 0.0), "word.reviewed"),
            )
        ],
        ", ",
    )
