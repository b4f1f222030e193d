"""Texts that are revised: made of paragraphs, as a reader makes them of a file, and read again when they changed."""

from collections.abc import Sequence
from dataclasses import replace

from hexapla import segment
from hexapla.formats.tei import blocks, header
from hexapla.model.revised import Fate
from hexapla.model.text import Element, Text, element
from hexapla.revise import Revised, revised

ESSAY = (
    "The mill stands where the river bends. Nobody has ground flour here for sixty years. The wheel still turns.",
    "Every spring the children count its blades. They never agree. That is how the count is kept alive.",
    "One can also count the blades that are missing. There are four.",
)


def raw(paragraphs: Sequence[str | Element], *, title: str = "The Empty Mill", lang: str = "en") -> Text:
    """Return a text with a head and these paragraphs, not yet segmented."""
    made = [part if isinstance(part, Element) else element("p", part) for part in paragraphs]
    div = element("div", element("head", title), *made, type="text")
    body = element("text", element("body", div), type="source", xml_lang=lang)
    head = header.make(title, lang)
    return Text("mill", lang, title, head, body, blocks.find(body))


def read(paragraphs: Sequence[str | Element], *, next: int = 1, **options: str) -> tuple[Text, int]:
    """Return a text as it comes from a file, and the next free number."""
    return segment.units(raw(paragraphs, **options), next=next)


def revise(old: tuple[Text, int], paragraphs: Sequence[str | Element], **options: str) -> Revised:
    """Revise a text by a file that holds these paragraphs now."""
    return revised(old[0], read(paragraphs, **options)[0], next=old[1])


def says(text: Text) -> dict[str, str]:
    """Return what the units of a text say, by their ids, in order; an id that is there twice is an error."""
    found = {unit.id: unit.source for unit in text.units}
    assert len(found) == len(text.units)
    return found


def fates(made: Revised, *but: Fate) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return the fates of units, without those that stay and some others."""
    left_out = {Fate.SAME, *but}
    return [(str(one.fate), one.before, one.after) for one in made.fates if one.fate not in left_out]


def by_hand(old: tuple[Text, int], paragraphs: Sequence[Sequence[str]]) -> tuple[Text, int]:
    """Return a text whose paragraphs are divided into these units, which a person has made of what the program made.

    Ids are those of the units that begin with the same words; others are the next numbers.
    """
    known = {unit.source[:11]: unit.id for unit in reversed(old[0].units)}
    number, made = old[1], []
    for paragraph in paragraphs:
        parts: list[str | Element] = []
        for source in paragraph:
            name = known.pop(source[:11], "")
            if not name:
                name, number = f"u{number}", number + 1
            seg = element("seg", source, type="unit", xml_id=name, n=name[1:])
            parts += [seg] if not parts else [" ", seg]
        made.append(parts)
    bodies = iter(made)

    def visit(one: Element) -> Element:
        if one.tag == "p":
            return replace(one, content=tuple(next(bodies)))
        return replace(one, content=tuple(c if isinstance(c, str) else visit(c) for c in one.content))

    body = visit(old[0].body)
    return replace(old[0], body=body, blocks=blocks.find(body)), number
