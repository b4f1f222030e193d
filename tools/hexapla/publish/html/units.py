"""Units as spans: permalink, number, text, and what stands where there is no text."""

from collections.abc import Iterable, Mapping

from hexapla.publish.html.arrange import Piece
from hexapla.publish.html.column import Column, spoken
from hexapla.publish.html.inline import inline
from hexapla.publish.html.markup import Html, join, tag, text
from hexapla.publish.html.words import Word, word
from hexapla.publish.html.written import digits


def run(found: Iterable[Piece], column: Column, order: Mapping[str, int] | None = None) -> Html:
    """Set pieces as the language spaces its sentences; ``order`` is each unit's place in its row."""
    space = " " if column.language.spaced else ""
    spans: list[str] = []
    for at, piece in enumerate(found):
        if at:
            breaks = piece.place is not None and piece.place.paragraph is True
            spans.append(tag("span", class_="break") if breaks else space)
        spans.append(_unit(piece, column, order or {}, first=not at))
    return join(spans)


def said(known: Word, lang: str) -> Html:
    """Set a fixed word within a language, marked where it had to be taken from another one."""
    return text(known.text) if known.lang == lang else tag("span", known.text, **spoken(known.lang))


def _unit(piece: Piece, column: Column, order: Mapping[str, int], *, first: bool) -> Html:
    names = [column.page_id(unit.id) for unit in piece.units]
    fresh = [name for name in names if column.ids.once(name)]
    own, further = (fresh[0], fresh[1:]) if fresh else ("", [])
    at = min(order.get(unit.id, 0) for unit in piece.units)
    return tag(
        "span",
        *(tag("span", id=name) for name in further),
        _number(piece, column, own),
        _words(piece, column),
        class_="u first" if first else "u",
        id=own,
        data_u=" ".join(names),
        style=f"--i:{at}",
    )


def _number(piece: Piece, column: Column, own: str) -> Html:
    """Set the citable number, for joined units the range; only where the id stands is it a link."""
    first, last = (unit.n or unit.id for unit in (piece.units[0], piece.units[-1]))
    shown = digits(first if first == last else f"{first}–{last}", column.lang)
    return tag("a", shown, class_="n", href=f"#{own}") if own else tag("span", shown, class_="n")


def _words(piece: Piece, column: Column) -> Html:
    if piece.content:
        return inline(piece.content, column)
    if piece.omitted:
        known = word(column.edition, "word.omitted", column.lang)
        aloud = tag("span", " ", said(known, column.lang), class_="aloud")
        return tag("span", "[…", aloud, "]", class_="missing", title=known.text)
    known = word(column.edition, "word.untranslated", column.lang)
    return tag("span", "[", said(known, column.lang), "]", class_="missing")
