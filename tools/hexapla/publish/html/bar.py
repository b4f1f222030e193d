"""The controls: layout, languages, numbers, theme and search; all but the search work without JavaScript."""

from hexapla.model.languages import language
from hexapla.model.parallel import ParallelEdition
from hexapla.model.words import N_
from hexapla.publish.html.column import spoken
from hexapla.publish.html.markup import Html, join, tag
from hexapla.publish.html.words import Word, control

LAYOUTS = {"columns": N_("Columns"), "interlinear": N_("Interlinear"), "alternating": N_("Alternating")}
THEMES = {"auto": N_("Automatic"), "light": N_("Light"), "dark": N_("Dark")}


def bar(edition: ParallelEdition) -> Html:
    """Set the controls; the style sheets read their state by ``:has()``, so that nothing need be run."""
    spoke = control(edition, N_("Layout")).lang
    parts = [_layouts(edition), _languages(edition), _numbers(edition), _theme(edition), _search(edition)]
    return tag("div", *parts, class_="bar", **spoken(spoke))


def _layouts(edition: ParallelEdition) -> Html:
    choices = (
        _choice("radio", "layout", value, control(edition, label).text, checked=value == "columns")
        for value, label in LAYOUTS.items()
    )
    return _group(control(edition, N_("Layout")), join(choices))


def _languages(edition: ParallelEdition) -> Html:
    choices = (
        _choice("checkbox", "language", tag_, tag("span", language(tag_).name, **spoken(tag_)), checked=True)
        for tag_ in edition.languages
    )
    return _group(control(edition, N_("Languages")), join(choices), class_="languages")


def _numbers(edition: ParallelEdition) -> Html:
    label = control(edition, N_("All numbers")).text
    return tag("span", _choice("checkbox", "numbers", "all", label, checked=False))


def _theme(edition: ParallelEdition) -> Html:
    options = (tag("option", control(edition, label).text, value=value) for value, label in THEMES.items())
    return tag("select", join(options), id="_theme", aria_label=control(edition, N_("Theme")).text)


def _search(edition: ParallelEdition) -> Html:
    label = control(edition, N_("Search")).text
    field = tag("input", type="search", id="_search", placeholder=label, aria_label=label)
    return tag("span", field, tag("output", id="_found", aria_live="polite"), class_="search", hidden=True)


def _choice(kind: str, name: str, value: str, label: str, *, checked: bool) -> Html:
    """Set a box and its label as neighbours: a style sheet can count boxes only where they are siblings."""
    id_ = f"_{name}.{value}"
    box = tag("input", type=kind, name=name, value=value, id=id_, checked=checked)
    return join([box, tag("label", label, for_=id_)])


def _group(legend: Word, choices: Html, class_: str = "") -> Html:
    return tag("fieldset", tag("legend", legend.text), choices, class_=class_)
