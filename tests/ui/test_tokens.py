"""Tokens: signed, for one edition, short-lived, renewable, and never more than a name."""

import time

import pytest

from hexapla_ui import tokens
from hexapla_ui.tokens import Expired, Refused, Tokens

KEY = bytes(range(32))


def test_a_token_names_its_person_and_outlives_a_restart() -> None:
    token = Tokens(KEY, "e1").mint("anna")
    assert Tokens(KEY, "e1").person(token) == "anna"


def test_another_key_and_another_edition_are_refused() -> None:
    token = Tokens(KEY, "e1").mint("anna")
    for other in (Tokens(b"x" * 32, "e1"), Tokens(KEY, "e2")):
        with pytest.raises(Refused):
            other.person(token)


@pytest.mark.parametrize("token", ["", "anna", "a.b.c", "WyJlMSIsImFubmEiXQ.aaaaaa.bbbb"])
def test_forged_tokens_are_refused(token: str) -> None:
    with pytest.raises(Refused):
        Tokens(KEY, "e1").person(token)


def test_an_old_token_opens_nothing_and_can_be_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    held = Tokens(KEY, "e1")
    token = held.mint("anna")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + tokens.LIFETIME + 5)
    with pytest.raises(Expired):
        held.person(token)
    assert held.person(held.renew(token)) == "anna"
    monkeypatch.setattr(time, "time", lambda: now + tokens.RENEWABLE + 5)
    with pytest.raises(Expired):
        held.renew(token)
