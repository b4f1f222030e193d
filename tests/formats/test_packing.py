"""Zip archives of our own: the gate opens them again, whatever is in them."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.formats import archive
from hexapla.formats import packing as writing
from hexapla.formats.packing import packing
from hexapla.model.errors import TooLarge


def packed(*members: bytes) -> bytes:
    file = io.BytesIO()
    with packing(file) as made:
        for number, content in enumerate(members):
            made.add(f"m/{number}", content)
    return file.getvalue()


@given(st.lists(st.tuples(st.binary(max_size=40), st.integers(1, 20_000)), max_size=4))
def test_what_was_packed_is_read(pieces: list[tuple[bytes, int]]) -> None:
    contents = [piece * times for piece, times in pieces]
    opened = archive.open(packed(*contents))
    assert [opened.read(name) for name in opened.names] == contents


def test_what_packs_like_a_bomb_is_stored_plainly() -> None:
    content = bytes(3 * 2**20)
    source = packed(content, b"text " * 1000)
    assert len(source) > len(content)
    assert archive.open(source).read("m/0") == content


def test_equal_content_makes_equal_bytes() -> None:
    assert packed(b"one", b"two") == packed(b"one", b"two")


def test_more_members_than_the_gate_lets_through_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MAX_MEMBERS", 3)
    assert len(archive.open(packed(b"", b"", b"")).names) == 3
    with pytest.raises(TooLarge, match="4 GB"):
        packed(b"", b"", b"", b"")


def test_an_archive_in_a_file_is_read_member_by_member() -> None:
    source = io.BytesIO(packed(b"one", b"x" * 5000))
    with pytest.raises(TooLarge, match="0 MB"):
        archive.open_stream(source, limits=archive.Limits(member=1000))
    assert archive.open_stream(source).read("m/1") == b"x" * 5000
    assert not source.closed
