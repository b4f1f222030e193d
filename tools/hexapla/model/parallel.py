"""One edition, ready to be published: the only thing that exporters are given."""

from dataclasses import dataclass, field

from hexapla.model.catalog import Place, State
from hexapla.model.edition import Settings
from hexapla.model.text import Text


@dataclass(frozen=True)
class Rendering:
    """What one language says for one or more units; an empty ``text`` is untranslated, or omitted with a reason."""

    units: tuple[str, ...]
    text: str
    state: State
    reason: str = ""
    place: Place | None = None


@dataclass(frozen=True)
class ParallelText:
    """One text with its renderings per language, in the order of their first units."""

    slug: str
    source: Text
    renderings: dict[str, tuple[Rendering, ...]]

    def of(self, lang: str) -> dict[str, Rendering]:
        """Return the rendering that each unit belongs to, by unit id; joined units share one."""
        return {unit: rendering for rendering in self.renderings.get(lang, ()) for unit in rendering.units}


@dataclass(frozen=True)
class ParallelEdition:
    """An edition's texts with the languages to publish, in column order; the source may or may not be among them."""

    settings: Settings
    languages: tuple[str, ...]
    texts: tuple[ParallelText, ...]
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    """Edition-wide words per language, as inline forms: ``title``, ``subtitle``, ``imprint``, ``word.contents`` …"""
    draft: bool = False
    translated: dict[str, float] = field(default_factory=dict)
    reviewed: dict[str, float] = field(default_factory=dict)
    """Shares per target language, 0 to 1, for the stamp of a draft and the colophon."""
    date: str = ""
    """The date in headers; never the clock's."""
