"""Starting pandoc within limits."""

import pytest

from hexapla.formats import pandoc
from hexapla.formats.pandoc import run
from hexapla.model.errors import BadFile, TooLarge


def test_a_file_in_another_form() -> None:
    assert pandoc.convert(b"*Nets*", "markdown", "html", file="a.md").strip() == b"<p><em>Nets</em></p>"


def test_what_pandoc_cannot_read_is_the_files_fault() -> None:
    with pytest.raises(BadFile, match=r"a.docx: the file is damaged, or not what its name says") as caught:
        pandoc.convert(b"no zip", "docx", "json", file="a.docx")
    assert "\n" not in str(caught.value)


def test_what_takes_too_long_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "SECONDS", 1.0)
    with pytest.raises(TooLarge, match="divide it"):
        pandoc.convert(b"[(" * 20_000, "markdown", "json", file="a.md")


def test_what_takes_too_much_memory_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "HEAP", 100 * 2**20)
    grown = "".join(rf"\newcommand{{\{chr(98 + n)}}}{{{(chr(92) + chr(97 + n)) * 10}}}" for n in range(8))
    source = rf"\newcommand{{\a}}{{ha}}{grown}\i"
    with pytest.raises(TooLarge, match="divide it"):
        pandoc.convert(source.encode(), "latex", "json", file="a.tex")
