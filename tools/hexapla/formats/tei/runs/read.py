"""From runs to the inline form; runs come from a browser, so that nothing about them is believed."""

from collections.abc import Callable

from hexapla.formats.tei import inline
from hexapla.formats.tei.elements import ATTRIBUTES, EMBEDDED, INLINE
from hexapla.formats.tei.flow import Close, Open, Token, build
from hexapla.formats.tei.runs.write import TRANSLATOR
from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.messages import _, shown
from hexapla.model.text import Element

MAX_CHARACTERS = 20_000
"""The most characters in the texts and attributes of one unit: ten pages."""
MAX_RUNS = 4_000
MAX_OPEN = 20
"""How deep tags may be nested."""

_NAMES = ATTRIBUTES - {"xml:lang"} | {"lang"}


def from_runs(runs: object) -> str:
    """Return the inline form of runs, as ``inline.normal`` writes it.

    Raises BadFile for anything but balanced runs of known elements and attributes in clean text, TooLarge
    beyond 20,000 characters.
    """
    reader = _Reader()
    form = inline.form_of(build(reader.tokens(runs, within_note=False)))
    if not inline.is_well_formed(form):
        raise _refused(_("its tags cannot stand there."))
    return form


class _Reader:
    """One reading of a unit's runs, counting what they hold."""

    def __init__(self) -> None:
        self.characters = 0
        self.runs = 0
        self.ids: set[str] = set()

    def tokens(self, runs: object, *, within_note: bool) -> list[Token]:
        """Return runs as balanced tokens."""
        if not isinstance(runs, list):
            raise _refused(_("it is not a list of runs."))
        self.runs += len(runs)
        if self.runs > MAX_RUNS:
            raise TooLarge(_("this unit has too many tags."))
        tokens: list[Token] = []
        opened: list[int] = []
        for run in runs:
            if not isinstance(run, dict) or not all(isinstance(name, str) for name in run):
                raise _refused(_("a run is not an object."))
            tokens.append(self._token(run, opened, within_note))
        if opened:
            raise _refused(_("a tag is not closed."))
        return tokens

    def _token(self, run: dict[str, object], opened: list[int], within_note: bool) -> Token:
        readers: dict[str, Callable[[dict[str, object]], Token]] = {
            "text": self._text,
            "open": lambda run: self._open(run, opened),
            "close": lambda run: _close(run, opened),
            "note": self._note,
            "tn": lambda run: self._translators_note(run, within_note),
            "bound": self._bound,
        }
        kind = next((name for name in readers if name in run), None)
        if kind is None:
            raise _refused(_("a run is neither text nor tag."))
        return readers[kind](run)

    def _text(self, run: dict[str, object]) -> str:
        _only(run, "text")
        return self._clean(run["text"])

    def _open(self, run: dict[str, object], opened: list[int]) -> Open:
        number = run.get("id")
        if type(number) is not int or number in opened:
            raise _refused(_("a tag has no number of its own."))
        if run.get("bound", True) is not True or len(opened) >= MAX_OPEN:
            raise _refused(_("its tags are nested too deep or wrongly marked."))
        opened.append(number)
        return Open(self._known(run["open"], INLINE), self._attributes(run, "open", "id", "bound"))

    def _note(self, run: dict[str, object]) -> Element:
        _only(run, "note")
        return Element("note", (("xml:id", self._id(run["note"])),))

    def _translators_note(self, run: dict[str, object], within_note: bool) -> Element:
        _only(run, "tn", "runs")
        if within_note:
            raise _refused(_("a translator's note stands within another."))
        attributes = (*TRANSLATOR, ("xml:id", self._id(run["tn"])))
        return Element("note", attributes, build(self.tokens(run.get("runs"), within_note=True)))

    def _bound(self, run: dict[str, object]) -> Element:
        return Element(self._known(run["bound"], INLINE | EMBEDDED), self._attributes(run, "bound"))

    def _attributes(self, run: dict[str, object], *besides: str) -> tuple[tuple[str, str], ...]:
        names = [name for name in run if name not in besides]
        for name in names:
            self._known(name, _NAMES)
        if "xml:id" in run:
            self._id(run["xml:id"])
        return tuple(
            sorted(("xml:lang" if name == "lang" else name, self._clean(run[name])) for name in names)
        )

    def _id(self, name: object) -> str:
        """Return an id that nothing else in the unit has."""
        clean = self._clean(name)
        if clean in self.ids:
            raise _refused(_("“{name}” stands in it twice; take one out.").format(name=shown(clean, 40)))
        self.ids.add(clean)
        return clean

    def _known(self, name: object, names: frozenset[str]) -> str:
        if not isinstance(name, str) or name not in names:
            raise _refused(
                _("it has an element or attribute that is not known: {name}.").format(name=_quoted(name))
            )
        return name

    def _clean(self, text: object) -> str:
        """Return a text if it is one that XML can hold, and count its characters."""
        if not isinstance(text, str):
            raise _refused(_("a text is not a text."))
        if inline.clean(text) != text:
            raise _refused(_("it has characters that no text can hold; delete them."))
        self.characters += len(text)
        if self.characters > MAX_CHARACTERS:
            raise TooLarge(_("this unit is longer than {n} characters; divide it.").format(n=MAX_CHARACTERS))
        return text


def _close(run: dict[str, object], opened: list[int]) -> Close:
    _only(run, "close")
    if type(run["close"]) is not int or not opened or opened.pop() != run["close"]:
        raise _refused(_("a tag is closed that was not opened last."))
    return Close()


def _only(run: dict[str, object], *names: str) -> None:
    if set(run) != set(names):
        raise _refused(_("a run says more than one thing, or less."))


def _quoted(name: object) -> str:
    return shown(name, 40) if isinstance(name, str) else type(name).__name__


def _refused(reason: str) -> BadFile:
    return BadFile(_("The text of this unit was not understood: {reason}").format(reason=reason))
