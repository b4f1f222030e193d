"""One TEI file for each text and language."""

from hexapla.formats.tei import serialize
from hexapla.formats.tei.write import document
from hexapla.model.parallel import ParallelEdition, ParallelText
from hexapla.model.text import Element
from hexapla.publish.tei import header, pointers
from hexapla.publish.tei.columns import languages_of
from hexapla.publish.tei.target import target


def single(edition: ParallelEdition) -> dict[str, bytes]:
    """Return the edition's texts as TEI, by file name: ``<slug>.<language>.xml``.

    The source is the text as it is, with its own header; ids are the source's in every language. A pointer
    to what a language does not have (a unit that is not translated) loses its target.
    """
    return {
        f"{text.slug}.{lang}.xml": _document(edition, text, lang)
        for text in edition.texts
        for lang in languages_of(edition, text)
    }


def _document(edition: ParallelEdition, text: ParallelText, lang: str) -> bytes:
    if lang == text.source.lang:
        return serialize(text.source)
    made = target(text, lang)
    names = pointers.ids(made.body)
    root = Element("TEI").with_attributes(xml_lang=lang, xml_id=_own_id(text, lang, names))
    by = header.translator(edition, text, lang)

    def resolve(name: str) -> str | None:
        name = made.aliases.get(name, name)
        return name if name in names else None

    body = pointers.resolved(made.body, resolve).with_attributes(resp=f"#{by}" if by else None)
    return document(Element("TEI", root.attributes, (header.make(edition, text, [lang], main=lang), body)))


def _own_id(text: ParallelText, lang: str, names: frozenset[str]) -> str | None:
    """Return the id of a translation as a document of its own, unless something in it is called so."""
    name = f"{text.source.id}.{lang}"
    return name if text.source.id and name not in names else None
