"""The TEI header (TEI P5, chapter 2): making one for a new text, and the title in it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hexapla.formats.tei import inline
from hexapla.model.languages import canonical, language
from hexapla.model.text import Element, element

SEGMENTATION = (
    "One seg of type unit is one unit of translation: a sentence, a verse line, or the whole of a head, speaker or "
    "signature. Notes stand where they are anchored; their body is units of its own."
)
_WHEN = re.compile(r"-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?\Z")
_ADDRESS = re.compile(r"https?://[!-~]+\Z")


def make(
    title: str,
    lang: str,
    *,
    authors: Sequence[str] = (),
    publisher: str = "",
    licence: str = "",
    date: str = "",
    languages: Iterable[str] = (),
    translators: Sequence[tuple[str, str]] = (),
    original: Element | None = None,
) -> Element:
    """Return a ``teiHeader`` that is valid against tei_all; all values are plain text.

    ``licence`` may be a name or an address; ``date`` is that of the publication. ``translators`` are pairs of a
    language and a name: those of a language become the ``respStmt`` with the id ``tr.<language>``. ``original`` is a
    ``bibl`` of what the text was taken from, made from title and authors if it is not given.
    """
    statements = [_responsibility(tag, translators) for tag in dict.fromkeys(tag for tag, _name in translators)]
    names = [element("author", name) for name in authors]
    agency = element("publisher", *filter(None, [publisher]))
    tags = dict.fromkeys([canonical(lang), *map(canonical, languages)])
    return element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", element("title", *filter(None, [title]), xml_lang=canonical(lang)), *names, *statements),
            element("publicationStmt", agency, *dated(date), *_availability(licence)),
            element("sourceDesc", original or bibliography(title, authors)),
        ),
        _encoding(),
        element("profileDesc", element("langUsage", *[element("language", language(tag).name, ident=tag) for tag in tags])),
    )


def bibliography(title: str, authors: Sequence[str] = (), date: str = "") -> Element:
    """Return a ``bibl``: what a text was taken from."""
    parts = [*[element("author", name) for name in authors], *[element("title", name) for name in [title] if name]]
    return element("bibl", *[part for one in (*parts, *dated(date)) for part in (one, " ")][:-1])


def dated(date: str) -> list[Element]:
    """Return a ``date``, with ``@when`` where it is one of the calendar; nothing for an empty one."""
    if not date:
        return []
    return [element("date", date, when=date) if _WHEN.match(date) else element("date", date)]


def title_of(header: Element) -> str:
    """Return the title of a text as plain text: the first one, without notes; empty if there is none."""
    title = _main_title(header)
    return inline.plain(inline.render(title.content)) if title else ""


def with_title(header: Element, title: str) -> Element:
    """Return a header with another main title; one without a ``title`` comes back as it is."""
    main = _main_title(header)
    return _replaced(header, main, replace(main, content=(title,) if title else ())) if main else header


def _main_title(header: Element) -> Element | None:
    return next((found for part in header.walk() if part.tag == "titleStmt" for found in part.walk() if found.tag == "title"), None)


def _replaced(tree: Element, old: Element, new: Element) -> Element:
    """Return a tree with one element (that very one) replaced."""
    if tree is old:
        return new
    return replace(
        tree, content=tuple(child if isinstance(child, str) else _replaced(child, old, new) for child in tree.content)
    )


def _responsibility(tag: str, translators: Sequence[tuple[str, str]]) -> Element:
    """Return who translated into a language; ``trl`` is the MARC relator of translators."""
    names = [element("name", name) for lang, name in translators if lang == tag]
    return element("respStmt", element("resp", "translator", key="trl", xml_lang="en"), *names, xml_id=f"tr.{tag}")


def _availability(licence: str) -> list[Element]:
    if not licence:
        return []
    target = {"target": licence} if _ADDRESS.match(licence) else {}
    return [element("availability", element("licence", licence, **target))]


def _encoding() -> Element:
    """Say how a text is divided, and how its units are cited (``citeStructure``, TEI P5, 16.2.5.4)."""
    return element(
        "encodingDesc",
        element("editorialDecl", element("segmentation", element("p", SEGMENTATION, xml_lang="en"))),
        element(
            "refsDecl", element("citeStructure", unit="unit", match="//text[@type='source']//seg[@type='unit']", use="@n")
        ),
    )
