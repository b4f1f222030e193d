"""Names of people, and the words before them."""

from collections.abc import Iterable

from hexapla.model.parallel import ParallelEdition
from hexapla.publish.html.markup import Html, join
from hexapla.publish.html.units import said
from hexapla.publish.html.words import word


def credit(edition: ParallelEdition, name: str, people: Iterable[str], lang: str) -> Html:
    """Say a fixed word and the people it is about: “by A, B”; an id of a person of the edition is their name."""
    known = {person.id: person.name for person in edition.settings.people}
    names = join([known.get(one, one) for one in people], "، " if lang.split("-")[0] in _ARABIC else ", ")
    return join([said(word(edition, name, lang), lang), names], " ")


_ARABIC = frozenset({"ar", "ckb", "fa", "ps", "sd", "ug", "ur"})
"""Languages whose comma is U+060C."""
