"""One TEI file for each text with all of its languages, aligned.

``standOff`` comes first (the schema's order is header, standOff, text) and holds one ``linkGrp`` for each
translation: the only authority on what renders what. Pointers of a link stand in the order of the
languages; the type counts the segs on both sides. An omission is a link of type 1-0 whose second pointer is
the ``gap`` in the translation, since a link needs two; what is not translated has no link. ``@corresp``
repeats the links for tools that follow nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hexapla.formats.tei.write import document
from hexapla.model.parallel import ParallelEdition, ParallelText
from hexapla.model.text import Element, element
from hexapla.publish.tei import header, pointers
from hexapla.publish.tei.columns import languages_of
from hexapla.publish.tei.links import Link, links
from hexapla.publish.tei.pieces import Piece
from hexapla.publish.tei.target import Target, source, target


@dataclass(frozen=True)
class _Column:
    """A language in the file: its text, and its ids as the file has them."""

    target: Target
    names: Mapping[str, str]

    def name(self, name: str) -> str | None:
        """Return the id in the file of what has this id in the source."""
        return self.names.get(self.target.aliases.get(name, name))


def parallel(edition: ParallelEdition) -> dict[str, bytes]:
    """Return the edition's texts as parallel TEI, by file name: ``<slug>.parallel.xml``.

    Languages are aligned with the source, or where that is not published, with the first one. Ids are
    ``<language>.<id>``. A pointer to what a language does not have leads to the same in the first language.
    """
    made = {f"{text.slug}.parallel.xml": (text, languages_of(edition, text)) for text in edition.texts}
    return {name: _document(edition, text, tags) for name, (text, tags) in made.items() if tags}


def _document(edition: ParallelEdition, text: ParallelText, languages: Sequence[str]) -> bytes:
    pivot, *others = [_column(text, lang) for lang in languages]
    aligned = [(column, links(pivot.target.pieces, column.target.pieces)) for column in others]
    groups = [_group(pivot, column, beads) for column, beads in aligned if beads]
    texts = [_text(edition, text, pivot, pivot, {})]
    texts.extend(
        _text(edition, text, column, pivot, _corresp(pivot, column, beads)) for column, beads in aligned
    )
    root = element(
        "TEI",
        header.make(edition, text, languages, main=languages[0]),
        *([element("standOff", *groups)] if groups else []),
        element("text", element("group", *texts)),
        xml_lang=languages[0],
    )
    return document(root)


def _column(text: ParallelText, lang: str) -> _Column:
    made = source(text) if lang == text.source.lang else target(text, lang)
    return _Column(made, pointers.prefixed(pointers.ids(made.body), lang))


def _group(pivot: _Column, column: _Column, beads: Sequence[Link]) -> Element:
    """Return the links of one translation."""
    made = [
        element(
            "link", type=bead.type, target=_pointers([*_ids(pivot, bead.pivot), *_ids(column, bead.target)])
        )
        for bead in beads
    ]
    domains = f"#t.{pivot.target.lang} #t.{column.target.lang}"
    return element("linkGrp", *made, type="translation", domains=domains)


def _ids(column: _Column, pieces: Sequence[Piece]) -> list[str]:
    return [column.names[piece.units[0]] for piece in pieces]


def _pointers(names: Sequence[str]) -> str:
    return " ".join(f"#{name}" for name in names)


def _corresp(pivot: _Column, column: _Column, beads: Sequence[Link]) -> dict[str, str]:
    """Return what each element of a translation corresponds to, by its id in the file."""
    same = {name: _pointers([there]) for own, name in column.names.items() if (there := pivot.names.get(own))}
    for bead in beads:
        same.update((name, _pointers(_ids(pivot, bead.pivot))) for name in _ids(column, bead.target))
    return same


def _text(
    edition: ParallelEdition, text: ParallelText, column: _Column, pivot: _Column, corresp: Mapping[str, str]
) -> Element:
    """Return one language's ``text`` element, its ids prefixed and its pointers led to where they belong."""
    lang = column.target.lang
    body = pointers.resolved(column.target.body, lambda name: column.name(name) or pivot.name(name))
    body = _corresponding(pointers.renamed(body, column.names), corresp)
    by = header.translator(edition, text, lang)
    return body.with_attributes(
        xml_id=f"t.{lang}",
        corresp=None if column is pivot else f"#t.{pivot.target.lang}",
        resp=f"#{by}" if by else None,
    )


def _corresponding(tree: Element, corresp: Mapping[str, str]) -> Element:
    """Return a translation's tree with ``@corresp`` where something in the first language answers."""
    content = tuple(
        child if isinstance(child, str) else _corresponding(child, corresp) for child in tree.content
    )
    there = corresp.get(tree.get("xml:id"))
    return replace(tree.with_attributes(corresp=there) if there else tree, content=content)
