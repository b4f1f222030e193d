"""F8: a damaged TEI file is refused with its line, or read exactly; never anything else."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hexapla.formats import tei
from hexapla.model.errors import BadFile
from tei_texts import sample

WHOLE = tei.serialize(sample())


def refused_or_exact(source: bytes) -> bool:
    """Return whether a file was read; what was read must come back from what is written."""
    try:
        text = tei.parse(source, file="damaged.xml")
    except BadFile as error:
        assert error.file == "damaged.xml"
        assert "\n" not in str(error)
        return False
    assert tei.parse(tei.serialize(text)) == text
    assert tei.serialize(text, source) == source
    return True


def test_cut_at_each_byte() -> None:
    read = [size for size in range(len(WHOLE)) if refused_or_exact(WHOLE[:size])]
    assert read == [len(WHOLE) - 1], "only the line break at the end may be missing"


@pytest.mark.parametrize("byte", [b"\0", b"<", b">", b"&", b"\xff", b'"', b"\x0c", b"]]>"])
def test_a_strange_byte_anywhere(byte: bytes) -> None:
    for place in range(0, len(WHOLE), 23):
        refused_or_exact(WHOLE[:place] + byte + WHOLE[place + 1 :])


@settings(max_examples=150)
@given(
    st.integers(0, len(WHOLE)),
    st.integers(0, 30),
    st.binary(max_size=8) | st.sampled_from([b"<p>", b"</p>", b"<!--", b"]]>", b"&#0;"]),
)
@example(WHOLE.index(b"u4"), 2, b"u3")
@example(WHOLE.index(b"<body>"), 6, b"<body><seg type='unit'>x</seg>")
def test_bytes_replaced(place: int, length: int, put: bytes) -> None:
    refused_or_exact(WHOLE[:place] + put + WHOLE[place + length :])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_are_exact(encoding: str) -> None:
    assert refused_or_exact(WHOLE.decode().split("\n", 1)[1].encode(encoding))
