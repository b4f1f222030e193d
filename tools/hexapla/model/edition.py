"""The settings of an edition, as edition.toml holds them."""

from dataclasses import dataclass, field

from hexapla.model.catalog import State
from hexapla.model.person import Person


@dataclass(frozen=True)
class TextSettings:
    """One ``[[text]]``: slug, the next unit number, and what differs from the edition."""

    slug: str
    next: int = 1
    source: str = ""
    authors: tuple[str, ...] = ()
    original_title: str = ""
    date: str = ""
    rights: str = ""
    unit: str = ""
    only: tuple[str, ...] = ()
    """Languages in which alone the text exists (an afterword)."""
    translators: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Settings:
    """edition.toml as a whole; languages are canonical BCP 47 tags."""

    id: str
    source: str
    targets: tuple[str, ...] = ()
    schema: int = 1
    licence: str = ""
    date: str = ""
    """The date that exports carry; a year or a full date."""
    unit: str = "sentence"
    title: dict[str, str] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What people do for the edition (translator, editor), in its own words, by their ids; rights are apart."""
    texts: tuple[TextSettings, ...] = ()
    style: dict[str, dict[str, str]] = field(default_factory=dict)
    abbreviations: dict[str, tuple[str, ...]] = field(default_factory=dict)
    gate_least: State = State.TRANSLATED
    """The state that every unit must have reached before an edition goes out."""
    trust: str = "states"
    """``states``: a catalog may raise a state; ``text``: it may change words only."""
    own_approval: bool = True
    """Whether a person may approve a unit that is their own translation."""

    def text(self, slug: str) -> TextSettings | None:
        """Return the settings of a text, or None."""
        return next((text for text in self.texts if text.slug == slug), None)

    def languages_of(self, slug: str) -> tuple[str, ...]:
        """Return the target languages of a text: all, or those that ``only`` names, without its own source."""
        text = self.text(slug)
        wanted = text.only if text and text.only else self.targets
        own = (text.source if text else "") or self.source
        return tuple(tag for tag in wanted if tag != own)
