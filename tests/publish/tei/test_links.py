"""Beads between two languages, whatever each has joined."""

import pytest

from hexapla.publish.tei.links import links
from hexapla.publish.tei.pieces import Piece


def column(pieces: str) -> list[Piece]:
    """Read ``u1+u2 -u3 ~u4``: a joined seg, an omission, a unit that is not translated."""
    return [
        Piece(tuple(word.lstrip("-~").split("+")), "" if word[0] in "-~" else "x", word.startswith("-"))
        for word in pieces.split()
    ]


@pytest.mark.parametrize(
    ("pivot", "target", "expected"),
    [
        ("u1 u2", "u1 u2", ["1-1 u1 u1", "1-1 u2 u2"]),
        ("u1 u2 u3", "u1+u2 u3", ["2-1 u1 u2 u1", "1-1 u3 u3"]),
        ("u1 u2", "u2 u1", ["1-1 u1 u1", "1-1 u2 u2"]),
        ("u1 u2", "-u1 ~u2", ["1-0 u1 u1"]),
        ("u1 u2", "-u1+u2", ["2-0 u1 u2 u1"]),
        ("u1 u2 u3", "~u1+u2 u3", ["1-1 u3 u3"]),
        ("u1+u2", "u1 u2", ["1-2 u1 u1 u2"]),
        ("u1+u2 u3", "u1 u2+u3", ["2-2 u1 u3 u1 u2"]),
        ("u1+u2", "u1 ~u2", ["1-1 u1 u1"]),
        ("-u1 u2", "u1 u2", ["0-1 u1 u1", "1-1 u2 u2"]),
        ("~u1 u2", "u1 u2", ["1-1 u2 u2"]),
        ("-u1", "-u1", ["0-0 u1 u1"]),
        ("", "u1", []),
    ],
)
def test_links(pivot: str, target: str, expected: list[str]) -> None:
    made = links(column(pivot), column(target))
    assert [
        " ".join([link.type, *[piece.units[0] for piece in (*link.pivot, *link.target)]]) for link in made
    ] == expected
