"""The abbreviations of edition.toml count where a text is added."""

from pathlib import Path

import editions
from hexapla.work import ingest

LINES = "\n[segment]\nabbreviations.en = ['Ferr.']\nabbreviations.de = ['Moth.']\n"


def test_a_text_is_added_by_the_abbreviations_of_its_language(tmp_path: Path) -> None:
    folder = editions.make(tmp_path / "mill")
    with (folder / "source" / "edition.toml").open("a", encoding="utf-8") as settings:
        settings.write(LINES)
    file = tmp_path / "nets.txt"
    file.write_text(
        "On Nets\n\nSee Ferr. Books one. So says Moth. Nobody minds, and nothing is ever lost.\n", "utf-8"
    )
    with editions.opened(folder) as edition:
        units = [unit.source for unit in ingest.read(edition, file).text.units]
    assert units == [
        "On Nets",
        "See Ferr. Books one.",
        "So says Moth.",
        "Nobody minds, and nothing is ever lost.",
    ]
