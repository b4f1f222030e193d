"""Files that are filled piece by piece, and come into being whole or not at all."""

from pathlib import Path

import pytest

from hexapla.formats import files
from hexapla.model.errors import CannotWrite


def test_the_file_is_there_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "below" / "a.zip"
    with files.replacing(path, mode=0o600) as file:
        file.write(b"one ")
        file.seek(0)
        file.write(b"One two")
        assert not path.exists()
    assert path.read_bytes() == b"One two"
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_old_file_keeps_its_mode_unless_one_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with files.replacing(path) as file:
        file.write(b"new")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("error", [ValueError("of the filler"), KeyboardInterrupt()])
def test_an_error_of_the_filler_is_its_own_and_the_old_file_stands(
    tmp_path: Path, error: BaseException
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(type(error)), files.replacing(path) as file:
        file.write(b"new")
        raise error
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_of_the_disk_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with pytest.raises(CannotWrite, match="a could not be written"), files.replacing(path):
        raise OSError(28, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_a_temporary_file_gets_its_name(tmp_path: Path) -> None:
    (tmp_path / ".hexapla-1").write_bytes(b"whole")
    files.keep_as(tmp_path / ".hexapla-1", tmp_path / "kept")
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    with pytest.raises(CannotWrite):
        files.keep_as(tmp_path / "missing", tmp_path / "kept")
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
