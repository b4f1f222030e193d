"""Analysers that a machine may have and need not: Hunspell with its dictionaries, Voikko for Finnish.

They are asked only about words that the dictionary that comes with us does not have, and what they say is plausible, no
more: with Hunspell false alarms in Hungarian fall from 0.3 % to 0.1 % of segments. Install ``chunspell`` and, say,
Debian's ``hunspell-hu``; or ``libvoikko`` and ``voikko-fi``.
"""

import hashlib
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

FOLDERS = (Path("/usr/share/hunspell"), Path("/usr/share/myspell/dicts"), Path("/usr/local/share/hunspell"))
Stems: TypeAlias = Callable[[str], tuple[str, ...]]
_WITH_HUNSPELL = frozenset(
    {"cs", "de", "el", "es", "et", "fr", "hr", "hu", "it", "lt", "lv", "pl", "pt", "ro", "sk", "sl", "sv"}
)
"""Languages where Hunspell's stems are lemmas; in Arabic they are roots, for one."""


@lru_cache
def stems(lang: str) -> Stems | None:
    """Return a function from a word to its stems, None where nothing is installed for a language."""
    if lang == "fi" and find_spec("libvoikko"):
        return _voikko()
    path = _dictionary(lang)
    return _hunspell(path) if path is not None and find_spec("hunspell") else None


@lru_cache
def version(lang: str) -> str:
    """Return what an answer depends on, empty where nothing is installed."""
    if stems(lang) is None:
        return ""
    path = _dictionary(lang)
    if path is None:
        return "voikko"
    return "hunspell=" + hashlib.sha256(path.read_bytes()).hexdigest()[:8]


def _dictionary(lang: str) -> Path | None:
    if lang not in _WITH_HUNSPELL:
        return None
    found = (path for folder in FOLDERS for path in sorted(folder.glob(f"{lang}*.dic")))
    return next((path for path in found if path.with_suffix(".aff").exists()), None)


def _hunspell(path: Path) -> Stems | None:
    try:
        speller = import_module("hunspell").Hunspell(path.stem, hunspell_data_dir=str(path.parent))
    except (AttributeError, TypeError, OSError):  # another package has the same name and speaks otherwise
        return None
    return lambda word: tuple(str(stem).lower() for stem in speller.stem(word))


def _voikko() -> Stems | None:
    module = import_module("libvoikko")
    try:
        voikko = module.Voikko("fi")
    except module.VoikkoException:  # the library is there, its dictionary is not
        return None
    return lambda word: tuple(
        str(one["BASEFORM"]).lower() for one in voikko.analyze(word) if one.get("BASEFORM")
    )
