"""The header of an exported text: titles, authors, translators, publisher, licence, and what it was made
from.
"""

from collections.abc import Sequence
from dataclasses import replace

from hexapla.formats.tei import header, inline
from hexapla.model.edition import TextSettings
from hexapla.model.parallel import ParallelEdition, ParallelText
from hexapla.model.text import Element, element
from hexapla.publish.tei import pointers

SOURCE_UNITS = "//text[@type='source']//seg[@type='unit']"
UNITS = "//seg[@type='unit']"


def make(edition: ParallelEdition, text: ParallelText, languages: Sequence[str], *, main: str) -> Element:
    """Return the header of a file with a text in these languages; it is cited in ``main``."""
    about = edition.settings.text(text.slug) or TextSettings(text.slug)
    others = [tag for tag in languages if tag != main and title_in(text, tag)]
    made = header.make(
        title_in(text, main) or text.source.title,
        main,
        authors=about.authors,
        publisher=inline.plain(_word(edition, main, "imprint")),
        licence=about.rights or edition.settings.licence,
        date=edition.date,
        languages=dict.fromkeys([text.source.lang, *languages]),
        translators=[(tag, name) for tag in languages for name in about.translators.get(tag, ())],
        titles=[(tag, title_in(text, tag)) for tag in others],
        series=inline.plain(_word(edition, main, "title")) or edition.settings.title.get(main, ""),
        original=_original(text, about),
        units=SOURCE_UNITS if len(languages) > 1 and main == text.source.lang else UNITS,
    )
    return _stamped(made, edition, [tag for tag in languages if tag != text.source.lang])


def translator(edition: ParallelEdition, text: ParallelText, lang: str) -> str | None:
    """Return the id of the statement of who translated a text into a language, if anyone is named."""
    about = edition.settings.text(text.slug)
    return f"translator.{lang}" if about and about.translators.get(lang) else None


def title_in(text: ParallelText, lang: str) -> str:
    """Return a text's title in a language as plain text: the translation of the head that says it.

    It is empty where the title is no head of the text, or the head is not translated.
    """
    if lang == text.source.lang:
        return text.source.title
    head = next((block for block in text.source.blocks if block.kind == "head" and block.units), None)
    if head is None or " ".join(inline.plain(unit.source) for unit in head.units) != text.source.title:
        return ""
    renderings = text.of(lang)
    made = dict.fromkeys(renderings[unit.id].text for unit in head.units if unit.id in renderings)
    return " ".join(filter(None, map(inline.plain, made)))


def _word(edition: ParallelEdition, lang: str, name: str) -> str:
    """Return one of the edition's words in a language, or in its source language."""
    words = edition.words
    return words.get(lang, {}).get(name) or words.get(edition.settings.source, {}).get(name, "")


def _original(text: ParallelText, about: TextSettings) -> Element | None:
    """Return what the text was taken from: as the edition says, or as the source's own header does."""
    if about.original_title or about.date:
        title = about.original_title or text.source.title
        return element("sourceDesc", header.bibliography(title, about.authors, about.date))
    own = next((part for part in text.source.header.walk() if part.tag == "sourceDesc"), None)
    return pointers.unnamed(pointers.resolved(own, lambda _name: None)) if own else None


def _stamped(made: Element, edition: ParallelEdition, languages: Sequence[str]) -> Element:
    """Say in a draft's header that it is one, and how far each language is."""
    if not edition.draft:
        return made
    shares = [(tag, _percent(edition.translated, tag), _percent(edition.reviewed, tag)) for tag in languages]
    changes = [element("change", f"{tag}: {done} translated, {seen} reviewed") for tag, done, seen in shares]
    stamp = element("revisionDesc", *(changes or [element("change", "draft")]), status="draft", xml_lang="en")
    return replace(made, content=(*made.content, stamp))


def _percent(shares: dict[str, float], tag: str) -> str:
    """Return a share in whole per cent, rounded down: nothing is 100 % done before it is done."""
    return f"{int(shares.get(tag, 0.0) * 100)} %"
