"""Files that are not read, with a sentence that says what to save them as."""

import pytest

from hexapla import ingest
from hexapla.model.errors import BadFile


@pytest.mark.parametrize("name", ["a.rtf", "a.DOC", "a.pages"])
def test_a_file_that_would_lose_its_notes(name: str) -> None:
    with pytest.raises(BadFile, match=rf"{name}: .*save it as \.docx"):
        ingest.read(b"{\\rtf1 x}", name=name, lang="en", id="x")
