"""The TEI header (TEI P5, chapter 2): making one for a new text, and the title in it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hexapla.formats.tei import inline
from hexapla.model.languages import canonical, language
from hexapla.model.text import Element, element

SEGMENTATION = (
    "One seg of type unit is one unit of translation: a sentence, a verse line, or the whole of a head or "
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
    titles: Sequence[tuple[str, str]] = (),
    series: str = "",
    original: Element | None = None,
    units: str = "//seg[@type='unit']",
) -> Element:
    """Return a ``teiHeader`` that is valid against tei_all; all values are plain text.

    ``licence`` may be a name or an address; ``date`` is that of the publication, ``series`` the edition.
    ``titles`` are titles in other languages and ``translators`` names, as pairs that begin with a language;
    the translators of a language become the ``respStmt`` with the id ``translator.<language>``.
    ``original`` is the ``sourceDesc``, made from title and authors if it is not given; ``units`` is the
    XPath by which the units are cited.
    """
    return element(
        "teiHeader",
        element(
            "fileDesc",
            _titles([(canonical(lang), title), *titles], authors, translators),
            element("publicationStmt", _named("publisher", publisher), *dated(date), *_availability(licence)),
            *([element("seriesStmt", element("title", series))] if series else []),
            original or element("sourceDesc", bibliography(title, authors)),
        ),
        _encoding(units),
        _profile([lang, *languages]),
    )


def _titles(
    titles: Sequence[tuple[str, str]], authors: Sequence[str], translators: Sequence[tuple[str, str]]
) -> Element:
    statements = [
        _responsibility(tag, translators) for tag in dict.fromkeys(tag for tag, _name in translators)
    ]
    return element(
        "titleStmt",
        *[_named("title", title, xml_lang=tag) for tag, title in titles],
        *[element("author", name) for name in authors],
        *statements,
    )


def _named(tag: str, name: str, **attributes: str) -> Element:
    """Return an element with a name in it, or empty."""
    return element(tag, *[name] if name else [], **attributes)


def bibliography(title: str, authors: Sequence[str] = (), date: str = "") -> Element:
    """Return a ``bibl``: what a text was taken from."""
    parts = [
        *[element("author", name) for name in authors],
        *[element("title", name) for name in [title] if name],
    ]
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
    statement = next((part for part in header.walk() if part.tag == "titleStmt"), header)
    return next((part for part in statement.walk() if part.tag == "title"), None)


def _replaced(tree: Element, old: Element, new: Element) -> Element:
    """Return a tree with one element (that very one) replaced."""
    if tree is old:
        return new
    return replace(
        tree,
        content=tuple(
            child if isinstance(child, str) else _replaced(child, old, new) for child in tree.content
        ),
    )


def _responsibility(tag: str, translators: Sequence[tuple[str, str]]) -> Element:
    """Return who translated into a language; ``trl`` is the MARC relator of translators."""
    names = [element("name", name) for lang, name in translators if lang == tag]
    return element(
        "respStmt",
        element("resp", "translator", key="trl", xml_lang="en"),
        *names,
        xml_id=f"translator.{tag}",
    )


def _availability(licence: str) -> list[Element]:
    if not licence:
        return []
    target = {"target": licence} if _ADDRESS.match(licence) else {}
    return [element("availability", element("licence", licence, **target))]


def _profile(languages: Iterable[str]) -> Element:
    """Say which languages a file has, each by its own name."""
    tags = dict.fromkeys(map(canonical, languages))
    named = [element("language", language(tag).name, ident=tag) for tag in tags]
    return element("profileDesc", element("langUsage", *named))


def _encoding(units: str) -> Element:
    """Say how a text is divided, and how its units are cited (``citeStructure``, TEI P5, 16.2.5.4)."""
    return element(
        "encodingDesc",
        element("editorialDecl", element("segmentation", element("p", SEGMENTATION, xml_lang="en"))),
        element("refsDecl", element("citeStructure", unit="unit", match=units, use="@n")),
    )
