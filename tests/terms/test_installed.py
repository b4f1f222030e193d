"""Analysers that may be installed: what they say of an unknown word is plausible; without them nothing changes."""

import pytest

from hexapla.model.terms import Verdict
from hexapla.terms import find, installed


def test_a_stem_is_plausible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "stems", lambda _lang: None)
    assert find("hu", ["zsilip"], ["a zsilixyq"]) == [[]]
    monkeypatch.setattr(
        installed, "stems", lambda _lang: lambda word: ("zsilip",) if word == "zsilixyq" else ()
    )
    assert [hit.verdict for hit in find("hu", ["zsilip"], ["a zsilixyq"])[0]] == [Verdict.PLAUSIBLE]


def test_what_is_known_is_not_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "stems", lambda _lang: lambda word: pytest.fail(word))
    assert [hit.verdict for hit in find("de", ["Rest"], ["Reste"])[0]] == [Verdict.CONFIRMED]
