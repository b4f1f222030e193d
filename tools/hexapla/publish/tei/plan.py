"""Everything that must be known of a text in a language before its first element is written."""

from collections.abc import Iterator
from dataclasses import dataclass

from hexapla.formats.tei import blocks, inline, schema
from hexapla.model.languages import language
from hexapla.model.parallel import ParallelText, Rendering
from hexapla.model.text import Content, Element, Text, Unit
from hexapla.publish.tei import anchors, pieces


@dataclass(frozen=True)
class Plan:
    """What a language sets, and where."""

    source: Text
    lang: str
    units: dict[str, Unit]
    renderings: dict[str, Rendering]
    lead: dict[str, str]
    contents: dict[str, Content]
    """The content of each translation, by the unit where it stands, in reading order."""
    anchors: anchors.Anchors
    claims: dict[str, str]
    """The unit whose translation sets a note."""
    ids: frozenset[str]
    """The ids of units and of the elements around them: nothing in a translation may take one of those."""

    @property
    def spaced(self) -> bool:
        """Whether the language sets spaces between sentences."""
        return language(self.lang).spaced

    def own_units(self, part: Element) -> list[str]:
        """Return the units of an element's own flow."""
        ids = (unit.get("xml:id") for unit in blocks.held(part).units)
        return [unit for unit in ids if unit not in self.anchors.home]

    def pieces(self, part: Element) -> list[pieces.Piece]:
        """Return the pieces that the language sets in an element."""
        return pieces.arranged(self.own_units(part), self.lead, self.renderings)

    def says(self, part: Element) -> bool:
        """Whether the language has words for anything in a part of the source, or omits it on purpose."""
        return any(
            pieces.says(self.renderings.get(inner.get("xml:id"))) for inner in part.walk() if inner.is_unit
        )


def plan(text: ParallelText, lang: str) -> Plan:
    """Return the plan of a text in a target language.

    A translation whose markup is ill-formed, or would not be valid in a unit, is set as plain text.
    """
    units = {unit.id: unit for unit in text.source.units}
    renderings = text.of(lang)
    lead = pieces.leads(units, renderings)
    index = anchors.index(text.source.body)
    contents = _contents(
        {unit: renderings[unit].text for unit in units if lead[unit] == unit and unit in renderings}
    )
    return Plan(
        source=text.source,
        lang=lang,
        units=units,
        renderings=renderings,
        lead=lead,
        contents=contents,
        anchors=index,
        claims=anchors.claims(index, contents.items()),
        ids=frozenset(_ids(text.source.body)),
    )


def _contents(texts: dict[str, str]) -> dict[str, Content]:
    contents = {unit: inline.content_of(text) for unit, text in texts.items()}
    valid = schema.accepts(contents.values())
    return {
        unit: content if ok else inline.literal(texts[unit])
        for (unit, content), ok in zip(contents.items(), valid, strict=True)
    }


def _ids(part: Element) -> Iterator[str]:
    """Yield the ids of a part of the source, but not those of inline elements in units."""
    yield part.get("xml:id")
    if part.is_unit:
        inner: list[Element] = blocks.embedded(part.content)
    else:
        inner = [child for child in part.content if isinstance(child, Element)]
    for child in inner:
        yield from _ids(child)
