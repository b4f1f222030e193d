"""Names of people, and the words before them."""

import re
from collections.abc import Iterable

from hexapla.model.parallel import ParallelEdition
from hexapla.publish.html.markup import Html, join, tag
from hexapla.publish.html.units import said
from hexapla.publish.html.words import word
from hexapla.publish.html.written import listing


def credit(edition: ParallelEdition, name: str, people: Iterable[str], lang: str) -> Html:
    """Say a fixed word and its people, “by A and B”; the id of a person stands for the name."""
    known = {person.id: person.name for person in edition.settings.people}
    names = [tag("bdi", known.get(one, one)) for one in people]
    parts = re.split(r"\{(\d+)\}", listing(len(names), lang))
    listed = join(names[int(part)] if at % 2 else part for at, part in enumerate(parts))
    return join([said(word(edition, name, lang), lang), listed], " ")
