"""Publishing: the gate first, then one parallel edition to files, through the formats that ``publish`` has."""

from collections.abc import Callable, Sequence
from pathlib import Path

from hexapla.formats import files
from hexapla.model import languages
from hexapla.model.catalog import State
from hexapla.model.errors import NotFound
from hexapla.model.finding import Finding
from hexapla.model.messages import _, ngettext
from hexapla.model.outcome import Exported
from hexapla.model.person import Person, Right
from hexapla.publish.formats import FORMATS
from hexapla.work.edition import Edition
from hexapla.work.parallel import parallel
from hexapla.work.rights import allow, allow_somewhere, manages
from hexapla.work.status import status, titles
from hexapla.work.sync import settled


def formats() -> tuple[str, ...]:
    """Return the names of the formats, in the order that they are shown."""
    return tuple(FORMATS)


def gate(edition: Edition, wanted: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Return what blocks an export: units below the state that the edition's gate asks for."""
    least, titled = edition.settings.gate_least, titles(edition)
    found = []
    for one in status(edition):
        below = sum(count for state, count in one.units.items() if state.rank < least.rank)
        if below and (not wanted or one.lang in wanted):
            message = ngettext(
                "{text}, {lang}: one unit is not {state}.",
                "{text}, {lang}: {n} units are not {state}.",
                below,
            ).format(
                text=_apart(titled[one.text]),
                lang=_apart(languages.language(one.lang).name),
                n=below,
                state=_state(least),
            )
            found.append(Finding("gate-state", message, text=one.text, lang=one.lang))
    return tuple(found)


def export(
    edition: Edition,
    person: Person,
    wanted: Sequence[str],
    *,
    langs: Sequence[str] = (),
    draft: bool = False,
    progress: Callable[[str], None] = lambda _name: None,
) -> Exported:
    """Build formats in some languages; blocked findings come back instead of files unless it is a draft.

    The folder is synced first, so that a book never lacks what stands in a catalog; where the person may not have
    that done, the server does it by itself, a few seconds after a file has changed.
    """
    allow_somewhere(person, Right.PUBLISH)
    for tag in map(languages.canonical, langs or edition.settings.targets):
        if tag != edition.settings.source:
            allow(person, Right.PUBLISH, tag)
    chosen = formats() if "all" in wanted else tuple(dict.fromkeys(wanted))
    for name in chosen:
        if name not in FORMATS:
            raise NotFound(
                _("There is no format “{name}”; there are {all}.").format(
                    name=name[:40], all=", ".join(formats())
                )
            )
    if manages(person):
        settled(edition, person)
    blocked = gate(edition, langs)
    if blocked and not draft:
        return Exported(blocked=blocked)
    made: dict[str, bytes] = {}
    whole = parallel(edition, langs, draft=draft and bool(blocked))
    for name in chosen:
        progress(name)
        made |= FORMATS[name](whole)
    return Exported(made, blocked)


def preview(edition: Edition, langs: Sequence[str]) -> bytes:
    """Build the HTML of an edition as it stands, stamped as a draft, without touching the folder."""
    page = FORMATS["html"](parallel(edition, langs, draft=bool(gate(edition, langs))))
    return next(iter(page.values()))


def write(out: Path, exported: Exported) -> list[Path]:
    """Write an export's files into a folder; an old file is replaced whole or not at all."""
    paths = [files.inside(out, name) for name in exported.files]
    for path, content in zip(paths, exported.files.values(), strict=True):
        files.write(path, content)
    return paths


def _apart(name: str) -> str:
    """Set a name apart from the direction of the sentence around it (FIRST STRONG ISOLATE, Unicode 6.3)."""
    return f"\u2068{name}\u2069"


def _state(state: State) -> str:
    """Return a state as a word."""
    return {
        State.UNTRANSLATED: _("untranslated"),
        State.NEEDS_WORK: _("begun"),
        State.TRANSLATED: _("translated"),
        State.REVIEWED: _("reviewed"),
        State.APPROVED: _("approved"),
    }[state]
