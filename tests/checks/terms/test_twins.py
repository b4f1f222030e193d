"""The same sentence in more than one translation, and the other way round."""

from hexapla.checks.terms.twins import same_source, same_target
from hexapla.model.judged import Pair


def test_same_source_and_same_target() -> None:
    pairs = [
        Pair("The wheel still turns.", "Das Rad dreht sich noch."),
        Pair("The wheel  still turns!", "Noch immer dreht sich das Rad."),
        Pair("The wheel still turns.", "Das Rad dreht sich noch!"),
        Pair("The wheel turns again.", "Das Rad dreht sich noch."),
        Pair("The wheel still turns.", None),
        Pair("Yes.", "Ja."),
        Pair("Yes.", "Doch."),
    ]
    assert [(one.entries, one.words) for one in same_source(pairs)] == [((0, 1, 2), 4)]
    assert [one.entries for one in same_target(pairs)] == [(0, 2, 3)]
    assert same_source(pairs)[0].texts == ("Das Rad dreht sich noch.", "Noch immer dreht sich das Rad.")
