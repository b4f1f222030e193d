"""A unit as somebody looks at it, and mends whose place is named by words."""

from hexapla.formats.tei import inline
from hexapla.mend import words as words_of
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.mend import AttachNote, Correct, Looked, Mark, SplitUnit, Standing
from hexapla.model.messages import _, shown
from hexapla.model.person import Person
from hexapla.model.text import Unit
from hexapla.work.edition import Edition
from hexapla.work.rights import welcome


def look(edition: Edition, person: Person, slug: str, unit: str) -> Looked:
    """Return a unit with its block, and how it stands in each language; raises NotFound."""
    welcome(person)
    text, found = edition.text(slug), _unit(edition, slug, unit)
    block = text.blocks[text.places[unit][0]]
    rows = [
        (lang, edition.desk.row(text.id, lang, unit).entry) for lang in edition.settings.languages_of(slug)
    ]
    return Looked(
        unit=unit,
        n=found.n,
        source=found.source,
        text=inline.plain(found.source),
        block=block.id,
        kind=block.kind,
        units=tuple(one.id for one in block.units),
        heads=block.heads,
        languages=tuple(Standing(lang, entry.units, entry.msgstr, entry.state) for lang, entry in rows),
    )


def correction(
    edition: Edition, slug: str, unit: str, find: str, put: str, *, nth: int = 0, meaning: bool = False
) -> Correct:
    """Return the mend that puts other words for some of a unit's; raises NotFound, HexaplaError as ``words.found``."""
    source = _unit(edition, slug, unit).source
    start, end = words_of.found(source, find, nth)
    return Correct(unit, words_of.instead(source, start, end, " ".join(put.split())), meaning)


def marking(
    edition: Edition, slug: str, unit: str, words: str, tag: str, *, lang: str = "", nth: int = 0
) -> Mark:
    """Return the mend that marks some of a unit's words."""
    start, end = words_of.found(_unit(edition, slug, unit).source, words, nth)
    return Mark(unit, start, end, tag, lang)


def division(edition: Edition, slug: str, unit: str, after: str, *, nth: int = 0) -> SplitUnit:
    """Return the mend that divides a unit behind some of its words."""
    return SplitUnit(unit, words_of.found(_unit(edition, slug, unit).source, after, nth)[1])


def note(edition: Edition, slug: str, block: str, unit: str, after: str, *, nth: int = 0) -> AttachNote:
    """Return the mend that makes a block a note behind some words of a unit, at its end where none are named."""
    source = _unit(edition, slug, unit).source
    end = words_of.found(source, after, nth)[1] if after else len(inline.plain(source))
    return AttachNote(block, unit, end)


def _unit(edition: Edition, slug: str, unit: str) -> Unit:
    text = edition.text(slug)
    if unit not in text.places:
        raise NotFound(
            _("The text “{text}” has no unit {unit}.").format(text=shown(slug, 60), unit=shown(unit, 40))
        )
    found = text.places[unit][1]
    if not inline.is_well_formed(found.source):
        raise HexaplaError(_("The source of {unit} is damaged; mend it in the TEI file.").format(unit=unit))
    return found
