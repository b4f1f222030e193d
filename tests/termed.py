"""An edition of two short texts and a small glossary, for the tests of terminology at work."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from editions import ANNA, make, opened
from hexapla.model.glossary import Concept, Section, Term
from hexapla.work import ingest
from hexapla.work.edition import Edition
from hexapla.work.terms import acts
from hexapla.work.terms import glossary as kept

MILL = """\
The Empty Mill

The mill stands where the river bends. Nobody has ground flour here. The mills of the valley are gone.

A keeper counts the sacks & the blades. He never sleeps.

The ferryman of Kharkov sees the mill.
"""
FERRY = """\
The Ferry

The ferryman of Kharkov rows. The river is wide.

He has never seen a mill. It stood upstream.
"""


def made(folder: Path) -> Path:
    """Make the edition: c1 is the mill, decided in all languages; c2 is Kharkov, which nobody has decided."""
    make(folder, essay=MILL)
    file = folder.parent / "ferry.txt"
    file.write_text(FERRY, "utf-8")
    with opened(folder) as edition:
        ingest.store(edition, ANNA, ingest.read(edition, file))
        acts.add(edition, ANNA, "en", "mill")
        acts.decide(edition, ANNA, "c1", "en", "mill")
        acts.decide(edition, ANNA, "c1", "de", "Mühle", words="So heißt sie.")
        acts.decide(edition, ANNA, "c1", "hu", "malom")
        acts.add(edition, ANNA, "en", "Kharkov")
    return folder


@contextmanager
def copied(template: Path, folder: Path) -> Iterator[Edition]:
    """Open a copy of an edition, desk and all."""
    shutil.copytree(template, folder)
    with opened(folder) as edition:
        yield edition


def concept(edition: Edition, id_: str = "c1") -> Concept:
    return kept.concept(kept.read(edition).glossary, id_)


def section(edition: Edition, lang: str = "de", id_: str = "c1") -> Section:
    return next(part for part in concept(edition, id_).sections if part.lang == lang)


def terms(edition: Edition, lang: str = "de", id_: str = "c1") -> dict[str, Term]:
    return {term.text: term for term in section(edition, lang, id_).terms}


def statuses(edition: Edition, lang: str = "de", id_: str = "c1") -> dict[str, str]:
    return {text: str(term.status or "") for text, term in terms(edition, lang, id_).items()}
