"""Which languages a text is published in."""

from hexapla.model.parallel import ParallelEdition, ParallelText


def languages_of(edition: ParallelEdition, text: ParallelText) -> tuple[str, ...]:
    """Return the languages that are to be published and that a text has, its own first."""
    tags = [tag for tag in edition.languages if tag == text.source.lang or tag in text.renderings]
    return tuple(sorted(tags, key=lambda tag: tag != text.source.lang))
