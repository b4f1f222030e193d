"""Style sheets and scripts that a page carries in itself, and the policy that allows nothing else."""

import base64
import hashlib
from functools import lru_cache
from pathlib import Path

from hexapla.model.languages import language
from hexapla.model.parallel import ParallelEdition
from hexapla.publish.html.markup import Html

_HERE = Path(__file__).parent
_STYLES = ("base", "cover", "bar", "rows", "layouts", "print")
_BOX = '[name="language"]'
_SCRIPTS = ("units", "notes", "search", "settings")


def style(edition: ParallelEdition) -> Html:
    """Return the style sheets and the rules of the edition's languages, as the content of one ``style``."""
    sheets = [_read("style", f"{name}.css") for name in _STYLES]
    return Html("\n".join([*sheets, *_rules(edition)]))


@lru_cache(maxsize=1)
def script() -> Html:
    """Return the scripts as the content of one ``script``: constant, so that its hash is known."""
    parts = [_read("script", f"{name}.js") for name in _SCRIPTS]
    return Html("\n(() => {\n" + "\n".join(parts) + "\n})();\n")


def policy() -> str:
    """Return the Content-Security-Policy: our script by its hash, styles in the page, no request."""
    digest = base64.b64encode(hashlib.sha256(script().encode()).digest()).decode()
    return (
        "default-src 'none'; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def _rules(edition: ParallelEdition) -> list[str]:
    """Return what must be said per language: hide it, and how it looks after another one.

    Tags are canonical here, letters, digits and hyphens, so they can stand in a selector. With every box
    empty all languages are shown: an empty page would help nobody.
    """
    tags = [language(tag).tag for tag in edition.languages]
    rules = [f":root {{ --languages: {len(tags)}; }}"]
    for at, tag in enumerate(tags):
        others = f":root:has({_BOX}:checked):not(:has({_checked(tag)}))"
        rules.append(f'{others} [data-l="{tag}"] {{ display: none !important; }}')
        if at:
            before = ", ".join(_checked(other) for other in tags[:at])
            rules.append(f':root:has({before}) [data-l="{tag}"] {{ --follows: 1; }}')
    return rules


def _checked(tag: str) -> str:
    return f'{_BOX}[value="{tag}"]:checked'


@lru_cache(maxsize=16)
def _read(folder: str, name: str) -> str:
    return (_HERE / folder / name).read_text(encoding="utf-8").strip()
