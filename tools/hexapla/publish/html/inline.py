"""Inline TEI to HTML, by a whitelist: an element that is not named here is passed over, its text is kept."""

from hexapla.model.errors import BadName
from hexapla.model.languages import language
from hexapla.model.text import Content, Element
from hexapla.publish.html.column import Column, spoken
from hexapla.publish.html.markup import Html, join, tag, text

_ELEMENTS = {
    "emph": ("em", ""),
    "foreign": ("i", ""),
    "mentioned": ("i", ""),
    "title": ("cite", ""),
    "q": ("span", "q"),
    "term": ("span", "term"),
    "bibl": ("span", "bibl"),
    "del": ("s", ""),
}
"""TEI P5, chapter 3: quotation marks are in the text, so ``q`` adds none."""

_REND = {
    "italic": ("i", ""),
    "bold": ("b", ""),
    "small-caps": ("span", "sc"),
    "smallcaps": ("span", "sc"),
    "underline": ("span", "under"),
    "sup": ("sup", ""),
    "sub": ("sub", ""),
}

_LEFT_OUT = frozenset({"graphic", "figure", "ptr", "desc"})
"""What has no text to show: a page of one file carries no pictures."""


def inline(content: Content, column: Column) -> Html:
    """Turn the content of a unit into markup; notes and links are those of the column."""
    return join(text(part) if isinstance(part, str) else _element(part, column) for part in content)


def bare(content: Content, column: Column) -> Html:
    """The same without marks of notes and on one line, for a table of contents or a title."""
    return join(
        text(part) if isinstance(part, str) else text(" ") if part.tag == "lb" else bare(part.content, column)
        for part in content
        if isinstance(part, str) or (part.tag != "note" and part.tag not in _LEFT_OUT)
    )


def _element(part: Element, column: Column) -> Html:
    match part.tag:
        case "note":
            return _mark(part, column)
        case "lb":
            return tag("br")
        case "gap":
            return tag("span", "[…]", class_="missing")
        case "choice":
            return _choice(part, column)
        case _ if part.tag in _LEFT_OUT:
            return Html()
    inside = inline(part.content, column)
    if part.tag == "ref":
        return _link(part, inside, column)
    if part.tag == "seg" and part.get("type") == "added":
        return tag("span", "⟨", inside, "⟩", class_="added")
    if part.tag == "hi":
        return _hi(part, inside)
    name, class_ = _ELEMENTS.get(part.tag, ("", ""))
    attributes = _foreign(part, column)
    if not name:
        return tag("span", inside, **attributes) if attributes else inside
    return tag(name, inside, class_=class_, **attributes)


def _hi(part: Element, inside: Html) -> Html:
    for word in reversed(part.get("rend").split()):
        if word in _REND:
            name, class_ = _REND[word]
            inside = tag(name, inside, class_=class_)
    return inside


def _link(part: Element, inside: Html, column: Column) -> Html:
    """Link within the edition; any other address is left as plain text."""
    target = column.targets.get(part.get("target").removeprefix("#"))
    return tag("a", inside, href=f"#{target}") if target else inside


def _choice(part: Element, column: Column) -> Html:
    """Of two readings show the edited one (TEI P5, 3.5), else the first."""
    options = [child for child in part.content if isinstance(child, Element)]
    edited = [child for child in options if child.tag in {"corr", "reg", "expan"}]
    return inline((edited or options)[0].content, column) if options else Html()


def _foreign(part: Element, column: Column) -> dict[str, str]:
    """Return ``lang`` and ``dir`` of an element in another language; an ill-formed tag counts for nothing."""
    try:
        known = language(part.get("xml:lang"))
    except BadName:
        return {}
    return spoken(known.tag) if known.tag != column.lang else {}


def _mark(part: Element, column: Column) -> Html:
    """Set the mark of a note; a note that has no body anywhere leaves none."""
    note = column.notes.get(part if part.content else part.get("xml:id"))
    if note is None:
        return Html()
    back = column.ids.once(f"{note.id}.mark")
    return tag("a", note.mark, class_="mark", role="doc-noteref", id=back, href=f"#{note.id}")
