"""Names of people, and the words before them."""

from collections.abc import Iterable

from hexapla.model.parallel import ParallelEdition
from hexapla.publish.html.markup import Html, join, tag
from hexapla.publish.html.units import said
from hexapla.publish.html.words import word
from hexapla.publish.html.written import listed


def credit(edition: ParallelEdition, name: str, people: Iterable[str], lang: str) -> Html:
    """Say a fixed word and its people, “by A and B”; the id of a person stands for the name."""
    known = {person.id: person.name for person in edition.settings.people}
    names = listed([known.get(one, one) for one in people], lang)
    return join([said(word(edition, name, lang), lang), tag("bdi", names)], " ")
