"""From the inline form to runs."""

from typing import TypeAlias

from hexapla.formats.tei import inline
from hexapla.formats.tei.flow import Close, Open, flatten
from hexapla.model.errors import BadFile
from hexapla.model.text import Content, Element

Run: TypeAlias = dict[str, object]

TRANSLATOR = (("place", "foot"), ("type", "translator"))
"""The attributes of a translator's note, besides its id."""


def to_runs(form: str) -> list[Run]:
    """Return an inline form as runs; an ill-formed one is a single text, as it was typed.

    ``from_runs(to_runs(form)) == normal(form)`` for every well-formed form.
    """
    try:
        return _runs(inline.parse(form))
    except BadFile:
        return [{"text": form}]


def _runs(content: Content) -> list[Run]:
    runs: list[Run] = []
    opened: list[int] = []
    last = 0
    for token in flatten(content, _stands):
        if isinstance(token, str):
            runs.append({"text": token})
        elif isinstance(token, Open):
            last += 1
            opened.append(last)
            runs.append(_start(token, last))
        elif isinstance(token, Close):
            runs.append({"close": opened.pop()})
        else:
            runs.append(_bound(token))
    return runs


def _stands(element: Element) -> bool:
    """Whether an element is one run: a bound tag without content, or a usual translator's note."""
    return _is_usual_note(element) or (not element.content and inline.is_bound(element))


def _is_usual_note(element: Element) -> bool:
    names = tuple(pair for pair in element.attributes if pair[0] != "xml:id")
    return element.tag == "note" and names == TRANSLATOR and element.get("xml:id") != ""


def _start(token: Open, number: int) -> Run:
    run: Run = {"open": token.tag, "id": number, **_named(token.attributes)}
    if inline.is_bound(Element(token.tag, token.attributes, ("…",))):
        run["bound"] = True
    return run


def _bound(element: Element) -> Run:
    """Return the run of an element that stands alone."""
    if _is_usual_note(element):
        return {"tn": element.get("xml:id"), "runs": _runs(element.content)}
    if element.tag == "note" and [name for name, _value in element.attributes] == ["xml:id"]:
        return {"note": element.get("xml:id")}
    return {"bound": element.tag, **_named(element.attributes)}


def _named(attributes: tuple[tuple[str, str], ...]) -> Run:
    return {"lang" if name == "xml:lang" else name: value for name, value in attributes}
